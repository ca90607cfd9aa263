"""Pieces of paper that are set once and read as people get them: their text by pages, their fonts, their sizes."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2

from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.file import Paper, Size

HAS_POPPLER = shutil.which("pdftotext") is not None


def printed(deck: Deck, piece: str, size: Size = "a4", has_notes: bool = False) -> dict[str, bytes]:
    """The files of a piece, by what they are called behind the name of the talk."""
    made = {}
    for file in OUTPUTS[piece].render(deck, Paper(size, has_notes)):
        out = io.BytesIO()
        file.write(out)
        made[file.path.removeprefix(deck.plan.talk.file_name)] = out.getvalue()
    return made


def pdf(deck: Deck, piece: str, size: Size = "a4") -> bytes:
    return next(data for name, data in printed(deck, piece, size).items() if name.startswith(f"-{piece}"))


def texts(data: bytes) -> list[str]:
    """The text of each page, as it is stored."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def sizes_mm(data: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(data)
    return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


def in_reading_order(data: bytes, tmp_path: Path) -> str:
    """What a screen reader or a search gets, on one line."""
    file = tmp_path / "piece.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


def fonts(data: bytes, tmp_path: Path) -> list[tuple[str, bool]]:
    """The fonts of a PDF without the marks of their subsets, and whether each is inside it."""
    file = tmp_path / "piece.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout
    return [
        (line.split()[0].partition("+")[2].partition("-")[0], " yes yes yes " in line) for line in told.splitlines()[2:]
    ]
