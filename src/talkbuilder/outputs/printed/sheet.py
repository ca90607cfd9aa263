"""A piece of paper: its data as JSON, and the Typst files of its look, an author's own before ours, set into a PDF."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Refused, Source, Span
from talkbuilder.layout import inks, typefaces
from talkbuilder.layout.items import Face
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import File, Paper, Size, data_file
from talkbuilder.outputs.fingerprint import sealed_pdf
from talkbuilder.outputs.typesetting import Untypeset, families, typeset
from talkbuilder.source.characters import text_of
from talkbuilder.talk.words import words_in

NO_PICTURES: Mapping[str, bytes] = {}
OWN = "assets/print"  # where an author's own Typst files stand, which are asked for before ours
_FETCHED = re.compile(r"\"@[\w-]+/[^\"\n]*\"")
_LETTERS = re.compile('the text `"(.+)"` could not be displayed')
_PLACE = re.compile(r"┌─ (?P<file>[^\n:]+):(?P<line>\d+):(?P<column>\d+)")
FILES = Path(__file__).with_name("files")
_LEAST_CONTRAST = 4.5  # to the paper, of what is read
_INKS = {"night": "dark1", "slate": "dark2", "teal": "accent1", "clay": "accent3"}
_COPIED = ("handout", "leader")  # in black and white
_OTHERS = 0.2  # of the letters: a family that lacks so many of a text is not mixed with another


class Look(Struct, frozen=True):
    """The inks of a theme as they can be read on paper, as #RRGGBB, and the fonts of what is said and of the rest."""

    inks: Mapping[str, str]
    serif: tuple[str, ...]
    sans: tuple[str, ...]


class Sheet(Struct, frozen=True):
    """What every piece gets beside what it tells: the paper, the language, the look, our own words in that language.

    `pictures` are the files of pictures by their names: the number of a page, counted from 0, or `kept`.
    """

    paper: Size
    language: str
    region: str
    look: Look
    words: Mapping[str, str]
    pictures: Mapping[str, str]


def schema_of(told: type[Struct]) -> dict[str, Any]:
    """The JSON Schema of the data of a piece."""
    own, common = (msgspec.json.schema(one) for one in (told, Sheet))
    defined = {**common["$defs"], **own["$defs"]}
    whole, shared = defined.pop(told.__name__), defined.pop(Sheet.__name__)
    whole["properties"] |= shared["properties"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "$defs": defined}


def file_of(name: str) -> bytes:
    """A file of our look."""
    return (FILES / name).read_bytes()


def files_of(kind: str, deck: Deck, paper: Paper, told: Struct, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """All that Typst needs for a piece: `<piece>.typ`, `look.typ`, `data.json`, pictures. Raises Refused."""
    talk = deck.plan.talk
    language, _, region = talk.language.partition("-")
    sheet = Sheet(
        paper.size,
        language.lower(),
        region.upper() if len(region) == 2 else "",
        look_of(deck, kind in _COPIED),
        words_in(talk.language).rows,
        {Path(name).stem: name for name in pictures},
    )
    data = structs.asdict(told) | structs.asdict(sheet)
    files = {"data.json": msgspec.json.format(msgspec.json.encode(data)), **pictures}
    for name in ("look.typ", f"{kind}.typ"):
        own = talk.library.printed(f"{OWN}/{name}")
        files[name] = file_of(name) if own is None else text_of(own, f"{OWN}/{name}").encode()
    return files


def piece(
    kind: str, deck: Deck, paper: Paper, told: Struct, pictures: Mapping[str, bytes] = NO_PICTURES, path: str = ""
) -> File:
    """A piece as a PDF, set now. Raises Refused where Typst refuses a file of its look."""
    files = files_of(kind, deck, paper, told, pictures)
    path = path or f"{deck.plan.talk.file_name}-{kind}{paper.mark}.pdf"
    return made(path, files, lambda: typeset(f'#include "{kind}.typ"', files))


def made(path: str, files: Mapping[str, bytes], setting: Callable[[], list[bytes]]) -> File:
    """A PDF that is set of files, among which may be an author's. Raises Refused where Typst refuses one."""
    _keep_from_net(files)
    try:
        (pdf,) = setting()
    except Untypeset as fault:
        raise Refused(_refused(fault, files, path)) from fault
    return data_file(path, sealed_pdf(pdf, path))


def _keep_from_net(files: Mapping[str, bytes]) -> None:
    """Raises Refused where a file of the look would have Typst fetch a package."""
    for name in (one for one in files if one.endswith(".typ")):
        source = Source(f"{OWN}/{name}", files[name].decode())
        if found := _FETCHED.search(source.text):
            hint = "take what you need of it into your own file"
            message = "it imports a package, which would be fetched from the net"
            raise Refused(Diagnostic("O005", message, Span(source, *found.span()), hint))


def _refused(fault: Untypeset, files: Mapping[str, bytes], path: str) -> Diagnostic:
    """What Typst says, at its place where that is in a file of the look."""
    if letters := _LETTERS.findall(str(fault)):
        hint = "install a font that has these letters, such as Noto Sans, or write it in others"
        message = f"cannot be written: no font of this machine has “{''.join(letters)}”"
        return Diagnostic("O003", message, file=path, hint=hint)
    found = _PLACE.search(fault.where)
    mend = f"mend it, or take it out of {OWN}/: the file that comes with the program does then"
    hint = "; ".join((*fault.hints, mend))
    if not found or found["file"] not in files:
        return Diagnostic("O005", f"Typst cannot set it: {fault}", file=path, hint=hint)
    source = Source(f"{OWN}/{found['file']}", files[found["file"]].decode())
    lines = source.text.splitlines(keepends=True)[: int(found["line"]) - 1]
    at = sum(map(len, lines)) + int(found["column"])  # which Typst counts from 0
    return Diagnostic("O005", f"Typst cannot set it: {fault}", Span(source, at, at + 1), hint)


def look_of(deck: Deck, is_grey: bool = False) -> Look:
    """How paper of a deck looks; in grey what is to be copied."""
    fonts, colours = deck.theme.own.fonts, deck.theme.own.colours
    text = " ".join(one.text for slide in deck.plan.talk.slides for one in slide.heard)
    serif = fonts.titles if _has_most(fonts.titles, text) else fonts.text
    needed = {"FFFFFF": _LEAST_CONTRAST}
    on_paper = {name: inks.nearest(str(getattr(colours, ink)), needed) for name, ink in _INKS.items()}
    on_paper["gold"] = colours.accent2  # is for rules, which nobody reads
    shown = {name: f"#{f'{inks.grey(one):02X}' * 3 if is_grey else one}" for name, one in on_paper.items()}
    return Look(shown, families(serif), families(fonts.text))


def _has_most(family: str, text: str) -> bool:
    """Whether a family of ours has nearly all letters of a text itself."""
    own = typefaces.twin(family)
    lacking = sum(len(part) for file, part in typefaces.by_file(text, Face(family)) if typefaces.family_of(file) != own)
    return lacking <= _OTHERS * len(text)
