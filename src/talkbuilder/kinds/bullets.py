"""`bullets`: a few points, with points of a second level under them."""

from typing import Annotated, Any

from msgspec import Meta

from talkbuilder.fields import Broken, Reader, Text, Written
from talkbuilder.kinds.kind import BODY_SIZES_PT, TITLE_SIZES_PT, Frame, Kind, assemble
from talkbuilder.nodes import Mapping, Node, Scalar, Sequence, kind_of
from talkbuilder.outline import Slide
from talkbuilder.talk import Slide as Resolved
from talkbuilder.words import Words


class Point(Written, frozen=True, kw_only=True):
    """A point, and what belongs under it."""

    text: Text
    points: tuple[Text, ...] = ()

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Point | Broken":
        """`- a point`, or `- a point:` with a list of further points under it."""
        match node:
            case Scalar():
                return cls(span=node.span, text=Text(node.value, node.span))
            case Mapping(entries=((key, Sequence() as under),)):
                points = tuple(Text(item.value, item.span) for item in under.items if isinstance(item, Scalar))
                for item in under.items:
                    if not isinstance(item, Scalar):
                        hint = "two levels are the most that a slide can carry; quote a text that has ': ' in it"
                        reader.say("E004", f"a point must be a text, found {kind_of(item)}", item.span, hint)
                return cls(span=key.span, text=Text(key.value, key.span), points=points)
            case Mapping(entries=((key, _), *_)):
                hint = "quote a point that has ': ' in it; further points under a point are a list"
                return reader.say("E004", "a point must be a text or one text with a list under it", key.span, hint)
            case _:
                return reader.say("E004", f"a point must be a text, found {kind_of(node)}", node.span)

    @staticmethod
    def schema() -> dict[str, Any]:
        """The JSON Schema of a point."""
        under = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        nested = {"type": "object", "additionalProperties": under, "minProperties": 1, "maxProperties": 1}
        return {"anyOf": [{"type": "string"}, nested]}


class Bullets(Slide, frozen=True, kw_only=True):
    """A slide of points."""

    bullets: Annotated[
        tuple[Point, ...], Meta(description="the points; '- point:' with a list under it has two levels")
    ]


def resolve(written: Bullets, words: Words) -> Resolved:
    points = []
    for point in written.bullets:
        points.append(words.line(point.text))
        points.extend(words.line(text, level=1) for text in point.points)
    return assemble("bullets", written, words, {"bullets": tuple(points)})


KIND = Kind(
    "bullets",
    "Bullets",
    resolve,
    (Frame("title", "Title", TITLE_SIZES_PT), Frame("bullets", "Text", BODY_SIZES_PT)),
    Bullets,
)
