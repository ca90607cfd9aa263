"""Inks are the colours that LibreOffice and PowerPoint make of them."""

from talkbuilder.layout.inks import NAMED, TINTS, bright_on, contrast_of, nearest, readable_on, rgb
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import palette
from talkbuilder.themes.steppe import STEPPE
from tests.corpora.tables import from_table

_LIGHT = palette(STEPPE.colours)


def test_a_name_means_what_the_layout_makes_of_it() -> None:
    assert rgb(Ink("text"), _LIGHT) == "0F1F33"
    assert rgb(Ink("text"), palette(STEPPE.colours, is_dark=True)) == "FCF8F0"


# As LibreOffice draws them.
@from_table
def test_a_shade_has_a_share_of_the_luminance(name: str, percent: int, colour: str) -> None:
    assert rgb(Ink(name, percent, 30), _LIGHT) == colour


def test_a_shade_may_be_lifted_towards_white() -> None:
    assert rgb(Ink("dark2", 25, offset_percent=70), _LIGHT) == "B4C2D5"
    assert rgb(Ink("light1", offset_percent=70), _LIGHT) == "FFFFFF"


def test_every_named_tint_is_one_of_the_theme() -> None:
    tints = {name: (rgb(ink, _LIGHT), ink.opacity_percent) for name, ink in TINTS.items()}
    assert tints == {
        "mist": ("33455C", 57),
        "dune": ("E0CAA2", 100),
        "sea": ("5BB5C6", 16),
        "deep": ("003543", 100),
        "dusk": ("273446", 100),
        "moon": ("B4C2D5", 100),
        "lit": ("317F8E", 100),
    }
    assert all(rgb(ink, _LIGHT) for ink in NAMED.values())


def test_a_shade_of_what_is_pale_or_dark_does_not_glare() -> None:
    for colour, others in (("9AA8FF", {"FFFFFF": 5.5}), ("002F4A", {"000000": 6.0})):
        made = nearest(colour, others)
        parts = [int(made[at : at + 2], 16) for at in (0, 2, 4)]
        assert max(parts) - min(parts) <= 0.46 * 255
        assert all(contrast_of(made, other) >= least for other, least in others.items())
    assert nearest("FF0000", {"FFFFFF": 5.5})[2:] == "0000"  # what is a glaring red stays one


def test_a_number_to_call_is_gold_where_it_is_read_else_in_what_marks_else_as_texts_are() -> None:
    for ground, marks, ink in (
        ("16315C", "B0301F", Ink("accent2")),
        ("48566A", "B0301F", Ink("accent2", 60, offset_percent=40)),
        ("FFFFFF", "B0301F", Ink("accent3")),
        ("FFFFFF", "FFA090", Ink("text")),
    ):
        colours = _LIGHT | {"accent2": "E0A000", "accent3": marks, "text": "000000", "ground": ground}
        assert bright_on(Ink("ground"), colours) == ink, ground
        assert contrast_of(rgb(ink, colours), ground) >= 4.5


def test_what_is_written_on_a_colour_keeps_its_usual_ink_only_where_that_is_read() -> None:
    red_page = _LIGHT | {"text": "FFFFFF", "ground": "D0293E", "light1": "D0293E"}
    for fill, ink in (("212121", Ink("text")), ("FFFFFF", Ink("light1"))):
        assert readable_on(Ink("accent1"), red_page | {"accent1": fill}, Ink("light1")) == ink, fill
