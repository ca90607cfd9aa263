"""The outputs, one file or folder each: what a Deck can be written as."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.outputs import ahead
from talkbuilder.outputs.file import File

if TYPE_CHECKING:  # who foresees a deck knows of none yet
    from talkbuilder.layout.page import Deck


class Output(Struct, frozen=True):
    """What a deck can be written as; `ending` is what its files end in, `module` what makes them.

    `slow` are the kinds of slides for which its module `ready` can do something while a talk is read and laid out;
    what has any can prepare whole decks as well.
    """

    ending: str
    module: str
    slow: tuple[str, ...] = ()

    def render(self, deck: "Deck") -> Iterator[File]:
        """The files of a deck. Their maker is imported only now, for most builds write one ending."""
        files: Iterator[File] = import_module(f"{__name__}.{self.module}").render(deck)
        return files

    def prepare(self, deck: "Deck") -> None:
        """Makes what can be made of a deck before it is known whether it may be written, if that is worth it."""
        if self.slow:
            import_module(f"{__name__}.{self.module}").prepare(deck)

    def foresee(self, outline: bytes) -> None:
        """Says of which outline there will be a deck: its bytes, for once it is read there is little left to gain."""
        if any(f"{kind}:".encode() in outline for kind in self.slow):
            ahead.get_ready(f"{__name__}.{self.module}.ready")


OUTPUTS: Mapping[str, Output] = {
    output.ending: output for output in (Output("pptx", "pptx", ("chart",)), Output("svg", "svg"))
}
