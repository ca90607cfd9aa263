"""Pictures: the file, what it shows in words, whose it is, and what those who are in it have agreed to."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from msgspec import NODEFAULT, Meta

from talkbuilder.evidence.library.people import Agreement
from talkbuilder.source.fields import Broken, Entry, Field, Id, Text, Written
from talkbuilder.source.nodes import Node, Sequence
from talkbuilder.source.reader import Reader

_AXES = 2


class Focus(Written, frozen=True, kw_only=True):
    """The point of a picture that stays in view however it is cut: shares of its width and of its height."""

    x: float
    y: float

    schema: ClassVar[Mapping[str, Any]] = {
        "type": "array",
        "items": {"type": "number", "minimum": 0, "maximum": 1},
        "minItems": _AXES,
        "maxItems": _AXES,
    }

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Focus | Broken":
        """`[0.5, 0.3]`: in the middle, and rather high."""
        if not isinstance(node, Sequence) or len(node.items) != _AXES:
            hint = "write the shares of its width and height, such as [0.5, 0.3]"
            return reader.fault("E004", "'focus' must be a list of two numbers", node.span, hint)
        share = Field("focus", "focus", float, "", NODEFAULT, least=0, most=1)
        x, y = (reader.value(one, share) for one in node.items)
        if isinstance(x, float) and isinstance(y, float):
            return cls(span=node.span, x=x, y=y)
        return Broken(node.span)


class Shown(Written, frozen=True, kw_only=True):
    """Somebody who is in a picture."""

    who: Annotated[Id, Meta(description="an id of assets/people.yaml")]
    face: Annotated[bool, Meta(description="whether their face can be seen; never that of a survivor or a child")] = (
        True
    )
    agreed: Annotated[Agreement | None, Meta(description="what they have agreed to")] = None


class Medium(Entry, frozen=True, kw_only=True):
    """An entry of assets/media.yaml."""

    file: Annotated[Text, Meta(description="the name of the picture in assets/images/")]
    alt: Annotated[
        Text, Meta(description="what the picture shows, for those who cannot see it; 150 characters at most")
    ]
    credit: Annotated[Text, Meta(description="whose picture it is, as slides print it: 'Photo: name, licence'")]
    taken_by: Annotated[Text | None, Meta(description="who took it, where the credit does not say so")] = None
    focus: Annotated[
        Focus | None, Meta(description="the point that stays in view however it is cut, such as [0.5, 0.3]")
    ] = None
    people: Annotated[tuple[Shown, ...] | None, Meta(description="who can be seen in it; [] for nobody at all")] = None
