"""Where 'there' is: a statement's own 'there' must mean the place in which the post tells the same."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, wording

# A place of ours, and a 'there' behind it that is no 'there is'.
_THERE = re.compile(
    r"\b(?:in|at|from|through|of|inside|into|to) (?:the|a|an|our|my|his|her|their|its|this|that|one of the) "
    r"(?P<place>[\w'-]+)\b(?P<between>.*?)"
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|must|seems?)\b)"
)
_IN_POST = re.compile(
    r"\b(?:there|here)\b(?! (?:is|are|was|were|has|have|had|will|would)\b)|\b(?:in|at|on) (?:it|them|which)\b"
)


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """A 'there' that points to a place of ours, of which the post tells in another part of the sentence."""
    low = lowered(says)
    found = _THERE.search(low)
    if found is None or _IN_POST.search(lowered(passage.text)):
        return
    words, theirs = wording(says).words, passage.wording.words
    place = next((one for one in words if one.start == found.start("place")), None)
    if place is None:
        return  # a figure
    deed = [place, *(one for one in words if one.is_content and one.start < found.end())][-1]
    clauses = {one.clause for one in theirs if one.stem == deed.stem}
    if clauses and not any(one.stem == place.stem and one.clause in clauses for one in theirs):
        yield f"it says '{deed.text} there', and the post does not tell that of '{place.text}': is it the place?"
