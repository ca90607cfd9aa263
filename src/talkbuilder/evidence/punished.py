"""What somebody is said to suffer 'for what they told', of which the post does not tell why."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, wording

# What somebody suffers, and for what.
_FOR_WHAT = re.compile(
    r"\b(?:block|bann|barr|clos(?=ed)|shut|fin(?=ed)|jail|imprison|arrest|punish|dismiss|fir(?=ed)|sack|expel|evict|deport"
    r"|censor|attack|kill|beaten|blam|critici|remov|delet|reject|suspend|sued|exil|banish|hated|hunt|whipp|hang)\w*\b"
    r"[^;.]{0,80}? (?P<words>(?:as punishment |in (?:return|revenge|retaliation) )?for"
    r" (?:what|its|his|her|their|my|our|having|being|\w+ing)|over|on account of|on the grounds? (?:of|that))\b"
)
_BEHIND_FOR = 8  # words
_FOR = frozenset(
    (
        "for",
        "over",
        "because",
        "since",
        "due",
        "owing",
        "account",
        "ground",
        "grounds",
        "as",
        "after",
        "thanks",
        "reason",
    )
)


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """'It was banned for what it says', of which the post does not tell why."""
    mine = _FOR_WHAT.search(lowered(says))
    if mine is None:
        return
    words = passage.wording.words
    places = [at for at, one in enumerate(words) if one.text in _FOR]
    told = frozenset(one.stem for at in places for one in words[at + 1 : at + 1 + _BEHIND_FOR] if one.is_content)
    behind = [one for one in wording(says).words if one.start >= mine.end() - len("having") and one.is_content]
    if not any(is_explained(one.stem, told) for one in behind):
        yield f"it says '{mine['words']}', and the post does not give that as a reason"
