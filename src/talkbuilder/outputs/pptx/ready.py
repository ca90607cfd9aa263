"""What is slow about the first chart of a deck, done before there is one."""

from talkbuilder.layout.items import Chart, Ink, Series, Style
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.package import ROOT, Package
from talkbuilder.units import Box

_BOX = Box(0, 0, 1, 1)
_LEAST = Chart("", _BOX, "line", ("",), (Series("", (1.0,), ("1",), Ink("text")),), _BOX, 1.0, Style(1.0), "")


def get_ready() -> None:
    """Writes a chart for nobody, so that all is loaded that the next one needs."""
    package = Package()
    package.relate(ROOT, add_chart(package, _LEAST, "en"), "chart")
    for _ in package.parts():
        pass
