"""Names on a map: how much room they take, and set as texts."""

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.geo.clipping import Edges
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Align, Face, Ink, Style, Text
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import plain
from talkbuilder.units import EMU_PER_POINT, Box

_SLACK = 1.03  # renderers differ by a hair in the width of words
_LINE_EM = 1.3
_WIDER = 0.25  # than Georgia, what stands in for it
_MOST_WIDER_PT = 15.0  # as far as names stay from the edges of the page


class Name(Struct, frozen=True):
    """A name as it may be set: in how many lines, how, and what room that takes."""

    lines: tuple[str, ...]
    style: Style
    width_pt: float
    height_pt: float
    below: Style | None = None  # of lines after the first, where they look otherwise

    def at(self, edges: Edges, called: str, fonts: Fonts, span: Span, align: Align = "centre") -> Text:
        """The name in a rectangle."""
        styles = tuple(structs.replace(one, align=align) for one in (self.style, self.below or self.style))
        levels = [0, *(1 for _ in self.lines[1:])]
        paragraphs = tuple(
            structs.replace(plain(line, span), level=level) for line, level in zip(self.lines, levels, strict=True)
        )
        place = Placeholder(
            "", "body", 0, emu_box(_roomy(edges, align)), styles, (self.style.size_pt,), anchor="middle"
        )
        return fit(called, paragraphs, place, fonts)


def _roomy(edges: Edges, align: Align) -> Edges:
    """A box in which a name keeps its place and its line, even in another font that is wider."""
    left, top, right, bottom = edges
    more = (right - left) * _WIDER
    shares = {"left": (0.0, 1.0), "right": (1.0, 0.0), "centre": (0.5, 0.5)}[align]
    to_left, to_right = (min(more * share, _MOST_WIDER_PT) for share in shares)
    return left - to_left, top - 2, right + to_right, bottom + 2


def name_over(words: str, style: Style, remark: str, below: Style, fonts: Fonts) -> Name:
    """A name with a remark under it."""
    width = max(_width_pt(words, style, fonts), _width_pt(remark, below, fonts))
    return Name((words, remark), style, width * _SLACK + 2, (style.size_pt + below.size_pt) * _LINE_EM, below)


def name(words: str, style: Style, fonts: Fonts, lines: int = 1) -> Name:
    """A name in one line, or in two that are as equal as its words allow."""
    parts = _halves(words) if lines == 2 else (words,)
    widths = [_width_pt(part, style, fonts) for part in parts]
    height = len(parts) * style.size_pt * _LINE_EM
    return Name(parts, style, max(widths) * _SLACK + 2, height)


def _halves(words: str) -> tuple[str, ...]:
    singles = words.split(" ")
    cuts = [(" ".join(singles[:at]), " ".join(singles[at:])) for at in range(1, len(singles))]
    return min(cuts, key=lambda cut: max(map(len, cut))) if cuts else (words,)


def _width_pt(words: str, style: Style, fonts: Fonts) -> float:
    shown = words.upper() if style.capitals else words
    stretch = Stretch(shown, Face(fonts.family(style.font), style.bold, style.italic), style.size_pt, style.spacing_pt)
    return width_of(shown, stretch)


def emu_box(edges: Edges) -> Box:
    left, top, right, bottom = (round(edge * EMU_PER_POINT) for edge in edges)
    return Box(left, top, right - left, bottom - top)


def style(size_pt: float, ink: Ink, bold: bool = False, spacing_pt: float = 0.0) -> Style:
    """A name in the family of texts."""
    return Style(size_pt, ink, bold=bold, spacing_pt=spacing_pt, line_percent=95)
