"""Charts as parts of the package: native, each with the workbook that PowerPoint opens when its data are edited.

Type, series and references to cells are by python-pptx; how it looks is put into that, for python-pptx writes no plot
area, legends where there should be none, and axes with negative ids.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import structs

from talkbuilder.layout.items import Chart, Ink, Series, Stroke, Style
from talkbuilder.outputs.pptx.package import Package, PackageFault
from talkbuilder.outputs.pptx.shapes import line
from talkbuilder.outputs.pptx.text import default_run
from talkbuilder.outputs.pptx.xml import DRAWING, HEAD, NOTHING, OFFICE, Xml, join, solid, xml

if TYPE_CHECKING:
    from lxml.etree import _Element

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CATEGORY_AXIS, _VALUE_AXIS = "1", "2"
_KINDS = {"columns": "COLUMN_CLUSTERED", "bars": "BAR_CLUSTERED", "line": "LINE_MARKERS", "share": "BAR_STACKED"}
_NO_DATE = datetime(1980, 1, 1)  # else the workbook says when it was written


def add_chart(package: Package, chart: Chart, language: str) -> str:
    """Adds a chart with its workbook; returns its part. Each call adds another, for a slide shares no chart."""
    part = package.free("ppt/charts/chart", "xml")
    cells = package.add(package.free("ppt/embeddings/chart", "xlsx"), "", partial(_workbook, chart))
    relationship = package.relate(part, cells, "package")
    return package.add(part, _TYPE, partial(_part, chart, language, relationship))


def _workbook(chart: Chart) -> bytes:
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


def _part(chart: Chart, language: str, cells: str) -> Xml:
    space = _plain(chart)
    body = _find(space, "chart")
    _follow(space, "date1904", xml('<c:lang val="%s"/><c:roundedCorners val="0"/>', language))
    _follow(space, "chart", xml("<c:spPr><a:noFill/>%s</c:spPr>", line(None)))
    _drop(space, "txPr")
    space.extend(
        _elements(
            xml(
                '%s<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>',
                _text(chart.style, language),
                cells,
            )
        )
    )
    _follow(body, "autoTitleDeleted", Xml('<c:autoTitleDeleted val="1"/>'))
    body.remove(_find(body, "autoTitleDeleted"))
    _drop(body, "legend")
    area = _find(body, "plotArea")
    plot = _find(area, "lineChart" if chart.kind == "line" else "barChart")
    _dress(plot, chart)
    area[:] = [
        *_elements(_place(chart)),
        plot,
        *_elements(_category_axis(chart, language)),
        *_elements(_value_axis(chart)),
    ]
    from lxml import etree

    return Xml(HEAD + etree.tostring(space, encoding="unicode"))


def _plain(chart: Chart) -> "_Element":
    """The chart as python-pptx writes it, without the blanks between its elements."""
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData()
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    written = ChartXmlWriter(XL_CHART_TYPE[_KINDS[chart.kind]], data).xml.encode()
    from lxml import etree  # after that, which spares it half of its imports

    return etree.fromstring(written, etree.XMLParser(remove_blank_text=True))


def _dress(plot: "_Element", chart: Chart) -> None:
    """What a plot and its series look like, each thing where the schema has it."""
    _drop(plot, "varyColors", "gapWidth", "overlap", "axId")
    _follow(plot, "grouping", Xml('<c:varyColors val="0"/>'))
    for element, series in zip(plot.iter(f"{{{CHART}}}ser"), chart.series, strict=True):
        _follow(element, "tx", _look(chart, series))
    overlap = 100 if chart.kind == "share" else 0
    gap = xml('<c:gapWidth val="%s"/><c:overlap val="%s"/>', chart.gap_percent, overlap)
    gap = NOTHING if chart.kind == "line" else gap
    plot.extend(_elements(xml('%s<c:axId val="%s"/><c:axId val="%s"/>', gap, _CATEGORY_AXIS, _VALUE_AXIS)))


def _look(chart: Chart, series: Series) -> Xml:
    inks = sorted(_inks(series).items())
    if chart.kind == "line":
        points = join(
            xml('<c:dPt><c:idx val="%s"/>%s<c:bubble3D val="0"/></c:dPt>', at, _marker(series, ink)) for at, ink in inks
        )
        stroke = line(Stroke(series.ink, series.width_pt, series.dash))
        return xml("<c:spPr>%s</c:spPr>%s%s", stroke, _marker(series, series.ink), points)
    points = join(
        xml('<c:dPt><c:idx val="%s"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>%s</c:dPt>', at, look)
        for at, look in sorted(_looks(series, dict(inks)).items())
    )
    own = structs.replace(series.ink, opacity_percent=100) if series.inks else series.ink
    return xml('%s<c:invertIfNegative val="0"/>%s', _fill(own), points)


def _looks(series: Series, inks: Mapping[int, Ink]) -> Mapping[int, Xml]:
    """The points that look unlike their series: of another ink, or only an outline."""
    outlines = {
        at: xml("<c:spPr><a:noFill/>%s</c:spPr>", line(stroke))
        for at, stroke in series.outlines.items()
        if at < len(series.values)
    }
    return {at: _fill(ink) for at, ink in inks.items()} | outlines


def _inks(series: Series) -> Mapping[int, Ink]:
    """The points with an ink of their own: all, where some stand out of a series in a veil.

    LibreOffice draws each point under the veil of its series, whatever the point says; so the series has none there.
    """
    if series.inks and series.ink.opacity_percent != 100:
        return dict.fromkeys(range(len(series.values)), series.ink) | dict(series.inks)
    return series.inks


def _fill(ink: Ink) -> Xml:
    return xml("<c:spPr>%s%s</c:spPr>", solid(ink), line(None))


def _marker(series: Series, ink: Ink) -> Xml:
    size = xml('<c:symbol val="circle"/><c:size val="%s"/>', series.mark_pt)
    return xml("<c:marker>%s%s</c:marker>", size, _fill(ink))


def _place(chart: Chart) -> Xml:
    """Where the area inside the axes lies, in shares of the chart's box."""
    box, plot = chart.box, chart.plot
    shares = (
        ("x", (plot.x - box.x) / box.width),
        ("y", (plot.y - box.y) / box.height),
        ("w", plot.width / box.width),
        ("h", plot.height / box.height),
    )
    return xml(
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>%s'
        "</c:manualLayout></c:layout>",
        join(xml('<c:%s val="%s"/>', side, f"{share:.6f}") for side, share in shares),
    )


def _category_axis(chart: Chart, language: str) -> Xml:
    """The axis that stands for zero, with the names of categories; bars are read from the top."""
    is_bars = chart.kind in ("bars", "share")
    return xml(
        '<c:catAx><c:axId val="%s"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="%s"/><c:spPr>%s</c:spPr>%s<c:crossAx val="%s"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>',
        *(_CATEGORY_AXIS, "maxMin" if is_bars else "minMax", "l" if is_bars else "b"),
        "low" if chart.names_categories else "none",
        *(line(chart.axis), _text(chart.style, language), _VALUE_AXIS),
    )


def _value_axis(chart: Chart) -> Xml:
    """From zero to the greatest value; it is not drawn, for labels say the values."""
    return xml(
        '<c:valAx><c:axId val="%s"/><c:scaling><c:orientation val="minMax"/><c:max val="%s"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="%s"/><c:crosses val="autoZero"/><c:crossBetween val="%s"/></c:valAx>',
        *(_VALUE_AXIS, f"{chart.most:.15g}", "b" if chart.kind in ("bars", "share") else "l", _CATEGORY_AXIS),
        "midCat" if chart.is_edged else "between",
    )


def _text(style: Style, language: str) -> Xml:
    return xml(
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>%s</a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr>',
        *(default_run(style), language),
    )


def _elements(pieces: Xml) -> "list[_Element]":
    from lxml import etree

    names = xml('xmlns:a="%s" xmlns:c="%s" xmlns:r="%s"', DRAWING, CHART, OFFICE)
    return list(etree.fromstring(xml("<all %s>%s</all>", names, pieces)))


def _find(parent: "_Element", name: str) -> "_Element":
    found = parent.find(f"{{{CHART}}}{name}")
    if found is None:
        raise PackageFault(f"python-pptx writes a chart without '{name}'")
    return found


def _follow(parent: "_Element", name: str, pieces: Xml) -> None:
    """Puts pieces after a child, where the schema has them."""
    for piece in reversed(_elements(pieces)):
        _find(parent, name).addnext(piece)


def _drop(parent: "_Element", *names: str) -> None:
    for name in names:
        for child in parent.findall(f"{{{CHART}}}{name}"):
            parent.remove(child)
