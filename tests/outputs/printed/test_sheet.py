"""The look of paper: an author's own file before ours, inks that can be read, data that its schema describes."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from msgspec import Struct, structs
from pdfua import validate

from talkbuilder.diagnostics import Refused
from talkbuilder.layout import inks
from talkbuilder.layout.items import Ink
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import card, handout
from talkbuilder.outputs.file import A4
from talkbuilder.outputs.printed.sheet import files_of, schema_of
from talkbuilder.outputs.printed.spoken import Spoken, spoken
from tests import templates
from tests.printed import pdf, texts
from tests.sample import built, slide, talk


def with_own(encoding: str = "utf-8", **files: str) -> Deck:
    """A deck in whose folder an author has files of the look."""
    (deck, _) = built(talk(slide("statement")))
    own = {f"assets/print/{name}.typ": text.encode(encoding) for name, text in files.items()}
    library = structs.replace(deck.plan.talk.library, printed=own.get)
    return structs.replace(deck, plan=structs.replace(deck.plan, talk=structs.replace(deck.plan.talk, library=library)))


def test_a_file_of_the_author_stands_in_for_ours() -> None:
    own = '#import "look.typ": *\n#show: paper.with(8mm)\nMine: #data.title, #data.rows.len()'
    assert texts(pdf(with_own(card=own), "card")) == ["Mine: A talk, 3"]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("#let a = 1\n#rules()", 2, "unknown variable: rules"),
        ('\n#import "@preview/cetz:0.3.0": canvas', 2, "it imports a package, which would be fetched from the net"),
        ('#read("../../../../etc/hostname")', 1, ""),
    ],
)
def test_a_fault_in_it_is_told_at_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(Refused) as refused:
        pdf(with_own(card=text), "card")
    fault = refused.value.diagnostic
    assert fault.code == "O005"
    assert told in fault.message
    assert fault.place[:2] == ("assets/print/card.typ", line)


def test_what_windows_powershell_writes_is_told_and_what_to_do() -> None:
    with pytest.raises(Refused) as refused:
        pdf(with_own("utf-16", card="Mine"), "card")
    fault = refused.value.diagnostic
    assert (fault.code, fault.file) == ("R002", "assets/print/card.typ")
    assert "save it as UTF-8" in fault.hint


def test_inks_can_be_read_on_paper_whatever_the_theme() -> None:
    light = templates.theme_of(templates.changed((templates.THEME, 'val="4F81BD"', 'val="FFEE99"')))
    deck = structs.replace(built(talk(slide("statement")))[0], theme=light)
    for one in (deck, built(talk(slide("statement")))[0]):
        look, grey = (
            json.loads(files_of(kind, one, A4, card.card(one), {})["data.json"])["look"] for kind in ("card", "handout")
        )
        assert all(ink[1:3] == ink[3:5] == ink[5:] for ink in grey["inks"].values())
        for name, shown in (
            (name, every["inks"][name]) for every in (look, grey) for name in {*every["inks"]} - {"gold"}
        ):
            palette = {"ink": shown.removeprefix("#"), "paper": "FFFFFF"}
            assert inks.contrast(Ink("ink"), Ink("paper"), palette) >= 4.5, name


@pytest.mark.parametrize("piece", ["script", "card", "handout"])
def test_the_data_of_a_piece_is_as_its_schema_says(piece: str) -> None:
    (deck, _) = built(talk("".join(slide(kind, f"A {kind}") + "\n" for kind in ("quote", "number", "ask", "map"))))
    pieces: dict[str, tuple[Struct, type[Struct]]] = {
        "script": (spoken(deck), Spoken),
        "card": (card.card(deck), card.Card),
        "handout": (handout.handout(deck), handout.Handout),
    }
    told, kind = pieces[piece]
    schema = schema_of(kind)
    data = json.loads(files_of(piece, deck, A4, told, {"0.png": b""})["data.json"])
    jsonschema.validate(data, schema)
    assert data.keys() == schema["properties"].keys()


@pytest.mark.parametrize("piece", ["script", "card", "handout"])
def test_nothing_is_found_that_people_would_miss_who_hear_it(piece: str, tmp_path: Path) -> None:
    slides = "".join(
        slide(kind, f"A {kind}") + "\n    priority: must\n" for kind in ("quote", "number", "ask", "chart")
    )
    file = tmp_path / "piece.pdf"
    file.write_bytes(pdf(built(talk(slides))[0], piece))
    assert [(one.rule_id, one.message) for one in validate(str(file)).findings] == []


@pytest.mark.parametrize("piece", ["script", "card", "handout", "leader"])
def test_every_word_that_a_look_asks_for_is_in_the_table(piece: str) -> None:
    (deck, _) = built(talk(slide("quote")))
    files = files_of(piece, deck, A4, card.card(deck), {})
    asked = re.findall(r'data\.words\.(?!at\()(\w+)|say\("(\w+)"', "".join(files[name].decode() for name in files))
    assert {one or other for one, other in asked} <= json.loads(files["data.json"])["words"].keys()
