"""What a slide kind is made of, and what all kinds do alike."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.layout.fit import fit
from talkbuilder.layout.items import Image, Text
from talkbuilder.layout.page import Notes, Page
from talkbuilder.layout.theme import SOURCE, Layout, Placeholder
from talkbuilder.source import outline
from talkbuilder.source.fields import Id
from talkbuilder.talk.markup import Markup, source_line
from talkbuilder.talk.talk import Citation, Content, Paragraph, Slide, plain

SOURCE_LINE = "source line"


class Frame(Struct, frozen=True):
    """Which placeholder a slot's text goes into; the theme says in which sizes it may stand there."""

    slot: str
    placeholder: str


class Kind(Struct, frozen=True):
    """A slide kind. `model` is what an author writes for it; kinds that the talk itself makes have none."""

    name: str
    layout: str
    resolve: Callable[[Any, Markup], Slide | None]
    frames: tuple[Frame, ...]
    model: type[outline.Slide] | None = None
    lay_out: "Callable[[Kind, Slide, Layout], tuple[Page, ...]] | None" = None

    def pages(self, slide: Slide, layout: Layout) -> tuple[Page, ...]:
        """The pages of a slide: one, unless the kind lays out its slides itself."""
        if self.lay_out is not None:
            return self.lay_out(self, slide, layout)
        return (self.page(slide, layout),)

    def page(self, slide: Slide, layout: Layout, more: tuple[Text | Image, ...] = ()) -> Page:
        """A page with the slots in their frames; `more` holds items that the kind made itself.

        Items stand in the order of the layout's placeholders, which is the one in which they are read out.
        """
        items: list[Text | Image] = list(more)
        for slot, place, paragraphs in self._filled(slide, layout):
            items.append(fit(slot, paragraphs, place, layout.fonts))
        if slide.source and SOURCE in layout.placeholders:
            source = (plain(slide.source, slide.span),)
            items.append(fit(SOURCE_LINE, source, layout.placeholders[SOURCE], layout.fonts))
        order = list(layout.placeholders)
        items.sort(key=lambda item: order.index(item.placeholder))
        notes = Notes(said=slide.notes)
        title = slide.title.text
        return Page(self.name, title, layout, layout.background, tuple(items), notes, slide.citations, slide.span)

    def _filled(self, slide: Slide, layout: Layout) -> Iterator[tuple[str, Placeholder, tuple[Paragraph, ...]]]:
        """What stands in which placeholder, and the first slot in it: on a foreign layout, two may share one."""
        filled: dict[str, tuple[str, Placeholder, tuple[Paragraph, ...]]] = {}
        for frame in self.frames:
            paragraphs = (slide.title,) if frame.slot == "title" else slide.slots.get(frame.slot)
            if isinstance(paragraphs, tuple) and paragraphs:
                place = layout.placeholders[frame.placeholder]
                slot, _, before = filled.get(place.name, (frame.slot, place, ()))
                filled[place.name] = (slot, place, (*before, *paragraphs))
        yield from filled.values()


def assemble(
    kind: str,
    written: outline.Slide,
    markup: Markup,
    slots: Mapping[str, Content],
    own: tuple[Citation, ...] = (),
    title: Paragraph | None = None,
    asked: tuple[Citation, ...] = (),
    aloud: tuple[Paragraph, ...] = (),
) -> Slide:
    """A slide of what its author wrote: title, notes and citations are the same for all kinds.

    `own` is what the content itself cites; `asked` the actions, which belong into the notes and are nobody's claim;
    `aloud` what of the slots is read to the audience.
    """
    title = title or markup.line(written.title)
    notes = markup.paragraphs(written.notes)
    named = tuple(markup.cite(found) for id in written.cite if (found := fact_or_quote(markup, id)))
    texts = [title, *(p for slot in slots.values() if isinstance(slot, tuple) for p in slot)]
    shown = tuple(dict.fromkeys((*own, *citations_of(texts), *named)))
    spoken = tuple(one for one in dict.fromkeys(citations_of(notes)) if one not in shown)
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
        source=source_line(shown or spoken),
        aloud=aloud,
    )


def fact_or_quote(markup: Markup, id: Any) -> Fact | Quote | None:
    """What an id of `cite` names; a quote where the library has one of that id, else a fact."""
    return markup.quote(id) if id.value in markup.library.quotes else markup.fact(id)


def citations_of(paragraphs: Any) -> tuple[Citation, ...]:
    """The citations of some paragraphs, in their order."""
    return tuple(run.citation for paragraph in paragraphs for run in paragraph.runs if run.citation)


def contact(id: Id | None, markup: Markup) -> tuple[Action, tuple[Paragraph, ...]] | None:
    """The action that an id names, and its lines to write down; None where there is none, or nothing to write down."""
    action = markup.entry("action", id, markup.library.actions)
    if not isinstance(action, Action) or id is None:
        return None
    if not action.contacts:
        hint = "add 'phone:', 'text:', 'url:', 'recipient:' or 'address:' to it in assets/actions.yaml"
        markup.report(Diagnostic("E016", f"'{action.id}' says nowhere to turn to", id.span, hint))
        return None
    return action, tuple(plain(line, id.span) for line in action.contacts)
