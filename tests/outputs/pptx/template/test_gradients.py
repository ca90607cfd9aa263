"""Gradients as pictures: which colour stands where."""

import io

from PIL import Image

from talkbuilder.layout.items import Close, LineTo, Move
from talkbuilder.outputs.pptx.template.gradients import Along, Around, Way, in_two_tones, picture_of

_RED_TO_BLUE = ((0.0, "FF0000", 100), (1.0, "0000FF", 100))
_SIZE = (1000, 500)


def at(way: Way, x: float, y: float, **more: object) -> tuple[int, int, int, int]:
    data = picture_of(_RED_TO_BLUE, way, _SIZE, **more)
    with Image.open(io.BytesIO(data)) as opened:
        pixel = opened.convert("RGBA").getpixel((round(x * (opened.width - 1)), round(y * (opened.height - 1))))
    assert isinstance(pixel, tuple)
    return pixel  # type: ignore[return-value]  # of four


def is_red(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 200 > 50 > pixel[2]


def is_blue(pixel: tuple[int, ...]) -> bool:
    return pixel[2] > 200 > 50 > pixel[0]


def test_along_an_angle_it_goes_from_side_to_side() -> None:
    assert is_red(at(Along(0), 0.02, 0.5))
    assert is_blue(at(Along(0), 0.98, 0.5))
    assert is_red(at(Along(90), 0.5, 0.02))
    assert is_blue(at(Along(90), 0.5, 0.98))
    assert is_blue(at(Along(180), 0.02, 0.5))


def test_around_a_point_it_goes_outwards() -> None:
    for is_round in (True, False):
        assert is_red(at(Around(0.5, 0.5, is_round), 0.5, 0.5))
        assert is_blue(at(Around(0.5, 0.5, is_round), 0.01, 0.01))


def test_outside_of_its_shape_nothing_is_seen() -> None:
    corner = (Move(0, 0), LineTo(1000, 0), LineTo(1000, 500), LineTo(500, 200), LineTo(0, 100), Close())
    assert at(Along(0), 0.9, 0.1, path=corner)[3] == 255
    assert at(Along(0), 0.1, 0.9, path=corner)[3] == 0


def test_what_shines_through_shines_through() -> None:
    data = picture_of(((0.0, "FFFFFF", 0), (1.0, "FFFFFF", 100)), Along(0), _SIZE)
    with Image.open(io.BytesIO(data)) as opened:
        left, right = (opened.convert("RGBA").getpixel((x, 100)) for x in (2, 253))
    assert left[3] < 20  # type: ignore[index]
    assert right[3] > 235  # type: ignore[index]


def test_a_picture_in_two_tones_goes_from_the_dark_one_to_the_light_one() -> None:
    grey = Image.new("L", (3, 1))
    grey.putdata([0, 128, 255])
    out = io.BytesIO()
    grey.save(out, "PNG")
    data, size = in_two_tones(out.getvalue(), "102030", "F0E0D0")
    assert size == (3, 1)
    left, _, right = Image.open(io.BytesIO(data)).convert("RGB").get_flattened_data()
    assert (left, right) == ((16, 32, 48), (240, 224, 208))
