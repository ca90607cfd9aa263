"""C022 unlike-cite: a slide rests on an entry that shares neither a figure nor a telling word with what it says."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Broken
from talkbuilder.source.outline import Slide
from talkbuilder.talk.covering import told
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.sharing import share, stems
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import of_slide

_FEWEST_WORDS = 3  # of a slide with fewer nobody can tell what it speaks of


def check(talk: Talk) -> Iterator[Diagnostic]:
    markup = Markup(talk.library, Report())  # what is wrong with the texts themselves is reported already
    described = {(slide.span.start, slide.span.end): _seen(slide) for slide in talk.slides}
    for section in talk.outline.sections:
        for slide in section.slides:
            if not isinstance(slide, Broken) and slide.cite:
                yield from _faults(slide, described.get((slide.span.start, slide.span.end), ""), markup)


def _seen(slide: Resolved) -> str:
    """What stands on a slide, and what it draws, in words."""
    texts = (one.text for slot in slide.slots.values() if isinstance(slot, tuple) for one in slot)
    return "\n".join((slide.described, *texts))


def _faults(slide: Slide, described: str, markup: Markup) -> Iterator[Diagnostic]:
    """`described` is what the slide shows, in words."""
    paragraphs = (paragraph.text for one in of_slide(slide) for paragraph in markup.paragraphs(one.text))
    text = "\n".join((*paragraphs, described, *_shown(slide, markup)))
    if len(stems(text)) < _FEWEST_WORDS:
        return
    library = markup.library
    for id in slide.cite:
        entry = library.quotes.get(id.value) or library.facts.get(id.value)
        if isinstance(entry, Fact | Quote) and not share(told(markup.cite(entry), library), text):
            message = f"the slide has no word and no figure of '{id.value}'"
            hint = "say on it, or in its notes, what rests on that entry; or take it out of 'cite'"
            yield Diagnostic("C022", message, id.span, hint)


def _shown(slide: Slide, markup: Markup) -> Iterator[str]:
    """What the entries say of which a slide is made."""
    library = markup.library
    for id in next((one.shown for one in of_slide(slide)), ()):
        entry = library.quotes.get(id.value) or library.facts.get(id.value)
        if isinstance(entry, Fact | Quote):
            yield told(markup.cite(entry), library)
