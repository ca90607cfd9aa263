"""Some of a group told as the group, and a total told as what there was at a time: what a person is asked about."""

from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, wording
from talkbuilder.evidence.words import stem, stems
from talkbuilder.patterns import compiled

_PART = compiled(
    r"\b(?P<part>(?:some|a few|few|most|many|several|part|half|a (?:part|number|handful|majority)|the majority"
    r"|members?) of (?:the|a|an|this|that|these|those|its|their)) (?P<what>[^,;.()]{1,40})"
)
_LEAST = compiled(r"[ewyflrt]s? of (?:the|a|an|this|that|these|those|its|their) ")  # quicker to look for
_KEPT = compiled(
    r"\b(?:some|few|most|many|several|part|partly|half|number|handful|majority|members?|not all|mostly|among"
    r"|(?:one|two|three|\d+) (?:of|from))\b"
)
_AMONG_THEM = compiled(r"\b(?:including|includes?|included|among (?:them|which|whom)|of (?:them|whom|which))\b")
_ENDS = compiled(r"[,;:.()]")
_GROUPS = stems("group crew class team family band party staff choir")
_AT_A_TIME = compiled(r"\b(?:at a time|at once|at (?:any )?one time|simultaneously|at the same time|at any time)\b")
_TOGETHER = compiled(rf"{_AT_A_TIME.pattern}|\b(?:together|room for|holds?|capacity|beds?)\b")


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
