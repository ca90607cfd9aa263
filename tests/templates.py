"""Foreign templates for tests: PowerPoint's default one, changed to a test's need, and decks that are built on one."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pptx

from talkbuilder.checks import ON_DECK
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Colours, Fonts, Theme
from talkbuilder.outputs.pptx.template import read_template
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.shapes import Drawn, Look
from talkbuilder.pipeline import schedule
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.lay_out import lay_out
from talkbuilder.stages.read import read_outline
from talkbuilder.units import EMU_PER_POINT, Box

MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
THEME = "ppt/theme/theme1.xml"

Parts = dict[str, bytes]


def layout(number: int) -> str:
    """A layout's part: 1 is PowerPoint's 'Title Slide', 2 'Title and Content', 4 'Two Content'."""
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def default() -> bytes:
    """The template that PowerPoint begins with, as python-pptx carries it."""
    return (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def changed(*changes: tuple[str, str, str], **added: bytes) -> bytes:
    """The default template with texts of its parts replaced: (part, what stands there, what shall)."""
    parts = parts_of(default())
    for part, old, new in changes:
        text = parts[part].decode()
        assert old in text, f"'{old}' is not in {part}"
        parts[part] = text.replace(old, new).encode()
    return zipped(parts | added)


def untitled() -> bytes:
    """A template whose title slide alone has a title."""
    return changed(*((layout(number), 'type="title"', 'type="body"') for number in range(2, 12) if number != 7))


def remade(change: Callable[[Parts], object]) -> bytes:
    """The default template after a change to its parts."""
    parts = parts_of(default())
    change(parts)
    return zipped(parts)


@cache
def read(data: bytes, name: str = "church.potx") -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    report = Report()
    examined = read_template(data, name, report)
    return examined.theme if examined else None, report.diagnostics


def theme_of(data: bytes) -> Theme:
    """The theme of a template that can be used."""
    theme, found = read(data)
    assert theme is not None, found
    return theme


def deck_on(theme: Theme, project: Project, name: str = "talk") -> tuple[Deck, Report]:
    """A talk of a folder, laid out on a theme."""
    report = Report()
    library = load_library(project, report)
    outline = read_outline(project, name, report)
    assert outline is not None
    deck = lay_out(schedule(name, outline, library, report), theme)
    for check in ON_DECK:
        for fault in check(deck):
            report(fault)
    return deck, report


# What is read of a template, made by hand: for the rules that judge it.

WIDE = Box(0, 0, 12_192_000, 6_858_000)
OFFICE = Colours(
    *("000000", "FFFFFF", "1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646"),
    *("0000FF", "800080"),
)


def points(x: float, y: float, width: float, height: float) -> Box:
    """A box that is given in points."""
    return Box(*(round(length * EMU_PER_POINT) for length in (x, y, width, height)))


def slot(kind: str, box: Box, style: Style | None = None, **more: Any) -> Slot:
    """A placeholder with one style on all levels, without insets unless they are given."""
    styles = (style or Style(20.0, line_percent=100.0),) * 5
    plain = {"name": kind, "index": 0, "said": styles, "anchor": "top", "insets": (0, 0, 0, 0), "shrinks": False}
    says = {"is_upright": True, "says_size": True, "says_bullet": True}
    return Slot(**{**plain, **says, "kind": kind, "box": box, "styles": styles, **more})


def found(*slots: Slot, name: str = "", items: tuple[Drawn, ...] = (), **more: Any) -> Found:
    """A layout on white, with black text, that draws some items."""
    plain = {"kind": "", "part": f"{name}.xml", "palette": Palette(OFFICE, {}), "fonts": Fonts("Calibri", "Calibri")}
    plain["page"] = WIDE
    drawn = (*more.pop("beneath", ()), *items)
    look = Look(drawn, more.pop("unread", ()), more.pop("background", Ink("ground")))
    return Found(**{**plain, "name": name, "read_slots": lambda: slots, "read_look": lambda: look, **more})


def read_of(*layouts: Found, **more: Any) -> Read:
    fonts = Fonts("Calibri", "Calibri")
    plain = {"width": WIDE.width, "height": WIDE.height, "colours": OFFICE, "fonts": fonts}
    return Read(**{**plain, "master": found(), "layouts": layouts, **more})
