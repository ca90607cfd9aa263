"""The Deck: pages, each a background and items from back to front; whoever writes it decides nothing any more."""

from collections.abc import Callable
from functools import cached_property, lru_cache

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


class Sheet:
    """A page of a deck, which is drawn when somebody first looks at it.

    Where checks are known to find nothing, the first to look is who writes the deck, and that is work for two cores.
    What its neighbours and the file as a whole hang on is known before. Only a sheet that may show files of its own,
    which pictures and charts are, `has_files`.
    """

    def __init__(
        self, layout: Layout, citations: tuple[Citation, ...], draw: Callable[[], Page], has_files: bool
    ) -> None:
        self.layout = layout
        self.citations = citations
        self.has_files = has_files
        self._draw = draw

    @cached_property
    def page(self) -> Page:
        return self._draw()

    def drawn(self) -> Page:
        """The page, which is not kept for others."""
        return self.page if "page" in self.__dict__ else self._draw()


@lru_cache(maxsize=1)
def in_passing(sheet: Sheet) -> Page:
    """The page of a sheet, for who looks at it several times in a row and then never again.

    A large deck that was kept as it is drawn would lie in memory whole until it is written.
    """
    return sheet.drawn()


def sheet_of(page: Page) -> Sheet:
    """The sheet of a page that is drawn, whatever it shows."""
    return Sheet(page.layout, page.citations, lambda: page, has_files=True)


class Deck(Struct, frozen=True):
    """All pages, by section."""

    plan: Plan
    theme: Theme
    sections: tuple[tuple[str, tuple[Sheet, ...]], ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(sheet for _, sheets in self.sections for sheet in sheets)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages, drawn."""
        return tuple(sheet.page for sheet in self.sheets)
