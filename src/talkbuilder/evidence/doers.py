"""Who does something, where the order of words alone tells: what a person is asked to look at."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stem

_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_DOER = re.compile(
    r"(?!(?:labor|color|harbor|neighbor|number|quarter|center|paper|water|offer|order)s?\Z)\w{3,}[eo]rs?\Z"
)
_PRONOUNS = frozenset(
    (
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "their",
        "his",
        "her",
        "him",
        "this",
        "these",
        "those",
        "that",
        "i",
        "we",
    )
) | {"us", "our", "my", "who", "there"}
_TELLERS = frozenset(("blogger", "blog", "report", "author", "perhaps", "supposedly", "apparently", "end", "year"))
_LISTED = re.compile(r"\bby (?:the |an? )?(?P<all>[\w' -]+?(?:, [\w' -]+?)*),? and (?:the |an? )?(?P<last>[\w']+)")
_BEHIND_BY = 12  # words of all who did something


class _Sides(Struct, frozen=True):
    before: frozenset[str]
    behind: frozenset[str]
    by: frozenset[str]
    is_passive: bool


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What makes one doubt that the same one does it as in the post; of all the first."""
    ours = wording(says)
    told = next(_swapped(ours, passage.wording), None) or next(_agents(ours, passage), None)
    told = told or next(_put_in_front(ours, passage), None) or next(_left_out(ours, passage), None)
    if told:
        yield told


def _swapped(ours: Wording, theirs: Wording) -> Iterator[str]:
    """A deed before which stands what the post has behind it."""
    for at, word in enumerate(ours.words):
        places = [other for other, one in enumerate(theirs.words) if one.text == word.text]
        if len(places) != 1 or not word.is_content or not (word.text.endswith("ed") or word.text in PASTS):
            continue
        mine, told = _sides(ours, at), _sides(theirs, places[0])
        if not mine.before or theirs.stems.isdisjoint(mine.before):
            continue
        strange = mine.before & told.behind - told.before
        if told.is_passive and not mine.is_passive:
            strange = (mine.before & theirs.stems) - told.by
            if told.by and mine.before & told.by:
                continue
        elif mine.is_passive and not told.is_passive:
            strange = (mine.by & theirs.stems) - told.before
        if strange:
            names = {one.text for one in ours.words if one.stem in strange}
            yield f"see who '{word.text}' in the post, and whom: it has {_said(names)} on another side of it"
            return


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
        any(one.text in _BEING for one in text.words[max(0, at - 3) : at]),
    )


def _stems(words: "Iterator[Word] | tuple[Word, ...]") -> frozenset[str]:
    return frozenset(one.stem for one in words if one.is_content)


def _agents(ours: Wording, passage: Passage) -> Iterator[str]:
    """Somebody who does what the post only names: a trader of 'trade'."""
    forms: dict[str, set[str]] = {}
    for one in (*passage.wording.words, *passage.leant_on.words, *wording(passage.around).words):
        forms.setdefault(one.stem, set()).add(one.text)
    for word in ours.words:
        known = forms.get(word.stem, set())
        if word.is_content and known and _DOER.match(word.text) and word.text not in _TELLERS:
            if not any(_DOER.match(one) or one in (word.text, word.text.removesuffix("s")) for one in known):
                yield f"the post says {_said(known)}, and nothing of '{word.text}'"
                return


def _put_in_front(ours: Wording, passage: Passage) -> Iterator[str]:
    """Somebody of whom the sentence says nothing, and no pronoun that could mean them."""
    first = next((one for one in ours.words if one.is_content), None)
    if first is None or first.text in _TELLERS or is_explained(first.stem, passage.wording.all_stems):
        return
    if passage.explains(first.stem) and all(one.text not in _PRONOUNS for one in passage.wording.words):
        yield f"the sentence says nothing of '{first.text}': see of whom it does"


def _left_out(ours: Wording, passage: Passage) -> Iterator[str]:
    """One of several by whom it was done, told as if alone."""
    for found in _LISTED.finditer(passage.text, passage.own[0]):
        names = [*found["all"].split(", "), found["last"]]
        kept = [any(stem(word) in ours.stems for word in name.lower().split()) for name in names]
        if kept[0] != all(kept) or (any(kept) and not all(kept)):
            yield f"the post says 'by {found['all']} and {found['last']}': are those left out needed?"
            return


def _said(words: set[str]) -> str:
    return " and ".join(f"'{one}'" for one in sorted(words))
