"""Words by which what stands beside them is not so, not yet, or not quite: 'nearly drowned', 'the lack of wells'."""

import re
from collections.abc import Iterator
from functools import cache

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS

# The words, what keeps them in a statement, and the code of having lost them.
_UNDOING = tuple(
    (re.compile(rf"\b(?:{words})(?= |-)(?! (?:of|to|that|by)\b)"), rf"\b(?:{kept})\b", code)
    for words, kept, code in (
        (
            r"almost|nearly|all but|virtually|practically|as good as|on the verge of|on the brink of|came close to",
            r"almost|nearly|virtually|practically|all but|as good as|not quite|verge|brink|close|about to|most|hardly"
            r"|barely",
            "E107",
        ),
        (
            r"partly|partially|half(?=[ -]\w+ed\b)|in part|somewhat|in some (?:measure|ways)|up to a point"
            r"|to (?:an?|some|a certain) (?:\w+ )?(?:extent|degree)",
            r"part\w*|half|some(?:what|thing)?|extent|degree|measure|point|help\w*|contribut\w*|shar(?:es?|ed)|towards?"
            r"|not (?:fully|wholly|entirely|completely|all)|little|bit|slightly|less\w*",
            "E107",
        ),
        (
            r"so-called|alleged|self-styled|supposed|suspected|would-be|presumed|purported|reputed|fake|bogus|mock",
            r"so-called|call\w*|alleg\w+|accus\w+|self-styled|suppos\w+|suspect\w*|would-be|presum\w+|purport\w*|reput\w+"
            r"|fake\w*|bogus|false\w*|mock|claim\w*|pretend\w*|said|charg\w+|perhaps|maybe|probably|held for",
            "E107",
        ),
        (
            r"attempted|aborted|averted|foiled|thwarted|prevented|threatened|feared|rumou?red|abandoned|cancell?ed",
            r"attempt\w*|tr(?:y|ied|ies)|abort\w*|avert\w*|foil\w*|thwart\w*|prevent\w*|threat\w*|fear\w*|rumou?r\w*"
            r"|abandon\w*|cancel\w*|fail\w*|not|never|no|stopp?\w*",
            "E123",
        ),
        (
            r"(?:banned|barred|blocked|prevented|prohibited|excluded|kept|stopped|discouraged) from(?: being)?",
            r"ban(?:s|ned)?|bar(?:s|red)?|block\w*|prevent\w*|prohibit\w*|exclud\w*|keeps?|kept|stopp?\w*|discourag\w*"
            r"|forb\w+|not|no|never|nobody|cannot|can't|without|unless|illegal\w*|unable|den(?:y|ied)|refus\w*|only",
            "E106",
        ),
        (
            r"(?:lack|absence|shortage|scarcity|dearth) of",
            r"lack\w*|absen\w+|short\w*|scarc\w+|dearth|without|no|not|n't|missing|few\w*|little|none|never|want|less",
            "E106",
        ),
        (
            r"(?:threats?|fears?|dangers?|risks?|possibility|prospect|rumou?rs?|prevention|suspicions?|accusations?"
            r"|allegations?) of",
            r"threat\w*|fear\w*|afraid|scared|frighten\w*|danger\w*|risk\w*|possib\w+|prospect|rumou?r\w*|may|might|could|prevent\w*"
            r"|suspicion|suspect\w*|accus\w+|alleg\w+|against|avoid\w*|worr\w+|claim\w*|said|lest",
            "E123",
        ),
        (
            r"(?:pretend|claim)(?:s|ed|ing)? to(?: be)?|pos(?:ed|es|ing) as|disguised as|under the guise of",
            r"pretend\w*|claim\w*|pos(?:ed|es|ing)|guise|disguis\w+|as if|as though|fake\w*|false\w*|sa(?:id|ys?)"
            r"|call\w*",
            "E123",
        ),
    )
)
_IN_PART = re.compile(
    r"partly|partially|half|in part|somewhat|in some (?:measure|ways)|up to a point|to (?:an?|some|a certain) .*"
)
_PASSED = frozenset(("a", "an", "the", "be", "to", "his", "her", "their", "its", "my", "our", "all", "every", "being"))
_STOPPED = re.compile(
    r"\b(?:was|were|been|is|are|be|got) (?:\w+ly )?(?P<words>stopped|halted|prevented|averted|blocked|rejected"
    r"|overturned|postponed|abandoned|called off|dropped|cancell?ed|quashed|annulled|revoked|banned|forbidden|refused"
    r"|denied)\b"
)
_LACKING = re.compile(r"\b(?:lack|absence|shortage|scarcity) of\b")
_KEEPS_STOPPED = (
    r"\b(?:stopp?\w*|halt\w*|prevent\w*|avert\w*|block\w*|reject\w*|overturn\w*|postpon\w*|abandon\w*|call\w* off"
    r"|drop\w*|cancel\w*|quash\w*|annul\w*|revok\w*|bann?\w*|forb\w+|refus\w+|den(?:y|ied)|not|never|no|nobody)\b"
)


def bends(told: str, ours: Wording, passage: Passage, is_whole: bool = True) -> Iterator[Bend]:
    """What is told as so, without the word by which it is not."""
    low, said = lowered(passage.text), lowered(told)
    for undoing, kept, code in _UNDOING:
        for found in undoing.finditer(low):
            if _compiled(kept).search(said):
                break
            thing = _thing(found, passage.wording) if passage.touches(*found.span()) else None
            if thing and (thing.stem in ours.stems or thing.text in {one.text for one in ours.words}):
                words = passage.text[found.start() : found.end()]
                is_state = low.startswith(" being ", found.end())  # what is so already, and threatens
                hint = "is it the same without" if is_state else f"write '{words}' too, or say it otherwise"
                yield Bend(code, f"it has lost the '{words}' of the post", hint, is_state)
                return
            if thing and is_whole and _IN_PART.fullmatch(found[0]) and passage.own[0] <= found.start() < passage.own[1]:
                yield Bend(code, f"it has lost the '{found[0]}' of the post", "is it the same without", True)
                return
    for found in _STOPPED.finditer(low):
        if _compiled(_KEEPS_STOPPED).search(said):
            break
        if passage.touches(*found.span()) and _is_told_as_done(found, ours, passage.wording):
            words = found["words"]
            yield Bend("E106", f"it has lost the '{words}' of the post", "say that it was not done after all")
            return


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Each takes up to 3 ms to compile, and is asked for only where a post has such a word."""
    return re.compile(pattern)


def says_not(low: str) -> bool:
    """Whether a text in small letters tells, without a 'not', that something is not there or was not done."""
    return bool(_LACKING.search(low) or _STOPPED.search(low))


def _thing(found: re.Match[str], theirs: Wording) -> Word | None:
    """What such a word is said of: the first word of content behind it, none of them a figure."""
    at = next((at for at, one in enumerate(theirs.words) if one.start >= found.end()), None)
    if at is None or not theirs.words[at].text[:1].isalpha():
        return None
    return theirs.next_content(at, 2) if theirs.words[at].text in _PASSED else theirs.words[at]


def _is_told_as_done(found: re.Match[str], ours: Wording, theirs: Wording) -> bool:
    """Whether ours tells as a deed what the post names only to say that it was stopped: 'the sale was stopped'."""
    clause = next((one.clause for one in theirs.words if one.start >= found.start()), -1)
    named = {one.stem: one.text for one in theirs.words if one.clause == clause and one.end <= found.start()}
    deeds = (one for one in ours.words if one.text.endswith("ed") or one.text in PASTS)
    return any(named.get(one.stem, one.text) != one.text for one in deeds if one.is_content)
