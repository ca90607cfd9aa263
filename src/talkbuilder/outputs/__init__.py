"""The outputs, one file or folder each: what a Deck can be written as."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from talkbuilder.layout.page import Deck
from talkbuilder.outputs import pptx, svg
from talkbuilder.outputs.file import File


class Output(Struct, frozen=True):
    """What a deck can be written as; `ending` is what its files end in."""

    ending: str
    render: Callable[[Deck], Iterator[File]]


OUTPUTS: Mapping[str, Output] = {
    output.ending: output for output in (Output("pptx", pptx.render), Output("svg", svg.render))
}
