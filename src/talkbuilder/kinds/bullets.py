"""`bullets`: a few points, with points of a second level under them."""

from typing import Annotated, Any, ClassVar

from msgspec import Meta

from talkbuilder.diagnostics import Span
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source.fields import Broken, Text, Written
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence, kind_of
from talkbuilder.source.outline import Slide
from talkbuilder.source.reader import Reader
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved

_NAME = "a point"
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
        points.extend(markup.line(text, level=1) for text in point.points)
    return assemble("bullets", written, markup, {"bullets": tuple(points)})


KIND = Kind(
    "bullets",
    "Bullets",
    resolve,
    (Frame("title", "Title"), Frame("bullets", "Text")),
    Bullets,
)
