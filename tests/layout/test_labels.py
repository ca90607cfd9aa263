"""Labels: texts that fill no placeholder."""

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Style
from talkbuilder.layout.labels import label
from talkbuilder.layout.theme import Fonts
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
