"""A text that somebody retyped, led back to what its author wrote: around references and marks, which stay.

A printed text is taken apart into pieces, each with the stretch of the written one that it comes from. What was typed
differently is laid over them word by word; where just what a reference prints was replaced by something of its sort,
the reference stays and is disputed, with both wordings. Else it goes with the words around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct

from talkbuilder.claims.figures import figures
from talkbuilder.outputs.pptx.record import same_letters, same_text
from talkbuilder.talk.markup import is_loose_star, marks_in
from talkbuilder.talk.speech import is_help
from talkbuilder.talk.talk import Run

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MARKED = re.compile(r"[*{}\\]|\[(?=[^\[\]]*\]\()")
_EMPHASIS = {"**": 1, "*": 2}  # what a mark turns on and off
_ENDS = ("](", "}")  # of links and of own words
_ALIKE = 0.6  # from which on one help is another, edited
_Part = tuple[str, int, tuple[str, str]]
_GLUED_AFTER = re.compile(r"\s?(?:%|percent|per cent|hundred|thousand|million|billion)|\w|[.,]\d", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"(?:\w|[\d][.,]|[$€£])$")


class Piece(NamedTuple):
    """What is printed, and what is written for it; `sort` is "" for words, else reference or mark."""

    printed: str
    written: str
    sort: str = ""
    look: int = 0  # 1 if it is bold, 2 if italic, 3 if both
    within: tuple[str, str] = ("", "")  # how the link or the own words that it is in begin and end


class Dispute(NamedTuple):
    """A reference whose printed words were changed by hand: as it is written, what it prints, what the deck has."""

    written: str
    printed: str
    typed: str
    passage: str = ""  # what it rests on
    entry: str = ""  # its id, and where it stands
    file: str = ""
    line: int = 0

    @property
    def told(self) -> str:
        passage = f"; its source: “{self.passage}”" if self.passage else ""
        opened = f"; it is {self.file}:{self.line}, and 'talkbuilder review {self.entry}' shows it" if self.file else ""
        return f"the deck says “{self.typed}”, {self.written} says “{self.printed}”{passage}{opened}"


class Retyped(Struct, frozen=True):
    """What is to be written: with its references as they are where these are disputed, and all of it as typed."""

    text: str
    typed: str
    disputes: tuple[Dispute, ...] = ()


def pieces_of(written: str, runs: Sequence[Run]) -> tuple[Piece, ...]:
    """The pieces of a paragraph; none where it prints something else. What says how a word is said is none of them."""
    printed = [run for run in runs if not is_help(run)]
    found = [*_pieces(written, iter([run.text for run in printed if run.citation or run.unresolved]))]
    if "".join(one.printed for one in found).split() != "".join(run.text for run in printed).split():
        return ()
    look, within, marks = 0, ("", ""), [one.written if one.sort == "mark" else "" for one in found]
    for at, (one, mark) in enumerate(zip(found, marks, strict=True)):
        look ^= _EMPHASIS.get(mark, 0)
        if mark and mark not in _EMPHASIS:
            ends = (other for other in marks[at + 1 :] if other.startswith(_ENDS))
            within = ("", "") if mark.startswith(_ENDS) else (mark, next(ends, ""))
        found[at] = one._replace(look=look, within=within)
    return tuple(found)


def _pieces(written: str, references: Iterator[str]) -> Iterator[Piece]:
    """What is written, piece by piece; `references` are what those in it print."""
    at = 0
    for mark in marks_in(written):
        yield from _words(written[at : mark.start()])
        at = mark.end()
        match mark.lastgroup:
            case "escaped" | "brace" as group:
                yield Piece(mark[group][0], mark[0])
            case "italic" if is_loose_star(written, mark):
                yield Piece("*", mark[0])
            case "id" | "own":
                shown, own = next(references, ""), (mark["own"] or "").strip()
                if own != shown:
                    yield Piece(shown, mark[0], "reference")
                    continue
                begin, _, end = mark[0].rpartition(own)
                yield from (Piece("", begin, "mark"), *_words(own), Piece("", end, "mark"))
            case _:
                yield Piece("", mark[0], "mark")
    yield from _words(written[at:])


def _words(written: str) -> Iterator[Piece]:
    return (Piece(" " if token.isspace() else token, token) for token in _TOKEN.findall(written))


def without_helps(text: str, look: str, runs: Sequence[Run]) -> tuple[str, str]:
    """A typed text, and how it looks, without what says how its words are said, or says so otherwise by now."""
    for run, help in pairwise(runs):
        word = re.escape(run.text.split()[-1]) if is_help(help) and run.text.strip() else ""
        found = re.search(rf"{re.escape(help.text)}|(?<={word})\s*\([\w\s-]*\)", text) if word else None
        if found and SequenceMatcher(None, found[0].lower(), help.text.lower()).ratio() >= _ALIKE:
            text, look = (one[: found.start()] + one[found.end() :] for one in (text, look))
    return text, look


def retype(pieces: Sequence[Piece], typed: str, look: str = "") -> Retyped:
    """What a text becomes of which the pieces are, if its printed words are now these.

    `look` has a digit for each of their characters, as in what was read; without it, words look as they did. So do
    those that stay among others if nothing is bold or italic: words that were pasted have lost that.
    """
    old = [number for number, piece in enumerate(pieces) if piece.printed]
    found = [*_tokens(typed, pieces)]
    new, marked = [typed[start:end] for start, end, _ in found], {one.start() for one in _MARKED.finditer(typed)}
    ours = [(same_text(pieces[one].printed), pieces[one].sort) for one in old]
    theirs = [(same_text(token), sort) for token, (*_, sort) in zip(new, found, strict=True)]
    same = SequenceMatcher(None, ours, theirs, autojunk=False)
    places = {at + step: to + step for at, to, size in same.get_matching_blocks() for step in range(size)}
    changes = [stretch for kind, *stretch in same.get_opcodes() if kind != "equal"]
    is_pasted = bool(changes) and set(look) == {"0"}
    swaps = [one for one in changes if _is_swap([pieces[at] for at in old[one[0] : one[1]]])]
    around = {at for at, one in enumerate(new) if not one.isspace()} - {at for *_, a, b in swaps for at in range(a, b)}
    is_rewritten = 2 * len(around & {*places.values()}) < len(around)
    marks = [*accumulate(piece.sort == "mark" for piece in pieces)]  # how many stand before each piece
    alive = {marks[old[at]] for at in places if re.search(r"\w", pieces[old[at]].printed)}
    disputes = dict[int, Dispute]()
    for first, last, begin, end in () if is_rewritten else swaps:
        words = "".join(new[begin:end]).strip()
        changed = [one for one in old[first:last] if pieces[one].sort == "reference"]
        needs_figure = any(figures(pieces[one].printed) for one in changed)
        if figures(words) if needs_figure else re.search(r"\w", words):
            disputes |= {one: Dispute(pieces[one].written, pieces[one].printed, words) for one in changed}

    def parts(with_references: bool) -> Iterator[_Part]:
        """Stretches of what is to be written, each with its look and what it is within."""
        done = 0
        for first, last, begin, end in (*changes, (len(old), len(old), len(new), len(new))):
            stays = with_references and any(one in disputes for one in old[first:last])
            for at in range(done, last if stays else first):
                piece, has_own = pieces[old[at]], look and not is_pasted and at in places
                own = int(look[found[places[at]][0]]) if has_own else piece.look
                yield " " if is_rewritten and piece.printed.isspace() else piece.written, own, piece.within
            done = last
            around = [pieces[one] for one in old[first:last] or old[max(0, first - 1) : first + 1]]
            within, beside = {one.within for one in around}, around[0].look if around else 0
            if any(one[0].startswith("{") for one in within) and not alive & {marks[one] for one in old[first:last]}:
                within = set()  # own words that are all gone take their mark with them
            for at, to, _ in () if stays else found[begin:end]:
                own, word = int(look[at]) if look else beside, typed[at:to]
                yield _escape(word) if at in marked else word, own, min(within) if len(within) == 1 else ("", "")

    return Retyped(_marked_up(parts(True)), _marked_up(parts(False)), tuple(disputes.values()))


def _is_swap(replaced: Sequence[Piece]) -> bool:
    """Whether what was replaced is what references print, and no word beside it."""
    return {one.sort == "reference" for one in replaced if re.search(r"\w", one.printed)} == {True}


def marked(text: str, look: str) -> str:
    """A text as it is shown, with marks of what is bold or italic in it."""
    return _marked_up((one, int(digit), ("", "")) for one, digit in zip(text, look, strict=True)) if look else text


def _marked_up(parts: Iterable[_Part]) -> str:
    """Stretches of a text, with marks where bold, italic, links and own words begin, and end before blanks."""
    found: list[str] = []
    look, within, around, end = 0, ("", ""), 0, 0  # `around` is the look before a link, `end` is behind the last word
    for text, own, to in (*parts, ("", 0, ("", ""))):
        if text.isspace():
            found.append(text)
            continue
        ends = [(mark, digit & around) for mark, digit in _EMPHASIS.items() if digit & look & ~own]
        inner, outer = ([mark for mark, is_around in ends if bool(is_around) == way] for way in (False, True))
        found[end:end] = [*inner, within[1] if within != to else "", *outer]
        found += [mark for mark, digit in _EMPHASIS.items() if digit & own & ~look]
        found += [to[0] if within != to else "", text]
        around = own if within != to else around
        look, within, end = own, to, len(found)
    return "".join(found)


def _tokens(typed: str, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, str]]:
    """Where words, blanks and marks stand in a text; what a reference prints is one, and of its sort.

    Where something is added that makes it another, 88 million for 88, it is with that a word as others are.
    """
    same, texts, at = same_letters(typed), [same_letters(piece.printed) for piece in pieces], 0
    references = [number for number, one in enumerate(pieces) if one.sort == "reference"]
    wholes = sorted(references, key=lambda one: -len(texts[one]))
    while token := _TOKEN.match(typed, at):
        end, sort = token.end(), ""
        for number in (one for one in wholes if same.startswith(texts[one], at)):
            before, after = "".join(texts[:number]), "".join(texts[number + 1 :])
            whole = at + len(texts[number])
            glued, leads = _GLUED_AFTER.match(same, whole), _GLUED_BEFORE.search(same[:at])
            if glued and not after.startswith(glued[0]):
                end = glued.end()
            elif not leads or before.endswith(leads[0]):
                end, sort = whole, "reference"
                break
        yield at, end, sort
        at = end


def escaped(words: str) -> str:
    """Words that somebody typed into a deck, with nothing in them that would mean a mark in an outline."""
    return _MARKED.sub(lambda one: _escape(one[0]), words)


def _escape(mark: str) -> str:
    return mark * 2 if mark in "{}" else f"\\{mark}"
