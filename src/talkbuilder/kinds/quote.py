"""`quote`: somebody's own words, set large, with the credit below, and a drawing beside them if there is one."""

from typing import Annotated

from msgspec import Meta, Struct, structs

from talkbuilder.evidence.library.people import Person
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import fit, height_pt
from talkbuilder.layout.items import Anchor, Item, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id
from talkbuilder.source.nodes import capital
from talkbuilder.source.outline import Slide
from talkbuilder.talk.crediting import translation
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box

_CREDIT_ROWS = 3  # between a quotation and its credit
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
    return structs.replace(slide, source=_less(slide.source, cited.who, line, markup.words))


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
        return (page,)
    from talkbuilder.drawings.drawing import drawn

    stage = layout.grid.box(1, 6, 25, 76)
    title, *texts = page.items
    shown = slide.shows
    if layout.base:  # whose page may be narrow: one axis for it and the words beside it
        shown = structs.replace(shown, anchor=(shown.anchor[0], 0.5))
        texts = _centred(texts, stage, layout)
    return (structs.replace(page, items=(title, drawn(shown, stage, layout.palette, alt=slide.described), *texts)),)


def _centred(items: list[Item], stage: Box, layout: Layout) -> list[Item]:
    """Quotation and credit, one close under the other, in the middle of the height of a stage."""
    said = [one for one in items if isinstance(one, Text) and one.placeholder in ("Quote", "Credit")]
    sizes_pt = [one.styles[0].size_pt for one in said]
    places = [layout.placeholders[one.placeholder] for one in said]
    high = [
        round((height_pt(one.paragraphs, place, layout.fonts, size_pt) or 0) * EMU_PER_POINT * _SPARE)
        for one, place, size_pt in zip(said, places, sizes_pt, strict=True)
    ]
    gap = _CREDIT_ROWS * layout.grid.row
    y = stage.y + (stage.height - sum(high) - gap) // 2
    if y < stage.y or any(one.surplus for one in said):
        return items
    anchors: tuple[Anchor, ...] = ("bottom", "top")  # so that they stay close where another font makes fewer lines
    for one, place, height, size_pt, anchor in zip(said, places, high, sizes_pt, anchors, strict=False):
        place = structs.replace(place, box=place.box._replace(y=y, height=height), sizes_pt=(size_pt,), anchor=anchor)
        items = [fit(one.name, one.paragraphs, place, layout.fonts) if item is one else item for item in items]
        y += height + gap
    return items


KIND = Kind(
    "quote",
    "Quote",
    resolve,
    (Frame("title", "Title"), Frame("quote", "Quote"), Frame("credit", "Credit")),
    QuoteSlide,
    lay_out,
    choose,
)
