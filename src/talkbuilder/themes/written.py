"""A theme of an author's own, in assets/themes/: what may be written of it, the table made of that, and the file."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from msgspec import Meta, structs

from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.layout.inks import contrast, nearest
from talkbuilder.layout.items import Image, Ink
from talkbuilder.layout.theme import LEAST_PT, Layout, Scale, Sizes
from talkbuilder.source.fields import Broken, Field, Flaw, Text, Written, fields_of
from talkbuilder.source.nodes import Mapping as Node
from talkbuilder.source.nodes import Node as AnyNode
from talkbuilder.source.nodes import Sequence, shorten
from talkbuilder.source.reader import Reader
from talkbuilder.themes.layouts import LAYOUTS
from talkbuilder.themes.make import make_master
from talkbuilder.themes.table import Table

_SCALES = Sizes.__struct_fields__[:-2]
_HEX = "#?[0-9A-Fa-f]{6}"
_MOST_PT = 250.0
_LEAST_SMALL_PT = 12.0  # of sources and numbers
_LARGE_PT = 28.0  # from here on, less contrast will do
_LESS = 3.0 / 4.5  # and so much less
# What kinds, charts, maps and people draw with on the ground of slides: letters too, and with the last forms alone.
_DRAWN = {"accent1": 1.0, "accent3": 1.0, "accent6": _LESS}
# Which of the plain colours an ink is on a light layout and on a dark one.
_PLAIN = {
    "text": ("dark1", "light1"),
    "soft": ("dark2", "light2"),
    "ground": ("light1", "dark1"),
    "panel": ("light2", "dark2"),
}


class Colour(Text, frozen=True):
    """A colour: 005267."""

    called: ClassVar[str] = "a colour"
    schema: ClassVar[Mapping[str, Any]] = {"type": ["string", "integer"], "pattern": "^#?[0-9A-Fa-f]{6}$"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if re.fullmatch(_HEX, value):
            return None
        return Flaw(
            "E004", f"'{shorten(value)}' is no colour", "write six hexadecimal digits, such as 005267, without '#'"
        )

    @property
    def rgb(self) -> str:
        return self.value.removeprefix("#").upper()


class OwnColours(Written, frozen=True, kw_only=True):
    """The colours that a theme has otherwise than the one that it was made from."""

    dark1: Annotated[Colour | None, Meta(description="letters on light slides, and the ground of dark ones")] = None
    light1: Annotated[Colour | None, Meta(description="the ground of light slides, and letters on dark ones")] = None
    dark2: Annotated[Colour | None, Meta(description="quiet letters on light slides, panels on dark ones")] = None
    light2: Annotated[Colour | None, Meta(description="panels on light slides, quiet letters on dark ones")] = None
    accent1: Annotated[Colour | None, Meta(description="what a picture is about; letters are set in it too")] = None
    accent2: Annotated[Colour | None, Meta(description="suns, rules and seats; letters on dark slides")] = None
    accent3: Annotated[Colour | None, Meta(description="the one thing of a slide that matters most")] = None
    accent4: Annotated[Colour | None, Meta(description="seas and skies")] = None
    accent5: Annotated[Colour | None, Meta(description="free for your own drawing in PowerPoint")] = None
    accent6: Annotated[Colour | None, Meta(description="earth, wood, and what is past")] = None
    link: Annotated[Colour | None, Meta(description="addresses that can be clicked, on light slides")] = None
    visited: Annotated[Colour | None, Meta(description="the same once they have been")] = None


class OwnFonts(Written, frozen=True, kw_only=True):
    """The two families of letters."""

    titles: Annotated[Text | None, Meta(description="the family of titles and quotations")] = None
    text: Annotated[Text | None, Meta(description="the family of everything else")] = None


class OwnSizes(Written, frozen=True, kw_only=True):
    """Scales of sizes by their names; in each the sizes fall."""

    scales: Mapping[str, Scale]
    schema: ClassVar[Mapping[str, Any]] = {
        "type": "object",
        "properties": {
            key: {
                "description": f"the sizes of what is set as '{key.replace('_', ' ')}', in points, the largest first",
                "type": "array",
                "items": {"type": "number"},
                "minItems": 1,
                "examples": [[28, 24]],
            }
            for key in _SCALES
        },
        "additionalProperties": False,
    }

    @classmethod
    def read(cls, reader: Reader, node: AnyNode) -> "OwnSizes | Broken":
        if not isinstance(node, Node):
            return reader.fault("E004", "'sizes' must be keys with lists of sizes", node.span, "write title: [38, 36]")
        scales = {}
        for key, value in node.entries:
            if key.value not in _SCALES:
                reader.fault("E002", f"unknown key '{shorten(key.value)}'", key.span, near(key.value, _SCALES))
            elif scale := _scale(reader, key.value, value):
                scales[key.value] = scale
        return cls(span=node.span, scales=scales)


def _scale(reader: Reader, name: str, node: AnyNode) -> Scale:
    """A list of sizes that fall; () (reported) where it is none."""
    least = _LEAST_SMALL_PT if name == "small" else LEAST_PT
    field = Field(name, name, float, "a size in points", None, least=least, most=_MOST_PT)
    items = node.items if isinstance(node, Sequence) else (node,)
    read = tuple(one for item in items if isinstance(one := reader.value(item, field), float))
    if len(read) != len(items):
        return ()
    if list(read) != sorted(set(read), reverse=True) or not read:
        hint = "write the largest first, and none twice: a text is set in the first in which it has room"
        reader.fault("E011", f"the sizes of '{name}' do not fall", node.span, hint)
        return ()
    return read


class OwnTheme(Written, frozen=True, kw_only=True):
    """A file of assets/themes/."""

    from_: Annotated[Text, Meta(description="the theme whose arrangement it has: steppe, night or plain")]
    colours: Annotated[OwnColours | None, Meta(description="colours, as six hexadecimal digits")] = None
    fonts: Annotated[OwnFonts | None, Meta(description="the two families of letters")] = None
    sizes: Annotated[OwnSizes | None, Meta(description="sizes in points; each scale falls")] = None
    logo: Annotated[Text | None, Meta(description="a picture of assets/images/, for the upper right corner")] = None


def table_of(written: OwnTheme, name: str, base: Table, wide: Table, logo: Image | None) -> Table:
    """The table of an author's theme, from that of the one that it was made from, and that one's for wide screens.

    A scale that was left as it is on wide screens stays as it is on others too.
    """
    colours = {one: getattr(written.colours, one).rgb for one in _said(written.colours)}
    fonts = {one: getattr(written.fonts, one).value for one in _said(written.fonts)}
    scales = written.sizes.scales if written.sizes else {}
    own = {one: scale for one, scale in scales.items() if scale != getattr(wide.sizes, one)}
    smaller = {one: (*scale, *(pt for pt in getattr(base.sizes, one) if pt < scale[-1])) for one, scale in own.items()}
    return structs.replace(
        base,
        name=name,
        colours=structs.replace(base.colours, **colours),
        fonts=structs.replace(base.fonts, **fonts),
        sizes=structs.replace(base.sizes, **(own if base is wide else smaller)),
        logo=logo,
    )


def _said(group: Written | None) -> Iterator[str]:
    """The keys of a group that are written."""
    if group is not None:
        yield from (one for one in group.__struct_fields__ if one != "span" and getattr(group, one) is not None)


def check_contrast(written: OwnTheme, table: Table, report: Report) -> None:
    """Reports each colour that cannot be read, or seen, on another; of two, that which the author wrote; its worst."""
    own = frozenset(_said(written.colours))
    needs: dict[str, dict[str, float]] = {}  # the contrast that a colour needs to others
    for ink, ground, needed in _pairs(table):
        key, other = (ground, ink) if ground in own and ink not in own else (ink, ground)
        told = needs.setdefault(key, {})
        told[other] = max(needed, told.get(other, 0.0))
    for key, others in needs.items():
        colours = {other: getattr(table.colours, other) for other in (key, *others)}
        measured = {other: contrast(Ink(key), Ink(other), colours) for other in others}
        worst = min(others, key=lambda other: measured[other] / others[other])
        if measured[worst] < others[worst]:
            said = f"'{key}' ({colours[key]}) and '{worst}' ({colours[worst]}) meet at {measured[worst]:.1f}:1"
            like = nearest(colours[key], {colours[other]: needed for other, needed in others.items()})
            span = getattr(written.colours, key).span if key in own else written.from_.span
            hint = f"the nearest colour that has it is {like}"
            report(Diagnostic("E210", f"{said}, and {others[worst]:g}:1 is needed", span, hint))


def _pairs(table: Table) -> Iterator[tuple[str, str, float]]:
    """Two colours of which one is seen on the other, and the contrast that this needs."""
    master = make_master(table, LAYOUTS)
    for layout in (master.frame, *master.layouts):
        if ground := _plain(layout.background, layout):
            for place in layout.placeholders.values():
                needed = table.least_contrast * (_LESS if place.sizes_pt[-1] >= _LARGE_PT else 1.0)
                for style in place.styles:
                    ink = _plain(style.ink, layout)
                    if ink and ink != ground:  # what is as its ground stands on something that is drawn there
                        yield ink, ground, needed
    frame = master.frame
    if ground := _plain(frame.background, frame):
        yield from ((ink, ground, table.least_contrast * share) for ink, share in _DRAWN.items())
        yield "accent4" if frame.is_dark else "link", ground, table.least_contrast


def _plain(ink: Ink, layout: Layout) -> str:
    """The colour that an ink is on a layout; "" where it is a shade or a veil of one."""
    if ink != Ink(ink.name):
        return ""
    return _PLAIN[ink.name][layout.is_dark] if ink.name in _PLAIN else ink.name


def text_of(name: str, base: str, table: Table) -> str:
    """The file of a new theme: all that its table says, to be changed."""
    colours = "".join(_line(one, getattr(table.colours, one), OwnColours) for one in table.colours.__struct_fields__)
    fonts = "".join(_line(one, getattr(table.fonts, one), OwnFonts) for one in table.fonts.__struct_fields__)
    scales = ((one, getattr(table.sizes, one)) for one in Sizes.__struct_fields__[:-2])
    sizes = "".join(f"  {one}: [{', '.join(f'{size:g}' for size in scale)}]\n" for one, scale in scales)
    return (
        f"# A theme of your own. 'theme: {name}' in a talk, or '--theme {name}' behind a command, sets decks in it.\n"
        "# What you leave out is as in the theme that it was made from, and so is where things stand.\n"
        f"from: {base}\n\n"
        f"# Six hexadecimal digits, without '#'. What cannot be read is told, with the nearest colour that can.\n"
        f"colours:\n{colours}\n"
        "# Families that the computer has on which you present.\n"
        f"fonts:\n{fonts}\n"
        "# In points. A text is set in the first size of its scale in which it has room.\n"
        f"sizes:\n{sizes}\n"
        "# A picture of assets/images/, for the upper right corner.\n"
        "# logo: our-church.png\n"
    )


def _line(key: str, value: str, model: type[Written]) -> str:
    doc = next(field.doc for field in fields_of(model) if field.name == key)
    return f"  {key + ':':<9} {value:<8} # {doc}\n"
