"""Charts and workbooks as python-pptx and XlsxWriter write them, whose import waits for the first."""

from datetime import datetime
from io import BytesIO

from talkbuilder.layout.items import Chart

_KINDS = {"columns": "COLUMN_CLUSTERED", "bars": "BAR_CLUSTERED", "line": "LINE_MARKERS", "share": "BAR_STACKED"}
_NO_DATE = datetime(1980, 1, 1)  # else the workbook says when it was written


def workbook(chart: Chart) -> bytes:
    """Categories in the first column, a series in each of the others, where the chart's references look for them."""
    from xlsxwriter import Workbook

    made = BytesIO()
    # A category that begins with "=" or "https:" is text all the same.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as workbook:
        workbook.set_properties({"created": _NO_DATE})
        sheet = workbook.add_worksheet("Sheet1")
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, category)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            sheet.write_column(1, column, series.values)
    return made.getvalue()


def plain_chart(chart: Chart) -> bytes:
    """Its type, its series and where they stand in the workbook, as a document."""
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData()
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    written: str = ChartXmlWriter(XL_CHART_TYPE[_KINDS[chart.kind]], data).xml
    return written.encode()
