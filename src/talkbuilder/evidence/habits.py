"""What is rare, or not over yet, must not be told as what happens or has happened."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Wording

RARE = re.compile(
    r"\b(unusual|uncommon|rare|unheard of|impossible|illegal|forbidden|unlikely|unthinkable|difficult|hard|dangerous)"
    r"(?: for(?: [\w'-]+){1,4})? to\b"
)
SAYS_RARE = frozenset(
    ("unusual", "unusually", "uncommon", "rare", "rarely", "seldom", "hardly", "not", "cannot", "impossible", "illegal")
) | {"forbidden", "unlikely", "difficult", "hard", "dangerous", "without", "no", "never", "trouble", "exception"}


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A statement that has lost how rarely it is so, or that it is still going on."""
    yield from _rarities(ours, passage)
    yield from _unfinished(ours, passage.wording)


def _rarities(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """'It is unusual for guests to pay' does not say that they pay."""
    for found in RARE.finditer(lowered(passage.text), 0, passage.own[1]):
        deed = next((word for word in passage.wording.words if word.start >= found.end()), None)
        said = {word.text for word in ours.words}
        if deed and deed.stem in ours.all_stems and not said & SAYS_RARE and found[1] not in said:
            yield Bend("E106", f"it has lost the '{found[1]}' of the post", "say that it is so rarely, or not")
            return


def _unfinished(ours: Wording, theirs: Wording) -> Iterator[Bend]:
    """What 'is becoming' so has not become so."""
    for at, word in enumerate(ours.words):
        if not word.is_content or word.text.endswith("ing") or not {"has", "have"} & _just_before(ours, at):
            continue
        places = [place for place, one in enumerate(theirs.words) if one.stem == word.stem]
        going = [place for place in places if theirs.words[place].text.endswith("ing")]
        if going and going == places and {"is", "are"} & _just_before(theirs, going[0]):
            told = theirs.words[going[0]].text
            yield Bend("E123", f"the post says '{told}', which is not over", "tell what goes on as going on")
            return


def _just_before(text: Wording, at: int) -> frozenset[str]:
    return frozenset(one.text for one in text.words[max(0, at - 2) : at])
