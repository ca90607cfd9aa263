"""C108 undated-figure: a figure that is more than two years old at the event, told without its year."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.speech import says_year
from talkbuilder.talk.talk import MADE, Citation, Paragraph, Slide

_FIGURES = re.compile(r"\(figures? for ([^)]*)\)")  # as crediting.source_line writes it


def check(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    for slide in plan.talk.slides:
        seen, heard = _seen(slide), _text(slide.notes)
        for citations, where, text in ((slide.shown, "on the slide", seen), (slide.spoken, "said", f"{seen} {heard}")):
            for fact, year in _old(citations, plan, event.date.value):
                if not says_year(text, year, plan.talk.language):
                    message = f"'{fact.id}' is a figure of {year}, which is not {where}"
                    hint = "put the year beside it: the fact is too old to pass for today's"
                    yield Diagnostic("C108", message, slide.title.span, hint)


def _old(citations: tuple[Citation, ...], plan: Plan, day: str) -> Iterator[tuple[Fact, str]]:
    """The figures that are old on a day, each with its year."""
    for one in citations:
        fact = plan.talk.library.facts.get(one.id) if one.kind == "fact" else None
        if isinstance(fact, Fact) and fact.as_of and fact.is_old_on(day):
            yield fact, fact.as_of.value[:4]


def _seen(slide: Slide) -> str:
    """The texts of a slide; of its source line only which years the figures are for: a post's date is another."""
    slots = (slot for slot in slide.slots.values() if isinstance(slot, tuple))
    years = () if slide.kind in MADE else _FIGURES.findall("".join(run.text for run in slide.source))
    return " ".join((slide.title.text, *(_text(slot) for slot in slots), *years))


def _text(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)
