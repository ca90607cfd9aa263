"""What a build imports: what its talk needs, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import picture
from tests.running import put
from tests.sample import ASSETS, slide, talk

_WORDS = ("bullets", "statement", "quote", "number")
# What takes long to import, and what it is for: the modules that tell that it was loaded.
_HEAVY = {
    "amounts": ("talkbuilder.evidence.library.amounts",),
    "charts": ("pptx", "xlsxwriter", "lxml"),
    "codes": ("qrcodegen",),
    "drawings": ("talkbuilder.drawings",),
    "earth": ("talkbuilder.geo.content",),
    "names": ("talkbuilder.evidence.library.protected",),
    "pictures": ("PIL._imaging", "talkbuilder.layout.pictures"),
    "svg": ("talkbuilder.outputs.svg",),
    "themes": ("talkbuilder.themes.plain", "talkbuilder.themes.night", "talkbuilder.themes.written"),
}


def imported(folder: Path, kinds: tuple[str, ...], *options: str) -> set[str]:
    """What of that a whole build of some slides loads."""
    files = {**ASSETS, "assets/images/steppe.png": picture(1280, 640)}
    files["talks/talk.yaml"] = talk("\n".join(slide(kind, f"A slide of {kind}") for kind in kinds))
    put(folder, files)
    arguments = ["build", "-C", str(folder), *options]
    script = f"import sys; from talkbuilder.cli import main; status = main({arguments})"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; print(status, *sys.modules)"], capture_output=True, text=True, timeout=120
    )
    status, *modules = done.stdout.splitlines()[-1].split()
    assert status == "0", done.stderr
    return {name for name, told in _HEAVY.items() if set(told) & set(modules)}


def test_words_need_nothing_that_draws(tmp_path: Path) -> None:
    assert imported(tmp_path, (*_WORDS, "table")) == set()


@pytest.mark.parametrize(
    ("kind", "needed"),
    [("chart", {"amounts", "charts", "pictures"}), ("ask", {"codes"}), ("map", {"earth"})],
)
def test_a_kind_needs_what_it_draws_with(kind: str, needed: set[str], tmp_path: Path) -> None:
    assert imported(tmp_path, (*_WORDS, kind)) == needed


def test_svg_is_known_to_who_asks_for_it(tmp_path: Path) -> None:
    assert "svg" in imported(tmp_path, _WORDS, "--to", "svg")
