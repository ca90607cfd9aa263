"""What a slide kind is made of, and what all kinds do alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Span, near_file
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.media import Focus, Medium
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.layout.fit import balanced, fit
from talkbuilder.layout.items import Image, Item, Text
from talkbuilder.layout.page import Notes, Page
from talkbuilder.layout.theme import SOURCE, Layout, Placeholder
from talkbuilder.source import outline
from talkbuilder.source.fields import Id
from talkbuilder.talk.crediting import in_words, joined, source_line
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content, Paragraph, Picture, Run, Slide
from talkbuilder.units import Box

if TYPE_CHECKING:
    from talkbuilder.evidence.library.amounts import Amount

SOURCE_LINE = "source line"


class Frame(Struct, frozen=True):
    """Which placeholder a slot's text goes into; the theme says in which sizes it may stand there."""

    slot: str
    placeholder: str


# What every slide that shows has beside its drawing.
HEADS = (Frame("title", "Title"), Frame("lead", "Lead"))


class Kind(Struct, frozen=True):
    """A slide kind. `model` is what an author writes for it; kinds that the talk itself makes have none.

    `choose` picks another layout for what a slide holds, where one is not enough. `manual` is what there is to know
    beyond its keys, `example` what somebody writes for such a slide, where the gallery has none.
    """

    name: str
    layout: str
    resolve: Callable[[Any, Markup], Slide | None]
    frames: tuple[Frame, ...]
    model: type[outline.Slide] | None = None
    lay_out: "Callable[[Kind, Slide, Layout], tuple[Page, ...]] | None" = None
    choose: Callable[[Slide], str] | None = None
    manual: str = ""
    example: str = ""
    continues: str = ""  # the slot of points that may go on on a second slide, where a template leaves no room

    def layout_of(self, slide: Slide) -> str:
        """The name of the layout that a slide stands on."""
        return self.choose(slide) if self.choose else self.layout

    def halved(self, slide: Slide) -> tuple[Slide, ...]:
        """A slide of points as two slides, of which the second goes on; () where it cannot be halved."""
        points = slide.texts(self.continues)
        tops = [at for at, one in enumerate(points) if not one.level]
        if len(tops) < 2:
            return ()
        middle = min(tops[1:], key=lambda at: abs(at - len(points) / 2))
        title = Paragraph((*slide.title.runs, Run(" (2)")), slide.title.span)
        first = structs.replace(slide, slots={**slide.slots, self.continues: points[:middle]})
        rest = {**slide.slots, self.continues: points[middle:]}
        return first, structs.replace(slide, title=title, slots=rest, notes=slide.notes[:0])

    def pages(self, slide: Slide, layout: Layout) -> tuple[Page, ...]:
        """The pages of a slide: one, unless the kind lays out its slides itself."""
        return self.lay_out(self, slide, layout) if self.lay_out else (self.page(slide, layout),)

    def page(self, slide: Slide, layout: Layout, drawn: tuple[Item, ...] = (), beneath: tuple[Item, ...] = ()) -> Page:
        """A page with the slots in their frames; `drawn` is what the kind made itself, `beneath` what all lies upon.

        Items stand in the order in which they are read out: as the layout lists its placeholders, with what fills none
        of them between the texts and the source.
        """
        items: list[Item] = list(drawn)
        for slot, place, paragraphs in self._filled(slide, layout):
            items.append(fit(slot, paragraphs, place, layout.fonts))
        if slide.source and SOURCE in layout.placeholders:
            items.append(_sourced(slide, layout))
        order = {name: place for place, name in enumerate(layout.placeholders)}
        last = order.get(SOURCE, len(order)) - 0.5
        items.sort(key=lambda item: order.get(getattr(item, "placeholder", ""), last))
        notes = Notes(said=slide.notes, shown=_shown(slide))
        seen = (*beneath, *items)
        return Page(self.name, slide.title.text, layout, layout.background, seen, notes, slide.citations, slide.span)

    def _filled(self, slide: Slide, layout: Layout) -> Iterator[tuple[str, Placeholder, tuple[Paragraph, ...]]]:
        """What stands in which placeholder, and the first slot in it: on a foreign layout, two may share one."""
        filled: dict[str, tuple[str, Placeholder, tuple[Paragraph, ...]]] = {}
        for frame in self.frames:
            if paragraphs := (slide.title,) if frame.slot == "title" else slide.texts(frame.slot):
                place = layout.placeholders[frame.placeholder]
                slot, _, before = filled.get(place.name, (frame.slot, place, ()))
                filled[place.name] = (slot, place, (*before, *paragraphs))
        yield from filled.values()


def _shown(slide: Slide) -> tuple[Paragraph, ...]:
    """What the slide shows, for a speaker who cannot look round and for whoever has the notes alone."""
    if not slide.described:
        return ()
    return (Paragraph((Run(f"On the slide: {slide.described}", italic=True),), slide.span),)


def on_drawing(slide: Slide) -> str:
    """The layout of a slide that shows: with a title of one line and a lead, or of two."""
    return "Drawing with lead" if "lead" in slide.slots else "Drawing"


def assemble(
    kind: str,
    written: outline.Slide,
    markup: Markup,
    slots: Mapping[str, Content],
    own: tuple[Citation, ...] = (),
    title: Paragraph | None = None,
    asked: tuple[Citation, ...] = (),
    aloud: tuple[Paragraph, ...] = (),
    shows: Any = None,
    described: str = "",
) -> Slide:
    """A slide of what its author wrote: title, notes and citations are the same for all kinds.

    `own` is what the content itself cites; `asked` the actions, which belong into the notes and are nobody's claim;
    `aloud` what of the slots is read to the audience; `shows` is what is drawn, `described` the same in words.
    """
    if isinstance(written, outline.Showing) and written.lead:
        slots = {"lead": (markup.line(written.lead),), **slots}
    title = title or markup.line(written.title)
    notes, handout = markup.paragraphs(written.notes, is_said=True), markup.paragraphs(written.handout)
    named = tuple(markup.cite(found) for id in written.cite if (found := fact_or_quote(markup, id)))
    texts = [title, *(p for slot in slots.values() if isinstance(slot, tuple) for p in slot)]
    shown = tuple(dict.fromkeys((*own, *citations_of(texts), *named)))
    spoken = tuple(one for one in dict.fromkeys(citations_of((*notes, *handout))) if one not in shown)
    return Slide(
        kind,
        title,
        slots,
        notes,
        shown,
        (*spoken, *asked),
        written.span,
        priority=written.priority,
        minutes=written.minutes,
        pause=written.pause,
        media=written.media,
        only=written.only,
        not_=written.not_,
        source=source_line(shown, markup.words) or source_line(spoken, markup.words),
        brief=source_line(shown, markup.words, in_brief=True) or source_line(spoken, markup.words, in_brief=True),
        layout=written.layout.value if written.layout else "",
        aloud=aloud,
        shows=shows,
        described=described,
        handout=handout,
    )


def prefixed(slide: Slide, run: Run, between: str) -> Slide:
    """A slide whose source line begins with something of its kind."""
    source, brief = (joined((run, *((Run(between), *one) if one else ()))) for one in (slide.source, slide.brief))
    return structs.replace(slide, source=source, brief=brief)


def _sourced(slide: Slide, layout: Layout) -> Text:
    """The source line of a slide; where a look of ours has no room for it, in brief."""
    place, fonts = layout.placeholders[SOURCE], layout.fonts
    for runs in (slide.source, slide.brief):
        made = fit(SOURCE_LINE, (Paragraph(runs, slide.span),), place, fonts)
        made = fit(SOURCE_LINE, balanced(made, place, fonts, is_even=False), place, fonts)
        if not made.surplus or layout.base or not slide.brief:
            return made
    return made


def reported(faults: Iterable[Diagnostic], markup: Markup) -> bool:
    """Whether there are any faults; all of them are reported."""
    found = tuple(faults)
    for fault in found:
        markup.report(fault)
    return bool(found)


def fact_or_quote(markup: Markup, id: Any) -> Fact | Quote | None:
    """What an id of `cite` names; a quote where the library has one of that id, else a fact."""
    return markup.quote(id) if id.value in markup.library.quotes else markup.fact(id)


def citations_of(paragraphs: Any) -> tuple[Citation, ...]:
    """The citations of some paragraphs, in their order."""
    return tuple(run.citation for paragraph in paragraphs for run in paragraph.runs if run.citation)


def drawable(
    id: Id, markup: Markup, cannot: str, hint: str, unfit: "Callable[[Amount], str]" = lambda amount: ""
) -> "Amount | None":
    """The amount of a fact; None (reported) where it has none to be drawn, or `unfit` tells why it will not do."""
    from talkbuilder.evidence.library.amounts import why_not  # 5 ms, which who draws no amount need not pay

    fact = markup.fact(id)
    found = markup.amount(fact) if fact else None
    if fact and (why := unfit(found) if found else why_not(fact)):
        markup.report(Diagnostic("E032", f"'{fact.id}' {cannot}: {why}", id.span, hint))
        return None
    return found


def contact(id: Id | None, markup: Markup) -> tuple[Action, tuple[Paragraph, ...]] | None:
    """The action that an id names, and its lines to write down; None where there is none, or nothing to write down."""
    action = markup.entry("action", id, markup.library.actions)
    if not isinstance(action, Action) or id is None:
        return None
    if not action.contacts:
        hint = "add 'phone:', 'text:', 'url:', 'recipient:' or 'address:' to it in assets/actions.yaml"
        if not action.place_of_key("phone", "text", "url", "email"):  # what is faulty there is told there
            markup.report(Diagnostic("E016", f"'{action.id}' says nowhere to turn to", id.span, hint))
        return None
    lines = (in_words(one, markup.words) for one in action.to_write_down)
    return action, tuple(Paragraph((Run(one.line, link=one.target),), id.span) for one in lines)


def picture_of(medium: Medium, span: Span, markup: Markup, focus: Focus | None = None) -> Picture | None:
    """The picture of an entry of media.yaml; None where its file (reported) cannot be used. `focus` is the slide's."""
    from talkbuilder.layout.pictures import NotAPicture, prepare  # which a talk of words need not pay

    try:
        data = markup.library.images(medium.file.value)
    except OSError as fault:
        message = f"'{medium.file.value}' cannot be read: {fault.strerror or fault}"
        hint = "see who may read it; save it smaller, 1920 pixels across are enough"
        markup.report(Diagnostic("E015", message, medium.file.span, hint))
        return None
    if data is None:
        there = markup.library.image_names()
        again = f"put it there ('talkbuilder import {medium.file.value}' does)"
        hint = near_file(medium.file.value, there).replace("put it there", again)
        path = medium.file.value.replace("\\", "/")
        bare, last = path.rpartition("images/")[2], path.rpartition("/")[2]
        bare = last if last in there else bare
        if bare != medium.file.value and bare:
            hint = f"write 'file: {bare}': that is looked for in assets/images/"
        markup.report(Diagnostic("R001", f"no picture 'assets/images/{medium.file.value}'", medium.file.span, hint))
        return None
    try:
        prepared = prepare(data)
    except NotAPicture as fault:
        message = f"the picture '{medium.file.value}' cannot be used: {fault}"
        markup.report(Diagnostic("E015", message, medium.file.span, fault.hint))
        return None
    focus = focus or medium.focus
    point = (focus.x, focus.y) if focus else (0.5, 0.5)
    return Picture(*prepared, medium.alt.value, span, medium.id, point)


def framed(picture: Picture, box: Box, placeholder: str = "") -> Image:
    """A picture that fills a box."""
    sizes = picture.width_px, picture.height_px
    cut = crop(picture, box)
    return Image("photo", box, picture.data, picture.extension, *sizes, picture.span, cut, picture.alt, placeholder)


def crop(picture: Picture, box: Box) -> tuple[float, float, float, float]:
    """The shares of a picture to cut off at left, top, right, bottom, so that it fills a box round its focus."""
    wide = picture.width_px * box.height
    high = picture.height_px * box.width
    x, y = picture.focus
    if wide > high:
        left = _cut(x, high / wide)
        return (left, 0.0, 1 - high / wide - left, 0.0)
    top = _cut(y, wide / high)
    return (0.0, top, 0.0, 1 - wide / high - top)


def _cut(focus: float, kept: float) -> float:
    """How much goes before what is kept: the focus is in its middle, or as near to it as the picture reaches."""
    return min(max(0.0, focus - kept / 2), 1 - kept)
