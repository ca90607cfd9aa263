"""`quote`: somebody's own words, set large, with the credit below, and a drawing beside them if there is one."""

from math import ceil
from typing import Annotated

from msgspec import Meta, Struct, structs

from talkbuilder.evidence.library.people import Person
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.fit import fit, height_pt
from talkbuilder.layout.inks import readable_on
from talkbuilder.layout.items import Anchor, Ink, Item, Text, quotation_mark, rectangle
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.source.fields import Id
from talkbuilder.source.nodes import capital
from talkbuilder.source.outline import Slide
from talkbuilder.talk.crediting import translation
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_CREDIT_ROWS = 3  # between a quotation and its credit
_CREDIT_LINES, _LITTLE_SMALLER = 2, 0.75
_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)  # of the size of a quotation
_FEW = 3  # of those in which it has room
_TALLEST = 0.75  # of the width, that they have in a tall room
_PADDING = 3  # gutters, within a panel
_SPARE = 1.02  # of the height of a text: whoever shows it may set it a little larger


class QuoteSlide(Slide, frozen=True, kw_only=True):
    """A slide of one quotation."""

    quote: Annotated[Id, Meta(description="an id of assets/quotes.yaml")]
    key: Annotated[bool, Meta(description="whether the talk turns on it: then it has a slide of its own colour")] = (
        False
    )
    drawing: Annotated[
        Id | None, Meta(description="the name of a file in assets/drawings/ that stands beside it, without '.svg'")
    ] = None
    aloud: Annotated[bool, Meta(description="whether you read it out; false where the audience reads it alone")] = True


class Key(Struct, frozen=True):
    """What marks a quotation on which the talk turns."""


def resolve(written: QuoteSlide, markup: Markup) -> Resolved | None:
    quote = markup.quote(written.quote)
    drawing = None
    if written.drawing:
        from talkbuilder.drawings.read import find_object  # few quotations have a drawing beside them

        drawing = find_object(written.drawing, markup, "a quotation")
    if quote is None or (written.drawing and not drawing):
        return None
    cited, how = markup.cite(quote), translation(quote, markup.library)
    credit = f"{cited.who} ({how})" if how else cited.who
    # The words of a quotation are nobody's markup: they are set as they are.
    text = plain(" ".join(quote.text.value.split()), written.quote.span)
    slots = {"quote": (text,), "credit": (plain(credit, written.quote.span),)}
    aloud = (text,) if written.aloud else ()
    described = drawing.alt if drawing else ""
    shows = drawing or (Key() if written.key else None)
    slide = assemble("quote", written, markup, slots, (cited,), aloud=aloud, shows=shows, described=described)
    person = markup.library.people.get(quote.speaker.value)
    line = markup.words.rows["quoted_in"] if isinstance(person, Person) and person.is_published else "{where}"
    return structs.replace(slide, source=_less(slide.source, cited.who, line, markup.words), brief=())


def _less(source: tuple[Run, ...], who: str, line: str, words: Words) -> tuple[Run, ...]:
    """The source line without the name that stands as the credit above it; what was published is only quoted there."""
    told = f"{words.say('source_one', who=who)}{words.say('within', where='')}"
    if not source or not source[0].text.startswith(told):
        return source
    left = capital(line.format(where=source[0].text.removeprefix(told)))
    return structs.replace(source[0], text=words.say("source_one", who=left)), *source[1:]


def choose(slide: Resolved) -> str:
    if isinstance(slide.shows, Key):
        return "Key quote"
    return "Quote beside drawing" if slide.shows else "Quote"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    """A drawing is heard of before the words that stand to its right."""
    page = kind.page(slide, layout)
    if slide.shows is None or isinstance(slide.shows, Key):
        items = _gathered([*page.items], layout, slide.shows is not None) if layout.base else page.items
        return (structs.replace(page, items=tuple(items)),)
    from talkbuilder.drawings.drawing import drawn, placed
    from talkbuilder.drawings.words import is_tall, over_texts

    stage = layout.grid.box(1, 6, 25, 76)
    title, *texts = page.items
    shown = slide.shows
    if layout.base and is_tall(layout.grid.box(1, layout.grid.columns, 25, 76)):
        below = over_texts(shown, texts, ("Quote", "Credit"), layout, slide.described)
        return (structs.replace(page, items=(title, *below)),)
    if layout.base:  # whose page may be narrow: one height for it and the words beside it
        high = round(placed(shown, stage)[0] * shown.height)
        texts, head = _level(texts, stage, high, layout)
        stage = stage._replace(y=head, height=high)
    return (structs.replace(page, items=(title, drawn(shown, stage, layout.palette, alt=slide.described), *texts)),)


def _gathered(items: list[Item], layout: Layout, is_key: bool) -> list[Item]:
    """Quotation and credit, one close under the other, and close over them a mark, where a template has no place for
    them; all in the middle of what is free, or over that on a tall page. One on which the talk turns stands on a panel
    in the first of the house's colours."""
    grid, room = layout.grid, layout.grid.box(1, layout.grid.columns, 25, 76)
    room = room._replace(height=min(room.height, round(_TALLEST * room.width)))
    width, panel = grid.box(1, 1, 0, 1).width, rectangle("Panel", room, Ink("accent1"))
    over = width * 58 // 100 + _CREDIT_ROWS * grid.row
    # Where there is little room, the words stand nearer to the edges of their panel, and then without a mark.
    tried = [(_PADDING, over), (1, over), (1, 0)] if is_key else [(0, over)]
    for padding, above in tried:
        inner, within = (
            (_on_panel(layout, room, padding), _inset(room, padding * grid.gutter)) if is_key else (layout, room)
        )
        texts, head = _level(items, within._replace(y=within.y + above, height=within.height - above), 0, inner)
        if texts != items:
            break
    said = inner.placeholders["Quote"]
    mark = Box(within.x, head - above, width * 9 // 10, width * 58 // 100)
    if said.styles[0].align == "centre":
        mark = mark._replace(x=said.inner.x + (said.inner.width - mark.width) // 2)
    ink = said.styles[0].ink if is_key else Ink("accent1")
    drawn = [quotation_mark("Opening quotation mark", mark, ink)] if above else []
    return [*([panel] if is_key else []), *drawn, *texts]


def _on_panel(layout: Layout, panel: Box, padding: int) -> Layout:
    """A layout whose quotation and credit stand so many gutters within a panel, in an ink that is read on it."""

    def on_it(name: str) -> Placeholder:
        place, room = layout.placeholders[name], _inset(panel, padding * layout.grid.gutter)
        ink = readable_on(Ink("accent1"), layout.palette, place.styles[0].ink)
        styles = tuple(structs.replace(one, ink=ink) for one in place.styles)
        return structs.replace(place, box=place.box._replace(x=room.x, width=room.width), styles=styles)

    return structs.replace(
        layout, placeholders={**layout.placeholders, **{it: on_it(it) for it in ("Quote", "Credit")}}
    )


def _inset(box: Box, air: Emu) -> Box:
    return Box(box.x + air, box.y + air, box.width - 2 * air, box.height - 2 * air)


def _level(items: list[Item], stage: Box, high: Emu, layout: Layout) -> tuple[list[Item], Emu]:
    """Quotation and credit, one close under the other, and where what is so high beside them begins: where their
    letters do; all in the middle of the height of a stage, with lines as even as they can be. The quotation is a little
    smaller where that saves it a line, or they have no room."""
    said = [one for one in items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit")]
    row, others = layout.grid.row, [_even(one, layout)[1] for one in said[1:]]
    free = stage.height - row - sum(one.box.height for one in others)
    tried = [one for one in (_even(said[0], layout, share) for share in _SHARES) if one[1].box.height <= free]
    if not tried:
        return items, stage.y + (stage.height - high) // 2
    _, first = min(tried[:_FEW], key=lambda one: one[0])
    places = [first, *others]
    needed = sum(one.box.height for one in places)
    gap = min(_CREDIT_ROWS * row, stage.height - needed)
    anchors: tuple[Anchor, ...] = ("bottom", "top")  # so that they stay close where another font makes fewer lines

    def set_from(y: Emu) -> list[Text]:
        made = []
        for one, place, anchor in zip(said, places, anchors, strict=False):
            place = structs.replace(place, box=place.box._replace(y=y), anchor=anchor)
            made.append(fit(one.name, one.paragraphs, place, layout.fonts))
            y = place.box.bottom + gap
        return made

    over = min(one.y for one in letters_in(set_from(stage.y)[:1])) - stage.y
    y = stage.y + (stage.height - max(needed + gap - over, high)) // 2 - over
    made = dict(zip(map(id, said), set_from(y), strict=True))
    return [made.get(id(one), one) for one in items], y + over


def _even(text: Text, layout: Layout, share: float = 1.0) -> tuple[int, Placeholder]:
    """About how high a text is in a share of its size, in that, and its place: as high as its lines are, in letters a
    little wider too, and as narrow as leaves it as many. A credit is a little smaller where that saves it a third
    line."""
    place, least_pt = layout.placeholders[text.placeholder], layout.least_pt
    is_central = place.styles[0].align == "centre"
    size_pt = max(min(text.styles[0].size_pt, least_pt), float(round(share * text.styles[0].size_pt)))

    def made(width: Emu, size: float) -> tuple[Text, Placeholder]:
        box = place.box._replace(x=place.box.x + is_central * (place.box.width - width) // 2, width=width)
        needed = height_pt(text.paragraphs, structs.replace(place, box=box), layout.fonts, size) or 0
        box = box._replace(height=round(needed * EMU_PER_POINT * _SPARE))
        tried = structs.replace(place, box=box, sizes_pt=(size,))
        return fit(text.name, text.paragraphs, tried, layout.fonts), tried

    whole = place.box.width
    least = min(size_pt, max(least_pt, _LITTLE_SMALLER * size_pt)) if text.placeholder == "Credit" else size_pt
    sizes = [size_pt, *(float(one) for one in range(ceil(size_pt) - 1, ceil(least) - 1, -1))]
    few = (one for one in sizes if len(made(whole, one)[0].lines) <= _CREDIT_LINES)
    size_pt = next(few, size_pt)
    _, found = made(whole, size_pt)
    for percent in range(95, 65, -5):
        other, tried = made(whole * percent // 100, size_pt)
        if other.surplus or tried.box.height > found.box.height:
            break
        found = tried
    return round(found.box.height / EMU_PER_POINT / size_pt), found


KIND = Kind(
    "quote",
    "Quote",
    resolve,
    (Frame("title", "Title"), Frame("quote", "Quote"), Frame("credit", "Credit")),
    QuoteSlide,
    lay_out,
    choose,
)
