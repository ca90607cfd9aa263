"""Whether what a fact claims is what its passage says, word by word: everything that contradicts it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import decomposition

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence import (
    announced,
    compelled,
    counting,
    degrees,
    directions,
    extents,
    frames,
    habits,
    lapses,
    leavings,
    likened,
    manners,
    moods,
    portions,
    purposes,
    relations,
    roles,
    shown,
    soles,
    superlatives,
    undone,
)
from talkbuilder.evidence.contraries import contrary
from talkbuilder.evidence.cues import is_kept, rough
from talkbuilder.evidence.durations import UNITS, same_length
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.shares import same_share
from talkbuilder.evidence.wording import Bend, Passage, Wording, wording
from talkbuilder.source.fields import Text

_DOLLARS = re.compile(r"\$|\bdollars?\b|\bUSD\b", re.IGNORECASE)
_LEADING = re.compile(r"\b(from|to|by) (?:about |over |almost |the |\$ ?)*\Z")
_AN_END = re.compile(  # which end of a range is told
    r"\b(?:at least|at most|up to|as (?:much|many|long|little|few) as|maximum|minimum|shortest|longest|lowest|highest"
    r"|youngest|oldest|smallest|largest|fewest|least|most|no (?:more|less|fewer) than)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"no (?:more|fewer|less) than|at most|up to|a maximum of")
_NO_MORE = re.compile(r"\b(?:no|not) (?:more|above|over) than \Z|\b(?:no more than|at most) \Z")
# What is no more than so many is so 'only'.
_ONLY = re.compile(r"\b(?:only|just|merely|a mere|nothing but)(?: [a-z]+ed| found| saw| had)? \Z")
_TWO_ENDS = re.compile(
    r"\b(?:ranging|range[sd]?|between|up to|at (?:most|least)|no (?:more|fewer|less) than|maximum|minimum"
    r"|as (?:many|much|long|few) as)\b|\bfrom [\w$ ]{1,12} to \b"
)
_RANGE = re.compile(r"from|between|ranging")
_DENIED = re.compile(r"\b(?:not|no)(?: \w+){0,3} \Z")  # 'not the only four' are more than four
_DRESSED = ("<super>", "<sub>", "<circle>", "<wide>", "<font>", "<small>")
_TO = re.compile(r" ?(?:to|and|-) ?\$? ?\w")
_JOINT = re.compile(r" ?(to|or|and|-) ?")
_BETWEEN = re.compile(r"\bbetween (?:\w+ )?\Z", re.IGNORECASE)
_MOVED = re.compile(r"\b(?!ranging)\w+ from (?:\w+ )?\Z", re.IGNORECASE)  # what rose from 49 to 88 was 88
_SIGNS = re.compile(r" ?(?:%|per ?cent)")
_SENTENCE_END = re.compile(r"(?:;|[.!?][\"')]*) ")
_NAME = re.compile(r"[^\W\d]-?\Z")
_LONG = 5  # letters from which even a word of grammar or of telling says something: 'reported'
_Pairs = list[tuple[Figure, Figure]]  # figures of ours, each with that of the post
_ENOUGH = 2  # words that a statement shares with the sentence around what it points to


def contradictions(fact: Fact, passage: Passage, doubtful: list[str]) -> Iterator[Diagnostic]:
    """Everything that `says` and `show` tell otherwise than the passage; of each kind the first.

    What may be meant as the passage says it is no fault, and is added to what is `doubtful`.
    """
    yield from _beside_the_point(fact, passage, doubtful)
    yield from _dressed_up(fact)
    seen: set[str] = set()
    for key, text, told in told_texts(fact):
        near = _near(fact, told, passage) if key == "show" else passage
        alone = shown.bends(told, normalise(fact.says.value).text, near.text) if key == "show" else ()
        for bend in (*_bends(key, told, near), *alone):
            if bend.is_doubt:
                doubtful.append(f"{bend.message}: {bend.hint}?")
                continue
            if bend.code in seen:
                continue
            seen.add(bend.code)
            yield Diagnostic(bend.code, f"'{key}': {bend.message}", text.span, bend.hint)
    if fact.measure and "E124" not in seen:
        for bend in habits.repeated(fact.measure.value, passage):
            yield Diagnostic(bend.code, f"'measure': {bend.message}", fact.measure.span, bend.hint)


def _near(fact: Fact, told: str, passage: Passage) -> Passage:
    """Of two passages in two sentences the one that has all the words of what is shown alone, if only one has."""
    if fact.exact.then is None:
        return passage
    second = passage.text.rfind(normalise(fact.exact.then.value).text)
    cut = max((one.end() for one in _SENTENCE_END.finditer(passage.text, passage.own[0], max(0, second))), default=0)
    if not cut:
        return passage
    words = wording(told).stems
    parts = (
        structs.replace(passage, text=passage.text[:cut], own=(passage.own[0], cut)),
        structs.replace(passage, text=passage.text[cut:], own=(second - cut, passage.own[1] - cut)),
    )
    exact = {word.text for word in wording(told).words if word.is_content}
    for fitting in (
        [one for one in parts if all(is_explained(word, one.wording.all_stems) for word in words)],
        [one for one in parts if exact <= {word.text for word in one.wording.words}],
    ):
        if len(fitting) == 1:
            return fitting[0]
    return passage


def _dressed_up(fact: Fact) -> Iterator[Diagnostic]:
    """Characters that are others in disguise: the ² of '88²' makes another number of it."""
    for key, text in (("says", fact.says), ("show", fact.show), ("measure", fact.measure)):
        for one in () if text is None or text.value.isascii() else text.value:
            if decomposition(one).startswith(_DRESSED):
                message = f"'{key}' holds '{one}', which is no plain letter or digit"
                yield Diagnostic("E108", message, text.span if text else None, "write plain letters and digits")
                return


def told_texts(fact: Fact) -> Iterator[tuple[str, Text, str]]:
    """All that an audience gets to read of a fact: the key, where it stands, and its words in normal form."""
    yield "says", fact.says, normalise(fact.says.value).text
    if fact.show:
        yield "show", fact.show, normalise(fact.show.value).text
    elif fact.value is not None and fact.unit and fact.unit.value not in fact.says.value:
        yield "unit", fact.unit, normalise(fact.display).text


def _beside_the_point(fact: Fact, passage: Passage, doubtful: list[str]) -> Iterator[Diagnostic]:
    told = normalise(fact.says.value).text
    says, theirs = wording(told), passage.wording
    exact = frozenset(theirs.words[at].stem for at in theirs.within(*passage.own) if theirs.words[at].is_content)
    if (
        not exact
        or not says.stems
        or not exact.isdisjoint(says.stems)
        or any(is_explained(one, exact) for one in says.stems)
    ):
        return
    pointed_to = passage.text[slice(*passage.own)]
    numbers = {one.values for one in figures(pointed_to)}
    if same_length(told, pointed_to) or same_share(told, pointed_to):
        return
    if not any(one.values in numbers for one in figures(told)):
        known = theirs.stems | passage.leant_on.stems
        texts = {theirs.words[at].text for at in theirs.within(*passage.own) if len(theirs.words[at].text) > _LONG}
        is_same_word = any(one.text in texts for one in says.words)
        if is_same_word or sum(is_explained(one, known) for one in says.stems) >= _ENOUGH:
            doubtful.append("'exact' shares no word with what 'says' claims: is it that which says it?")
            return
        message = "'exact' shares no word with what 'says' claims"
        yield Diagnostic("E120", message, fact.exact.span, "point to the words that say it")


def _bends(key: str, told: str, passage: Passage) -> Iterator[Bend]:
    ours = wording(told)
    if key != "unit":
        yield from moods.bends(ours, passage, key == "says")
        yield from habits.bends(ours, passage, told)
        yield from purposes.bends(ours, passage)
        yield from directions.bends(ours, passage)
        yield from degrees.bends(told, ours, passage, directions.ways)
        yield from extents.bends(ours, passage, key == "says")
        yield from superlatives.bends(ours, passage.wording)
        yield from roles.bends(ours, passage)
        yield from manners.bends(told, ours, passage)
        yield from undone.bends(told, ours, passage, key == "says")
        yield from lapses.bends(told, passage)
        yield from leavings.bends(told, passage)
        yield from soles.bends(told, ours, passage)
        yield from likened.bends(told, passage)
        yield from compelled.bends(told, passage)
        if key == "says":
            yield from announced.bends(told, passage)
            yield from frames.bends(told, passage)
            yield from relations.bends(ours, passage)
        yield from contrary(ours, passage, UNITS if same_length(told, passage.text) else frozenset())
    numbers = figures(passage.text)
    yield from portions.bends(told, passage)
    shares = [(Figure(*place, (part.values[0],)), part) for place, part in same_share(told, passage.text)]
    others = _outside(shares, pairs(told, passage.text))
    if same := [*others, *shares]:
        yield from counting.bends(ours, passage, others, numbers)
        yield from _signs(passage.text, told, others)
        yield from _ends(passage.text, told, same)
        yield from _hedges(passage.text, told, same)
        if key in ("says", "show"):
            yield from _cut_ranges(passage.text, told, numbers, key)
    yield from _years(ours, passage.wording, told, numbers)


def pairs(told: str, text: str) -> _Pairs:
    """The figures of ours, each with that of the post; only those that stand there once, so that all know which."""
    found = []
    for mine in figures(told):
        same = [post for post in figures(text) if post.values[0] == mine.values[0]]
        if len(same) == 1 and not mine.is_year and not _is_name(told, mine) and not _is_name(text, same[0]):
            found.append((mine, same[0]))
    return found


def _outside(shares: _Pairs, all: _Pairs) -> _Pairs:
    """The pairs of which ours is no figure of a share: neither of 'one acre in three'."""
    return [one for one in all if not any(share.start <= one[0].start < share.end for share, _ in shares)]


def _is_name(told: str, figure: Figure) -> bool:
    """Whether a figure is part of a name: that of I-94."""
    return bool(_NAME.search(told, max(0, figure.start - 2), figure.start))


def _signs(text: str, told: str, pairs: _Pairs) -> Iterator[Bend]:
    for mine, post in pairs:
        if told[: mine.start].rstrip().endswith("$") and not _DOLLARS.search(text):
            yield Bend("E108", "the post tells of no dollars", "name what the post counts")
        if bool(_SIGNS.match(told, mine.end)) != bool(_SIGNS.match(text, post.end)):
            yield Bend("E108", "a share and a number are not the same", "write '%' where the post does, and only there")


def _ends(text: str, told: str, pairs: _Pairs) -> Iterator[Bend]:
    """From which figure to which, and by how many."""
    for mine, post in pairs:
        ours, theirs = _LEADING.search(told, 0, mine.start), _LEADING.search(text, 0, post.start)
        if ours and theirs and ours[1] != theirs[1]:
            yield Bend(
                "E110", f"the post says '{theirs[1]}' of this figure, not '{ours[1]}'", "tell it as the post does"
            )
            return


def _hedges(text: str, told: str, pairs: _Pairs) -> Iterator[Bend]:
    """'About half' must not become 'half', and neither 'more than half'."""
    for mine, post in pairs:
        hedge, put = rough(text, post), rough(told, mine)
        if hedge and not (is_kept(hedge, told) or _RANGE.match(hedge.words)):
            yield Bend("E107", f"it has lost the '{hedge.words}' of the post", f"write '{hedge.words}' there too")
        elif put and put.precisions == ("at-least",) and _TO.match(text, post.end) and _TWO_ENDS.search(lowered(text)):
            continue  # of '$5 to $9' the one end is at least $5
        elif put and _NO_MORE.search(lowered(told[: mine.start])) and _ONLY.search(lowered(text[: post.start])):
            continue
        elif put and _AT_MOST.match(lowered(put.words)) and not _TWO_ENDS.search(lowered(text)):
            yield Bend("E107", f"it says '{put.words}', and the post does not", "hedge a figure as the post does")
        elif put and put.precisions == ("about",) and not is_kept(put, text):
            yield Bend("E107", f"it says '{put.words}', and the post does not", "is it meant to be rough", True)
        elif put and not (is_kept(put, text) or _RANGE.match(put.words) or _DENIED.search(text, 0, post.start)):
            yield Bend("E107", f"it says '{put.words}', and the post does not", "hedge a figure as the post does")


def _cut_ranges(text: str, told: str, numbers: tuple[Figure, ...], key: str) -> Iterator[Bend]:
    """'From two to 14 years', '10th or 13th' must not become one end of it; a person is asked where only one shows."""
    mine = [one.values[0] for one in figures(told)]
    if _AN_END.search(told):
        return
    for one, other in pairwise(numbers):
        if one.is_year or other.is_year or len({one.values[0], other.values[0]} & set(mine)) != 1:
            continue
        joint = _JOINT.fullmatch(text, one.end, other.start)
        if joint and (joint[1] != "and" or _BETWEEN.search(text, 0, one.start)):
            if joint[1] == "to" and _MOVED.search(text, 0, one.start):
                continue
            both = text[one.start : other.end]
            if key == "show":
                yield Bend("E107", f"'show' has lost an end of '{both}'", "is it so alone", True)
            else:
                yield Bend("E107", f"it has lost an end of '{both}'", "tell both ends, as the post does")
            return


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
