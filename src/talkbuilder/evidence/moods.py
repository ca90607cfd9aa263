"""Whether a statement says that something is, is not, should be, is tried or depends, as its source does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from talkbuilder.evidence import conditions, denials
from talkbuilder.evidence.announced import decided
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.wording import SPOKEN, Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stems

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
    "leave": stems("allow permit encourage invite free"),
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
_TO_THAT = frozenset(("to", "that"))
_AND = frozenset(("and", "or", "so"))
_RIGHT_BEFORE_TO = stems("like offer free")
_NO_MOOD = frozenset(
    ("calls", "asks", "called", "able", "efforts", "effort", "meaning", "means", "willing", "supposedly")
)
_TELLING = stems("say tell write report think believe feel hear according supposedly apparently")
_INSISTING = stems("insist")  # 'on it' as a demand, 'that it is so' as a claim
_MAYBE = stems("may might perhaps maybe possibly probably would likely")

_ORDERS = stems("order")
_HAD_TO = re.compile(r"\bhad to\b|\b(?:told|made|forced)\b[^,;.]{0,20}\bto\b")  # what one is ordered to do
_IN_ORDER = re.compile(r"\b(?:in order|so as) to\b")
_WISHES = stems("wish")  # 'if only they had' is one
_AHEAD = frozenset(("future", "going", "planned", "plans", "plan", "next", "soon", "coming", "upcoming", "become"))
_MONTHS = stems("january february april june july august september october november december") | {
    "march-month",
    "may-month",
}
_LEADING = frozenset(("a", "an", "the", "has", "have", "had", "of", "with", "many", "some", "such", "these", "those"))
_ALLOWING = frozenset(("possible", "enable", "enabled", "enables", "right", "entitled", "eligible", "lets", "let"))
_REACH = 8  # words behind 'promised' that it may bear on
_LIGHT = frozenset(("do", "make", "take", "get", "go", "have", "come"))  # what is done then is no word of its own
_MEANT = frozenset(("meant", "designed"))
_DONE_BY_SAYING = SPOKEN | stems("congratulate")
# What one gets up to, one can get.
_UP_TO = re.compile(r"\b(?:up to|at most|a maximum of|as (?:much|many|long) as|no more than)\b")
_ENDS_ADVICE = re.compile(r"[.?!][\"')]* (?=[A-Z])|\b(?:but|because|although|while)\b")
_IN_LIST = re.compile(r"\bto \w+[^.;:]*, \w+|\bto \w+[^.;:]* and \Z")
_MODALS = frozenset(("will", "shall", "should", "must", "ought", "can", "could"))


def bends(ours: Wording, passage: Passage, is_whole: bool = True) -> Iterator[Bend]:
    """How a statement bends its source.

    What is no whole sentence need not deny what stands further behind a 'not' of the source.
    """
    yield from denials.bends(ours, passage, is_whole)
    yield from _moods(ours, passage, is_whole)
    if is_whole:
        yield from conditions.bends(ours, passage)


def _moods(ours: Wording, passage: Passage, is_whole: bool) -> Iterator[Bend]:
    theirs, own, is_barred = passage.wording, passage.own, bool(denials.BARRED.search(lowered(passage.text)))
    mine, maybe = _told(ours), any(word.stem in _MAYBE for word in ours.words)
    said = ours.spaced
    posts, is_too = _told(theirs), bool(denials.TOO.search(said))
    ahead = wording(" ".join(decided(passage.text))) if any(_is_to(ours, at) for at, _ in mine) else wording("")
    for at, mood in posts:
        word = theirs.words[at]
        if mood == "duty":
            continue  # one is to do what one 'has to'
        if (mood == "claim" or word.stem in _INSISTING) and any(one.stem in _TELLING for one in ours.words):
            continue
        is_list = is_whole and mood in ("advice", "plan") and _lists(passage, word)
        if maybe or not (is_list or _bears(theirs, at, own)) or any(_told_as(mood, other) for _, other in mine):
            continue
        if word.text == "should" and _is_ahead(ours, ahead):
            continue
        if _is_imperative(ours, theirs):
            continue
        if mood == "leave" and any(one.text in _ALLOWING for one in ours.words):
            continue
        if mood == "ability" and is_too:
            continue
        if word.stem in _ORDERS and _HAD_TO.search(said):
            continue
        deeds = _deeds(theirs, at, is_whole)
        deeds = (*deeds, *_pointed(theirs, own)) if is_list else deeds
        if deeds and deeds[0].stem in _MONTHS:
            continue  # 'three days in August' has no verb to be told in the future
        is_for = word.stem in _PURPOSES or (mood == "plan" and _IN_ORDER.search(said))
        if is_for and deeds and _is_purpose(ours, deeds[0].stem):
            continue
        if word.start < own[0] and not any(own[0] <= deed.start for deed in deeds):
            continue
        if any(deed.stem in ours.stems and deed.start < own[1] for deed in deeds):
            is_aside = all(_is_before_noun(ours, deed.stem) for deed in deeds if deed.stem in ours.stems)
            is_aside = (
                is_aside
                or (mood == "leave" and any(one == "advice" for _, one in mine))
                or (mood == "plan" and _is_of_whom(theirs, at))
                or (word.is_denied and any(one.denies for one in ours.words))
                or (mood == "leave" and denials.turns(ours) > 1)  # 'nobody kept them from leaving'
            )
            hint = "is it the same without" if is_aside else "tell it as the post does, and not as a deed"
            yield Bend("E123", f"it has lost the '{word.text}' of the post", hint, is_aside)
            return
    for at, mood in mine:
        if mood == "ability" and (is_barred or _UP_TO.search(lowered(passage.text))):
            continue
        if mood == "ability" and any(word.text == "able" and not word.is_denied for word in theirs.words):
            continue
        if ours.words[at].stem in _WISHES and denials.IF_ONLY.search(lowered(passage.text)):
            continue
        if _is_to(ours, at) and _is_ahead(ours, ahead):
            continue
        if ours.words[at].text == "will" and any(word.text in _AHEAD for word in theirs.words):
            continue
        deed = ours.next_content(at)
        if deed and deed.stem in theirs.stems and not any(_told_as(other, mood) for _, other in posts):
            message = f"it says '{ours.words[at].text}', which the post does not say of it"
            maybe = (
                maybe
                or (mood == "duty" and denials.turns(ours) > 0 and denials.turns(theirs) > 0)
                or (deed.is_denied and deed.stem in theirs.denied)
                or (bool(ahead.words) and _is_to(ours, at) and _is_little(ours.words[at + 2 : at + 3]))
                or (mood == "claim" and ours.words[at].is_denied and "report" in theirs.all_stems)
            )
            hint = "is it so" if maybe else "tell a deed as a deed, and a plan as a plan"
            yield Bend("E123", message, hint, maybe)
            return


def _is_ahead(ours: Wording, ahead: Wording) -> bool:
    """Whether what was 'to be done' is what the post tells as decided."""
    return any(
        (deed := ours.next_content(at + 1)) is not None and deed.stem in ahead.stems
        for at in range(len(ours.words))
        if _is_to(ours, at)
    )


def _is_little(deed: Sequence[Word]) -> bool:
    """Whether a verb says little: 'get' of 'was to get the meadow'."""
    return any(not one.is_content and one.text != "be" for one in deed)


def _lists(passage: Passage, word: Word) -> bool:
    """Whether a word of advice reaches as far as what is pointed to: it heads a list, or leads one of infinitives."""
    between = passage.text[word.end : passage.own[0]]
    return not _ENDS_ADVICE.search(between) and (":" in between or _IN_LIST.search(between) is not None)


def _pointed(theirs: Wording, own: Range) -> tuple[Word, ...]:
    return tuple(theirs.words[at] for at in theirs.within(*own) if theirs.words[at].is_content)


def _is_before_noun(ours: Wording, deed: str) -> bool:
    """Whether a word of a deed stands only before a noun, as in 'hidden places'."""
    places = [at for at, one in enumerate(ours.words) if one.stem == deed]
    return all(_is_adjective(ours, at) for at in places)


def _is_adjective(ours: Wording, at: int) -> bool:
    word, behind = ours.words[at], ours.next_content(at, 1)
    is_participle = word.text.endswith(("ed", "en")) or word.text in PASTS
    led = ours.words[at - 1].text if at else ""
    return is_participle and behind is not None and led in _LEADING


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
        if reach and not _leads_on(wording.words[at + 1 : at + reach]):
            continue
        if word.text == "like" and (deed := wording.next_content(at)) and deed.stem in _DONE_BY_SAYING:
            continue
        found.append((at, mood))
    return tuple(found)


def _leads_on(behind: Sequence[Word]) -> bool:
    """Whether 'to' or 'that' comes behind a word; 'and that' begins something else."""
    before = ("", *(one.text for one in behind))
    return any(one.text in _TO_THAT and led not in _AND for led, one in zip(before, behind, strict=False))


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
