"""Whether a fact is what its post says: its words, its figure, its year, its source, and how certain it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.claimed import contradictions
from talkbuilder.evidence.clauses import bearing_doubts, bearing_negations
from talkbuilder.evidence.closest import closest
from talkbuilder.evidence.cues import is_hedged, is_kept, is_reported, keeps, negations, rough
from talkbuilder.evidence.dating import dated
from talkbuilder.evidence.doubts import Cue, doubts
from talkbuilder.evidence.facts import HEDGES, Fact
from talkbuilder.evidence.figured import figured, is_value
from talkbuilder.evidence.figures import Figure, figures, years_of
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import Range, normalise
from talkbuilder.evidence.passages import Pointed, pointed, second_place
from talkbuilder.evidence.post_text import AUTHOR, PostText
from talkbuilder.evidence.quoting import Found, speaker_hint
from talkbuilder.evidence.unconfirmed import unconfirmed
from talkbuilder.evidence.wording import Passage
from talkbuilder.evidence.words import content_words
from talkbuilder.source.fields import Text

_IN_PASSING = re.compile(r"\b(?:which|who|that) (?:\w+ )?\Z", re.IGNORECASE)  # and then the doubt
_NEXT = 30  # characters in which the deed stands of which one doubts
_REPORTED_BEFORE = 2  # sentences in which 'she told me' may stand before what she told
_LEANT_ON = 2  # sentences before, of which a pronoun may speak
# What a fact's kind must be, where the post is as doubtful as this.
_KINDS = {"hearsay": ("hearsay",), "view": ("opinion", "hearsay")}
# What means something of the sentence before.
_POINTING_BACK = re.compile(
    r"\b(?:th(?:is|ese|ose|em|ey|eir|at)|its?|he|she|his|her|such|both|each|others?)\b", re.IGNORECASE
)
_STOPS = " \"'()[],;:.!?-"
# 'He noted that': who told it, right behind what they told.
_TOLD_ON = re.compile(
    r"\W*(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he \w+) (?:(?:has|had|have|also|once|later|then) )?"
    r"(?:told|said|says|noted|wrote|mentioned|reported|explained|claimed|added)\b"
)


def find_fact(fact: Fact, post_date: str, post_text: PostText, around: str = "", place: str = "") -> Found:
    """The one place of a fact, and what is wrong with it there; no place where it is not in the post.

    `around` are words that explain themselves: the title of the post, who says it, where; `place` is that by name.
    """
    exact = normalise(fact.exact.value).text
    places = list(post_text.places(exact))
    if not places:
        message = f"these words are not in the post '{fact.post.value}'"
        return Found((), (Diagnostic("E101", message, fact.exact.span, closest(post_text.text, exact)),))
    fitting = [place for place in places if _is_within(fact, post_text, place)]
    if len(fitting) != 1:
        return Found((), (_ambiguous(fact, len(places), len(fitting)),))
    second = second_place(fact, post_text, fitting[0])
    if isinstance(second, Diagnostic):
        return Found((), (second,))
    found = fitting if second is None else [fitting[0], second]
    return _compared(fact, post_date, post_text, tuple(found), around, place)


def _passage(post_text: PostText, places: tuple[Range, ...], sentences: Pointed, around: str, place: str) -> Passage:
    left, _ = post_text.sentence(*places[0])
    begin, _ = post_text.sentences_before(left, _LEANT_ON)
    own = (sentences.own[0][0], sentences.own[-1][1])
    return Passage(sentences.text, own, post_text.text[begin:left], around, around + post_text.text, place)


def _is_within(fact: Fact, post_text: PostText, place: Range) -> bool:
    """Whether the words of `within` stand right before and right behind; a single text may stand on either side."""
    around = [normalise(text.value).text.strip(_STOPS) for text in fact.within]
    before, behind = post_text.text[: place[0]].rstrip(_STOPS), post_text.text[place[1] :].lstrip(_STOPS)
    if len(around) == 1:
        return before.endswith(around[0]) or behind.startswith(around[0])
    return not around or (before.endswith(around[0]) and behind.startswith(around[1]))


def _ambiguous(fact: Fact, places: int, fitting: int) -> Diagnostic:
    hint = "take more words into 'exact', or give a few words before and behind: 'within: [before, behind]'"
    if not fact.within:
        message = f"'exact' stands {places} times in the post '{fact.post.value}'"
        return Diagnostic("E102", message, fact.exact.span, hint)
    found = f"fits {fitting} places" if fitting else "does not stand around 'exact'"
    return Diagnostic("E102", f"'within' {found} in the post '{fact.post.value}'", fact.within[0].span, hint)


def _compared(
    fact: Fact, post_date: str, post_text: PostText, places: tuple[Range, ...], around: str, place: str
) -> Found:
    """What is wrong with a fact at its place, or its two places."""
    sentences = pointed(post_text, places)
    passage = _passage(post_text, places, sentences, around, place)
    numbers = figures(sentences.text)
    inside = tuple(one for one in numbers if sentences.holds(one.start, one.end))
    figure = next((one for one in inside if fact.value is not None and is_value(one, fact)), None)
    doubtful: list[str] = []
    years = _years(fact, sentences.text, figure, inside, numbers)
    is_author = set(post_text.speakers(*places[0])) == {post_text.by}
    date = dated(fact, sentences.text, years, post_date, is_author, passage.before, passage.post, around)
    leant_on = figures(passage.before) if _POINTING_BACK.search(sentences.text) else ()
    faults = [*_faults(fact, post_text, places, sentences, figure, numbers), *date.faults]
    faults += figured(fact, inside, numbers + leant_on, post_date, sentences.text, doubtful, passage.before, around)
    known = {(fault.code, fault.span) for fault in faults}
    faults += (fault for fault in contradictions(fact, passage, doubtful) if (fault.code, fault.span) not in known)
    return Found(places, tuple(faults), (*date.review, *dict.fromkeys((*doubtful, *unconfirmed(fact, passage)))))


def _faults(
    fact: Fact,
    post_text: PostText,
    places: tuple[Range, ...],
    sentences: Pointed,
    figure: Figure | None,
    numbers: tuple[Figure, ...],
) -> Iterator[Diagnostic]:
    yield from _source(fact, post_text, places[0])
    for own in sentences.own:
        yield from _cut(fact, sentences.text, own, numbers)
    if figure is not None:
        yield from _rough(fact, sentences.text, figure)
    for own in sentences.own:
        yield from _doubts(fact, sentences.text, own)
        yield from _negations(fact, sentences.text, own)


def _source(fact: Fact, post_text: PostText, place: Range) -> Iterator[Diagnostic]:
    """The source is who is speaking, or somebody whom that one reports."""
    speakers = post_text.speakers(*place)
    if set(speakers) == {fact.source.value}:
        return
    named = " and ".join(f"'{name}'" if name else AUTHOR for name in dict.fromkeys(speakers))
    if fact.kind not in ("hearsay", "secondary") or len(set(speakers)) > 1:
        message = f"'{fact.source.value}' does not say this; it is {named}"
        yield Diagnostic("E103", message, fact.source.span, speaker_hint(speakers))
        return
    start, _ = post_text.sentence(*place)
    begin, _ = post_text.sentences_before(start, _REPORTED_BEFORE)
    end = post_text.sentence(*place)[1]
    behind = post_text.text[end : post_text.sentence(end, end + 1)[1]] if end < len(post_text.text) else ""
    if not is_reported(post_text.text[begin:end]) and not _TOLD_ON.match(behind):
        hint = "name as 'source' who is speaking there, or take words into 'exact' that tell from whom it comes"
        message = f"{named} does not tell it as from '{fact.source.value}'"
        yield Diagnostic("E103", message, fact.source.span, hint)


def _cut(fact: Fact, sentence: str, own: Range, numbers: tuple[Figure, ...]) -> Iterator[Diagnostic]:
    for one in numbers:
        if one.start < own[1] and own[0] < one.end and not (own[0] <= one.start and one.end <= own[1]):
            message = f"'exact' cuts the figure '{sentence[one.start : one.end]}' in two"
            yield Diagnostic("E108", message, fact.exact.span, "take in the whole figure")


def _rough(fact: Fact, sentence: str, figure: Figure) -> Iterator[Diagnostic]:
    """A hedge belongs to the figure that it stands beside, and is kept wherever the figure is told."""
    hedge = rough(sentence, figure)
    if hedge is None and fact.precision in HEDGES and not (is_hedged(sentence, fact.precision) or negations(sentence)):
        message = f"'precision' is {fact.precision}, and the post hedges no figure there"
        yield Diagnostic("E107", message, fact.exact.span, "write 'precision: exact'")
    if hedge is None or fact.precision == "rank":
        return
    if fact.precision not in hedge.precisions:
        hint = f"write 'precision: {hedge.precisions[0]}'"
        message = f"the post says '{hedge.words}', and 'precision' is {fact.precision}"
        yield Diagnostic("E107", message, fact.exact.span, hint)
    shown = fact.show or fact.says
    for key, text, told in (("says", fact.says, fact.says.value), ("show", shown, fact.display)):
        if not is_kept(hedge, told):
            hint = f"write '{hedge.words}' in '{key}' too"
            yield Diagnostic("E107", f"'{key}' has lost the '{hedge.words}' of the post", text.span, hint)


def _years(
    fact: Fact, sentence: str, figure: Figure | None, inside: tuple[Figure, ...], numbers: tuple[Figure, ...]
) -> frozenset[int]:
    """The years that the sentence gives for the figure; where there is none, those in the fact's own words."""
    if figure is None:
        return frozenset(int(one.values[0]) for one in inside if one.is_year)
    same = [one for one in inside if fact.value is not None and is_value(one, fact)]
    return frozenset[int]().union(*(years_of(sentence, one, numbers) for one in same))


def _doubts(fact: Fact, sentence: str, own: Range) -> Iterator[Diagnostic]:
    """What the post only heard, believes or takes for likely must not become certain."""
    seen: set[str] = set()
    inside = (cue for cue in doubts(sentence) if own[0] <= cue.start and cue.end <= own[1])
    for cue in (*bearing_doubts(sentence, *own), *inside):
        if cue.kind in seen:
            continue
        seen.add(cue.kind)
        kinds = _KINDS.get(cue.kind)
        if kinds and fact.kind not in kinds:
            hint = f"write 'kind: {kinds[0]}'"
            message = f"the post says '{cue.words}', and 'kind' is {fact.kind}"
            yield Diagnostic("E107", message, fact.exact.span, hint)
        if not keeps(cue.kind, _plain(fact.says)) and not _is_aside(cue, sentence, fact):
            yield _lost(fact, cue)


def _is_aside(cue: Cue, sentence: str, fact: Fact) -> bool:
    """Whether a doubt is of something told in passing, which the fact leaves out: 'which seemed to please her'."""
    deed = next(iter(content_words(sentence[cue.end : cue.end + _NEXT])), "")
    if cue.kind != "doubt" or not deed or not _IN_PASSING.search(sentence, 0, cue.start):
        return False
    return not is_explained(deed, frozenset(content_words(_plain(fact.says))))


def _lost(fact: Fact, cue: Cue) -> Diagnostic:
    hint = "say in 'says' that it is not certain, as the post does"
    return Diagnostic("E107", f"'says' has lost the '{cue.words}' of the post", fact.says.span, hint)


def _negations(fact: Fact, sentence: str, own: Range) -> Iterator[Diagnostic]:
    lost = next(bearing_negations(sentence, *own), None)
    if lost and not negations(_plain(fact.says)):
        hint = "take it into 'exact', and say so in 'says'"
        message = f"the post says '{lost.words}' there, which turns the words round"
        yield Diagnostic("E106", message, fact.exact.span, hint)


def _plain(text: Text) -> str:
    return _normal(text.value)


@lru_cache(maxsize=16)  # each fact asks four times or more for its own texts
def _normal(text: str) -> str:
    return normalise(text).text
