"""`bullets`: a few points, with points of a second level under them."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, inf
from typing import Annotated, Any, ClassVar

from msgspec import Meta, structs

from talkbuilder.diagnostics import Span
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import USABLE_HEIGHT, fit, height_pt
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Shape, Style, rectangle
from talkbuilder.layout.items import Text as SetText
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.source.fields import Broken, Text, Written
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence, kind_of
from talkbuilder.source.outline import Slide
from talkbuilder.source.reader import Reader
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import EMU_PER_POINT, Box

_NAME = "a point"
_FEW = 4  # points at most that are set large
_APART_PT = (56.0, 52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)  # how far from each other, as there is room
_LARGER, _STEP_EM, _FILLED = 1.4, 0.45, 0.75  # than a template's texts; of a size, between points; of their place
_UNDER_TITLE = 0.8  # of the size of a template's titles, that points under them are enlarged to
_LEAST_HANG_EM = 0.7  # from where a bullet begins to where its letters do
_LINE_EM = 1.2
_RISES, _FALLS = 0.7, 0.2  # how far letters reach over their baseline and under it, in their size
_THICK = 19_050  # 1.5 pt
_UNDER = {"type": "array", "items": Text.schema, "minItems": 1}
_NESTED = {"type": "object", "additionalProperties": _UNDER, "minProperties": 1, "maxProperties": 1}


class Point(Written, frozen=True, kw_only=True):
    """A point, and what belongs under it."""

    text: Text
    points: tuple[Text, ...] = ()

    schema: ClassVar[dict[str, Any]] = {"anyOf": [Text.schema, _NESTED]}

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Point | Broken":
        """`- a point`, or `- a point:` with a list of further points under it."""
        match node:
            case Scalar():
                return cls._of(node.span, reader.text(node, _NAME), ())
            case Mapping(entries=((key, Sequence() as under),)):
                return cls._of(key.span, reader.text(key, _NAME), tuple(reader.text(one, _NAME) for one in under.items))
            case Mapping(entries=((key, _), *_)):
                hint = "quote a point that has ': ' in it; further points under a point are a list"
                if key.value.startswith(("“", "„", "‘", "”")):
                    hint = f"'{key.value[0]}' is a typographic quote mark: type \" from the keyboard on both sides"
                return reader.fault("E004", "a point must be a text or one text with a list under it", key.span, hint)
            case _:
                return reader.fault("E004", f"a point must be a text, found {kind_of(node)}", node.span)

    @classmethod
    def _of(cls, span: Span, text: Text | Broken, points: tuple[Text | Broken, ...]) -> "Point | Broken":
        if isinstance(text, Broken):
            return text
        return cls(span=span, text=text, points=tuple(point for point in points if isinstance(point, Text)))


class Bullets(Slide, frozen=True, kw_only=True):
    """A slide of points."""

    bullets: Annotated[
        tuple[Point, ...], Meta(description="the points; '- point:' with a list under it has two levels", min_length=1)
    ]


def resolve(written: Bullets, markup: Markup) -> Resolved:
    points = []
    for point in written.bullets:
        points.append(markup.line(point.text))
        points.extend(markup.line(text, level=1, under=(point.text,)) for text in point.points)
    return assemble("bullets", written, markup, {"bullets": tuple(points)})


def is_few(slide: Resolved) -> bool:
    """Whether there are so few points, at most one of them under another, that they would stand over an empty half."""
    points = slide.texts("bullets")
    return 1 <= len(points) <= _FEW and sum(point.level > 0 for point in points) <= 1


def choose(slide: Resolved) -> str:
    return "Few points" if is_few(slide) else "Bullets"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    """Few points are set large and far apart, with a line between them; on a layout of a template's without that."""
    if layout.part:
        return (kind.page(slide, _larger(slide, layout)),)
    if not is_few(slide):
        return (kind.page(slide, layout),)
    text = _spread(slide, layout)
    return (structs.replace(kind, frames=kind.frames[:1]).page(slide, layout, (*_lines(text), text)),)


def _larger(slide: Resolved, layout: Layout) -> Layout:
    """A layout of a template's with letters and steps as large as points take in as many lines, if they are few for
    its place; none larger than its title."""
    place, points = layout.placeholders["Text"], slide.texts("bullets")
    own, title_pt = place.sizes_pt[0], layout.placeholders["Title"].sizes_pt[0]
    most = min(max(_LARGER * own, layout.sizes.caption[0]), _UNDER_TITLE * title_pt)
    for lower in layout.free:
        place = structs.replace(place, box=lower, is_moved=True)
    place = structs.replace(place, styles=tuple(_hung(one, 1.0, one.before_pt) for one in place.styles))
    room_pt = place.inner.height / EMU_PER_POINT
    lines = len(fit("bullets", points, structs.replace(place, sizes_pt=(own,)), layout.fonts).lines)
    for size_pt in (*(float(one) for one in range(int(most), ceil(own), -1)), own):
        share = size_pt / own
        styles = tuple(_hung(one, share, max(one.before_pt, _STEP_EM * size_pt)) for one in place.styles)
        made = structs.replace(place, styles=styles, sizes_pt=(size_pt, *place.sizes_pt))
        text = fit("bullets", points, structs.replace(made, sizes_pt=(size_pt,)), layout.fonts)
        high_pt = height_pt(points, made, layout.fonts, size_pt)
        if high_pt and high_pt <= (_FILLED if size_pt > own else 1) * room_pt and len(text.lines) == lines:
            place = made
            break
    return structs.replace(layout, placeholders={**layout.placeholders, "Text": place})


def _hung(style: Style, share: float, before_pt: float) -> Style:
    """A style as much larger, whose letters keep off its bullet; many a house sets that apart on its slides alone."""
    size_pt, hang = float(round(share * style.size_pt)), round(share * style.hang)
    more = max(0, round(_LEAST_HANG_EM * size_pt * EMU_PER_POINT) - hang) if style.bullet and hang > 0 else 0
    left = round(share * style.left) + more
    return structs.replace(style, size_pt=size_pt, left=left, hang=hang + more, before_pt=before_pt)


def _spread(slide: Resolved, layout: Layout) -> SetText:
    """The points, as far apart as their place allows."""
    place, points = layout.placeholders["Text"], slide.texts("bullets")
    text = fit("bullets", points, place, layout.fonts)
    size_pt = text.styles[0].size_pt
    high_pt = height_pt(points, _apart(place, size_pt, 0.0), layout.fonts, size_pt)
    spare_pt = USABLE_HEIGHT * (place.inner.height / EMU_PER_POINT - (high_pt or inf))
    gaps = sum(not point.level for point in points[1:])
    apart_pt = next((one for one in _APART_PT if gaps * one <= spare_pt), None)
    return fit("bullets", points, _apart(place, size_pt, apart_pt), layout.fonts) if apart_pt else text


def _apart(place: Placeholder, size_pt: float, apart_pt: float) -> Placeholder:
    style = structs.replace(place.styles[0], size_pt=size_pt, before_pt=apart_pt)
    return structs.replace(place, styles=(style, *place.styles[1:]), sizes_pt=(size_pt,))


def _lines(text: SetText) -> Iterator[Shape]:
    """A thin line in the middle of each gap between points; what belongs under one stands close to it."""
    style = text.styles[0]
    pitch_pt = style.size_pt * _LINE_EM * style.line_percent / 100
    baselines = [line.runs[0].baseline_pt for line in text.lines if line.runs]
    for above, below in pairwise(baselines):
        if below - above > pitch_pt + style.before_pt / 2:
            middle_pt = (above + _FALLS * style.size_pt + below - _RISES * style.size_pt) / 2
            place = Box(text.box.x, round(middle_pt * EMU_PER_POINT), text.box.width, _THICK)
            yield rectangle("Line", place, TINTS["dune"])


KIND = Kind(
    "bullets",
    "Bullets",
    resolve,
    (Frame("title", "Title"), Frame("bullets", "Text")),
    Bullets,
    lay_out,
    choose,
    continues="bullets",
)
