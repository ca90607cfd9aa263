"""What a shape is painted with: classes, ids and attributes name inks of the theme, and nothing else is a colour."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from talkbuilder.diagnostics import near
from talkbuilder.drawings.elements import Undrawable
from talkbuilder.drawings.paths import length, numbers
from talkbuilder.layout.inks import NAMED
from talkbuilder.layout.items import Dash, Ink

_STROKE = "stroke-"
_NOTHING = frozenset({"none", "transparent"})
# What changes how a shape looks and has no native counterpart.
_REFUSED = frozenset(
    {
        *("filter", "mask", "clip-path", "clip", "marker", "marker-start", "marker-mid", "marker-end"),
        *("mix-blend-mode", "paint-order", "vector-effect"),
    }
)
_HARMLESS = frozenset({"none", "normal", "auto"})
_WITHOUT_IT = "draw it without; shapes over each other do nearly everything"
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOURS = frozenset({"fill", "stroke", "fill-opacity", "stroke-opacity"})


class Paint(Struct, frozen=True):
    """What is said of shapes so far, by them and by the groups around them. Widths are in their own units."""

    fill: Ink | None = None
    says_fill: bool = False  # where nobody says it, SVG would fill black
    stroke: Ink | None = None
    stroke_width: float = 1.0
    dash: Dash = "solid"
    has_round_ends: bool = False
    opacity: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    is_hidden: bool = False

    @property
    def fill_ink(self) -> Ink | None:
        return _veiled(self.fill, self.opacity * self.fill_opacity)

    @property
    def stroke_ink(self) -> Ink | None:
        return _veiled(self.stroke, self.opacity * self.stroke_opacity) if self.stroke_width > 0 else None


def painted(around: Paint, attributes: Mapping[str, str]) -> Paint:
    """What is said of an element that stands in others. Raises Undrawable."""
    said = dict(attributes)
    made = structs.replace(around)
    named = _classes(attributes.get("class", ""))
    if "fill" not in {key for key, _ in named} and attributes.get("id", "") in NAMED and "fill" not in attributes:
        named.append(("fill", attributes["id"]))
    said.update(named)
    said.update(_style(attributes.get("style", "")))
    for key, value in said.items():
        made = _with(made, key, value.strip())
    return made


def _classes(text: str) -> list[tuple[str, str]]:
    """What classes say: each names the ink of the fill, or that of the line."""
    named = []
    for one in text.split():
        ink = one.removeprefix(_STROKE)
        if ink not in NAMED:
            hint = near(ink, NAMED)
            raise Undrawable(f"class '{one[:40]}' names no ink", hint, "E203")
        named.append(("stroke" if one.startswith(_STROKE) else "fill", ink))
    return named


def _style(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        key, _, value = declaration.partition(":")
        if key.strip() == "transform":
            raise Undrawable("a transform stands in its style", "write it as the attribute 'transform'")
        if key.strip():
            yield key.strip(), value.removesuffix("!important").strip()


def _with(paint: Paint, key: str, value: str) -> Paint:
    """What one attribute changes. Inherited values are there already."""
    if key in _REFUSED and value not in _HARMLESS:
        raise Undrawable(f"'{key}' cannot be drawn natively", _WITHOUT_IT)
    if value == "inherit":
        return paint
    match key:
        case "fill":
            return structs.replace(paint, fill=_ink(value), says_fill=True)
        case "stroke":
            return structs.replace(paint, stroke=_ink(value))
        case "stroke-width":
            return structs.replace(paint, stroke_width=max(0.0, length({key: value}, key)))
        case "stroke-dasharray":
            return structs.replace(paint, dash=_dash(value, paint.stroke_width))
        case "stroke-linecap":
            return structs.replace(paint, has_round_ends=value == "round")
        case "opacity":
            return structs.replace(paint, opacity=paint.opacity * _share(key, value))
        case "fill-opacity":
            return structs.replace(paint, fill_opacity=_share(key, value))
        case "stroke-opacity":
            return structs.replace(paint, stroke_opacity=_share(key, value))
        case "display":
            return structs.replace(paint, is_hidden=paint.is_hidden or value == "none")
        case "visibility":
            return structs.replace(paint, is_hidden=value in ("hidden", "collapse"))
        case _:
            return paint


def _ink(value: str) -> Ink | None:
    if value in _NOTHING:
        return None
    if value in NAMED:
        return NAMED[value]
    if value.startswith("url("):
        raise Undrawable("it is painted with a gradient or a pattern", 'name one ink, such as class="teal"', "E203")
    hint = 'name one of the theme by its class, such as class="teal", or class="stroke-night" for a line'
    raise Undrawable(f"the colour '{value[:40]}' is no ink of the theme", hint, "E203")


def _dash(value: str, width: float) -> Dash:
    if value == "none":
        return "solid"
    lengths = numbers(value, "stroke-dasharray")
    if not any(lengths):
        return "solid"
    return "dot" if lengths[0] <= 1.5 * width else "dash"


def _share(key: str, value: str) -> float:
    is_percent = value.endswith("%")
    found = numbers(value.removesuffix("%"), key)
    if len(found) != 1:
        raise Undrawable(f"{key} '{value[:40]}' is no number", "write a number from 0 to 1")
    return min(1.0, max(0.0, found[0] / (100 if is_percent else 1)))


def _veiled(ink: Ink | None, opacity: float) -> Ink | None:
    """An ink with a share of its own opacity; None where nothing of it would be seen."""
    if ink is None:
        return None
    percent = round(ink.opacity_percent * opacity)
    return structs.replace(ink, opacity_percent=percent) if percent else None


def check_style_sheet(text: str) -> None:
    """Raises Undrawable unless a style sheet only gives colours to classes that name inks, for those who view the file.

    What colours these are is never read: the theme says it.
    """
    text = _REMARK.sub("", text)
    for selectors, declarations in _RULE.findall(text):
        for selector in selectors.split(","):
            name = selector.strip().removeprefix(".").removeprefix(_STROKE)
            if not selector.strip().startswith(".") or name not in NAMED:
                hint = "a style sheet may only colour classes that name inks; write other things as attributes"
                raise Undrawable(f"the style of '{selector.strip()[:40]}' is not read", hint)
        for declaration in declarations.split(";"):
            key = declaration.partition(":")[0].strip()
            if key and key not in _COLOURS:
                raise Undrawable(f"'{key[:40]}' in a style sheet is not read", "write it as an attribute of the shape")
    if rest := _RULE.sub("", text).strip():
        raise Undrawable(f"'{rest[:40]}' in a style sheet is not read", "delete it")
