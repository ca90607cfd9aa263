"""Whether what a fact claims is what its passage says, word by word: what contradicts, and what nobody can confirm."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence import extents, moods, roles
from talkbuilder.evidence.cues import is_kept, rough
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.meanings import ALIKE, CONTRARY
from talkbuilder.evidence.moods import Bend
from talkbuilder.evidence.normal import Range, normalise
from talkbuilder.evidence.wording import Word, Wording, wording
from talkbuilder.evidence.words import stem
from talkbuilder.source.fields import Text

# Where these stand before one and the same word, it is said of the one or the other.
_PREPOSITIONS = {
    one: other
    for pair in ("before after", "with without", "above below", "inside outside", "since until")
    for one, other in (pair.split(), pair.split()[::-1])
}


# How somebody tells something, and what a passage does not have to say for it; numbers are compared as figures.
_TELLING = frozenset(
    stem(word)
    for word in (
        *(
            "think",
            "believe",
            "view",
            "opinion",
            "feel",
            "hear",
            "know",
            "find",
            "quote",
            "count",
            "compare",
            "include",
        ),
        *("mention", "list", "ask", "suspect", "blogger", "author", "post", "perhaps", "maybe", "possibly", "probably"),
        *(
            "supposedly",
            "apparently",
            "last",
            "reach",
            "keep",
            "stand",
            "hold",
            "bring",
            "set",
            "turn",
            "happen",
            "use",
        ),
        *("show", "live", "work", "time", "end", "part", "reason", "among", "new", "name", "date", "sum", "whole"),
        *("zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
        *("forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion"),
        *("dozen", "half", "third", "quarter", "first", "second", "fourth", "fifth", "tenth", "twice", "percent"),
        *("run", "become", "want", "try", "send", "place", "soon", "long"),
    )
)
_MONEY = frozenset(stem(word) for word in ("money", "dollar", "cost", "pay", "spend"))
_NAME = re.compile(r"[^\W\d]-?\Z")


class Passage(Struct, frozen=True):
    """The sentence or sentences that a fact points into, and what it may lean on for its words."""

    text: str
    own: Range  # of `exact` in it
    before: str = ""  # what stands before it, which a pronoun may mean
    around: str = ""  # the title of the post, who says it, where

    @property
    def exact(self) -> str:
        return self.text[slice(*self.own)]


def contradictions(fact: Fact, passage: Passage) -> Iterator[Diagnostic]:
    """Everything that `says` and `show` tell otherwise than the passage; of each kind the first."""
    theirs = wording(passage.text)
    yield from _beside_the_point(fact, passage)
    for key, text, told in _told(fact):
        for bend in _bends(key, wording(told), theirs, passage, told):
            yield Diagnostic(bend.code, f"'{key}': {bend.message}", text.span, bend.hint)


def _told(fact: Fact) -> Iterator[tuple[str, Text, str]]:
    """All that an audience gets to read of a fact: the key, where it stands, and its words in normal form."""
    yield "says", fact.says, normalise(fact.says.value).text
    if fact.show:
        yield "show", fact.show, normalise(fact.show.value).text
    elif fact.value is not None and fact.unit:
        yield "unit", fact.unit, normalise(fact.display).text


def _beside_the_point(fact: Fact, passage: Passage) -> Iterator[Diagnostic]:
    told = normalise(fact.says.value).text
    exact, says = wording(passage.exact), wording(told)
    numbers = {one.values for one in figures(passage.exact)}
    if (
        exact.stems
        and says.stems
        and not _shared(exact, says)
        and not any(one.values in numbers for one in figures(told))
    ):
        message = "'exact' shares no word with what 'says' claims"
        yield Diagnostic("E120", message, fact.exact.span, "point to the words that say it")


def _shared(one: Wording, other: Wording) -> bool:
    return not one.stems.isdisjoint(other.stems) or any(
        not ALIKE.get(one_stem, other.stems).isdisjoint(one.stems) for one_stem in other.stems if one_stem in ALIKE
    )


def _bends(key: str, ours: Wording, theirs: Wording, passage: Passage, told: str) -> Iterator[Bend]:
    before = wording(passage.before)
    if key != "unit":
        yield from moods.bends(ours, theirs, passage.own, key == "says")
        yield from extents.bends(ours, theirs, passage.own, before)
        yield from roles.bends(ours, theirs)
        yield from _contrary(ours, theirs, (before, wording(passage.around)))
    numbers = figures(passage.text)
    pairs = _pairs(told, numbers)
    yield from extents.counted(ours, theirs, pairs, numbers, before.stems)
    yield from _hedges(passage.text, told, pairs)
    yield from _years(ours, theirs, told, numbers)


def _pairs(told: str, numbers: tuple[Figure, ...]) -> list[tuple[Figure, Figure]]:
    """The figures of ours, each with that of the post; only those that stand there once, so that all know which."""
    found = []
    for mine in figures(told):
        same = [post for post in numbers if post.values[0] == mine.values[0]]
        if len(same) == 1 and not mine.is_year and not _is_name(told, mine):
            found.append((mine, same[0]))
    return found


def _is_name(told: str, figure: Figure) -> bool:
    """Whether a figure is part of a name: that of I-94."""
    return bool(_NAME.search(told, max(0, figure.start - 2), figure.start))


def _hedges(text: str, told: str, pairs: list[tuple[Figure, Figure]]) -> Iterator[Bend]:
    """'About half' must not become 'half', and neither 'more than half'."""
    for mine, post in pairs:
        hedge, put = rough(text, post), rough(told, mine)
        if hedge and not is_kept(hedge, told):
            yield Bend("E107", f"it has lost the '{hedge.words}' of the post", f"write '{hedge.words}' there too")
        elif put and not is_kept(put, text):
            yield Bend("E107", f"it says '{put.words}', and the post does not", "hedge a figure as the post does")


def _years(ours: Wording, theirs: Wording, told: str, numbers: tuple[Figure, ...]) -> Iterator[Bend]:
    """Years that what stands before them changed places; where other figures are, these tell the year."""
    mine = [one for one in figures(told) if one.is_year]
    if len(mine) != 1 or len(numbers) < 2 or not all(one.is_year for one in numbers):
        return
    near = {
        one.values[0]: frozenset(word.stem for word in theirs.words if start <= word.start < one.start)
        for start, one in zip((0, *(one.end for one in numbers)), numbers, strict=False)
    }
    own = near.get(mine[0].values[0], ours.stems)
    if max(len(ours.stems & other) for other in near.values()) > len(ours.stems & own):
        yield Bend("E109", f"the post tells that of another year than {mine[0].values[0]:.0f}", "take its year")


def _contrary(ours: Wording, theirs: Wording, leant_on: Iterable[Wording]) -> Iterator[Bend]:
    everywhere = {word.stem for one in (theirs, *leant_on) for word in one.words}
    for at, word in enumerate(ours.words):
        rivals = CONTRARY.get(word.stem, frozenset()) & everywhere
        if rivals and word.stem not in everywhere:
            rival = next((other for other in theirs.words if other.stem in rivals), None)
            if rival and not rival.is_denied and not word.is_denied:
                yield Bend("E126", f"the post says '{rival.text}', not '{word.text}'", "take the word of the post")
                return
        if word.text in _PREPOSITIONS and (what := ours.next_content(at)):
            if _before(theirs, _PREPOSITIONS[word.text], what) and not _before(theirs, word.text, what):
                message = f"the post says '{_PREPOSITIONS[word.text]}', not '{word.text}'"
                yield Bend("E126", message, "take the word of the post")
                return


def _before(theirs: Wording, preposition: str, what: Word) -> bool:
    return any(
        word.text == preposition and (found := theirs.next_content(at)) and found.stem == what.stem
        for at, word in enumerate(theirs.words)
    )


def unconfirmed(fact: Fact, passage: Passage) -> tuple[str, ...]:
    """What of `says` and `show` a person must confirm, each in a sentence."""
    known = _known((passage.text, passage.before, passage.around))
    missing: dict[str, None] = {}
    for _, _, told in _told(fact):
        for word in wording(told).words:
            if word.is_content and word.stem not in _TELLING and not _is_explained(word.stem, known):
                missing.setdefault(word.text)
    if not missing:
        return ()
    return (f"the passage does not say {' or '.join(repr(word) for word in missing)}",)


def _known(texts: Iterable[str]) -> frozenset[str]:
    stems = {word.stem for text in texts for word in wording(text).words if word.stem}
    return frozenset(stems | _MONEY if any("$" in text for text in texts) else stems)


def _is_explained(word: str, known: frozenset[str]) -> bool:
    return word in known or not ALIKE.get(word, frozenset()).isdisjoint(known)
