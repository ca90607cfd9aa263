"""Who does something, where the order of words alone tells: what a person is asked to look at."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from msgspec import Struct

from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stem, stems

_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_FINITE = _BEING | {"had", "have", "has"}
_TIMES = frozenset(("may-month", "march-month")) | stems(
    "last next year month week day time summer winter spring autumn hour night moment"
)  # nobody who does anything
_DOER = re.compile(
    r"(?!(?:labor|color|harbor|neighbor|number|quarter|center|paper|water|offer|order)s?\Z)\w{3,}[eo]rs?\Z"
)
_NO_DEEDS = frozenset(
    (
        "forced",
        "united",
        "padded",
        "limited",
        "armed",
        "need",
        "speed",
        "seed",
        "bed",
        "weed",
        "based",
        "indeed",
        "hundred",
    )
)
_NO_DEEDS |= {"decreased", "increased", "dropped", "declined", "changed", "died", "rose", "fell", "grew", "began"}
_PREPOSITIONS = frozenset(("in", "at", "on", "for", "with", "to", "after", "before", "during", "until", "since"))
_LONGEST_PHRASE = 2  # words before the last one
_BEFORE_DEEDS = frozenset(("could", "can", "will", "would", "may", "must", "should", "might", "cannot"))
_RELATIVE = frozenset(("that", "which", "whom", "who", "whose"))
_SUBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
_TELLERS = frozenset(("blogger", "blog", "report", "author", "perhaps", "supposedly", "apparently", "end", "year"))
_LISTED = re.compile(r"\bby (?:the |an? )?(?P<all>[\w' -]+?(?:, [\w' -]+?)*),? and (?:the |an? )?(?P<last>[\w']+)")
_LONGEST_NAME = 4  # words
_BEHIND_BY = 12  # words of all who did something


class _Sides(Struct, frozen=True):
    before: frozenset[str]
    behind: frozenset[str]
    by: frozenset[str]
    all_before: frozenset[str]  # in other clauses too
    all_behind: frozenset[str]
    is_passive: bool


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What makes one doubt that the same one does it as in the post; of all the first."""
    ours = wording(says)
    told = next(_swapped(ours, passage.wording), None) or next(_agents(ours, passage), None)
    told = told or next(_by_others(ours, passage.wording), None)
    told = told or next(_turned(ours, passage.wording), None) or next(_left_out(ours, passage), None)
    if told:
        yield told


def _swapped(ours: Wording, theirs: Wording) -> Iterator[str]:
    """A deed before which stands what the post has behind it, or the other way round."""
    for at, word in enumerate(ours.words):
        places = [other for other, one in enumerate(theirs.words) if one.stem == word.stem] if word.is_content else []
        if len(places) != 1 or not (_is_deed(theirs, places[0]) and _is_deed(ours, at)):
            continue
        if any(one.text in _RELATIVE for one in ours.words[max(0, at - 4) : at]):
            continue
        strange = _elsewhere(_sides(ours, at), _sides(theirs, places[0]), theirs)
        strange -= _TIMES | {one.stem for place, one in enumerate(ours.words) if _is_put_first(ours, place)}
        names = {one.text for one in ours.words if one.stem in strange and not one.text.endswith("ly")}
        if names:
            yield f"see who '{word.text}' in the post, and whom: it has {_said(names)} on another side of it"
            return


def _is_put_first(text: Wording, at: int) -> bool:
    """Whether a word only tells when, where or for whom, before who does it: 'For 40 guests the duke gave a ball'."""
    before = [one for one in text.words[:at] if one.clause == text.words[at].clause]
    return 0 < len(before) <= _LONGEST_PHRASE and before[0].text in _PREPOSITIONS


def _is_deed(text: Wording, at: int) -> bool:
    word = text.words[at].text
    if word in _NO_DEEDS:
        return False
    return word.endswith("ed") or word in PASTS or (at > 0 and text.words[at - 1].text in _BEFORE_DEEDS)


def _elsewhere(mine: _Sides, told: _Sides, theirs: Wording) -> frozenset[str]:
    """What stands on the other side of a deed than in the post."""
    if told.is_passive and not mine.is_passive:
        return frozenset() if told.by & mine.before else mine.before & theirs.stems
    if mine.is_passive and not told.is_passive:
        return (mine.by & theirs.stems) - told.all_before
    strange = mine.before & told.all_behind - told.all_before
    return strange if mine.is_passive or strange else mine.behind & told.all_before - told.all_behind


@lru_cache(maxsize=512)
def _sides(text: Wording, at: int) -> _Sides:
    """What stands before and behind a word of a text in its clause, and behind its 'by'."""
    clause = text.words[at].clause
    by = next((place for place in range(at + 1, len(text.words)) if text.words[place].text == "by"), None)
    doing = text.words[by + 1 : by + 1 + _BEHIND_BY] if by is not None else ()
    return _Sides(
        _stems(one for one in text.words[:at] if one.clause == clause),
        _stems(one for one in text.words[at + 1 :] if one.clause == clause),
        _stems(doing),
        _stems(text.words[:at]),
        _stems(text.words[at + 1 :]),
        any(one.text in _BEING for one in text.words[max(0, at - 3) : at]) or _is_reduced(text, at),
    )


def _is_reduced(text: Wording, at: int) -> bool:
    """Whether a participle stands behind those to whom it was done: 'the goats counted in May were white'."""
    word, behind = text.words[at], text.words[at + 1 : at + 2]
    if not word.text.endswith("ed") or not behind or behind[0].text not in ("by", "in", "at", "from", "on"):
        return False
    return any(one.text in _FINITE and one.clause == word.clause for one in text.words[at + 2 :])


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(one.stem for one in words if one.is_content)


def _agents(ours: Wording, passage: Passage) -> Iterator[str]:
    """Somebody who does what the post only names: a trader of 'trade'."""
    if not any(_DOER.match(one.text) for one in ours.words):
        return
    forms: dict[str, set[str]] = {}
    for one in (*passage.wording.words, *passage.leant_on.words, *wording(passage.around).words):
        forms.setdefault(one.stem, set()).add(one.text)
    for word in ours.words:
        known = forms.get(word.stem, set())
        if not word.is_content or not known or not _DOER.match(word.text) or word.text in _TELLERS:
            continue
        if not any(_DOER.match(one) or one in (word.text, word.text.removesuffix("s")) for one in known):
            yield f"the post says {_said(known)}, and nothing of '{word.text}'"
            return


def _by_others(ours: Wording, theirs: Wording) -> Iterator[str]:
    """What the post says is by somebody, as somebody else's: 'a march by bakers', as if the smiths had held it."""
    for at, word in enumerate(theirs.words[1:-1], 1):
        thing, doer = theirs.words[at - 1], theirs.next_content(at, 3)
        if (
            word.text != "by"
            or not doer
            or not thing.is_content
            or any(map(_is_done, theirs.words[max(0, at - 4) : at]))
        ):
            continue  # 'was raised last fall by women' tells who raised it
        behind = theirs.words.index(doer)
        doing = _stems(takewhile(lambda one: one.is_content and not _is_done(one), theirs.words[behind : behind + 3]))
        place = next((number for number, one in enumerate(ours.words) if one.stem == thing.stem), 0)
        before = _stems(ours.words[:place]) & theirs.stems
        if before and doing.isdisjoint(ours.stems) and any(_is_doing(ours, number) for number in range(place)):
            yield f"the post says '{thing.text} by {doer.text}': who is it by?"
            return


def _is_doing(text: Wording, at: int) -> bool:
    return _is_deed(text, at) or text.words[at].text in ("made", "had", "did", "took", "got")


def _is_done(word: Word) -> bool:
    return word.text.endswith(("ed", "wn", "en")) or word.text in PASTS


def _turned(ours: Wording, theirs: Wording) -> Iterator[str]:
    """'They told him', as 'he told them'."""
    pairs = {(one.text, other.text) for one, other in pairwise(theirs.words) if one.clause == other.clause}
    for one, other in pairwise(ours.words):
        if one.text in _SUBJECTS and (other.text, _SUBJECTS[one.text]) in pairs and (one.text, other.text) not in pairs:
            yield f"the post says '{other.text} {_SUBJECTS[one.text]}': see who does it, and to whom"
            return


def _left_out(ours: Wording, passage: Passage) -> Iterator[str]:
    """One of several by whom it was done, told as if alone."""
    for found in _LISTED.finditer(passage.text, passage.own[0]):
        names = [*found["all"].split(", "), found["last"]]
        if any(len(name.split()) > _LONGEST_NAME for name in names):
            continue
        kept = [any(stem(word) in ours.stems for word in name.lower().split()) for name in names]
        if kept[0] != all(kept) or (any(kept) and not all(kept)):
            yield f"the post says 'by {found['all']} and {found['last']}': are those left out needed?"
            return


def _said(words: set[str]) -> str:
    return " and ".join(f"'{one}'" for one in sorted(words))
