"""Who makes the slow parts of a deck on another core, for which it gets ready as soon as somebody says that they come.

It knows no output until then: what an output imports takes longer than it takes to see that it will be wanted.
"""

from functools import partial
from importlib import import_module

from talkbuilder.beside import Maker, get_ready_beside

_MOST = 2  # that wait at a time, also for decks that had faults; who writes more decks gets ready once for all others

_waiting: list[Maker] = []


def get_ready(module: str) -> None:
    """Begins what is slow about an output: calls `get_ready` of a module."""
    if len(_waiting) < _MOST:
        _waiting.append(get_ready_beside(partial(_get_ready, module)))


def maker() -> Maker | None:
    """Who got ready and has been given nothing yet, where there is somebody."""
    return _waiting.pop() if _waiting else None


def _get_ready(module: str) -> None:
    import_module(module).get_ready()
