"""Texts take the largest size that fits, and one that fits at none is an error at its line."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Style, Text
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box
from tests.cases import apart_from_proof, apart_from_timing
from tests.sample import built, codes, talk

_SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_FONTS = Fonts("Georgia", "Calibri")
_SMALLER = (28.0, 24.0)


def box(width_pt: int = 400, height_pt: int = 120, size_pt: float = 32.0) -> Placeholder:
    width, height = width_pt * EMU_PER_POINT, height_pt * EMU_PER_POINT
    styles = (Style(size_pt, line_percent=100),) * 5
    return Placeholder("Text", "body", 1, Box(0, 0, width, height), styles, (size_pt, *_SMALLER))


def text(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(words),), _SPAN),)


def lines(made: Text) -> tuple[str, ...]:
    return tuple(line.text for line in made.lines)


def fitted(words: str, place: Placeholder) -> tuple[Text, Report]:
    report = Report()
    return fit("text", text(words), place, _FONTS, report), report


def test_a_text_that_fits_keeps_the_size_of_the_layout() -> None:
    place = box()
    made, report = fitted("Three short words", place)
    assert made.styles is place.styles
    assert codes(report) == []


def test_a_longer_text_steps_down_the_scale() -> None:
    made, report = fitted(
        "One more word in this sentence than the box can hold at the largest size of all " * 1, box(height_pt=90)
    )
    assert made.styles[0].size_pt == 24.0
    assert codes(report) == []


def test_a_text_that_fits_at_no_size_is_an_error() -> None:
    _, report = fitted("word " * 100, box())
    (fault,) = report.diagnostics
    assert (fault.code, fault.message) == ("C201", "too much text for 'text', even at 24 pt")
    assert fault.hint.startswith("shorten it by about ")


def test_a_word_wider_than_the_box_is_an_error_and_never_split() -> None:
    _, report = fitted("Donaudampfschifffahrtsgesellschaft", box(width_pt=200))
    (fault,) = report.diagnostics
    assert fault.message == "a word of 'text' is wider than its box, even at 24 pt"


def test_a_last_word_does_not_stand_alone_on_its_line() -> None:
    made, _ = fitted("They moved from pasture to pasture, season after seasons", box(width_pt=662))
    assert len(made.lines) == 2
    assert " " not in lines(made)[-1]
    assert "\u00a0" in lines(made)[-1]


def test_a_stub_of_a_line_is_saved_by_a_smaller_size() -> None:
    words = "They moved from pasture to pasture as it was"
    made, _ = fitted(words, box(width_pt=560))
    assert [line.replace("\u00a0", " ") for line in lines(made)] == [words]
    assert made.styles[0].size_pt == 28.0


def test_the_last_two_words_stay_together_where_a_stand_in_for_the_font_is_wider() -> None:
    nearly, _ = fitted("They moved from pasture to pasture", box(width_pt=490))
    assert lines(nearly) == ("They moved from pasture to\u00a0pasture",)
    short, _ = fitted("They moved from pasture to pasture", box(width_pt=700))
    assert lines(short) == ("They moved from pasture to pasture",)
    long, _ = fitted("They moved from pasture to pasture with all of the seasons of the year", box(width_pt=490))
    assert lines(long)[-1].endswith("of the\u00a0year")


def test_the_hint_of_a_source_line_is_to_cite_less() -> None:
    facts = "".join(
        f"f-{n}: {{says: S, show: x, source: s-{n}, kind: primary, post: first, exact: w}}\n" for n in range(20)
    )
    people = "".join(f"s-{n}: {{credit: A source with quite a long name {n}, role: source}}\n" for n in range(20))
    cite = ", ".join(f"f-{n}" for n in range(20))
    outline = talk(f"  - {{title: T, statement: Sentence, cite: [{cite}], notes: Words.}}")
    _, report = built(
        outline, facts=facts, people=people, posts="first: {title: T, date: 2012}", quotes="", actions="", media=""
    )
    (fault,) = apart_from_proof(apart_from_timing(report.diagnostics))
    assert (fault.code, fault.hint) == ("C202", "cite fewer sources on this slide, or make two slides of it")


def test_an_overflow_is_reported_at_the_point_that_is_too_much() -> None:
    points = "\n".join(f"    - Point {n} of a list that goes on and on for far too long to be read" for n in range(12))
    _, report = built(talk(f"  - title: T\n    cite: [herds]\n    bullets:\n{points}\n    notes: Words."))
    (fault,) = apart_from_timing(report.diagnostics)
    assert fault.code == "C201"
    assert fault.span is not None
    line = fault.span.source.line(fault.place[1])
    assert line.strip().startswith("- Point ")


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=60), st.integers(150, 700))
def test_no_line_is_wider_than_its_box_and_no_text_higher(words: list[str], width_pt: int) -> None:
    made, report = fitted(" ".join(words), box(width_pt=width_pt))
    if not report.diagnostics:
        assert len(made.lines) * made.styles[0].size_pt * 1.2 <= 120
        assert " ".join(lines(made)).replace("\u00a0", " ") == " ".join(words)
