"""C022 unlike-cite: a slide rests on an entry that shares neither a figure nor a telling word with what it says."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.hedges import hedge_of, keeps
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Broken, Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.covering import told
from talkbuilder.talk.markup import references
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import share, stems
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import of_slide

_FEWEST_WORDS = 3  # of a slide with fewer nobody can tell what it speaks of


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    described = {(slide.span.start, slide.span.end): _seen(slide) for slide in talk.slides}
    for section in talk.outline.sections:
        for slide in section.slides:
            if not isinstance(slide, Broken) and slide.cite:
                yield from _faults(slide, described.get((slide.span.start, slide.span.end), ""), read)


def _seen(slide: Resolved) -> str:
    """What stands on a slide, and what it draws, in words."""
    texts = (one.text for slot in slide.slots.values() if isinstance(slot, tuple) for one in slot)
    return "\n".join((slide.described, *texts))


def _faults(slide: Slide, described: str, read: Reread) -> Iterator[Diagnostic]:
    """`described` is what the slide shows, in words."""
    paragraphs = (paragraph.text for one in of_slide(slide) for paragraph in read.paragraphs(one.text))
    text = "\n".join((*paragraphs, described, *_shown(slide, read)))
    if len(stems(text)) < _FEWEST_WORDS:
        return
    library = read.library
    for id in slide.cite:
        entry = library.quotes.get(id.value) or library.facts.get(id.value)
        if isinstance(entry, Fact | Quote) and not share(told(read.cite(entry), library), text):
            message = f"the slide has no word and no figure of '{id.value}'"
            hint = "say on it, or in its notes, what rests on that entry; or take it out of 'cite'"
            yield Diagnostic("C022", message, id.span, hint)
        elif isinstance(entry, Fact):
            yield from _unhedged(slide, entry, id, read)


def _unhedged(slide: Slide, fact: Fact, id: Id, read: Reread) -> Iterator[Diagnostic]:
    """A doubtful fact that a slide tells again in words of its own, and not as doubtful."""
    hedge = hedge_of(fact)
    if hedge is None:
        return
    seen = [one for one in of_slide(slide) if one.is_seen]
    if any(mark.value == fact.id for one in seen for mark in references(one.text)):
        return
    text = "\n".join(one.text.value for one in seen)
    if len(stems(fact.says.value) & stems(text)) >= _FEWEST_WORDS and not keeps(hedge, text):
        message = f"the slide tells '{fact.id}' as certain, which is {fact.certainty.partition(':')[0]}"
        hint = f"write '{hedge.words}' or the like on it; or print the fact, as {{{fact.id}}}"
        yield Diagnostic("C022", message, id.span, hint)


def _shown(slide: Slide, read: Reread) -> Iterator[str]:
    """What the entries say of which a slide is made."""
    library = read.library
    for id in next((one.shown for one in of_slide(slide)), ()):
        entry = library.quotes.get(id.value) or library.facts.get(id.value)
        if isinstance(entry, Fact | Quote):
            yield told(read.cite(entry), library)
