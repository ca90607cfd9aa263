"""Where lines may break in Chinese and Japanese, which way Arabic and Hebrew run, and how wide strange letters are."""

import io

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Face
from talkbuilder.layout.measure import Stretch, wrap
from talkbuilder.layout.scripts import is_right_to_left
from talkbuilder.talk.talk import Paragraph, Run
from tests.listing import written
from tests.sample import built, talk

FACE = Face("Calibri")


def lines(*texts: str, ems: float) -> list[str]:
    return list(wrap(tuple(Stretch(one, FACE, 10) for one in texts), ems * 10).texts)


def paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(map(Run, texts)), Span(Source("x", ""), 0, 0))


@pytest.mark.parametrize("pieces", [("草原上的人民",), ("草原", "上的", "人民")])
def test_chinese_breaks_between_characters(pieces: tuple[str, ...]) -> None:
    assert lines(*pieces, ems=2.5) == ["草原", "上的", "人民"]


def test_no_line_begins_with_what_closes_or_ends_with_what_opens() -> None:
    assert (
        lines("草原，人民。", ems=2.2) == ["草", "原，", "人", "民。"] or lines("草原，人民。", ems=2.2)[1][0] != "，"
    )
    for ems in (1.5, 2.5, 3.5, 4.5):
        for line in lines("他说（人民）、「草原」。", ems=ems):
            assert line[0] not in "，。、）」"
            assert line[-1] not in "（「"


def test_japanese_small_kana_begin_no_line() -> None:
    for ems in (1.5, 2.5, 3.5):
        assert all(line[0] not in "ゃゅょっー" for line in lines("ちょっとカーテン", ems=ems))


@pytest.mark.parametrize(
    ("texts", "is_back"),
    [(("שלום to all",), True), (("Hello שלום",), False), (("1. ", "سلام"), True), (("12",), False)],
)
def test_the_first_letter_tells_which_way_a_paragraph_runs(texts: tuple[str, ...], is_back: bool) -> None:
    assert is_right_to_left(paragraph(*texts)) == is_back


def test_a_paragraph_from_right_to_left_begins_at_the_right_in_the_deck_and_in_the_picture() -> None:
    deck, _ = built(talk("  - {title: سلام, bullets: [שלום עולם, one], notes: שלום}"))
    page = deck.pages[2]
    slide = Presentation(io.BytesIO(written(deck))).slides[2]
    found = {
        one.text: one._pPr for shape in slide.shapes if shape.has_text_frame for one in shape.text_frame.paragraphs
    }
    for text in ("سلام", "שלום עולם"):
        assert (found[text].get("rtl"), found[text].get("algn")) == ("1", "r")
    assert found["one"] is None or found["one"].get("rtl") is None
    notes = slide.notes_slide.notes_text_frame
    assert notes
    assert [one._pPr.get("rtl") for one in notes.paragraphs if one.text == "שלום"] == ["1"]
    title = next(item for item in page.items if getattr(item, "placeholder", "") == "Title")
    runs = [run for line in title.lines for run in line.runs]  # type: ignore[union-attr]
    assert min(run.x_pt for run in runs) > (title.box.x + title.box.width / 2) / 12_700  # type: ignore[union-attr]
