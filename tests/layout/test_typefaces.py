"""The fonts that we carry: which of them has a letter, and no more of it than is needed."""

import pytest
import uharfbuzz

from talkbuilder.layout.items import Face
from talkbuilder.layout.typefaces import advance_em, by_file, family_of, has_twin, stack, subset, twin


@pytest.mark.parametrize(
    ("family", "families"),
    [("Georgia", ("Georgia", "Gelasio", "Carlito", "serif")), ("Verdana", ("Verdana", "Carlito", "sans-serif"))],
)
def test_a_family_is_tried_before_its_twin_and_that_before_any(family: str, families: tuple[str, ...]) -> None:
    assert stack(family) == families
    assert twin(family) == ("Gelasio" if family == "Georgia" else "Carlito")
    assert has_twin(family) is (family in ("Georgia", "Calibri"))


def test_a_text_is_split_by_the_files_that_have_its_letters() -> None:
    face = Face("Georgia", bold=True, italic=True)
    assert list(by_file("Aő я\u00a0語", face)) == [
        ("gelasio-latin-700-italic", "A"),
        ("gelasio-latin-ext-700-italic", "ő"),
        ("gelasio-latin-700-italic", " "),
        ("carlito-cyrillic-700-italic", "я"),
        ("gelasio-latin-700-italic", "\u00a0"),
        ("", "語"),
    ]
    assert list(by_file("ab", Face("Calibri"))) == [("carlito-latin-400-normal", "ab")]
    assert (family_of("gelasio-latin-ext-700-italic"), family_of("carlito-latin-400-normal")) == ("Gelasio", "Carlito")


def glyphs(font: uharfbuzz.Font, text: str) -> tuple[int, float]:
    """How many glyphs a text is set in, and how wide that is, in ems."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return len(buffer.glyph_infos), sum(one.x_advance for one in buffer.glyph_positions) / font.face.upem


def test_a_subset_sets_its_letters_as_we_measure_them_and_has_no_others() -> None:
    file = "carlito-latin-400-normal"
    font = uharfbuzz.Font(uharfbuzz.Face(subset(file, "AVfito")))
    assert font.get_nominal_glyph(ord("A"))
    assert font.get_nominal_glyph(ord("B")) is None
    for text in ("AV", "fi", "ti", "tti"):
        count, width_em = glyphs(font, text)
        assert count == len(text)
        assert width_em == pytest.approx(advance_em(text, file))
    assert advance_em("AV", file) < advance_em("A", file) + advance_em("V", file)
    assert len(subset(file, "AVfito")) < 3000
