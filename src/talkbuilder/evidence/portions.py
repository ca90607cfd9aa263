"""Some of a group told as the group, a share told of others, and a total told as what there was at a time."""

import re
from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained, is_same
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.shares import same_share
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stem, stems

_PART = re.compile(
    r"\b(?P<part>(?:some|a few|few|most|many|several|part|half|a (?:part|number|handful|majority)|the majority"
    r"|members?) of (?:the|a|an|this|that|these|those|its|their)) (?P<what>[^,;.()]{1,40})"
)
_LEAST = re.compile(r"[ewyflrt]s? of (?:the|a|an|this|that|these|those|its|their) ")  # quicker to look for
_KEPT = re.compile(
    r"\b(?:some|few|most|many|several|part|partly|half|number|handful|majority|members?|not all|mostly|among"
    r"|(?:one|two|three|\d+) (?:of|from))\b"
)
_AMONG_THEM = re.compile(r"\b(?:including|includes?|included|among (?:them|which|whom)|of (?:them|whom|which))\b")
_ENDS = re.compile(r"[,;:.()]")
_GROUPS = stems("group crew class team family band party staff choir")
_AT_A_TIME = re.compile(r"\b(?:at a time|at once|at (?:any )?one time|simultaneously|at the same time|at any time)\b")
_TOGETHER = re.compile(rf"{_AT_A_TIME.pattern}|\b(?:together|room for|holds?|capacity|beds?)\b")
# What is measured with these stands behind their 'of': one acre in three of the forest.
_MEASURES = stems("acre hectare mile kilometer yard foot inch pound ton tonne kilo gallon liter bushel hour day week")
_PER_CENT = frozenset(("percent", "per", "cent"))
_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my")
)


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """'One barn in three' of what the post tells of a third of something else."""
    ours, theirs = wording(told), passage.wording
    counts: dict[tuple[int, int], list[Word]] = {}
    for place, part in same_share(told, passage.text):
        counts.setdefault(place, []).extend(_of_what(theirs, part.end))
    for (start, end), posts in counts.items():
        named = (ours.words[at] for at in ours.within(start, end))
        mine = [one for one in (*named, *_of_what(ours, end)) if one.is_content and one.stem not in _MEASURES]
        if posts and mine and not any(is_same(post.stem, one.stem) for post in posts for one in mine):
            is_one = not posts[0].text.endswith("s")  # one villager in three may be a third of the town
            is_doubt = is_one and not any(one.stem in theirs.stems for one in mine)
            hint = "are they the same" if is_doubt else "tell the share of what the post does"
            message = f"the post tells the share of '{posts[0].text}', not of '{mine[0].text}'"
            yield Bend("E121", message, hint, is_doubt)


def _of_what(text: Wording, end: int) -> list[Word]:
    """The words of content behind a share, up to its verb: 'bakers' and 'town' of 'bakers of the town went'."""
    found: list[Word] = []
    is_open = False  # behind an 'of'
    clause = next((one.clause for one in reversed(text.words) if one.start < end), 0)
    for one in (one for one in text.words if one.start >= end):
        is_open = one.text == "of" or (is_open and one.text in _DETERMINERS)
        is_deed = one.text.endswith("ed") or one.text in PASTS
        if one.clause != clause or is_deed or not (one.is_content or is_open or one.text in _PER_CENT):
            break
        found += [one] if one.is_content else []
    return found


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What makes one doubt that all of them are meant, or all of them at a time."""
    said, low = lowered(says), lowered(passage.text)
    for found in _PART.finditer(low) if _LEAST.search(low) and not _KEPT.search(said) else ():
        numbers = [one.values[0] for one in figures(found["what"])]
        is_told = any(one.has(number) for one in figures(says) for number in numbers if not one.is_year)
        groups = wording(found["what"]).stems & _GROUPS
        if passage.touches(*found.span()) and (is_told or groups & wording(says).stems):
            yield f"the post says it of '{found['part']} {found['what'].split()[0]}': is it told of some or all?"
            break
    yield from _of_part(says, passage)
    time = _AT_A_TIME.search(said) if " at " in said or " simul" in said else None
    if time and not _TOGETHER.search(low):
        yield f"it says '{time[0]}', and the post does not: is it said of all that time?"


def _of_part(says: str, passage: Passage) -> Iterator[str]:
    """'Nine came, including two of the north' as 'nine of the north came'."""
    low = lowered(passage.text)
    told = figures(says)
    for whole, part in pairwise(one for one in figures(passage.text) if not one.is_year):
        found = _AMONG_THEM.search(low, whole.end, part.start)
        is_told = any(one.has(whole.values[0]) for one in told) and not any(one.has(part.values[0]) for one in told)
        if not found or not is_told:
            continue
        end = _ENDS.search(low, part.end)
        own = wording(passage.text[part.end : end.start() if end else len(low)])
        rest = wording(f"{passage.text[: part.start]}, {passage.text[end.start() :] if end else ''}").all_stems
        others = [one.text for one in own.words if one.is_content and not is_explained(one.stem, rest)]
        mine = [one for one in others if stem(one) in wording(says).stems]
        if mine:
            few, many = passage.text[part.start : part.end], passage.text[whole.start : whole.end]
            yield f"the post says '{mine[0]}' of {few}, and not of all the {many}"
            return
