"""A blog of our own writing, with its library: two posts in which several people speak."""

from pathlib import Path

from tests.running import put

POSTS = {
    "first-snow": (
        "We came to the village when the first snow fell. The bakery gave bread to the shelter every evening,"
        " and nobody asked for money.\n"
        "\n"
        "An old baker told me his story: “I began to bake when I was nine. The oven was warm,\u00a0 and my feet were"
        " not. Today I bake for those who have no oven.” I wrote it down on the way home.\n"
        "\n"
        "Ерте көктемде қар еріді, далада бәйшешек шықты. Жители деревни пекли хлеб для приюта.\n"
    ),
    "the-market": (
        "On market day the café is full. The bakery gave bread to the shelter every evening, a farmer said, but not on"
        " Sundays; she ought to know, for she brings the flour: rye, wheat and a little barley from the field behind"
        " the mill, which her brother, who left for the city two years ago, still calls his own although he has not"
        " ploughed it since. The baker, she has heard, began at ten.\n"
        "\n"
        "Prices rose by 12% in one week. Dr. Berg says: wait.\n"
    ),
}
INDEX = """
first-snow:
  title: The first snow
  date: 2012-04-18
  voices:
  - {who: baker, from: "I began  to bake", to: have no oven.}
the-market:
  title: On market day
  cite_as: A market
  date: 2012-05
  voices:
  - {who: farmer, from: The bakery gave bread, to: began at ten.}
"""
PEOPLE = """
blogger: {credit: A traveller, role: author}
baker: {credit: An old baker, role: public}
farmer: {credit: A farmer, role: source}
"""
FACTS = """
price-rise: {says: Prices rose by 12 percent in a week, show: 12%, value: 12, unit: "%", precision: exact,
  measure: rise of prices, as_of: 2012, source: blogger, kind: observation, post: the-market,
  exact: Prices rose by 12% in one week}
baking-age: {says: The baker began at nine, show: nine, source: baker, kind: primary, post: first-snow,
  exact: when I was nine, status: conflict, conflicts_with: [baking-age-ten]}
baking-age-ten: {says: "The baker began at ten, a farmer has heard", show: ten, source: farmer, kind: hearsay,
  post: the-market, exact: "she has heard, began at ten"}
"""
QUOTES = """
no-oven: {text: Today I bake for those who have no oven., speaker: baker, post: first-snow}
"""
ACTIONS = """
give-flour: {do: Give a bag of flour, phone: 555-0100, verified_on: 2026-01-31, post: the-market}
nothing-yet: {do: Wait and see, phone: 555-0101}
"""
TALK = """talk: Bread
speaker: A traveller
notes: They began at {baking-age}.
sections:
- section: The village
  slides:
  - title: Prices went up by {price-rise}
    number: price-rise
    notes: Say it slowly, {price-rise} in one week.
  - title: Whom he bakes for
    quote: no-oven
    cite: [baking-age]
    notes: And then?
  - title: What you can do
    ask: give-flour
    notes: Do it.
closing: {title: Thank you, text: "It was {price-rise}.", ask: give-flour, notes: Goodbye.}
sources: {title: Sources, notes: Ask me.}
"""


def write(folder: Path, talk: str = TALK, posts: bool = True) -> Path:
    """The talk folder of the blog; returns it."""
    files = {
        "talks/bread.yaml": talk,
        "assets/people.yaml": PEOPLE,
        "assets/sources.yaml": INDEX,
        "assets/facts.yaml": FACTS,
        "assets/quotes.yaml": QUOTES,
        "assets/actions.yaml": ACTIONS,
    }
    files |= {f"assets/posts/{id}.txt": text for id, text in POSTS.items()} if posts else {}
    return put(folder, files)
