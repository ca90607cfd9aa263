"""What somebody noted, heard or explained, and the post only tells on: a person is asked where it is told plainly."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.wording import Passage, wording

_KINDS = frozenset(("observation", "unsourced", "primary"))  # the others say themselves that it is told on
_OFTEN = r"(?:(?:also|once|then|later|often|had|has|have|just|even) )*"
_TOLD = re.compile(
    rf"\b(?P<words>(?:he|she|they) {_OFTEN}(?:noted|noticed|heard|learn(?:ed|t)|found out|discovered|remarked|explained"
    r"|mentioned|said|says|claimed|added|observed|recalled|remembered|complained|wrote|reported|realized"
    r"|(?:was|were) told|told \w+)(?: to (?:me|us|him|her|them))?"
    r"|(?:told|informed|assured|reminded|explained to|mentioned to|wrote to|said to|wrote) (?:me|us)) that\b"
)
_KEPT = re.compile(
    r"\b(?:not(?:ed|es)|notic\w+|heard|hears|learn\w*|found out|remark\w*|explain\w*|mention\w*|sa(?:id|ys)|claim\w*"
    r"|t(?:old|ells?)|wr(?:ote|ites)|report\w*|observed|recall\w*|remember\w*|complain\w*|according to|as \w+ put it"
    r"|seem\w*|apparent\w*|suppos\w*|quoted|account)\b"
)
_ENDED = re.compile(r"[.;!?]|\b(?:but|however)\b")


def reasons(fact: Fact, passage: Passage) -> Iterator[str]:
    """Who told it to whom, where the fact has nobody who did."""
    says = normalise(fact.says.value).text
    if fact.kind not in _KINDS or _KEPT.search(lowered(says)):
        return
    low, (start, end) = lowered(passage.text), passage.own
    for found in _TOLD.finditer(low, 0, end):
        told = wording(passage.text[found.end() :]).stems
        if not _ENDED.search(low, found.end(), max(start, found.end())) and not told.isdisjoint(wording(says).stems):
            yield f"the post says '{passage.text[found.start() : found.end()]}': is it told as what somebody told?"
            return
