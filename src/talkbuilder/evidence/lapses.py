"""What was once, until when, and to each: a statement that loses or turns it says something else than its source."""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.wording import Bend, Passage
from talkbuilder.evidence.words import LITTLE_WORDS, PASTS, stem, words

# Which joints of time a source must not have before the same event; 'before' and 'until' may both be true of one.
_JOINTS: Mapping[str, frozenset[str]] = {
    "until": frozenset(("after", "since", "during")),
    "till": frozenset(("after", "since", "during")),
    "since": frozenset(("until", "till", "before")),
    "after": frozenset(("until", "till", "since")),
    "before": frozenset(("since",)),
}
_JOINT = re.compile(
    r"\b(?P<joint>until|till|since|after|before|during) (?P<event>[\w']+(?: [\w']+){0,4})", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:end(?:s|ed)?|over|finish(?:ed|es)?|done|complet(?:e|ed)|closed?|concluded)\b", re.IGNORECASE)
_USED_TO = re.compile(r"\bused to (?:all |always |often |still )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|used to|once|former(?:ly)?|ago|no longer|originally|in the past|would|knew|\w{2,}ed)\b",
    re.I,
)
_EACH = re.compile(r"\b(?:each|every|per|apiece|a head|respectively)\b", re.IGNORECASE)
_TO_EACH = re.compile(
    r"\b(?:(?:for|to|on|from) (?:each|every)(?: one)?(?: of)?(?: \w+){0,2}|apiece|a head"
    r"|per (?!cent\b|annum\b)\w+)",
    re.IGNORECASE,
)


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """A time on the other side of an event, what was once told of today, a sum told of each."""
    if other := other_time(told, passage.text):
        yield Bend("E124", f"it says '{other}', and the post tells it of another time", "tell it as the post does")
    if (found := _USED_TO.search(passage.text)) and not _PAST.search(told) and _tells(told, found["verb"]):
        message = f"the post says '{found[0]}', and it is told as if it were so still"
        yield Bend("E124", message, "say that it was so once")
    if (found := _TO_EACH.search(told)) and figures(told) and not _EACH.search(passage.text):
        yield Bend("E124", f"it says '{found[0]}', and the post tells it of all together", "tell it as the post does")


def other_time(ours: str, theirs: str) -> str:
    """The words that put before an event what the other text tells of the time on its other side; "" for none."""
    known = [(found["joint"].lower(), event) for found in _JOINT.finditer(theirs) if (event := _event(found["event"]))]
    for found in _JOINT.finditer(ours) if known else ():
        joint, event = found["joint"].lower(), _event(found["event"])
        same = {other for other, one in known if event and is_same(event, one)}
        if joint in ("until", "till") and "during" in same and _OVER.search(found["event"]):
            continue  # until it was over, it went on
        if joint not in same and same & _JOINTS.get(joint, frozenset()):
            return f"{found['joint']} {found['event']}"
    return ""


def _event(text: str) -> str:
    """The stem of what a joint of time stands before."""
    return next((stem(word) for word in words(text) if word not in LITTLE_WORDS), "")


def _tells(told: str, verb: str) -> bool:
    """Whether the same is told in the present."""
    said = words(told)
    return PASTS.isdisjoint(said) and stem(verb.lower()) in {stem(word) for word in said}
