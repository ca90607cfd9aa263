"""Words that call something certain: 'without a doubt', 'it is proved', 'as everybody knows'."""

import re

from talkbuilder.evidence.normal import lowered

_SHOWN = r"(?:proved|proven|confirmed|verified)"
_CERTAIN = re.compile(
    r"\b(?:(?:it|this|that|one thing) is (?:quite |absolutely |very |now )?"
    r"(?:certain|sure|a (?:\w+ )?fact|proven|proved|clear)"
    r"|for (?:sure|certain)|certainly|undoubtedly|doubtless(?:ly)?|indisputabl[ey]|undeniabl[ey]|definitely"
    r"|(?:without|beyond) (?:any |a |all |the least |the slightest |every )*(?:doubt|question)|no (?:doubt|question)"
    r"|(?:nobody|no one|none) (?:can |could )?(?:doubts?|denies|deny|questions?)"
    rf"|(?:has|have|had) been (?:shown|{_SHOWN})|(?:is|was|are|were|it's) {_SHOWN}"
    rf"|(?:checked|{_SHOWN}) and \w+|proven|turned out to be (?:true|so|right)"
    r"|(?:proves?|proved|confirms?|confirmed|verified|verify) (?:that|it|this)"
    r"|as [\w’' ]{2,40} (?:confirms?|confirmed|proves?|proved)"
    r"|(?:she|he|they|who) (?:should|ought to|would|must) know|can prove|i know (?:that|for)|everybody knows"
    r"|everyone knows|is no (?:rumor|hearsay|guess|opinion)"
    r"|(?:not|no longer|more than) (?:just |only |merely |a |an |my |mere )*(?:hearsay|rumors?|opinion|guess)"
    r"|(?:may|can) be (?:sure|certain)|believe me|in every single (?:case|one)|in truth|the truth is)\b"
)
# What in front of such words turns them round.
_NOT = re.compile(
    r"\b(?:not|never|nobody|no one|nothing|none|cannot|can't|hardly|without|isn't|wasn't|hasn't|haven't|if|whether"
    r"|until|unless|far from|no (?:court|report|police|study))\b[^,;:.]{0,30}\Z|\bnot\s*\Z"
)
_LONGEST_LEAD = 60  # characters


def called_certain(text: str) -> str:
    """The words with which a text calls something certain; "" for none, and for a question."""
    low = lowered(text).replace("’", "'")
    if low.rstrip().endswith("?"):
        return ""
    for found in _CERTAIN.finditer(low):
        if not _NOT.search(low[max(0, found.start() - _LONGEST_LEAD) : found.start()]):
            return text[found.start() : found.end()] if len(low) == len(text) else found[0]
    return ""
