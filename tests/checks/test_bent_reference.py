"""C026, C027: what a sentence says of the facts that it refers to is what they say."""

import pytest

from tests.sample import ASSETS, built, talk

_CODES = ("C026", "C027")


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"))
    return [one.code for one in report.diagnostics if one.code in _CODES]


def statement(words: str) -> list[str]:
    return codes(f"statement: '{words}'\n    notes: Some words.")


@pytest.mark.parametrize(
    "words",
    [
        "The bureau counted {herds} herds a week",
        "The bureau counted {herds} herds every month of 2010",
        "Every week the bureau counted {herds} herds",
        "The bureau counted fewer than {herds} herds",
        "The bureau counted twice {herds} herds",
        "The bureau counted one in {herds} herds",
        "In 2009 the bureau counted {herds} herds",
        "The bureau counted {herds} herds in 2008",
        "The bureau never counted the {herds} herds",
        "The bureau did not count {herds} herds",
        "It is a lie that there were {herds} herds",
        "The bureau may have counted {herds} herds",
        "The bureau will count {herds} herds",
        "The herds fell from {herds-2009} to {herds}",
        "The herds grew from {herds} to {herds-2009}",
        "From {herds-2008} the herds went down to {herds}",
        "The bureau counted {herds} largest herds",
        "Of {goats} goats, {herds} were herds",
        "The bureau counted {herds} herds, more than the {goats} goats",
    ],
)
def test_a_sentence_that_bends_its_facts_is_told(words: str) -> None:
    assert statement(words) == ["C026"]


@pytest.mark.parametrize(
    "words",
    [
        "In 2010 the bureau counted {herds} herds",
        "The bureau counted {herds} herds, up from {herds-2009} the year before 2010",
        "The bureau counted {herds-2009} herds in 2009 and {herds} in 2010",
        "The herds grew from {herds-2009} to {herds}",
        "Only {herds} herds were counted, and nobody asked the shepherds",
        "There were no wells; there were {herds} herds",
        "Of {shepherds} shepherds, {walking} walked",
        "There were {goats} goats, more than the {herds} herds",
        "I never lived there, and I know of {herds} herds",
        "The bureau counts no more: {herds} herds are enough",
    ],
)
def test_an_honest_sentence_passes(words: str) -> None:
    assert statement(words) == []


def test_in_the_notes_it_is_a_warning() -> None:
    assert codes("statement: There were {herds} herds\n    notes: I counted twice {herds} herds.") == ["C027"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("The herds became fewer and fewer", ["C026"]), ("Herds collapsed in a year", ["C026"]), ("The herds grew", [])],
)
def test_a_title_over_a_chart_tells_the_way_of_its_values(title: str, wanted: list[str]) -> None:
    assert codes(f"title: {title}\n    chart: columns\n    facts: [herds-2009, herds]") == wanted


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("number: herds\n    caption: herds counted a day", ["C026"]),
        ("number: herds\n    caption: herds that the bureau never counted", ["C026"]),
        ("number: herds\n    caption: herds counted", []),
        ('chart: columns\n    unit: things\n    facts: {"2010": herds-2009, "2009": herds}', ["C026", "C026"]),
        ("chart: columns\n    unit: things\n    facts: {wells: herds, herds: wells-2010}", ["C026", "C026"]),
        ("chart: columns\n    unit: things\n    facts: {herds: herds, wells: wells-2010}", []),
    ],
)
def test_a_label_is_read_with_its_number(keys: str, wanted: list[str]) -> None:
    assert codes(f"title: A headline\n    {keys}") == wanted


_FISHING = """
fishing: {says: The council prohibited fishing in 2010, show: prohibited fishing, source: bureau, kind: primary,
  post: first, exact: prohibited fishing}
market: {says: The new market is open two days a week, show: two days a week, source: bureau, kind: primary,
  post: first, exact: two days a week}
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Fishing there is allowed: {fishing}", []),  # another clause
        ("The council allowed what is {fishing}", ["C026"]),
        ("What the council has forbidden is {fishing}", []),
        ("The youngest of all markets is open {market}", []),  # which is no other word for a new one
        ("All year it is open {market}", []),
    ],
)
def test_a_contrary_word_is_told_and_one_that_means_the_same_is_not(words: str, wanted: list[str]) -> None:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: Some words."), facts=_FISHING)
    assert [one.code for one in report.diagnostics if one.code == "C026"] == wanted


def test_a_sentence_of_very_many_references_is_read_to_its_end() -> None:
    many = ", ".join(["{herds} herds"] * 45)
    assert statement(f"There were {many}") == []
    assert statement(f"There were {many} a week") == ["C026"]


_ALMANAC = """
thirst: {says: Some shepherds drank from the ditch for want of a well, show: from the ditch, source: bureau,
  kind: primary, post: first, exact: from the ditch}
advice: {says: Repair and widen the old wells, show: repair the old wells, source: bureau, kind: primary, post: first,
  exact: repair and widen the old wells}
omen: {says: "It is a common belief that owls bring rain, a witness said", show: the owls, source: witness,
  kind: opinion, post: second, exact: owls bring rain}
grant: {says: The council gave $700 for hay in 2010, show: "$700", value: 700, unit: USD, measure: money for hay,
  as_of: 2010, source: bureau, kind: primary, post: first, exact: gave $700 for hay}
"""


def told(words: str, place: str = "statement") -> list[str]:
    said = (
        f"statement: '{words}'\n    notes: Some words."
        if place == "statement"
        else f"statement: So\n    notes: '{words}'"
    )
    _, report = built(talk(f"  - {said}"), facts=f"{ASSETS['assets/facts.yaml']!s}{_ALMANAC}")
    return [one.code for one in report.diagnostics if one.code in _CODES]


@pytest.mark.parametrize(
    "words",
    [
        # Nobody did it.
        "No clerk ever saw those {herds} herds",
        "Nobody at the bureau counted the {herds} herds",
        "None of them rode out to the {herds} herds",
        "Not one clerk looked at the {herds} herds",
        "Everybody talks, and no bureau counted {herds} herds",
        "The clerks are proud, and yet none of them saw those {herds} herds",
        # All did it.
        "To a man, the shepherds drank {thirst}",
        "The shepherds drank without exception {thirst}",
        "Every one of the shepherds drank {thirst}",
        "Every last shepherd drank {thirst}",
        "Invariably the shepherds drank {thirst}",
        "In every case they drank {thirst}",
        # It was done, and not only advised.
        "The town did {advice}",
        "So they went on to {advice}",
        "In the end the council managed to {advice}",
        "After the storm the police {advice}",
        "The mayor has now {advice}",
        # It had a cause, or a result.
        "Because the clerks were drunk, they counted {herds} herds",
        "There were {herds} herds, thanks to the good rain",
        "The long drought led to {herds} herds",
        "They found {herds} herds owing to a map that was wrong",
        "There were {herds} herds, which is why the wells ran dry",
        # It is the idea of many, and no conviction of one.
        "The witness is convinced that {omen} bring rain",
        "A witness believes that {omen} bring rain",
        "She was quite sure that {omen} bring rain",
        "The witness insists that {omen} bring rain",
        "The miller knows that {omen} bring rain",
        # It is shared out.
        "The council gave {grant} for each of the goats",
        "They gave {grant} per shepherd",
        "Every shepherd got {grant}",
        "Each of the goats cost {grant}",
        "It was {grant} apiece",
        # It went the other way, as those of other years tell, or nowhere.
        "The herds shrank to {herds}",
        "The bureau found that herds had dwindled to {herds}",
        "Wells decreased to {wells-2010} that year",
        "The count of herds fell to {herds-2009}",
        "The herds slumped to {herds}",
        "The herds ebbed to {herds} that year",
        "To the last man, the shepherds drank {thirst}",
        "The council has begun to {advice}",
        "The council was driven to {advice}",
        "Money for hay rose to {grant}",
    ],
)
def test_what_is_made_something_else_is_told_on_slides_and_in_notes(words: str) -> None:
    assert "C026" in told(words)
    assert "C027" in told(f"{words}.", "notes")


@pytest.mark.parametrize(
    "words",
    [
        "Nobody knew that there were {herds} herds",
        "There were {herds} herds, and that’s why I’m telling you",
        "Nobody told me that there were {herds} herds",
        "Nobody ever told us how {herds} herds were counted",
        "Each of us has heard of {herds} herds",
        "Every one of you is worth {herds} herds",
        "The wells swelled to {wells-2010}",
        "Nobody had told me of {herds} herds",
        "The herds went up to {herds}",
        "No fewer words would do for {herds} herds",
        "No doubt you would look up at {herds} herds",
        "Nobody should have to look after {herds} herds",
        "I had no map, and there were {herds} herds",
        "Some shepherds drank {thirst}",
        "To a man who is thirsty, some water is good, even {thirst}",
        "In every single word you hear it: some drank {thirst}",
        "Some of the shepherds, not all, drank {thirst}",
        "Some shepherds had to drink {thirst}",
        "The bureau recommends to {advice}",
        "The bureau asked the town to {advice}",
        "The first thing to do is to {advice}",
        "Somebody should {advice}",
        "The advice was to {advice}",
        "Because I asked, they counted {herds} herds",
        "There were {herds} herds, perhaps because of the rain",
        "I thought of {herds} herds because you asked me",
        "The bureau counted {herds} herds; I do not know why",
        "They counted {herds} herds, and since then I have wondered",
        "It is a common belief, a witness said, that {omen} bring rain",
        "People think that {omen} bring rain, she is sure",
        "People commonly say that {omen} bring rain",
        "Some people believe in {omen}",
        "Many believe, a witness said, in {omen}",
        "The council gave {grant} for hay",
        "We looked at each other, and there were {herds} herds",
        "Each and every one of us knows of {herds} herds",
        "It gave {grant} for hay, for every day is cold",
        "Think of every herd: there were {herds} herds",
        "The herds grew to {herds}",
        "Wells rose to {wells-2010}",
        "The bureau counted more: {herds} herds",
        "Let us not fall silent about {herds} herds",
        "The herds climbed to {herds-2009}",
    ],
)
def test_what_is_told_as_it_is_passes(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The bureau counted {shepherds} shepherds. All of them were thirsty.", ["C027"]),
        ("The bureau counted {shepherds} shepherds. Every one of them limped.", ["C027"]),
        ("The bureau counted {shepherds} shepherds. They all came from the north.", ["C027"]),
        ("The bureau counted {shepherds} shepherds. Not one had shoes.", ["C027"]),
        ("The bureau counted {shepherds} shepherds. And most of them were thieves.", ["C027"]),
        ("The bureau counted {shepherds} shepherds. Each of them has a name.", []),
        ("The bureau counted {shepherds} shepherds. Every one of them is somebody’s child.", []),
        ("The bureau counted {shepherds} shepherds. All of them matter to me.", []),
        ("The bureau counted {shepherds} shepherds. Of these {walking} walked.", []),
        ("I met some shepherds. All of them limped.", []),
    ],
)
def test_those_who_are_counted_are_not_shared_out_by_the_next_sentence(words: str, wanted: list[str]) -> None:
    assert told(words, "notes") == wanted


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("title: Every shepherd was silent\n    quote: few", ["C026"]),
        ("title: All herdsmen were silent\n    quote: few", []),  # of whom the quotation does not tell
        ("title: No shepherds spoke\n    quote: few", ["C026"]),
        ("title: Some shepherds were silent\n    quote: few", []),
        ("title: Every word counts\n    quote: few", []),
        ("title: All shepherds were there\n    quote: every", []),
        ("title: Fewer herds than ever\n    number: herds", ["C026"]),
        ("title: More herds were found\n    number: herds", []),
        (
            "title: Ever more herds\n    compare:\n    - {head: A, text: '{herds-2009}'}\n    - {head: B, text: "
            "'{herds-2008}'}",
            [],
        ),
        (
            "title: The herds shrank\n    compare:\n    - {head: A, text: '{herds-2008}'}\n    - {head: B, text: "
            "'{herds}'}",
            ["C026"],
        ),
    ],
)
def test_a_headline_says_no_more_than_what_stands_under_it(keys: str, wanted: list[str]) -> None:
    quotes = f"""{ASSETS["assets/quotes.yaml"]!s}
few: {{text: Some shepherds were silent, speaker: bureau, post: first}}
every: {{text: All shepherds were there, speaker: bureau, post: first}}
"""
    _, report = built(talk(f"  - {keys}\n    notes: Some words."), quotes=quotes)
    assert [one.code for one in report.diagnostics if one.code in _CODES] == wanted


@pytest.mark.parametrize(
    "words", ["The {herds} herds were the most hungry", "They were the least hungry {herds} herds"]
)
def test_a_most_that_no_fact_tells_is_named(words: str) -> None:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: Some words."))
    most = "most" if "most" in words else "least"
    assert [one.message for one in report.diagnostics if one.code in _CODES] == [
        f"'{most} hungry' is more than is said by 'herds'"
    ]


@pytest.mark.parametrize(("says", "found"), [("Graze herds in spring", []), ("Men keep herds in spring", ["C026"])])
def test_only_what_is_advice_is_told_as_what_should_be_done(says: str, found: list[str]) -> None:
    first = says.split()[0]
    fact = f"advice: {{says: {says}, show: {first}, source: witness, kind: opinion, post: second, exact: {says}}}\n"
    told = "They should graze herds {advice}" if found == [] else "They should keep herds {advice}"
    _, report = built(talk(f"  - statement: '{told}'\n    notes: Some words."), facts=fact)
    assert [one.code for one in report.diagnostics if one.code in _CODES] == found


_CLASSES = """
merry: {says: "The students of both villages were merry and stubborn", show: merry and stubborn students,
  source: witness, kind: opinion, post: second, exact: of sheep}
smithy: {says: The miller was the student of a smith, show: of a smith, source: witness, kind: opinion, post: second,
  exact: of sheep}
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # Who teaches, and whom.
        ("I taught {merry}", []),
        ("I was teaching {merry}", []),
        ("For years we taught {merry} there", []),
        ("I would teach {merry} again", []),
        ("A clerk who teaches {merry} came along", []),
        ("As a teacher I had {merry}", []),
        ("She was the teacher of {merry}", []),
        # Who was taught is made the one who teaches.
        ("My teachers were {merry}", ["C026"]),
        ("I was taught by {merry}", ["C026"]),
        ("I was taught with {merry}", ["C026"]),
        ("The teaching was done by {merry}", ["C026"]),
        ("The miller taught the son {smithy}", ["C026"]),
        ("The miller taught the student {smithy}", ["C026"]),
        ("The student taught the friend {smithy}", ["C026"]),
        ("I taught {merry}, and their teachers were pupils", ["C026"]),
    ],
)
def test_who_teaches_students_is_no_contrary_of_them(words: str, wanted: list[str]) -> None:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: Some words."), facts=_CLASSES)
    assert [one.code for one in report.diagnostics if one.code == "C026"] == wanted
