"""The slides of a talk as a reviewer sees them: what each shows and says, next to the entries it rests on."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.reviews import Standing, slide_key
from talkbuilder.talk.signing import SlideSignatures, WrittenSlide, title_of
from talkbuilder.talk.talk import Citation, Paragraph, Slide, Talk


class Rest(Struct, frozen=True):
    """An entry that a slide rests on, with the number printed behind each place that refers to it."""

    number: int
    kind: str
    id: str
    says: str
    standing: Standing | None


class SlideSubject(Struct, frozen=True):
    talk: str
    id: str  # its own, or the hash that distinguishes it from others
    title: str
    written: WrittenSlide
    lines: tuple[tuple[str, str], ...]  # what it shows and what is said, as (name, words), references filled in
    rests: tuple[Rest, ...]
    standing: Standing
    hashes: tuple[str, str]

    kind: ClassVar[str] = "slide"

    @property
    def span(self) -> Span:
        return self.written.span

    @property
    def key(self) -> tuple[str, str]:
        return slide_key(self.talk, self.written.id, self.hashes[0])


def slide_subjects(talk: Talk) -> tuple[SlideSubject, ...]:
    """All slides of a talk that somebody typed and that have no fault, in their order."""
    signatures = SlideSignatures(talk)
    pairs = ((one, signatures.resolved(one)) for one in signatures.written)
    return tuple(_subject(one, slide, signatures) for one, slide in pairs if slide)


def _subject(one: WrittenSlide, slide: Slide, signatures: SlideSignatures) -> SlideSubject:
    numbers = {cited: number for number, cited in enumerate(_numbered(slide), start=1)}
    hashes = signatures.hashes(one, slide)
    name = signatures.talk.name
    return SlideSubject(
        name,
        one.id or hashes[0][:12],
        title_of(slide),
        one,
        tuple(_lines(one, slide, numbers)),
        tuple(Rest(number, cited.kind, cited.id, cited.says, cited.standing) for cited, number in numbers.items()),
        signatures.standing(one, slide),
        hashes,
    )


def _numbered(slide: Slide) -> Iterator[Citation]:
    """The entries a slide rests on; none for the list of sources, which cites those of the whole talk."""
    if slide.kind != "sources":
        yield from (cited for cited in slide.citations if cited.id)


def _lines(one: WrittenSlide, slide: Slide, numbers: dict[Citation, int]) -> Iterator[tuple[str, str]]:
    """What is seen on the slide, then what its picture shows, then what is said."""
    printed: dict[tuple[int, int], Paragraph] = {}
    for paragraph in slide.paragraphs:
        printed.setdefault(_place(paragraph.span), paragraph)
    for typed in one.texts:
        if typed.is_seen:
            found = printed.get(_place(typed.text.span))
            yield typed.key, _filled(found, numbers) if found else " ".join(typed.text.value.split())
    typed_at = {_place(typed.text.span) for typed in one.texts}
    for name, slot in slide.slots.items():
        for paragraph in slot if isinstance(slot, tuple) and slide.kind != "sources" else ():
            if _place(paragraph.span) not in typed_at:
                yield name, _filled(paragraph, numbers)
    if slide.described and not slide.is_unseen:
        yield "shown", slide.described
    for paragraph in slide.notes:
        yield "notes", _filled(paragraph, numbers)


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _filled(paragraph: Paragraph, numbers: dict[Citation, int]) -> str:
    """The text of a paragraph, with the number of the entry behind each reference and [own] behind each own mark."""
    words = []
    for run in paragraph.runs:
        words.append(run.text)
        if run.citation and run.citation.kind == "own":
            words.append(" [own]")
        elif run.citation:
            words.append(f" [{numbers[run.citation]}]" if run.citation in numbers else "")
    return " ".join("".join(words).split())
