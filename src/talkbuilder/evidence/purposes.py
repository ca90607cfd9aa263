"""What something is for must not become what it did: 'a plan to drain the marsh' drained nothing yet."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS
from talkbuilder.patterns import compiled

_ADVERB = r"(?:(?:\w+ly|better|further|even|also|more) )?"
_PURPOSE = compiled(
    r"\b(?P<words>(?:designed|intended|meant|supposed|destined|created|founded|launched|set up|introduced|established"
    r"|formed|built|drafted|written) to|(?:aimed|aiming|aims?|directed|targeted) (?:at|to)|in order to|so as to"
    r"|(?:with|for) the (?:aim|goal|intention|hope|idea) of|in (?:an|the) (?:effort|attempt|hope|bid)"
    r" (?:to|of)|(?:program(?:me)?|plan|campaign|project|law|bill|measure|scheme|strategy|initiative|attempt|effort"
    r"|proposal|appeal|petition|promise|pledge|fund|grant|mandate|task|mission|bid|request|vow|threat)s? to)"
    rf" (?:not )?{_ADVERB}(?P<deed>[\w'-]+)"
)
_KEEPS = compiled(
    r"\b(?:to|for|aim(?:s|ed|ing)|intend(?:s|ed)|meant|designed|planned|plans? to|suppos\w+|hop(?:es|ed|ing)|promised"
    r"|should|shall|will|would|could|can|may|might|must|try|tries|tried|trying|attempted|seeks?|sought|want(?:s|ed)"
    r"|ought)\b"
)
_NO_DEED = frozenset(("be", "have", "do", "the", "a", "an", "get", "make", "take", "go", "come"))
_REACH = 6  # words before a deed in which 'to' or 'for' may stand


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A deed that the post tells only as what something is for."""
    theirs = passage.wording
    for found in _PURPOSE.finditer(lowered(passage.text)):
        if found["deed"] in _NO_DEED or not _is_near(found, passage):
            continue
        deed = next((one for one in theirs.words if one.start == found.start("deed")), None)
        if deed is None or any(_is_done(theirs, at) for at, one in enumerate(theirs.words) if one.stem == deed.stem):
            continue
        if any(_is_done(ours, at) for at, one in enumerate(ours.words) if one.stem == deed.stem):
            words = passage.text[found.start("words") : found.end("words")]
            hint = "tell what it is for, as the post does, and not as done"
            yield Bend("E123", f"it has lost the '{words}' of the post", hint)
            return


def _is_near(found: re.Match[str], passage: Passage) -> bool:
    """Whether a purpose stands in what is pointed to, or reaches into it in the same clause."""
    start, end = passage.own
    if found.end() <= start:
        return not re.search(r"[;:.]", passage.text[found.end() : start])
    return found.start() < end


def _is_done(text: Wording, at: int) -> bool:
    """Whether a word tells a deed, and neither what is to be done nor how it may be."""
    word = text.words[at]
    is_past = word.text.endswith("ed") or word.text in PASTS
    is_present = word.text.endswith("s") and not word.text.endswith("ss") and _is_behind_subject(text, at)
    if not (is_past or is_present):
        return False
    before = " ".join(one.text for one in text.words[max(0, at - _REACH) : at] if one.clause == word.clause)
    return not _KEEPS.search(before)


def _is_behind_subject(text: Wording, at: int) -> bool:
    return at > 0 and _is_noun(text.words[at - 1]) and text.words[at - 1].clause == text.words[at].clause


def _is_noun(word: Word) -> bool:
    return word.is_content and not word.text.endswith(("ed", "ly", "ing"))
