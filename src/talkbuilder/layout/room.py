"""Whether texts have room on a page, and how they get more on a template: in smaller letters, in other boxes."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from talkbuilder.layout.draft_mark import letters_in, of_template
from talkbuilder.layout.fit import fit, fits, height_pt
from talkbuilder.layout.items import Chart, Item, Link, SetRun, Table, Text, inside, rebuilt
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Layout, Placeholder, Scale
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_LEAST_PT, _SOURCE_PT = 18.0, 14.0  # of texts and of sources
TINY_PT = 10.0  # which few can read, but a deck is there
_MORE = 1.02  # than a text needs, so that it has room whoever shows it
_HAIR: Emu = 2 * EMU_PER_POINT  # over and under letters, that is theirs only where they have accents
_EVEN = ("Title", "Lead", "Text", "Caption")
_NEARLY_ALL = 0.94  # of the texts in one place: what is longer is set smaller alone
_EDGE: Emu = 6 * EMU_PER_POINT  # of the slide, that stays free


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """All texts, those inside other items included."""
    return (item for item in inside(items) if isinstance(item, Text))


def lacks_room(pages: Iterable[Page]) -> bool:
    return any(text.surplus for page in pages for text in texts_of(page.items))


def roomier(layout: Layout, least_pt: float = _LEAST_PT) -> Layout:
    """A layout whose texts may be as small as can be read from the last row; sources smaller."""
    places = {name: _smaller(place, least_pt) for name, place in layout.placeholders.items()}
    scales = {name: getattr(layout.sizes, name) for name in layout.sizes.__struct_fields__ if name != "small"}
    made = {name: _down_to(one, least_pt) for name, one in scales.items() if isinstance(one, tuple)}
    return structs.replace(layout, placeholders=places, sizes=structs.replace(layout.sizes, **made))


def _smaller(place: Placeholder, least_pt: float) -> Placeholder:
    if place.name == SLIDE_NUMBER:
        return place
    return structs.replace(
        place, sizes_pt=_down_to(place.sizes_pt, min(least_pt, _SOURCE_PT) if place.name == SOURCE else least_pt)
    )


def _down_to(scale: Scale, least_pt: float) -> Scale:
    """A scale with steps of an eighth below its last, down to the least."""
    made = list(scale)
    while made[-1] > least_pt:
        made.append(max(least_pt, float(int(made[-1] * 7 / 8))))
    return tuple(made)


def widened(page: Page, size: tuple[Emu, Emu]) -> Page:
    """A page on which texts without room have larger boxes, as far as nothing that is read or is a logo lies there."""
    logos = tuple(of_template(page.layout, size))
    for text in [one for one in texts_of(page.items) if one.surplus and _in_box(one, one.box, page).surplus]:
        others = [one for one in inside(page.items) if one is not text and isinstance(one, Text | Chart | Table)]
        crowded = [one for one in others if isinstance(one, Text) and one.surplus]
        taken = [*letters_in(one for one in others if one not in crowded), *(one.box for one in crowded)]
        taken += [one for one in logos if not one.meets(text.box)]
        larger = [*_larger(text, page)]
        if not text.placeholder:  # a label keeps to its line if it can
            larger.sort(key=lambda one: one.width * one.height)
        tried = (_in_box(text, box, page) for box in larger)
        if made := next((one for one in tried if not one.surplus and _is_free(one, taken, size)), None):
            page = structs.replace(page, items=tuple(_exchanged(item, text, made) for item in page.items))
    return page


def evened(slides: list[tuple[Page, ...]]) -> list[tuple[Page, ...]]:
    """Slides on which texts that stand in one place have one size: the largest at which nearly all have room."""
    found = [one for pages in slides for page in pages for one in _placed(page)]
    sizes: dict[tuple[str, Emu], float] = {}
    for key in dict.fromkeys(key for key, *_ in found):
        same = [(text, place, page) for one, text, place, page in found if one == key]
        scale = sorted({size for _, place, _ in same for size in place.sizes_pt}, reverse=True)
        sizes[key] = next((size for size in scale if _share(size, same) >= _NEARLY_ALL), scale[-1])

    def set_in(page: Page) -> Page:
        for key, text, place, _ in _placed(page):
            scale = (sizes[key], *(size for size in place.sizes_pt if size < sizes[key]))
            made = fit(text.name, text.paragraphs, structs.replace(place, sizes_pt=scale), page.layout.fonts)
            if not made.surplus:
                made = structs.replace(made, span=text.span)
                page = structs.replace(page, items=tuple(made if one is text else one for one in page.items))
        return page

    return [tuple(map(set_in, pages)) for pages in slides]


def _placed(page: Page) -> Iterator[tuple[tuple[str, Emu], Text, Placeholder, Page]]:
    """The texts of a page whose size is to be that of others, by which place of which height they stand in."""
    for text in page.items:
        if isinstance(text, Text) and text.placeholder in _EVEN and len(text.lines):
            place = page.layout.placeholders[text.placeholder]
            if place.box == text.box:
                yield (text.placeholder, place.box.y), text, place, page


def _share(size_pt: float, same: list[tuple[Text, Placeholder, Page]]) -> float:
    """How many of some texts have room in a size."""
    return sum(fits(text.paragraphs, place, page.layout.fonts, size_pt) for text, place, page in same) / len(same)


def _exchanged(item: Item, text: Text, other: Text) -> Item:
    """An item in which another text stands for one."""
    return rebuilt(item, lambda one: other if one is text else one)


def _larger(text: Text, page: Page) -> Iterator[Box]:
    """The boxes in which a text would have room: in more or wider lines, away from where it is held, or to any side."""
    box, align = text.box, text.styles[0].align
    for share in dict.fromkeys((1.0, (1 + text.too_wide) * _MORE, 1.25, 1.5, 2.0)):
        width = round(box.width * share)
        if share < (1 + text.too_wide):
            continue
        place = _place(text, box._replace(width=width), page)
        high = height_pt(text.paragraphs, place, page.layout.fonts, _size(text))
        if high is None:
            continue
        _, top, _, bottom = place.insets
        more = max(0, round(high * EMU_PER_POINT * _MORE) + top + bottom - box.height)
        left = box.width - width
        down, right = {"top": 0.0, "middle": 0.5, "bottom": 1.0}, {"left": 0.0, "centre": 0.5, "right": 1.0}
        for up in dict.fromkeys((down[text.anchor], 0.0, 0.5, 1.0)):
            x, y = box.x + round(left * right[align]), box.y - round(more * up)
            yield Box(x, y, width, box.height + more)


def _is_free(text: Text, taken: Iterable[Box], size: tuple[Emu, Emu]) -> bool:
    """Whether the letters of a text stay on the slide, and meet none of some boxes."""
    letters = [one._replace(y=one.y + _HAIR, height=one.height - 2 * _HAIR) for one in letters_in((text,))]
    slide = Box(_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE)
    is_on_slide = all(
        one.x >= slide.x and one.y >= slide.y and one.right <= slide.right and one.bottom <= slide.bottom
        for one in letters
    )
    return is_on_slide and not any(one.meets(other) for one in letters for other in taken)


def _in_box(text: Text, box: Box, page: Page) -> Text:
    made = fit(text.name, text.paragraphs, _place(text, box, page), page.layout.fonts)
    return structs.replace(made, span=text.span)


def _place(text: Text, box: Box, page: Page) -> Placeholder:
    place = page.layout.placeholders.get(text.placeholder) or Placeholder("", "body", 0, box, (), ())
    return structs.replace(place, box=box, styles=text.styles, sizes_pt=(_size(text),), anchor=text.anchor)


def _size(text: Text) -> float:
    return text.styles[0].size_pt


def at_home(layout: Layout) -> Layout:
    """A layout whose places are told from the corner of its grid's page."""
    back = _Way(-layout.corner[0], -layout.corner[1])
    places = {name: structs.replace(one, box=back.box(one.box)) for name, one in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places)


def moved_page(page: Page, layout: Layout) -> Page:
    """A page that was laid out `at_home`, where it stands on its slide."""
    way = _Way(*layout.corner)
    return structs.replace(page, layout=layout, items=tuple(rebuilt(one, way.item) for one in page.items))


class _Way(Struct, frozen=True):
    """From a page of its own to a slide."""

    x: Emu
    y: Emu

    def item(self, item: Item) -> Item:
        match item:
            case Text():
                return self.text(item)
            case Chart():
                return structs.replace(item, box=self.box(item.box), plot=self.box(item.plot))
            case Table():
                rows = tuple(
                    tuple(structs.replace(cell, text=self.text(cell.text)) for cell in row) for row in item.rows
                )
                return structs.replace(item, box=self.box(item.box), rows=rows)
            case Link():
                return item
        return structs.replace(item, box=self.box(item.box))

    def text(self, text: Text) -> Text:
        lines = tuple(
            structs.replace(
                line,
                runs=tuple(map(self.run, line.runs)),
                bullet=self.run(line.bullet) if line.bullet else None,
            )
            for line in text.lines
        )
        return structs.replace(text, box=self.box(text.box), lines=lines)

    def run(self, run: SetRun) -> SetRun:
        x_pt, y_pt = self.x / EMU_PER_POINT, self.y / EMU_PER_POINT
        return structs.replace(run, x_pt=run.x_pt + x_pt, baseline_pt=run.baseline_pt + y_pt)

    def box(self, box: Box) -> Box:
        return box._replace(x=box.x + self.x, y=box.y + self.y)
