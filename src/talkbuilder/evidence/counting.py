"""What the figures of a statement count: the things that the post counts with them, and not those of another figure."""

import itertools
import re
from collections.abc import Iterator

from talkbuilder.evidence.figures import Figure
from talkbuilder.evidence.meanings import ALIKE, CONTRARY, is_explained, is_same
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS, stem, stems

_COMPARING = frozenset(("from", "with", "than", "to", "as", "or", "whom", "which"))
_LEADING = frozenset(
    ("of", "the", "their", "its", "his", "her", "our", "my", "other", "more", "such", "them", "those", "these")
)
_AGES = frozenset(("different", "ago", "old", "long", "later", "earlier"))
_MOST_THINGS = 4
_DOLLARS = frozenset(("dollar", "dollars", "usd", "bucks"))
_MONEY = _DOLLARS | {"us", "worth", "fee", "fees", "ticket", "tickets", "money", "bill", "bills"}
_END = 1 << 30
_PART = 40  # characters from a whole to the part of it that is told next
_OF_WORDS = 3  # 'from among the'
_OF_WHOLE = re.compile(r"(?:\bout )?\b(?:of|(?:from )?among)(?: (?:the|its|all|these|their))?\Z")
_PEOPLE = frozenset(("people", "person", "persons"))
_HUMAN = ALIKE[stem("people")] | stems("people guest patient passenger participant victim survivor prisoner villager")
_ANYBODY = stems("people person human somebody man woman child boy girl")
_PLACES = frozenset(("rank", "place", "position", "spot"))
# Right behind a figure these begin something that it does not count.
_NEW = frozenset(("the", "a", "an", "that", "this", "his", "her", "their", "our", "my", "its"))


def bends(
    ours: Wording, passage: Passage, pairs: list[tuple[Figure, Figure]], others: tuple[Figure, ...]
) -> Iterator[Bend]:
    """What a figure counts; `pairs` are figures of ours with the same ones of the post, `others` all of the post."""
    mine = tuple(one for one, _ in pairs)
    for figure, post in pairs:
        things = _things(ours, figure, mine)
        if things and (
            things[0].text in _PEOPLE or (figure.is_rank and things[0].text in _PLACES) or _is_of_them(ours, things[0])
        ):
            things = []  # 'sixteen million people live there', '49 of them children'
        is_money = passage.text[: post.start].rstrip().endswith("$")
        if is_money and things and things[0].text in _DOLLARS:
            things = []  # 'seventy thousand dollars' of '$ 70,000'
        if is_money and _is_no_money(things, passage.text[post.end :]):
            yield _counts("counts dollars")
            return
        known = [word for word in things if _is_known(word.stem, passage)]
        if things and not known and _are_people(things, passage.wording, post, others):
            said = _said(_things(passage.wording, post, others)[-1:])
            yield Bend("E121", f"the post counts '{said}', and not '{things[-1].text}'", "are they the same", True)
            return
        if things and not known:
            yield _counts(f"counts no '{_said(things)}'")
            return
        if _is_compared(passage.wording, post):
            continue
        is_whole = _is_whole(passage.wording, post, others) and not _is_whole(ours, figure, mine)
        told = (is_whole and _told(ours, passage.wording, things, post, others)) or _of_another(
            things, ours, passage.wording, post, others
        )
        told = told or _of_another_name(ours, passage, post, others)
        if not told and len(pairs) == 1 < len(others) and _tells_of_another(ours, passage.wording, post, others):
            told = "says that of another figure"
        if told:
            yield _counts(told)
            return


def _is_no_money(things: list[Word], behind: str) -> bool:
    """Whether a statement counts things of several with a sum of money, which stand not right behind it in the post."""
    is_plural = bool(things) and things[-1].text.endswith("s") and not any(one.text in _MONEY for one in things)
    return is_plural and things[0].text not in behind.lower().split()[:2]


def _is_of_them(ours: Wording, thing: Word) -> bool:
    at = ours.words.index(thing)
    before = " ".join(one.text for one in ours.words[max(0, at - 4) : at])
    return before.endswith(("of them", "of them of the", "of them from the", "of them from"))


def _are_people(things: list[Word], theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> bool:
    """Whether both count people, and by names of which none excludes the other: 'guests' and 'women'."""
    counted = _things(theirs, post, others)[-1:]
    both = (*things[-1:], *counted)
    return (
        bool(counted)
        and counted[0].stem not in _ANYBODY
        and all(one.stem in _HUMAN for one in both)
        and both[0].stem not in CONTRARY.get(both[-1].stem, ())
    )


def _counts(told: str) -> Bend:
    return Bend("E121", f"the post {told}", "name what the post counts with this figure")


def _said(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _told(ours: Wording, theirs: Wording, things: list[Word], post: Figure, others: tuple[Figure, ...]) -> str:
    """That more is said of a whole than what it is a whole of, which stands before a part that follows it."""
    part = min((other.start for other in others if other.start >= post.end), default=0)
    if any(0 <= post.start - other.end < _PART for other in others):  # three of the five: the part goes before
        part = 0
    whole = {word.stem for word in theirs.words if post.end <= word.start < part}
    says_more = not (ours.stems & theirs.stems) <= whole.union(word.stem for word in things)
    return "says it only of some of these" if says_more else ""


def _of_another(things: list[Word], ours: Wording, theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> str:
    """What the post counts instead, or with another figure."""
    counts = _things(theirs, post, others) if things else []
    if not counts:
        return ""
    if not any(is_same(one.stem, other.stem) for one in things for other in counts):
        return f"counts '{_said(counts)}'"
    if len(others) == 1:
        return ""
    things = _owned(things, ours)
    near = _stretch(theirs, post, others)
    for word in things:
        if not any(is_same(word.stem, one.stem) for one in near) and _is_of_another(word, theirs, post, others):
            return f"says '{word.text}' of another figure"
    return ""


def _of_another_name(ours: Wording, passage: Passage, post: Figure, others: tuple[Figure, ...]) -> str:
    """Who or what is named with another figure, and in ours with this one: 'two with Oslo, and one with Bergen'."""
    own = _names(passage, post, others)
    if not own or not own.isdisjoint(ours.stems):
        return ""
    for other in others:
        if other.is_year or other == post or other.start < post.end:
            continue
        for word in _stretch(passage.wording, other, others):
            if word.stem in _names(passage, other, others) & ours.stems:
                return f"says '{passage.text[word.start : word.end]}' of another figure"
    return ""


def _names(passage: Passage, figure: Figure, others: tuple[Figure, ...]) -> frozenset[str]:
    """The names behind a figure, and before the next one."""
    stretch = (word for word in _stretch(passage.wording, figure, others) if word.start >= figure.end)
    return frozenset(word.stem for word in stretch if word.is_content and passage.text[word.start].isupper())


def _owned(things: list[Word], text: Wording) -> list[Word]:
    """The things that a figure counts, with what stands behind their 'of': the lead of '13 pipes of lead'."""
    at = text.words.index(things[-1]) + 1 if things else len(text.words)
    if [one.text for one in text.words[at : at + 1]] != ["of"]:
        return things
    clause = things[-1].clause
    behind = itertools.takewhile(lambda one: one.is_content and one.clause == clause, text.words[at + 1 : at + 4])
    return [*things, *(one for one in behind if not one.text.endswith("ed"))]


def _is_whole(text: Wording, figure: Figure, others: tuple[Figure, ...]) -> bool:
    """Whether a figure tells of how many others are a part: the five of 'three of the five'."""
    at = next((at for at, word in enumerate(text.words) if word.end > figure.start), 0)
    led = _OF_WHOLE.search(" ".join(word.text for word in text.words[max(0, at - _OF_WORDS) : at]))
    if not led:
        return False
    first = at - len(led[0].split())  # 'Of the 40 boats, 12 sank'
    if any(figure.start - one.end >= 0 and _is_part_of(text, one, first) for one in others):
        return True
    is_first = first == 0 or text.words[first - 1].clause < text.words[first].clause
    return is_first and any(0 < one.start - figure.end < _PART for one in others)


def _is_part_of(text: Wording, part: Figure, of: int) -> bool:
    """Whether a figure stands right before an 'of', with at most what it counts between: 'five boats out of'."""
    between = [at for at, word in enumerate(text.words[:of]) if word.start >= part.end]
    return not between or (
        len(between) == 1 and text.words[of - 1].is_content and not _is_deed(text, of - 1, is_behind=True)
    )


def _tells_of_another(ours: Wording, theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> bool:
    """Whether nothing of a statement is said of its figure, and much of it of another one."""
    own = _of_clause(theirs, post, others)
    if not own or not own.isdisjoint(ours.stems):
        return False
    return any(len(_of_clause(theirs, one, others) & ours.stems) > 1 for one in others if not one.is_year)


def _of_clause(theirs: Wording, figure: Figure, others: tuple[Figure, ...]) -> frozenset[str]:
    stretch = _stretch(theirs, figure, others)
    clause = next((word.clause for word in stretch if word.end > figure.start), -1)
    return frozenset(word.stem for word in stretch if word.clause == clause and word.is_content)


def _is_compared(theirs: Wording, post: Figure) -> bool:
    """Whether a figure stands beside another one of the same: 'from 49 in 2009', '24 such houses'."""
    at = next((at for at, word in enumerate(theirs.words) if word.start >= post.start), 0)
    before = {word.text for word in theirs.words[max(0, at - 2) : at]}
    behind = {word.text for word in theirs.words[at + 1 : at + 2]}
    return not before.isdisjoint(_COMPARING) or "such" in behind


def lost_things(ours: Wording, theirs: Wording, post: Figure, others: tuple[Figure, ...]) -> list[str]:
    """Words of what the post counts with a figure that a statement has not: the lead of '13 pipes of lead'."""
    things = [] if post.is_year else _things(theirs, post, others)
    kept = [at for at, one in enumerate(things) if is_explained(one.stem, ours.all_stems)]
    if not kept:
        return []
    counts = [*things[: kept[-1]], *_owned(things, theirs)[len(things) :]]  # what stands behind may be a deed
    return [one.text for one in counts if not is_explained(one.stem, ours.all_stems) and one.text not in _AGES]


def _things(text: Wording, figure: Figure, others: tuple[Figure, ...]) -> list[Word]:
    """The words right behind a figure that say what it counts."""
    found: list[Word] = []
    stop = min((one.start for one in others if one.start >= figure.end), default=_END)
    first = next((at for at, word in enumerate(text.words) if word.start >= figure.end), len(text.words))
    clause = text.words[first - 1].clause if first else 0
    for at, word in enumerate(text.words[first:], first):
        if word.clause != clause or word.start >= stop or len(found) == _MOST_THINGS:
            break
        if word.text.endswith("ly") and not found:
            break  # 'one fully, one in part'
        if word.is_content and not _is_deed(text, at, bool(found) or _is_part(text, first, figure)):
            found.append(word)
        elif word.text == "and" and found and _is_compound(text, at, clause):
            continue
        elif found or word.text not in _LEADING:
            break
    if found and text.words[first].text in _NEW:
        return []  # '12 the year before', 'at 27 the farmer left'
    return found


def _is_part(text: Wording, first: int, figure: Figure) -> bool:
    """Whether a figure counts some of what stands before it, and nothing behind it: 'of the 32, five got parole'."""
    before = [word for word in text.words[:first] if word.end <= figure.start]
    return any(
        one.text == "of" and behind.text in ("the", "these", "those", "all")
        for one, behind in itertools.pairwise(before)
    )


def _is_compound(text: Wording, at: int, clause: int) -> bool:
    """Whether an 'and' joins what stands before one noun: '79 road and bridge wardens'."""
    behind = text.words[at + 1 : at + 3]
    return (
        len(behind) == 2
        and all(one.is_content and one.clause == clause for one in behind)
        and not any(_is_deed(text, at + number, True) for number in (1, 2))
    )


def _is_deed(text: Wording, at: int, is_behind: bool) -> bool:
    """Whether a participle tells what was done, and is none of '88 stolen goats'."""
    word = text.words[at]
    if not (word.text in PASTS or word.text.endswith("ed")):
        return False
    return is_behind or not any(one.is_content for one in text.words[at + 1 : at + 2])


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
        for thing in _owned(_things(theirs, one, others), theirs)
    )


def _is_known(stem: str, passage: Passage) -> bool:
    known = (stem, *ALIKE.get(stem, ()))
    return any(one in passage.wording.stems or one in passage.leant_on.stems for one in known)
