"""What the sentences of a slide tell, and what entries say, word by word."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from talkbuilder.authoring.plain_talk import SHORTENED
from talkbuilder.claims.texts import sentence_ends
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.words import LITTLE_WORDS, PASTS, stem, words
from talkbuilder.talk.covering import marked, references, typed_text
from talkbuilder.talk.signing import WrittenSlide
from talkbuilder.talk.speech import without_pauses
from talkbuilder.talk.supplied import supplied
from talkbuilder.talk.talk import Citation, Paragraph, Slide, plain
from talkbuilder.talk.typed import Typed

# What somebody did, as part of a pattern: 'needed', and no 'need'.
PAST_DEED = (
    r"(?!(?:need|indeed|speed|feed|seed|weed|bleed|breed|hundred|sacred|naked|wicked)\b)"
    rf"(?:\w{{2,}}ed|{'|'.join(sorted(PASTS))})"
)
# Who is in the room.
OF_THE_ROOM = re.compile(r"\b(?:I|we|us|you|me|my|our|your|let[’']s)\b|\b(?:I|we|you)[’']", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_TWO_YEARS = re.compile(
    r"\bthan (?:in )?(?:the (?:year before|previous year|year after)|a year (?:before|earlier)|(?:19|20)\d\d|x{4})\b",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:more|higher|greater|bigger|larger|better)\b", re.IGNORECASE)
_MOST_WORDS = 4  # of a sentence that are named
_SHORTEST = 3
_LONGEST_SHOWN = 90  # characters of a sentence


class Sentence(Struct, frozen=True):
    """A sentence: what is typed of it, with an x for each letter that a reference prints, and what it refers to."""

    typed: str
    whole: str
    cited: tuple[Citation, ...]
    behind: str  # what is typed behind the last reference
    before: str = ""  # what is typed before the first
    is_own: bool = False  # whether its speaker marks something of it as known

    @property
    def short(self) -> str:
        text = " ".join(self.whole.split())
        return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rpartition(" ")[0] + " …"


class Known:
    """What entries say."""

    def __init__(self, cited: tuple[Citation, ...], library: Library) -> None:
        self._cited, self._library = cited, library
        entries = tuple(root for one in cited for root in (one, *one.roots) if one.kind != "own")
        self.text = "\n".join(says_of(one.id, library) or one.says for one in entries)
        named = "\n".join(_named(one, library) for one in entries)
        self.stems = frozenset(stem(word) for word in words(f"{self.text}\n{named}"))

    def explains(self, root: str) -> bool:
        return is_explained(root, self.stems)

    def has_word(self, text: str) -> bool:
        return re.search(rf"\b{re.escape(text)}\b", self.text, re.IGNORECASE) is not None

    def has_all(self, text: str) -> bool:
        return all(self.explains(stem(word)) for word in words_of(text))

    def names(self, place: str) -> bool:
        return all(self.explains(stem(word)) for word in words(place))

    @cached_property
    def measures(self) -> frozenset[str]:
        """What its figures count, by which those of two years are compared."""
        return frozenset(one.measure.value for one in self._figures if one.measure)

    @cached_property
    def ways(self) -> dict[str, int]:
        """Of each measure with figures of two years, whether these go up (1), down (-1) or neither (0)."""
        found: dict[str, dict[str, float]] = {}
        for one in self._figures:
            if one.measure and one.as_of and one.value is not None:
                found.setdefault(one.measure.value, {})[one.as_of.value[:4]] = one.value
        ends = {measure: (years[min(years)], years[max(years)]) for measure, years in found.items() if len(years) > 1}
        return {measure: (last > first) - (last < first) for measure, (first, last) in ends.items()}

    @property
    def _figures(self) -> Iterator[Fact]:
        facts = (self._library.facts.get(one.id) for one in self._cited if one.kind == "fact")
        return (one for one in facts if isinstance(one, Fact))

    def of(self, ids: tuple[str, ...]) -> "Known":
        """What some of them say."""
        return Known(tuple(one for one in self._cited if one.id in ids), self._library)


def typed_paragraphs(one: WrittenSlide, slide: Slide) -> Iterator[tuple[Typed, Paragraph]]:
    """The texts that were typed, each as it is printed."""
    printed: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in slide.paragraphs:
        at = printed.setdefault((paragraph.span.start, paragraph.span.end), [])
        if paragraph not in at:
            at.append(paragraph)
    for typed in one.texts:
        # What stands in the properties of the file, and the key of a map, which is drawn.
        if typed.key in ("summary", "says", "called"):
            yield typed, plain(typed.text.value, typed.text.span)
        for paragraph in printed.get((typed.text.span.start, typed.text.span.end), ()):
            yield typed, paragraph


def supplied_paragraphs(slide: Slide, library: Library) -> Iterator[tuple[Typed, Paragraph]]:
    """What the slide shows of its pictures and actions, in their words."""
    for typed in supplied(slide, library):
        yield typed, plain(typed.text.value, typed.text.span)


def sentences(paragraph: Paragraph) -> Iterator[Sentence]:
    typed, start = without_pauses(typed_text(paragraph)), 0
    refers = tuple(references(paragraph))
    for end in dict.fromkeys((*sentence_ends(paragraph.text), len(typed))):
        mine = [(at, cited) for at, cited in refers if start <= at < end]
        behind = typed[mine[-1][0] : end].lstrip("x ") if mine else ""
        before = typed[start : mine[0][0]] if mine else ""
        is_own = any(start <= at < end for at, _, _ in marked(paragraph))
        cited = tuple(cited for _, cited in mine)
        yield Sentence(typed[start:end], paragraph.text[start:end], cited, behind, before, is_own)
        start = end


def words_of(text: str | Paragraph) -> Iterator[str]:
    """The words of content that are typed."""
    for word in words(typed_text(text) if isinstance(text, Paragraph) else text):
        for ending in SHORTENED:
            word = word.removesuffix(ending)
        if len(word) >= _SHORTEST and word not in LITTLE_WORDS and set(word) != {"x"}:
            yield word


def listed(found: list[str]) -> str:
    more = f" and {len(found) - _MOST_WORDS} more" if len(found) > _MOST_WORDS else ""
    return " or ".join(f"'{word}'" for word in found[:_MOST_WORDS]) + more


def compares_years(text: str, known: Known, own: Known | None = None) -> bool:
    """Whether a text compares with the year before, as the entries do that tell of both; `own` are those it prints."""
    if not _OF_TWO_YEARS.search(text) or len(set(_YEAR.findall(known.text))) <= 1:
        return False
    ways = known.ways
    mine = [ways[one] for one in ways if own and one in own.measures] or list(ways.values())
    grows = 1 if bool(_UP.search(text)) != ("year after" in text.lower()) else -1
    return not mine or any(way == grows for way in mine)


def _named(cited: Citation, library: Library) -> str:
    """Who says so and where, and the name of the place that it is for."""
    entry = library.facts.get(cited.id) if cited.kind == "fact" else None
    place = place_name(entry.place.value, library) if isinstance(entry, Fact) and entry.place else ""
    return f"{cited.who}\n{cited.where}\n{cited.as_of}\n{place}"


def says_of(id: str, library: Library) -> str:
    """What a fact or a quotation says, in all its words."""
    entry = library.quotes.get(id) or library.facts.get(id)
    if isinstance(entry, Fact):
        measure = entry.measure.value if entry.measure else ""
        return "\n".join((entry.says.value, entry.display, entry.exact.told, measure))
    return entry.text.value if isinstance(entry, Quote) else ""


def place_name(name: str, library: Library) -> str:
    """What the map calls a place."""
    return library.lands().get(name, name)
