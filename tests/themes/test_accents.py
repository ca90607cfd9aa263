"""Accents are told apart by those who see fewer hues, and in grey print; ours, and those that a template is given."""

from itertools import combinations

import numpy
import pytest

from talkbuilder.layout.inks import contrast_of, nearest
from talkbuilder.themes import THEMES

# What is left of light, red, green and blue, for eyes that lack a kind of cones: Machado, Oliveira, Fernandes 2009.
_EYES = {
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
_WHITE = [0.95047, 1.0, 1.08883]
_SEEN = 20.0  # in CIELAB, where 2.3 is just noticed of two large fields side by side
_IN_GREY = 1.3


def lab(rgb: str, eye: str) -> "numpy.typing.NDArray[numpy.float64]":
    parts = numpy.array([int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)])
    light = numpy.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = numpy.array(_XYZ) @ numpy.clip(numpy.array(_EYES[eye]) @ light, 0, 1) / numpy.array(_WHITE)
    x, y, z = numpy.where(xyz > 216 / 24389, numpy.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return numpy.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def apart(one: str, other: str) -> float:
    """How far two colours are from each other for the eyes for which they are nearest."""
    return min(float(numpy.linalg.norm(lab(one, eye) - lab(other, eye))) for eye in _EYES)


def test_the_measure_knows_red_and_green() -> None:
    assert apart("000000", "FFFFFF") == pytest.approx(100, abs=0.1)
    assert apart("B25A00", "7E7F00") < _SEEN


@pytest.mark.parametrize("name", THEMES)
def test_the_accents_that_stand_beside_each_other_are_told_apart_by_everybody(name: str) -> None:
    colours = THEMES[name]("16:9").colours
    accents = colours.accent1, colours.accent2, colours.accent3
    assert all(apart(one, other) >= _SEEN for one, other in combinations(accents, 2))
    assert contrast_of(accents[0], accents[1]) >= _IN_GREY
    assert contrast_of(accents[1], accents[2]) >= _IN_GREY


def test_a_colour_that_cannot_be_told_apart_enough_is_as_far_as_it_can_be() -> None:
    beside = nearest("9DDAFD", {"336699": 4.0}, {"FFFFFF": 1.35})
    assert contrast_of(beside, "336699") >= 4.0
    assert contrast_of(beside, "FFFFFF") >= 1.35
    squeezed = nearest("E1F4FE", {"336699": 5.0}, {"FFFFFF": 1.35})
    assert contrast_of(squeezed, "336699") >= 5.0
    assert 1.1 < contrast_of(squeezed, "FFFFFF") < 1.35
