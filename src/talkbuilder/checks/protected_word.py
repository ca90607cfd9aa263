"""C041 protected-word: a name or detail that is to be protected stands where an audience could see, hear or find it.

C042 source-words: more than seven words in a row of a source that protects somebody, where nobody recorded consent.
In a row is what one reads so, whatever stands between the words or the texts.
Whoever types a sentence into a search engine finds the page on which it stands, and the people on that page. Whoever
said them; but what a report or a law says in such a source is published elsewhere as well.

Whatever is shown, said or stored is looked at as it will be in the deck: slides, notes, alternative texts, names of
shapes, links, properties, file names and what is written inside pictures.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.diagnostics import Source as File
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source
from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.room import texts_of
from talkbuilder.talk.judging import judgements_of
from talkbuilder.talk.markup import cover_line, unmarked
from talkbuilder.talk.talk import Paragraph, Talk, leader_file
from talkbuilder.talk.words import words_in

if TYPE_CHECKING:
    from talkbuilder.evidence.library.protected import Protected

# How a text is set says nothing that the text does not, and layouts come from the theme.
_NOT_WRITTEN = frozenset({"span", "layout", "lines", "styles", "path", "segments", "ink", "fill", "stroke", "data"})

_BLOCK = r"\S(?:.|\n(?!\s*\n))*"  # up to an empty line
_SHOWN = 4  # words of a row
_HINT = (
    "tell it in your own words, or cut a quotation with […]; or record 'consent:' in assets/people.yaml of all whom"
    " the source protects"
)

_Told = tuple[str, Span | None]


def check(deck: Deck) -> Iterator[Diagnostic]:
    talk = deck.plan.talk
    is_kept, is_guarded = bool(talk.library.protected()), any(talk.library.guarded(talk.given_on))
    if is_kept or is_guarded:
        texts = [tuple(texts_on(page, at == 0)) for at, page in enumerate(deck.pages)]
        if is_kept:
            yield from _protected(deck, texts)
        if is_guarded:
            yield from _in_a_row(deck, texts)


def _in_a_row(deck: Deck, texts: Sequence[tuple[_Told, ...]]) -> Iterator[Diagnostic]:
    from talkbuilder.evidence.proof.verbatim import Verbatim  # 10 ms, which who protects nobody need not pay

    talk = deck.plan.talk
    known, told = Verbatim(talk.library, talk.given_on), set[str]()
    alone = (*chain.from_iterable(texts), *_about(deck))
    joined = chain.from_iterable(_joined(page, talk) for page in deck.pages)
    rows = ""  # of texts that hold one alone, which those that are joined need not tell
    for text, span, is_alone in (*((*one, True) for one in alone), *((*one, False) for one in joined)):
        for words, id in known.hits(text) if text not in told else ():
            row = " ".join(words)
            if is_alone or row not in rows:
                what = f"“{' '.join(words[:_SHOWN])} …” is {len(words)} words in a row of '{id}'"
                yield Diagnostic("C042", f"{what}, which protects people", span, _HINT, "" if span else "talks")
            rows += f"{row}\n"
        told.add(text)


def _joined(page: Page, talk: Talk) -> Iterator[_Told]:
    """What is read in a row: all texts of a slide, and entries of one kind in its notes, which print and pages list."""
    seen = (one.text for text in texts_of(page.items) for one in text.paragraphs)
    yield "\n".join((*seen, *(one.text for one in page.notes.said))), page.span
    listed: dict[object, list[str]] = {}
    for run in chain.from_iterable(one.runs for one in page.notes.said):
        if cited := run.citation:
            kind = getattr(talk.library.entry(cited.kind, cited.id), "kind", None)
            listed.setdefault((kind, cited.as_of), []).append(run.text)
    yield from (("\n".join(told), page.span) for told in listed.values())


def _protected(deck: Deck, texts: Sequence[tuple[_Told, ...]]) -> Iterator[Diagnostic]:
    from talkbuilder.evidence.library.exposed import in_file, kept_by  # 10 ms, which who protects nobody need not pay

    kept, _ = kept_by(deck.plan.talk.library)  # protected_entry reports what is wrong with the list
    told = set()
    for fault in _shown(deck, texts, kept):
        told.add(fault.place)
        yield fault
    rest = in_file("C041", kept, deck.plan.talk.outline.span.source, "in the file of the talk")
    yield from (fault for fault in rest if fault.place not in told)


def _shown(deck: Deck, texts: Sequence[tuple[_Told, ...]], kept: "Protected") -> Iterator[Diagnostic]:
    from talkbuilder.evidence.library.exposed import exposed

    library = deck.plan.talk.library
    spelt = words_in(deck.plan.talk.language).date
    cited = {one.cited(spelt): (one.cite_as or one.title).span for one in library.of(Source)}
    cited |= {one.credit.value: one.credit.span for one in library.of(Person)}
    cited = {words: place for words, place in cited.items() if kept.hits(words)}
    for page, own in zip(deck.pages, texts, strict=True):
        for text, span in own:
            place = next((place for citation, place in cited.items() if citation in text), span)
            yield from exposed("C041", kept, ((text, place),), "on this slide or in its notes")
        yield from exposed("C041", kept, _in_pictures(page), "inside this picture")
    yield from exposed("C041", kept, _on_handout(deck), "on the handout")
    yield from exposed("C041", kept, _about(deck), "in the properties of the deck")
    yield from exposed(
        "C041", kept, ((one, None) for one in deck.theme.told), "in the template, on its slides or said of its pictures"
    )
    yield from exposed("C041", kept, _files(deck), "in the name of a file", "talks")


def texts_on(page: Page, is_cover: bool = False) -> Iterator[_Told]:
    """All that is written on a slide and said with it, each with where an author wrote it.

    The clock in its notes has titles of other slides, where they are told; that of the cover has the event.
    """
    from talkbuilder.evidence.library.exposed import strings

    notes = structs.replace(page.notes, before=(), after=page.notes.after if is_cover else ())
    yield from strings((page.title, page.items, notes), page.span, _NOT_WRITTEN, (Paragraph,))


def _on_handout(deck: Deck) -> Iterator[_Told]:
    """What is written for paper alone, the page for whoever leads a group included."""
    talk = deck.plan.talk
    yield from ((one.text, one.span) for slide in talk.slides for one in slide.handout)
    if data := talk.library.printed(leader_file(talk.name)):
        source = File(leader_file(talk.name), data.decode("utf-8-sig", "replace"))
        yield from ((one[0], Span(source, *one.span())) for one in re.finditer(_BLOCK, source.text))


def _in_pictures(page: Page) -> Iterator[_Told]:
    """What the makers of cameras and of programs write into pictures."""
    for item in page.items:
        if isinstance(item, Image):
            from PIL import Image as Pillow  # 10 ms, which a deck without pictures need not pay

            with Pillow.open(BytesIO(item.data)) as picture:
                told = (*picture.info.values(), *picture.getexif().values())
            yield from ((str(one), item.span) for one in told if isinstance(one, str | bytes))


def _about(deck: Deck) -> Iterator[_Told]:
    talk = deck.plan.talk
    written = (talk.outline.talk, talk.outline.summary, talk.speaker, *talk.outline.keywords)
    yield from ((unmarked(text, talk.library), text.span) for text in written if text)
    yield from ((section.name, None) for section in talk.sections)
    judgements = (one for _, one in judgements_of(talk.outline))
    yield from ((text.value, text.span) for one in judgements for text in (one.why, one.by))
    if event := talk.occasion.event:
        yield cover_line(event, talk), event.span


def _files(deck: Deck) -> Iterator[_Told]:
    talk = deck.plan.talk
    yield talk.file_name, None
    if event := talk.occasion.event:
        yield event.id, event.span
