"""The sources slides: every source that the talk cites, once."""

from collections.abc import Iterable

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import fit, fits
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import outline
from talkbuilder.source.fields import Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide

_TITLE = "Where this comes from"


class Cited(Struct, frozen=True):
    """What a talk cites, in order, and what its author wrote about the sources slides, if anything."""

    citations: tuple[Citation, ...]
    written: outline.Sources | None
    outline: outline.Outline


def resolve(cited: Cited, markup: Markup) -> Slide | None:
    if not cited.citations:
        return None
    span = cited.written.span if cited.written else cited.outline.talk.span
    title = cited.written.title if cited.written else Text(_TITLE, span)
    slide = outline.Slide(span=span, title=title, notes=cited.written.notes if cited.written else None)
    listed = {"sources": _listed(cited.citations, span)}
    return structs.replace(assemble("sources", slide, markup, listed), in_questions=True)


def narrowed(slide: Slide, citations: tuple[Citation, ...]) -> Slide:
    """The sources slide of a talk that cites less."""
    return structs.replace(slide, slots={"sources": _listed(citations, slide.span)})


def _listed(citations: tuple[Citation, ...], span: Span) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(runs, span) for runs in _sources(citations))


def _sources(citations: Iterable[Citation]) -> Iterable[tuple[Run, ...]]:
    """Who says it, and where: one line for each, in the order of the talk."""
    places: dict[str, dict[str, None]] = {}
    for one in citations:
        places.setdefault(one.who, {})[one.where] = None
    for who, posts in places.items():
        listed = "; ".join(post for post in posts if post)
        yield (Run(who, bold=True), Run(f". In {listed}")) if listed else (Run(who, bold=True),)


def lay_out(kind: Kind, slide: Slide, layout: Layout) -> tuple[Page, ...]:
    """As many pages as the sources need, each with its number in the title where there are several."""
    groups = _groups(slide, layout)
    pages = []
    for number, group in enumerate(groups, start=1):
        part = f" ({number} of {len(groups)})" if len(groups) > 1 else ""
        title = Paragraph((*slide.title.runs, Run(part)), slide.title.span) if part else slide.title
        box = fit("sources", group, layout.placeholders["Sources"], layout.fonts)
        one = structs.replace(slide, title=title, notes=slide.notes if number == 1 else slide.notes[:1])
        pages.append(kind.page(one, layout, (box,)))
    return tuple(pages)


def _groups(slide: Slide, layout: Layout) -> list[tuple[Paragraph, ...]]:
    """The sources by page: as few pages as possible, and on each about as many."""
    place = layout.placeholders["Sources"]
    sources = slide.slots["sources"]
    assert isinstance(sources, tuple)
    least = place.sizes_pt[-1]
    greedy: list[tuple[Paragraph, ...]] = [()]
    for paragraph in sources:
        if greedy[-1] and not fits((*greedy[-1], paragraph), place, layout.fonts, least):
            greedy.append(())
        greedy[-1] = (*greedy[-1], paragraph)
    share = -(-len(sources) // len(greedy))
    even = [sources[at : at + share] for at in range(0, len(sources), share)]
    return even if all(fits(group, place, layout.fonts, least) for group in even) else greedy


KIND = Kind("sources", "Sources", resolve, (Frame("title", "Title"),), lay_out=lay_out)
