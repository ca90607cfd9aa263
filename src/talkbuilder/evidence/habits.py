"""What is rare, or not over yet, must not be told as what happens or has happened."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS

RARE = re.compile(
    r"\b(unusual|uncommon|rare|unheard of|impossible|illegal|forbidden|unlikely|unthinkable|difficult|hard|dangerous)"
    r"(?: for(?: [\w'-]+){1,4})? to\b"
)
SAYS_RARE = frozenset(
    ("unusual", "unusually", "uncommon", "rare", "rarely", "seldom", "hardly", "not", "cannot", "impossible", "illegal")
) | {"forbidden", "unlikely", "difficult", "hard", "dangerous", "without", "no", "never", "trouble", "exception"}
_SPAN = r"(?:year|month|week|day|night|morning|evening|hour|season|spring|summer|autumn|fall|winter|harvest|time)"
# What tells that something happens again and again, and what of a post tells so in other words.
_AGAIN = re.compile(
    rf"\b(?:(?P<one>{_SPAN}) (?:after|upon|in and) (?P=one)|(?:every|each|per) (?:single |other )?{_SPAN}"
    rf"|(?:once|twice|\w+ times) an? {_SPAN}|annually|yearly|monthly|weekly|daily|regularly|routinely|repeatedly"
    r"|habitually|constantly|continually|invariably|again and again|time and (?:time )?again|over and over"
    r"|on average|as a rule|(?:keeps?|kept) (?:on )?\w{3,}ing|year in,? year out|day in,? day out)\b"
)
_ALSO_AGAIN = re.compile(
    rf"{_AGAIN.pattern.replace('?P<one>', '?P<two>').replace('(?P=one)', '(?P=two)')}|(?<!for )\ban? {_SPAN}\b(?! ago)"
    r"|\b(?:always|usually|often|never|still|whenever|regular|annual|each|every|all the time|used to|many times"
    r"|several times|recent \w+|for years|(?:last|past) \w+ years)\b"
)
# What lasts for 'months on end' or 'for months' is so month after month.
_ON_END = re.compile(
    rf"(?<!after )(?<!before )(?<!until )(?<!within )\b(?P<span>{_SPAN})s"
    r" (?:on end|at a (?:time|stretch)|in a row|running)\b"
    rf"|\b(?:for|for many|for long) (?P<spans>{_SPAN})s\b"
)

_IS_SO = frozenset(("is", "are", "be", "has", "have", "being", "can", "may", "will", "would"))
_PASTS_TO_BE = frozenset(("did", "was", "were", "had"))
# Pasts that share no stem with their verb.
_ODD = {"came": "come", "took": "take", "went": "go", "made": "make", "wrote": "write", "gave": "give"}
_IS, _WAS = frozenset(("is", "are")), frozenset(("was", "were"))
# What tells when in a row of times something happened, and the words of a post that allow to say so.
_NEW = ("first", "begin", "began", "begun", "new", "newly", "started", "introduced", "founded", "opened", "never")
_AGAIN_TOO = ("again", "still", "another", "second", "third", "more", "continue", "continued", "continues", "return")
_TIMED = {
    "first": frozenset((*_NEW, "1st")),
    "again": frozenset((*_AGAIN_TOO, "returned", "once", "repeated", "re", "back", "anew")),
    "still": frozenset((*_AGAIN_TOO, "yet", "remain", "remains", "remained", "now", "today", "is", "are")),
}
# What supposes that it was otherwise before, and what of a post tells that it was.
_PRESUMED = re.compile(
    r"\b(?:no longer|not any longer|(?:stopped|quit|ceased|kept on|went on) (?:\w+ly )?\w{2,}ing|ceased to"
    r"|gave up \w+ing|went back to \w{2,}ing|resumed|at last)\b|(?:\bnot|\bnever|n't)\b[^.;]{0,60}\bany ?more\b"
)
_ALSO_PRESUMED = re.compile(
    r"\b(?:no longer|any ?more|any longer|(?:stop|ceas|former|clos|block|disband|continu|remain|resum|return|chang"
    r"|abandon|expir|cancel|suspend|dismiss|resign)\w*|used to|still|again)\b"
)
_SINCE = re.compile(
    r"\b(?:end(?:s|ed|ing)?|now|since|once|until|quit|kept|keeps?|left|lost|gave|at last|ago|finally)\b"
)


def bends(ours: Wording, passage: Passage, told: str = "") -> Iterator[Bend]:
    """A statement that has lost how rarely it is so or that it still goes on, or makes a habit of what was once."""
    yield from _rarities(ours, passage)
    yield from _unfinished(ours, passage.wording)
    yield from repeated(told, passage)


def repeated(told: str, passage: Passage) -> Iterator[Bend]:
    """'Year after year' of what the post tells of one year."""
    found = _AGAIN.search(lowered(told))
    if found and not _ALSO_AGAIN.search(lowered(passage.text)) and not _is_on_end(found["one"], passage):
        yield Bend(
            "E124", f"it says '{found[0]}', and the post tells it once", "tell of the one time that the post does"
        )


def _is_on_end(span: str | None, passage: Passage) -> bool:
    """Whether the post tells of several such spans of time without a break."""
    found = _ON_END.finditer(lowered(passage.text)) if span else ()
    return any(span in (one["span"], one["spans"]) and passage.touches(*one.span()) for one in found)


def reasons(ours: Wording, passage: Passage) -> Iterator[str]:
    """What makes one doubt that it is told of the same time as in the post."""
    yield from _put_in(ours, passage)
    yield from _presumed(ours, passage)
    yield from _lasting(ours, passage.wording)
    told = next(_told_as_now(ours, passage), None) or next(_told_as_custom(ours, passage), None)
    if told:
        yield told


def _put_in(ours: Wording, passage: Passage) -> Iterator[str]:
    """That it is so for the first time, again or still, which the post does not say."""
    known = {one.text for one in (*passage.wording.words, *passage.leant_on.words)}
    for word in ours.words:
        if word.text in _TIMED and known.isdisjoint(_TIMED[word.text]):
            yield f"the post does not say '{word.text}'"
            return


def _presumed(ours: Wording, passage: Passage) -> Iterator[str]:
    """'No longer', 'stopped selling', of which the post does not tell that it was otherwise before."""
    found = _PRESUMED.search(ours.spaced)
    around = lowered(f"{passage.before} {passage.text}")
    if found and not (_ALSO_PRESUMED.search(around) or _SINCE.search(lowered(passage.text))):
        yield f"it says '{found[0]}', and the post does not tell that it was otherwise before"


def _lasting(ours: Wording, theirs: Wording) -> Iterator[str]:
    """What was so told as what is so: 'the capital is'."""
    if any(one.text in _IS for one in theirs.words):
        return
    states = {one.stem for at, one in enumerate(theirs.words) if one.is_content and _is_behind(theirs, at, _WAS)}
    for at, word in enumerate(ours.words):
        if word.stem in states and word.is_content and _is_behind(ours, at, _IS):
            yield f"the post says that it was '{word.text}', and not that it is: is it so still?"
            return


def _is_behind(text: Wording, at: int, being: frozenset[str]) -> bool:
    """Whether a word stands close behind a form of 'to be', in its clause."""
    before = text.words[max(0, at - 2) : at]
    return any(one.text in being and one.clause == text.words[at].clause for one in before)


def _told_as_now(ours: Wording, passage: Passage) -> Iterator[str]:
    """What a sentence of a certain year tells as past, told as what is so."""
    if not any(one.is_year for one in figures(passage.text)):
        return
    pasts = {form: word for word in passage.wording.words for form in _presents(word)}
    own = {one.text for one in passage.wording.words}
    for before, word, behind in zip(ours.words, ours.words[1:], (*ours.words[2:], None), strict=False):
        is_deed = before.is_content and before.clause == word.clause and behind is not None and behind.text != "of"
        if is_deed and word.text in pasts and word.text not in own and not _is_past(ours):
            yield f"the post says '{pasts[word.text].text}', and not '{word.text}': is it so still?"
            return


def _told_as_custom(ours: Wording, passage: Passage) -> Iterator[str]:
    """What happened once, told as what happens: 'her cousins came for her' as 'cousins come for girls'."""
    theirs = passage.wording
    if any(_is_done(one) or one.text in _PASTS_TO_BE for one in ours.words) or _ALSO_AGAIN.search(
        lowered(passage.text)
    ):
        return
    own = {one.text for one in theirs.words}
    clauses = {theirs.words[at].clause for at in theirs.within(*passage.own)}
    done = {
        one.stem: one.text
        for at, one in enumerate(theirs.words)
        if one.clause in clauses and _is_done(one) and not _is_so(theirs, at)
    }
    done |= {_ODD[one]: one for one in done.values() if one in _ODD}
    for before, word in zip(ours.words, ours.words[1:], strict=False):
        is_deed = before.text == "and" or (before.is_content and not before.text.endswith("ing"))
        told = done.get(word.stem) or done.get(word.text.removesuffix("s"))
        if told and is_deed and word.text not in own and not word.text.endswith("ing"):
            yield f"the post says '{told}', of one time, and not '{word.text}': is it always so?"
            return


def _is_so(text: Wording, at: int) -> bool:
    """Whether a participle tells what is, has or can be done: 'is mostly grown'."""
    return any(one.text in _IS_SO for one in text.words[max(0, at - 3) : at])


def _is_done(word: Word) -> bool:
    return word.text in PASTS or (word.is_content and word.text.endswith("ed"))


def _presents(word: Word) -> tuple[str, ...]:
    """The forms in which what was done once would be done now."""
    if not word.text.endswith("ed") or not word.is_content:
        return ()
    bare = (word.text[:-1], word.text[:-2], f"{word.text[:-3]}y" if word.text.endswith("ied") else word.text[:-2])
    return tuple(f"{one}{ending}" for one in bare for ending in ("", "s"))


def _is_past(ours: Wording) -> bool:
    return any(one.text in ("did", "was", "were", "had", "to") for one in ours.words)


def _rarities(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """'It is unusual for guests to pay' does not say that they pay."""
    for found in RARE.finditer(lowered(passage.text), 0, passage.own[1]):
        deed = next((word for word in passage.wording.words if word.start >= found.end()), None)
        said = {word.text for word in ours.words}
        if deed and deed.stem in ours.all_stems and not said & SAYS_RARE and found[1] not in said:
            yield Bend("E106", f"it has lost the '{found[1]}' of the post", "say that it is so rarely, or not")
            return


def _unfinished(ours: Wording, theirs: Wording) -> Iterator[Bend]:
    """What 'is becoming' so has not become so."""
    for at, word in enumerate(ours.words):
        if not word.is_content or word.text.endswith("ing") or not {"has", "have"} & _just_before(ours, at):
            continue
        places = [place for place, one in enumerate(theirs.words) if one.stem == word.stem]
        going = [place for place in places if theirs.words[place].text.endswith("ing")]
        if going and going == places and {"is", "are"} & _just_before(theirs, going[0]):
            told = theirs.words[going[0]].text
            yield Bend("E123", f"the post says '{told}', which is not over", "tell what goes on as going on")
            return


def _just_before(text: Wording, at: int) -> frozenset[str]:
    return frozenset(one.text for one in text.words[max(0, at - 2) : at])
