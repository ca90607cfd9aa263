"""Labels: texts that fill no placeholder."""

from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.fit import height_of, label, roomy, widths_of
from talkbuilder.layout.items import Style
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import plain
from talkbuilder.units import EMU_PER_POINT, Box

_FONTS = Fonts("Georgia", "Calibri")
_WIDE = Box(0, 0, 400 * EMU_PER_POINT, 40 * EMU_PER_POINT)
_SPAN = Span(Source("talks/talk.yaml", "a word"), 0, 1)


def test_a_label_fills_no_placeholder_and_is_set_in_the_first_size_that_has_room() -> None:
    words = (plain("The grass was higher than we were", _SPAN),)
    assert label("grass", words, _WIDE, Style(24), (24, 18), _FONTS).styles[0].size_pt == 24
    narrow = label("grass", words, _WIDE._replace(width=300 * EMU_PER_POINT), Style(24), (24, 18), _FONTS, "bottom")
    assert (narrow.placeholder, narrow.styles[0].size_pt, narrow.anchor) == ("", 18, "bottom")


def test_a_roomy_text_has_room_in_wider_letters_too_and_keeps_its_place() -> None:
    words = (plain("The grass was higher than we were", _SPAN),)
    place = Placeholder("Title", "title", 0, _WIDE, (Style(24),), (24, 20, 18))
    full = label("grass", words, _WIDE, Style(24), (24, 20, 18), _FONTS).lines[0].runs
    width = sum(run.width_pt for run in full)
    tight = place.box._replace(width=round(width * 1.04 * EMU_PER_POINT))
    found = roomy("grass", words, structs.replace(place, box=tight), _FONTS)
    assert (found.styles[0].size_pt, found.box, found.placeholder, len(found.lines)) == (20, tight, "Title", 1)
    loose = place.box._replace(width=round(width * 1.2 * EMU_PER_POINT))
    assert roomy("grass", words, structs.replace(place, box=loose), _FONTS).styles[0].size_pt == 24


def test_a_box_as_high_as_a_text_asks_for_has_room_for_it_and_a_lower_one_has_none() -> None:
    words, style = (plain("The grass was higher than we were", _SPAN),), Style(24)
    for width in (60, 100, 400):
        box = _WIDE._replace(width=width * EMU_PER_POINT)
        height = height_of(words, box.width, style, (24,), _FONTS)
        if height is None:
            assert label("grass", words, box, style, (24,), _FONTS).surplus == 1
            continue
        assert label("grass", words, box._replace(height=height), style, (24,), _FONTS).surplus == 0
        assert label("grass", words, box._replace(height=height - EMU_PER_POINT), style, (24,), _FONTS).surplus > 0
    assert height_of(words, 20 * EMU_PER_POINT, style, (24,), _FONTS) is None


def test_a_text_is_as_wide_as_its_longest_word_at_least_and_as_its_only_line_at_most() -> None:
    words, style = (plain("The grass was higher than we were", _SPAN),), Style(24)
    least, most = widths_of(words, style, _FONTS)
    assert least == widths_of((plain("higher", _SPAN),), style, _FONTS)[1]
    line = height_of(words, most, style, (24,), _FONTS)
    assert line == height_of((plain("grass", _SPAN),), most, style, (24,), _FONTS)
    assert height_of(words, least, style, (24,), _FONTS) is not None
    assert height_of(words, least - EMU_PER_POINT, style, (24,), _FONTS) is None
