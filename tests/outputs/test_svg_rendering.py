"""A slide looks alike as SVG in a browser and, from the .pptx, in LibreOffice: the drawn page is complete."""

import os
import subprocess
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import numpy
import pytest
from PIL import Image, ImageStat
from skimage.metrics import structural_similarity

from talkbuilder.layout.page import Deck
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests import listing
from tests.conftest import BROWSERS, Fonts, program
from tests.outputs.svg_files import lines, lines_of, written
from tests.shipped import TALKS, shipped

pytestmark = pytest.mark.rendering

_WIDTH_PX = 640
_HEIGHTS_PX = {"16:9": 360, "4:3": 480}
_COLUMNS = (
    4  # of slides on the page that the browser photographs: a start of it costs a second, a slide hardly anything
)
_LEAST, _LEAST_MEAN = 0.93, 0.97
_MOST_COLOUR = 0.4  # of 255; 0.33 is seen, of large pale letters on a dark ground; a title in another ink is 0.6


@pytest.mark.parametrize(
    ("name", "aspect"),
    [("kazakhstan", "16:9"), *(pytest.param(name, "4:3", marks=pytest.mark.trial) for name in TALKS)],
)
def test_a_slide_looks_alike_in_a_browser_and_in_libreoffice(
    name: str, aspect: Aspect, to_pdf: Callable[[Path], Path], fonts: Fonts, shared: Path, tmp_path: Path
) -> None:
    deck, _ = shipped(name, Occasion(aspect=aspect))
    slides = [*written(deck).values()]
    for page, data in zip(deck.pages, slides, strict=True):
        assert lines(ElementTree.fromstring(data)) == lines_of(page)
    size = _WIDTH_PX, _HEIGHTS_PX[aspect]
    ours = photographed(slides, size, fonts.bare, shared, tmp_path)
    theirs = drawn(deck, size, to_pdf, tmp_path)
    assert len(theirs) == len(ours)
    alike = [similarity(*pair) for pair in zip(ours, theirs, strict=True)]
    worst = min(range(len(alike)), key=alike.__getitem__)
    assert alike[worst] >= _LEAST, f"slide {worst + 1}"
    assert numpy.mean(alike) >= _LEAST_MEAN
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
        assert colour_apart(one, other) <= _MOST_COLOUR, f"slide {number}"


def photographed(
    slides: Sequence[bytes], size: tuple[int, int], fonts: Path, shared: Path, folder: Path
) -> list[Image.Image]:
    """SVG as Chromium shows it in a web page, where none of the fonts is installed; the same slides once a run."""
    width, height = size
    shot = shared / f"{sha256(b''.join(slides)).hexdigest()}.png"
    if not shot.exists():
        _photograph(slides, size, fonts, folder)
        os.replace(folder / "slides.png", shot)
    with Image.open(shot) as whole:
        sheet = whole.convert("RGB")
    corners = ((at % _COLUMNS * width, at // _COLUMNS * height) for at in range(len(slides)))
    return [sheet.crop((x, y, x + width, y + height)) for x, y in corners]


def _photograph(slides: Sequence[bytes], size: tuple[int, int], fonts: Path, folder: Path) -> None:
    width, height = size
    page, shot = folder / "slides.html", folder / "slides.png"
    for number, data in enumerate(slides):
        (folder / f"{number}.svg").write_bytes(data)
    images = "".join(f'<img src="{number}.svg">' for number in range(len(slides)))
    style = f"body{{margin:0;width:{_COLUMNS * width}px;line-height:0}}img{{width:{width}px;height:{height}px}}"
    page.write_text(f"<!doctype html><style>{style}</style>{images}")
    rows = -(-len(slides) // _COLUMNS)
    subprocess.run(
        [
            program(*BROWSERS),
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"),
            f"--user-data-dir={folder / 'browser'}",
            f"--window-size={_COLUMNS * width},{rows * height}",
            f"--screenshot={shot}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "XDG_CACHE_HOME": str(folder)},
    )


def drawn(deck: Deck, size: tuple[int, int], to_pdf: Callable[[Path], Path], folder: Path) -> list[Image.Image]:
    """The slides of the .pptx as LibreOffice draws them.

    Not by pdftoppm, which sets each letter on a whole pixel, the next one down: that alone is a difference of 0.02.
    """
    (folder / "deck.pptx").write_bytes(listing.written(deck))
    scale = [f"-scale-to-{axis}={length}" for axis, length in zip("xy", size, strict=True)]
    command = [program("pdftocairo"), "-tiff", "-tiffcompression", "none"]
    for option in scale:
        command += option.split("=")
    subprocess.run([*command, str(to_pdf(folder / "deck.pptx")), str(folder / "page")], check=True, timeout=120)
    pages = []
    for file in sorted(folder.glob("page-*.tif")):
        with Image.open(file) as page:
            pages.append(page.convert("RGB"))
    return pages


def similarity(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity of two pictures in grey: 1 where they are the same."""
    grey = (numpy.asarray(picture.convert("L"), "float32") for picture in (one, other))
    alike: float = structural_similarity(*grey, data_range=255)  # type: ignore[no-untyped-call]  # it has no types
    return alike


def colour_apart(one: Image.Image, other: Image.Image) -> float:
    """How far the mean colours of two pictures are apart in one of red, green, blue, from 0 to 255.

    It does not matter where letters stand: as many pixels are in their ink all the same.
    """
    apart = (abs(a - b) for a, b in zip(ImageStat.Stat(one).mean, ImageStat.Stat(other).mean, strict=True))
    return float(max(apart))
