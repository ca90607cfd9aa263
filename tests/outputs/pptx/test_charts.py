"""Charts: native, true to their data, in theme inks, and the same on every machine at every time."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec import structs

from talkbuilder.layout.items import Chart, Ink, Series, Style
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.package import ROOT, Package
from talkbuilder.units import Box
from tests.outputs.pptx.by_hand import all_of, deck, one, opened, part, parts, tags, values

_PART = "ppt/charts/chart1.xml"
_BOX = Box(1_000_000, 2_000_000, 8_000_000, 4_000_000)
_PLOT = Box(1_800_000, 2_400_000, 6_000_000, 3_000_000)
_CASES = Series("Cases & more", (49.0, 88.0, None), Ink("accent1"))
_CHART = Chart("cases", _BOX, "columns", ("2009", "<2010>", "=2011"), (_CASES,), _PLOT, 100, Style(24), "49 and 88")


def chart(**changed: Any) -> Any:
    """The chart's part, of the chart above with some changes."""
    return part(deck(structs.replace(_CHART, **changed)), _PART)


def series(**changed: Any) -> Any:
    """The one series of a chart, of the series above with some changes."""
    kind = changed.pop("kind", "columns")
    return one(chart(kind=kind, series=(structs.replace(_CASES, **changed),)), ".//c:ser")


def plot(made: Any) -> Any:
    return one(made, "c:chart/c:plotArea")[1]


def two() -> Chart:
    other = Series("Convictions", (24.0, 32.0, 5.0), Ink("soft", 76))
    return structs.replace(_CHART, series=(_CASES, other))


def test_python_pptx_reads_categories_series_and_values() -> None:
    frame = opened(deck(two())).shapes[1]
    assert (frame.name, frame.left, frame.top, frame.width, frame.height) == ("Cases", *_BOX)
    assert list(frame.chart.plots[0].categories) == ["2009", "<2010>", "=2011"]
    assert [(made.name, tuple(made.values)) for made in frame.chart.plots[0].series] == [
        ("Cases & more", (49, 88, None)),
        ("Convictions", (24, 32, 5)),
    ]


@pytest.mark.parametrize(
    ("kind", "tag", "way"), [("columns", "barChart", "col"), ("bars", "barChart", "bar"), ("line", "lineChart", None)]
)
def test_each_kind_is_the_native_one(kind: str, tag: str, way: str | None) -> None:
    made = plot(chart(kind=kind))
    assert made.tag.endswith(f"}}{tag}")
    assert [found.get("val") for found in all_of(made, "c:barDir")] == ([way] if way else [])
    assert values(made, "c:varyColors") == {"val": "0"}


def test_the_plot_area_is_pinned_in_shares_of_the_box() -> None:
    area = one(chart(), "c:chart/c:plotArea")
    assert tags(area) == ["layout", "barChart", "catAx", "valAx"]
    pinned = one(area, "c:layout/c:manualLayout")
    assert [(tags(pinned)[at], found.get("val")) for at, found in enumerate(pinned)] == [
        ("layoutTarget", "inner"),
        ("xMode", "edge"),
        ("yMode", "edge"),
        ("x", "0.100000"),
        ("y", "0.100000"),
        ("w", "0.750000"),
        ("h", "0.750000"),
    ]


def test_values_begin_at_zero_and_end_at_the_most_on_an_axis_that_is_not_drawn() -> None:
    axis = one(chart(most=12345678.5), ".//c:valAx")
    assert values(axis, "c:scaling/c:min") == {"val": "0"}
    assert values(axis, "c:scaling/c:max") == {"val": "12345678.5"}
    assert values(axis, "c:delete") == {"val": "1"}
    assert not all_of(axis, "c:majorGridlines")


def test_a_line_has_its_width_and_a_dot_at_each_value() -> None:
    made = series(kind="line", width_pt=5, ink=Ink("accent3"))
    assert values(made, "c:spPr/a:ln") == {"w": "63500"}
    assert values(made, "c:spPr/a:ln/a:solidFill/a:schemeClr") == {"val": "accent3"}
    assert values(made, "c:marker/c:symbol") == {"val": "circle"}
    assert values(made, "c:marker/c:size") == {"val": "9"}
    assert values(made, "c:marker/c:spPr/a:solidFill/a:schemeClr") == {"val": "accent3"}
    assert values(made, "c:smooth") == {"val": "0"}


def test_a_value_that_stands_out_has_an_ink_of_its_own() -> None:
    made = series(inks={1: Ink("accent3")})
    assert values(made, "c:dPt/c:idx") == {"val": "1"}
    assert values(made, "c:dPt/c:spPr/a:solidFill/a:schemeClr") == {"val": "accent3"}
    dot = one(series(kind="line", inks={1: Ink("accent3")}), "c:dPt/c:marker")
    assert values(dot, "c:spPr/a:solidFill/a:schemeClr") == {"val": "accent3"}


def test_the_workbook_holds_the_cells_that_the_chart_refers_to() -> None:
    made = parts(deck(two()))
    with zipfile.ZipFile(io.BytesIO(made["ppt/embeddings/chart1.xlsx"])) as workbook:
        sheet = ElementTree.fromstring(workbook.read("xl/worksheets/sheet1.xml"))
        shared = ElementTree.fromstring(workbook.read("xl/sharedStrings.xml"))
    texts = [text.text for text in shared.iter() if text.tag.endswith("}t")]
    cells: dict[str | None, str | float | None] = {}
    for cell in (found for found in sheet.iter() if found.tag.endswith("}c")):
        value = cell[0].text or ""
        cells[cell.get("r")] = texts[int(value)] if cell.get("t") == "s" else float(value)
    assert cells == {
        "B1": "Cases & more",
        "C1": "Convictions",
        "A2": "2009",
        "A3": "<2010>",
        "A4": "=2011",
        "B2": 49,
        "B3": 88,
        "C2": 24,
        "C3": 32,
        "C4": 5,
    }
    refers = re.findall("<c:f>(.*?)</c:f>", made[_PART].decode())
    assert refers == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4"),
    ]


def test_each_chart_is_a_part_with_its_own_workbook_even_if_two_slides_show_the_same() -> None:
    package = Package()
    assert [add_chart(package, _CHART, "de") for _ in range(2)] == [_PART, "ppt/charts/chart2.xml"]
    package.relate(ROOT, _PART, "chart")
    made = dict(package.parts())
    types = made["[Content_Types].xml"].decode()
    for number in ("1", "2"):
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        assert f'<Override PartName="/ppt/charts/chart{number}.xml" ContentType="{kind}"/>' in types
        rels = made[f"ppt/charts/_rels/chart{number}.xml.rels"].decode()
        assert f'relationships/package" Target="../embeddings/chart{number}.xlsx"' in rels
        assert b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>' in made[_PART]
    assert b'lang="de"' in made[_PART]
    assert b"en-US" not in made[_PART]
    assert 'Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"' in types


def test_a_share_is_one_bar_of_all_its_series() -> None:
    data = deck(structs.replace(two(), kind="share", categories=("all",), gap_percent=0))
    made = part(data, _PART)
    assert values(plot(made), "c:barDir") == {"val": "bar"}
    assert values(plot(made), "c:grouping") == {"val": "stacked"}
    assert values(plot(made), "c:overlap") == {"val": "100"}
    assert values(made, ".//c:valAx/c:axPos") == {"val": "b"}
    assert values(made, ".//c:valAx/c:scaling/c:min") == {"val": "0"}
