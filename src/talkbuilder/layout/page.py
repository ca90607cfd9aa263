"""The Deck: what appears where, in which size; whoever writes it decides nothing any more."""

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.layout.theme import Layout, Placeholder, Theme
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Citation, Paragraph, Picture


class TextBox(Struct, frozen=True):
    """Text in a placeholder. `sizes_pt` holds a size a level where it differs from the layout's own, else 0."""

    placeholder: Placeholder
    paragraphs: tuple[Paragraph, ...]
    sizes_pt: tuple[float, ...]
    lines: tuple[str, ...]  # as we measured them
    span: Span


class PictureBox(Struct, frozen=True):
    """A picture in a placeholder, cut to its shape: `crop` holds the shares cut off at left, top, right, bottom."""

    placeholder: Placeholder
    picture: Picture
    crop: tuple[float, float, float, float]


Box = TextBox | PictureBox


class Page(Struct, frozen=True):
    """A slide as it will appear."""

    kind: str
    title: str
    layout: Layout
    boxes: tuple[Box, ...]
    notes: tuple[Paragraph, ...]
    evidence: tuple[Citation, ...]
    span: Span
    before: tuple[str, ...] = ()  # lines above the notes: where the speaker should be
    after: tuple[str, ...] = ()  # lines below them: what to skip if late, and whom the talk is for


class Deck(Struct, frozen=True):
    """All pages, by PowerPoint section."""

    plan: Plan
    theme: Theme
    sections: tuple[tuple[str, tuple[Page, ...]], ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for _, pages in self.sections for page in pages)
