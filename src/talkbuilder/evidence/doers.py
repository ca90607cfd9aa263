"""Who does something, where the order of words alone tells: what a person is asked to look at."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from talkbuilder.evidence.figures import figures
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
_OF_ITSELF = frozenset(
    ("decreased", "increased", "dropped", "declined", "changed", "died", "rose", "fell", "grew", "began")
)
_RELATIVE = frozenset(("that", "which", "whom", "who", "whose"))
_SUBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
_MOVING = frozenset(("from", "in", "to", "by", "against"))
_TELLERS = frozenset(("blogger", "blog", "report", "author", "perhaps", "supposedly", "apparently", "end", "year"))
_LISTED = re.compile(r"\bby (?:the |an? )?(?P<all>[\w' -]+?(?:, [\w' -]+?)*),? and (?:the |an? )?(?P<last>[\w']+)")
_LONGEST_NAME = 4  # words
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
    told = told or next(_turned(ours, passage.wording), None) or next(_moved(says, ours, passage), None)
    told = told or next(_of_others(ours, passage), None)
    told = told or next(_put_in_front(ours, passage), None) or next(_left_out(ours, passage), None)
    if told:
        yield told


def _swapped(ours: Wording, theirs: Wording) -> Iterator[str]:
    """A deed before which stands what the post has behind it."""
    for at, word in enumerate(ours.words):
        if word.stem not in theirs.stems or not (word.text.endswith("ed") or word.text in PASTS):
            continue
        places = [other for other, one in enumerate(theirs.words) if one.text == word.text]
        if len(places) != 1:
            continue
        if word.text in _OF_ITSELF or any(one.text in _RELATIVE for one in ours.words[max(0, at - 4) : at]):
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


def _put_in_front(ours: Wording, passage: Passage) -> Iterator[str]:
    """Somebody of whom the sentence says nothing, and no pronoun that could mean them."""
    first = next((one for one in ours.words if one.is_content), None)
    if first is None or first.text in _TELLERS or is_explained(first.stem, passage.wording.all_stems):
        return
    if first.stem in passage.leant_on.all_stems and all(one.text not in _PRONOUNS for one in passage.wording.words):
        yield f"the sentence says nothing of '{first.text}': see of whom it does"


def _turned(ours: Wording, theirs: Wording) -> Iterator[str]:
    """'They told him', as 'he told them'."""
    pairs = {(one.text, other.text) for one, other in pairwise(theirs.words) if one.clause == other.clause}
    for one, other in pairwise(ours.words):
        if one.text in _SUBJECTS and (other.text, _SUBJECTS[one.text]) in pairs and (one.text, other.text) not in pairs:
            yield f"the post says '{other.text} {_SUBJECTS[one.text]}': see who does it, and to whom"
            return


def _moved(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """From where, told as where; with whom, told as with another."""
    theirs = passage.wording
    for at, word in enumerate(ours.words[:-1]):
        name = ours.next_content(at, 2) if word.text in _MOVING or word.text == "with" else None
        if name is None or name.stem not in theirs.stems:
            continue
        told = {
            before for place, one in enumerate(theirs.words) if one.stem == name.stem for before in _led(passage, place)
        }
        if (
            word.text in _MOVING
            and says[name.start].isupper()
            and {"from"} & {word.text, *told}
            and told
            and word.text not in told
        ):
            yield f"the post says '{told.pop()}' of '{name.text}', not '{word.text}'"
            return
        others = [
            theirs.next_content(place, 3) for place, one in enumerate(theirs.words) if one.text == word.text == "with"
        ]
        if word.text == "with" and others and not any(one and _is_in(name, one, theirs) for one in others):
            yield f"the post says 'with' of others than '{name.text}'"
            return


def _is_in(name: Word, first: Word, theirs: Wording) -> bool:
    """Whether a word is that behind a 'with', or one of the few behind that."""
    at = theirs.words.index(first)
    return name.stem in [one.stem for one in theirs.words[at : at + 4]]


def _led(passage: Passage, place: int) -> Iterator[str]:
    """The preposition before a name, or before the list in which it stands."""
    for word in reversed(passage.wording.words[:place]):
        if word.text in _MOVING:
            yield word.text
        if word.text in ("and", "or", "the") or passage.text[word.start].isupper():
            continue
        return


def _of_others(ours: Wording, passage: Passage) -> Iterator[str]:
    """'The mayor's cook' of what the post tells of the mayor."""
    at = next((at for at, one in enumerate(ours.words) if one.is_content), -1)
    of = [one.text for one in ours.words[at + 1 : at + 2]]
    whose = ours.next_content(at + 1, 3)
    first = ours.words[at] if at >= 0 else None
    if first is None or of != ["of"] or whose is None or whose.stem not in passage.wording.stems:
        return
    if not is_explained(first.stem, passage.wording.all_stems) and not figures(first.text):
        yield f"the sentence says nothing of '{first.text}', but of '{whose.text}'"


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
