"""C321 old-figure-unsaid, C108 undated-figure: an old figure whose year is not given in its part, or on its slide.

The source line gives the year in small letters, which the last row cannot read.
"""

import re
from collections.abc import Iterator, Sequence

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.speech import says_year
from talkbuilder.talk.talk import MADE, Citation, Paragraph, Section, Slide, Talk
from talkbuilder.talk.words import Words, words_in


def check(plan: Plan) -> Iterator[Diagnostic]:
    yield from _in_its_part(plan)
    yield from _on_its_slide(plan)


def _in_its_part(plan: Plan) -> Iterator[Diagnostic]:
    talk = plan.talk
    if not talk.given_on:
        return
    hint = "say the year once, in the notes or on the slide: an old figure passes for today's"
    for section in (one for one in talk.sections if one.is_part):
        old = _old(section, talk)
        said = _text([paragraph for slide in section.slides for paragraph in slide.heard]) if old else ""
        for year, (fact, slide) in old.items():
            if not says_year(said, year, talk.language):
                message = f"'{fact.id}' is a figure of {year}, which neither its slide nor the notes of this part say"
                yield Diagnostic("C321", message, slide.title.span, hint)


def _old(section: Section, talk: Talk) -> dict[str, tuple[Fact, Slide]]:
    """The years of the old figures of a part, each with the first of them."""
    years: dict[str, tuple[Fact, Slide]] = {}
    for slide in section.slides:
        for fact, year in _old_on(slide.citations, talk, talk.given_on):
            if not _is_on_slide(year, slide, talk):
                years.setdefault(year, (fact, slide))
    return years


def _is_on_slide(year: str, slide: Slide, talk: Talk) -> bool:
    """Whether the year stands among the texts of a slide, or in its chart, which are large."""
    notes = frozenset(map(id, slide.notes))
    texts = [paragraph.text for paragraph in slide.paragraphs if id(paragraph) not in notes]
    texts += [slide.described] if slide.kind == "chart" else []
    return any(says_year(text, year, talk.language) for text in texts)


def _on_its_slide(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    for slide in plan.talk.slides:
        seen, heard = _seen(slide, words_in(plan.talk.language)), _text(slide.notes)
        told = {run.citation for paragraph in slide.notes for run in paragraph.runs}  # a handout prints years itself
        spoken = tuple(one for one in slide.spoken if one in told)
        for citations, where, text in ((slide.shown, "on the slide", seen), (spoken, "said", f"{seen} {heard}")):
            for fact, year in _old_on(citations, plan.talk, event.date.value):
                if not says_year(text, year, plan.talk.language):
                    message = f"'{fact.id}' is a figure of {year}, which is not {where}"
                    hint = "put the year next to it: the fact is too old to pass for today's"
                    yield Diagnostic("C108", message, slide.title.span, hint)


def _old_on(citations: tuple[Citation, ...], talk: Talk, day: str) -> Iterator[tuple[Fact, str]]:
    for one in citations:
        fact = talk.library.facts.get(one.id) if one.kind == "fact" else None
        if isinstance(fact, Fact) and fact.as_of and fact.is_old_on(day):
            yield fact, fact.as_of.value[:4]


def _seen(slide: Slide, words: Words) -> str:
    """The texts of a slide; of its source line only which years the figures are for: a post's date is another."""
    slots = (slot for slot in slide.slots.values() if isinstance(slot, tuple))
    source = "" if slide.kind in MADE else "".join(run.text for run in slide.source)
    told = (words.say(row, who="", years="\0") for row in ("figure_of", "figures_of"))
    years = (found for one in told for found in re.findall(re.escape(one).replace("\0", r"([^)]*)"), source))
    return " ".join((slide.title.text, *(_text(slot) for slot in slots), *years))


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)
