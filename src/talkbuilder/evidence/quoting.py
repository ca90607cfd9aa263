"""Whether a quotation stands in its post: word for word, every difference declared, all of it the speaker's."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.clauses import bearing_doubts, bearing_negations
from talkbuilder.evidence.closest import closest
from talkbuilder.evidence.cues import negations, rough
from talkbuilder.evidence.doubts import doubts
from talkbuilder.evidence.figures import figures, years_of
from talkbuilder.evidence.normal import Range, normalise
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.quotes import Quote

# More than a quotation may hold: two passages of a post, then, and not one that was shortened.
_MOST_LEFT_OUT = 40
_MOST_PLACES = 50
_AROUND = 30  # characters: 'may' is a doubt only before what may be
_EDIT = re.compile(r"\[(?P<omission>…)\]|\[(?P<letter>[^\W\d_])\](?=\w)|\[(?P<insert>[^\[\]]+)\]")
_SCALE = re.compile(r"\b(?:hundred|thousand|million|billion)s?\b|%|\bper ?cent\b", re.IGNORECASE)
_WORD = re.compile(r"\w")


class Piece(Struct, frozen=True):
    """Words that must stand in the post, and what is declared to stand before them: nothing, an omission, an insert."""

    words: str
    after_omission: bool = False
    other_case: bool = False  # of the first letter


class Found(Struct, frozen=True):
    """Where a quotation stands, piece by piece, and what is wrong with it there."""

    pieces: tuple[Range, ...]
    faults: tuple[Diagnostic, ...]
    review: tuple[str, ...] = ()  # what only a person can confirm, each in a sentence

    @property
    def stretch(self) -> Range:
        return self.pieces[0][0], self.pieces[-1][1]


def find_quote(quote: Quote, post_text: PostText) -> Found:
    """The best place of a quotation: one without a fault, if there is any; no pieces where it is not in the post."""
    text = normalise(quote.text.value).text
    best: Found | None = None
    if not _WORD.search(text):
        hint = "quote what somebody says"
        return Found((), (Diagnostic("E101", "there is no word in this quotation", quote.text.span, hint),))
    for pieces, places in _readings(text, post_text):
        found = Found(places, tuple(_faults(quote, pieces, places, post_text)))
        if not found.faults:
            return Found(places, tuple(_inserts(quote, text, post_text, places)))
        if best is None or len(found.faults) < len(best.faults):
            best = found
    return best or Found((), (_missing(quote, text, post_text),))


def _readings(text: str, post_text: PostText) -> Iterator[tuple[tuple[Piece, ...], tuple[Range, ...]]]:
    """Every place of the text as it stands, brackets and all; then with its brackets taken for edits."""
    for place in post_text.places(text):
        yield (Piece(text),), (place,)
    if "[" in text and (pieces := _pieces(text)):
        for number, places in enumerate(_chains(pieces, post_text)):
            if number == _MOST_PLACES:
                return
            yield pieces, places


def _pieces(text: str) -> tuple[Piece, ...]:
    """The words of a quotation between its edits."""
    pieces: list[Piece] = []
    at, omitted, letter = 0, False, ""
    for edit in (*_EDIT.finditer(text), None):
        words = letter + text[at : edit.start() if edit else len(text)]
        if _WORD.search(words):
            words = words.strip() if not letter else words.rstrip()
            pieces.append(Piece(words, omitted, bool(letter)))
            omitted = False
        if edit is None:
            break
        omitted = omitted or bool(edit["omission"])
        letter = edit["letter"] or ""
        at = edit.end()
    return tuple(pieces)


def _chains(pieces: tuple[Piece, ...], post_text: PostText) -> Iterator[tuple[Range, ...]]:
    """The places of the pieces, one behind the other: for every place of the first, the nearest of each other."""
    for first in _places(pieces[0], post_text, 0):
        chain = [first]
        for piece in pieces[1:]:
            place = next(_places(piece, post_text, chain[-1][1]), None)
            if place is None or not (piece.after_omission or _follows(post_text, chain[-1][1], place[0])):
                break
            chain.append(place)
        else:
            yield tuple(chain)


def _places(piece: Piece, post_text: PostText, start: int) -> Iterator[Range]:
    forms = {piece.words}
    if piece.other_case:
        forms |= {piece.words[0].lower() + piece.words[1:], piece.words[0].upper() + piece.words[1:]}
    if len(forms) == 1:
        return post_text.places(piece.words, start)
    return iter(sorted(place for form in forms for place in post_text.places(form, start)))


def _follows(post_text: PostText, end: int, start: int) -> bool:
    """Whether nothing but a blank stands between two pieces that only an insert parts."""
    return not post_text.text[end:start].strip()


def _faults(
    quote: Quote, pieces: tuple[Piece, ...], places: tuple[Range, ...], post_text: PostText
) -> Iterator[Diagnostic]:
    start, end = places[0][0], places[-1][1]
    speakers = post_text.speakers(start, end)
    if len(set(speakers)) > 1 and len(places) > 1:
        message = "what is left out leads from one voice to another: " + _names(speakers)
        yield Diagnostic("E105", message, quote.text.span, "quote each of them for themselves")
    elif set(speakers) != {quote.speaker.value}:
        yield wrong_speaker(quote, speakers)
    for (_, before), (behind, _) in pairwise(places):
        if post_text.text[before:behind].strip():
            yield from _left_out(quote, post_text, before, behind)
    yield from _cut_off(quote, post_text, places)


def wrong_speaker(quote: Quote, speakers: tuple[str | None, ...]) -> Diagnostic:
    message = f"'{quote.speaker.value}' does not say this; {_names(speakers)}"
    return Diagnostic("E103", message, quote.speaker.span, speaker_hint(speakers))


def _names(speakers: tuple[str | None, ...]) -> str:
    names = [f"'{name}'" if name else "the blogger" for name in dict.fromkeys(speakers)]
    return " and ".join(names) + (" speaks there" if len(names) == 1 else " speak there")


def speaker_hint(speakers: tuple[str | None, ...]) -> str:
    """What to do where somebody else is speaking."""
    if None in speakers:
        return "give one person of assets/people.yaml the role 'author': what no voice of the post covers is theirs"
    return "name who is speaking, or correct the 'voices' of the post in assets/posts.yaml"


def _left_out(quote: Quote, post_text: PostText, before: int, behind: int) -> Iterator[Diagnostic]:
    """What an omission may not do: join two passages, or drop a word that decides what is meant."""
    gap = post_text.text[before:behind]
    count = len(gap.split())
    if post_text.paragraph(before) != post_text.paragraph(behind):
        hint = "quote each passage for itself"
        yield Diagnostic("E105", "what is left out leads from one paragraph to another", quote.text.span, hint)
    elif count > _MOST_LEFT_OUT:
        hint = f"leave out {_MOST_LEFT_OUT} words at most, or quote each passage for itself"
        yield Diagnostic("E105", f"{count} words are left out in one place", quote.text.span, hint)
    elif post_text.sentence(before - 1, before) != (new := post_text.sentence(behind, behind)) and new[0] != _begin(
        post_text, behind
    ):
        hint = "go on at the beginning of a sentence, or quote each for itself"
        message = "what is left out leads from one sentence into the middle of another"
        yield Diagnostic("E105", message, quote.text.span, hint)
    start = max(0, before - _AROUND)
    around = post_text.text[start : behind + _AROUND]
    for lost in negations(around):
        if lost.start + start < behind and before < lost.end + start:
            yield _lost_negation(quote, lost.words, "what is left out")
    for cue in doubts(around):
        if cue.start + start < behind and before < cue.end + start:
            yield _lost_hedge(quote, cue.words, "what is left out")


def _begin(post_text: PostText, at: int) -> int:
    """Where the words at a place begin, with the quote mark or bracket before them."""
    while at and post_text.text[at - 1] in "\"'([":
        at -= 1
    return at


def _cut_off(quote: Quote, post_text: PostText, places: tuple[Range, ...]) -> Iterator[Diagnostic]:
    """What stands right before or behind the quotation, or in its gaps, and decides what its words mean."""
    start, end = places[0][0], places[-1][1]
    left, right = post_text.sentence(start, end)
    sentence, own = post_text.text[left:right], (start - left, end - left)
    if lost := next(bearing_negations(sentence, *own), None):
        yield _lost_negation(quote, lost.words, "the rest of the sentence")
    if cue := next(bearing_doubts(sentence, *own), None):
        yield _lost_hedge(quote, cue.words, "the rest of the sentence")
    yield from _figures(quote, sentence, [(place[0] - left, place[1] - left) for place in places])


def _figures(quote: Quote, sentence: str, places: list[Range]) -> Iterator[Diagnostic]:
    """Figures keep their hedge, what they count, and their year; all offsets are into the sentence."""
    numbers = figures(sentence)
    years = {int(one.values[0]) for one in numbers if one.is_year and _is_kept(one.start, one.end, places)}
    for one in numbers:
        words = sentence[one.start : one.end]
        if not any(start < one.end and one.start < end for start, end in places):
            continue
        if not _is_kept(one.start, one.end, places):
            hint = "quote the whole figure, or none of it"
            yield Diagnostic("E108", f"the figure '{words}' is cut in two", quote.text.span, hint)
            continue
        hedge = rough(sentence, one)
        if hedge and not _is_kept(hedge.start, hedge.end, places):
            yield _lost_hedge(quote, hedge.words, "the rest of the sentence")
        if one.is_year or len(places) == 1:
            continue
        if any(end == one.end and sentence[end:behind].strip() for (_, end), (behind, _) in pairwise(places)):
            message = f"what the figure '{words}' counts is left out"
            yield Diagnostic("E108", message, quote.text.span, "quote it with the figure")
        if (own := years_of(sentence, one, numbers)) and years and not own & years:
            told = " and ".join(str(year) for year in sorted(own))
            message = f"the figure '{words}' is for {told}; what is left out gives it another year"
            yield Diagnostic("E109", message, quote.text.span, "quote the year with its figure")


def _is_kept(start: int, end: int, places: list[Range]) -> bool:
    return any(place[0] <= start and end <= place[1] for place in places)


def _lost_negation(quote: Quote, words: str, where: str) -> Diagnostic:
    return Diagnostic("E106", f"{where} holds '{words}', which turns the words round", quote.text.span, "quote it too")


def _lost_hedge(quote: Quote, words: str, where: str) -> Diagnostic:
    message = f"{where} holds '{words}': the speaker is less certain than the quotation"
    return Diagnostic("E107", message, quote.text.span, "quote it too")


def _inserts(quote: Quote, text: str, post_text: PostText, places: tuple[Range, ...]) -> Iterator[Diagnostic]:
    """Words that are put in and turn the quotation round."""
    if len(places) == 1 and post_text.text[slice(*places[0])] == text:
        return
    for edit in _EDIT.finditer(text):
        if any(not one.is_year for one in figures(edit["insert"] or "")) or _SCALE.search(edit["insert"] or ""):
            message = f"'{edit['insert']}' is put in, and no post says it"
            yield Diagnostic("E108", message, quote.text.span, "put in no figure but a year")
        for put in negations(edit["insert"] or "")[:1]:
            message = f"'{put.words}' is put in, which turns the words round"
            hint = "put in only what tells a reader who or what is meant"
            yield Diagnostic("E106", message, quote.text.span, hint)


def _missing(quote: Quote, text: str, post_text: PostText) -> Diagnostic:
    """Says which words of a quotation are not in the post, and what stands there instead."""
    pieces = _pieces(text) if "[" in text else (Piece(text),)
    lost = next((piece for piece in pieces if not any(_places(piece, post_text, 0))), None)
    if lost is None:
        hint = "quote in the order of the post, and mark all that is left out with […]; [word] only puts in"
        message = f"the words do not follow one another in the post '{quote.post.value}'"
        return Diagnostic("E101", message, quote.text.span, hint)
    message = f"these words are not in the post '{quote.post.value}'"
    return Diagnostic("E101", message, quote.text.span, closest(post_text.text, lost.words))
