"""The slide with which the file opens, as a layout for the cover: its ground, what it draws, and where it has its title
and its subtitle; never its words, nor a picture on which none stand, for that may show what its talk is about."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import structs

from talkbuilder.outputs.pptx.template.changing import (
    NUMBER,
    SUBTITLE,
    TITLE,
    Layouts,
    Place,
    Traits,
    middle_of,
)
from talkbuilder.outputs.pptx.template.free_area import is_logo
from talkbuilder.outputs.pptx.template.house import GROUND, Slide, looks_of, pictures_of, slide_of, traits_of, words_of
from talkbuilder.outputs.pptx.template.layouts import lie_over
from talkbuilder.outputs.pptx.template.package import Element, Parts, relationships, whole
from talkbuilder.outputs.pptx.template.shapes import box_of, place_of
from talkbuilder.outputs.pptx.template.styles import FOOT, A, P, mark_of
from talkbuilder.units import Box

_MOST_BYTES = 500_000  # of a slide that is looked at
_FIRST = 3  # slides, of which one opens
_LARGE, _ALL = 0.3, 0.9  # of the page, and of its width, that a picture takes which is more than an ornament
_DEEP = 0.34  # of the page, that no subtitle fills
_WIDE = 0.4  # of the page, that a text has room for any title on
_LOWEST = 0.95  # of the page, down to which lines reach that a slide has no place for
_BAR = 3  # times as high as the text on it
_NAME = "First slide"


def with_opening(template: Parts) -> Parts:
    """A template with a layout for the cover, where the slide that opens the file shows more than the layout that it
    stands on. Raises TemplateFault."""
    layouts = Layouts(template)
    slide = _first(template, layouts)
    if slide is None:
        return template
    repeated = _repeated(template)
    ground, drawings = slide.ground, [*_drawings(slide, layouts, layouts.drawn(slide.layout), repeated)]
    ground = None if ground is None or looks_of(ground, slide, layouts.file) is None else ground
    is_dressed = ground is not None or any((box := layouts.box(one)) and layouts.covers(box) for one in drawings)
    was, is_covered = layouts.ground(slide.layout), any(map(layouts.covers, layouts.drawn(slide.layout)))
    is_sample = _is_sample(slide, layouts)
    # A photo that a slide has over a ground of the house's is of its talk; a colour is the house's.
    is_dressed = is_sample or (is_dressed and not is_covered and (was is None or _is_plain(ground)))
    places = _places(slide, layouts, is_dressed)
    if not is_dressed:
        title, subtitle = (layouts.box_of(slide.layout, place) for place in (TITLE, SUBTITLE))
        is_needed = title is None or (SUBTITLE in places and (subtitle is None or lie_over(title, subtitle)))
        places = places if is_needed else {}
        taken = [title, subtitle, *(box for box, _ in places.values())]
        drawings = [one for one in drawings if _is_logo_beside(taken, one, slide, layouts, repeated)]
        if layouts.sort(slide.layout) not in ("", "cover", "blank") or not (places or drawings):
            return structs.replace(template, opens=slide.layout)
    boxes = [box for box, _ in places.values() if box]
    drawings = [one for one in drawings if not _is_around(one, slide, layouts, boxes)]
    drawings = _with_fields(drawings, slide, layouts, boxes if is_dressed else [*filter(None, taken)])
    part = slide.layout if is_sample else layouts.copy(slide.layout, _NAME)
    if is_dressed:
        layouts.set_ground(ground, slide.root, slide.targets, part)
        if GROUND in template.taken and not (is_sample or layouts.has_ground(slide.layout)):  # a deck closes on it
            most = Counter(template.stood_on.values()).most_common(1)[0][0]
            leads = {one.id: one.target for one in relationships(layouts.parts, most)}
            layouts.set_ground(layouts.ground(most), layouts.root(most), leads, slide.layout)
    layouts.root(part).set("type", "title")
    if is_dressed and layouts.filled(slide.tree, NUMBER) is None:  # an opening that shows none has no room for one
        layouts.remove(part, NUMBER)
    of_title = [box for place, (box, _) in places.items() if place is TITLE and box]
    if is_dressed and not is_sample:  # it shows itself what of the house's is on it
        layouts.remove_drawn(part, slide.drawn)
    for one in [*layouts.tree(part).iterfind(f"{P}sp")]:
        is_number = mark_of(one) is None and any(field.get("type") == "slidenum" for field in one.iter(f"{A}fld"))
        if is_number or _is_around(one, slide, layouts, of_title):
            layouts.tree(part).remove(one)
    for one in drawings:
        layouts.draw(one, slide.targets, part)
    for place, (box, traits) in places.items():
        if place is SUBTITLE and box and box.height > _DEEP * layouts.page.height:
            traits = traits | {"anchor": "t"}  # or a short one would stand far from its title
        layouts.set_place(part, place, box, traits)
    for place in (TITLE, SUBTITLE) if is_dressed and not places else ():  # which lie anywhere on what is new
        layouts.remove(part, place)
    told = (*template.taken, "the look of the one that opens")
    made, opens = ("", part) if is_sample else (part, "")
    return structs.replace(template, parts=layouts.finished(), made=made, opens=opens, taken=told)


def _is_sample(slide: Slide, layouts: Layouts) -> bool:
    """Whether a slide shows how a house opens talks, and opens none: its title and its subtitle have places of their
    own, and no words."""
    texts = [one for one in slide.tree.iter(f"{P}sp") if (mark := mark_of(one)) is None or mark.get("type") not in FOOT]
    places = [layouts.filled(slide.tree, place) for place in (TITLE, SUBTITLE)]
    return all(one is not None and layouts.box(one) for one in places) and not any(map(words_of, texts))


def _is_around(one: Element, slide: Slide, layouts: Layouts, kept: Collection[Box]) -> bool:
    """Whether a wordless box is drawn around words that only the slide says, which are in no place that is kept."""
    box, is_shape = layouts.box(one), one.tag == f"{P}sp" and mark_of(one) is None and not words_of(one)
    is_shape &= next(one.iter(f"{A}blip"), None) is None
    if box is None or not is_shape or box.width * box.height >= _LARGE * layouts.page.width * layouts.page.height:
        return False
    said = (box for text in slide.texts if mark_of(text) is None and (box := layouts.box(text)))
    middles = (middle_of(each) for each in said if not any(place.holds(middle_of(each)) for place in kept))
    return any(map(box.holds, middles))


def _with_fields(kept: Collection[Element], slide: Slide, layouts: Layouts, words: Collection[Box]) -> list[Element]:
    """What is kept of a slide, with the small wordless fields that its pictures stand on, and without those of pictures
    that are left out; none goes under words."""
    pictures = [(one, box) for one in slide.drawn if slide.pictures_in(one) and (box := layouts.box(one))]
    made = []
    for one in slide.drawn:
        place, is_field = place_of(one), one.tag == f"{P}sp" and not (words_of(one) or slide.pictures_in(one))
        box = None if place is None or not is_field else box_of(place)
        if box is None or box.width * box.height >= _LARGE * layouts.page.width * layouts.page.height:
            made += [one] * (one in kept)
            continue
        on_it = [it in kept for it, shown in pictures if box.holds(shown)]
        is_added = any(on_it) and not any(map(box.meets, words)) and looks_of(one, slide, layouts.file) is not None
        made += [one] * (any(on_it) or not on_it if one in kept else is_added)
    return made


def _is_plain(ground: Element | None) -> bool:
    """Whether a ground is one of its own, and no picture."""
    return ground is not None and next(ground.iter(f"{A}blip"), None) is None


def _is_logo_beside(
    words: Iterable[Box | None], one: Element, slide: Slide, layouts: Layouts, repeated: frozenset[str]
) -> bool:
    """Whether a drawing is a picture that lies under no words; if other slides show it, it may lie in their place."""
    box, shown = layouts.box(one), slide.pictures_in(one)
    if not shown or box is None:
        return False
    under = middle_of(box) if repeated.issuperset(shown) else box
    return not any(place and place.meets(under) for place in words)


def _first(template: Parts, layouts: Layouts) -> Slide | None:
    """The slide that opens: of the first few, the first on a layout for covers, or else the first."""
    names = [one for one in template.stood_on if len(template.file[one]) <= _MOST_BYTES][:_FIRST]
    names = [one for one in names if layouts.is_whole(template.stood_on[one])]
    opens = (one for one in names if layouts.sort(template.stood_on[one]) == "cover")
    return next((slide for name in (*opens, *names) for slide in slide_of(name, template)), None)


def _repeated(template: Parts) -> frozenset[str]:
    """The pictures that more than one slide of the file shows."""
    shown = Counter(part for name in template.stood_on for part in {*pictures_of(name, template.file).values()})
    return frozenset(part for part, count in shown.items() if count > 1)


def _drawings(slide: Slide, layouts: Layouts, beneath: Collection[Box], repeated: frozenset[str]) -> Iterator[Element]:
    """What a slide draws that may be shown with other words, but for what its layout draws beneath."""
    page = layouts.page
    shapes = [*slide.tree.iterfind(f"{P}sp")]
    said = [one for one in shapes if words_of(one)] or [one for one in shapes if mark_of(one) is not None]
    written = [layouts.box(one) for one in said]
    marked = ((place, layouts.filled(slide.tree, place)) for place in (TITLE, SUBTITLE))
    written += [layouts.box_of(slide.layout, place) for place, one in marked if one in said and not layouts.box(one)]
    middles = [middle_of(box) for box in written if box]
    for one in slide.drawn:
        box = layouts.box(one)
        if box is None or box in beneath or looks_of(one, slide, layouts.file) is None:
            continue
        is_large = box.width * box.height >= _LARGE * page.width * page.height or box.width >= _ALL * page.width
        is_written_on = any(box.holds(middle) for middle in middles)
        shown = slide.pictures_in(one)
        is_kept = is_written_on == is_large and (
            is_large or all(part in repeated or is_logo(layouts.file[part]) for part in shown)
        )
        if not shown or is_kept:
            yield one


def _places(slide: Slide, layouts: Layouts, is_dressed: bool) -> Mapping[Place, tuple[Box | None, Traits]]:
    """Where a slide has its title and its subtitle, and how they are set: where it has no places for them, its largest
    text and that which stands under it.

    Of places on a slide that looks as its layout, one slide is no rule for how letters are set.
    """
    shapes = ((place, layouts.filled(slide.tree, place)) for place in (TITLE, SUBTITLE))
    places = {
        place: (layouts.box(one), traits_of(one) if is_dressed else {}) for place, one in shapes if one is not None
    }
    texts = [
        (one, _field_of(box, slide, layouts))
        for one in slide.texts
        if mark_of(one) is None and (box := layouts.box(one))
    ]
    title = layouts.filled(slide.tree, TITLE)
    is_said = title is not None and (words_of(title) or not texts)
    if is_said and (SUBTITLE in places or not is_dressed):
        return places
    sized = [(whole((traits := traits_of(one))["sz"], 1800), _in_box(traits), box) for one, box in texts]
    _, traits, box = max(sized, key=lambda it: it[0], default=(0, {}, Box(0, 0, 0, 0)))
    if is_said:
        box, traits = places[TITLE][0] or layouts.box_of(slide.layout, TITLE) or box, places[TITLE][1]
    if box.width < _WIDE * layouts.page.width:
        return places if is_said else {}
    under = [it for it in sized if it[2].y >= box.y + box.height // 2]
    if under:
        _, said, low = min(under, key=lambda it: it[2].y)
        across = box if box.width > low.width else low  # it is as wide as its words there
        return {
            TITLE: (box, traits),
            SUBTITLE: (low._replace(x=across.x, width=across.width), said | {"b": traits["b"]}),
        }
    is_low = 2 * box.y > layouts.page.height  # under what the page shows, which it would else be set on
    if is_said or not is_low or layouts.box_of(slide.layout, SUBTITLE):
        return places if is_said else {TITLE: (box, traits)}
    lines = box.height * 5 // 4  # which are half as large, under the title, and with it over the edge of the page
    title_box = box._replace(y=min(box.y, round(_LOWEST * layouts.page.height) - lines - box.height))
    low = title_box._replace(y=title_box.bottom, height=lines)
    small = traits | {"sz": str(whole(traits["sz"], 1800) // 2), "b": None, "anchor": "t"}
    return {TITLE: (title_box, traits), SUBTITLE: (low, small)}


def _in_box(traits: Traits) -> Traits:
    """How a text box sets its words, which says nothing of what all of them have."""
    return traits | {"algn": traits["algn"] or "l", "anchor": traits["anchor"] or "t"}


def _field_of(text: Box, slide: Slide, layouts: Layouts) -> Box:
    """The bar on which a text box lies that is about as wide as it, or its own box."""
    drawn = (box for one in slide.drawn if not (words_of(one) or slide.pictures_in(one)) and (box := layouts.box(one)))
    bars = (one for one in drawn if one.holds(middle_of(text)) and text.height < one.height < _BAR * text.height)
    return next((one for one in bars if abs(one.width - text.width) < (1 - _ALL) * text.width), text)
