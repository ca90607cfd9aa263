"""Pointers: the words by which a fact's place in its post is found, in one passage or in two."""

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import NODEFAULT

from talkbuilder.source.fields import Broken, Field, Text
from talkbuilder.source.nodes import Node, Sequence
from talkbuilder.source.reader import Reader

_MOST_PASSAGES = 2


class Pointer(Text, frozen=True):
    """Words of a post; `then` are those of a second passage, which stands behind the first."""

    then: Text | None = None

    called: ClassVar[str] = "words of the post, or a list of two passages"
    schema: ClassVar[Mapping[str, Any]] = {
        "anyOf": [
            dict(Text.schema),
            {"type": "array", "items": dict(Text.schema), "minItems": 1, "maxItems": _MOST_PASSAGES},
        ]
    }

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Pointer | Broken":
        """`[first passage, second passage]`; words alone are read as any text is."""
        if not isinstance(node, Sequence) or not 1 <= len(node.items) <= _MOST_PASSAGES:
            hint = "write a few words of the post, or two such passages as a list: ['…', '…']"
            return reader.fault("E004", "'exact' must be a text, or a list of two", node.span, hint)
        passage = Field("exact", "exact", Text, "", NODEFAULT)
        read = [reader.value(item, passage) for item in node.items]
        texts = [one for one in read if isinstance(one, Text)]
        if len(texts) < len(read):
            return Broken(node.span)
        return cls(texts[0].value, texts[0].span, texts[1] if len(texts) > 1 else None)

    @property
    def passages(self) -> tuple[Text, ...]:
        return (self,) if self.then is None else (self, self.then)

    @property
    def plainly(self) -> object:
        return self.value if self.then is None else [one.value for one in self.passages]

    @property
    def told(self) -> str:
        """The passages as a reader sees them."""
        return " … ".join(one.value for one in self.passages)
