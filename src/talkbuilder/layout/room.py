"""Whether texts have room on a page, and layouts on which they have more: in smaller letters than a theme of ours."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from talkbuilder.layout.items import Group, Item, Link, Table, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Layout, Placeholder, Scale, Sizes

# In points, one after the other: what is smaller than the first is for a few words that would else be lost.
STEPS_PT = (18.0, 16.0, 14.0, 12.0)
_SMALLEST_PT = 10.0  # of sources


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """All texts, those inside other items included."""
    for item in items:
        match item:
            case Text():
                yield item
            case Group():
                yield from texts_of(item.items)
            case Link():
                yield from texts_of((item.item,))
            case Table():
                yield from (cell.text for row in item.rows for cell in row)
            case _:
                pass


def lacks_room(pages: Iterable[Page]) -> bool:
    return any(text.surplus for page in pages for text in texts_of(page.items))


def roomier(layout: Layout, least_pt: float) -> Layout:
    """A layout whose texts may be as small as that; sources a step smaller than they were."""
    places = {name: _smaller(place, least_pt) for name, place in layout.placeholders.items()}
    made = {name: getattr(layout.sizes, name) for name in Sizes.__struct_fields__}
    scales = {
        name: _down_to(scale, least_pt if name != "small" else _SMALLEST_PT)
        for name, scale in made.items()
        if isinstance(scale, tuple)
    }
    return structs.replace(layout, placeholders=places, sizes=structs.replace(layout.sizes, **scales))


def _smaller(place: Placeholder, least_pt: float) -> Placeholder:
    if place.name == SLIDE_NUMBER:
        return place
    return structs.replace(place, sizes_pt=_down_to(place.sizes_pt, _SMALLEST_PT if place.name == SOURCE else least_pt))


def _down_to(scale: Scale, least_pt: float) -> Scale:
    """A scale with steps of an eighth below its last, down to the least."""
    made = list(scale)
    while made[-1] > least_pt:
        made.append(max(least_pt, float(int(made[-1] * 7 / 8))))
    return tuple(made)
