"""Shares that a slide of people shows: whether 'more than half of them' is what its two facts make."""

import re

from talkbuilder.evidence.facts import Fact
from talkbuilder.talk.claims import Claim
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import Typed

_SHARES = {"half": 1 / 2, "third": 1 / 3, "thirds": 2 / 3, "quarter": 1 / 4, "quarters": 3 / 4}
_SHARE = re.compile(r"\b(half|(?:a|one) third|two[ -]thirds|(?:a|one) quarter|three[ -]quarters)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:most of|the majority)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\W*(?:of )?(?:them|those|these people)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|above|well over)\W+$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|fewer than|under|below|not even|almost|nearly|not quite)\W+$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|roughly|almost|nearly|not quite)\W+$", re.IGNORECASE)
_NEAR = 0.05  # how far from a share something may be that is said to be about it
_EXACT = 1e-9


def is_true_share(claim: Claim, text: str, one: Typed, talk: Talk) -> bool:
    """Whether a heading over people tells the share that its slide shows, and of all of them."""
    shown = _shown(one, talk) if claim.sort == "share" and one.is_head else None
    if shown is None:
        return False
    before, said = text[: claim.start], text[claim.start : claim.end]
    whole = _OF_THEM.match(text[claim.end :]) or re.search(r"\b(?:them|those)$", said, re.IGNORECASE)
    if not whole:
        return False
    if _MOST.match(said):
        return shown > _SHARES["half"]
    found = _SHARE.match(said)
    return found is not None and _is_so(shown, _SHARES[found[1].lower().split()[-1].split("-")[-1]], before)


def _is_so(shown: float, told: float, before: str) -> bool:
    if _MORE.search(before):
        return shown > told
    if _ABOUT.search(before) and abs(shown - told) > _NEAR:
        return False
    if _LESS.search(before):
        return shown < told
    return abs(shown - told) < (_NEAR if _ABOUT.search(before) else _EXACT)


def _shown(one: Typed, talk: Talk) -> float | None:
    """The part of the whole that a slide of people shows; None on any other slide."""
    span = one.text.span
    for slide in talk.slides:
        if slide.kind == "people" and slide.span.start <= span.start < slide.span.end:
            facts = [talk.library.facts.get(id.value) for id in one.shown]
            values = [fact.value for fact in facts if isinstance(fact, Fact) and fact.value]
            return values[0] / values[1] if len(values) > 1 else None
    return None
