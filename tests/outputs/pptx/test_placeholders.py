"""Placeholders: how masters and layouts define them, and by what a slide finds them."""

from typing import Any

from msgspec import structs

from talkbuilder.layout.items import Style
from talkbuilder.layout.theme import Placeholder
from talkbuilder.outputs.pptx.shapes import definition, mark
from tests.corpora.tables import from_table
from tests.outputs.pptx.by_hand import BOX, all_of, fragment, one, tags, values

_PLACE = Placeholder("Text", "body", 10, BOX, (Style(24), Style(20)), (24, 20), "Write\nand more")


def defined(**changed: Any) -> Any:
    return one(fragment(definition(structs.replace(_PLACE, **changed), 7)), "p:sp")


@from_table
def test_role_and_index_are_said_alike_on_layout_and_slide(role: Any, index: int, marked: dict[str, str]) -> None:
    place = structs.replace(_PLACE, role=role, index=index)
    assert values(fragment(mark(place)), "p:ph") == marked
    said = values(defined(role=role, index=index), "p:nvSpPr/p:nvPr/p:ph")
    assert {name: said[name] for name in said if name in ("type", "idx")} == marked


def test_a_placeholder_has_insets_anchor_and_a_size_that_it_keeps() -> None:
    body = one(defined(insets=(1, 2, 3, 4), anchor="bottom"), "p:txBody/a:bodyPr")
    assert dict(body.attrib) == {
        "lIns": "1",
        "tIns": "2",
        "rIns": "3",
        "bIns": "4",
        "vert": "horz",
        "wrap": "square",
        "rtlCol": "0",
        "anchor": "b",
    }
    assert tags(body) == ["noAutofit"]
    assert tags(one(defined(shrinks=True), "p:txBody/a:bodyPr")) == ["normAutofit"]


def test_a_prompt_has_a_line_a_level() -> None:
    made = defined()
    assert values(made, ".//p:ph")["hasCustomPrompt"] == "1"
    assert [values(found, "a:pPr")["lvl"] for found in all_of(made, "p:txBody/a:p")] == ["0", "1"]
    assert [one(found, "a:r/a:t").text for found in all_of(made, "p:txBody/a:p")] == ["Write", "and more"]
    assert {found.get("lang") for found in all_of(made, ".//a:rPr")} == {"en-US"}
