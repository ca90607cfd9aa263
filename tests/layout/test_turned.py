"""Pages that are turned: drawn for light ground, shown on dark."""

from collections.abc import Iterator

import pytest

from talkbuilder.layout.inks import contrast, rgb
from talkbuilder.layout.items import Ink, Item, Shape, Text, inside
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from tests.sample import SLIDES, built, slide, talk

_TURNED = {"dark1", "light1", "dark2", "light2"}
_ALL = talk("\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES))


def pages(theme: str) -> tuple[Page, ...]:
    return built(f"theme: {theme}\n{_ALL}", Occasion())[0].pages


def inks(item: Item) -> Iterator[Ink]:
    match item:
        case Shape():
            yield from filter(None, (item.fill, item.stroke and item.stroke.ink))
        case Text():
            yield from (style.ink for style in item.styles)
            yield from (run.ink for line in item.lines for run in line.runs)


def test_nothing_on_a_turned_page_names_a_plain_colour() -> None:
    shown = [page for page in pages("night") if page.layout.is_turned]
    assert len(shown) > len(SLIDES) / 2
    for page in shown:
        named = {ink.name for item in inside(page.items) for ink in inks(item)}
        assert not named & _TURNED, page.kind


def test_in_a_theme_that_is_light_no_page_is_turned() -> None:
    assert not any(page.layout.is_turned for theme in ("steppe", "plain") for page in pages(theme))


@pytest.mark.parametrize("theme", ["steppe", "night", "plain"])
def test_a_code_is_dark_on_light_whatever_the_theme(theme: str) -> None:
    (page,) = [page for page in pages(theme) if page.kind == "ask"]
    ground, modules = (item for item in inside(page.items) if item.name in ("Paper", "QR code"))
    assert isinstance(ground, Shape)
    assert isinstance(modules, Shape)
    assert ground.fill
    assert modules.fill
    palette = page.layout.palette
    assert rgb(ground.fill, palette) > "F0"
    assert contrast(ground.fill, modules.fill, palette) > 7
