"""What the talks of the benchmark say: plain, invented and the same every time, for any number of slides."""

import re
from dataclasses import dataclass
from random import Random

PICTURES = ("dawn.jpg", "noon.jpg", "dusk.jpg")
ALLOWED = "allow: {C030: {why: nobody reviews what is invented, by: the benchmark, on: 2026-11-25}}\n"
ACTIONS = ("come", "write", "call")

_ADJECTIVES = (
    *("tall", "round", "narrow", "wide", "quiet", "busy", "stone", "brick", "upper", "lower"),
    *("northern", "southern", "green", "long", "little", "far", "windy", "sunny", "empty", "steep"),
)
_PLACES = (
    *("bridge", "market", "mill", "harbour", "school", "orchard", "station", "library", "square", "garden"),
    *("bakery", "ferry", "tower", "workshop", "theatre", "meadow", "quarry", "inn", "canal", "chapel"),
)
_DOINGS = (
    *("opened up for", "lost sight of", "found room for", "was mended by", "waited for", "kept a place for"),
    *("was drawn by", "gave shelter to", "baked bread for", "rang its bell for", "stayed open for", "was painted by"),
)
_PEOPLE = (
    *("travelers", "cousins", "children", "potters", "singers", "teachers", "sailors", "students"),
    *("shepherds", "musicians", "bakers", "strangers", "visitors", "painters", "farmers", "guests"),
)
_WHEN = (
    *("before sunrise", "after the rain", "all through the winter", "in the first week of spring", "on market days"),
    *("until late in the evening", "without being asked", "for the third year", "when the road was closed"),
    *("on a Sunday afternoon", "with the windows open", "as all of us remember"),
)

_SHORT = tuple(when for when in _WHEN if len(when.split()) < 4)

# How many sources our own layout sets on a slide, so that the other decks have as many slides as ours.
_SOURCES_A_SLIDE = 6
_NOTES_WORDS = 80
_SECTION_SLIDES = 10


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry of the library; `person` and `post` are numbers."""

    id: str
    what: str
    value: int
    year: int
    person: int
    post: int

    @property
    def shown(self) -> str:
        return f"{self.value:,} visitors"

    @property
    def measure(self) -> str:
        return f"visitors counted at the {self.what}"


@dataclass(frozen=True, slots=True)
class Quote:
    """Invented words of nobody."""

    id: str
    text: str
    person: int
    post: int


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: `lines` are (level, text), `refers` is the id of what it shows, if it shows an entry."""

    kind: str
    title: str
    lines: tuple[tuple[int, str], ...]
    notes: str
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A whole talk with its library; texts hold `{fact-id}` where our own outline has it."""

    slides: tuple[Slide, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    people: tuple[str, ...]
    posts: tuple[str, ...]

    def spelled(self, text: str) -> str:
        """A text with its references replaced: what the decks of the others must be told outright."""
        shown = {fact.id: fact.shown for fact in self.facts}
        return re.sub(r"\{([a-z0-9-]+)\}", lambda found: shown[found[1]], text)


def content(slides: int, with_pictures: bool) -> Content:
    """A talk that makes a deck of exactly `slides` slides, its cover, section and sources slides included."""
    return _Writer(slides, with_pictures).content()


class _Writer:
    def __init__(self, slides: int, with_pictures: bool) -> None:
        self._random = Random(f"{slides} slides")  # the same texts with pictures and without
        self._with_pictures = with_pictures
        self._people = tuple(f"A {name} of the {place}" for name, place in self._pairs(5 + slides // 150))
        self._posts = tuple(f"Letter {number} from the {self._spot()}" for number in range(1, 11 + slides // 75))
        self._sections = max(1, slides // _SECTION_SLIDES)
        sources = -(-len(self._people) // _SOURCES_A_SLIDE)
        self._own = slides - 1 - self._sections - 1 - sources
        self._facts = tuple(self._fact(number) for number in range(max(8, slides // 2)))
        self._quotes = tuple(self._quote(number) for number in range(max(4, slides // 6)))

    def content(self) -> Content:
        made = [Slide("cover", "A walk through the town", ((0, "What we saw along the way"),), self._notes())]
        for number in range(self._own):
            if number * self._sections // self._own != (number - 1) * self._sections // self._own or not number:
                part = number * self._sections // self._own + 1
                title = f"{self._spot().capitalize()} to {self._spot()}, walk {mark(part)}"
                made.append(Slide("section", title, ((0, f"Part {part}"),), self._notes()))
            made.append(self._slide(number))
        made.append(Slide("closing", "Thank you", ((0, "Now it is your turn to ask"),), self._notes()))
        made.extend(self._sources())
        return Content(tuple(made), self._facts, self._quotes, self._people, self._posts)

    def _slide(self, number: int) -> Slide:
        title = f"The {self._random.choice(_PLACES)} {self._doing()}, at mark {mark(number)}"
        if self._with_pictures and number % 3 == 2:
            name = PICTURES[number // 3 % len(PICTURES)]
            return Slide("photo", title, ((0, f"The {self._spot()}"),), self._notes(), name)
        match ("bullets", "number", "bullets", "quote", "bullets", "statement", "bullets", "ask")[number % 8]:
            case "number":
                fact = self._facts[number % len(self._facts)]
                figures = ((0, f"{{{fact.id}}}"), (0, fact.measure.capitalize()))
                return Slide("number", title, figures, self._notes(), fact.id)
            case "quote":
                quote = self._quotes[number % len(self._quotes)]
                words = ((0, quote.text), (0, self._people[quote.person]))
                return Slide("quote", title, words, self._notes(), quote.id)
            case "statement":
                return Slide("statement", title, (), self._notes(), self._facts[number % len(self._facts)].id)
            case "ask":
                action = ACTIONS[number // 8 % len(ACTIONS)]
                return Slide("ask", title, ((0, "Tell us what you saw"), (0, "example.org")), self._notes(), action)
            case _:
                return Slide("bullets", title, self._points(number), self._notes())

    def _points(self, number: int) -> tuple[tuple[int, str], ...]:
        fact = self._facts[number % len(self._facts)]
        return (
            (0, f"The {self._random.choice(_PLACES)} saw {{{fact.id}}}"),
            (0, f"The {self._random.choice(_PLACES)} {self._doing()}"),
            (1, f"{self._random.choice(_PEOPLE).capitalize()} came {self._random.choice(_SHORT)}"),
            (1, f"Nobody knew the {self._random.choice(_PLACES)}"),
            (0, f"It was {self._random.choice(_ADJECTIVES)}"),
        )

    def _sources(self) -> list[Slide]:
        entries: list[Fact | Quote] = [*self._facts, *self._quotes]
        lines = []
        for person, name in enumerate(self._people):
            posts = dict.fromkeys(self._posts[entry.post] for entry in entries if entry.person == person)
            lines.append((0, f"{name}. In {'; '.join(posts)}"))
        groups = [lines[at : at + _SOURCES_A_SLIDE] for at in range(0, len(lines), _SOURCES_A_SLIDE)]
        return [Slide("sources", "Where this comes from", tuple(group), "Ask me about these.") for group in groups]

    def _notes(self) -> str:
        """About eighty words, with two facts in them."""
        sentences: list[str] = []
        words = 0
        while words < _NOTES_WORDS:
            number = len(sentences)
            fact = self._random.choice(self._facts)
            end = f"and they counted {{{fact.id}}}" if number in (1, 3) else self._random.choice(_WHEN)
            sentences.append(f"The {self._spot()} {self._doing()} {end}.")
            words += len(sentences[-1].split())
        return " ".join(sentences)

    def _fact(self, number: int) -> Fact:
        value, year = self._random.randrange(1_000, 100_000), self._random.randrange(2009, 2012)  # none is old
        # Two posts to a person: no source line is too long, and all sources are cited.
        person = number % len(self._people)
        return Fact(f"count-{number + 1}", self._spot(), value, year, person, self._post_of(person))

    def _quote(self, number: int) -> Quote:
        # "Old" and "we say" stand nowhere else: what is said in the notes has no seven words in a row of a quotation.
        place, when = self._random.choice(_PLACES), self._random.choice(_WHEN)
        text = f"The old {place} {self._doing()}, we say, {when}, and nobody has forgotten it"
        person = number % len(self._people)
        return Quote(f"words-{number + 1}", text, person, self._post_of(person))

    def _post_of(self, person: int) -> int:
        return person * 2 + self._random.randrange(2)

    def _pairs(self, count: int) -> list[tuple[str, str]]:
        every = [(name.rstrip("s"), place) for name in _PEOPLE if name != "children" for place in _PLACES]
        return self._random.sample(every, count)

    def _spot(self) -> str:
        return f"{self._random.choice(_ADJECTIVES)} {self._random.choice(_PLACES)}"

    def _doing(self) -> str:
        return f"{self._random.choice(_DOINGS)} {self._random.choice(_PEOPLE)}"


def mark(number: int) -> str:
    """Letters that no two slides share and that make no word, such as 'die'; a number would be a claim."""
    return "".join("bcfhjkmpqv"[int(digit)] for digit in str(number))
