"""The package: what a deck must have so that every program opens it as it was meant."""

import io
import os
import re
import subprocess
import sys
import zipfile
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from talkbuilder.source.events import Occasion
from tests.listing import written
from tests.sample import SLIDES, built, slide, talk
from tests.shipped import shipped

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WHOLE = "\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES)


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    data = written(built(talk(_WHOLE))[0])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def slides(parts: dict[str, str]) -> list[str]:
    count = sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in parts)
    return [parts[f"ppt/slides/slide{number}.xml"] for number in range(1, count + 1)]


def test_nothing_on_a_slide_has_a_colour_font_or_place_of_its_own(parts: dict[str, str]) -> None:
    for text in slides(parts):
        assert "srgbClr" not in text
        placeholders = [one for one in re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if "<p:ph" in one]
        assert placeholders
        assert not any("<a:off" in one or "<a:latin" in one for one in placeholders)


def test_every_graphic_has_a_text_or_is_marked_decorative(parts: dict[str, str]) -> None:
    for name, text in parts.items():
        if re.fullmatch(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml", name):
            shapes = (one for one in ElementTree.fromstring(text).iter() if one.tag in (f"{_P}sp", f"{_P}pic"))
            for shape in shapes:
                is_text = shape.find(f".//{_P}ph") is not None or shape.find(f".//{_P}cNvSpPr[@txBox]") is not None
                if not is_text or shape.tag == f"{_P}pic":
                    label = shape[0].find(f"{_P}cNvPr")
                    assert label is not None
                    assert label.get("descr") or "decorative" in ElementTree.tostring(label).decode(), name


def test_the_notes_begin_with_the_clock_and_end_with_the_evidence_for_the_slide() -> None:
    notes = Presentation(io.BytesIO(written(built(talk(slide("number")))[0]))).slides[2].notes_slide
    assert notes.notes_text_frame is not None
    assert [paragraph.text for paragraph in notes.notes_text_frame.paragraphs] == [
        "0:10 of 24:00 · slide 3 of 5 · next: Thank you",
        "Half of the talk is over at 0:10, on this slide",
        "Three quarters of the talk is over at 0:14, on this slide",
        "Some words.",
        "This part ends at 0:15",
        "Where I have this from (my own words: not yet reviewed)",
        "A bureau that counts, in “The first post”, April 2012",
        "About 16 million people live there (figure for 2012; a secondary source; not yet reviewed)",
    ]


def every_kind_and_an_edition() -> list[str]:
    """What two decks come to."""
    every, _ = built(talk(_WHOLE))
    edition, _ = shipped("human-trafficking", Occasion(minutes=20, audience="youth"))
    assert not all(choice.kept for choice in edition.plan.edition.choices)
    return [sha256(written(deck)).hexdigest() for deck in (every, edition)]


def test_the_same_sources_give_the_same_bytes_in_any_process_and_order_of_hashing() -> None:
    other = subprocess.run(
        [sys.executable, "-c", f"import {__name__} as own; print(*own.every_kind_and_an_edition())"],
        env={"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.split() == every_kind_and_an_edition()
