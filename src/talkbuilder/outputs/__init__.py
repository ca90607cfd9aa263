"""The outputs, one module each: what a Deck can be written as."""

from collections.abc import Callable, Iterator, Mapping

from talkbuilder.layout.page import Deck
from talkbuilder.outputs import pptx

# By file ending: the parts of the package, {part name: bytes}, in the order in which they are stored.
OUTPUTS: Mapping[str, Callable[[Deck], Iterator[tuple[str, bytes]]]] = {"pptx": pptx.render}
