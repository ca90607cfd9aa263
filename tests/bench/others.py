"""Those that we race: a bare python-pptx script, and where they are installed, pandoc and PptxGenJS."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.race import Contender
from tests.bench.targets import BARE, PANDOC, PPTXGENJS

# The folder that PptxGenJS was installed in, for those who keep it apart: PPTXGENJS=/tmp/pptxgenjs make bench.
PLACE = "PPTXGENJS"

_HERE = Path(__file__).parent
_RESOLVE = "console.log(require.resolve('pptxgenjs', {paths: process.argv.slice(1)}))"

# What makes the contender of a folder that generate.py wrote.
Other = Callable[[Path], Contender]


def installed() -> Mapping[str, Other]:
    """Those that take part, by name; prints who does not."""
    found: dict[str, Other] = {BARE: _bare}
    if pandoc := shutil.which("pandoc"):
        found[PANDOC] = lambda folder: _pandoc(pandoc, folder)
    else:
        print("  pandoc is not installed: it does not take part\n")
    if (node := shutil.which("node")) and (library := _library(node)):
        found[PPTXGENJS] = lambda folder: _pptxgenjs(node, library, folder)
    else:
        print(f"  PptxGenJS is not installed, or {PLACE} does not name its folder: it does not take part\n")
    return found


def _bare(folder: Path) -> Contender:
    deck = folder / "bare.pptx"
    return Contender(BARE, (sys.executable, str(_HERE / "bare.py"), str(folder / "slides.json"), str(deck)), deck)


def _pandoc(pandoc: str, folder: Path) -> Contender:
    deck = folder / "pandoc.pptx"
    command = (pandoc, str(folder / "talk.md"), "--slide-level=2", "-t", "pptx", "-o", str(deck))
    return Contender(PANDOC, command, deck)


def _pptxgenjs(node: str, library: str, folder: Path) -> Contender:
    deck = folder / "pptxgenjs.pptx"
    command = (node, str(_HERE / "pptxgenjs.js"), str(folder / "slides.json"), str(deck), library)
    return Contender(PPTXGENJS, command, deck)


def _library(node: str) -> str:
    """The file that Node loads for PptxGenJS; '' where there is none in the named folder, NODE_PATH or npm's own."""
    if named := os.environ.get(PLACE):
        return _resolved(node, str(Path(named).absolute()))
    if found := _resolved(node):
        return found
    npm = shutil.which("npm")
    root = subprocess.run((npm, "root", "-g"), capture_output=True, text=True).stdout.strip() if npm else ""
    return _resolved(node, root) if root else ""


def _resolved(node: str, *folders: str) -> str:
    """As Node itself looks: in `node_modules` of folders and of all above them, and in NODE_PATH; else here."""
    ended = subprocess.run((node, "-e", _RESOLVE, *(folders or (str(_HERE),))), capture_output=True, text=True)
    return ended.stdout.strip() if ended.returncode == 0 else ""
