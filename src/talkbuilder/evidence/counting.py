"""What the figures of a statement count: the things that the post counts with them, and not those of another figure."""

from collections.abc import Iterator

from talkbuilder.evidence.figures import Figure
from talkbuilder.evidence.meanings import ALIKE, is_same
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording

_COMPARING = frozenset(("from", "with", "than", "to", "as", "or"))
_END = 1 << 30
_PEOPLE = frozenset(("people", "person", "persons"))


def bends(
    ours: Wording, passage: Passage, pairs: list[tuple[Figure, Figure]], others: tuple[Figure, ...]
) -> Iterator[Bend]:
    """What a figure counts; `pairs` are figures of ours with the same ones of the post, `others` all of the post."""
    theirs = passage.wording
    for mine, post in pairs:
        things = _things(ours, mine.end, next((one.start for one, _ in pairs if one.start >= mine.end), _END))
        if not things or any(word.text in _PEOPLE for word in things):
            things = []
        known = [
            word
            for word in things
            if _is_known(word.stem, theirs.stems) or _is_known(word.stem, passage.leant_on.stems)
        ]
        if things and not known:
            told = " ".join(word.text for word in things)
            yield Bend("E121", f"the post counts no '{told}'", "name what the post counts")
            return
        if _is_compared(theirs, post):
            continue
        says_more = not (ours.stems & theirs.stems).issubset(word.stem for word in things)
        if says_more and _is_whole(theirs, post, others) and not _is_whole(ours, mine, tuple(one for one, _ in pairs)):
            yield Bend("E121", "the post says it only of some of these", "say of how many it is true")
            return
        counts = _things(theirs, post.end, min((one.start for one in others if one.start >= post.end), default=_END))
        if things and counts and not any(is_same(one.stem, other.stem) for one in things for other in counts):
            told = " ".join(word.text for word in counts)
            yield Bend("E121", f"the post counts '{told}'", "name what the post counts")
            return
        if len(pairs) == 1 and _tells_of_another(ours, theirs, post, others):
            yield Bend("E121", "the post says that of another figure", "take the figure that the post tells it of")
            return
        of = _stretch(theirs, post, others)
        for word in known:
            if not any(is_same(word.stem, one.stem) for one in of) and _is_of_another(word, theirs, post, others):
                yield Bend("E121", f"the post says '{word.text}' of another figure", "name what the post counts")
                return


def _is_whole(text: Wording, figure: Figure, others: tuple[Figure, ...]) -> bool:
    """Whether a figure tells of how many others are a part: the five of 'three of the five'."""
    at = next((at for at, word in enumerate(text.words) if word.end > figure.start), 0)
    before = [word.text for word in text.words[max(0, at - 2) : at]]
    return before in (["of", "the"], ["of", "its"]) and any(0 < figure.start - one.end < 9 for one in others)


def _tells_of_another(ours: Wording, theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> bool:
    """Whether nothing of a statement is said of its figure, and much of it of another one."""
    near = {one: _of_clause(theirs, one, others) & ours.stems for one in others if not one.is_year}
    return not near.get(post) and any(len(stems) > 1 for stems in near.values())


def _of_clause(theirs: Wording, figure: Figure, others: tuple[Figure, ...]) -> frozenset[str]:
    stretch = _stretch(theirs, figure, others)
    clause = next((word.clause for word in stretch if word.end > figure.start), -1)
    return frozenset(word.stem for word in stretch if word.clause == clause)


def _is_compared(theirs: Wording, post: Figure) -> bool:
    """Whether a figure stands beside another one of the same: 'from 49 in 2009', '24 such houses'."""
    at = next((at for at, word in enumerate(theirs.words) if word.start >= post.start), 0)
    before = {word.text for word in theirs.words[max(0, at - 2) : at]}
    behind = {word.text for word in theirs.words[at + 1 : at + 2]}
    return not before.isdisjoint(_COMPARING) or "such" in behind


def _things(wording: Wording, end: int, stop: int) -> list[Word]:
    """The words right behind a figure that say what it counts."""
    found: list[Word] = []
    clause = None
    for word in wording.words:
        if word.start < end:
            clause = word.clause
            continue
        if word.clause != clause or not word.text[:1].isalpha() or word.start >= stop:
            break
        if word.text in ("of", "the", "other", "more", "such", "them", "those") and not found:
            continue
        if not word.is_content or len(found) == 4 or (found and word.text.endswith("ed")):
            break
        found.append(word)
    return found


def _stretch(theirs: Wording, figure: Figure, others: tuple[Figure, ...]) -> list[Word]:
    """The words that are nearer to a figure than to any other of the sentence."""
    before = max((one.end for one in others if one.end <= figure.start), default=0)
    behind = min((one.start for one in others if one.start >= figure.end), default=_END)
    return [word for word in theirs.words if before <= word.start < behind]


def _is_of_another(word: Word, theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> bool:
    return any(
        is_same(word.stem, thing.stem)
        for one in others
        if one != post and not one.is_year
        for thing in _things(theirs, one.end, _END)
    )


def _is_known(stem: str, known: frozenset[str]) -> bool:
    return stem in known or not ALIKE.get(stem, frozenset()).isdisjoint(known)
