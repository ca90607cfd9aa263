"""Whether a quotation stands in its post: word for word, every difference declared, all of it the speaker's."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct, structs

from talkbuilder.claims.normal import Range, lowered, normalise
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.attribution import Unclear, whose
from talkbuilder.evidence.proof.inserts import (
    Insert,
    Piece,
    Reading,
    beside_omission,
    keeps_words,
    may_stand_for,
    misused,
    readings,
)
from talkbuilder.evidence.proof.nearest import Search, nowhere, verdict
from talkbuilder.evidence.proof.omissions import LEFT_OUT, Dropped, Loss, cut_off, dropped, left_out, losses
from talkbuilder.evidence.proof.post_text import PostText, called

_MOST_PLACES = 50
_WORD = r"\w"
_STOPS = ".,;:!?…\"' "  # that a cut sentence may have got
# What goes on behind a blank with no word by which a clause of its own begins.
_WITHIN_CLAUSE = (
    r" (?!(?:and|or|but|so|because|since|as|although|though|while|whereas|which|who|whom|whose|that|when|where|if)\b)\w"
)
_MOST_ASKED = 4  # words of what goes on


class Found(Struct, frozen=True):
    """Where a quotation stands, piece by piece, and what is wrong with it there."""

    pieces: tuple[Range, ...]
    faults: tuple[Diagnostic, ...]
    question: str = ""  # the one that a person must answer; "" where there is none
    also: tuple[Range, ...] = ()  # other places of the same words, where nothing is wrong with them either
    near: tuple[Range, ...] = ()  # without pieces: where they stand but for a letter's case or a stop

    @property
    def stretch(self) -> Range:
        return (self.pieces[0][0], self.pieces[-1][1]) if self.pieces else (0, 0)  # a title stands before the text


def find_quote(quote: Quote, post_text: PostText, title: str = "", search: Search = nowhere) -> Found:
    """The best place of a quotation: one without a fault, if there is any; no pieces where it is not in the post.

    `search` finds other posts with the words; it is asked only where this one does not have them.
    """
    text = normalise(quote.text.value).text
    if not re.search(_WORD, text):
        hint = "quote what somebody says"
        return Found((), (Diagnostic("E101", "there is no word in this quotation", quote.text.span, hint),))
    judged = [_judged(quote, reading, places, post_text) for reading, places in _places_of(text, post_text)]
    if right := [found for found in judged if not found.faults]:
        return structs.replace(right[0], also=tuple(dict.fromkeys(found.stretch for found in right[1:])))
    best = min(judged, key=lambda found: len(found.faults), default=None)
    if best is None and title and (named := find_quote(quote, PostText(title, (), post_text.by))).pieces:
        return structs.replace(named, pieces=(), also=())  # a title stands in no place of the text
    return best or _missing(quote, text, post_text, search)


def _places_of(text: str, post_text: PostText) -> Iterator[tuple[Reading, tuple[Range, ...]]]:
    """Every place of the text as it stands, brackets and all; then with its brackets taken for edits."""
    for place in post_text.places(text):
        yield Reading((Piece(text),)), (place,)
    if "[" not in text:
        piece = Piece(text)
        yield from ((Reading((piece,)), (place,)) for place in _commas(piece, post_text, 0))
    else:
        for reading in readings(text, lambda words: words in post_text.text):
            for number, places in enumerate(_chains(reading.pieces, post_text)):
                if number == _MOST_PLACES:
                    return
                yield reading, places


def _chains(pieces: tuple[Piece, ...], post_text: PostText) -> Iterator[tuple[Range, ...]]:
    """The places of the pieces, one behind the other: for every place of the first, the nearest of each other."""
    for first in _places(pieces[0], post_text, 0) if pieces else ():
        chain = [first]
        for piece in pieces[1:]:
            place = next(_places(piece, post_text, chain[-1][1]), None)
            gap = post_text.text[chain[-1][1] : place[0]] if place else ""
            goes_on = piece.after_omission or not gap.strip() or may_stand_for(piece.after_insert, gap)
            if place is None or not goes_on:
                break
            chain.append(place)
        else:
            yield tuple(chain)


def _places(piece: Piece, post_text: PostText, start: int) -> Iterator[Range]:
    forms = {piece.words}
    if piece.other_case:
        forms |= {piece.words[0].lower() + piece.words[1:], piece.words[0].upper() + piece.words[1:]}
    yield from sorted(place for form in forms for place in post_text.places(form, start))
    yield from _commas(piece, post_text, start)


def _commas(piece: Piece, post_text: PostText, start: int) -> Iterator[Range]:
    """Where a piece stands whose stop is the comma before who says it in the post: '"I stayed," she said.'"""
    if piece.words[-1:] == "." and piece.words[-2:-1].isalnum():
        for begin, end in post_text.places(piece.words[:-1], start):
            rest = post_text.text[end : post_text.sentence(end - 1, end)[1]]
            if rest.startswith((',"', '",')) and '"' not in rest[2:]:
                yield begin, end


def _judged(quote: Quote, reading: Reading, places: tuple[Range, ...], post_text: PostText) -> Found:
    parts = tuple(dropped(post_text, places))
    told = (one for part in parts for one in losses(part) if not _is_told(one, part, reading.inserts))
    lost = tuple(dict.fromkeys(told))
    faults = [*_faults(quote, places, post_text)]
    named = " ".join(lowered(one.message) for one in faults)  # a 'supposedly' is reported once
    faults += (_truncated(quote, one) for one in lost if f"'{one.words}'" not in named)
    paragraph = lowered(post_text.text[slice(*post_text.paragraph_around(places[0][0]))]) if reading.inserts else ""
    for insert in reading.inserts:
        replaced = _replaced(insert, reading, places, post_text)
        faults += misused(quote, insert, _beside(insert, parts), paragraph, replaced)
    faults += _empty(quote, reading, places, post_text)
    put_in = (one.words for one in reading.inserts if not keeps_words(one, _beside(one, parts)))
    asked = (f"'[{words}]' is put in: does it say only who or what is meant?" for words in put_in)
    return Found(places, tuple(faults), next(asked, "") or _cut_short(quote, reading, places[-1][1], post_text))


def _cut_short(quote: Quote, reading: Reading, end: int, post_text: PostText) -> str:
    """The question about a quotation that ends within a clause, and does not say so: 'a warm room' 'with a salary'."""
    rest = post_text.text[end : post_text.sentence(end - 1, end)[1]]
    is_marked = quote.text.value.rstrip().endswith(("…", "]", "].")) or any(one.is_last for one in reading.inserts)
    if is_marked or not re.match(_WITHIN_CLAUSE, rest):
        return ""
    words = " ".join(rest.split()[:_MOST_ASKED]).rstrip(_STOPS)
    return f"the sentence goes on '{words}': does it mean the same without? If not, quote it too, or end with […]"


def _empty(quote: Quote, reading: Reading, places: tuple[Range, ...], post_text: PostText) -> Iterator[Diagnostic]:
    """An omission between words that follow one another: it makes a reader think that something was said there."""
    for piece, (before, behind) in zip(reading.pieces[1:], pairwise(places), strict=True):
        if piece.after_omission and not post_text.text[before[1] : behind[0]].strip():
            message = f"nothing is left out before '{piece.words.split()[0]}': the post goes on there as quoted"
            yield Diagnostic("E146", message, quote.text.span, "take the […] out")


def _beside(insert: Insert, parts: Iterable[Dropped]) -> str:
    """What is cut off on the side of the quotation on which an insert stands."""
    if insert.is_first:
        return " ".join(part.text for part in parts if not re.search(_WORD, part.before))
    if insert.is_last:
        return " ".join(part.text for part in parts if not re.search(_WORD, part.behind))
    return ""


def _replaced(insert: Insert, reading: Reading, places: tuple[Range, ...], post_text: PostText) -> str:
    """The words of the post in whose place an insert stands."""
    gaps = zip(reading.pieces[1:], pairwise(places), strict=False)
    found = (gap for piece, gap in gaps if piece.after_insert == insert.words and not piece.after_omission)
    return next((post_text.text[before[1] : behind[0]] for before, behind in found), "")


def _is_told(loss: Loss, part: Dropped, inserts: Iterable[Insert]) -> bool:
    """Whether a word that is cut off stands in brackets where it was."""
    is_head, is_tail = not re.search(_WORD, part.before), not re.search(_WORD, part.behind)
    there = (lowered(one.words) for one in inserts if (one.is_first and is_head) or (one.is_last and is_tail))
    return any(re.search(rf"\b{re.escape(loss.words)}\b", words) for words in there)


def _truncated(quote: Quote, loss: Loss) -> Diagnostic:
    message = f"truncated: {loss.where} '{loss.words}', {loss.what} of what is quoted"
    hint = "quote it too" if loss.where == LEFT_OUT else "quote it too, or put it in brackets where it stood"
    return Diagnostic("E141", message, quote.text.span, hint)


def _faults(quote: Quote, places: tuple[Range, ...], post_text: PostText) -> Iterator[Diagnostic]:
    speakers = tuple(who for one in places for who in post_text.speakers(*one))
    if len(set(speakers)) > 1 and len(places) > 1:
        message = "what is left out leads from one voice to another: " + _names(speakers)
        yield Diagnostic("E105", message, quote.text.span, "quote each of them for themselves")
    elif set(speakers) != {quote.speaker.value}:
        message = f"'{quote.speaker.value}' does not say this; {_names(speakers)}"
        place = places[0][0], places[-1][1]
        hint = speaker_hint("speaker", quote.post.value, place, post_text)
        yield Diagnostic("E103", message, quote.speaker.span, hint)
    for (_, before), (behind, _) in pairwise(places):
        if post_text.text[before:behind].strip():
            yield from left_out(quote, post_text, before, behind)
    yield from cut_off(quote, post_text, places)


def _names(speakers: tuple[str | None, ...]) -> str:
    names = [*dict.fromkeys(map(called, speakers))]
    return " and ".join(names) + (" speaks there" if len(names) == 1 else " speak there")


def speaker_hint(key: str, post: str, place: Range, post_text: PostText) -> str:
    """What to do where somebody else is speaking than a key of the entry says."""
    speakers = set(post_text.speakers(*place))
    if None in speakers:
        return "give one person of assets/people.yaml the role 'author', or name 'by:' whom the post is"
    if speakers == {post_text.by} and not any(one.start < place[1] and place[0] < one.end for one in post_text.turns):
        line = whose(Unclear(*place, ""), post_text)
        return f"if somebody says it there, add under 'voices:' of '{post}' in assets/sources.yaml who that is: {line}"
    named = f"write '{key}: {next(iter(speakers))}'" if len(speakers) == 1 else "name who is speaking"
    return f"{named}, or correct the 'voices' of the post in assets/sources.yaml"


def _missing(quote: Quote, text: str, post_text: PostText, search: Search) -> Found:
    """Says what is wrong with words that are not in the post, or do not follow one another there."""
    reading = next(iter(readings(text, lambda words: words in post_text.text)))
    if not reading.pieces:
        hint = "quote what somebody says"
        return Found((), (Diagnostic("E101", "all of this quotation is in brackets", quote.text.span, hint),))
    if replacing := next((one for one in reading.inserts if one.is_beside_omission), None):
        return Found((), (beside_omission(quote, replacing),))
    lost = next((piece for piece in reading.pieces if not any(_places(piece, post_text, 0))), None)
    if lost is None:
        return Found((), (_out_of_order(quote, reading, post_text),))
    return _almost(quote, reading, post_text) or Found((), (verdict(quote, lost.words, post_text, search),))


def _out_of_order(quote: Quote, reading: Reading, post_text: PostText) -> Diagnostic:
    marked = structs.replace(reading, pieces=tuple(structs.replace(one, after_omission=True) for one in reading.pieces))
    if marked != reading and any(True for _ in _chains(marked.pieces, post_text)):
        hint = "quote the post's own words there: an insert explains, and never replaces"
        message = "an insert stands in place of words of the post"
        return Diagnostic("E145", message, quote.text.span, hint)
    hint = "quote in the order of the post, and mark all that is left out with […]; [word] only puts in"
    message = f"spliced: the words do not follow one another in the post '{quote.post.value}'"
    return Diagnostic("E143", message, quote.text.span, hint)


def _almost(quote: Quote, reading: Reading, post_text: PostText) -> Found | None:
    """What is wrong where only the first letter's case or the last stop differs: a sentence was cut, and mended."""
    first, *middle = reading.pieces
    cased = structs.replace(first, other_case=first.words[0].isalpha())
    for is_end, pieces in (
        (False, (cased, *middle)),
        (True, _without_stop((first, *middle))),
        (True, _without_stop((cased, *middle))),
    ):
        if places := next(_chains(pieces, post_text), None):
            found = _judged(quote, structs.replace(reading, pieces=pieces), places, post_text)
            return Found((), found.faults or (_mended(quote, is_end, post_text, places),), near=places)
    return None


def _without_stop(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    *rest, last = pieces
    return (*rest, structs.replace(last, words=last.words.rstrip(_STOPS)))


def _mended(quote: Quote, is_end: bool, post_text: PostText, places: tuple[Range, ...]) -> Diagnostic:
    start, end = places[0][0], places[-1][1]
    if is_end:
        theirs, ours = post_text.text[end : end + 1].strip() or "no stop", quote.text.value.rstrip()[-1:]
        message = f"altered: the post has '{theirs}' behind the last word, and the quotation '{ours}'"
        return Diagnostic("E140", message, quote.text.span, "end the quotation where the post goes on, without a stop")
    letter = post_text.text[start]
    hint = f"write the post's letter, or '[{letter.swapcase()}]' in brackets"
    return Diagnostic("E140", f"altered: the post begins with '{letter}' there", quote.text.span, hint)


def settle(quote: Quote, post_text: PostText, found: Found, before: int | None) -> Found:
    """Of words that stand more than once, the place at which they were proved before; they move to none of several.

    `before` is the offset of that place in the original; None where nothing tells.
    """
    places = (found.stretch, *found.also)
    if before is None:
        asked = f"these words stand {len(places)} times in the post: is the first place the one that is meant?"
        return structs.replace(found, question=found.question or asked)
    for place in places:
        if post_text.origin(*place)[0] == before:
            return structs.replace(found, pieces=(place,))
    message = f"the post was changed: these words are not where they were proved, and stand at {len(places)} others"
    hint = "take more words into the quotation, until they stand in the post only once"
    return Found((), (Diagnostic("E102", message, quote.text.span, hint),))
