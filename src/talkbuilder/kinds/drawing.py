"""`drawing`: a line drawing of your own, as native shapes in the theme's colours."""

from typing import Annotated

from msgspec import Meta, structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import Drawing, drawn, framed
from talkbuilder.drawings.read import find, find_object
from talkbuilder.drawings.words import is_tall, labels, lettered, on_stage, over_texts, words_of
from talkbuilder.kinds.kind import HEADS, Frame, Kind, assemble, on_drawing
from talkbuilder.layout.items import Item
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Content
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box

_MANUAL = """\
`drawing: bus` takes `assets/drawings/bus.svg`, which any SVG editor makes, or a pencil and some patience:

- `<title>` or `<desc>`, as the first thing in `<svg>`, says what the drawing shows, for those who cannot see it. It
  must be there; notes and alternative text repeat it.
- Classes name inks of the theme: `class="teal"` fills, `class="stroke-night"` draws the line. Inks are night, paper,
  slate, sand, teal, gold, clay, sky, saddle, the tints mist, dune, sea, deep, dusk, moon, lit, and dark1, light1,
  dark2, light2, accent1 to accent6. An id or `fill="gold"` names one as well. A `<style>` may give the classes colours,
  so that you see something in the editor; on the slide, the theme decides.
- `data-ground="night"` puts it on a dark slide, `"paper"` (or nothing) on a light one.
- `preserveAspectRatio="xMinYMax slice"` makes a scene of it, which fills the slide to its edges. On a screen of another
  shape it is cut, first at the side that is not named, here the right; but nothing is cut that ends before the sides:
  rather, all of it is smaller, and its sky, or a wall from side to side, goes on up. Keep its upper quarter free for
  the title, and its foot dark or quiet for the source; on paper, where the source stands under it, it ends at 462 of
  540. On a template it stands under the title, as wide as its texts: without so much of its sky, its foot and its sides
  as that takes, its ground and horizon drawn on to both sides, its walls and floors up and down. Without `slice` it
  stands whole under the title, or beside a `caption` or a quotation.
- `data-spare="cut"` on a part, such as the windows of a street, lets the sides of a scene cut it; with
  `data-spare="whole"` it is left out rather than cut. What goes on in between is then as large on a narrow screen as on
  a wide one: keep that within 670 of 960.
- `<rect data-text="herds" class="sand" x="…" y="…" width="…" height="…" font-size="24"/>` is not drawn: it keeps room
  for a text of the slide. `labels: [herds, towers]` gives those, in the order of the file. `text-anchor`,
  `font-weight="bold"` and `font-family="serif"`, the font of titles, say how it looks; with
  `dominant-baseline="hanging"` it begins at the top of its room, and does not stand in the middle.
- Ids and `<title>` name shapes and groups, as PowerPoint's selection pane lists them.

| In the SVG | On the slide |
| --- | --- |
| `path`, `rect` (also rounded), `circle`, `ellipse`, `line`, `polyline`, `polygon` | native; curves stay curves |
| `g`, `use`, `symbol` | groups of their names; what is used twice is there twice |
| `transform`, `viewBox` | worked out; what lies outside of the view box is cut off |
| `fill`, `stroke`, `stroke-width`, `opacity`, as attributes or in `style` | native, with inks of the theme |
| quarters of circles, arcs, quadratic curves | approximated by cubic curves; nobody sees a difference |
| `stroke-dasharray` | approximated by PowerPoint's dashes or dots |
| opacity of a group | approximated: given to each of its shapes |
| a line that is stretched more one way than the other | approximated by one of the mean width |
| corners of lines | approximated: always round |
| `fill-rule` | approximated: every second part within another is a hole |
| numbers in percent, `em`, `mm` | refused: write units of the view box |
| colours that name no ink, gradients, patterns | refused: the theme has the colours |
| `text`, `image`, `filter`, `mask`, `clipPath`, `marker`, `foreignObject`, `script`, `a`, a second `svg` | refused |
| a `style` with other selectors than classes of inks | refused: write it as attributes |
| document types, entities | refused: not safe to read |
| more than 1 MB, 600 elements, 20,000 points | refused: draw fewer and larger shapes |
"""


class DrawingSlide(Showing, frozen=True, kw_only=True):
    """A slide of one line drawing."""

    drawing: Annotated[Id, Meta(description="the name of a file in assets/drawings/, without '.svg'")]
    caption: Annotated[Text | None, Meta(description="a sentence beside it; not where it fills the slide")] = None
    labels: Annotated[
        tuple[Text, ...], Meta(description="words that stand in it, in the order of the places that it keeps for them")
    ] = ()


def resolve(written: DrawingSlide, markup: Markup) -> Resolved | None:
    drawing = find_object(written.drawing, markup, "a caption") if written.caption else find(written.drawing, markup)
    drawing = drawing and lettered(drawing, written.labels, written.drawing, markup)
    if drawing is None:
        return None
    if written.caption and written.lead:
        hint = "keep one of them: a caption stands beside the drawing, a lead over it"
        markup.report(Diagnostic("E007", "'lead' beside 'caption'", written.lead.span, hint))
        return None
    slots: dict[str, Content] = {"caption": (markup.line(written.caption),)} if written.caption else {}
    if words := words_of(drawing):
        slots["labels"] = words
    return assemble("drawing", written, markup, slots, shows=drawing, described=drawing.alt)


def choose(slide: Resolved) -> str:
    """A scene at night needs a dark ground; a caption needs room beside the drawing."""
    if slide.shows.ground == "night":
        return on_drawing(slide).replace("Drawing", "Scene")
    return "Drawing beside text" if "caption" in slide.slots else on_drawing(slide)


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    drawing: Drawing = slide.shows
    grid = layout.grid
    if drawing.is_scene and layout.base:  # a template's title and foot, and all that it draws, stay as they are
        return (kind.page(slide, layout, on_stage(drawing, layout.stage, layout, slide.described)),)
    if drawing.is_scene:
        whole = Box(0, 0, grid.width, grid.height)
        shown = framed(drawing, whole)
        scene = drawn(shown, whole, layout.palette, fills=True, alt=slide.described)
        words = labels(shown, whole, layout, fills=True)
        return (kind.page(slide, layout, tuple(words), (scene, *layout.over_title)),)
    if layout.base and "caption" in slide.slots and is_tall(grid.box(1, grid.columns, 25, 76)):
        page = kind.page(slide, layout)
        title, *texts = page.items
        return (
            structs.replace(page, items=(title, *over_texts(drawing, texts, ("Caption",), layout, slide.described))),
        )
    box = grid.box(1, 7 if "caption" in slide.slots else 12, 25, 76)
    if layout.base:  # whose page may be higher than it: as far from the title as from the source
        drawing = structs.replace(drawing, anchor=(drawing.anchor[0], 0.5))
    items: tuple[Item, ...] = (drawn(drawing, box, layout.palette, alt=slide.described), *labels(drawing, box, layout))
    return (kind.page(slide, layout, items),)


KIND = Kind(
    "drawing", "Drawing", resolve, (*HEADS, Frame("caption", "Caption")), DrawingSlide, lay_out, choose, _MANUAL
)
