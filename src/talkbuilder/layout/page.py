"""The Deck: pages, each a background and items from back to front; whoever writes it decides nothing any more."""

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.layout.items import Ink, Item
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Citation, Paragraph


class Notes(Struct, frozen=True):
    """What the speaker reads: the clock, what to say, what is shown, what to skip if late, the evidence."""

    before: tuple[Paragraph, ...] = ()
    said: tuple[Paragraph, ...] = ()
    shown: tuple[Paragraph, ...] = ()
    after: tuple[Paragraph, ...] = ()
    evidence: tuple[Paragraph, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return (*self.before, *self.said, *self.shown, *self.after, *self.evidence)


class Page(Struct, frozen=True):
    """A slide as it will appear: `items` lie over what its layout draws."""

    kind: str
    title: str
    layout: Layout
    background: Ink
    items: tuple[Item, ...]
    notes: Notes
    citations: tuple[Citation, ...]
    span: Span


class Deck(Struct, frozen=True):
    """All pages, by section."""

    plan: Plan
    theme: Theme
    sections: tuple[tuple[str, tuple[Page, ...]], ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for _, pages in self.sections for page in pages)
