"""The document's properties: what the talk says of itself, and nothing that the clock or the machine says."""

from typing import Any
from zlib import crc32

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.fingerprint import of_parts
from talkbuilder.source.events import Occasion
from tests.outputs.pptx.by_hand import part, parts, sample
from tests.sample import booked, built, slide, talk


def core(made: Deck) -> dict[str, str]:
    return {found.tag.rpartition("}")[2]: found.text for found in part(made, "docProps/core.xml")}


def app(made: Deck) -> dict[str, str]:
    return {found.tag.rpartition("}")[2]: found.text for found in part(made, "docProps/app.xml")}


def deck(outline: str, occasion: Occasion | None = None) -> Deck:
    return built(outline, occasion or Occasion())[0]


def test_the_core_properties_are_those_of_the_talk() -> None:
    assert core(sample()) == {
        "title": "A talk",
        "subject": "All of it.",
        "creator": "A speaker",
        "keywords": "grass, wind",
        "lastModifiedBy": "A speaker",
        "created": "2026-11-01T00:00:00Z",
        "modified": "2026-11-01T00:00:00Z",
        "language": "en-US",
    }


def test_what_a_talk_does_not_say_is_left_out() -> None:
    outline = talk(slide("bullets"))
    for line in ("date: 2026-11\n", "summary: All of it.\n", "keywords: [grass, wind]\n"):
        outline = outline.replace(line, "")
    assert set(core(deck(outline))) == {"title", "creator", "lastModifiedBy", "language"}


def test_a_date_is_as_precise_as_it_must_be() -> None:
    for said, made in (("2026", "2026-01-01"), ("2026-11", "2026-11-01"), ("2026-11-05", "2026-11-05")):
        outline = talk(slide("bullets")).replace("date: 2026-11\n", f"date: {said}\n")
        assert core(deck(outline))["created"] == f"{made}T00:00:00Z"


def test_a_booked_talk_says_where_for_how_long_and_for_whom_but_not_who_to_turn_to() -> None:
    occasion = booked("date: 2026-11-05, place: The town library, minutes: 20, audience: youth, contact: Somebody")
    said = core(deck(talk(slide("bullets")), occasion))
    assert said["description"] == "The town library, November 5, 2026; 20 minutes; youth"
    assert said["category"] == "evening"
    assert "Somebody" not in " ".join(said.values())


def test_line_breaks_are_no_part_of_a_property() -> None:
    outline = talk(slide("bullets")).replace("summary: All of it.", "summary: |\n  All\n  of  it.")
    assert core(deck(outline))["subject"] == "All of it."


def test_dates_have_the_type_that_the_format_asks_for() -> None:
    kind = "{http://www.w3.org/2001/XMLSchema-instance}type"
    typed = {found.tag.rpartition("}")[2]: found.get(kind) for found in part(sample(), "docProps/core.xml")}
    assert {name for name, value in typed.items() if value} == {"created", "modified"}
    assert typed["created"] == "dcterms:W3CDTF"


def test_slides_notes_and_the_shape_of_the_screen_are_counted() -> None:
    assert app(sample()) == {
        "Application": "talkbuilder",
        "PresentationFormat": "Widescreen",
        "Slides": "5",
        "Notes": "5",
    }
    narrow = deck(talk(slide("bullets")), Occasion(aspect="4:3"))
    assert app(narrow)["PresentationFormat"] == "On-screen Show (4:3)"


def test_the_fingerprint_is_the_checksum_of_all_other_parts() -> None:
    made = parts(sample())
    checksums = {name: crc32(data) for name, data in made.items() if name != "docProps/custom.xml"}
    first, second, third = part(sample(), "docProps/custom.xml")
    assert dict(first.attrib) == {
        "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        "pid": "2",
        "name": "talkbuilder fingerprint",
    }
    assert first[0].text == of_parts(checksums)
    assert (second.get("pid"), second.get("name")) == ("3", "talkbuilder edition")
    assert (third.get("pid"), third.get("name"), len(third[0].text)) == ("4", "talkbuilder slides 1", 5 * 8)


def test_the_properties_are_related_to_the_package() -> None:
    rels: Any = part(sample(), "_rels/.rels")
    assert [(found.get("Type").rpartition("/")[2], found.get("Target")) for found in rels] == [
        ("officeDocument", "ppt/presentation.xml"),
        ("core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
        ("custom-properties", "docProps/custom.xml"),
    ]
    types = {found.get("PartName"): found.get("ContentType") for found in part(sample(), "[Content_Types].xml")}
    assert types["/docProps/core.xml"] == "application/vnd.openxmlformats-package.core-properties+xml"
    assert types["/docProps/app.xml"].endswith("officedocument.extended-properties+xml")
    assert types["/docProps/custom.xml"].endswith("officedocument.custom-properties+xml")
