"""What somebody would write with python-pptx alone: charts, each on a slide with a title, as they come.

python bare_charts.py charts.json deck.pptx
"""

import json
import sys
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

_TITLE_ONLY = 5
_TYPES = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "slope": XL_CHART_TYPE.LINE_MARKERS,
}


def draw(presentation: Any, told: dict[str, Any]) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
    slide.shapes.title.text = told["title"]
    data = CategoryChartData()
    data.categories = told["categories"]
    data.add_series(told["series"], told["values"])
    box = (Inches(1), Inches(2), Inches(8), Inches(4.5))
    chart = slide.shapes.add_chart(_TYPES[told["kind"]], *box, data).chart
    chart.has_legend = False
    chart.plots[0].has_data_labels = True


def main(source: str, target: str) -> None:
    presentation = Presentation()
    with open(source, encoding="utf-8") as file:
        for told in json.load(file):
            draw(presentation, told)
    presentation.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
