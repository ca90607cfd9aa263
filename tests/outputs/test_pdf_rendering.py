"""A page of a PDF looks as the slide does as SVG in a browser."""

import subprocess
from pathlib import Path

import numpy
import pytest
from PIL import Image

from talkbuilder.layout.page import Deck
from talkbuilder.outputs import pdf
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import Project
from talkbuilder.units import Aspect
from tests import templates
from tests.conftest import ROOT, Fonts, program
from tests.outputs.svg_files import written
from tests.outputs.test_svg_rendering import colour_apart, photographed, similarity
from tests.shipped import gallery, on_screens, shipped

pytestmark = pytest.mark.rendering

_WIDTH_PX = 640
_LEAST, _LEAST_MEAN = 0.95, 0.98
_MOST_COLOUR = 0.5  # a field of thin furrows has the most edges
_BAR = (
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="9144000" cy="254000"/></a:xfrm><a:prstGeom prst="rect"/>'
    '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>'
)


@pytest.mark.trial
@on_screens
def test_a_talk_looks_alike(name: str, aspect: Aspect, fonts: Fonts, shared: Path, tmp_path: Path) -> None:
    is_alike(shipped(name, Occasion(aspect=aspect))[0], fonts, shared, tmp_path)


@pytest.mark.parametrize("aspect", ["16:9", pytest.param("4:3", marks=pytest.mark.trial)])
def test_every_kind_of_slide_looks_alike(aspect: Aspect, fonts: Fonts, shared: Path, tmp_path: Path) -> None:
    is_alike(gallery(aspect), fonts, shared, tmp_path)


@pytest.mark.trial
@pytest.mark.parametrize("has_bar", [True, False])
def test_a_talk_in_a_template_looks_alike(has_bar: bool, fonts: Fonts, shared: Path, tmp_path: Path) -> None:
    data = templates.changed((templates.MASTER, "</p:grpSpPr>", f"</p:grpSpPr>{_BAR}")) if has_bar else None
    theme = templates.theme_of(data or templates.default())
    is_alike(templates.deck_on(theme, Project(ROOT), "kazakhstan")[0], fonts, shared, tmp_path)


def is_alike(deck: Deck, fonts: Fonts, shared: Path, folder: Path) -> None:
    width, height = deck.theme.size_pt
    size = _WIDTH_PX, round(_WIDTH_PX * height / width)
    (file,) = pdf.render(deck)
    with (folder / "deck.pdf").open("wb") as out:
        file.write(out)
    scale = "-scale-to-x", str(size[0]), "-scale-to-y", str(size[1])
    command = [program("pdftocairo"), "-tiff", "-tiffcompression", "none", *scale]
    subprocess.run([*command, folder / "deck.pdf", folder / "page"], check=True, timeout=120)
    pages = [Image.open(path).convert("RGB") for path in sorted(folder.glob("page-*.tif"))]
    pairs = [*zip(photographed([*written(deck).values()], size, fonts.bare, shared, folder), pages, strict=True)]
    alike = [similarity(*pair) for pair in pairs]
    assert min(alike) >= _LEAST, f"slide {alike.index(min(alike)) + 1}"
    assert numpy.mean(alike) >= _LEAST_MEAN
    for number, pair in enumerate(pairs, 1):
        assert colour_apart(*pair) <= _MOST_COLOUR, f"slide {number}"
