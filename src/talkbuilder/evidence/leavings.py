"""Who leaves of their own will, and who is sent away: 'she resigned' must not become 'she was dismissed'."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage

_RESIGNED = re.compile(
    r"\b(?:resign(?:s|ed|ing|ation|ations)?(?! to\b)|quit(?:s|ting)?|stepp?(?:s|ed|ing)? down"
    r"|handed in (?:her|his|their)"
    r"|(?:left|gave up|leaving|giving up) (?:her|his|their|my|our) (?:\w+ )?(?:job|post|work|office|place|position))\b"
)
_SENT = re.compile(
    r"\b(?:dismiss\w*|sack(?:ed|ing|s)|fired(?! (?:at|on|up|shots?)\b)|l(?:et|ets|etting) (?:\w+ ){0,3}?go"
    r"|(?:laid|lay|lays|laying) off|oust\w*|expel\w*|expuls\w+|discharged|made redundant|evict\w*|banish\w*"
    r"|(?:thrown|kicked|pushed|forced|driven|threw|kicked|pushed|drove) (?:\w+ )?out|shown the door|got rid of)\b"
)
_SHOT = re.compile(
    r"\bfired (?:the|an?|his|her|their) (?:\w+ )?(?:guns?|rifles?|cannons?|shots?|kiln|oven|pots?|bricks?|rockets?)\b"
)
_LEFT = re.compile(rf"{_RESIGNED.pattern}|\b(?:left|leaves|walked out|departed|retired|withdrew|moved on)\b")
_MADE_TO = re.compile(r"\b(?:forc\w+|had to|made to|told to|order\w*|sent|pressed|pressure\w*)\b")
_IS_SENT = re.compile(
    r"\b(?:was|were|been|got|being) (?:\w+ly )?(?:dismissed|fired|sacked|let go|laid off|ousted|expelled)"
)


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """Who left, told as sent away; and who was sent away, told as having left."""
    said, low = lowered(told), lowered(passage.text)
    sent, was_sent = _SENT.search(_SHOT.sub("", said)), _SENT.search(_SHOT.sub("", low))
    if sent and not was_sent:
        found = next((one for one in _RESIGNED.finditer(low) if passage.touches(*one.span())), None)
        if found and not _RESIGNED.search(said):
            is_doubt = not (found[0].startswith("resign") and _IS_SENT.search(said)) or bool(_MADE_TO.search(low))
            hint = "is it the same" if is_doubt else "let who left have left"
            yield Bend("E126", f"the post says '{found[0]}', not '{sent[0]}'", hint, is_doubt)
    elif was_sent and not sent and passage.touches(*was_sent.span()) and not _MADE_TO.search(said):
        left = _LEFT.search(said)
        if left and not _LEFT.search(low):
            yield Bend("E126", f"the post says '{was_sent[0]}', not '{left[0]}'", "is it the same", True)
