"""Our layouts on a template's own master, for what the template has no layout for: where their places are.

Which canvas one stands on, and in which inks, are subjects of their own: `canvas` and `inks`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import structs

from talkbuilder.drawings.words import is_tall
from talkbuilder.layout import qr
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Align, Ink, Shape, rectangle
from talkbuilder.layout.theme import FURNITURE, SLIDE_NUMBER, SOURCE, Grid, Layout, Master, Placeholder, Sizes
from talkbuilder.outputs.pptx.template import canvas as canvases
from talkbuilder.outputs.pptx.template.canvas import OVER_ALL, UNDER_HEADLINE, UNDER_TITLE, Canvas
from talkbuilder.outputs.pptx.template.covers import opened
from talkbuilder.outputs.pptx.template.hues import House, house_of
from talkbuilder.outputs.pptx.template.inks import PageInks, as_most, ground_of, in_inks_of, inks_on, on_page
from talkbuilder.outputs.pptx.template.layouts import TITLES, Found, Read
from talkbuilder.outputs.pptx.template.legibility import (
    SOURCE_PT,
    base_of,
    beside,
    foot_of,
    furniture,
    grounds_of,
    number_place,
    share_of,
    sizes,
    sizes_at,
    source_pt,
)
from talkbuilder.outputs.pptx.template.matching import (
    NEAR,
    is_headed_as,
    with_free_text,
    with_sources_of,
    with_title_of,
)
from talkbuilder.outputs.pptx.template.parts import parted
from talkbuilder.themes.layouts import LAYOUTS, NIGHT
from talkbuilder.themes.make import make_master
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.themes.table import MAPS
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_HEADS = ("Cover", "Cover with drawing", "Section", "Closing")  # which open and close
_LARGE = ("Statement", "Question", "Question with ring")  # whose title is all that they say
_LOWER = 10  # rows, by which a part begins lower on a light slide
_OVER_ROWS = 8  # over words in the middle of a slide
# Pages that with us are filled to their edges: here what fills them stands between the template's title and its foot.
_STAGED = {name: "Drawing with lead" if name.endswith("lead") else "Drawing" for name in NIGHT | MAPS}
_STAGED["Full photo"] = "Drawing with lead"
_WITH_TITLE = ("Lead", "Kicker", "Begin", "Subtitle", "Speaker")  # which stand to one side with it, or in the middle
_SAID = {"Quote": ("Quote", "Credit"), "Key quote": ("Quote", "Credit"), "Number": ("Number", "Caption")}
_LIKE_THEIRS = ("Title", SLIDE_NUMBER, *FURNITURE)  # in the template's own inks, where they can be read
_LINE_HEIGHT_EM, _UNDER_LINE_EM = 1.2, 0.25  # of a line, and of what of it lies under its letters
_MOST_OF_LINE = 0.8  # of the width of sources, that a slide number leaves of it
_TWO_LINES: Emu = round(2.6 * SOURCE_PT * EMU_PER_POINT)  # of sources
_HAIR: Emu = 2 * EMU_PER_POINT  # of the width of a slide, that a ground of all of it may leave free
_BETWEEN_BARS = 0.85  # of the width of a slide, that a photo takes from edge to edge
_LEAST_ALONE = 0.2  # of the height of a slide, that is free for the words in its middle
_APART = "where those of all other slides do, and it has them elsewhere"
_SMALLEST_SHARE = 0.5  # of a place of ours, that what a template draws may leave of it


class StandIn(NamedTuple):
    """A page of ours on a canvas: its grid, where that begins, and its sizes; and how titles over texts are aligned."""

    align: Align | None
    canvas: Canvas
    grid: Grid
    corner: tuple[Emu, Emu]
    sizes: Sizes
    titles: Mapping[str, str] = {}  # what their colours are on most slides
    across: Box = Box(0, 0, 0, 0)  # from where to where what stands under titles goes, on most slides
    is_closing: bool = False  # on the picture of a cover: on any other slide its title stands as all titles do


class StandIns(Mapping[str, Layout]):
    """Layouts by name: the template's own, and ours on its master for all others, each made when it is asked for.

    `wanted` is the layout on whose drawings ours stand; without it, that is looked for. A talk needs half of them.
    What is `called` something is not the first choice of a deck, which has another layout of that name.
    """

    def __init__(
        self,
        read: Read,
        own: Mapping[str, Layout],
        wanted: Found | None = None,
        called: str = "",
        over: Mapping[str, Found] = {},
        others: Iterable[Read] = (),
    ) -> None:
        self._read, self._wanted, self._called, self._over = read, wanted, called, over
        self._layouts = {one.part: one for each in (*others, read) for one in each.layouts}
        self._made = {name: self._named(layout) for name, layout in own.items()}
        self._apart = {*LAYOUTS} - {"Drawing"}  # those that are not yet like this at head and foot
        self._inks: dict[tuple[str, Box, bool], dict[str, str]] = {}

    def __getitem__(self, name: str) -> Layout:
        if name not in self._made:
            if name not in LAYOUTS:
                raise KeyError(name)
            is_cover = name == "Cover with drawing"  # that of a template has a picture of its own, or none
            self._made[name] = self["Cover"] if is_cover else self._named(self._stand_in(name))
        if name in self._apart:
            self._apart.remove(name)
            made = self._made[name]
            found = self._layouts.get(made.part or made.base)
            if not made.base:
                made = made if name == "Cover" else with_title_of(self["Drawing"], made, self._read)
                made = self._shaded(made, found)
            if found and SOURCE in made.placeholders and (made.part or found != self._usual.found):
                made = with_sources_of(self["Drawing"], made, found)
            if found and made.part and name in ("Bullets", "Few points"):
                made = with_free_text(made, found, self._across)
            if found and name == "Section":
                usual = self["Drawing"].placeholders["Title"].sizes_pt[0]
                made = parted(made, found, usual, self._house.main)
            if found and name == "Cover":
                made = opened(made, found, self["Drawing"].placeholders["Title"].sizes_pt[0])
            self._made[name] = made
        return self._made[name]

    def _shaded(self, made: Layout, found: Found | None) -> Layout:
        """A layout of the template's own whose title has the shade that titles have on most slides."""
        title = made.placeholders.get("Title")
        if not found or not title or not title.inherited:
            return made
        own = rgb(title.inherited[0].ink, made.palette) if title.inherited[0].ink.name else ""
        title = as_most(title, own, self._titles, found.beneath_text(title), found.palette)
        return structs.replace(made, placeholders={**made.placeholders, "Title": title})

    def _named(self, layout: Layout) -> Layout:
        return structs.replace(layout, name=f"{layout.name}, {self._called}") if self._called else layout

    def __iter__(self) -> Iterator[str]:
        return iter(LAYOUTS)

    def __len__(self) -> int:
        return len(LAYOUTS)

    def yielding(self, names: Collection[str]) -> str:
        """Why ours take the place of some layouts of the template's, so that all texts of a deck stand on one ground
        and at one place; "" where they do not: those look as that on which ours have a panel, and have none, or have
        title and points elsewhere than all else."""
        own = [self[one] for one in names if one in self._made]
        look = self._usual.found.look if self._usual.panel else None
        is_bare = any(one.look == look for one in self._read.layouts if one.part in {one.part for one in own})
        is_apart = not {"Bullets", "Sources"}.isdisjoint(names) and not all(map(self._is_in_line, own))
        for name in names if own and (is_bare or is_apart) else ():
            del self._made[name]
        return "on a panel, for they are not read well on what it shows" if is_bare else _APART if is_apart else ""

    def _is_in_line(self, layout: Layout) -> bool:
        text = layout.placeholders.get("Text") or layout.placeholders["Sources"]
        begins = text.inner.x + text.styles[0].left - text.styles[0].hang
        is_list = text.styles[0].align == "left" and abs(begins - self._across.x) <= NEAR * self._read.width
        return is_list and is_headed_as(self["Drawing"], layout, self._read)

    @cached_property
    def _house(self) -> House:
        return house_of(self._read, ground_of(self._usual))

    @cached_property
    def _usual(self) -> Canvas:
        served = self._made.get("Bullets")
        canvas = canvases.canvas_of(self._read, self._wanted, served.part if served else "")
        return canvases.in_line(canvases.on_even_ground(canvas), self._read)

    @cached_property
    def _across(self) -> Box:
        grid, corner = canvases.grid_on(self._usual, UNDER_TITLE, self._read)
        return _on_page(grid.box(1, grid.columns, 0, 1), corner)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """What the colour of the house's titles is on most slides, where that is another."""
        title, made = self._usual.title, self["Drawing"]
        own = canvases.ink_of(title, self._usual.found) if title else ""
        shown = rgb(made.placeholders["Title"].styles[0].ink, made.palette)
        return {own: shown} if own not in ("", shown) else {}

    def _canvas(self, name: str) -> Canvas:
        if (found := self._over.get(name)) and (made := canvases.over(found, self._read)):
            return made
        if self._wanted or name not in _HEADS:
            return self._usual
        cover = self["Cover"] if name != "Cover" else None
        found = self._layouts.get(cover.part or cover.base) if cover else None
        return canvases.opening_of(self._read, self._usual, name, found)

    def _stand_in(self, name: str) -> Layout:
        is_night = name in NIGHT or name == "Blank"
        title = self._usual.title
        on = _on(name, self._canvas(name), title.styles[0].align if title else None, self._read)
        titles = self._titles if name != "Drawing" else {}
        is_closing = name == "Closing" and on.canvas.found != self._usual.found
        on = on._replace(is_closing=is_closing, titles=titles, across=self._across)
        part, room = on.canvas.found.part, on.canvas.room
        for night in {False, is_night}:
            if (part, room, night) not in self._inks:
                self._inks[part, room, night] = inks_on(night, on.canvas, self._read, self._house)
        by_day = self._inks[part, room, False]
        return _stand_in(name, on, self._inks[part, room, is_night], by_day if name in NIGHT else {}, self._read)


def _on(name: str, canvas: Canvas, align: Align | None, read: Read) -> StandIn:
    grid, corner = canvases.grid_on(canvas, _begins(name), read)
    base = base_of(grid)
    between = structs.replace(grid, height=(grid.height + read.height) // 2)  # a title may fill what is left of a cover
    page = read if name in ("Section", "Statement") else between if name == "Cover" else grid
    lead = sizes_at(base.sizes, read).lead  # as titles, it is as large as the slide wants it, and not its room
    made = structs.replace(sizes_at(base.sizes, page), small=(source_pt(read),), lead=lead)
    return StandIn(align, canvas, grid, corner, made)


def notes_master(read: Read, name: str) -> Master:
    """What notes are printed with: the template's colours and fonts, on white."""
    return make_master(structs.replace(STEPPE, name=name, colours=read.colours, fonts=read.fonts), ())


def _stand_in(name: str, on: StandIn, inks: Mapping[str, str], by_day: Mapping[str, str], read: Read) -> Layout:
    """`inks` are those of what is drawn, `by_day` those of the texts beside a picture of the night."""
    found, look = on.canvas.found, on.canvas.found.look
    places, motif = _places(name, on, read), tuple(_motif(name, on))
    paint, free = PageInks(inks, by_day, on.canvas), tuple(_free_for_words(name, places, on))
    panel = paint.panel()
    if name == "Closing":  # whose title may be for a bar
        paint.name("alone", structs.replace(places["Title"], box=free[0], fill=None))
    if title := places.get("Title"):
        own, grounds = rgb(title.styles[0].ink, found.palette.inks), on.canvas.grounds(title.box)
        places["Title"] = as_most(title, own, on.titles, grounds, found.palette)
    theirs = (*_LIKE_THEIRS, "Kicker") if _is_kicker_title(name, on) else _LIKE_THEIRS
    places |= {one: paint.kept_in(place) for one, place in places.items() if one in theirs}
    places = paint.readable(places, motif)
    # LibreOffice takes what stands at the foot from the master, unless a slide says it.
    for one, place in [(one, places[one]) for one in (SLIDE_NUMBER, *FURNITURE) if one in places]:
        places[one] = structs.replace(place, inherited=_restyled(place, size_pt=0.0, ink=Ink("")).styles)
    return Layout(
        name,
        places,
        paint.kept(look.background),
        paint.palette,
        read.fonts,
        on.grid,
        on.sizes,
        (*panel, *motif),
        (*map(paint.kept_on, look.drawn), *grounds_of(places)),
        is_dark=name in NIGHT,
        unread=look.unread,
        base=found.part,
        share=share_of(found.page),
        corner=on.corner,
        shades=paint.shades,
        free=free,
    )


def _free_for_words(name: str, places: Mapping[str, Placeholder], on: StandIn) -> Iterator[Box]:
    """Where words stand that have a slide to themselves; none where the place of its title would look empty then."""
    title = places["Title"].box
    if name == "Statement":
        yield title
    if name == "Closing":
        yield _alone(on.canvas.room, places["Title"], on)


def _alone(box: Box, words: Placeholder, on: StandIn) -> Box:
    """Where words stand alone, down to where a box ends: on the edge of what stands under titles on most slides, or in
    its middle, from the height of these on, unless they have a ground of their own, or from where the box begins; else
    that box."""
    title, panel = on.canvas.title, on.canvas.panel
    is_over = title and not panel and title.box.y < box.y and not canvases.is_kept_for_title(on.canvas)
    for y in (max(0, title.box.y), box.y) if title and is_over else (box.y,):
        wide = on.across._replace(y=y, height=box.bottom - y)
        free = on.canvas.within(wide)
        sides = {"left": wide.x - free.x, "right": wide.right - free.right, "centre": wide.width - free.width}
        is_large = free.height >= _LEAST_ALONE * on.canvas.page.height and 2 * free.width >= wide.width
        if not sides[words.styles[0].align] and is_large:
            return free
    return box


def _places(name: str, on: StandIn, read: Read) -> dict[str, Placeholder]:
    """Where everything stands, by name, in the inks that it has with us or on the template."""
    places: dict[str, Placeholder] = {}
    for place in LAYOUTS[_STAGED.get(name, name)](on.grid, on.sizes):
        align: Align = places["Title"].styles[0].align if "Title" in places else "left"
        is_line = _is_line(place.name, name, on.grid, align)
        if "Title" in places and (place.name in _WITH_TITLE or is_line):
            place = _restyled(place, align=align)
            across = on.grid.box(1, on.grid.columns, 0, 1)
            wide = place.box._replace(x=across.x, width=across.width)
            place = structs.replace(place, box=wide) if place.name not in _WITH_TITLE else place
        if made := _placed(place, name, on, read):
            raised = made.box._replace(y=on.grid.rise[0], height=made.box.bottom - on.grid.rise[0])
            if place.name == "Lead" and on.grid.rise[0] and on.canvas.within(raised) != raised:
                made = structs.replace(made, box=canvases.headed_by(places["Title"], made.box))
            is_central = align == "centre" and (is_line or place.name == "Lead")
            places[place.name] = _under_middle(made, places["Title"].inner, on) if is_central else made
    if name in ("Cover", "Section"):
        places |= _on_one_axis(places, on, ("Kicker",) if _is_kicker_title(name, on) else ())
    if name == "Full photo":
        photo = _photo_over(places.pop("Lead"), on)
        places = {"Title": places["Title"], **photo, **places}  # read in this order, its source behind it
    theirs = furniture(on.canvas.found)
    places |= {one: structs.replace(place, index=21 + at) for at, (one, place) in enumerate(theirs.items())}
    if name == "Photo":
        places |= _photo(places, on)
    if name in ("Ask", "Ask with code"):
        panel, inset = _on_page(_asked(name, on.grid), on.corner), on.grid.gutter
        for one in (places["Text"], places["Contact"]):
            if panel.meets(one.box):
                top = one.box.y + inset if one.name == "Text" else max(one.box.y, panel.y)
                box = Box(one.box.x + inset, top, one.box.width - 2 * inset, one.box.bottom - top)
                places[one.name] = structs.replace(one, box=box)
    if SOURCE in places:
        source = places[SOURCE] = _sources(places[SOURCE], places.get(SLIDE_NUMBER), on)
        if name in _LARGE and source.box.meets(box := places["Title"].box):  # which fills all of its page
            places["Title"] = structs.replace(places["Title"], box=box._replace(height=source.box.y - box.y))
    if name == "Blank":  # whose name is for who speaks, and stands where sources do
        places["Title"] = _sources(places["Title"], places.get(SLIDE_NUMBER), on)
    if (kicker := places.get("Kicker")) and kicker.box.meets(box := places["Title"].box):
        over = kicker.box if _is_kicker_title(name, on) else box._replace(height=kicker.box.height)
        under = box._replace(y=over.bottom, height=box.bottom - over.bottom)
        places["Kicker"] = structs.replace(kicker, box=over)
        places["Title"] = structs.replace(places["Title"], box=under)
    return places


def _is_line(place: str, name: str, grid: Grid, align: Align) -> bool:
    """Whether a text is a line or two that stands alone under its title, and so to the side where that does; more than
    that is only in the middle with it."""
    if align == "centre" and place in _SAID.get(name, ()):
        return True
    if name == "Closing":
        return place in ("Text", "Contact")
    return place == "Text" and (name == "Ask" or (name == "Ask with code" and not _is_on_panel(grid)))


def _under_middle(place: Placeholder, title: Box, on: StandIn) -> Placeholder:
    """A place as wide as it may be in the middle under its title."""
    middle = title.x + title.width // 2
    wide = place.box._replace(x=title.x, width=title.width)
    if abs(place.box.x + place.box.right - 2 * middle) > _HAIR and on.canvas.within(wide) == wide:
        return structs.replace(place, box=wide)
    half = min(middle - place.box.x, place.box.right - middle)
    if 2 * half < _SMALLEST_SHARE * place.box.width:
        return place
    return structs.replace(place, box=place.box._replace(x=middle - half, width=2 * half))


def _is_on_panel(grid: Grid) -> bool:
    """Whether what to do stands on the panel: a low page leaves a code no room under it."""
    return qr.place(grid).y < 39 * grid.row


def _placed(place: Placeholder, name: str, on: StandIn, read: Read) -> Placeholder | None:
    """A place of ours on the template's page: where the template has it, else where our grid does, off what is drawn;
    None for a number that this page does without."""
    begins = _begins(name)
    if name == "Section" and place.name in ("Title", "Kicker"):
        place = structs.replace(place, box=place.box._replace(y=place.box.y + _LOWER * on.grid.row))
    is_alike = begins != OVER_ALL and (name != "Closing" or not on.is_closing)
    if place.name == "Title" and name == "Statement":
        rows = OVER_ALL + _OVER_ROWS, on.grid.foot[0]
        place = structs.replace(place, box=on.grid.box(1, on.grid.columns, *rows), anchor="middle")
    if place.name == "Title" and is_alike:  # one place for all titles that something stands under
        lead = " with lead" if begins < UNDER_TITLE else ""
        place = LAYOUTS[f"Drawing{lead}"](on.grid, on.sizes)[0]
    if place.name == "Kicker" and _is_kicker_title(name, on):
        return _titled(place, "Drawing", on, read)
    made = (
        _titled(place, name, on, read)
        if place.name == "Title" and name != "Blank"
        else _hung(place, share_of(on.canvas.page))
    )
    if place.name == "Title" and name == "Statement":
        whole = _on_page(place.box, on.corner)
        # What is free over a line or under it; or beside what stands in a corner over all else.
        free, page = on.canvas.within(whole), on.canvas.page
        box = free if free.height >= _LEAST_ALONE * page.height and 2 * free.width >= page.width else whole
        made = structs.replace(made, box=_alone(box, made, on))
    if made.box == place.box:
        made = _free(structs.replace(made, box=_on_page(place.box, on.corner)), on)
    return _number(made, on, read) if place.name == SLIDE_NUMBER else made


def _is_kicker_title(name: str, on: StandIn) -> bool:
    """Whether the line over a title that fills its page stands where the template has its titles."""
    return name in ("Section", *_LARGE) and canvases.is_kept_for_title(on.canvas)


def _photo_over(lead: Placeholder, on: StandIn) -> dict[str, Placeholder]:
    """A photo as large as a page of the template has room for, from edge to edge where no more than a bar is drawn at
    its sides and no form lies under it that would stick out, with its caption where a `lead` stands."""
    _, picture, caption, *_ = LAYOUTS["Full photo"](on.grid, on.sizes)
    stage = on.grid.box(1, on.grid.columns, 25, on.grid.foot[0] - 1.5)
    box = _on_page(stage, on.corner)
    wide, area = box._replace(x=0, width=on.canvas.page.width), on.canvas.area
    free = area.within(wide, 0, "drawings")
    inner = wide._replace(x=_HAIR, width=wide.width - 2 * _HAIR)
    is_framed = any(one.box.holds(box) and not one.box.holds(inner) for one in on.canvas.found.look.drawn)
    if not (is_framed or on.canvas.panel) and free.height == wide.height and free.width >= _BETWEEN_BARS * wide.width:
        beside = [one.box for one in area.obstacles if one.box.meets(wide)]
        left = max((one.right for one in beside if one.right <= free.x), default=0)
        right = min((one.x for one in beside if one.x >= free.right), default=wide.width)
        box = wide._replace(x=left, width=right - left)
    picture = structs.replace(picture, box=box)
    return {"Picture": picture, "Caption": structs.replace(lead, name=caption.name, index=caption.index)}


def _sources(source: Placeholder, number: Placeholder | None, on: StandIn) -> Placeholder:
    """Sources over the whole width that is free, above a slide number or beside it."""
    across = _on_page(on.grid.box(1, on.grid.columns, 0, 1), on.corner)
    wide = structs.replace(source, box=source.box._replace(x=across.x, width=across.width))
    source = structs.replace(_free(_restyled(wide, ink=Ink("text")), on), anchor="bottom")
    above = number.box.y - source.box.y if number and number.box.meets(source.box) else 0
    box = source.box._replace(height=above) if above >= _TWO_LINES else beside(source.box, number)
    return structs.replace(source, box=_on_line(box, source, number, on) if number else box)


def _on_line(box: Box, source: Placeholder, number: Placeholder, on: StandIn) -> Box:
    """A place for sources whose last line stands on that of the slide number beside it, if it is free there too."""
    size_pt, inner = number.styles[0].size_pt, number.inner
    spare = inner.height - round(_LINE_HEIGHT_EM * size_pt * EMU_PER_POINT)
    ends = inner.bottom - round({"top": 1.0, "middle": 0.5, "bottom": 0.0}[number.anchor] * spare)
    ends += round(_UNDER_LINE_EM * (source.styles[0].size_pt - size_pt) * EMU_PER_POINT)
    moved = beside(box._replace(y=box.y + ends - box.bottom), number)
    is_near = abs(moved.y - box.y) <= _TWO_LINES and moved.bottom <= foot_of(on.canvas.found)
    is_ruled = any(moved.y < under and over < moved.bottom for over, under in (on.grid.rule,))
    is_free = on.canvas.within(moved) == moved and moved.width >= _MOST_OF_LINE * box.width
    return moved if is_near and is_free and not is_ruled else box


def _restyled(place: Placeholder, **traits: Any) -> Placeholder:
    """A place whose styles have some traits."""
    return structs.replace(place, styles=tuple(structs.replace(one, **traits) for one in place.styles))


def _hung(place: Placeholder, share: float) -> Placeholder:
    """A place for texts whose points hang as far from their bullets as these are large."""
    hung = (structs.replace(one, left=round(share * one.left), hang=round(share * one.hang)) for one in place.styles)
    return _restyled(structs.replace(place, styles=tuple(hung)), font="text")


def _begins(name: str) -> float:
    """The row at which a page of ours begins beneath the template's title; where it has none, all of it is ours."""
    name = _STAGED.get(name, name)
    if name in ("Cover", "Section", "Blank", *_LARGE):
        return OVER_ALL
    return UNDER_HEADLINE if name.endswith("with lead") else _FIRST_ROWS.get(name, UNDER_TITLE)


_FIRST_ROWS = {"Poster": UNDER_HEADLINE, "Key quote": 19.0}


def _on_page(box: Box, corner: tuple[Emu, Emu]) -> Box:
    return box._replace(x=box.x + corner[0], y=box.y + corner[1])


def _on_one_axis(places: Mapping[str, Placeholder], on: StandIn, but: Iterable[str]) -> dict[str, Placeholder]:
    """What opens a talk or a part, in one width: all of the page's where the title stands in the middle."""
    last = on.grid.columns - (places["Title"].styles[0].align != "centre")
    across = _on_page(on.grid.box(1, last, 0, 1), on.corner)
    heads = {name: place for name, place in places.items() if name in ("Title", *_WITH_TITLE) and name not in but}
    wide = [place.box._replace(x=across.x, width=across.width) for place in heads.values()]
    free = [_free(structs.replace(place, box=box), on) for place, box in zip(heads.values(), wide, strict=True)]
    left, right = max(one.box.x for one in free), min(one.box.right for one in free)
    width = max(right - left, across.width // 2)
    return {
        name: structs.replace(one, box=one.box._replace(x=left, width=width))
        for name, one in zip(heads, free, strict=True)
    }


def _free(place: Placeholder, on: StandIn) -> Placeholder:
    """A place without what the template draws on; as it is, where that would leave too little of it."""
    box = on.canvas.within(place.box)
    is_enough = box.width * box.height >= _SMALLEST_SHARE * place.box.width * place.box.height
    return structs.replace(place, box=box) if is_enough else place


def _titled(place: Placeholder, name: str, on: StandIn, read: Read) -> Placeholder:
    """Our title, in letters like the template's own; where it stands over a page, in the template's place for it."""
    slots = (one for found in (on.canvas.found, read.master, *read.layouts) for one in found.slots)
    slot = on.canvas.title or next((one for one in slots if one.kind in TITLES), None)
    if slot is None:
        return place
    own = place.styles[0]
    begins = _begins(name)
    align = (
        {"align": on.align} if on.align and (begins != OVER_ALL or name == "Statement") else {}
    )  # as over all that is told
    slot = structs.replace(slot, styles=tuple(structs.replace(on_page(one, on.canvas), **align) for one in slot.styles))
    known = slot.styles[0]
    traits = {name: getattr(known, name) for name in ("font", "italic", "ink", "capitals", "spacing_pt", "align")}
    traits["bold"] = known.bold or not slot.says_size
    natural = known.size_pt if slot.says_size else own.size_pt
    scale = sizes(max(natural, 28 * share_of(read)), 24, read)  # no smaller than what it is the title of
    if on.canvas.title is None or begins == OVER_ALL:
        free = _free(structs.replace(place, box=_on_page(place.box, on.corner)), on)
        return structs.replace(free, styles=(structs.replace(own, **traits),) * len(place.styles))
    # A longer one is set smaller, and one for which its place is too low stands out of that.
    style = structs.replace(
        known, size_pt=scale[0], left=slot.indent, hang=0, bullet="", bold=bool(traits["bold"]), before_pt=0.0
    )
    return structs.replace(
        place,
        box=slot.box,
        styles=(style,) * len(place.styles),
        sizes_pt=scale,
        anchor=slot.anchor,
        insets=slot.insets,
        fill=slot.fill,
    )


def _number(place: Placeholder, on: StandIn, read: Read) -> Placeholder | None:
    """The slide number where the template has its own, on this layout or on its master; None where it has none, as its
    own layouts then have none either, or where it could not be read."""
    slots = (*on.canvas.found.slots, *read.master.slots)
    upright = (one for one in slots if one.kind == "sldNum" and one.is_upright)
    slot = next((one for one in upright if one.box.meets(on.canvas.page)), None)
    if slot is None:
        return None
    known = in_inks_of(slot.styles[0], on.canvas.found)
    style = structs.replace(known, left=0, hang=0, bullet="")
    made = number_place(structs.replace(slot, styles=(style,)), on.canvas.found)
    return made and structs.replace(made, index=place.index, is_moved=False)


def _photo(places: Mapping[str, Placeholder], on: StandIn) -> dict[str, Placeholder]:
    """A photo with its caption beside it, in more of the width than with us; on a tall page under it."""
    grid, gap = on.grid, 2 * on.grid.row
    room, caption = grid.box(1, grid.columns, 25, 76), places["Caption"]
    if is_tall(room):
        photo = room._replace(height=min(room.height * 5 // 8, room.width * 3 // 4))
        box = room._replace(y=photo.bottom + gap, height=room.bottom - photo.bottom - gap)
        caption = structs.replace(caption, anchor="top")
    else:
        photo, box = grid.box(1, 7, 25, 76), grid.box(8, grid.columns, 25, 76)
        box = box._replace(x=box.x + gap, width=box.width - gap)
    return {
        "Picture": structs.replace(places["Picture"], box=_on_page(photo, on.corner)),
        "Caption": _free(structs.replace(caption, box=_on_page(box, on.corner)), on),
    }


def _asked(name: str, grid: Grid) -> Box:
    """The panel under the way to answer, from margin to margin."""
    if name == "Ask":
        return grid.box(1, grid.columns, 45, 76)
    top = 24 if _is_on_panel(grid) else qr.place(grid).y / grid.row - 1.5
    return grid.box(1, grid.columns, top, 77)


def _motif(name: str, on: StandIn) -> Iterable[Shape]:
    """What ours draws beneath its texts: no more than these need."""
    grid = on.grid
    if name in ("Ask", "Ask with code"):
        box = _on_page(_asked(name, grid), on.corner)
        whole = on.canvas.panel.box if on.canvas.panel else on.canvas.within(box)
        left, right = max(box.x, whole.x), min(box.right, whole.right)
        yield rectangle("Panel", box._replace(x=left, width=right - left), Ink("panel"))
    if name == "Blank":  # dark on purpose: the room looks at who speaks, and nothing else is to be seen
        yield rectangle("Night", on.canvas.page, Ink("ground"))
