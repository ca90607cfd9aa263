"""What tests share: `--update` for goldens, and the programs that rendering tests need."""

import gc
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import uharfbuzz
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

gc.disable()  # until all tests are collected

# Nothing here is a race: on a busy machine any example may take long. `make trials` tries more examples.
settings.register_profile("sample", deadline=None, max_examples=10)
settings.register_profile("thorough", deadline=None, max_examples=300)
settings.load_profile("sample")

# Whoever runs the tests in the background ignores Ctrl-C, and so would the programs that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
# The first has no windows, and takes half the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FONTS = ROOT / "src" / "talkbuilder" / "layout" / "fonts"

_FONT_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont>{rejected}</rejectfont></selectfont>
  <cachedir>{cache}</cachedir>{more}
</fontconfig>
"""
_TWINS = """
  <dir>{fonts}</dir>
  <match target="pattern"><test name="family"><string>Georgia</string></test>
    <edit name="family" mode="assign" binding="same"><string>Gelasio Latin</string></edit></match>
  <match target="pattern"><test name="family"><string>Calibri</string></test>
    <edit name="family" mode="assign" binding="same"><string>Carlito</string></edit></match>"""


class Fonts(NamedTuple):
    """Configurations of fontconfig: one with the fonts that we measure with, one without any of them."""

    measured: Path
    bare: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the goldens; read the difference afterwards")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Files of which nothing is wanted are not even imported: with the tests that draw alone, and without them."""
    wanted = config.option.markexpr
    if wanted not in ("rendering", "not rendering") or not re.fullmatch(r"test_.*\.py", collection_path.name):
        return None
    text = collection_path.read_text("utf-8")
    if wanted == "rendering":
        return "pytest.mark.rendering" not in text or None
    return "\npytestmark = pytest.mark.rendering\n" in text or None


def pytest_collection_finish() -> None:
    """What was imported stays: nobody looks through it for what could be let go, and seldom through the rest."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long is run only where it is asked for: `pytest -m trial`."""
    if "trial" not in config.option.markexpr:
        items[:] = [item for item in items if not item.get_closest_marker("trial")]


@pytest.fixture(autouse=True, scope="session")
def unsynced() -> None:
    """Nothing here has to survive that the power fails: to wait for the disk would take longer than most tests."""
    os.fsync = lambda fd: None


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden of a name."""

    def compare(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), "no golden yet: run pytest --update and read what it wrote"
        assert text == file.read_text("utf-8")

    return compare


def program(*names: str) -> str:
    """The path of a program that a test needs, from beside Python or from the system.

    Without it the test is skipped, but fails in CI.
    """
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    found = next((there for name in names if (there := shutil.which(name, path=path))), None)
    if found is None:
        message = f"{names[0]} is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """Gelasio and Carlito as PowerPoint would set them: LibreOffice sets ligatures wherever a font has some."""
    folder = tmp_path_factory.mktemp("fonts")
    listed = subprocess.run([program("fc-list"), "Carlito", "file"], check=True, capture_output=True, text=True).stdout
    installed = [Path(line.strip().removesuffix(":")) for line in listed.splitlines()]
    assert installed, "Carlito is not installed"
    # One file a style: of several subsets of one name LibreOffice may choose the one without the letters.
    for font in (*FONTS.glob("gelasio-latin-[47]*.ttf"), *installed):
        (folder / font.name).write_bytes(_without_ligatures(font.read_bytes()))
    rejected = "".join(f"<glob>{font}</glob>" for font in installed)
    measured, bare = folder / "measured.conf", folder / "bare.conf"
    measured.write_text(
        _FONT_CONFIG.format(rejected=rejected, cache=folder / "cache", more=_TWINS.format(fonts=folder))
    )
    bare.write_text(_FONT_CONFIG.format(rejected=rejected, cache=folder / "bare-cache", more=""))
    return Fonts(measured, bare)


def _without_ligatures(font: bytes) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    for tag in ("liga", "clig", "dlig"):
        wanted.layout_feature_tag_set.discard(int.from_bytes(tag.encode(), "big"))
    return bytes(uharfbuzz.subset(uharfbuzz.Face(font), wanted).blob.data)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run have in common: what one has drawn, no other draws again."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory, fonts: Fonts, shared: Path) -> Callable[[Path], Path]:
    """Renders a deck with LibreOffice, in the fonts that we measure with; the same deck is rendered once a run."""
    office = program("soffice", "libreoffice")
    own = tmp_path_factory.mktemp("office")

    def convert(deck: Path) -> Path:
        data = deck.read_bytes()
        name = sha256(data).hexdigest()
        done = shared / f"{name}.pdf"
        if not done.exists():
            (own / f"{name}.pptx").write_bytes(data)
            subprocess.run(
                [
                    office,
                    f"-env:UserInstallation={(own / 'profile').as_uri()}",
                    "--headless",
                    *("--convert-to", "pdf", "--outdir", str(own), str(own / f"{name}.pptx")),
                ],
                check=True,
                capture_output=True,
                timeout=120,
                cwd=own,  # where LibreOffice writes what it remembers
                env={**os.environ, "FONTCONFIG_FILE": str(fonts.measured)},
            )
            os.replace(own / f"{name}.pdf", done)
        return done

    return convert


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    """The system's Chromium, which wants no sandbox where tests run as root, and keeps what it keeps apart from us."""
    found = program(*BROWSERS)
    from playwright.sync_api import sync_playwright  # which only rendering tests want

    with sync_playwright() as playwright:
        own: dict[str, str | float | bool] = {**os.environ, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("browser"))}
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"], env=own)
        yield opened
        opened.close()
