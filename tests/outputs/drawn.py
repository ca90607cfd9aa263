"""Pages drawn by hand, with everything that may stand on one: no kind makes all of it."""

from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import (
    Anchor,
    Cell,
    Chart,
    CurveTo,
    Group,
    Image,
    Ink,
    Item,
    LineTo,
    Link,
    Move,
    Series,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
    rectangle,
)
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box
from tests.cases import picture
from tests.sample import built, slide, talk

SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_FONTS = Fonts("Georgia", "Calibri")
_PLAIN = Style(20, line_percent=100)


def box(x: float, y: float, width: float, height: float) -> Box:
    """A box of so many points."""
    return Box(*(round(side * EMU_PER_POINT) for side in (x, y, width, height)))


def label(name: str, words: str | tuple[Run, ...], at: Box, style: Style = _PLAIN, anchor: Anchor = "top") -> Text:
    """A text that fills no placeholder."""
    place = Placeholder("", "body", 0, at, (style,) * 5, (style.size_pt,), anchor=anchor)
    runs = (Run(words),) if isinstance(words, str) else words
    return fit(name, (Paragraph(runs, SPAN),), place, _FONTS)


def page(*items: Item) -> Page:
    """A light page with these items over its layout."""
    pages = built(talk(slide("bullets")))[0].pages
    return structs.replace(next(one for one in pages if one.kind == "bullets"), items=items)


def deck(*pages: Page) -> Deck:
    """A deck of these pages."""
    return structs.replace(built(talk(slide("bullets")))[0], sections=(("All", tuple(pages)),))


def arrows() -> Group:
    """A straight arrow from left to right, and a bent one down."""
    straight = (Move(0, 0), LineTo(200 * EMU_PER_POINT, 0))
    down = 100 * EMU_PER_POINT
    bent = (Move(0, 0), CurveTo(down, 0, down, 0, down, down))
    plain = Stroke(Ink("accent1"), 4, ends_in_arrow=True)
    dashed = Stroke(Ink("accent3"), 3, "dash", ends_in_arrow=True)
    return Group(
        "route",
        box(100, 100, 200, 150),
        (
            Shape("there", box(100, 100, 200, 0), straight, stroke=plain),
            Shape("down", box(100, 120, 100, 100), bent, stroke=dashed),
            label("where to", "Almaty", box(210, 180, 90, 30)),
        ),
        "A way to Almaty, and one down",
    )


def table() -> Table:
    """Two columns, a header and two rows; the last row has a ground."""
    at = box(100, 280, 300, 120)
    rows = []
    for number, words in enumerate((("Year", "Cases"), ("2009", "49"), ("2010", "88"))):
        cells = []
        for column, text in enumerate(words):
            inner = box(108 + 150 * column, 280 + 40 * number, 134, 40)
            style = structs.replace(_PLAIN, bold=number == 0, align="right" if column else "left")
            fill = Ink("panel") if number == 2 else None
            cells.append(Cell(label(f"cell {number} {column}", text, inner, style, "middle"), fill))
        rows.append(tuple(cells))
    width, height = 150 * EMU_PER_POINT, 40 * EMU_PER_POINT
    return Table("cases", at, (width, width), (height,) * 3, tuple(rows), "Cases by year: 49 in 2009, 88 in 2010")


def chart(kind: str = "columns", series: int = 1) -> Chart:
    """Three years with values of 20, none and 80 of at most 100; each series has half of what the one before it has."""
    made = tuple(
        Series(f"series {number}", (20.0 / 2**number, None, 80.0 / 2**number), Ink(f"accent{number + 1}"))
        for number in range(series)
    )
    plot = box(500, 150, 300, 200)
    return Chart(
        "cases",
        box(450, 100, 400, 300),
        kind,  # type: ignore[arg-type]  # one of the three
        ("2009", "2010", "2011"),
        made,
        plot,
        100.0,
        Style(20, Ink("soft")),
        "20 cases in 2009, 80 in 2011",
    )


def image(name: str = "photo", alt: str = "Grass", data: bytes = b"") -> Image:
    """A picture of 64 by 32 pixels; a quarter at the left, an eighth at the right and the lower half are cut off."""
    return Image(name, box(600, 420, 48, 16), data or picture(), "png", 64, 32, SPAN, (0.25, 0.0, 0.125, 0.5), alt)


def everything() -> Page:
    """One of each, on a page."""
    mark = rectangle("mark", box(420, 300, 40, 40), Ink("accent2", 60, 50))
    return page(
        mark,
        structs.replace(mark, name="named mark", box=box(420, 350, 40, 40), alt="A mark that means something"),
        arrows(),
        table(),
        chart(),
        image(),
        Link("https://example.org/?a=1&b=2", label("address", "example.org", box(60, 440, 300, 30))),
        label("words", (Run("plain "), Run("bold ", bold=True), Run("italic", italic=True)), box(60, 60, 400, 30)),
    )
