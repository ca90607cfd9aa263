"""What we race, where it is installed: PptxGenJS."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.race import Contender
from tests.bench.targets import PPTXGENJS

# The folder that PptxGenJS was installed in, for those who keep it apart: PPTXGENJS=/tmp/pptxgenjs make bench.
PLACE = "PPTXGENJS"

_HERE = Path(__file__).parent
_RESOLVE = "console.log(require.resolve('pptxgenjs', {paths: process.argv.slice(1)}))"


def rival(folder: Path) -> Contender | None:
    """PptxGenJS with the slides of a folder that generate.py wrote; None, and told, where it is not installed."""
    deck = folder / "pptxgenjs.pptx"
    if (node := shutil.which("node")) and (library := _library(node)):
        command = (node, str(_HERE / "pptxgenjs.js"), str(folder / "slides.json"), str(deck), library)
        return Contender(PPTXGENJS, command, deck)
    print(f"  PptxGenJS is not installed, or {PLACE} does not name its folder: it does not take part\n")
    return None


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
