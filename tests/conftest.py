"""What tests share: `--update` for goldens, and the programs that rendering tests need."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "src" / "talkbuilder" / "layout" / "fonts"

_FONT_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern"><test name="family"><string>Georgia</string></test>
    <edit name="family" mode="assign" binding="same"><string>Gelasio</string></edit></match>
  <match target="pattern"><test name="family"><string>Calibri</string></test>
    <edit name="family" mode="assign" binding="same"><string>Carlito</string></edit></match>
</fontconfig>
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the goldens; read the difference afterwards")


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
    """The path of a program that a test needs. Without it the test is skipped, but fails in CI."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        message = f"{names[0]} is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture
def to_pdf(tmp_path: Path) -> Callable[[Path], Path]:
    """Renders a deck with LibreOffice, in the fonts that we measure with."""
    office = program("soffice", "libreoffice")

    def convert(deck: Path) -> Path:
        config = tmp_path / "fonts.conf"
        fonts = tmp_path / "fonts"
        fonts.mkdir()
        # One file a style: of several subsets of one name LibreOffice may choose the one without the letters.
        for font in FONTS.glob("gelasio-latin-[47]*.ttf"):
            shutil.copy(font, fonts)
        config.write_text(_FONT_CONFIG.format(fonts=fonts, cache=tmp_path / "font-cache"))
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless",
                *("--convert-to", "pdf", "--outdir", str(tmp_path), str(deck)),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        return tmp_path / f"{deck.stem}.pdf"

    return convert
