"""What a model may say of itself: how long a list is, and how it is read where it is no plain mapping of keys."""

from typing import Annotated, Any, ClassVar

from msgspec import Meta

from talkbuilder.authoring.schema import _object
from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.source.fields import Broken, Language, Text, Written
from talkbuilder.source.nodes import Node, Scalar
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader
from tests.corpora.tables import from_table


class Ratio(Written, frozen=True, kw_only=True):
    """Two numbers with a colon between them: a model that is read from one scalar."""

    left: str
    right: str

    schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": ":"}

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Ratio | Broken":
        if isinstance(node, Scalar) and node.value.count(":") == 1:
            left, right = node.value.split(":")
            return cls(span=node.span, left=left, right=right)
        return reader.fault("E004", "no ratio", node.span)


class Screen(Written, frozen=True, kw_only=True):
    """A model with a list of each length, a model that reads itself, and a language."""

    sides: Annotated[tuple[Ratio, ...], Meta(min_length=2, max_length=3)]
    names: Annotated[tuple[Text, ...], Meta(max_length=1)] = ()
    notes: Annotated[tuple[Text, ...] | None, Meta(min_length=2)] = None
    language: Language | None = None


def read(text: str) -> tuple[Screen | Broken, tuple[Diagnostic, ...]]:
    report = Report()
    node = parse(Source("screen.yaml", text), report)
    assert node is not None
    return Reader(report).model(node, Screen), report.diagnostics


def test_a_model_that_reads_itself_is_asked_to() -> None:
    screen, faults = read("sides: ['16:9', '4:3']\nnames: [Hall]\nnotes: [a, b]\nlanguage: kk\n")
    assert faults == ()
    assert isinstance(screen, Screen)
    assert [(one.left, one.right) for one in screen.sides] == [("16", "9"), ("4", "3")]


@from_table
def test_a_list_is_as_long_as_its_field_says(line: str, code: str, message: str, hint: str) -> None:
    _, (fault,) = read(f"{line}\n")
    assert (fault.code, fault.message) == (code, message)
    assert fault.hint.startswith(hint)


def test_the_schema_tells_editors_the_same() -> None:
    properties = _object(Screen)["properties"]
    assert properties["sides"] == {
        "type": "array",
        "items": {"type": "string", "pattern": ":"},
        "minItems": 2,
        "maxItems": 3,
    }
    assert properties["names"]["maxItems"] == 1
    assert "pattern" in properties["language"]
