"""A talk folder that kills every process that is started to build for it, as running out of memory does."""

import os
import time
from pathlib import Path

from talkbuilder.commands.batch import TalkFolder
from talkbuilder.commands.outcome import Order, Outcome


class Mortal(TalkFolder):
    """What it is in the process that has it first: it builds as any other, but lets a worker begin and die before."""

    def __reduce__(self) -> tuple[object, ...]:
        return _Deadly, (self.root,)

    def build(self, order: Order) -> Outcome:
        _await(Path(self.root, "begun"), 10)
        _await(Path(self.root, "died"), 0.3)  # of an order, which it can only be handed between two of ours
        return super().build(order)


class _Deadly(TalkFolder):
    """What it is in the processes that are started."""

    def __init__(self, root: str) -> None:
        super().__init__(root)
        Path(root, "begun").touch()

    def build(self, order: Order) -> Outcome:
        Path(self.root, "died").touch()
        os._exit(1)


def _await(sign: Path, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not sign.exists() and time.monotonic() < until:
        time.sleep(0.01)
