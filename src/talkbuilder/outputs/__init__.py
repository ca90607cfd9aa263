"""The outputs, one file or folder each: what a Deck can be written as."""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.outputs.file import A4, File, Paper

if TYPE_CHECKING:
    from talkbuilder.layout.page import Deck


class Output(Struct, frozen=True):
    """What a deck can be written as: `ending` is what is asked for, `module` what makes its files.

    `needs` is a package of the extra `print`, for what goes on paper; `added` stands in the names of files whose ending
    others have as well; `is_sized` tells that it has a size of paper; `of` is what it puts together.
    """

    ending: str
    module: str
    needs: str = ""
    added: str = ""
    is_sized: bool = False
    of: tuple[str, ...] = ()

    def shown(self, paper: Paper) -> str:
        """What stands in messages behind the name of a talk."""
        stem, dot, ending = (self.added or f".{self.ending}").rpartition(".")
        has_notes = paper.has_notes and self.ending == "pdf"
        mark = paper.mark if has_notes or self.is_sized else ""
        return f"{stem}{'-notes' * has_notes}{mark}{dot}{ending}"

    @property
    def install_line(self) -> str:
        """What to type before this can be written; "" where nothing is missing."""
        if not self.needs or find_spec(self.needs):
            return ""
        python = sys.executable
        if " " in python:  # PowerShell takes a text in quote marks for a value
            python = f'& "{python}"' if sys.platform == "win32" else f'"{python}"'
        return f'{python} -m pip install "talkbuilder[print]"'

    def render(self, deck: "Deck", paper: Paper = A4) -> Iterator[File]:
        """The files of a deck. Their maker is imported only now, for most builds write one ending."""
        maker = import_module(f"{__name__}.{self.module}")
        pieces = (
            [chain.from_iterable(OUTPUTS[one].render(deck, Paper(paper.size)) for one in self.of)] if self.of else []
        )
        files: Iterator[File] = maker.render(deck, *([paper] if self.needs else []), *pieces)
        return files


_ALL = (
    Output("pptx", "pptx"),
    Output("svg", "svg"),
    Output("html", "html"),
    Output("pdf", "pdf", "typst"),
    Output("script", "script", "typst", "-script.pdf", True),
    Output("card", "card", "typst", "-card.pdf", True),
    Output("handout", "handout", "typst", "-handout.pdf", True),
    Output("docx", "docx", "docx", "-script.docx", True),
    Output("kit", "kit", "typst", "-kit.zip", True, ("pptx", "pdf", "html", "script", "card", "handout")),
)
OUTPUTS: Mapping[str, Output] = {output.ending: output for output in _ALL}
