"""Texts of a deck that its talk does not make, in the place of those that it does: edited after the build."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from talkbuilder.authoring.accounts import Account, Line, words_of
from talkbuilder.outputs.pptx.reading import Piece, Sight
from talkbuilder.talk.claims import claims

_ALIKE = 0.6  # of two texts of which one was made of the other by an edit
# Words that turn a sentence round when they come or go.
_TURNING_WORDS = (
    "not no never none nobody nothing without only some few many most all every always everybody probably perhaps maybe"
    " supposedly possibly apparently may might could seems seem think believe guess suppose opinion told heard"
    " hearsay see"
    " if unless except but almost nearly about certainly surely proved proven proof confirmed"
)
_TURNING = frozenset(_TURNING_WORDS.split())
_WORD = re.compile(r"\w+")
_MADE_PLACES = frozenset({"slide", "table", "notes", "alt text"})


def altered(slide: Sight, account: Account) -> Iterator[tuple[Piece, str]]:
    """Each text that stands where another one was built, with that one: what it says is no longer proved."""
    if not account.lines:
        return
    strange = [one for one in slide.pieces if _is_strange(one, account)]
    if not strange:
        return
    shown = {words_of(one.text) for one in slide.pieces}
    gone = [text for text, line in account.lines.items() if text and text not in shown and not line.is_of_build]
    for piece in strange:
        if _was_moved(piece):
            continue
        text = words_of(piece.text)
        in_its_place = [one for one in gone if one in account.places.get(piece.shape.lower(), ())]
        was = _closest(text, gone) or next(iter(in_its_place), "")
        if was and (piece.text == slide.title or _matters(text, was, account.lines[was])):
            yield piece, was


def _is_strange(piece: Piece, account: Account) -> bool:
    if piece.where not in _MADE_PLACES or piece.number is not None:
        return False
    return words_of(piece.text) not in account.lines


def _was_moved(piece: Piece) -> bool:
    """Whether it is the number of the slide or the clock, which change as slides are moved."""
    return piece.text.isdigit() or bool(re.fullmatch(r"Part \d+(?: of \d+)?|\W*\d\d?:\d\d\W.*", piece.text))


def _closest(text: str, gone: Iterable[str]) -> str:
    words = _WORD.findall(text.lower())
    best, how = "", _ALIKE
    for one in gone:
        alike = SequenceMatcher(None, words, _WORD.findall(one.lower()), autojunk=False).ratio()
        if alike >= how:
            best, how = one, alike
    return best


def _matters(text: str, was: str, line: Line) -> bool:
    """Whether what was changed had been proved, or its sense is turned round."""
    if line.rests or not line.is_written or line.is_of_picture or any(True for _ in claims(was)):
        return True
    changed = set(_WORD.findall(text.lower())) ^ set(_WORD.findall(was.lower()))
    return bool(changed & _TURNING)
