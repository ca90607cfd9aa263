"""C203 unmeasured-letters: letters that no font of ours has, so that nobody can say how wide they will be."""

from collections.abc import Iterator
from unicodedata import category, name

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Face
from talkbuilder.layout.page import Deck
from talkbuilder.layout.scripts import roughly_em
from talkbuilder.layout.typefaces import by_file

_MOST = 5  # scripts that are named


def check(deck: Deck) -> Iterator[Diagnostic]:
    face = Face("Calibri")
    first, scripts = None, dict[str, None]()
    for slide in deck.plan.talk.slides:
        for paragraph in slide.seen:
            letters = (one for one in dict.fromkeys(paragraph.text) if not one.isascii() and roughly_em(one))
            if unknown := [one for one in letters if not next(by_file(one, face))[0]]:
                first = first or paragraph.span
                scripts |= dict.fromkeys(map(_script, unknown))
    if first:
        more = f" and {len(scripts) - _MOST} more" if len(scripts) > _MOST else ""
        told = ", ".join([*scripts][:_MOST]) + more
        message = f"no font that comes with this program has {told}: lines may break elsewhere"
        hint = "leave room around it, and look at it on the machine that will show it"
        yield Diagnostic("C203", message, first, hint)


def _script(letter: str) -> str:
    """What a letter belongs to, by the first word of its Unicode name: Arabic letters, the sign '😀'."""
    first = name(letter, "").split(" ")[0]
    if category(letter)[0] not in "LMP" or not first:
        return f"the sign '{letter}'"
    return "Chinese characters" if first in ("CJK", "IDEOGRAPHIC") else f"{first.capitalize()} letters"
