"""What the post only announces must not be told as having taken place: 'the fair will be in May', and 'it was held'."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage
from talkbuilder.evidence.words import PASTS
from talkbuilder.patterns import compiled

_AHEAD = compiled(
    r"\b(?:will|shall|(?:is|are) (?:due|set|scheduled|planned|going|about|supposed) (?:to|for)|(?:is|are) to be"
    r"|plans?(?: in motion| afoot)? to|intends? to|upcoming)\b|'ll\b"
)
_IS_OVER = compiled(r"\b(?:was|were|had|did|has been|have been)\b")
_HELD = compiled(
    r"\b(?:took place|(?:was|were) (?:\w+ly )?(?:held|hosted|celebrated|opened|attended|staged|inaugurated|launched)"
    r"|happened|occurred|went ahead|came off|(?:was|were) a success)\b"
)
# By these it is told as announced: 'was set for May', 'they planned to', 'it was to be'.
_KEEPS = compiled(
    r"\b(?:will|would|shall|should|may(?! \d)|might|could|can|if|plan\w*|announc\w*|schedul\w*|due|invit\w*|promis\w*"
    r"|expect\w*|hop(?:e[sd]?|ing)|inten[dt]\w*|upcoming|ahead|propos\w*|suppos\w*|set (?:for|to)"
    r"|(?:was|were|is|are) (?:going )?to|meant|advertis\w*|foresee\w*|predict\w*|future|coming|next|want\w*|offer\w*)\b"
    r"|'ll\b"
)
_TOLD = compiled(rf"\b(?:was|were|(?!need\b|indeed\b|speed\b|hundred\b)\w{{2,}}ed|{'|'.join(sorted(PASTS))})\b")
_NEAR = 3  # words between what is pointed to and the 'will' before it
_ENDS = compiled(r"[.;:!?,]")


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """What will be, told as held."""
    held = _HELD.search(lowered(told))
    if held and (ahead := _ahead(told, passage)):
        message = f"it says '{held[0]}', and the post '{ahead[0]}'"
        yield Bend("E123", message, "tell as announced what is only announced")


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What will be, told as done in other words."""
    low = lowered(says)
    told = next((one for one in _TOLD.finditer(low) if not _is_attribute(low, one)), None)
    if told and (ahead := _ahead(says, passage)):
        yield f"the post says '{ahead[0]}', and it says '{told[0]}': did it come to pass?"


def _is_attribute(low: str, found: re.Match[str]) -> bool:
    """Whether a participle only stands before its noun: 'in forced labor'."""
    return bool(re.search(r"\b(?:the|a|an|of|in|for|by|with|their|its|his|her|all|any) \Z", low[: found.start()]))


def _ahead(told: str, passage: Passage) -> re.Match[str] | None:
    """The words of the post that tell of what is pointed to as of something to come, where ours does not."""
    start, end = passage.own
    low = lowered(passage.text)
    found = next((one for one in _AHEAD.finditer(low, 0, end) if _bears(low, one, start)), None)
    return None if _IS_OVER.search(low, start, end) or _KEEPS.search(lowered(told)) else found


def _bears(low: str, found: re.Match[str], start: int) -> bool:
    between = low[found.end() : start]
    return len(between.split()) <= _NEAR and not _ENDS.search(between)
