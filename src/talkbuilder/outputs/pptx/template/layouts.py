"""The layouts of a template: their placeholders, what they draw, and which colour lies beneath a place on them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial

from msgspec import Struct, structs

from talkbuilder.layout.inks import mixed
from talkbuilder.layout.items import Anchor, Image, Ink, Shape, Style
from talkbuilder.layout.theme import Colours, Fonts, Placeholder
from talkbuilder.outputs.pptx.template.colours import Palette, read_colours, saturation
from talkbuilder.outputs.pptx.template.free_area import FreeArea, free_area, picture_cells
from talkbuilder.outputs.pptx.template.names import is_seldom, sort_by_name, sort_by_type
from talkbuilder.outputs.pptx.template.package import (
    Element,
    Parts,
    TemplateFault,
    leads_to,
    page_of,
    parse,
    relationships,
    whole,
    written,
)
from talkbuilder.outputs.pptx.template.shapes import RECTANGLE, Drawer, Drawn, Look, box_of, name_of, place_of
from talkbuilder.outputs.pptx.template.styles import (
    FOOT,
    A,
    Inheritance,
    P,
    font_of,
    mark_of,
    on_master,
    remembering,
)
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_TEXTS = ("body", "obj", "subTitle")  # those of texts
TITLES = ("title", "ctrTitle")  # the kinds of places of titles
_LISTS = dict.fromkeys(TITLES, "titleStyle") | dict.fromkeys(FOOT, "otherStyle")
FOOT_FROM = 0.8  # of the height of a slide
_STANDARD_FAMILY = "Calibri"
# What a master sets, the font of the theme for it, and how letters refer to that.
_OF_MASTERS = (("title", "majorFont", "+mj-lt"), ("body", "minorFont", "+mn-lt"))
AIR: Emu = 8 * EMU_PER_POINT  # between a text and what is drawn beside it
_PLAIN_SHARE = 0.75  # of a slide, that is one ground in the picture over all of it
_OVER_SHARE = 0.25  # of the lower of two boxes, that may lie on the other
_TEXT_SHARE = 0.1  # of a slide, that a place for texts takes at least
LINE_EM = 1.25  # the height of a line of whatever family, about

_PROMPTS = {"title", "author", "presentation", "speaker", "name", "short", "of"}  # "Short title. Author."
# A day that a template was made on, or with a year and whoever spoke then: of another talk.
_DATED = re.compile(r"\b(YYYY|JJJJ|AAAA|ГГГГ|\d\dXX|XXXX|(?:19|20)\d\d)\b|^[\d\W]+$", re.IGNORECASE)

_TINGED = 0.05  # saturation, more than that of a white or grey whose parts are rounded apart


def colours_in(image: Image) -> Counter[str]:
    """The colours of a picture, each by how much there is of it and how colourful it is; white, as it is rounded, is
    none."""
    counted = Counter(one for one in picture_cells(image.data, image.crop, 24, 24) if one and saturation(one) > _TINGED)
    share = image.box.width * image.box.height / 576
    return Counter({rgb: round(saturation(rgb) * share * count) for rgb, count in counted.items()})


def inked_area(one: Shape) -> float:
    """How much of a page is in the ink of a shape: where only its edge is drawn, of that."""
    if one.fill or one.stroke is None:
        return one.box.width * one.box.height
    return 2 * (one.box.width + one.box.height) * one.stroke.width_pt * EMU_PER_POINT


class Slot(Struct, frozen=True):
    """A placeholder of a template. `kind` is what the format calls it."""

    name: str
    kind: str
    index: int
    box: Box
    styles: tuple[Style, ...]
    said: tuple[Style, ...]  # the same, but for what is left open
    anchor: Anchor
    insets: tuple[Emu, Emu, Emu, Emu]
    shrinks: bool
    is_upright: bool  # neither turned nor written downwards
    says_size: bool  # LibreOffice saves layouts that leave sizes and bullets to the defaults of whoever shows them
    says_bullet: bool
    text: str = ""  # what it shows on every slide: a footer's, or a date that was typed
    fill: Ink | None = None  # its own ground
    # Its box is not that of the file: it is the part that is clear of what is drawn, or holds a line.
    is_cut: bool = False

    @property
    def text_height_pt(self) -> float:
        """How high the part is in which its text stands."""
        return (self.box.height - self.insets[1] - self.insets[3]) / EMU_PER_POINT

    @property
    def indent(self) -> Emu:
        """How far in its place a title begins; what hangs hangs from a bullet, which titles of ours have none of."""
        style = self.styles[0]
        return 0 if style.bullet or style.hang else style.left

    @property
    def is_shown(self) -> bool:
        """Whether something stands in a place of the foot: a number, or what was typed."""
        return self.is_upright and (self.kind == "sldNum" or bool(self.text))


def veiled(grounds: Counter[str], over: str, veil: Ink) -> Counter[str]:
    """What colours come to under a veil of another."""
    seen: Counter[str] = Counter()
    for rgb, count in grounds.items():
        seen[mixed(over, rgb, veil.opacity_percent)] += count
    return seen


class Found(Struct, frozen=True, dict=True):
    """A layout of a template. `kind` is what the format calls it, in whatever language its name is.

    Its places and what it draws are read when somebody asks: a template may have a hundred layouts, a talk uses ten.
    """

    name: str
    kind: str
    part: str
    palette: Palette
    fonts: Fonts
    page: Box
    read_slots: Callable[[], tuple[Slot, ...]]
    read_look: Callable[[], Look]
    slides: int = 0  # of the file's own, that stand on it
    opens: bool = False  # whether the slide with which the file opens stands on it
    is_made: bool = False  # of that slide, for the cover alone
    uncut: "Found | None" = None  # as the file has it

    @property
    def sort(self) -> str:
        """What it is for, by its name or else its type; "" where neither says that."""
        return sort_by_name(self.name) or sort_by_type(self.kind)

    @property
    def use(self) -> int:
        """How much speaks for it under most slides of a talk: how many of the file's own stand on it, of which one may
        be its sample; less than nothing where it is for what opens, closes or is one saying."""
        if is_seldom(self.name, self.kind):
            return -1
        return self.slides if self.slides > 1 else 0

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        return self.read_slots()

    @cached_property
    def look(self) -> Look:
        return self.read_look()

    def placed(self, slots: tuple[Slot, ...]) -> "Found":
        """The same layout with other places."""
        return structs.replace(self, read_slots=lambda: slots, read_look=lambda: self.look, uncut=self.uncut or self)

    @cached_property
    def cleared(self) -> "Found":
        """The layout with its texts in the parts of their boxes that are clear of what it draws.

        Nobody draws a text's place anew because its ground shades off: then an ink is found that can be read on all of
        it. But where most of a picture over all of it is plain, titles stand under the logo or the line that it shows.
        """
        area = self.area
        plain = area.within(self.page) if area.has_picture else Box(0, 0, 0, 0)
        is_dressed = plain.width * plain.height >= _PLAIN_SHARE * self.page.width * self.page.height

        def cut(slot: Slot) -> Slot:
            clear = slot.box if slot.kind in ("pic", *FOOT) else area.within(slot.box, AIR)
            is_under = is_dressed and slot.kind in ("title", *_TEXTS) and clear.width == slot.box.width
            if not is_under and not any(one.box.meets(slot.box) for one in area.obstacles):
                return slot
            line = LINE_EM * slot.styles[0].size_pt * EMU_PER_POINT
            if self.sort == "section" and slot.kind in TITLES and clear.height < line and area.is_calm(slot.box):
                return slot  # the name of a part is not squeezed beside an ornament on which it is read
            if slot.styles[0].align == "centre":  # it stays on its axis
                axis = slot.box.x + slot.box.width // 2
                half = max(0, min(axis - clear.x, clear.right - axis))
                clear = clear._replace(x=axis - half, width=2 * half)
            return slot if clear == slot.box else structs.replace(slot, box=clear, is_cut=True)

        return self.placed(tuple(map(cut, self.slots)))

    def beneath_text(self, place: Slot | Placeholder) -> Counter[str]:
        """The colours that lie beneath the text of a place, which may have a ground of its own."""
        grounds = self.grounds(place.box)
        return grounds if place.fill is None else veiled(grounds, self.palette.rgb(place.fill), place.fill)

    @cached_property
    def area(self) -> FreeArea:
        """What of its page is free, and what colour it is where; of the layout as the file has it."""
        if self.uncut:
            return self.uncut.area
        look, palette = self.look, self.palette
        inks = (
            ink for one in look.drawn if isinstance(one, Shape) for ink in (one.fill, one.stroke and one.stroke.ink)
        )
        colours = {ink.name: palette.rgb(ink) for ink in (look.background, *inks) if ink}
        high = FOOT_FROM * self.page.height
        taken = (one.box for one in self.slots if one.kind in FOOT and one.is_shown and one.box.y < high)
        return free_area(look, tuple(sorted(colours.items())), self.page, tuple(taken))

    def grounds(self, box: Box) -> Counter[str]:
        """The colours beneath a box, as RRGGBB, and at how many points of it each is."""
        return self.area.grounds(box)


class Read(Struct, frozen=True):
    """What was read of one master of a template; `name` is what its theme is called."""

    width: Emu
    height: Emu
    colours: Colours
    fonts: Fonts
    master: Found  # the master itself, as a layout
    layouts: tuple[Found, ...]
    name: str = ""

    @property
    def slides(self) -> int:
        """How many of the file's own slides stand on it."""
        return sum(one.slides for one in self.layouts)

    @property
    def house(self) -> Found | None:
        """The layout on which most of the file's own slides stand, of those with a title at the head; one that is
        called a cover only where more than half stand on it, and it draws what these show."""
        half = max(1, self.slides // 2)
        used = sorted((one for one in self.layouts if one.use > 0), key=lambda one: -one.use)
        used += [one for one in self.layouts if one.sort == "cover" and one.slides > half and one.look.drawn]
        return next(filter(is_headed, used), None)


def lie_over(one: Box, other: Box) -> bool:
    """Whether much of the lower of two boxes lies on the other: templates are drawn by eye."""
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return one.meets(other) and high > _OVER_SHARE * min(one.height, other.height)


def is_headed(found: Found) -> bool:
    return any(one.kind == "title" and one.is_upright and one.box.y < found.page.height / 4 for one in found.slots)


def with_fonts_of_houses(template: Parts, reads: Sequence[tuple[Read, Found | None]]) -> Parts:
    """A template whose themes have the fonts that titles and texts are set in on the layout for texts that is given
    with each master, or on this, which need not be those of the theme: so what is drawn is set as the rest, by
    reference. What referred to a font that is another now says which it was. Raises TemplateFault."""
    parts = dict(template.parts)
    for read, for_texts in reads:
        families, theme_part = _families(read, for_texts), leads_to("theme", read.master.part, parts)
        theme = parse(theme_part, parts)
        fonts = [
            (kind, theme.find(f"{A}themeElements/{A}fontScheme/{A}{tag}/{A}latin")) for kind, tag, _ in _OF_MASTERS
        ]
        own = {"title": read.fonts.titles, "body": read.fonts.text}
        others = [(kind, one) for kind, one in fonts if one is not None and families.get(kind, own[kind]) != own[kind]]
        if not others:
            continue
        roots = {one.part: parse(one.part, parts) for one in (*read.layouts, read.master)}
        latins = [one for root in roots.values() for one in root.iter(f"{A}latin")]
        told = {one.get("typeface"): dict(one.attrib) for one in latins}
        for kind, latin in others:
            latin.attrib.clear()  # with what the family is like, for where it is missing
            latin.attrib.update(told.get(families[kind], {"typeface": families[kind]}))
        now = {reference: families.get(kind, own[kind]) for kind, _, reference in _OF_MASTERS}
        usual = {one: one.get("typeface") for one in latins if one.get("typeface") in now}
        for kind, _, reference in _OF_MASTERS:
            lists = roots[read.master.part].iterfind(f"{P}txStyles/{P}{kind}Style//{A}latin")
            usual |= dict.fromkeys(lists, reference)
        for latin, reference in usual.items():
            family = read.fonts.family(font_of(latin))
            said = next((one for one in (reference, *now) if now[one] == family), family)
            if said != latin.get("typeface"):
                latin.attrib.clear()
                latin.set("typeface", said)
        parts |= {theme_part: written(theme)} | {part: written(root) for part, root in roots.items()}
    return structs.replace(template, parts=parts)


def _families(read: Read, for_texts: Found | None) -> dict[str, str]:
    """The families in which a house sets titles and texts: on its layout for texts, in its largest place for them; else
    on the master; or where that has no place for them, on all of its layouts."""
    family, least = read.fonts.family, _TEXT_SHARE * read.width * read.height
    found = {one.kind: family(one.styles[0].font) for one in reversed(read.master.slots)}
    for one in sorted(for_texts.slots if for_texts else (), key=lambda one: one.box.width * one.box.height):
        if one.kind in TITLES or (one.kind in _TEXTS and one.box.width * one.box.height >= least):
            found["title" if one.kind in TITLES else "body"] = family(one.styles[0].font)
    for kind, kinds in (("title", TITLES), ("body", _TEXTS)):
        if kind not in found:
            places = (one for layout in read.layouts for one in layout.slots if one.kind in kinds)
            said = {family(one.styles[0].font) for one in places}
            if len(said) == 1:
                found[kind] = said.pop()
    return found


def read_masters(template: Parts) -> tuple[Read, ...]:
    """Reads each master that has layouts. Raises TemplateFault where what every template has is missing."""
    presentation = parse(template.main, template.parts)
    masters = _listed(presentation, "sldMasterId", template.main, template.parts)
    if not masters:
        raise TemplateFault("it has no slide master")
    read: list[Read] = []
    called: Counter[str] = Counter()  # of masters with one name, an author tells the later ones by their number
    for part in masters:
        if found := _master(part, template, _Reader(template, part, presentation)):
            called[found.name] += 1
            number = called[found.name]
            read.append(structs.replace(found, name=f"{found.name} {number}") if number > 1 else found)
    if not read:
        raise TemplateFault("it has no layouts", "add one in PowerPoint's slide master view")
    return tuple(read)


def _master(part: str, template: Parts, reader: "_Reader") -> Read | None:
    """A master with its layouts; None where it has none."""
    parts = template.parts
    layouts = tuple(reader.layout(one) for one in _listed(reader.root, "sldLayoutId", part, parts))
    for found in layouts:
        if [one.word for one in relationships(parts, found.part)].count("slideMaster") != 1:
            hint = "open it in PowerPoint and save it again"
            raise TemplateFault(f"its layout '{found.part}' belongs to no slide master", hint)
    if not layouts:
        return None
    name = str(reader.theme.get("name", ""))
    return Read(*reader.page[2:], reader.colours, reader.fonts, reader.master(), layouts, name)


def _listed(root: Element, tag: str, part: str, parts: Mapping[str, bytes]) -> list[str]:
    """The parts that a list names, in its order."""
    targets = {one.id: one.target for one in relationships(parts, part)}
    ids = (
        [value for name, value in one.attrib.items() if name.endswith("}id")]
        for one in root.iterfind(f"{P}{tag}Lst/{P}{tag}")
    )
    return [targets[id] for own in ids for id in own if id in targets]


class _Reader:
    """Reads a master and its layouts. Raises TemplateFault."""

    def __init__(self, template: Parts, part: str, presentation: Element) -> None:
        parts, self._slides = template.parts, Counter(template.stood_on.values())
        self._parts, self._part, self.root = parts, part, parse(part, parts)
        self._opens, self._made = template.opens, template.made
        self.page, self._presentation = page_of(presentation), presentation
        self.theme_part = leads_to("theme", part, parts)
        self.theme = parse(self.theme_part, parts)
        if self.theme.tag != f"{A}theme":
            raise TemplateFault(f"its part '{self.theme_part}' is no theme", "open it in PowerPoint and save it again")
        self.colours = read_colours(self.theme)
        self.fonts = Fonts(_family(self.theme, "majorFont"), _family(self.theme, "minorFont"))
        found = self.root.find(f"{P}clrMap")
        self._map = dict(found.attrib) if found is not None else {}
        self._of_master: dict[tuple[str, ...], tuple[Palette, Look]] = {}
        self.layout = lru_cache(maxsize=None)(self._layout)
        self._find, self._parent = remembering(), lru_cache(partial(on_master, self.root))

    def master(self) -> Found:
        return self._found(self._part, self.root, Palette(self.colours, self._map), is_master=True)

    def _layout(self, part: str) -> Found:
        root = parse(part, self._parts)
        override = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        colour_map = dict(override.attrib) if override is not None else self._map
        return self._found(part, root, Palette(self.colours, colour_map))

    def _found(self, part: str, root: Element, palette: Palette, is_master: bool = False) -> Found:
        slide = root.find(f"{P}cSld")
        return Found(
            name=slide.get("name", "") if slide is not None else "",
            kind=root.get("type", ""),
            part=part,
            palette=palette,
            fonts=self.fonts,
            page=self.page,
            read_slots=lambda: tuple(self._slots(root, palette, is_master)),
            read_look=lambda: self._look(part, root, palette, is_master),
            slides=self._slides[part],
            opens=part == self._opens,
            is_made=part == self._made,
        )

    def _look(self, part: str, root: Element, palette: Palette, is_master: bool) -> Look:
        own, of_master = self._drawer(part, palette).read(root), self._look_of_master(palette)
        ground = own if own.has_ground else of_master
        under = of_master if not is_master and root.get("showMasterSp", "1") in ("1", "true") else Look((), ())
        drawn, words = (*ground.cover, *under.drawn, *own.drawn), (*own.words, *under.words)
        hidden = [at for at, one in enumerate(drawn) if _hides(one, self.page)]
        seen, unread = drawn[hidden[-1] if hidden else 0 :], (*own.unread, *under.unread)
        return Look(seen, unread, ground.background, has_number=own.has_number or under.has_number, words=words)

    def _look_of_master(self, palette: Palette) -> Look:
        """What the master draws, in the inks of a layout: read once for all that have the same."""
        if palette.mapped not in self._of_master:
            self._of_master[palette.mapped] = palette, self._drawer(self._part, palette).read(self.root)
        first, look = self._of_master[palette.mapped]
        palette.inks.update({name: rgb for name, rgb in first.inks.items() if name not in palette.inks})
        return look

    def _drawer(self, part: str, palette: Palette) -> Drawer:
        return Drawer(part, self._parts, palette, self.theme, self.page, self.theme_part)

    def _slots(self, root: Element, palette: Palette, is_master: bool) -> Iterator[Slot]:
        seen = set()
        for shape in root.iterfind(f"{P}cSld/{P}spTree/*"):
            mark = mark_of(shape)
            if mark is None:
                continue
            kind, index = mark.get("type", "obj"), whole(mark.get("idx"), 0)
            parent = None if is_master else self._parent(kind)
            shapes = [shape] if parent is None else [shape, parent]
            place = next((found for one in shapes if (found := place_of(one)) is not None), None)
            if place is None or (kind, index) in seen or not self.page.meets(box_of(place)):
                continue  # beside the page stands what is said to those who cannot see it
            seen.add((kind, index))
            of_master = self.root.find(f"{P}txStyles/{P}{_LISTS.get(kind, 'bodyStyle')}")
            defaults = self._presentation.find(f"{P}defaultTextStyle")
            inherited = Inheritance(shapes, of_master, defaults, palette, self._find)
            upright = place.get("rot", "0") == "0" and inherited.body("vert", "horz") == "horz"
            slot = Slot(
                *(name_of(shape), kind, index, box_of(place), inherited.styles(), inherited.said()),
                *(inherited.anchor(), inherited.insets(), inherited.shrinks(), upright),
                *(inherited.says_size or inherited.shows, inherited.says_bullet or inherited.shows),
                text=_shown(shape) if kind in ("dt", "ftr") else "",
                fill=_fill(shapes, palette),
            )
            yield _lined(slot) if kind in TITLES and slot.says_size else slot


def _lined(slot: Slot) -> Slot:
    """A title whose place is a little too low for a line, as Google's are, in one that holds it: it is shown so."""
    needed = round(slot.styles[0].size_pt * LINE_EM * EMU_PER_POINT) + slot.insets[1] + slot.insets[3]
    more = needed - slot.box.height
    if not 0 < more <= slot.box.height:
        return slot
    up = {"top": 0, "middle": more // 2, "bottom": more}[slot.anchor]
    return structs.replace(slot, box=slot.box._replace(y=slot.box.y - up, height=needed), is_cut=True)


def _hides(one: Drawn, page: Box) -> bool:
    """Whether nothing is seen of what lies beneath, as where a layout puts a white sheet over its master."""
    if isinstance(one, Image) or one.fill is None or len(one.path) != RECTANGLE:
        return False
    hair = EMU_PER_POINT
    return one.fill.opacity_percent == 100 and one.box.holds(
        Box(hair, hair, page.width - 2 * hair, page.height - 2 * hair)
    )


def _shown(shape: Element) -> str:
    """The text of a placeholder; fields count for none, and what only says what belongs there."""
    text = "".join(one.text or "" for one in shape.iterfind(f"{P}txBody/{A}p/{A}r/{A}t")).strip()
    called, words = f"{name_of(shape)} footer date".casefold(), re.findall(r"\w+", text.casefold())
    is_sample = any(len(one) > 3 and one in called.split() for one in words)
    is_sample |= bool(words) and 2 * sum(one in _PROMPTS for one in words) > len(words)
    # As LibreOffice saves a footer that is empty, one that is called what it is, and one of a day.
    return "" if is_sample or text.startswith("<") or _DATED.search(text) else text


def _fill(shapes: Sequence[Element], palette: Palette) -> Ink | None:
    """The ground that a placeholder has of its own: what it says itself comes before what its master's says."""
    fills = (one for shape in shapes for one in shape.iterfind(f"{P}spPr/*") if str(one.tag).endswith("Fill"))
    fill = next(fills, None)
    ink = palette.ink(fill) if fill is not None and fill.tag == f"{A}solidFill" else None
    return ink if ink and ink.opacity_percent else None  # one that nobody sees is none


def _family(theme: Element, tag: str) -> str:
    latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{tag}/{A}latin")
    return str(latin.get("typeface") or _STANDARD_FAMILY) if latin is not None else _STANDARD_FAMILY
