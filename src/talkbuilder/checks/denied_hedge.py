"""C029 denied-hedge: something that is only told or believed stands beside words that call it certain."""
from collections.abc import Iterator
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    return iter(())
