"""Whether a person has signed a slide: all that its author typed, beside the entries that it rests on.

Signed is what is written, once for all editions; the cover, the openers of parts, the closing and the sources too.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from talkbuilder.claims.texts import word_set
from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import UNSIGNED, Review, Standing, short_hash, slide_key
from talkbuilder.evidence.proof.lock import hash_of, plain
from talkbuilder.source.fields import Broken, Text
from talkbuilder.source.outline import Closing, Outline, Section, Sources
from talkbuilder.source.outline import Slide as WrittenKeys
from talkbuilder.talk.talk import Citation, Slide, Talk
from talkbuilder.talk.typed import Typed, of_slide, texts_of

if TYPE_CHECKING:
    from talkbuilder.evidence.review.signing import Signatures

# What of a slide nobody sees or hears. What it cites is signed as what it rests on.
_UNHEARD = word_set("span id cite priority minutes pause media skip only not_ debunk allow opener slides")
_OF_COVER = ("talk", "subtitle", "summary", "speaker", "notes", "drawing", "date")

Place = tuple[int, int]  # where a slide begins and ends in its outline


class WrittenSlide(Struct, frozen=True, dict=True):  # the dict is for what only a review works out
    """A slide as it was typed. `span` is that of the slide which it resolves to, `written` where its keys stand."""

    span: Span
    written: Outline | Section | WrittenKeys | Closing | Sources
    id: str = ""

    @property
    def place(self) -> Place:
        return self.span.start, self.span.end

    @cached_property
    def texts(self) -> tuple[Typed, ...]:
        match self.written:
            case Outline() as cover:
                own = tuple(one for one in texts_of(cover) if one.key in _OF_COVER)
                return (*own, Typed(cover.summary, "summary")) if cover.summary else own
            case Section() as part:
                keys = ("section", "notes")
                return tuple(Typed(text, key) for key in keys if isinstance(text := getattr(part, key), Text))
            case Closing() | Sources() as end:
                return tuple(texts_of(end))
            case slide:
                return tuple(of_slide(slide))

    @cached_property
    def said(self) -> tuple[tuple[str, object], ...]:
        """All that its author typed, key by key."""
        keys = _OF_COVER if isinstance(self.written, Outline) else self.written.__struct_fields__
        return tuple((name, getattr(self.written, name)) for name in keys if name not in _UNHEARD)


def written_slides(outline: Outline) -> Iterator[WrittenSlide]:
    """All slides that somebody typed, in their order, but for those that could not be read."""
    yield WrittenSlide(outline.talk.span, outline)
    for section in outline.sections:
        yield WrittenSlide(section.section.span, section)
        for slide in section.slides:
            if not isinstance(slide, Broken):
                yield WrittenSlide(slide.span, slide, slide.id.value if slide.id else "")
    for closing in outline.closings:
        yield WrittenSlide(closing.title.span, closing)
    if sources := outline.sources:
        yield WrittenSlide(sources.span, sources)


class SlideSignatures:
    """The reviews of a talk's slides against what is written now."""

    def __init__(self, talk: Talk) -> None:
        self.talk, self._library = talk, talk.library
        self.written = tuple(written_slides(talk.outline))
        # Where nobody wrote of the sources, their slide stands at the same place as the cover.
        typed = (one for one in talk.slides if one.kind != "sources" or talk.outline.sources)
        self._resolved = {(one.span.start, one.span.end): one for one in typed}

    def resolved(self, one: WrittenSlide) -> Slide | None:
        """What the talk has of it; None where it has a fault, where an edition leaves it out, or nobody notices it."""
        found = self._resolved.get(one.place)
        return None if found and found.is_unseen and not found.notes else found

    def standing(self, one: WrittenSlide, slide: Slide) -> Standing:
        if not self._reviews:
            return UNSIGNED
        words, rests = self.hashes(one, slide)
        review = self._reviews.get(slide_key(self.talk.name, one.id, words)) or self._before(one, slide)
        if review is None:
            return UNSIGNED
        if not review.is_sealed or not self._signatures.is_held(review):
            return Standing("changed", review, "the review")
        if review.entry.value != words:
            return Standing("changed", review, "the slide")
        if review.passage.value != rests:
            return Standing("changed", review, "what it rests on")
        if review.state == "signed" and not all(_is_signed(cited) for cited in entries_of(slide)):
            return Standing("waiting", review)
        return Standing(review.state, review)

    def hashes(self, one: WrittenSlide, slide: Slide) -> tuple[str, str]:
        """Of all that the slide says, and of the entries that it rests on, as they are signed."""
        said = [(name, _on_one_line(plain(value))) for name, value in one.said if value not in (None, False, ())]
        shown = [_picture(name, value, self._library) for name, value in one.said]
        rests = sorted(f"{cited.kind} {cited.id} {self._hash(cited)}" for cited in _rested_on(slide))
        return short_hash(repr((said, list(filter(None, shown))))), short_hash("\n".join(rests))

    def _hash(self, cited: Citation) -> str:
        from talkbuilder.evidence.review.signing import (
            entry_hash,  # 10 ms, which talks that nobody has reviewed need not pay
        )

        match self._library.entry(cited.kind, cited.id):
            case Action() as action:
                return hash_of(action)
            case (Fact() | Quote()) as entry:
                return entry_hash(entry, self._library)
        return ""

    def _before(self, one: WrittenSlide, slide: Slide) -> Review | None:
        """The last review of what was called so, and is no other slide now."""
        if one.id:
            return None
        found = [review for key, review in self._reviews.items() if review.title and key not in self._known]
        name = title_of(slide)
        return next((review for review in reversed(found) if review.title and review.title.value == name), None)

    @cached_property
    def _known(self) -> frozenset[tuple[str, str]]:
        """The keys of all slides as they are now."""
        pairs = ((one, self.resolved(one)) for one in self.written)
        return frozenset(slide_key(self.talk.name, one.id, self.hashes(one, slide)[0]) for one, slide in pairs if slide)

    @cached_property
    def _reviews(self) -> Mapping[tuple[str, str], Review]:
        named = self.talk.name
        reviews = self._library.reviews()
        return {key: one for key, one in reviews.items() if one.slide and one.slide.value == named}

    @cached_property
    def _signatures(self) -> "Signatures":
        from talkbuilder.evidence.review.signing import Signatures  # as above

        return Signatures(self._library)


def standings_of(talk: Talk) -> Mapping[int, Standing]:
    """How each slide that somebody typed stands, by its identity, of those that a talk or an edition has."""
    signatures = SlideSignatures(talk)
    pairs = ((one, signatures.resolved(one)) for one in signatures.written)
    return {id(slide): signatures.standing(one, slide) for one, slide in pairs if slide}


def title_of(slide: Slide) -> str:
    """What a slide is called, on one line."""
    return " ".join(slide.title.text.split())


def entries_of(slide: Slide) -> tuple[Citation, ...]:
    """What a person signs of that which a slide rests on."""
    return tuple(dict.fromkeys(one for one in _rested_on(slide) if one.standing))


def _rested_on(slide: Slide) -> Iterator[Citation]:
    """What a slide cites; the sources are listed by their slide, which rests on nothing."""
    if slide.kind != "sources":
        for one in slide.citations:
            yield one
            yield from one.roots


def _is_signed(cited: Citation) -> bool:
    return cited.standing is not None and cited.standing.state == "signed"


def _on_one_line(told: Any) -> Any:
    """The same, however its lines are broken."""
    if isinstance(told, str):
        return " ".join(told.split())
    return [_on_one_line(one) for one in told] if isinstance(told, list | tuple) else told


def _picture(name: str, value: object, library: Library) -> tuple[str, ...]:
    """What a picture is said to show, and a drawing by all that is drawn: an audience hears or sees it."""
    if name not in ("photo", "drawing") or not isinstance(value, Text):
        return ()
    if name == "photo":
        medium = library.media.get(value.value)
        return (medium.alt.value, medium.credit.value) if isinstance(medium, Medium) else ()
    data = library.drawings(value.value)
    return (short_hash(data.decode("utf-8", "replace").replace("\r\n", "\n")),) if data else ()
