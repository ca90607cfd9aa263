"""Of how many something is said: of all, most, some or few."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.shares import same_share
from talkbuilder.evidence.wording import AUXILIARIES, Bend, Passage, Word, Wording, is_subject
from talkbuilder.evidence.words import PASTS

_EXTENTS: Mapping[str, str] = {
    **dict.fromkeys(("all", "every", "each", "everyone", "everybody", "everything", "always", "entire"), "all"),
    **dict.fromkeys(("entirely", "whole", "completely", "everywhere"), "all"),
    **dict.fromkeys(("most", "majority", "mostly", "usually", "largely", "mainly"), "most"),
    **dict.fromkeys(("many", "much", "lots", "lot", "numerous", "multiple", "often"), "many"),
    **dict.fromkeys(("some", "several", "various", "certain", "sometimes"), "some"),
    **dict.fromkeys(("few", "seldom", "rarely", "minority", "handful"), "few"),
    **dict.fromkeys(("only", "sole", "solely", "nobody"), "only"),
    **dict.fromkeys(("thirds", "quarters", "fifths", "tenths"), "half"),
    **{word: word for word in ("dozens", "hundreds", "thousands", "millions", "billions", "half")},
}
# What a statement may say where the post says so: the same, or less.
_ALLOWS: Mapping[str, frozenset[str]] = {
    "all": frozenset(("all",)),
    "most": frozenset(("most", "all")),
    "many": frozenset(("many", "most", "all", "dozens", "hundreds", "thousands", "millions", "billions")),
    "few": frozenset(("few", "only")),
    "only": frozenset(("only", "few")),
}
_BEYOND = re.compile(r"\b(?:not?|never|nobody|cannot)\b(?: \w+){0,3} (?:beyond|outside|past)\b")  # is only within
_SHUT_OUT = re.compile(
    r"\b(?:blocked|barred|banned|prevented|excluded|stopped|prohibited|kept) from\b|\bforbidden to\b"
)
# 'Not without a pass' is only with one.
_BUT_WITH = re.compile(r"\b(?:unless|without|except|until|other than|no \w+ but|nobody but|none but)\b")
_WITH = frozenset(("with", "if", "when", "by", "through", "after", "for", "to", "those", "who", "once", "whoever"))
# How often or how far: of whom it is told stays the same.
_OFTEN = frozenset(("often", "usually", "mostly", "largely", "mainly", "sometimes", "entirely", "completely", "much"))
_RISEN = re.compile(
    r"\b(?:increase|rise|rose|risen|grew|up|growth|more than the|from) (?:from )?(?:the |just )?\$? ?[\w,]+",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper (?:head|capita|person|inhabitant)\b|\bapiece\b|\ba head\b")
_NOT_MANY = re.compile(r"\b(?:not|hardly|never|n't) (?:very |too |so )?(?:many|much|often|any)\b")
_UNUSUAL = frozenset(("unusual", "uncommon", "rare"))  # what is so, is so seldom
_NOT_TO_LOSE = frozenset(("some", "few", "most", "half"))
# 'at all', 'how many', 'at most', 'as much as', 'a lot' say nothing of an extent, or are told by 'a few' and 'a lot'.
_NO_EXTENT_BEHIND = frozenset(("at", "above", "after", "how", "as", "so", "too", "very", "less"))
_IN_ALL = frozenset(("all", "most", "much"))  # 'in all', 'in most'; 'in several' tells of how many
_NO_EXTENT_BEFORE = frozenset(("over", "along", "as", "more", "around", "about", "way", "time", "kind", "sort", "form"))
_CLOSE = 3  # words
_PHRASE = 4  # words: 'some of the young bakers'


def bends(ours: Wording, passage: Passage, is_whole: bool = True) -> Iterator[Bend]:
    """Extents that are put in, made of others, or lost.

    What is no whole sentence may leave out of whom it is told: 'poorly fed' of 'some have been poorly fed'.
    """
    theirs, own = passage.wording, passage.own
    posts, mine = _extents(theirs), _extents(ours)
    inside = tuple(one for one in posts if own[0] <= theirs.words[one[0]].start < own[1])
    yield from _put_in(mine, inside or posts, ours, passage)
    yield from _lost(mine, posts, ours, passage, is_whole)


@lru_cache(maxsize=256)
def _extents(wording: Wording) -> tuple[tuple[int, str], ...]:
    found = []
    for at, word in enumerate(wording.words):
        extent = _EXTENTS.get(word.text)
        if extent is None:
            continue
        before = wording.words[at - 1].text if at else ""
        behind = wording.words[at + 1].text if at + 1 < len(wording.words) else ""
        if before in _NO_EXTENT_BEHIND or (before == "the" and word.text == "most" and behind not in ("of", "part")):
            continue
        if before == "in" and word.text in _IN_ALL:
            continue
        if behind in _NO_EXTENT_BEFORE or (word.text == "some" and behind[:1].isdigit()):
            continue
        if word.text == "half" and before == "a" and at > 1 and wording.words[at - 2].text == "and":
            continue  # 'two and a half years'
        if word.text == "lot" and before != "a":
            continue
        if word.text == "most" and behind and _is_adjective(behind):
            continue  # 'the most important'
        if extent == "all" and behind and wording.words[at + 1].start - word.end == len(" but "):
            continue  # 'all but eight'
        if extent == "few" and before == "a":
            extent = "some"
        if extent == "all" and before == "not":
            extent = "some"
        found.append((at, extent))
    return tuple(found)


def _is_adjective(word: str) -> bool:
    return word.endswith(("ful", "ous", "ive", "able", "ible", "ant", "ent", "ical", "ing"))


def _put_in(
    mine: tuple[tuple[int, str], ...], posts: tuple[tuple[int, str], ...], ours: Wording, passage: Passage
) -> Iterator[Bend]:
    theirs = passage.wording
    known = {extent for _, extent in posts}
    for at, extent in mine:
        if extent == "all" and any(one.text == "any" and one.is_denied for one in theirs.words):
            yield Bend("E124", f"the post says 'not any', not '{ours.words[at].text}'", "tell of as many as the post")
            return
        if extent == "half" and not known and len(figures(passage.text)) > 1:
            continue  # a share is a figure, which must be there or follow
        if extent == "some" or ours.words[at].is_denied or (extent == "only" and _BEYOND.search(lowered(passage.text))):
            continue
        if ours.words[at].text == "sole":
            continue  # which may be told of one
        if ours.words[at].text == "nobody" and any(one.denies for one in theirs.words):
            continue
        if ours.words[at].text == "nobody" and _SHUT_OUT.search(lowered(passage.text)) and not known:
            continue
        if _is_of_share(ours, at, passage.text):
            continue
        if ours.words[at].text in ("each", "every") and _PER.search(lowered(passage.text)):
            continue
        if extent == "few" and _NOT_MANY.search(lowered(passage.text)):
            continue
        if extent == "few" and any(one.text in _UNUSUAL for one in theirs.words):
            continue
        if extent == "only" and _BUT_WITH.search(lowered(passage.text)) and not known & {"some", "many", "most"}:
            if ours.words[at + 1 : at + 2] and ours.words[at + 1].text not in _WITH:
                yield Bend("E124", "the post tells what it is not without, and not 'only'", "is it so", True)
            continue
        noun = ours.next_content(at)
        beside = {other: theirs.words[place].text for place, other in posts if noun and _is_of(theirs, place, noun)}
        allowed = _ALLOWS.get(extent, frozenset((extent,)))
        word = ours.words[at].text
        if (deed := _of_deed(ours, at, theirs)) and deed[1] not in allowed:
            yield Bend("E124", f"the post says '{theirs.words[deed[0]].text}' of it", "tell of as many as the post")
            return
        if allowed & (set(beside) or known or {extent for _, extent in _extents(passage.leant_on)}):
            continue
        if beside:
            told = next(iter(beside.values()))
            yield Bend("E124", f"the post says '{told}', not '{word}'", "tell of as many as the post")
        elif noun is None or noun.stem in theirs.stems or extent in ("all", "most"):
            is_number = extent == "only" and _is_lower(ours, at, passage.text)
            is_of_some = extent == "all" and [one.text for one in ours.words[at + 1 : at + 2]] == ["who"]
            is_doubt = (
                is_of_some
                or word in _OFTEN
                or is_number
                or extent == "many"
                or (noun is not None and not _is_known(noun, theirs))
            )
            hint = "is it so" if is_doubt else "tell of as many as the post"
            yield Bend("E124", f"the post does not say '{word}'", hint, is_doubt)
        return


def _is_of_share(ours: Wording, at: int, text: str) -> bool:
    """Whether a word is one of a share that the post tells as a part: 'every third', 'one in every three'."""
    words = [one.text.strip() for one in ours.words]
    place = len(" ".join(("", *words[:at])))
    return any(start <= place < end for (start, end), _ in same_share(" ".join(words), text))


def _is_lower(ours: Wording, at: int, text: str) -> bool:
    """Whether an 'only' stands before the figure from which the post tells a rise, or before one that follows."""
    behind = ours.words[at + 1].text.strip() if at + 1 < len(ours.words) else ""
    counted = figures(behind)
    if counted and not any(one.values[0] == counted[0].values[0] for one in figures(text)):
        return True  # which is asked about for itself
    return any(lowered(text[one.start() : one.end()]).endswith(f" {behind}") for one in _RISEN.finditer(text))


def _is_known(noun: Word, theirs: Wording) -> bool:
    """Whether a noun, or another one for it, is in the post's words."""
    return any(is_same(noun.stem, one) for one in theirs.stems)


def _of_deed(ours: Wording, at: int, theirs: Wording) -> tuple[int, str] | None:
    """The extent that stands before what is done, in the clause of the post that tells of it."""
    behind = (word for word in ours.words[at + 1 :] if word.clause == ours.words[at].clause)
    deed = next((word for word in behind if word.is_content and word.text.endswith("ed")), None)
    place = next((at for at, word in enumerate(theirs.words) if deed and word.text == deed.text), -1)
    before = [
        one for one in _extents(theirs) if one[0] < place and theirs.words[one[0]].clause == theirs.words[place].clause
    ]
    return before[-1] if before else None


def _is_of(theirs: Wording, place: int, noun: Word) -> bool:
    found = theirs.next_content(place)
    return found is not None and is_same(found.stem, noun.stem)


def _lost(
    mine: tuple[tuple[int, str], ...],
    posts: tuple[tuple[int, str], ...],
    ours: Wording,
    passage: Passage,
    is_whole: bool,
) -> Iterator[Bend]:
    theirs, own = passage.wording, passage.own
    for at, extent in posts:
        word = theirs.words[at]
        if (
            not (extent in _NOT_TO_LOSE or _is_part(theirs, at))
            or word.start >= own[1]
            or not _is_near(theirs, at, own)
        ):
            continue
        noun = theirs.next_content(at)
        nouns = {one.stem for one in (noun, _head(theirs, at)) if one}
        places = [number for number, one in enumerate(ours.words) if one.stem in nouns]
        kept = any(_may_keep(ours, other, places, theirs) for other, _ in mine) or _is_named_late(
            ours, places, theirs, at, own
        )
        if places and not kept and not any(_is_limited(ours, place) for place in places):
            is_doubt = not is_whole and _is_subject(theirs, at)
            hint = "is it so of all" if is_doubt else f"write '{word.text}' too"
            yield Bend("E124", f"it has lost the '{word.text}' of the post", hint, is_doubt)
            return


def _head(theirs: Wording, at: int) -> Word | None:
    """The noun of a 'some' that stands for itself before its verb: 'herders' of 'some young herders are poor'."""
    behind = list(takewhile(lambda one: one.is_content, theirs.words[at + 1 :]))
    after = theirs.words[at + 1 + len(behind) :][:1]
    return behind[-1] if behind and after and after[0].text in AUXILIARIES | {"of"} else None


def _is_named_late(ours: Wording, places: list[int], theirs: Wording, at: int, own: Range) -> bool:
    """Whether a 'some' of the subject is of those whom ours only mentions: 'I was told of men who were not paid'."""
    if theirs.within(*own)[0] - at <= _CLOSE:
        return False
    before = ours.words[: min(places, default=0)]
    is_of = any(one.text in ("of", "about", "for") for one in before[-2:])
    return is_of or any(one.text in AUXILIARIES | PASTS or one.text.endswith("ed") for one in before)


def _may_keep(ours: Wording, at: int, places: list[int], theirs: Wording) -> bool:
    """Whether an extent may be that of a noun at some places, and not of another one that the post names too."""
    noun = ours.next_content(at, 1)
    if noun is None or any(at < place <= at + _PHRASE for place in places):
        return True
    return noun.text.endswith("ed") or noun.text in PASTS or noun.stem not in theirs.stems


def _is_subject(theirs: Wording, at: int) -> bool:
    """Whether a 'some' is all that tells of whom it is said: 'some have been fed'."""
    behind = [one.text for one in theirs.words[at + 1 : at + 2]]
    return bool(behind) and behind[0] in AUXILIARIES


def _is_part(theirs: Wording, at: int) -> bool:
    """'Many of the bakers' are a part of them, and 'many bakers' may be all there are."""
    return theirs.words[at].text == "many" and [one.text for one in theirs.words[at + 1 : at + 2]] == ["of"]


def _is_near(theirs: Wording, at: int, own: Range) -> bool:
    """Whether an extent stands in what is pointed to, right before it, or before its subject."""
    first = next(iter(theirs.within(*own)), -1)
    is_inside = theirs.words[at].start >= own[0]
    return first >= 0 and (is_inside or first - at <= _CLOSE or is_subject(theirs, at, first))


def _is_limited(ours: Wording, place: int) -> bool:
    """Whether a figure, 'a' or 'there were' says that it is not all of them."""
    before = [one.text for one in ours.words[max(0, place - 4) : place]]
    return any(not one[:1].isalpha() or one in ("a", "an", "there", "one", "two", "three", "part") for one in before)
