"""The Deck: pages, each a background and items from back to front; whoever writes it decides nothing any more."""

from collections.abc import Mapping

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.layout.items import Ink, Item
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Citation, Paragraph


class Notes(Struct, frozen=True):
    """What the speaker reads: the clock, what to say, where to jump if late; and aside, what is shown and the evidence.

    `sizes_pt` are those of what is read while speaking and of what is aside, which LibreOffice does not take from the
    master; `surplus` is the share of it all for which a printed page has no room.
    """

    before: tuple[Paragraph, ...] = ()
    said: tuple[Paragraph, ...] = ()
    shown: tuple[Paragraph, ...] = ()
    after: tuple[Paragraph, ...] = ()
    evidence: tuple[Paragraph, ...] = ()
    sizes_pt: tuple[float, float] = (14.0, 10.0)
    surplus: float = 0.0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return (*self.spoken, *self.aside)

    @property
    def spoken(self) -> tuple[Paragraph, ...]:
        """What is read while speaking."""
        return (*self.before, *self.said, *self.after)

    @property
    def aside(self) -> tuple[Paragraph, ...]:
        """What is there to be looked up."""
        return (*self.shown, *self.evidence)


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
    squeezed: str = ""  # what was done for room that a template does not leave: "smaller", "elsewhere"…


class Unproved(Struct, frozen=True):
    """The claims of a talk that nothing proves: how many, and what is missing on which slide, by its place in the plan.

    What stands on no slide of the plan is only counted, and told on the cover.
    """

    count: int = 0
    on: Mapping[int, tuple[str, ...]] = {}
    elsewhere: tuple[str, ...] = ()


PROVED = Unproved()


class Deck(Struct, frozen=True):
    """All pages, by section; a draft where there are claims that nothing proves."""

    plan: Plan
    theme: Theme
    sections: tuple[tuple[str, tuple[Page, ...]], ...]
    unproved: Unproved = PROVED

    @property
    def is_draft(self) -> bool:
        return self.unproved.count > 0

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for _, pages in self.sections for page in pages)
