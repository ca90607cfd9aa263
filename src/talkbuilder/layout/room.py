"""Whether texts have room on a page, and layouts on which they have more: in smaller letters than a theme of ours."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from talkbuilder.layout.items import Item, Text, inside
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Layout, Placeholder, Scale

_LEAST_PT, _SMALLEST_PT = 18.0, 10.0  # of texts and of sources
# By how much a whole page is made smaller where even that does not help: few words would else be lost.
SCALES = (0.9, 0.8, 0.7, 0.6, 0.5)


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """All texts, those inside other items included."""
    return (item for item in inside(items) if isinstance(item, Text))


def lacks_room(pages: Iterable[Page]) -> bool:
    return any(text.surplus for page in pages for text in texts_of(page.items))


def roomier(layout: Layout) -> Layout:
    """A layout whose texts may be as small as can be read from the last row; sources smaller."""
    places = {name: _smaller(place) for name, place in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places)


def _smaller(place: Placeholder) -> Placeholder:
    if place.name == SLIDE_NUMBER:
        return place
    return structs.replace(
        place, sizes_pt=_down_to(place.sizes_pt, _SMALLEST_PT if place.name == SOURCE else _LEAST_PT)
    )


def _down_to(scale: Scale, least_pt: float) -> Scale:
    """A scale with steps of an eighth below its last, down to the least."""
    made = list(scale)
    while made[-1] > least_pt:
        made.append(max(least_pt, float(int(made[-1] * 7 / 8))))
    return tuple(made)
