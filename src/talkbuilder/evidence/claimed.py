"""Whether what a fact claims is what its passage says, word by word: what contradicts, and what nobody can confirm."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence import counting, directions, extents, moods, roles
from talkbuilder.evidence.cues import is_kept, rough
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.meanings import ALIKE, CONTRARY
from talkbuilder.evidence.normal import normalise
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import stem
from talkbuilder.source.fields import Text

# Where these stand before one and the same word, it is said of the one or the other.
_PREPOSITIONS = {
    "before": ("after", "during", "since"),
    "after": ("before", "during", "until"),
    "during": ("before", "after"),
    "since": ("before", "until"),
    "until": ("after", "since"),
    "with": ("without",),
    "without": ("with",),
    "above": ("below",),
    "below": ("above",),
    "inside": ("outside",),
    "outside": ("inside",),
    "for": ("against",),
    "against": ("for",),
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
        *("run", "become", "want", "try", "send", "place", "soon", "long"),
    )
)
_MONEY = frozenset(stem(word) for word in ("money", "dollar", "cost", "pay", "spend"))
_DOLLARS = re.compile(r"\$|\bdollars?\b|\bUSD\b", re.IGNORECASE)
_LEADING = re.compile(r"\b(from|to|by) (?:about |over |almost |the |\$ ?)*\Z")
_RANGE = re.compile(r"from|between|ranging")
_DENIED = re.compile(r"\b(?:not|no)(?: \w+){0,3} \Z")  # 'not the only four' are more than four
_SIGNS = re.compile(r" ?(?:%|per ?cent)")
_NAME = re.compile(r"[^\W\d]-?\Z")


def contradictions(fact: Fact, passage: Passage) -> Iterator[Diagnostic]:
    """Everything that `says` and `show` tell otherwise than the passage; of each kind the first."""
    yield from _beside_the_point(fact, passage)
    seen: set[str] = set()
    for key, text, told in _told(fact):
        for bend in _bends(key, told, passage):
            if bend.code in seen:
                continue
            seen.add(bend.code)
            yield Diagnostic(bend.code, f"'{key}': {bend.message}", text.span, bend.hint)


def _told(fact: Fact) -> Iterator[tuple[str, Text, str]]:
    """All that an audience gets to read of a fact: the key, where it stands, and its words in normal form."""
    yield "says", fact.says, normalise(fact.says.value).text
    if fact.show:
        yield "show", fact.show, normalise(fact.show.value).text
    elif fact.value is not None and fact.unit and fact.unit.value not in fact.says.value:
        yield "unit", fact.unit, normalise(fact.display).text


def _beside_the_point(fact: Fact, passage: Passage) -> Iterator[Diagnostic]:
    told = normalise(fact.says.value).text
    says, theirs = wording(told), passage.wording
    exact = frozenset(theirs.words[at].stem for at in theirs.within(*passage.own) if theirs.words[at].is_content)
    if (
        not exact
        or not says.stems
        or not exact.isdisjoint(says.stems)
        or any(_is_explained(one, exact) for one in says.stems)
    ):
        return
    numbers = {one.values for one in figures(passage.text[slice(*passage.own)])}
    if not any(one.values in numbers for one in figures(told)):
        message = "'exact' shares no word with what 'says' claims"
        yield Diagnostic("E120", message, fact.exact.span, "point to the words that say it")


def _bends(key: str, told: str, passage: Passage) -> Iterator[Bend]:
    ours = wording(told)
    if key != "unit":
        yield from moods.bends(ours, passage, key == "says")
        yield from directions.bends(ours, passage)
        yield from extents.bends(ours, passage)
        yield from roles.bends(ours, passage)
        yield from contrary(ours, passage)
    numbers = figures(passage.text)
    if pairs := _pairs(told, numbers):
        yield from counting.bends(ours, passage, pairs, numbers)
        yield from _signs(passage.text, told, pairs)
        yield from _ends(passage.text, told, pairs)
        yield from _hedges(passage.text, told, pairs)
    yield from _years(ours, passage.wording, told, numbers)


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


def _signs(text: str, told: str, pairs: list[tuple[Figure, Figure]]) -> Iterator[Bend]:
    for mine, post in pairs:
        if told[: mine.start].rstrip().endswith("$") and not _DOLLARS.search(text):
            yield Bend("E108", "the post tells of no dollars", "name what the post counts")
        if bool(_SIGNS.match(told, mine.end)) != bool(_SIGNS.match(text, post.end)):
            yield Bend("E108", "a share and a number are not the same", "write '%' where the post does, and only there")


def _ends(text: str, told: str, pairs: list[tuple[Figure, Figure]]) -> Iterator[Bend]:
    """From which figure to which, and by how many."""
    for mine, post in pairs:
        ours, theirs = _LEADING.search(told, 0, mine.start), _LEADING.search(text, 0, post.start)
        if ours and theirs and ours[1] != theirs[1]:
            yield Bend(
                "E110", f"the post says '{theirs[1]}' of this figure, not '{ours[1]}'", "tell it as the post does"
            )
            return


def _hedges(text: str, told: str, pairs: list[tuple[Figure, Figure]]) -> Iterator[Bend]:
    """'About half' must not become 'half', and neither 'more than half'."""
    for mine, post in pairs:
        hedge, put = rough(text, post), rough(told, mine)
        if hedge and not (is_kept(hedge, told) or _RANGE.match(hedge.words)):
            yield Bend("E107", f"it has lost the '{hedge.words}' of the post", f"write '{hedge.words}' there too")
        elif put and not (is_kept(put, text) or _RANGE.match(put.words) or _DENIED.search(text, 0, post.start)):
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
    last = next((word.stem for word in reversed(ours.words) if word.is_content and word.start < mine[0].start), "")
    own = near.get(mine[0].values[0], frozenset((last,)))
    if last not in own and any(last in other for other in near.values()):
        yield Bend("E109", f"the post tells that of another year than {mine[0].values[0]:.0f}", "take its year")


def contrary(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A word that excludes one of the post: 'closed' where it opened, 'after' where it was before."""
    for at, word in enumerate(ours.words):
        told = None
        if rivals := CONTRARY.get(word.stem):
            told = _rival(ours, at, rivals - ALIKE.get(word.stem, frozenset()), passage)
        elif others := _PREPOSITIONS.get(word.text):
            told = _other_side(ours, at, others, passage.wording)
        if told:
            yield Bend("E126", f"the post says '{told}', not '{word.text}'", "take the word of the post")
            return


def _other_side(ours: Wording, at: int, others: tuple[str, ...], theirs: Wording) -> str | None:
    """The preposition that the post has before the same word."""
    what = ours.next_content(at)
    if what is None or _before(theirs, ours.words[at].text, what):
        return None
    return next((other for other in others if _before(theirs, other, what)), None)


def _rival(ours: Wording, at: int, rivals: frozenset[str], passage: Passage) -> str | None:
    """The word that the post has instead, or has of what this one is said of."""
    theirs, word = passage.wording, ours.words[at]
    places = [place for place, other in enumerate(theirs.words) if other.stem in rivals and not other.is_denied]
    if not places or word.is_denied:
        return None
    if word.stem not in theirs.all_stems:
        return None if passage.explains(word.stem) else theirs.words[places[0]].text
    said = _behind(ours, at)
    own = frozenset[str]().union(*(_behind(theirs, at) for at, one in enumerate(theirs.words) if one.stem == word.stem))
    swapped = (place for place in places if said & _behind(theirs, place) and not said & own)
    return next((theirs.words[place].text for place in swapped), None)


def _behind(text: Wording, at: int) -> frozenset[str]:
    """The content of the few words behind a word, in its clause."""
    clause = text.words[at].clause
    return frozenset(one.stem for one in text.words[at + 1 : at + 5] if one.is_content and one.clause == clause)


def _before(theirs: Wording, preposition: str, what: Word) -> bool:
    return any(
        word.text == preposition and (found := theirs.next_content(at)) and found.stem == what.stem
        for at, word in enumerate(theirs.words)
    )


def unconfirmed(fact: Fact, passage: Passage) -> tuple[str, ...]:
    """What of `says` and `show` a person must confirm, each in a sentence."""
    missing: dict[str, None] = {}
    for _, _, told in _told(fact):
        for word in wording(told).words:
            if word.is_content and word.stem not in passage.wording.all_stems and not _is_known(word.stem, passage):
                missing.setdefault(word.text)
    if not missing:
        return ()
    return (f"the passage does not say {' or '.join(repr(word) for word in missing)}",)


def _is_known(word: str, passage: Passage) -> bool:
    if word in _TELLING or _is_explained(word, passage.wording.all_stems) or passage.explains(word):
        return True
    if word in _MONEY and "$" in passage.text:
        return True
    return any(passage.explains(other) for other in ALIKE.get(word, ()))


def _is_explained(word: str, known: frozenset[str]) -> bool:
    return word in known or not ALIKE.get(word, frozenset()).isdisjoint(known)
