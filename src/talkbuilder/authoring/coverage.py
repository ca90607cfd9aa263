"""What a built deck says, figure by figure, quotation by quotation, name by name: what each rests on, or nothing.

The deck is read back as an audience gets it, and held against the account of its talk. A figure that somebody typed in
PowerPoint is in no account, so it is not covered, however true.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from talkbuilder.authoring.accounts import BUILD, PICTURE, Account, Line, Support, says, words_of
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.sentences import sentence_at
from talkbuilder.evidence.words import LITTLE_WORDS, content_words
from talkbuilder.outputs.pptx.reading import Piece, ReadDeck, Sight
from talkbuilder.talk.claims import claims

Sort = Literal["figure", "quotation", "name", "saying", "link"]
SORTS: tuple[Sort, ...] = ("figure", "quotation", "name")
ALTERED: tuple[Sort, ...] = ("saying", "link")  # only where somebody changed what was built

# All others are figures.
_OF_SORT: Mapping[str, Sort] = {"quoted": "quotation", "name": "name", "saying": "saying", "accusation": "saying"}
_LISTED = re.compile(r"[;:] |, (?=[A-Z])")  # between what the build puts side by side
# Beside what a reference prints, these make another claim of it: 82 million, 82 percent.
_CLAIMS_MORE = re.compile(
    r"\d|[%$€£]|\b(?:hundred|thousand|million|billion|trillion|dozen|percent|per cent|half|third|quarter|times)s?\b",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_LONGEST_COUNTER = 12  # letters of 'Part 2 of 5', which does not stand in notes
_SMALL_COUNT = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: [a-z]+)?")
_BARE_NUMBER = re.compile(r"\W*\d[\d,.]*\W*")


class Covered(Struct, frozen=True):
    """A claim of a deck; `by` is what it rests on, "" where that is nothing."""

    sort: Sort
    words: str
    where: str
    by: str
    text: str  # the sentence in which it stands


class SlideCoverage(Struct, frozen=True):
    """All claims of a slide, and what of it cannot be read."""

    number: int
    title: str
    claims: tuple[Covered, ...]
    unreadable: tuple[str, ...]

    @property
    def uncovered(self) -> tuple[Covered, ...]:
        return tuple(one for one in self.claims if not one.by)


IsKnown = Callable[[str], bool]


def coverage(deck: ReadDeck, talk: Sequence[Account], is_known: IsKnown) -> tuple[SlideCoverage, ...]:
    """What each slide claims; `is_known` tells names that need no evidence, as those of countries."""
    whose = _Matching(talk)
    found = []
    for number, slide in enumerate(deck.slides, start=1):
        account = whose.account(slide, number - 1)
        claimed = [one for piece in slide.pieces for one in _claims(piece, number, account, whose, is_known)]
        claimed += _links(slide, account)
        found.append(SlideCoverage(number, slide.title, tuple(claimed), slide.unreadable))
    return tuple(found)


def _links(slide: Sight, account: Account) -> Iterator[Covered]:
    """Where a click leads now, and did not in the deck as it was built."""
    for target in slide.targets if account.lines else ():
        if target not in account.targets:
            yield Covered("link", target, "link", "", target)


def is_strange(deck: ReadDeck, talk: Sequence[Account]) -> bool:
    """Whether a deck has a text that its talk, as it is now, does not make."""
    made = {text for account in talk for text in account.lines}
    pieces = (piece for slide in deck.slides for piece in slide.pieces)
    return any(piece.number is None and words_of(piece.text) not in made for piece in pieces)


class _Matching:
    """Finds the page of a talk that a slide was: slides may have been moved, added and taken out since."""

    def __init__(self, talk: Sequence[Account]) -> None:
        self._talk = talk
        self._pages: dict[str, list[int]] = {}
        lines = (text for account in talk for text, line in account.lines.items() if line.is_of_build)
        self._of_build = {_without_digits(text) for text in lines if len(text) > _LONGEST_COUNTER}
        for at, account in enumerate(talk):
            for text in account.lines:
                self._pages.setdefault(text, []).append(at)

    def account(self, slide: Sight, at: int) -> Account:
        """The page that shares most texts with a slide; of several the one at its place, or nearest to that."""
        alike: Counter[int] = Counter()
        for text in {words_of(piece.text) for piece in slide.pieces}:
            pages = self._pages.get(text, [])
            alike.update({page: 1 / len(pages) for page in pages})
        if not alike:
            return Account({}, ())
        best = max(alike, key=lambda page: (round(alike[page], 6), -abs(page - at)))
        return self._talk[best]

    def line_of_build(self, piece: Piece, number: int) -> Line | None:
        """What stands in the notes of the clock, and the number of a slide, which others have once slides are moved."""
        in_notes = piece.where == "notes" and _without_digits(words_of(piece.text)) in self._of_build
        return Line(False, is_of_build=True) if in_notes or piece.text == str(number) else None


def _without_digits(text: str) -> str:
    return _DIGITS.sub("#", text)


def _claims(piece: Piece, number: int, account: Account, whose: _Matching, is_known: IsKnown) -> Iterator[Covered]:
    text = words_of(piece.text)
    if piece.number is not None:
        by = next((one.name for one in account.supports if one.has_number(piece.number)), "")
        yield Covered("figure", text, piece.where, by, text)
        return
    line = account.lines.get(text) or whose.line_of_build(piece, number)
    for sort, start, end in _found(text, line, is_known):
        by = _covering(text, start, end, sort, line, account)
        yield Covered(sort, text[start:end], piece.where, by, _sentence(text, start).strip())


def _found(text: str, line: Line | None, is_known: IsKnown) -> Iterator[tuple[Sort, int, int]]:
    """What is counted of a text; a figure that stands alone is one, whatever plain talk would call it."""
    cuts = [0, *(one.end() for one in _LISTED.finditer(text)), len(text)] if line and not line.is_written else []
    stretches = list(pairwise(cuts)) or [(0, len(text))]
    found = [
        (one, start)
        for start, end in stretches
        for one in claims(text[start:end], is_known)
        if (_OF_SORT.get(one.sort) != "saying" or line is None) and not (one.sort == "name" and _is_no_name(one.words))
    ]
    if not found and _BARE_NUMBER.fullmatch(text):
        yield "figure", 0, len(text)
    for one, start in found:
        yield _OF_SORT.get(one.sort, "figure"), start + one.start, start + one.end


def _is_no_name(words: str) -> bool:
    return all(word.lower() in LITTLE_WORDS for word in re.findall(r"\w+", words))


def _covering(text: str, start: int, end: int, sort: Sort, line: Line | None, account: Account) -> str:
    """What a claim rests on; "" where nothing is known of it.

    What an author wrote rests on the references in it, or on an entry that the slide cites and that says so. What the
    build made of entries rests on those. What somebody typed since rests on what the slide's references print.
    """
    if line and line.is_of_build:
        return BUILD
    rests = list(line.rests) if line else []
    sentence = _sentence(text, start) if line is None or line.is_written else ""
    is_made = line is not None and not line.is_written
    supports = tuple(one for one in account.supports if is_made or not one.is_own)
    rests += _printed(text, (*supports, *account.contacts), sentence)
    if inside := _resting(text, start, end, rests):
        return inside
    if sort == "saying":
        sayer = frozenset(content_words(text[start:end]))
        return next((one.name for one in supports if sayer and sayer <= one.stems), "")
    if line is None and sort != "quotation":
        return ""
    referred = frozenset(by for begins, _, by in rests if _sentence(text, begins) == sentence)
    if by := _said_by(supports, referred, text[start:end], sort, sentence):
        return by
    if line is None or line.is_written:
        return ""
    if line.is_of_picture:
        return PICTURE if _SMALL_COUNT.fullmatch(text[start:end]) else ""
    return _of_build(text[start:end], sort, account)


def _of_build(words: str, sort: Sort, account: Account) -> str:
    """What the build made is no better than what an author wrote, if it was made of that."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for written, line in account.lines.items():
        if line.is_written and (found := whole.search(written)):
            return _covering(written, found.start(), found.end(), sort, line, account)
    return BUILD


def _printed(text: str, supports: Sequence[Support], sentence: str) -> Iterator[tuple[int, int, str]]:
    """Where the text has what the slide's references print, in a sentence that speaks of the same."""
    stems = set(content_words(sentence))
    for support in supports:
        for shown in support.shown:
            if not shown or shown not in text or (sentence and not stems & support.stems):
                continue
            for found in re.finditer(rf"(?<![\w-]){re.escape(shown)}(?![\w-]|[.,]\d)", text):
                yield found.start(), found.end(), support.name


def _resting(text: str, start: int, end: int, rests: Sequence[tuple[int, int, str]]) -> str:
    """What a claim rests on that lies in some stretches, but for words that claim nothing: 'about', 'people'."""
    names, outside, at = [], "", start
    for begins, ends, by in sorted(rests):
        if begins < end and start < ends and ends > at:
            names.append(by)
            outside += text[at : max(at, begins)] + " "
            at = ends
    outside += text[min(at, end) : end]
    claimed = figures(outside) or _CLAIMS_MORE.search(outside)
    return ", ".join(dict.fromkeys(names)) if names and not claimed else ""


def _sentence(text: str, at: int) -> str:
    return text[slice(*sentence_at(text, at, at + 1))]


def _said_by(supports: Sequence[Support], referred: frozenset[str], words: str, sort: Sort, sentence: str) -> str:
    """The entries that say what is claimed; of what an author wrote, its sentence must refer to them or to the same."""
    low = lowered(words)
    stems = set(content_words(sentence))
    near = [one for one in supports if not sentence or one.name in referred or one.stems & stems]
    if by := next((one.name for one in near if sort == "figure" and one.has_year(low)), ""):
        return by
    numbers = [one.values for one in figures(words)] if sort == "figure" else []
    if not numbers:
        return next((one.name for one in supports if says(one, words)), "")
    having = [[one.name for one in near if any(map(one.has_number, values))] for values in numbers]
    in_all = next((name for name in having[0] if all(name in names for names in having)), "")
    return in_all or (", ".join(dict.fromkeys(names[0] for names in having)) if all(having) else "")
