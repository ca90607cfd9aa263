"""Who does something to whom, as far as the order of words tells it."""

from collections.abc import Iterator
from functools import lru_cache, reduce
from typing import NamedTuple

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS, stems

_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_BREAKS = frozenset(
    ("to", "from", "in", "on", "at", "for", "with", "by", "of", "who", "that", "which", "and", "or", "as", "during")
)
_DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "my", "this", "these", "those", "no"))
_ADJECTIVES = frozenset(("foreign", "new", "old", "all", "some", "many", "most"))
_NO_PASTS = frozenset(
    ("feed", "need", "seed", "weed", "speed", "breed", "bleed", "exceed", "succeed", "proceed", "shed")
)
_PLACING = frozenset(("in", "on", "at", "from"))
_NEAR = 3  # words of content on either side
_MUTUAL = stems("marry meet divorce wed border resemble")  # whoever does it, it is done by both
_JOINTS = frozenset(("and", "or"))
_BESIDE_BEING = frozenset(("not", "been", "being", "also", "never", "often", "already", "still", "all", "both", "only"))


class _Roles(NamedTuple):
    doing: frozenset[str]
    done_to: frozenset[str]
    either: frozenset[str] = frozenset()  # those who do it or have it done, which nothing tells
    is_sure: bool = False  # the one stands before the verb and the other behind it, with no joint between

    def joined(self, other: "_Roles") -> "_Roles":
        """Those of a verb that is told twice, of which nobody knows which is meant."""
        return _Roles(self.doing | other.doing, self.done_to | other.done_to, self.either | other.either)

    def exchanges(self, other: "_Roles") -> bool:
        """Whether both are named in both, and each has the place of the other."""
        return self.is_sure and other.is_sure and bool(self.doing & other.done_to) and bool(self.done_to & other.doing)


_NOBODY = _Roles(frozenset(), frozenset())


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A statement in which the one does what the post says of the other, there or in what stands before it."""
    theirs = passage.wording
    yield from _compared(ours, theirs)
    yield from _placed(ours, theirs)
    deeds = _deeds(ours)
    if not deeds:
        return
    posts = (*_deeds(theirs), *_deeds(passage.leant_on))
    for verb, mine in deeds:
        each = [one for other, one in posts if other == verb]
        told = reduce(_Roles.joined, each, _NOBODY)
        if not told.done_to or not told.doing or not mine.done_to or verb in _MUTUAL:
            continue
        is_done = bool((mine.doing & told.done_to) - told.doing)
        is_doing = bool((mine.done_to & told.doing) - told.done_to - told.either)
        if is_done or is_doing:
            is_doubt = not (is_done and is_doing and any(mine.exchanges(one) for one in each))
            hint = "is it the same" if is_doubt else "let the same one do it to the same one"
            yield Bend("E125", "the post tells it the other way round", hint, is_doubt)
            return


@lru_cache(maxsize=256)
def _deeds(wording: Wording) -> tuple[tuple[str, _Roles], ...]:
    """The verbs in the past of a text, with who does it and to whom."""
    return tuple(_each_deed(wording))


def _each_deed(wording: Wording) -> Iterator[tuple[str, _Roles]]:
    for at, word in enumerate(wording.words):
        if not (word.text.endswith("ed") or word.text in PASTS) or not word.is_content or word.text in _NO_PASTS:
            continue
        if _is_adjective(wording, at):
            continue
        before, behind = _before(wording, at), _behind(wording, at)
        by = next(
            (number for number in range(at + 1, min(at + 9, len(wording.words))) if _is_by(wording, at, number)), None
        )
        if _is_passive(wording, at) or by == at + 1:
            yield word.stem, _Roles(_behind(wording, by) if by else frozenset(), before)
        elif behind or not _may_be_passive(wording, at):
            yield word.stem, _Roles(before, behind, is_sure=not _is_joined(wording, at))
        else:
            yield word.stem, _Roles(before, frozenset(), before)


def _is_passive(wording: Wording, at: int) -> bool:
    """Whether a form of 'to be' stands right before a verb: not in 'they were smiths who mended it'."""
    for word in reversed(wording.words[max(0, at - 3) : at]):
        if word.text in _BEING:
            return True
        if word.text not in _BESIDE_BEING and not word.text.endswith("ly"):
            return False
    return False


def _is_joined(wording: Wording, at: int) -> bool:
    """Whether something joins what stands before a verb in its clause, or what stands right behind it."""
    clause = wording.words[at].clause
    before = (one for one in wording.words[:at] if one.clause == clause)
    behind = wording.words[at + 1 : at + 1 + _NEAR]
    return any(one.text in _JOINTS and one.clause == clause for one in (*before, *behind))


def _may_be_passive(wording: Wording, at: int) -> bool:
    """Whether nothing tells if somebody does it or has it done: 'an increase from three loaves sold in 2009'."""
    behind = wording.words[at + 1 : at + 2]
    return not behind or behind[0].text in _BREAKS or behind[0].clause != wording.words[at].clause


def _is_adjective(wording: Wording, at: int) -> bool:
    """Whether a participle stands before its noun: 'in forced labor', 'the donated clothes'."""
    if wording.words[at].text == "forced":
        return True
    before = wording.words[at - 1] if at else None
    behind = wording.next_content(at, 1)
    return behind is not None and (
        before is None
        or before.text in _BREAKS | _DETERMINERS
        or before.text in _ADJECTIVES
        or bool(figures(before.text))
    )


def _is_by(wording: Wording, at: int, number: int) -> bool:
    return wording.words[number].text == "by" and wording.words[number].clause == wording.words[at].clause


def _before(wording: Wording, at: int) -> frozenset[str]:
    found: list[str] = []
    for word in reversed(wording.words[:at]):
        if word.clause != wording.words[at].clause or len(found) == _NEAR or word.text in _JOINTS:
            break
        if found and word.text in _BREAKS:
            if word.text != "of":
                break
            found.clear()  # of 'bakers of the town' the bakers do it
        if word.is_content and not word.text.endswith("ly"):
            found.append(word.stem)
    return frozenset(found)


def _behind(wording: Wording, at: int) -> frozenset[str]:
    found: list[str] = []
    for word in wording.words[at + 1 :]:
        if word.clause != wording.words[at].clause or len(found) == _NEAR or word.text in _BREAKS | _BEING:
            break
        if word.is_content and not word.text.endswith("ly"):
            found.append(word.stem)
    return frozenset(found)


def _compared(ours: Wording, theirs: Wording) -> Iterator[Bend]:
    """'Bread is cheaper here than there', or why something is so, turned round."""
    for joint in ("than", "because"):
        mine, told = _sides(ours, joint), _sides(theirs, joint)
        if mine and told and (mine[1] - mine[0]) & (told[0] - told[1]) and (mine[0] - mine[1]) & (told[1] - told[0]):
            is_doubt = joint == "than" and _degrees(ours).isdisjoint(_degrees(theirs))
            hint = "is it the same" if is_doubt else f"keep what stands before and behind '{joint}'"
            yield Bend("E125", "the post tells it the other way round", hint, is_doubt)
            return


def _degrees(wording: Wording) -> frozenset[str]:
    """Words by which two are compared: 'cheaper', 'more'."""
    known = ("more", "less", "fewer", "worse", "rather")
    return frozenset(word.text for word in wording.words if word.text.endswith("er") or word.text in known)


def _sides(wording: Wording, joint: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """What stands before a joint and what behind it; the 'than' of 'more than 80' compares nothing."""
    for at, word in enumerate(wording.words[1:-1], 1):
        if word.text == joint and wording.words[at + 1].text.isalpha():
            return _content(wording.words[:at]), _content(wording.words[at + 1 :])
    return None


def _content(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.is_content)


def _placed(ours: Wording, theirs: Wording) -> Iterator[Bend]:
    """'Born here, and grown up there', with the places swapped."""
    posts = set(_places(theirs))
    moved: list[str] = []
    for what, joint, where in _places(ours):
        if (what, joint, where) in posts:
            continue
        elsewhere = any(one == what and at == joint and there != where for one, at, there in posts)
        if elsewhere and any(one != what and at == joint and there == where for one, at, there in posts):
            moved.append(joint)
    if moved:
        is_doubt = len(moved) == 1  # of two places that are exchanged, both have moved
        hint = "is it the same" if is_doubt else "let each keep its own place"
        yield Bend("E125", f"the post says '{moved[0]}' of another one", hint, is_doubt)


@lru_cache(maxsize=256)
def _places(wording: Wording) -> tuple[tuple[str, str, str], ...]:
    """What was done and where: what stands right before and right behind a preposition."""
    found = []
    for at, word in enumerate(wording.words[1:-1], 1):
        what, where = wording.words[at - 1], wording.next_content(at, 2)
        if what.text in ("up", "down", "out", "away") and at > 1:
            what = wording.words[at - 2]
        if word.text in _PLACING and where and (what.text.endswith("ed") or what.text in PASTS):
            found.append((what.stem, word.text, where.stem))
    return tuple(found)
