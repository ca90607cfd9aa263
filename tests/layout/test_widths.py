"""The tables of Latin fonts against HarfBuzz, which they stand in for."""

from random import Random

import pytest

from talkbuilder.layout.typefaces import widths_of
from tests.layout.widths import LETTERS, font_of, latin, measured, shaped

_TEXTS = 2_000
_LONGEST = 12
_WORDS = (
    *("AVATAR", "To.", "fflin", "“Yes,”", "½", "2010–11", "$84,000", "Ürümqi’s", "naïve", "œuvre", "We’ll"),
    *("(17 %)", "…and"),
)


@pytest.mark.parametrize("file", [latin()[0], *(pytest.param(one, marks=pytest.mark.trial) for one in latin()[1:])])
def test_a_table_is_as_made_of_its_font(file: str) -> None:
    assert widths_of(file) == measured(file)


@pytest.mark.parametrize("file", latin())
def test_any_text_of_its_letters_is_as_wide_as_harfbuzz_sets_it(file: str) -> None:
    widths = widths_of(file)
    assert widths
    font = font_of(file)
    random, letters = Random(7), "".join(widths.letters)
    texts = ("".join(random.choices(letters, k=random.randint(1, _LONGEST))) for _ in range(_TEXTS))
    for text in (*texts, *_WORDS, letters):
        assert widths.of(text) == shaped(font, text), text


def test_a_text_with_another_letter_has_no_width_here() -> None:
    widths = widths_of("carlito-latin-400-normal")
    assert widths
    assert "я" not in LETTERS
    assert widths.of("ten яблок") is None
    assert widths.of("") == 0
