"""The speaker's script, for the day on which the projector fails and for practice: what is said, large."""

from collections.abc import Iterator

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, File, Paper
from talkbuilder.outputs.printed.sheet import piece
from talkbuilder.outputs.printed.spoken import spoken
from talkbuilder.outputs.printed.thumbnails import thumbnails


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """One file, with a picture of each slide."""
    yield piece("script", deck, paper, spoken(deck), thumbnails(deck))
