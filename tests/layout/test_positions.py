"""Lines stand where LibreOffice puts those of the deck that PowerPoint opens."""

import pytest

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Anchor, Face, Ink, Style, Text
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box

_SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_FONTS = Fonts("Georgia", "Calibri")


def place(style: Style, anchor: Anchor = "top", width_pt: int = 400) -> Placeholder:
    box = Box(*(side * EMU_PER_POINT for side in (50, 60, width_pt, 300)))
    return Placeholder("Text", "body", 1, box, (style,) * 5, (style.size_pt,), anchor=anchor)


def placed(place: Placeholder, *words: str | tuple[Run, ...]) -> Text:
    paragraphs = [Paragraph((Run(one),) if isinstance(one, str) else one, _SPAN) for one in words]
    return fit("text", tuple(paragraphs), place, _FONTS)


def baselines(text: Text) -> list[float]:
    return [line.runs[0].baseline_pt for line in text.lines]


# As they were read from LibreOffice's PDF of such a deck; in points under the top of the box, at 100 pt.
@pytest.mark.parametrize(
    ("percent", "first", "second"),
    [(100, 100, 220), (92, 88.3, 198.7), (50, 48, 108), (120, 124, 268)],
)
@pytest.mark.parametrize("font", ["titles", "text"])
def test_lines_are_as_far_apart_as_in_libreoffice_whatever_the_font(
    font: str, percent: float, first: float, second: float
) -> None:
    text = placed(place(Style(100, font=font, line_percent=percent)), "A", "B")
    assert baselines(text) == pytest.approx([60 + first, 60 + second], abs=0.1)


@pytest.mark.parametrize(("anchor", "first"), [("middle", 201), ("bottom", 322)])
def test_an_anchor_shares_the_room_that_is_left(anchor: Anchor, first: float) -> None:
    """Two lines of 24 points and 10 between them are 58 of 300 points."""
    text = placed(place(Style(20, line_percent=100, before_pt=10), anchor), "A", "B")
    assert baselines(text) == pytest.approx([first, first + 34])


def test_the_largest_letters_of_a_line_say_how_high_it_is() -> None:
    text = placed(place(Style(40, line_percent=100)), (Run("big "), Run("small", scale=0.5)), (Run("s", scale=0.5),))
    assert baselines(text) == pytest.approx([100, 128])
    assert [run.baseline_pt for run in text.lines[0].runs] == [100, 100]
    assert [run.size_pt for run in text.lines[0].runs] == [40, 20]


def test_letters_follow_one_another_and_a_bullet_hangs_before_the_first_line() -> None:
    style = Style(20, left=40 * EMU_PER_POINT, hang=30 * EMU_PER_POINT, bullet="•")
    text = placed(place(style), (Run("one "), Run("two", bold=True)), "three")
    first, bold = text.lines[0].runs
    assert (first.x_pt, bold.x_pt) == (90, 90 + first.width_pt)
    bullet = text.lines[0].bullet
    assert bullet is not None
    assert (bullet.text, bullet.x_pt, bullet.baseline_pt) == ("•", 60, first.baseline_pt)
    assert (bullet.face, bullet.ink) == (Face("Calibri"), Ink("accent1"))
    assert all(line.bullet for line in text.lines)


def test_a_text_is_drawn_over_the_whole_width_though_its_room_is_asked_of_less() -> None:
    words = "one two"
    wide = width_of(words, Stretch(words, Face("Calibri"), 40))
    just = placed(place(Style(40, line_percent=100), width_pt=round(wide + 1)), words)
    assert [line.text.replace("\u00a0", " ") for line in just.lines] == ["one two"]
    under = placed(place(Style(40, line_percent=100), width_pt=round(wide - 1)), words)
    assert [line.text for line in under.lines] == ["one", "two"]
