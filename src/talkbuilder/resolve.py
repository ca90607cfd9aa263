"""Outline and Library to Talk: references replaced, and the slides added that a talk makes itself."""

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library import Library
from talkbuilder.fields import Broken
from talkbuilder.kinds import KINDS, WRITTEN
from talkbuilder.kinds.section import Opening
from talkbuilder.kinds.sources import Cited
from talkbuilder.outline import Outline, Slide
from talkbuilder.talk import Section, Talk
from talkbuilder.talk import Slide as Resolved
from talkbuilder.words import Words

DEFAULT_LANGUAGE = "en-US"
OPENING = "Opening"
CLOSING = "Closing and sources"

_KIND_OF_MODEL = {kind.model: kind for kind in WRITTEN.values()}


def resolve(name: str, outline: Outline, library: Library, report: Report) -> Talk:
    """The talk of an outline. A slide that cannot be resolved is reported and left out."""
    words = Words(library, report)
    sections = [Section(OPENING, _some(KINDS["cover"].resolve(outline, words)))]
    for number, section in enumerate(outline.sections, start=1):
        opening = _some(KINDS["section"].resolve(Opening(section, number), words))
        slides = (_slide(written, words) for written in section.slides)
        sections.append(Section(opening[0].title.text, (*opening, *(slide for slide in slides if slide))))
    closing = _some(KINDS["closing"].resolve(outline.closing, words)) if outline.closing else ()
    cited = (one for section in sections for slide in section.slides for one in slide.citations if one.who)
    sources = KINDS["sources"].resolve(Cited(tuple(dict.fromkeys(cited)), outline.sources, outline), words)
    if ending := (*closing, *_some(sources)):
        sections.append(Section(CLOSING, ending))
    language = outline.language.value if outline.language else DEFAULT_LANGUAGE
    return Talk(outline, name, language, tuple(sections))


def _slide(written: Slide | Broken, words: Words) -> Resolved | None:
    if isinstance(written, Broken):
        return None
    return _KIND_OF_MODEL[type(written)].resolve(written, words)


def _some(slide: Resolved | None) -> tuple[Resolved, ...]:
    return () if slide is None else (slide,)
