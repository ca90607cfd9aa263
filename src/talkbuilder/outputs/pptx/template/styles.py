"""How text looks in a placeholder of a template: what its layout leaves open, its master or the defaults say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from msgspec import structs

from talkbuilder.layout.items import OWN, Align, Anchor, Ink, Style
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.package import Element, whole
from talkbuilder.outputs.pptx.xml import DRAWING, PRESENTATION
from talkbuilder.units import Emu

A = f"{{{DRAWING}}}"
P = f"{{{PRESENTATION}}}"

_ALIGNMENTS: dict[str, Align] = {"l": "left", "ctr": "centre", "r": "right"}
_ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_FONTS = {"+mj-lt": "titles", "+mn-lt": "text"}
_PLAIN_BULLET = "•"
# Marks of symbol fonts, as every other font has them.
_SYMBOLS = {"§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "q": "❑", "n": "■"}
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "opensymbol", "starsymbol")
_LEVELS = 5  # of a text
_BULLETS = ("buNone", "buChar")
# Where the letters of a prompt are said, that is no text.
_PROMPTED = {"title": ("endParaRPr",), "ctrTitle": ("endParaRPr",), "sldNum": ("fld/{}rPr",)}
FOOT = ("dt", "ftr", "sldNum")  # the kinds of places that stand at the foot of every slide, or elsewhere on it
# Percent: of two lines at least, which touch else, where the house has one or larger letters; and at most.
_LEAST_LINE, _MOST_LINE = 85.0, 300.0
_LINE_EM = 1.2  # the height of a line at 100 %, for spacing that is given in points


def mark_of(shape: Element) -> Element | None:
    """The `p:ph` of a placeholder; None of anything else."""
    return shape.find(f"./*/{P}nvPr/{P}ph")


def on_master(master: Element, kind: str) -> Element | None:
    """The placeholder of a master from which one of a layout inherits."""
    wanted = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}.get(kind, "body")
    for shape in master.iter(f"{P}sp"):
        mark = mark_of(shape)
        if mark is not None and mark.get("type", "obj") == wanted:
            return shape
    return None


Find = Callable[[Element, str], Element | None]


def remembering() -> Find:
    """A search for the first at a path in an element, which is made once: all placeholders ask this of the lists that
    they share. It keeps what it was asked of, so each master has one that goes with it."""
    return lru_cache(maxsize=4096)(lambda holder, path: holder.find(path))


class Inheritance:
    """What a placeholder inherits: its own shape first, then its master's, the master's lists, and the defaults."""

    def __init__(
        self,
        shapes: Sequence[Element],
        of_master: Element | None,
        defaults: Element | None,
        palette: Palette,
        find: Find,
    ) -> None:
        self._shapes, self._find = shapes, find
        self._palette = palette
        own = [one for shape in shapes if (one := shape.find(f"{P}txBody/{A}lstStyle")) is not None]
        said = own if of_master is None else [*own, of_master]
        self._lists = said if defaults is None else [*said, defaults]
        levels = [found for one in said if (found := one.find(f"{A}lvl1pPr")) is not None]
        # LibreOffice shows letters filled with a gradient as if nothing were said.
        fills = (one for level in levels for one in level.iterfind(f"{A}defRPr/*") if str(one.tag).endswith("Fill"))
        self.says_ink = (first := next(fills, None)) is not None and first.tag == f"{A}solidFill"
        self.says_size = any(one.find(f"{A}defRPr[@sz]") is not None for one in levels)
        # LibreOffice has a font of its own for places of texts that a master has none of.
        self.says_font = len(shapes) > 1 or any(one.find(f"{A}lvl1pPr/{A}defRPr/{A}latin") is not None for one in own)
        self.says_bullet = any(one.find(A + tag) is not None for one in levels for tag in _BULLETS)
        # LibreOffice says in the prompts alone how text is meant, which no slide inherits.
        # What a number's place says of its size is said of all that stands at a foot.
        self._prompts = {} if self.says_size and _kind_of(shapes[0]) != "sldNum" else _prompts(shapes[0])

    @property
    def shows(self) -> bool:
        """Whether a prompt shows how text is meant."""
        return bool(self._prompts)

    def styles(self) -> tuple[Style, ...]:
        """The style of each level, none larger than the one above it."""
        found = self._styles(self._prompts) if self._prompts else self._plain
        least = accumulate((one.size_pt for one in found), min)
        return tuple(structs.replace(one, size_pt=size) for one, size in zip(found, least, strict=True))

    @cached_property
    def _plain(self) -> tuple[Style, ...]:
        return self._styles({})

    def _styles(self, prompts: Mapping[int, tuple[Element, Element]]) -> tuple[Style, ...]:
        return tuple(self._style(level, prompts) for level in range(1, _LEVELS + 1))

    def said(self) -> tuple[Style, ...]:
        """Styles with nothing where it depends on the program that shows it: whatever a slide wants, it must say."""
        return tuple(
            structs.replace(
                style,
                size_pt=style.size_pt if self.says_size else 0.0,
                ink=style.ink if self.says_ink else Ink(""),
                bullet=style.bullet if self.says_bullet else "?",
                font=style.font if self.says_font else "",
            )
            for style in self._plain
        )

    def body(self, name: str, default: str) -> str:
        """An attribute of the text's body."""
        found = (one.get(name) for shape in self._shapes for one in shape.iterfind(f"{P}txBody/{A}bodyPr"))
        return next((value for value in found if value is not None), default)

    def insets(self) -> tuple[Emu, Emu, Emu, Emu]:
        # What the format says where nothing is written: a tenth of an inch at the sides, half of that above and below.
        sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
        left, top, right, bottom = (whole(self.body(side, ""), default) for side, default in sides)
        return left, top, right, bottom

    def anchor(self) -> Anchor:
        return _ANCHORS.get(self.body("anchor", "t"), "top")

    def shrinks(self) -> bool:
        found = (str(one.tag) for shape in self._shapes for one in shape.iterfind(f"{P}txBody/{A}bodyPr/*"))
        return next((tag for tag in found if tag.lower().endswith("autofit")), "") == f"{A}normAutofit"

    def _style(self, level: int, prompts: Mapping[int, tuple[Element, Element]]) -> Style:
        shown = prompts.get(level) or prompts.get(1)
        paragraphs = [
            found
            for one in self._lists
            for tag in (f"lvl{level}pPr", "defPPr")
            if (found := self._find(one, A + tag)) is not None
        ]
        runs = [found for one in paragraphs if (found := self._find(one, f"{A}defRPr")) is not None]
        if shown:
            paragraphs, runs = [shown[0], *paragraphs], [shown[1], *runs]
        size_pt = whole(_first(runs, "sz", ""), 1800) / 100
        bullet = self._bullet(paragraphs)
        left, indent = (whole(_first(paragraphs, name, ""), 0) for name in ("marL", "indent"))
        ink = self._ink(runs) or Ink("text")
        # What slides must say themselves is to follow the theme.
        if (shown or not self.says_ink) and ink.name.startswith(OWN):
            ink = self._palette.near(self._palette.rgb(ink))
        return Style(
            size_pt=size_pt,
            ink=ink,
            font=self._font(runs),
            bold=_first(runs, "b", "0") in ("1", "true"),
            italic=_first(runs, "i", "0") in ("1", "true"),
            capitals=_first(runs, "cap", "none") != "none",
            spacing_pt=whole(_first(runs, "spc", ""), 0) / 100,
            line_percent=self._line_percent(paragraphs, size_pt),
            before_pt=self._spacing(paragraphs, "spcBef", size_pt) + self._spacing(paragraphs, "spcAft", size_pt),
            align=_ALIGNMENTS.get(_first(paragraphs, "algn", "l"), "left"),
            left=left,
            hang=-indent,
            bullet=bullet,
            bullet_ink=ink if shown else self._bullet_ink(paragraphs) or ink,
        )

    def _ink(self, runs: Sequence[Element]) -> Ink | None:
        for run in runs:
            if (ink := self._palette.ink(self._find(run, f"{A}solidFill"))) is not None:
                return ink
            # Letters filled with a gradient are read as its first colour.
            if (ink := self._palette.ink(self._find(run, f"{A}gradFill/{A}gsLst/{A}gs"))) is not None:
                return ink
        return None

    def _bullet_ink(self, paragraphs: Sequence[Element]) -> Ink | None:
        for one in paragraphs:
            if self._find(one, f"{A}buClrTx") is not None:
                return None
            if (ink := self._palette.ink(self._find(one, f"{A}buClr"))) is not None:
                return ink
        return None

    def _font(self, runs: Sequence[Element]) -> str:
        latins = (latin for run in runs if (latin := self._find(run, f"{A}latin")) is not None)
        return next(filter(None, map(font_of, latins)), "text")

    def _spacings(self, paragraphs: Sequence[Element], tag: str) -> Iterator[tuple[str, int]]:
        for one in paragraphs:
            for unit in ("spcPct", "spcPts"):
                found = self._find(one, f"{A}{tag}/{A}{unit}")
                if found is not None:
                    yield unit, whole(found.get("val"), 0)

    def _line_percent(self, paragraphs: Sequence[Element], size_pt: float) -> float:
        unit, value = next(self._spacings(paragraphs, "lnSpc"), ("spcPct", 100_000))
        percent = value / 1000 if unit == "spcPct" else value / size_pt / _LINE_EM
        return min(_MOST_LINE, max(_LEAST_LINE, percent))

    def _spacing(self, paragraphs: Sequence[Element], tag: str, size_pt: float) -> float:
        unit, value = next(self._spacings(paragraphs, tag), ("spcPts", 0))
        return value / 100 if unit == "spcPts" else value / 100_000 * size_pt

    def _bullet(self, paragraphs: Sequence[Element]) -> str:
        fonts = (found for one in paragraphs if (found := self._find(one, f"{A}buFont")) is not None)
        is_symbol = next((one.get("typeface", "") for one in fonts), "").lower().startswith(_SYMBOL_FONTS)
        for one in paragraphs:
            if self._find(one, f"{A}buNone") is not None:
                return ""
            if self._find(one, f"{A}buAutoNum") is not None or self._find(one, f"{A}buBlip") is not None:
                return _PLAIN_BULLET
            char = self._find(one, f"{A}buChar")
            if char is not None:
                mark: str = char.get("char", "")[:1]
                is_private = "\ue000" <= mark <= "\uf8ff"
                mark = chr(ord(mark) - 0xF000) if is_symbol and is_private else mark
                return _SYMBOLS.get(mark, _PLAIN_BULLET) if is_symbol or is_private else mark
        return ""


def _kind_of(shape: Element) -> str:
    """The kind of a place; "" of one for any text."""
    mark = mark_of(shape)
    return "" if mark is None else mark.get("type", "")


def _prompts(shape: Element) -> dict[int, tuple[Element, Element]]:
    """How the prompt of each level is set: its paragraph and its letters."""
    found: dict[int, tuple[Element, Element]] = {}
    tags = ("r/{}rPr", *_PROMPTED.get(_kind_of(shape), ()))
    for one in shape.iterfind(f"{P}txBody/{A}p"):
        setting = one.find(f"{A}pPr")
        letters = next((at for tag in tags if (at := one.find(A + tag.format(A))) is not None), None)
        if setting is not None and letters is not None and letters.get("sz"):
            found.setdefault(whole(setting.get("lvl"), 0) + 1, (setting, letters))
    return found


def _first(elements: Sequence[Element], name: str, default: str) -> str:
    return next((value for one in elements if (value := one.get(name)) is not None), default)


def font_of(latin: Element) -> str:
    """The family that letters are to have; "titles" or "text", where that is the theme's."""
    family: str = latin.get("typeface", "")
    return _FONTS.get(family, family)
