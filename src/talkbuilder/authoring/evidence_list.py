"""The claims of a talk, slide by slide, each with its evidence: for somebody who checks facts."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.derived import Computed, depends_on
from talkbuilder.evidence.library.facts import Fact, ordinal, write_number
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.review.signing import Signatures
from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Broken, without_places
from talkbuilder.talk.crediting import certainty, credit, known_by, translation
from talkbuilder.talk.edition import numbers_in
from talkbuilder.talk.signing import standings_of
from talkbuilder.talk.talk import Citation, Slide, Talk


class Claim(Struct, frozen=True):
    """An entry of the library that a slide uses, or a mark of the speaker's own, as (name, value) lines to print."""

    kind: Literal["fact", "quote", "action", "own"]
    id: str  # "" for what is the speaker's own
    where: Literal["slide", "notes"]  # seen on the slide, or only said
    lines: tuple[tuple[str, str], ...]
    entry: Fact | Quote | Action | Citation
    sentence: str = ""  # of the post, around the words that the entry points to; "" where the post is not here


class SlideClaims(Struct, frozen=True):
    """The claims of one slide; its number is that in the deck, or 0 where only another edition has the slide."""

    number: int
    title: str
    span: Span
    claims: tuple[Claim, ...]
    standing: Standing | None = None  # whether its words are signed; None where the program wrote them


def claims_of(talk: Talk, library: Library) -> tuple[SlideClaims, ...]:
    standings, signatures = standings_of(talk), Signatures(library)
    found = []
    for slide, number in zip(talk.slides, numbers_in(talk), strict=True):
        if claims := tuple(_claims(slide, library, signatures)):
            found.append(SlideClaims(number, slide.title.text, slide.span, claims, standings.get(id(slide))))
    return tuple(found)


def _sentence(entry: Fact | Quote, signatures: Signatures) -> str:
    """The sentence or sentences of the post that an entry points to; "" where they are not found."""
    if (found := signatures.found(entry)) is None:
        return ""
    text, place = found
    return " ".join(text.original[slice(*text.origin(*text.sentence(*place)))].split())


def _claims(slide: Slide, library: Library, signatures: Signatures) -> Iterator[Claim]:
    for is_seen, citations in ((True, slide.shown), (False, slide.spoken)):
        for one in citations:
            where: Literal["slide", "notes"] = "slide" if is_seen or one.kind == "action" else "notes"
            if one.kind == "own":
                told = tuple((name, value) for name, value in (("words", one.says), ("why", one.reason)) if value)
                yield Claim("own", "", where, told, one)
                continue
            entry = library.entry(one.kind, one.id)
            if entry is None or isinstance(entry, Broken):
                continue
            sentence = "" if isinstance(entry, Action) else _sentence(entry, signatures)
            told = (*_lines(entry, library), ("sentence", sentence))
            lines = tuple((name, " ".join(value.split())) for name, value in told if value.strip())
            yield Claim(one.kind, one.id, where, lines, entry, sentence)


def _lines(entry: Fact | Quote | Action, library: Library) -> Iterator[tuple[str, str]]:
    match entry:
        case Fact():
            yield from _fact(entry, library)
        case Quote():
            yield "text", entry.text.value
            yield "who", _who(entry, library)
            yield "post", _post(library, entry.post.value)
            yield "translated", translation(entry, library)
        case Action():
            yield "do", entry.do.value
            yield "contact", "; ".join(entry.contacts)
            yield "until", spell_date(entry.until.value) if entry.until else ""
            yield "checked", spell_date(entry.verified_on.value) if entry.verified_on else "never"
            yield "post", _post(library, entry.post.value) if entry.post else ""
        case _:
            raise AssertionError("unreachable")


def _fact(fact: Fact, library: Library) -> Iterator[tuple[str, str]]:
    yield "says", fact.says.value
    yield "value", _value(fact)
    yield "counts", fact.measure.value if fact.measure else ""
    yield "as of", _as_of(fact)
    yield "place", fact.place.value if fact.place else ""
    if isinstance(fact, Computed):
        yield from _computed(fact, library)
        return
    yield "who", _who(fact, library)
    certain = certainty(fact, library)
    yield "certainty", f"{fact.kind}: {certain}" if fact.kind not in certain else certain
    yield "post", _post(library, fact.post.value)
    within = " … ".join(words.value for words in fact.within)
    yield "look for", f"“{fact.exact.told}”" + (f", within “{within}”" if within else "")
    against = ", ".join(other.value for other in fact.conflicts_with)
    status = "" if fact.status == "ok" and not against else fact.status
    yield "status", f"{status}; conflicts with {against}" if against else status
    yield "against", "; ".join(f"{one.says.value} ({one.id})" for one in _against(fact, library))


def _against(fact: Fact, library: Library) -> Iterator[Fact]:
    """The facts that conflict with this one, whichever of the two says so."""
    named = {other.value for other in fact.conflicts_with}
    for one in library.of(Fact):
        if one.id in named or fact.id in {other.value for other in one.conflicts_with}:
            yield one


def _as_of(fact: Fact) -> str:
    """The date, and how it is known where the passage does not say."""
    why = f" ({fact.as_of_why.value})" if fact.as_of_why else ""
    return f"{spell_date(fact.as_of.value)}{why}" if fact.as_of else ""


def _computed(fact: Computed, library: Library) -> Iterator[tuple[str, str]]:
    """All that a computed fact rests on, down to the words in posts."""
    yield "certainty", f"{fact.kind}: {known_by(fact)}"
    for root in depends_on(fact):
        yield "from", f"{root.id}: {root.says.value}"
        yield "post", _post(library, root.post.value)
        yield "look for", f"“{root.exact.told}”"


def _value(fact: Fact) -> str:
    if fact.value is None:
        return ""
    number = ordinal(int(fact.value)) if fact.precision == "rank" else write_number(fact.value)
    unit = f" {fact.unit.value}" if fact.unit else ""
    return f"{number}{unit} ({fact.precision})"


def _who(entry: Fact | Quote, library: Library) -> str:
    id, named = entry.teller.value, credit(entry, library)
    return f"{named} ({id})" if named else id


def _post(library: Library, id: str) -> str:
    post = library.sources.get(id)
    return f"{', '.join(filter(None, (post.titled, post.fetched)))} ({id})" if isinstance(post, Source) else id


def as_object(claim: Claim, library: Library) -> dict[str, object]:
    """A claim for other programs: every key of its entry, the credit, the post and how it is cited."""
    entry = claim.entry
    if isinstance(entry, Citation):
        return {"kind": "own", "where": claim.where, "words": entry.says, "why": entry.reason or None}
    names = [name for name in entry.__struct_fields__ if name not in ("span", "id", "kind", "parents")]
    told: dict[str, object] = {"kind": claim.kind, "id": claim.id, "where": claim.where}
    told |= {} if isinstance(entry, Action) else {"sentence": claim.sentence or None}
    told |= {name: without_places(getattr(entry, name)) for name in names}
    if isinstance(entry, Fact):
        told |= {"certainty": entry.kind, "who": credit(entry, library)}
    elif isinstance(entry, Quote):
        told |= {"who": credit(entry, library), "translated": translation(entry, library) or False}
    post = library.sources.get(entry.post.value) if entry.post else None
    if isinstance(post, Source):
        told |= {"title": post.title.value, "citation": post.cited(), "date": post.date.value}
        told |= {"retrieved": post.retrieved.value} if post.retrieved else {}
    return told
