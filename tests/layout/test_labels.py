"""Labels: texts that fill no placeholder."""

from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Style
from talkbuilder.layout.labels import label, roomy
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


def test_a_label_without_room_says_so() -> None:
    words = (plain("The grass was higher than we were", _SPAN),)
    assert label("grass", words, _WIDE._replace(width=20 * EMU_PER_POINT), Style(24), (24, 18), _FONTS).surplus > 0


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


def test_a_roomy_text_without_room_says_so_as_any_other() -> None:
    words = (plain("The grass was higher than we were " * 9, _SPAN),)
    place = Placeholder("Title", "title", 0, _WIDE, (Style(24),), (24, 18))
    assert roomy("grass", words, place, _FONTS).surplus > 0
