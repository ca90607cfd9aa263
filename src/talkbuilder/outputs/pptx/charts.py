"""Charts as parts of the package, native and with their workbook."""

from talkbuilder.layout.items import Chart
from talkbuilder.outputs.pptx.package import Package


def add_chart(package: Package, chart: Chart) -> str:
    """Adds a chart with its workbook; returns its part."""
    raise NotImplementedError
