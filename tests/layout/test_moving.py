"""Pages that are moved: all that stands on them moves alike."""

from msgspec import structs

from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Text, inside
from talkbuilder.layout.moving import at_home, moved_page
from talkbuilder.layout.page import Page
from talkbuilder.talk.talk import plain
from talkbuilder.units import EMU_PER_POINT
from tests.sample import SLIDES, built, slide, talk

_DECK = built(talk("\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES)))[0]
_CORNER = (127_000, 254_000)


def pairs() -> list[tuple[Item, Item]]:
    made = []
    for page in _DECK.pages:
        layout = structs.replace(page.layout, corner=_CORNER)
        moved: Page = moved_page(page, layout, layout)
        made += list(zip(inside(page.items), inside(moved.items), strict=True))
    return made


def test_boxes_lie_as_far_from_each_other_as_before() -> None:
    kinds = set()
    for before, after in pairs():
        if isinstance(before, Link):
            continue
        kinds.add(type(before))
        assert not isinstance(after, Link)
        assert after.box == before.box._replace(x=before.box.x + _CORNER[0], y=before.box.y + _CORNER[1])
    assert {Text, Shape, Group, Chart, Image} <= kinds


def test_letters_move_with_their_boxes() -> None:
    for before, after in pairs():
        if not isinstance(before, Text):
            continue
        assert isinstance(after, Text)
        for line, moved in zip(before.lines, after.lines, strict=True):
            for run, other in zip(line.runs, moved.runs, strict=True):
                assert (other.text, other.size_pt) == (run.text, run.size_pt)
                assert abs(other.x_pt - (run.x_pt + _CORNER[0] / EMU_PER_POINT)) < 0.01
                assert abs(other.baseline_pt - (run.baseline_pt + _CORNER[1] / EMU_PER_POINT)) < 0.01


def test_a_layout_at_home_tells_its_places_from_the_corner_of_its_page() -> None:
    layout = structs.replace(_DECK.pages[0].layout, corner=_CORNER)
    home = at_home(layout)
    for name, place in layout.placeholders.items():
        assert home.placeholders[name].box == place.box._replace(x=place.box.x - 127_000, y=place.box.y - 254_000)


def test_all_that_is_drawn_on_a_larger_page_is_as_large_beside_its_words_as_on_ours() -> None:
    page = next(one for one in _DECK.pages if one.kind == "steps")
    layout = structs.replace(page.layout, share=1.53, corner=_CORNER)
    assert at_home(layout).share == 1
    drawn = [one for one in inside(page.items) if isinstance(one, Shape) and one.stroke]
    larger = [one for one in inside(moved_page(page, layout, layout).items) if isinstance(one, Shape) and one.stroke]
    assert drawn
    for one, other in zip(drawn, larger, strict=True):
        assert one.stroke
        assert other.stroke
        assert abs(other.stroke.width_pt - 1.53 * one.stroke.width_pt) < 0.001
        assert abs(other.box.width - 1.53 * one.box.width) < 2


def test_what_fills_a_place_on_a_larger_page_is_as_large_as_that_to_a_hair() -> None:
    page = next(one for one in _DECK.pages if one.kind == "steps")
    layout = structs.replace(page.layout, share=1.53, corner=_CORNER)
    place = layout.placeholders["Title"]
    text = fit("title", (plain("Words", page.span),), at_home(layout).placeholders["Title"], layout.fonts)
    (title,) = moved_page(structs.replace(page, items=(text,)), layout, layout).items
    assert isinstance(title, Text)
    assert (title.box, title.styles) == (place.box, place.styles)
