"""What somebody did not tell, said without a 'not': it 'remained unreported', and they 'kept silent on' it."""

import re

from talkbuilder.evidence.wording import Wording

_ASKED = r"(?:how|why|when|where|who|whom|whose|what|which|whether)"
# What a post denies, with what of: 'did not report how many', 'nobody knows who'.
_TELLS = (
    r"(?:(?:report|mention|publish|reveal|explain|record)(?:e?s|ed)?|(?:state|disclose|indicate|announce)[sd]?|said|says?"
    r"|tells?|told|specif(?:y|ies|ied)|writes?|wrote|knows?|knew|known)"
)
_NOT_TOLD = re.compile(rf"{_TELLS} (?P<asked>how \w+|{_ASKED})\b")
# What says so: of what is asked, before or behind it, or of those who might have told it.
_UNTOLD = re.compile(
    r"\b(?:remain(?:s|ed)?|stay(?:s|ed)?|is|are|was|were|went|goes|left|leaves)(?: it)?"
    r" (?:un(?:reported|said|mentioned|published|told|stated|known|explained|disclosed|clear"
    r"|recorded|answered)|open)\b"
    rf"|\b(?:kept|keeps?|is|are|was|were|stay(?:s|ed)?|remain(?:s|ed)?) silent (?:on|about|over|as to) {_ASKED}\b"
)
_TURNED = re.compile(r"\b(?:not|no|never|nor|hardly|barely|scarcely|\w+n't|no longer)(?: \w+){0,2} \Z")
_TOLD = re.compile(rf"(?<!\bthe )(?<!\ba )(?<!\bthis )(?<!\bits )(?<!\btheir )(?<!\bit )\b{_TELLS}\b")


def is_untold(theirs: Wording, at: int, ours: Wording) -> bool:
    """Whether what a denial of the post leaves untold is told of as untold; a plain telling beside it says more."""
    behind = " ".join(one.text for one in theirs.words[at + 1 :])
    asked, said = _NOT_TOLD.match(behind), ours.spaced
    found = _UNTOLD.search(said)
    if asked is None or found is None or f" {asked['asked']} " not in f" {said} ":
        return False
    return not _TURNED.search(said[: found.start()]) and not _TOLD.search(said)
