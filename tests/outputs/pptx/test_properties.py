"""The document's properties: what the talk says of itself, and nothing that the clock or the machine says."""

from zlib import crc32

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.fingerprint import of_parts
from talkbuilder.source.events import Occasion
from tests.outputs.pptx.by_hand import part, parts, sample
from tests.sample import booked, built, slide, talk


def core(made: Deck) -> dict[str, str]:
    return {found.tag.rpartition("}")[2]: found.text for found in part(made, "docProps/core.xml")}


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
    keys = "date: 2026-11-05, place: The town library, minutes: 20, audience: youth, contact: Somebody"
    said = core(deck(talk(slide("bullets")), booked(keys)))
    booking = "The town library, November 5, 2026: 20 minutes, 4 of them for questions, for the audience “youth”"
    assert said["description"] == booking
    german = core(deck(talk(slide("bullets")).replace("date:", "language: de\ndate:", 1), booked(keys)))
    assert german["description"].startswith("The town library, 5. November 2026: 20 Minuten, davon 4 für Fragen")
    assert said["category"] == "evening"
    assert "Somebody" not in " ".join(said.values())


def test_the_fingerprint_is_the_checksum_of_all_other_parts() -> None:
    made = parts(sample())
    checksums = {name: crc32(data) for name, data in made.items() if name != "docProps/custom.xml"}
    first, second, third, *_ = part(sample(), "docProps/custom.xml")
    assert dict(first.attrib) == {
        "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        "pid": "2",
        "name": "talkbuilder fingerprint",
    }
    assert first[0].text == of_parts(checksums)
    assert (second.get("pid"), second.get("name")) == ("3", "talkbuilder edition")
    assert (third.get("pid"), third.get("name")) == ("4", "talkbuilder texts 1")
