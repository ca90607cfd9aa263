"""A QR code as it is drawn is the code that the standard asks for, dark on light, with its quiet zone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout import qr
from talkbuilder.layout.inks import luminance, rgb
from talkbuilder.layout.items import Close, LineTo, Move, Shape
from talkbuilder.layout.theme import palette
from talkbuilder.themes.steppe import STEPPE, STEPPE_4_3
from talkbuilder.units import Box

_PALETTE = palette(STEPPE.colours)
_BOX = Box(1_000_000, 2_000_000, 2_743_200, 2_743_200)


def fields(shape: Shape, modules: int) -> list[list[bool]]:
    """Which modules are filled: those around which the outline winds."""
    module = shape.box.width // modules
    sides: list[tuple[int, int, int, int]] = []  # the upright ones: x, from y, to y, direction
    start = at = (0.0, 0.0)
    for step in shape.path:
        to = start if isinstance(step, Close) else (step.x, step.y)
        if isinstance(step, Move):
            start = to
        elif at[0] == to[0]:
            low, high = sorted((at[1], to[1]))
            sides.append((round(to[0] / module), round(low / module), round(high / module), 1 if to[1] > at[1] else -1))
        at = to
    return [
        [sum(turn for left, top, foot, turn in sides if left <= x and top <= y < foot) != 0 for x in range(modules)]
        for y in range(modules)
    ]


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60))
def test_every_module_is_where_the_code_has_it(words: str) -> None:
    target = f"https://example.org/{words}"
    matrix = qr.modules_of(target)
    _, code = qr.code(target, _BOX, "A code", _PALETTE)
    assert fields(code, len(matrix)) == matrix


def test_it_is_one_path_of_straight_lines_between_corners() -> None:
    _, code = qr.code("https://example.org", _BOX, "A code", _PALETTE)
    assert {type(step) for step in code.path} == {Move, LineTo, Close}
    assert len(code.path) < 700


def test_four_modules_of_paper_are_around_it() -> None:
    paper, code = qr.code("tel:911", _BOX, "A code", _PALETTE)
    modules = len(qr.modules_of("tel:911"))
    module = code.box.width / modules
    assert paper.box == _BOX
    for margin in (
        code.box.x - _BOX.x,
        code.box.y - _BOX.y,
        _BOX.right - code.box.right,
        _BOX.bottom - code.box.bottom,
    ):
        assert qr.QUIET * module <= margin < (qr.QUIET + 0.5) * module


@pytest.mark.parametrize(("light", "dark"), [("FFFFFF", "000000"), ("101820", "F8F8F8")])
def test_it_is_dark_on_light_whatever_a_template_calls_so(light: str, dark: str) -> None:
    inks = {**_PALETTE, "light1": light, "dark1": dark}
    paper, code = qr.code("tel:911", _BOX, "A code", inks)
    assert paper.fill is not None
    assert code.fill is not None
    assert luminance(paper.fill, inks) > luminance(code.fill, inks)
    assert (paper.alt, code.alt) == ("", "A code")


@pytest.mark.parametrize("table", [STEPPE, STEPPE_4_3])
def test_it_is_three_inches_high_on_either_screen(table: object) -> None:
    grid = table.grid  # type: ignore[attr-defined]
    box = qr.place(grid)
    assert box.width == box.height == 3 * 914_400
    assert box.right == grid.box(1, 12, 0, 1).right
    assert qr.beside(grid, 10, 20).right < box.x


def test_a_code_is_black_where_the_ink_of_texts_is_a_grey() -> None:
    palette = {**_PALETTE, "light1": "FFFFFF", "dark1": "505050"}
    paper, shown = qr.code("https://example.org", _BOX, "", palette)
    assert [rgb(one.fill, palette) for one in (paper, shown) if one.fill] == ["FFFFFF", "000000"]


def test_paper_is_white_where_a_template_has_no_light_ink() -> None:
    coloured = {"light1": "0088DD", "dark1": "000000"}
    paper, dark = qr.code("https://example.org", _BOX, "A code", coloured)
    assert paper.fill
    assert dark.fill
    assert (rgb(paper.fill, coloured), rgb(dark.fill, coloured)) == ("FFFFFF", "000000")
