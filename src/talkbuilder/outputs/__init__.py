"""The outputs, one file or folder each: what a Deck can be written as."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.outputs.file import File

if TYPE_CHECKING:
    from talkbuilder.layout.page import Deck


class Output(Struct, frozen=True):
    """What a deck can be written as; `ending` is what its files end in, `module` what makes them."""

    ending: str
    module: str

    def render(self, deck: "Deck") -> Iterator[File]:
        """The files of a deck. Their maker is imported only now, for most builds write one ending."""
        files: Iterator[File] = import_module(f"{__name__}.{self.module}").render(deck)
        return files


_ALL = (
    Output("pptx", "pptx"),
    Output("svg", "svg"),
)
OUTPUTS: Mapping[str, Output] = {output.ending: output for output in _ALL}
