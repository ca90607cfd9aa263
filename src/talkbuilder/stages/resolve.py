"""Outline and Library to Talk: references replaced, and the slides added that a talk makes itself; Edition to Talk."""

from collections.abc import Callable, Iterable

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.kinds import KINDS, kind_of
from talkbuilder.kinds.cover import Given
from talkbuilder.kinds.section import Opening, renumbered
from talkbuilder.kinds.sources import Cited, narrowed
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.fields import Broken, Id, Text
from talkbuilder.source.ids import is_id
from talkbuilder.source.languages import is_same_language
from talkbuilder.source.outline import Outline, Showing, Slide
from talkbuilder.talk.edition import Edition
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.speech import PACE
from talkbuilder.talk.talk import Citation, Section, Talk
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import words_in

DEFAULT_LANGUAGE = "en-US"


def resolve_slide(written: Slide | Broken, markup: Markup) -> Resolved | None:
    """One slide; None where (reported) that cannot be done."""
    if isinstance(written, Broken):
        return None
    markup.heads = (written.title, written.lead if isinstance(written, Showing) else None)
    try:
        return kind_of(written).resolve(written, markup)
    finally:
        markup.heads = ()


def resolve(
    name: str,
    outline: Outline,
    library: Library,
    report: Report,
    occasion: Occasion = EVERYDAY,
    slide_of: Callable[[Slide | Broken, Markup], Resolved | None] = resolve_slide,
) -> Talk:
    """The talk of an outline, spare slides too. A slide that cannot be resolved is reported and left out.

    `slide_of` is for who remembers what slides resolve to.
    """
    language = _language(outline, occasion)
    words = words_in(language)
    markup = Markup(library, report, words)
    speaker, pace = _speaker(outline, markup)
    cover = _some(KINDS["cover"].resolve(Given(outline, speaker, occasion), markup))
    sections = [Section(words.say("opening"), cover, is_part=False)]
    parts = tuple(markup.line(section.section).text for section in outline.sections)
    for number, section in enumerate(outline.sections):
        opening = Opening(section, number, parts, outline.opens_with_slide(section))
        opened = _some(KINDS["section"].resolve(opening, markup))
        slides = (slide_of(one, markup) for one in section.slides if isinstance(one, Broken) or not one.skip)
        sections.append(Section(parts[number], (*opened, *(slide for slide in slides if slide))))
    closings = [slide for one in outline.closings if (slide := KINDS["closing"].resolve(one, markup))]
    sources = KINDS["sources"].resolve(Cited(_cited(sections), outline.sources, outline), markup)
    if ending := (*closings, *_some(sources)):
        sections.append(Section(words.say("closing_and_sources"), ending, is_part=False))
    return Talk(outline, library, name, language, speaker, pace, occasion, tuple(sections))


def narrow(edition: Edition) -> Talk:
    """What an edition keeps of its talk, with the parts numbered and the sources listed anew."""
    talk = edition.talk
    if all(choice.kept for choice in edition.choices):
        return talk
    words = words_in(talk.language)
    kept: dict[int, list[Resolved]] = {number: [] for number in range(len(talk.sections))}
    for choice in edition.choices:
        if choice.kept:
            kept[choice.section].append(choice.slide)
    sections: list[Section] = []
    parts = [number for number, section in enumerate(talk.sections) if section.is_part and kept[number]]
    names = tuple(talk.sections[number].name for number in parts)
    for number, section in enumerate(talk.sections):
        slides = kept[number]
        if slides and slides[0].kind == "section":
            slides[0] = renumbered(slides[0], parts.index(number), names, words)
        slides = [
            narrowed(one, _cited(sections), talk.library, words) if one.kind == "sources" else one for one in slides
        ]
        if slides:
            sections.append(structs.replace(section, slides=tuple(slides)))
    return structs.replace(talk, sections=tuple(sections))


def _cited(sections: Iterable[Section]) -> tuple[Citation, ...]:
    """All that is cited as somebody's claim, once, in the order of the talk."""
    cited = (one for section in sections for slide in section.slides for one in slide.citations if one.who)
    return tuple(dict.fromkeys(asserted for one in cited for asserted in one.asserted))


def _speaker(outline: Outline, markup: Markup) -> tuple[Text, float]:
    """Who gives the talk, as the cover says it, and at how many words a minute."""
    name, people = outline.speaker.value, markup.library.people
    person = people.get(name)
    if person is None and "-" in name and is_id(name):  # nobody is called that: it is meant as an id
        markup.entry("person", Id(name, outline.speaker.span), people)
    if not isinstance(person, Person):
        return outline.speaker, outline.pace or PACE
    return Text(person.printed, outline.speaker.span), outline.pace or person.pace or PACE


def _language(outline: Outline, occasion: Occasion) -> str:
    """The event's language, such as en-GB, where the talk is written in it; else the talk's own."""
    own = outline.language.value if outline.language else DEFAULT_LANGUAGE
    asked = occasion.event.language.value if occasion.event and occasion.event.language else own
    return asked if is_same_language(asked, own) else own


def _some(slide: Resolved | None) -> tuple[Resolved, ...]:
    return () if slide is None else (slide,)
