"""What the post only announces must not be told as having taken place: 'the fair will be in May', and 'it was held'."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, wording
from talkbuilder.evidence.words import PASTS, stem

_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due|set|scheduled|planned|going|about|supposed) (?:to|for)|(?:is|are) to be"
    r"|plans?(?: in motion| afoot)? to|intends? to|upcoming)\b|'ll\b"
)
_IS_OVER = re.compile(r"\b(?:was|were|had|did|has been|have been)\b")
_HELD = re.compile(
    r"\b(?:took place|(?:was|were) (?:\w+ly )?(?:held|hosted|celebrated|opened|attended|staged|inaugurated|launched)"
    r"|happened|occurred|went ahead|came off|(?:was|were) a success)\b"
)
# By these it is told as announced: 'was set for May', 'they planned to', 'it was to be'.
_KEEPS = re.compile(
    r"\b(?:will|would|shall|should|may(?! \d)|might|could|can|if|plan\w*|announc\w*|schedul\w*|due|invit\w*|promis\w*"
    r"|expect\w*|hop(?:e[sd]?|ing)|inten[dt]\w*|upcoming|ahead|propos\w*|suppos\w*|set (?:for|to)"
    r"|(?:was|were|is|are) (?:going )?to|meant|advertis\w*|foresee\w*|predict\w*|future|coming|next|want\w*|offer\w*)\b"
    r"|'ll\b"
)
_TOLD = re.compile(rf"\b(?:was|were|(?!need\b|indeed\b|speed\b|hundred\b)\w{{2,}}ed|{'|'.join(sorted(PASTS))})\b")
# What somebody decided or announced would be done, and not what they would often do.
_DECIDED = re.compile(
    r"\b(?:proclaim|announc|decid|declar|decree|order|rul|resolv|agre|promis|vow|pledg|plann|determin)(?:e?d|es?|ing)?\b"
    r"[^.;:!?]{0,80}?\b(?P<ahead>would|should)\b(?! (?:not|never|often|always|sometimes)\b)(?P<deed>[^.;:!?,]*)"
)
_GOING = re.compile(r"\b(?:is|are|was|were) (?P<ahead>going to)\b(?P<deed>[^.;:!?,]*)")
_DONE = re.compile(r"\b(?:was|were) (?:\w+ly )?(?P<deed>\w+)\b")
_NEAR = 3  # words between what is pointed to and the 'will' before it
_ENDS = re.compile(r"[.;:!?,]")


def decided(text: str) -> Iterator[str]:
    """What a post tells as decided or announced, and not as done: what stands behind its 'would' or 'going to'."""
    for pattern in (_DECIDED, _GOING):
        yield from (one["deed"] for one in pattern.finditer(lowered(text)))


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """What will be, told as held."""
    held = _HELD.search(lowered(told))
    if held and (ahead := _ahead(told, passage)):
        message = f"it says '{held[0]}', and the post '{ahead}'"
        yield Bend("E123", message, "tell as announced what is only announced")


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What will be, told as done in other words."""
    low = lowered(says)
    told = next((one for one in _TOLD.finditer(low) if not _is_attribute(low, one)), None)
    if told and (ahead := _ahead(says, passage)):
        yield f"the post says '{ahead}', and it says '{told[0]}': did it come to pass?"
        return
    planned = wording(" ".join(decided(passage.text))).stems
    if deed := next((one["deed"] for one in _DONE.finditer(low) if stem(one["deed"]) in planned), ""):
        yield f"the post tells '{deed}' as decided, and it says '{deed}' as done: did it come to pass?"


def _is_attribute(low: str, found: re.Match[str]) -> bool:
    """Whether a participle only stands before its noun: 'in forced labor'."""
    return bool(re.search(r"\b(?:the|a|an|of|in|for|by|with|their|its|his|her|all|any) \Z", low[: found.start()]))


def _ahead(told: str, passage: Passage) -> str:
    """The words of the post that tell of what is pointed to as of something to come, "" where ours does too."""
    start, end = passage.own
    low = lowered(passage.text)
    told_ahead = (*((one[0], one.end()) for one in _AHEAD.finditer(low, 0, end)), *_decided(low, end))
    found = next((one for one, behind in told_ahead if _bears(low, behind, start)), "")
    return "" if _IS_OVER.search(low, start, end) or _KEEPS.search(lowered(told)) else found


def _decided(low: str, end: int) -> Iterator[tuple[str, int]]:
    return ((one["ahead"], one.end("ahead")) for one in _DECIDED.finditer(low) if one.start("ahead") < end)


def _bears(low: str, end: int, start: int) -> bool:
    between = low[end:start]
    return len(between.split()) <= _NEAR and not _ENDS.search(between)
