"""How words are said that a speaker may not know: a help for the eye, given once and printed in the notes."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from talkbuilder.source.fields import Broken, Entry, Flaw, Text
from talkbuilder.source.nodes import Node, Scalar
from talkbuilder.source.reader import Reader

_WORDS = "^[^0-9_.,:;!?]+$"  # for a JSON Schema, whose patterns know no letters of all alphabets
_WORD = r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*"


class Spelling(Text, frozen=True):
    """A word or a name, as notes write it."""

    called: ClassVar[str] = "a word"
    schema: ClassVar[Mapping[str, Any]] = {"type": "string"}

    @classmethod
    def flaw(cls, value: str) -> Flaw | None:
        if re.fullmatch(_WORD, value):
            return None
        return Flaw("E010", f"'{value}' is no word", "write it as the notes do: letters, blanks and hyphens")


class Pronounced(Entry, frozen=True, kw_only=True):
    """An entry of assets/words.yaml: a word, and how it is said."""

    says: Annotated[Text, Meta(description="how it is said, the syllable that is stressed in capitals: al-MAH-tee")]

    named: ClassVar[type[Text]] = Spelling
    names: ClassVar[str] = _WORDS
    schema: ClassVar[Mapping[str, Any]] = {
        "type": "string",
        "description": "how it is said, the syllable that is stressed in capitals: al-MAH-tee",
    }

    @classmethod
    def read_entry(cls, reader: Reader, key: Scalar, value: Node) -> "Pronounced | Broken":
        """`Almaty: al-MAH-tee`."""
        says = reader.text(value, key.value)
        return Broken(key.span, key.value) if isinstance(says, Broken) else cls(span=key.span, id=key.value, says=says)
