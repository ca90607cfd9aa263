"""Of whom something is told, where and with whom: what a person is asked where the sentence tells it of others."""

from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.wording import Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stems

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
# Forms of verbs that tell no deed, and what happens by itself, of which the post may tell who did it.
_MOVING = frozenset(("from", "in", "to", "by", "against"))
# Who may be of a place, and not only in it: 'the police of Almaty'.
_MEMBERS = stems(
    "people man woman child police officer army soldier government president mayor minister official student"
)
_MEMBERS |= stems("citizen resident worker teacher victim trafficker company bank court prisoner team")
_TELLERS = frozenset(
    (
        "heard",
        "told",
        "know",
        "knew",
        "list",
        "blogger",
        "blog",
        "report",
        "author",
        "perhaps",
        "supposedly",
        "apparently",
        "end",
        "year",
    )
)
_NAMING = frozenset(("the", "this", "these", "many", "some", "all", "most", "several"))
_MOST_NAMES = 2  # of more of them, a statement may leave some out


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What makes one doubt that it is told of the same as in the post; of all the first."""
    ours = wording(says)
    for find in (_of_before, _moved, _of_place, _of_others, _put_in_front, _other_subject, _other_name):
        if told := next(find(says, ours, passage), None):
            yield told
            return


def _moved(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """From where, told as where; with whom, told as with another."""
    theirs = passage.wording
    coming = {
        one.stem for at, own in enumerate(theirs.words) if own.text == "from" and (one := theirs.next_content(at, 2))
    }
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
        ) or (word.text == "from" and told and "from" not in told and (coming - {name.stem}) & ours.stems):
            yield f"the post says '{told.pop()}' of '{name.text}', not '{word.text}'"
            return
        others = [
            theirs.next_content(place, 3) for place, one in enumerate(theirs.words) if one.text == word.text == "with"
        ]
        if word.text == "with" and others and not any(one and _is_in(name, one, theirs) for one in others):
            yield f"the post says 'with' of others than '{name.text}'"
            return


def _of_place(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'The police of Almaty', of police of another place that the post has in Almaty."""
    theirs = passage.wording
    for at, word in enumerate(ours.words[1:-1], 1):
        name = ours.next_content(at, 2) if word.text == "of" and _is_member(ours.words[at - 1], passage) else None
        if name is None or not says[name.start].isupper():
            continue
        places = [place for place, one in enumerate(theirs.words) if one.stem == name.stem]
        told = {before for place in places for before in _led(passage, place)}
        if told & {"in", "from", "to", "against"} and not any(_is_of(theirs, place) for place in places):
            yield f"the post says '{min(told)}' of '{name.text}', not 'of'"
            return


def _is_member(word: Word, passage: Passage) -> bool:
    """Whether a word tells of people, or of somebody whom the post calls by their country: 'Danish sailors'."""
    theirs = passage.wording.words
    named = (
        behind.stem for before, behind in pairwise(theirs) if passage.text[before.start].isupper() and before.start
    )
    return word.stem in _MEMBERS or word.stem in named


def _is_of(theirs: Wording, place: int) -> bool:
    return any(one.text == "of" for one in theirs.words[max(0, place - 3) : place])


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


def _of_others(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'The mayor's cook' of what the post tells of the mayor."""
    at = next((at for at, one in enumerate(ours.words) if one.is_content), -1)
    of = [one.text for one in ours.words[at + 1 : at + 2]]
    whose = ours.next_content(at + 1, 3)
    first = ours.words[at] if at >= 0 else None
    if first is None or of != ["of"] or whose is None or whose.stem not in passage.wording.stems:
        return
    if not is_explained(first.stem, passage.wording.all_stems) and not figures(first.text):
        yield f"the sentence says nothing of '{first.text}', but of '{whose.text}'"


def _put_in_front(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """Somebody of whom the sentence says nothing, and no pronoun that could mean them."""
    first = next((one for one in ours.words if one.is_content), None)
    if first is None or first.text in _TELLERS or is_explained(first.stem, passage.wording.all_stems):
        return
    if first.stem in passage.leant_on.all_stems and all(one.text not in _PRONOUNS for one in passage.wording.words):
        yield f"the sentence says nothing of '{first.text}': see of whom it does"


def _of_before(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """What somebody did in the sentence before, and not in this one."""
    for word in ours.words:
        is_deed = word.is_content and (word.text.endswith("ed") or word.text in PASTS) and word.text not in _TELLERS
        is_strange = is_deed and not is_explained(word.stem, passage.wording.all_stems)
        if is_strange and any(one.text == word.text for one in passage.leant_on.words):
            yield f"'{word.text}' stands in a sentence before, and not in this one: is it told of the same?"
            return


def _other_subject(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """A statement that begins with another one than the words that are pointed to."""
    theirs = passage.wording
    inside = theirs.within(*passage.own)
    at = next((at for at in inside if theirs.words[at].is_content), None)
    first = next((one for one in ours.words if one.is_content), None)
    if at is None or first is None or first.text in _TELLERS:
        return
    subject = theirs.words[at]
    is_named = passage.text[subject.start].isupper() or (at > 0 and theirs.words[at - 1].text in _NAMING)
    is_before = any(one.stem == first.stem for one in theirs.words[:at])
    if not is_named or is_before or is_explained(first.stem, frozenset(theirs.words[place].stem for place in inside)):
        return
    if first.stem in theirs.stems or first.stem in passage.leant_on.stems:
        yield f"it begins with '{first.text}', and the post there with '{subject.text}': is it said of the same?"


def _other_name(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """A name that stands elsewhere, in the place of one that is left out."""
    own = wording(passage.text[slice(*passage.own)])
    for near, text in ((passage.wording, passage.text), (own, passage.text[slice(*passage.own)])):
        strange = [one for one in _names(ours, says) if not is_explained(one.stem, near.all_stems)]
        strange = [one for one in strange if one.stem in passage.leant_on.stems or one.stem in passage.wording.stems]
        lost = [one for one in _names(near, text) if not is_explained(one.stem, ours.all_stems)]
        if strange and 0 < len(lost) <= _MOST_NAMES:
            yield f"it names '{strange[0].text}', and the post there '{lost[0].text}': is it said of the same?"
            return


def _names(text: Wording, written: str) -> list[Word]:
    """Words with a capital that do not begin a sentence."""
    return [
        one
        for one in text.words
        if one.is_content and one.start and written[one.start].isupper() and written[one.start - 2] not in ".?!"
    ]
