"""Who writes charts on another core, for which it gets ready as soon as somebody says that they come."""

from talkbuilder.beside import Maker, get_ready_beside
from talkbuilder.layout.items import Chart, Ink, Series, Style
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.package import ROOT, Package
from talkbuilder.units import Box

_BOX = Box(0, 0, 1, 1)
_LEAST = Chart("", _BOX, "line", ("",), (Series("", (1.0,), ("1",), Ink("text")),), _BOX, 1.0, Style(1.0), "")

_waiting: list[Maker] = []


def get_ready() -> None:
    """Begins what is slow about the first chart."""
    _waiting.append(get_ready_beside(_write_least))


def maker() -> Maker | None:
    """Who got ready and has been given nothing yet, where there is somebody."""
    return _waiting.pop() if _waiting else None


def _write_least() -> None:
    """Writes a chart for nobody, so that all is loaded that the next one needs."""
    package = Package()
    package.relate(ROOT, add_chart(package, _LEAST, "en"), "chart")
    for _ in package.parts():
        pass
