"""The layout of a template that a slide asks for."""

from pathlib import Path

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from tests.sample import project, slide, talk
from tests.templates import default, layout


def made(asked: str, kind: str, tmp_path: Path, template: bool = True) -> tuple[Deck, Report]:
    """A talk whose only slide asks for a layout."""
    file = tmp_path / "church.potx"
    file.write_bytes(default())
    report = Report()
    outline = talk(f"{slide(kind)}\n    layout: {asked}")
    options = BuildOptions(template=file if template else None)
    (deck,) = build(project(outline), ("talk",), report, options)
    return deck, report


def told(report: Report) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in report.diagnostics if one.code == "T005"]


@pytest.mark.parametrize(("kind", "asked", "number"), [("statement", "Title Slide", 1), ("bullets", "title slide", 1)])
def test_it_stands_on_it(kind: str, asked: str, number: int, tmp_path: Path) -> None:
    deck, report = made(asked, kind, tmp_path)
    (page,) = [page for page in deck.pages if page.kind == kind]
    assert page.layout.part == layout(number)
    assert told(report) == []


def test_what_is_drawn_is_drawn_upon_it(tmp_path: Path) -> None:
    deck, _ = made("Blank", "chart", tmp_path)
    (page,) = [page for page in deck.pages if page.kind == "chart"]
    assert page.layout.base == layout(7)


def test_a_name_that_there_is_not_stops_no_talk(tmp_path: Path) -> None:
    deck, report = made("Title Side", "statement", tmp_path)
    (fault,) = [one for one in report.diagnostics if one.code == "T005"]
    assert fault.message == "no layout 'Title Side' in the template 'church'"
    assert "Title Slide" in fault.hint
    assert fault.span is not None
    assert not fault.is_error
    assert deck.pages


def test_in_a_theme_of_ours_it_says_nothing(tmp_path: Path) -> None:
    _, report = made("Title Side", "statement", tmp_path, template=False)
    assert told(report) == []
