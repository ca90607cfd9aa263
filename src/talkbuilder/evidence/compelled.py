"""What the post tells as a choice, or only as a deed, must not become something that somebody was made to do."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Word, wording

_COMPELLED = re.compile(
    r"\b(?P<words>(?:was|were|been|being|is|are|got|get|gets) (?:\w+ly )?(?:(?:made|told|ordered|commanded"
    r"|instructed|pushed|pressed|pressured|driven|bullied|forced|compelled|coerced|obliged) to)"
    r"|had to|ha(?:d|s|ve) no (?:choice|way) but to|(?:forced|compelled|coerced) (?:\w+ ){1,3}(?:to|into)"
    r"|against (?:his|her|their|its|my|our) will|under (?:duress|compulsion))\b"
)
# A decision 'was made to leave', and nobody 'was not told to'.
_OTHERWISE = re.compile(
    r"\b(?:decisions?|choices?|efforts?|attempts?|promises?|offers?|plans?|mov(?:e|es)|not|never|nobody|no one|n't"
    r"|as if|didn't|without being)(?: \w+)?\s*\Z"
)
_KEEPS = re.compile(
    r"\b(?:forc\w+|mak(?:e|es|ing)|made|told|order\w*|command\w*|instruct\w*|had to|having to|ha(?:ve|s) to|must"
    r"|compel\w*|oblig\w+|requir\w+|coerc\w+|pressur\w+|bull\w+|against|servitude|slave\w*|law|laws|rules?|dut(?:y|ies)|should"
    r"|ought|need\w*|no choice|cannot|could not|couldn't|can't|not (?:be )?(?:allowed|permitted)|unable|forb\w+"
    r"|bann?ed|barred|sentenc\w+|sent|demand\w*|insist\w*|asked|driven|drove|evict\w+|expel\w*|expuls\w+|deport\w+"
    r"|thrown|threaten\w*|lest|because|only way|nothing left|in order|supposed to|was to|were to|captiv\w+|kidnap\w*"
    r"|conscript\w*|draft\w*)\b"
)
_CHOSEN = re.compile(
    r"\b(?:decisions?|decid\w+|chose|choos\w+|chosen|choices?|volunt\w+|willing(?:ly)?|freely"
    r"|of (?:his|her|their|its) own|resolved|opted|preferred|gladly|offered to)\b"
)
_ENDS = re.compile(r"[;.:!?]")


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """A choice of the post that was none in ours."""
    found = _added(told, passage, passage.text)  # few statements have such words: they are looked for first
    if found and (chosen := _choice(passage)):
        message = f"it says '{found['words']}', and the post '{chosen}'"
        yield Bend("E126", message, "tell as a choice what the post does")


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """A plain deed of the post that was none of their own will in ours."""
    found = _added(says, passage, f"{passage.before} {passage.text}")
    if found:  # a choice is refused before anybody is asked
        yield f"it says '{found['words']}', and the post does not tell that anybody made them do it"


def _choice(passage: Passage) -> str:
    """The word of a choice in what is pointed to or in its clause; "" for none."""
    for found in _CHOSEN.finditer(lowered(passage.text)):
        start, end = passage.own
        between = passage.text[found.end() : start] if found.end() <= start else passage.text[end : found.start()]
        if not _ENDS.search(between):
            return passage.text[found.start() : found.end()]
    return ""


def _added(told: str, passage: Passage, around: str) -> re.Match[str] | None:
    """The words of compulsion in ours, where the deed is the post's and nothing around it compels anybody."""
    low = lowered(told)
    found = next((one for one in _COMPELLED.finditer(low) if not _OTHERWISE.search(low, 0, one.start())), None)
    if found is None or _KEEPS.search(lowered(around)):
        return None
    deed = _deed(told, found)
    return found if deed is None or is_explained(deed.stem, passage.wording.all_stems) else None


def _deed(told: str, found: re.Match[str]) -> Word | None:
    """What they were made to do; none behind 'against her will', which is of all that is told."""
    if not found["words"].endswith(("to", "into")):
        return None
    return next((one for one in wording(told).words if one.start >= found.end() and one.is_content), None)
