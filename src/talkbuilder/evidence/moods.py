"""Whether a statement says that something is, is not, should be, is tried or depends, as its source does."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from talkbuilder.evidence import conditions, habits
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.undone import says_not
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import stems
from talkbuilder.patterns import compiled

_HEADS = 2  # words of content behind a 'not' that it denies for certain
# In which mood something is told that is no deed (yet), by the stems of the words that say so.
_MOODS: Mapping[str, frozenset[str]] = {
    "advice": stems(
        "should must ought shall recommend recommendation advise advice urge propose proposal need ask"
        " call demand insist"
    ),
    "plan": stems(
        "will plan intend intention want wish hope promise aim expect offer threaten order agree announce suppose like"
        " mean design"
    ),
    "attempt": stems("try attempt seek effort"),
    "ability": stems("can could able"),
    "leave": stems("allow permit encourage invite"),
    "claim": stems("accuse allege claim suspect"),
}
# Moods that may stand for one another in a statement; a doubt ('perhaps') keeps any of them.
_NEAR: Mapping[str, tuple[str, ...]] = {
    "advice": ("advice", "duty"),
    "duty": ("duty", "advice"),
    "plan": ("plan", "advice"),
    "attempt": ("attempt", "plan"),
    "ability": ("ability", "leave"),
    "leave": ("leave", "ability"),
    "claim": ("claim",),
}
_MOOD_OF = {one: mood for mood, stems in _MOODS.items() for one in stems}
# Words that are of a mood only before 'to': 'asked the town to', 'means to', 'going to'.
_BEFORE_TO = stems("need ask call order agree seek expect invite suppose demand mean design")
_PURPOSES = stems("aim design intend mean")  # 'for' and 'to' tell of these too
_WANTING = frozenset(("want", "need"))  # 'for want of'
_RIGHT_BEFORE_TO = stems("like offer")
_NO_MOOD = frozenset(
    ("calls", "asks", "called", "able", "efforts", "effort", "meaning", "means", "willing", "supposedly")
)
_TELLING = stems("say tell write report think believe feel hear according supposedly apparently")
_INSISTING = stems("insist")  # 'on it' as a demand, 'that it is so' as a claim
_MAYBE = stems("may might perhaps maybe possibly probably would likely")

_BARRED = compiled(
    r"\b(?:blocked|barred|banned|kept|prevented|stopped|prohibited|excluded|free) from\b|\bforbidden to\b"
)
_BEYOND = frozenset(("beyond", "outside", "past"))
_NOT_ANY = compiled(r"\b(?:not?|never|nor|without)\b(?: \w+){0,3} any (?P<all>[^.;:]*?\b(?:or|nor)\b[^.;:,]*)")
_AHEAD = frozenset(("future", "going", "planned", "plans", "plan", "next", "soon", "coming", "upcoming", "become"))
_REACH = 8  # words behind 'promised' that it may bear on
_LIGHT = frozenset(("do", "make", "take", "get", "go", "have", "come"))  # what is done then is no word of its own
_MEANT = frozenset(("meant", "designed"))
_MODALS = frozenset(("will", "shall", "should", "must", "ought", "can", "could"))


def bends(ours: Wording, passage: Passage, is_whole: bool = True) -> Iterator[Bend]:
    """How a statement bends its source.

    What is no whole sentence need not deny what stands further behind a 'not' of the source.
    """
    yield from _denials(ours, passage, _HEADS if is_whole else 1)
    yield from _moods(ours, passage, is_whole)
    if is_whole:
        yield from conditions.bends(ours, passage)


def _denials(ours: Wording, passage: Passage, most: int) -> Iterator[Bend]:
    theirs, own = passage.wording, passage.own
    for at, word in enumerate(ours.words):
        heads = _heads(ours, at) if word.denies and not _is_told_otherwise(ours, at, passage) else []
        denied = theirs.denied | _not_any(passage.text)
        if not theirs.stems.isdisjoint(heads) and not any(is_explained(one, denied) for one in heads):
            is_doubt = word.text == "not" and not is_explained(heads[0], theirs.stems)  # 'not far from the border'
            hint = "is it the same" if is_doubt else "say what the post says"
            yield Bend("E122", f"it says '{word.text}', and the post denies nothing there", hint, is_doubt)
            break
    for at, word in enumerate(theirs.words):
        if not word.denies or (_is_ceiling(theirs, at) and any(one.text == "only" for one in ours.words)):
            continue
        heads = _heads(theirs, at)[:most] if own[0] <= word.start < own[1] else _denied_subject(ours, theirs, at, own)
        if heads and _is_unsaid(heads[0], ours):
            continue
        plain = _plain_in(theirs, own) if own[0] <= word.start < own[1] else theirs.plain
        heads = [one for one in heads if one not in plain and is_explained(one, ours.stems)]
        same = [one for one in heads if one in ours.stems]
        if (same and not any(one in ours.denied for one in same)) or (heads and not same and not ours.denied):
            yield Bend("E106", f"it has lost the '{word.text}' of the post", "deny what the post denies")
            break


def _not_any(text: str) -> frozenset[str]:
    """What a list denies: 'did not find any boats, nets or sails of the fishers'."""
    found = (wording(one["all"]).stems for one in _NOT_ANY.finditer(lowered(text)))
    return frozenset[str]().union(*found)


def _plain_in(theirs: Wording, own: Range) -> frozenset[str]:
    """What is not denied in the words that are pointed to."""
    inside = (theirs.words[at] for at in theirs.within(*own))
    return frozenset(one.stem for one in inside if one.is_content and not one.is_denied)


def _is_told_otherwise(ours: Wording, at: int, passage: Passage) -> bool:
    """Whether the post says the same in other words: 'unless' for 'without', 'a smaller one' for 'not the smallest'."""
    low = lowered(passage.text)
    if _BARRED.search(low) or says_not(low) or (ours.words[at].text in habits.SAYS_RARE and habits.RARE.search(low)):
        return True
    if ours.words[at].text == "without":
        return "unless" in low
    extreme = next((word.text for word in ours.words[at + 1 : at + 4] if word.text.endswith("est")), "")
    return bool(extreme) and any(word.text == f"{extreme[:-2]}r" for word in passage.wording.words)


def _is_unsaid(stem: str, ours: Wording) -> bool:
    """Whether a word stands in ours with an 'un' before it: 'unpaid' for 'not paid'."""
    return is_explained(stem, ours.denied) and not is_explained(stem, ours.plain)


def _is_ceiling(theirs: Wording, at: int) -> bool:
    """'Never beyond the walls' is only within them."""
    clause = theirs.words[at].clause
    return any(word.text in _BEYOND and word.clause == clause for word in theirs.words[at + 1 : at + 5])


def _denied_subject(ours: Wording, theirs: Wording, at: int, own: Range) -> list[str]:
    """Who is denied right before what is pointed to, and does it in ours: 'the elder, not the mayor, sold the land'."""
    inside = theirs.within(*own)
    subject = next((word.stem for word in ours.words if word.is_content), "")
    return [one for one in _heads(theirs, at)[:1] if inside and 0 < inside[0] - at <= _HEADS + 1 and one == subject]


def _heads(wording: Wording, at: int) -> list[str]:
    """The first words that a denial denies."""
    clause, begin = wording.words[at].clause, at + 1
    if wording.words[at].text == "only":  # 'if only they had listened' denies that they did
        begin = next(
            (place + 1 for place in range(begin, len(wording.words)) if _is_unreal(wording.words[place])), begin
        )
    behind = (word for word in wording.words[begin:] if word.clause == clause and word.is_content)
    return [word.stem for word, _ in zip(behind, range(_HEADS), strict=False)]


def _is_unreal(word: Word) -> bool:
    return word.text in ("had", "hadn't", "were", "was", "did", "could", "would")


def _moods(ours: Wording, passage: Passage, is_whole: bool) -> Iterator[Bend]:
    theirs, own, is_barred = passage.wording, passage.own, bool(_BARRED.search(lowered(passage.text)))
    mine, maybe = _told(ours), any(word.stem in _MAYBE for word in ours.words)
    posts = _told(theirs)
    for at, mood in posts:
        word = theirs.words[at]
        if mood == "duty":
            continue  # one is to do what one 'has to'
        if (mood == "claim" or word.stem in _INSISTING) and any(one.stem in _TELLING for one in ours.words):
            continue
        if maybe or not _bears(theirs, at, own) or any(_told_as(mood, other) for _, other in mine):
            continue
        if _is_imperative(ours, theirs):
            continue
        deeds = _deeds(theirs, at, is_whole)
        if word.stem in _PURPOSES and deeds and _is_purpose(ours, deeds[0].stem):
            continue
        if any(deed.stem in ours.stems and deed.start < own[1] for deed in deeds):
            is_aside = mood == "plan" and _is_of_whom(theirs, at) and any(one.text == "who" for one in ours.words)
            hint = "is it the same without" if is_aside else "tell it as the post does, and not as a deed"
            yield Bend("E123", f"it has lost the '{word.text}' of the post", hint, is_aside)
            return
    for at, mood in mine:
        if mood == "ability" and is_barred:
            continue
        if ours.words[at].text == "will" and any(word.text in _AHEAD for word in theirs.words):
            continue
        deed = ours.next_content(at)
        if deed and deed.stem in theirs.stems and not any(_told_as(other, mood) for _, other in posts):
            message = f"it says '{ours.words[at].text}', which the post does not say of it"
            hint = "is it so" if maybe else "tell a deed as a deed, and a plan as a plan"
            yield Bend("E123", message, hint, maybe)
            return


def _is_of_whom(text: Wording, at: int) -> bool:
    """Whether a verb only tells of whom something is said: 'guests who agreed to help'."""
    return any(one.text == "who" for one in text.words[max(0, at - 2) : at])


def _is_purpose(ours: Wording, deed: str) -> bool:
    """Whether a statement tells a deed only as what something is for."""
    places = [at for at, one in enumerate(ours.words) if one.stem == deed]
    return all(at and ours.words[at - 1].text in ("to", "for") for at in places)


def _deeds(theirs: Wording, at: int, is_whole: bool) -> tuple[Word, ...]:
    """What a word of mood bears on: a verb behind 'will', all that was 'promised'."""
    if is_whole and theirs.words[at].text not in _MODALS | _MEANT:
        return tuple(word for word in theirs.words[at + 1 : at + 1 + _REACH] if word.is_content)
    if any(word.text in _LIGHT for word in theirs.words[at + 1 : at + 2]):
        return ()
    deed = theirs.next_content(at)
    return (deed,) if deed else ()


@lru_cache(maxsize=256)
def _told(wording: Wording) -> tuple[tuple[int, str], ...]:
    """The words of mood in a text, each with its mood; 'Recommendations for the town:' reaches over all behind it."""
    found = []
    for at, word in enumerate(wording.words):
        mood = "plan" if _is_to(wording, at) else "duty" if _is_have_to(wording, at) else _MOOD_OF.get(word.stem)
        if mood is None or word.text in _NO_MOOD or (word.text == "order" and wording.words[at - 1].text == "in"):
            continue
        reach = 5 if word.stem in _BEFORE_TO else 2 if word.stem in _RIGHT_BEFORE_TO else 0
        if word.text in _WANTING and wording.words[at + 1 : at + 2] and wording.words[at + 1].text == "of":
            continue
        if reach and not any(one.text in ("to", "that") for one in wording.words[at + 1 : at + reach]):
            continue
        found.append((at, mood))
    return tuple(found)


def _is_to(wording: Wording, at: int) -> bool:
    """'was to have', 'were to pay'."""
    return wording.words[at].text in ("was", "were") and [one.text for one in wording.words[at + 1 : at + 2]] == ["to"]


def _is_have_to(wording: Wording, at: int) -> bool:
    return wording.words[at].text in ("have", "has") and [one.text for one in wording.words[at + 1 : at + 2]] == ["to"]


def _told_as(mood: str, other: str) -> bool:
    return other in _NEAR[mood]


def _bears(theirs: Wording, at: int, own: Range) -> bool:
    """Whether a word of mood is of what is pointed to: in it, or before it in the clause or as its heading."""
    word = theirs.words[at]
    if own[0] <= word.start < own[1]:
        return True
    inside = theirs.within(*own)
    return bool(inside) and (theirs.words[inside[0]].clause == word.clause or word.stem in stems("recommendation"))


def _is_imperative(ours: Wording, theirs: Wording) -> bool:
    """Whether a statement tells somebody to do something: it begins with a verb that nobody does."""
    first = ours.words[0].text
    if not ours.words[0].is_content or first.endswith(("s", "ed", "ing")) or figures(first):
        return first in ("make", "take", "put", "let")
    return not any(_is_done(word, theirs) for word in ours.words[1:])


def _is_done(word: Word, theirs: Wording) -> bool:
    """Whether a word is the past of a verb that the post has in its plain form."""
    plain = any(other.stem == word.stem and not other.text.endswith("ed") for other in theirs.words)
    same = any(other.text == word.text for other in theirs.words)
    return word.text in ("was", "were", "has", "did") or (word.text.endswith("ed") and plain and not same)
