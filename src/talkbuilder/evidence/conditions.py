"""Whether what is so only 'if', 'unless' or 'except' is told without that."""

from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import Range
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording

_LONGEST_CONDITION = 12  # words; 'If it helps those who read this, it is so everywhere' is no condition
_CONDITIONS = frozenset(("if", "unless", "except"))
_NO_CONDITION = frozenset(("even", "as", "what", "know", "see", "wonder", "ask", "asked", "sure", "knows", "whether"))
_PERHAPS = frozenset(("perhaps", "maybe", "possibly", "probably", "likely", "may"))
_UNREAL = frozenset(("would", "could", "should", "might"))
_RELATIVE = frozenset(("who", "whose", "that", "which", "whoever", "with"))
_MOSTLY = 0.5  # of the words of a condition, with which it may be the same in other words
_KEEPING = _CONDITIONS | {
    "when",
    "whenever",
    "without",
    "until",
    "only",
    "depends",
    "depending",
    "would",
    "but",
    "once",
}


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """What is so only 'if', 'unless' or 'except' must not become so without one."""
    yield from _unreal(ours, passage)
    if any(word.text in _KEEPING for word in ours.words):
        return
    theirs = passage.wording
    for at, word in enumerate(theirs.words):
        is_one = word.text in _CONDITIONS and _is_condition(theirs, at)
        if is_one and _conditions_it(theirs, at, passage.own) and _depends(ours, passage, word):
            kept = _kept(ours, theirs, at) if word.text == "if" else 0.0
            if kept == 1.0:
                continue
            is_doubt = word.text == "unless" and _denials(ours) > _denials(theirs)  # 'for whoever has no pass'
            is_doubt = is_doubt or kept >= _MOSTLY
            hint = "is it the same" if is_doubt else "say on what it depends"
            yield Bend("E107", f"it has lost the '{word.text}' of the post", hint, is_doubt)
            return


def _kept(ours: Wording, theirs: Wording, at: int) -> float:
    """How much of a condition is told as of whom it is so: 'nurses working on Sundays'."""
    if not any(one.text in _RELATIVE or one.text.endswith("ing") for one in ours.words[1:]):
        return 0.0
    clause = [one for one in theirs.words[at:] if one.clause == theirs.words[at].clause and one.is_content]
    return sum(is_explained(one.stem, ours.stems) for one in clause) / len(clause) if clause else 0.0


def _denials(text: Wording) -> int:
    return sum(one.denies for one in text.words)


def _unreal(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """What somebody would have done was not done: 'I would have sold the mill'."""
    theirs = passage.wording
    if any(word.text in _UNREAL | _CONDITIONS | _PERHAPS for word in ours.words):
        return
    for at, word in enumerate(theirs.words[:-2]):
        if word.text not in _UNREAL - {"might"} or "have" not in [one.text for one in theirs.words[at + 1 : at + 3]]:
            continue
        deed = theirs.next_content(at, 5)
        if deed and deed.start < passage.own[1] and deed.end > passage.own[0] and deed.stem in ours.stems:
            yield Bend("E123", f"it has lost the '{word.text} have' of the post", "say that it was not done")
            return


def _depends(ours: Wording, passage: Passage, condition: Word) -> bool:
    """Whether anything of a statement stands in the condition, or in the clause that depends on it."""
    is_first = passage.text[: condition.start].rstrip(" \"'(")[-1:] in ("", ".", "?", "!", ";")
    near = range(condition.clause, condition.clause + 2)
    if not is_first:
        near = range(condition.clause - 2, condition.clause + 1)  # a comma before it begins a clause of its own
    return any(one.clause in near and one.is_content and one.stem in ours.stems for one in passage.wording.words)


def _is_condition(theirs: Wording, at: int) -> bool:
    before = theirs.words[at - 1].text if at else ""
    behind = theirs.words[at + 1].text if at + 1 < len(theirs.words) else ""
    return before not in _NO_CONDITION and behind not in ("anything", "any", "only", "not", "so", "that")


def _conditions_it(theirs: Wording, at: int, own: Range) -> bool:
    """Whether a condition stands in what is pointed to, or right before or behind it; an 'or' begins another case."""
    inside = theirs.within(*own)
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    if at > last:
        between = {word.text for word in theirs.words[last + 1 : at]}
        return theirs.words[at].clause - theirs.words[last].clause <= 1 and between.isdisjoint(("or", "and"))
    return at >= first or (
        theirs.words[first].clause - theirs.words[at].clause <= 1 and first - at <= _LONGEST_CONDITION
    )
