"""The package: what a deck must have so that every program opens it as it was meant."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from tests.cases import picture
from tests.listing import written
from tests.sample import SLIDES, built, slide, talk

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


def test_every_part_is_well_formed_and_listed_with_its_type(parts: dict[str, str]) -> None:
    types = parts["[Content_Types].xml"]
    for name, text in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(text)
        if name.endswith(".xml") and name != "[Content_Types].xml":
            assert types.count(f'PartName="/{name}"') == 1, name
    assert types.count('Extension="png"') == 1


def test_every_relationship_leads_to_a_part_and_every_part_is_reached(parts: dict[str, str]) -> None:
    reached = {"[Content_Types].xml"}
    for name, text in parts.items():
        if name.endswith(".rels"):
            folder = Path(name).parent.parent
            ids = re.findall(r' Id="([^"]+)"', text)
            assert len(ids) == len(set(ids)), name
            reached.add(name)
            for target in re.findall(r'Target="([^"]+)"/>', text):  # all but addresses outside
                path = (Path("/") / folder / target) if not target.startswith("/") else Path(target)
                reached.add(str(Path(*path.parts[1:]).as_posix()) if ".." not in path.parts else _resolved(path))
    assert reached == set(parts)


def _resolved(path: Path) -> str:
    steps: list[str] = []
    for step in path.parts[1:]:
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


def test_the_notes_master_is_listed_before_the_slides_and_the_size_is_true_16_to_9(parts: dict[str, str]) -> None:
    presentation = parts["ppt/presentation.xml"]
    assert 0 < presentation.index("<p:notesMasterIdLst>") < presentation.index("<p:sldIdLst>")
    assert re.search(r'<p:sldSz cx="12192000" cy="6858000"\s*/>', presentation)


def test_sections_list_every_slide_once_and_in_order(parts: dict[str, str]) -> None:
    presentation = parts["ppt/presentation.xml"]
    listed = re.findall(r'<p:sldId id="(\d+)"', presentation)
    assert re.findall(r'<p14:sldId id="(\d+)"', presentation) == listed
    assert re.findall(r'<p14:section name="([^"]+)"', presentation) == ["Opening", "First part", "Closing and sources"]


def test_slide_numbers_are_fields(parts: dict[str, str]) -> None:
    for number, text in enumerate(slides(parts)[1:], start=2):
        assert f'type="slidenum"><a:rPr lang="en-US"/><a:t>{number}</a:t></a:fld>' in text


def test_every_run_has_a_language(parts: dict[str, str]) -> None:
    for name, text in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            assert text.count("<a:t>") == len(re.findall(r'<a:rPr lang="en-US"', text)), name


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


def test_properties_come_from_the_talk(parts: dict[str, str]) -> None:
    core = parts["docProps/core.xml"]
    for expected in (
        "<dc:title>A talk</dc:title>",
        "<dc:subject>All of it.</dc:subject>",
        "<dc:creator>A speaker</dc:creator>",
        "<cp:keywords>grass, wind</cp:keywords>",
        ">2026-11-01T00:00:00Z</dcterms:created>",
        "<dc:language>en-US</dc:language>",
    ):
        assert expected in core


def test_nothing_is_left_of_a_default_template(parts: dict[str, str]) -> None:
    ours = {name: text for name, text in parts.items() if not name.endswith(".xlsx")}  # which is Excel's own kind
    everything = " ".join(ours) + " ".join(ours.values())
    for leftover in ("printerSettings", "python-pptx", "Steve Canny", "2013-01-27", "Office Theme", "screen4x3"):
        assert leftover not in everything


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


def test_text_is_escaped_wherever_it_comes_from() -> None:
    nasty = "A & B < C > \\\"D\\\" 'E'"
    outline = talk(f'  - {{title: "{nasty}", photo: steppe, caption: "{nasty}", notes: "{nasty}"}}')
    outline = outline.replace("section: First part", f'section: "{nasty}"')
    media = f'steppe: {{file: steppe.png, alt: "{nasty}", credit: "{nasty}", people: []}}'
    opened = Presentation(io.BytesIO(written(built(outline, media=media)[0])))
    assert opened.slides[2].shapes.title.text == "A & B < C > \"D\" 'E'"
    assert opened.slides[1].shapes.title.text == "A & B < C > \"D\" 'E'"


def test_a_picture_on_many_slides_is_stored_once() -> None:
    same = "\n".join(f"  - {{title: Look {n}, photo: steppe, notes: Words.}}" for n in range(3))
    with zipfile.ZipFile(io.BytesIO(written(built(talk(same))[0]))) as package:
        media = [name for name in package.namelist() if name.startswith("ppt/media/")]
        assert media == ["ppt/media/picture1.png"]
        assert package.read(media[0]) == picture()


_EVERY_KIND = """
from tests.sample import built, talk, slide, SLIDES
deck, _ = built(talk('\\n'.join(slide(k, '' if k == 'statement' else k) for k in SLIDES)))
"""
_EDITION = """
from pathlib import Path
from talkbuilder.diagnostics import Report
from talkbuilder.source.events import Occasion
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.project import DiskProject
occasion = Occasion(minutes=20, audience="youth")
(deck,) = build(DiskProject(Path(ROOT)), ("human-trafficking",), Report(), BuildOptions(occasion))
assert not all(choice.kept for choice in deck.plan.edition.choices)
"""
_PRINTED = """
import hashlib
from tests.listing import written
print(hashlib.sha256(written(deck)).hexdigest())
"""


@pytest.mark.parametrize("script", [_EVERY_KIND, _EDITION], ids=["every kind", "an edition"])
def test_the_same_sources_give_the_same_bytes_in_any_process_and_order_of_hashing(script: str) -> None:
    root = Path(__file__).parents[2]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", f"ROOT = {str(root)!r}\n{script}{_PRINTED}"],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    ]
    found = {one.communicate()[0] for one in started}
    assert [one.returncode for one in started] == [0, 0]
    assert len(found) == 1


def test_a_slide_repeats_the_colour_map_of_its_layout(parts: dict[str, str]) -> None:
    assert "overrideClrMapping" in slides(parts)[0]
    assert "masterClrMapping" in slides(parts)[2]
