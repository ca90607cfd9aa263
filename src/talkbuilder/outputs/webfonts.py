"""Fonts for pages that stand alone: CSS with subsets of those that we carry inside it, and the families to name."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from talkbuilder.layout import typefaces
from talkbuilder.layout.items import Face
from talkbuilder.patterns import pattern_of

# What ends a string of CSS, or begins something else in it.
_UNSAFE = pattern_of(r"[\\'\"<>\n\r\f\x00]")


def families(face: Face) -> str:
    """A list of CSS families for a face: its own, where it is installed, the twin that we embed, and any like it."""
    *named, generic = typefaces.stack(face.family)
    return _listed(tuple(named), generic)


@lru_cache(maxsize=64)
def _listed(named: tuple[str, ...], generic: str) -> str:
    return ", ".join((*(f"'{_UNSAFE.sub('', name)}'" for name in named), generic))


def style_sheet(texts: Iterable[tuple[str, Face]]) -> str:
    """A rule for each font of ours in which some of the texts are set, with the letters that they need and no others.

    A rule says which letters its font has: a family is spread over a font for each script.
    """
    needed: dict[tuple[str, Face], set[str]] = {}
    for text, face in texts:
        for file, part in typefaces.by_file(text, face):
            if file:
                style = Face(typefaces.family_of(file), face.bold, face.italic)
                needed.setdefault((file, style), set()).update(part)
    return "".join(
        _rule(file, style, "".join(sorted(letters)))
        for (file, style), letters in sorted(needed.items(), key=lambda one: one[0][0])
    )


@lru_cache(maxsize=1024)
def _rule(file: str, style: Face, letters: str) -> str:
    data = b64encode(typefaces.subset(file, letters)).decode()
    shape = f"font-weight:{'bold' if style.bold else 'normal'};font-style:{'italic' if style.italic else 'normal'}"
    ranges = ",".join(f"U+{ord(letter):X}" for letter in letters)
    return (
        f"@font-face{{font-family:{style.family};{shape};unicode-range:{ranges};"
        f"src:url(data:font/ttf;base64,{data})format('truetype')}}"
    )
