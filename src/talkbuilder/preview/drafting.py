"""Outline to Deck again and again: of a talk that is being written, only what has changed is worked out anew."""

from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Report, Span
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import PROVED, Deck, Page, Unproved
from talkbuilder.layout.theme import Theme
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Broken
from talkbuilder.source.outline import Outline
from talkbuilder.source.outline import Slide as Written
from talkbuilder.source.project import Project
from talkbuilder.stages.lay_out import lay_out, pages_of
from talkbuilder.stages.read import read_outline
from talkbuilder.stages.resolve import narrow, resolve, resolve_slide
from talkbuilder.stages.theme import theme_of
from talkbuilder.talk.edition import choose
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.plan import plan
from talkbuilder.talk.talk import Citation, Slide


class Draft(Struct, frozen=True):
    """What an outline makes at the moment; without a deck where nothing of it can be drawn.

    `faults` are those of reading and resolving alone. `written` tells where the text of a slide begins and ends now, by
    the identity of the slide: in itself, one that is kept has the places that it had in an earlier outline.
    """

    outline: Outline | None
    deck: Deck | None
    faults: tuple[Diagnostic, ...]
    written: Mapping[int, Span] = {}
    faulty: frozenset[int] = frozenset()  # slides as they last were, by their identity: now they have a fault
    unmade: tuple[Span, ...] = ()  # what has a fault and never was without one
    counts: tuple[int, ...] = ()  # of the pages of each slide of the plan

    def place_of(self, slide: Slide) -> Span:
        return self.written.get(id(slide), slide.span)


# The text of a slide, how far it is indented, and how many with the same text came before it.
_Text = tuple[str, int, int]


class _Resolved(Struct, frozen=True):
    slide: Slide
    library: Library


class _LaidOut(Struct, frozen=True):
    slide: Slide
    theme: Theme
    look: Hashable
    pages: tuple[Page, ...]


class _Memory:
    """What one draft was made of. What is known by its identity is kept with it, so that nothing else can have it."""

    def __init__(self) -> None:
        self.order: list[tuple[_Text, Slide]] = []  # as they were written
        self.resolved: dict[_Text, _Resolved] = {}
        self.laid_out: dict[int, _LaidOut] = {}  # by the identity of slides
        self.looks: dict[Hashable, tuple[Theme, tuple[Page, ...]]] = {}


class Drafter:
    """Makes one draft of a talk after the other, and keeps what the last one was made of."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._memory = _Memory()

    def draft(
        self,
        project: Project,
        library: Library,
        occasion: Occasion,
        template: Path | None = None,
        unproved: Unproved = PROVED,
    ) -> Draft:
        """The talk as its outline has it now, with what is known to be `unproved` of it.

        Raises OSError where the template cannot be read.
        """
        report = Report()
        outline = read_outline(project, self._name, report)
        theme = theme_of(outline, occasion, library, report, template) if outline else None
        if outline is None or theme is None:
            return Draft(outline, None, report.diagnostics)
        made = _Round(self._memory, outline)
        edition = choose(resolve(self._name, outline, library, report, occasion, made.slide))
        deck = lay_out(plan(narrow(edition), edition), theme, made.pages, unproved)
        self._memory = made.memory
        told = made.written, frozenset(made.faulty), tuple(made.unmade), tuple(made.counts)
        return Draft(outline, deck, report.diagnostics, *told)


class _Round:
    """One draft in the making: what the one before left, as far as it is used again, and what is new."""

    def __init__(self, before: _Memory, outline: Outline) -> None:
        self._before = before
        self._alike: Counter[tuple[str, int]] = Counter()
        slides = (slide for section in outline.sections for slide in section.slides)
        self._texts = {_text_of(slide.span) for slide in slides}
        self.faulty: set[int] = set()
        self.memory = _Memory()
        self.written: dict[int, Span] = {}
        self.unmade: list[Span] = []
        self.counts: list[int] = []

    def slide(self, written: Written | Broken, markup: Markup) -> Slide | None:
        """A written slide resolved; the same value as before where its text and the library are the same."""
        key = self._text_of(written.span)
        kept = self._before.resolved.get(key)
        if kept is None or kept.library is not markup.library:
            slide, is_faultless = _resolved(written, markup)
            if slide is None:
                return self._as_it_was(written)
            if not is_faultless:  # it has to be told again, at the place where it stands then
                self.memory.order.append((key, slide))
                return slide
            kept = _Resolved(slide, markup.library)
        self.memory.resolved[key] = kept
        self.memory.order.append((key, kept.slide))
        self.written[id(kept.slide)] = written.span
        return kept.slide

    def _text_of(self, span: Span) -> _Text:
        same = _text_of(span)
        self._alike[same] += 1
        return *same, self._alike[same]

    def _as_it_was(self, written: Written | Broken) -> Slide | None:
        """The slide that stood behind the same one before, unless it is elsewhere now; None where none did."""
        keys = [key for key, _ in self._before.order]
        last = self.memory.order[-1][0] if self.memory.order else None
        at = 0 if last is None else keys.index(last) + 1 if last in keys else len(keys)
        if at >= len(keys) or keys[at][:2] in self._texts:
            self.unmade.append(written.span)
            return None
        key, slide = self._before.order[at]
        self.memory.order.append((key, slide))
        self.faulty.add(id(slide))
        self.written[id(slide)] = written.span
        return slide

    def pages(self, slide: Slide, theme: Theme) -> tuple[Page, ...]:
        """The pages of a slide; those of one before that looks the same, with its own notes."""
        found = self._before.laid_out.get(id(slide))
        if found is None or found.theme is not theme:
            look = id(theme), look_of(slide)
            pages = self._looking(look, slide, theme)
            found = _LaidOut(slide, theme, look, tuple(_spoken_over(page, slide) for page in pages))
        else:
            self.memory.looks[found.look] = self._before.looks[found.look]
        self.memory.laid_out[id(slide)] = found
        self.counts.append(len(found.pages))
        return found.pages

    def _looking(self, look: Hashable, slide: Slide, theme: Theme) -> tuple[Page, ...]:
        found = self.memory.looks.get(look) or self._before.looks.get(look)
        if found is None:
            found = theme, pages_of(slide, theme)
        self.memory.looks[look] = found
        return found[1]


def _text_of(span: Span) -> tuple[str, int]:
    """What is written at a place, and how far it is indented."""
    text = span.source.text
    return text[span.start : span.end], span.start - text.rfind("\n", 0, span.start)


def _resolved(written: Written | Broken, markup: Markup) -> tuple[Slide | None, bool]:
    """A slide, and whether nothing was reported of it."""
    outer, markup.report = markup.report, Report()
    try:
        slide = resolve_slide(written, markup)
    finally:
        own, markup.report = markup.report, outer
    found = own.everything
    for fault in found:
        outer(fault)
    return slide, not found


def _spoken_over(page: Page, slide: Slide) -> Page:
    """A page with the notes of a slide that looks like it."""
    said = page.notes.said if page.kind == "sources" else slide.notes
    notes = structs.replace(page.notes, said=said)
    return structs.replace(page, notes=notes, citations=slide.citations, span=slide.span)


# What of a slide never shows on it. The sources slides alone put their notes on several pages.
_UNSEEN = frozenset({"notes", "spoken", "span", "priority", "minutes", "pause", "media", "only", "not_", "aloud"})
_WITH_NOTES = frozenset({"sources"})


def look_of(slide: Slide) -> Hashable:
    """Equal for slides of which the same is drawn."""
    fields = (name for name in slide.__struct_fields__ if name not in _UNSEEN)
    seen = tuple(placeless(getattr(slide, name)) for name in fields)
    return (*seen, placeless(slide.notes)) if slide.kind in _WITH_NOTES else seen


def placeless(value: object) -> Hashable:
    """Equal for values that differ at most in where they were written."""
    match value:
        case Span():
            return None
        case Citation():
            return value
        case Struct():
            return type(value), *(placeless(getattr(value, name)) for name in value.__struct_fields__)
        case Mapping():
            return tuple((key, placeless(one)) for key, one in value.items())
        case tuple() | list():
            return tuple(map(placeless, value))
        case Hashable():
            return value
        case _:
            raise AssertionError("unreachable")
