"""What masters and layouts of a template draw: the simple of it as shapes and pictures, of the rest where it is."""

import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import cos, radians, sin
from typing import Literal

from lxml import etree
from msgspec import Struct

from talkbuilder.diagnostics import Source, Span
from talkbuilder.drawings.paths import Matrix, turning
from talkbuilder.layout.items import (
    Close,
    CurveTo,
    Image,
    Ink,
    LineTo,
    Move,
    Segment,
    Shape,
    Stroke,
    ellipse,
    polygons,
    rounded,
)
from talkbuilder.layout.pictures import NotAPicture, glimpse, is_solid, prepare
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.package import Element, relationships, whole
from talkbuilder.outputs.pptx.template.styles import A, P, mark_of
from talkbuilder.outputs.pptx.xml import OFFICE
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_NUMBER = re.compile("-?[0-9]+")

Drawn = Shape | Image
_LINE: Emu = 9525  # wide, where nothing is said
_NOWHERE = Span(Source("", ""), 0, 0)  # a template's picture stands at no place that an author wrote


def outline(properties: Element, box: Box) -> tuple[Segment, ...]:
    """The outline of a shape in its box; the box where that is not understood."""
    custom = properties.find(f"{A}custGeom/{A}pathLst")
    if custom is not None:
        path = tuple(segment for one in custom.iterfind(f"{A}path") for segment in _custom(one, box))
        return path or rounded(0, 0, *box[2:], 0, 0)
    preset = properties.find(f"{A}prstGeom")
    match preset.get("prst", "rect") if preset is not None else "rect":
        case "ellipse":
            return ellipse(box.width / 2, box.height / 2, box.width / 2, box.height / 2)
        case "roundRect":
            adjusted = preset.find(f"{A}avLst/{A}gd")
            share = whole(adjusted.get("fmla", "").removeprefix("val ") if adjusted is not None else "", 16_667)
            radius = min(50_000, max(0, share)) / 100_000 * min(box.width, box.height)
            return rounded(0, 0, *box[2:], radius, radius)
        case "line" | "straightConnector1":
            return Move(0, 0), LineTo(box.width, box.height)
        case _:
            return rounded(0, 0, *box[2:], 0, 0)


def _custom(path: Element, box: Box) -> tuple[Segment, ...]:
    """A path of numbers; () where it has arcs or points that formulas give."""
    scale_x, scale_y = (
        length / (whole(path.get(side), 0) or length or 1) for length, side in ((box.width, "w"), (box.height, "h"))
    )
    made: list[Segment] = []
    for one in path:
        told = [(point.get("x", ""), point.get("y", "")) for point in one.iterfind(f"{A}pt")]
        kind, points = _SEGMENTS.get(str(one.tag).removeprefix(A), (Close, -1))
        if len(told) != points or not all(_NUMBER.fullmatch(part) for point in told for part in point):
            return ()
        made.append(kind(*(part for x, y in told for part in (int(x) * scale_x, int(y) * scale_y))))
    return tuple(made)


# What paths are made of, and how many points each has.
_SEGMENTS: Mapping[str, tuple[Callable[..., Segment], int]] = {
    "moveTo": (Move, 1),
    "lnTo": (LineTo, 1),
    "cubicBezTo": (CurveTo, 3),
    "close": (Close, 0),
}
_UPRIGHT = Matrix()
# Where a place is written, and what of the inside of a group that is.
_PLACE = ("off", "x", "y"), ("ext", "cx", "cy")
_INNER_PLACE = ("chOff", "x", "y"), ("chExt", "cx", "cy")


def turns_of(place: Element, box: Box, outer: Matrix = _UPRIGHT) -> Matrix:
    """How what has a place is mirrored and turned about the middle of its box, within groups that are turned."""
    degrees = whole(place.get("rot"), 0) / 60_000
    across, down = (-1.0 if place.get(key) in ("1", "true") else 1.0 for key in ("flipH", "flipV"))
    if not degrees and across == down == 1.0:
        return outer
    x, y = box.x + box.width / 2, box.y + box.height / 2
    mirrored = Matrix(across, 0.0, 0.0, down, x - across * x, y - down * y)
    return outer.after(turning(degrees, x, y)).after(mirrored)


def turned(box: Box, turns: Matrix) -> Box:
    """The box around what a box becomes."""
    if turns == _UPRIGHT:
        return box
    corners = [turns.point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    left, top = (round(min(one[part] for one in corners)) for part in (0, 1))
    right, bottom = (round(max(one[part] for one in corners)) for part in (0, 1))
    return Box(left, top, right - left, bottom - top)


def _turned_path(path: tuple[Segment, ...], box: Box, turns: Matrix) -> tuple[Segment, ...]:
    """An outline in a box, as it lies in the box around what that becomes."""
    if turns == _UPRIGHT:
        return path
    around = turned(box, turns)
    return Matrix(e=-around.x, f=-around.y).after(turns).after(Matrix(e=box.x, f=box.y)).path(path)


class Look(Struct, frozen=True):
    """What a layout shows on every slide, from back to front; `cover` is a picture all over its ground."""

    drawn: tuple[Drawn, ...]
    unread: tuple[Box, ...]  # where it shows what PowerPoint alone draws: letters, and what was left out
    background: Ink = Ink("ground")
    cover: tuple[Drawn, ...] = ()
    has_ground: bool = True  # of its own, not its master's
    has_number: bool = False  # in a text box, so that a slide needs none of ours
    words: tuple[str, ...] = ()  # that it prints


class Drawer:
    """Reads the drawings of one part."""

    def __init__(
        self, part: str, parts: Mapping[str, bytes], palette: Palette, theme: Element, page: Box, theme_part: str = ""
    ) -> None:
        self._parts = parts
        self._targets = {one.id: one.target for one in relationships(parts, part) if not one.external}
        of_theme = relationships(parts, theme_part) if theme_part else ()
        self._of_theme_targets = {one.id: one.target for one in of_theme if not one.external}
        self._palette = palette
        self._theme = theme
        self._page = page
        self._unread: list[Box] = []
        self._has_number = False
        self._words: list[str] = []

    def read(self, root: Element) -> Look:
        """The drawings of a master or a layout; placeholders are none."""
        tree = root.find(f"{P}cSld/{P}spTree")
        items = tuple(self._of_tree(tree, _UPRIGHT)) if tree is not None else ()
        background, cover = self._background(root)
        has_ground = background is not None
        shown = self._has_number, tuple(self._words)
        return Look(items, tuple(self._unread), background or Ink("ground"), cover, has_ground, *shown)

    def _background(self, root: Element) -> tuple[Ink | None, tuple[Drawn, ...]]:
        """The ink of a background and the picture that covers it, if any; (None, ()) where there is none."""
        found = root.find(f"{P}cSld/{P}bg")
        if found is None:
            return None, ()
        reference = found.find(f"{P}bgRef")
        ink, targets, fill = self._palette.ink(reference), self._targets, _filling(found.find(f"{P}bgPr"))
        if reference is not None:
            targets = self._of_theme_targets
            fill = self._of_theme("bgFillStyleLst", whole(reference.get("idx"), 0) - 1000)
        cover = self._picture(fill, _GROUND, self._page, targets, ink) or self._gradient(fill, self._page, (), ink)
        return self._filled(fill, ink) or Ink("ground"), (cover,) if cover else ()

    def _of_tree(self, tree: Element, outer: Matrix) -> Iterator[Drawn]:
        for one in tree:
            if not isinstance(one.tag, str) or mark_of(one) is not None or _is_hidden(one):
                continue
            kind, place = etree.QName(one).localname, next(one.iter(f"{P}xfrm", f"{A}xfrm"), None)
            if kind == "grpSp":
                yield from self._of_tree(one, self._inside(one, outer))
            elif place is not None and kind != "grpSpPr":
                box = Box(*_numbers(place, *_PLACE))
                turns = turns_of(place, box, outer)
                if kind in ("sp", "cxnSp"):
                    yield from self._shape(one, box, turns)
                elif picture := self._picture(one.find(f"{P}blipFill"), name_of(one), turned(box, turns)):
                    yield picture
                else:
                    self._unread.append(turned(box, turns))

    def _inside(self, group: Element, outer: Matrix) -> Matrix:
        """How coordinates inside a group become those of the page."""
        place = group.find(f"{P}grpSpPr/{A}xfrm")
        if place is None:
            return outer
        x, y, width, height, inner_x, inner_y, inner_width, inner_height = _numbers(place, *_PLACE, *_INNER_PLACE)
        scale_x = width / inner_width if inner_width else 1.0
        scale_y = height / inner_height if inner_height else 1.0
        scaled = Matrix(scale_x, 0.0, 0.0, scale_y, x - inner_x * scale_x, y - inner_y * scale_y)
        return turns_of(place, Box(x, y, width, height), outer).after(scaled)

    def _shape(self, shape: Element, inner: Box, turns: Matrix) -> Iterator[Drawn]:
        box = turned(inner, turns)
        if words := printed_in(shape):
            self._unread.append(box)  # its letters are drawn by PowerPoint only
            self._words.append(words)
        self._has_number |= any(one.get("type") == "slidenum" for one in shape.iter(f"{A}fld"))
        properties = shape.find(f"{P}spPr")
        style = shape.find(f"{P}style")
        fill, stroke = self._shape_fill(properties, style), self._stroke(properties, style)
        if shape.tag == f"{P}cxnSp":
            fill = None
        path = _turned_path(outline(properties, inner), inner, turns)
        own = _filling(properties)
        shade = self._picture(own, name_of(shape), box) or (self._gradient(own, box, path) if fill else None)
        if shade:
            yield shade
            fill = None
        if fill or stroke:
            yield Shape(name_of(shape), box, path, fill, stroke)

    def _gradient(
        self, fill: Element | None, box: Box, path: tuple[Segment, ...] = (), inherited: Ink | None = None
    ) -> Image | None:
        """A gradient as the picture of it."""
        if fill is None or fill.tag != f"{A}gradFill" or box.width <= 0 or box.height <= 0:
            return None
        stops = []
        for one in fill.iterfind(f"{A}gsLst/{A}gs"):
            if (ink := self._palette.ink(one, inherited)) is not None:
                stops.append((whole(one.get("pos"), 0) / 100_000, self._palette.rgb(ink), ink.opacity_percent))
        if len(stops) < 2:
            return None
        straight, round_ = fill.find(f"{A}lin"), fill.find(f"{A}path")
        if round_ is not None:
            to = round_.find(f"{A}fillToRect")
            sides = [whole(to.get(side), 0) / 100_000 if to is not None else 0.5 for side in "ltrb"]
            centre = (sides[0] + 1 - sides[2]) / 2, (sides[1] + 1 - sides[3]) / 2
            way: Way = (*centre, round_.get("path") == "circle")
        else:
            way = whole(straight.get("ang"), 0) / 60_000 if straight is not None else 0.0
        data = picture_of(tuple(sorted(stops)), way, (box.width, box.height), path)
        return Image(GRADIENT, box, data, "png", *PIXELS, _NOWHERE)

    def _shape_fill(self, properties: Element, style: Element | None) -> Ink | None:
        if (own := _filling(properties)) is not None:
            return self._filled(own)
        number, ink = self._referred(style, "fillRef")
        return self._filled(self._of_theme("fillStyleLst", number), ink) or ink if number else None

    def _referred(self, style: Element | None, tag: str) -> tuple[int, Ink | None]:
        """Which of the theme's fills or lines a style refers to, and in what ink."""
        reference = style.find(f"{A}{tag}") if style is not None else None
        return (0, None) if reference is None else (whole(reference.get("idx"), 0), self._palette.ink(reference))

    def _filled(self, fill: Element | None, inherited: Ink | None = None) -> Ink | None:
        """The ink of a fill; of a gradient or a pattern, the colour that most of it has."""
        if fill is None:
            return None
        match fill.tag.removeprefix(A):
            case "solidFill":
                return self._palette.ink(fill, inherited)
            case "gradFill":
                stops = fill.findall(f"{A}gsLst/{A}gs")
                return self._palette.ink(stops[len(stops) // 2], inherited) if stops else None
            case "pattFill":
                return self._palette.ink(fill.find(f"{A}bgClr"), inherited)
        return None

    def _of_theme(self, styles: str, number: int) -> Element | None:
        """One of the theme's fills or lines, which count from 1."""
        found = self._theme.findall(f"{A}themeElements/{A}fmtScheme/{A}{styles}/*")
        return found[number - 1] if 0 < number <= len(found) else None

    def _stroke(self, properties: Element, style: Element | None) -> Stroke | None:
        line = properties.find(f"{A}ln")
        number, ink = self._referred(style, "lnRef")
        of_theme = self._of_theme("lnStyleLst", number)
        if line is None and of_theme is None:
            return None
        widths = (whole(one.get("w"), 0) for one in (line, of_theme) if one is not None)
        width_pt = next(filter(None, widths), _LINE) / EMU_PER_POINT
        if line is not None:
            if line.find(f"{A}noFill") is not None:
                return None
            ink = self._palette.ink(line.find(f"{A}solidFill")) or ink
        return Stroke(ink, width_pt) if ink else None

    def _picture(
        self,
        fill: Element | None,
        name: str,
        box: Box,
        targets: Mapping[str, str] | None = None,
        inherited: Ink | None = None,
    ) -> Image | None:
        blip = fill.find(f"{A}blip") if fill is not None else None
        known = self._targets if targets is None else targets
        data = self._parts.get(known.get(blip.get(f"{{{OFFICE}}}embed", ""), "")) if blip is not None else None
        if fill is None or data is None:
            return None
        try:
            prepared, extension, width_px, height_px = prepare(data, is_of_template=True)
            is_clear = name == _GROUND and not is_solid(glimpse(prepared))
        except NotAPicture:
            return None
        tones = self._tones(blip, inherited)
        faded = next(fill.iter(f"{A}alphaModFix"), None)
        opacity = whole(faded.get("amt"), 100_000) / 100_000 if faded is not None else 1.0
        if tones or opacity < 1 or is_clear:
            prepared, extension, (width_px, height_px) = recoloured(prepared, tones, opacity, name == _GROUND)
        shown, crop = _stretched(fill, box)
        return Image(name, shown, prepared, extension, width_px, height_px, _NOWHERE, crop)

    def _tones(self, blip: Element, inherited: Ink | None) -> tuple[str, str] | None:
        """The two colours that a picture is shown in instead of black and white."""
        inks = [self._palette.ink([one], inherited) for one in blip.iterfind(f"{A}duotone/*")]
        rgb = [self._palette.rgb(one) for one in inks if one]
        return (rgb[0], rgb[1]) if len(rgb) == 2 else None


def _stretched(fill: Element, box: Box) -> tuple[Box, tuple[float, float, float, float]]:
    """Where a picture is seen that may be stretched over less than its box or beyond it, and the shares of it that are
    cut off: left, top, right, bottom."""
    cut, inset = (
        [whole(told.get(side), 0) / 100_000 if told is not None else 0.0 for side in "ltrb"]
        for told in (fill.find(f"{A}srcRect"), fill.find(f"{A}stretch/{A}fillRect"))
    )
    across, down = ((cut[at], cut[at + 2], inset[at], inset[at + 2]) for at in (0, 1))
    (x, width, left, right), (y, height, top, bottom) = (
        _seen_part(start, length, *told)
        for start, length, told in ((box.x, box.width, across), (box.y, box.height, down))
    )
    return Box(x, y, width, height), (left, top, right, bottom)


def _seen_part(
    start: Emu, length: Emu, cut: float, cut_after: float, inset: float, inset_after: float
) -> tuple[Emu, Emu, float, float]:
    """The same along one side: where what is seen starts, how long it is, and what is cut off before and after it."""
    whole_length, kept = 1 - inset - inset_after, 1 - cut - cut_after
    if whole_length <= 0:
        return start, length, cut, cut_after
    before, after = (max(0.0, -one) * kept / whole_length for one in (inset, inset_after))
    seen = 1 - max(0.0, inset) - max(0.0, inset_after)
    return start + round(max(0.0, inset) * length), round(seen * length), cut + before, cut_after + after


def _filling(properties: Element | None) -> Element | None:
    """The fill of a shape, which may be that of the group that it is in, or of a background."""
    while properties is not None:
        fill = next((one for one in properties if str(one.tag).endswith("Fill")), None)
        if fill is None or fill.tag != f"{A}grpFill":
            return fill
        holder = properties.getparent()
        group = holder.getparent() if holder is not None else None
        properties = group.find(f"{P}grpSpPr") if group is not None else None
    return None


def _is_hidden(shape: Element) -> bool:
    label = shape.find(f"./*/{P}cNvPr")
    return label is not None and label.get("hidden") in ("1", "true")


def printed_in(shape: Element) -> str:
    """The words of a shape, as they are told: on one line."""
    return " ".join(" ".join(one.text or "" for one in shape.iter(f"{A}t")).split())


def name_of(shape: Element) -> str:
    label = shape.find(f"./*/{P}cNvPr")
    return str(label.get("name") or "Drawing") if label is not None else "Drawing"


def place_of(shape: Element) -> Element | None:
    """Where a shape or a group says that it stands; None where it leaves that to others."""
    place = next(shape.iterchildren(f"{P}spPr", f"{P}grpSpPr"), shape).find(f"{A}xfrm")
    is_said = place is not None and all(place.find(A + tag) is not None for tag, _, _ in _PLACE)
    return place if is_said else None


def box_of(place: Element) -> Box:
    """The box around what stands at a place, as it is turned there."""
    box = Box(*_numbers(place, *_PLACE))
    return turned(box, turns_of(place, box))


def _numbers(place: Element, *wanted: tuple[str, str, str]) -> list[int]:
    found = []
    for tag, first, second in wanted:
        one = place.find(f"{A}{tag}")
        found += [whole(one.get(name), 0) if one is not None else 0 for name in (first, second)]
    return found


_GROUND = "Background"  # what a picture is called that covers a page
GRADIENT = "Gradient"  # what one is called that is drawn as a picture
PIXELS = (256, 256)
_MOST_PX = 1280  # of a picture in two tones
_FINE = 92  # of a hundred, in which nobody sees that it is a JPEG
_QUICK = 0  # not packed at all: what is drawn anew is drawn for each build, and stands in no deck
RECTANGLE = 5  # the segments of one, which needs no mask

Stop = tuple[float, str, int]  # where, from 0 to 1, which RRGGBB, and how opaque in percent


# From one side to the other, at so many degrees clockwise from the right; or outwards from a point, in shares of
# the box, and whether round it.
Way = float | tuple[float, float, bool]


@lru_cache(maxsize=64)
def picture_of(stops: tuple[Stop, ...], way: Way, size: tuple[int, int], path: tuple[Segment, ...] = ()) -> bytes:
    """A gradient in a box of a size, inside a path, as a PNG."""
    from PIL import Image, ImageChops, ImageDraw  # only a template with gradients pays for this

    shares = Image.linear_gradient("L")  # of the way that the gradient has come: here from the head to the foot
    if isinstance(way, tuple):
        x, y, is_round = way
        away = shares.point([abs(2 * one - 255) for one in range(256)])
        shares = ImageChops.lighter(away, away.transpose(Image.Transpose.ROTATE_90))
        if is_round:  # Pillow's ends in the corners
            shares = Image.radial_gradient("L").point([min(255, round(2**0.5 * one)) for one in range(256)])
        wide, high = 0.5 / max(x, 1 - x), 0.5 / max(y, 1 - y)
        across, down = (wide, 0.0, 128 - 256 * x * wide), (0.0, high, 128 - 256 * y * high)
    else:
        wide, high = size[0] * cos(radians(way)), size[1] * sin(radians(way))
        reach = abs(wide) + abs(high)
        across, down = (0.0, 0.0, 128.0), (wide / reach, high / reach, 128 - 128 * (wide + high) / reach)
    shares = shares.transform(PIXELS, Image.Transform.AFFINE, (*across, *down), fillcolor=255)
    known = {at: (*bytes.fromhex(rgb), 2.55 * opacity) for at, rgb, opacity in reversed(stops)}
    colours = [_colour(known, sorted(known), one / 255) for one in range(256)]
    picture = Image.merge("RGBA", [shares.point(tones) for tones in zip(*colours, strict=True)])
    if len(path) > RECTANGLE:
        mask = Image.new("L", PIXELS)
        for part in polygons(path):
            points = [(x / size[0] * PIXELS[0], y / size[1] * PIXELS[1]) for x, y in part]
            ImageDraw.Draw(mask).polygon(points, fill=255)
        picture.putalpha(Image.composite(picture.getchannel("A"), Image.new("L", PIXELS), mask))
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=_QUICK)
    return out.getvalue()


@lru_cache(maxsize=16)
def recoloured(
    data: bytes, tones: tuple[str, str] | None, opacity: float = 1.0, is_ground: bool = False
) -> tuple[bytes, Literal["png", "jpg"], tuple[int, int]]:
    """A picture in shades from one colour to another, and less opaque, with format and size; a ground is on white."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        opened.draft(None, (_MOST_PX, _MOST_PX))
        is_opaque = opened.mode == "RGB" and "transparency" not in opened.info
        picture = opened.convert("RGB" if is_opaque else "RGBA")
        picture.thumbnail((_MOST_PX, _MOST_PX))
    alpha = Image.new("L", picture.size, 255) if is_opaque else picture.getchannel("A")
    alpha = alpha.point([round(one * opacity) for one in range(256)])
    if tones:
        dark, light = tones
        picture = ImageOps.colorize(picture.convert("L"), f"#{dark}", f"#{light}")
    picture.putalpha(alpha)
    out = io.BytesIO()
    if is_ground:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
        picture.convert("RGB").save(out, "JPEG", quality=_FINE)
        return out.getvalue(), "jpg", picture.size
    picture.save(out, "PNG", compress_level=_QUICK)
    return out.getvalue(), "png", picture.size


def _colour(known: Mapping[float, tuple[float, ...]], places: Sequence[float], share: float) -> tuple[int, ...]:
    """The colour between the two stops around a share, or of the one at an end; `places` are where stops are."""
    at = bisect_right(places, share)
    low, high = places[max(0, at - 1)], places[min(at, len(places) - 1)]
    much = (share - low) / (high - low) if high > low else 0.0
    return tuple([round(one + (other - one) * much) for one, other in zip(known[low], known[high], strict=True)])
