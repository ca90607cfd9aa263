"""C023 another-claim: a text beside a number says that it counts something else, somewhere else, or at another time."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote
from talkbuilder.geo.names import land_of
from talkbuilder.source.fields import Broken, Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.attributing import misattributed
from talkbuilder.talk.covering import references, typed_text
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import stem, stems
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Typed

# Keys whose whole text is what the number beside it counts.
_LABELS = frozenset(("caption", "head", "label", "others", "note", "text"))
_NOW = re.compile(
    r"\b(?:today|nowadays|currently|right now|at present|at the moment|these days|tonight|this (?:very )?(?:year|month)"
    r"|last (?:year|month|week)|now(?! (?:you|we|i|let|look|think|that|then)\b))\b",
    re.IGNORECASE,
)
_SCALES = "hundred|thousand|million|billion|trillion"
_UNITS = re.compile(rf"\s*(?P<unit>%|(?:percent|per cent|{_SCALES}|dollars?|euros?|tenge)\b)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\w\s’'-]")
_CAPITALS = re.compile(r"(?:[A-Z][\w’-]+)(?: (?:and the |and |of the |of )?[A-Z][\w’-]+)*")
_PERSONS = frozenset(("men", "women", "children", "people", "persons", "police", "folk"))
# What every number may be said to count, and words that end like plurals.
_OF_ALL = frozenset(
    ("people", "persons", "times", "years", "months", "weeks", "days", "hours", "minutes", "others", "ones", "figures")
)
_VERBS = "begins ends starts lasts shows means goes comes takes makes says needs wants runs gives stays becomes tells"
_NO_NOUNS = frozenset(
    (*_VERBS.split(), "always", "nowadays", "perhaps", "its", "his", "hers", "ours", "theirs", "this")
)
# Behind these something else begins than what is counted.
_STOPS = "in of from to for by with on at over under who whom whose which that where when than as were are be been had"
_ENDS_NOUN = frozenset((*_STOPS.split(), *".,;:!?()–—“”"))
_MOST_WORDS = 4


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        if not one.is_seen:
            continue
        beside = _counted([id.value for id in one.beside], read)
        for paragraph in read.paragraphs(one.text):
            named = _counted([cited.id for _, cited in references(paragraph) if cited.kind == "fact"], read)
            if facts := (*beside, *named):
                yield from _faults(one, paragraph, facts, beside)
    for section in talk.outline.sections:
        for slide in section.slides:
            if not isinstance(slide, Broken):
                yield from _speaker(slide, talk)


def _speaker(slide: Slide, talk: Talk) -> Iterator[Diagnostic]:
    """A headline that gives a quotation to somebody else than its speaker."""
    id = getattr(slide, "quote", None)
    quote = talk.library.quotes.get(id.value) if isinstance(id, Id) else None
    person = talk.library.people.get(quote.speaker.value) if isinstance(quote, Quote) else None
    if not isinstance(person, Person) or not isinstance(quote, Quote):
        return
    known = f"{person.credit.value} {person.id} {'blogger speaker' if person.role == 'author' else person.role}"
    if who := misattributed(slide.title.value, known):
        hint = f"the words are those of '{person.credit.value}'; say so, or say nothing of who speaks"
        yield Diagnostic("C023", f"'{who}' is another speaker than '{quote.id}' has", slide.title.span, hint)


def _counted(ids: list[str], read: Reread) -> tuple[Fact, ...]:
    """The facts of some ids that are numbers."""
    found = (read.library.facts.get(id) for id in ids)
    return tuple(fact for fact in found if isinstance(fact, Fact) and fact.value is not None)


def _faults(
    one: Typed, paragraph: Paragraph, facts: tuple[Fact, ...], beside: tuple[Fact, ...]
) -> Iterator[Diagnostic]:
    text, ids = typed_text(paragraph), ", ".join(f"'{fact.id}'" for fact in dict.fromkeys(facts))
    known = " ".join(map(_said, facts))
    found = [*_times(text, facts), *_places(text, facts, known), *_units(paragraph, known)]
    if beside and one.key in _LABELS:
        found += _nouns(text, known)
    for at, cited in references(paragraph):
        if any(fact.id == cited.id for fact in facts):
            found += _nouns(text[at:].lstrip("x"), known)
    for words, what in found:
        hint = "say what the fact says, or use another fact"
        yield Diagnostic(
            "C023", f"'{words}' is {what} than {ids} {'is' if len(facts) == 1 else 'are'} for", one.text.span, hint
        )


def _said(fact: Fact) -> str:
    parts = (fact.says, fact.show, fact.measure, fact.unit, fact.exact)
    return " ".join(part.value for part in parts if part)


def _times(text: str, facts: tuple[Fact, ...]) -> Iterator[tuple[str, str]]:
    found = _NOW.search(text)
    if found and any(fact.as_of and not _NOW.search(_said(fact)) for fact in facts):
        yield found[0], "another time"


def _places(text: str, facts: tuple[Fact, ...], known: str) -> Iterator[tuple[str, str]]:
    own = {fact.place.value for fact in facts if fact.place} | {id for _, id in _lands(known)}
    for name, id in _lands(text):
        if own and not any(one.startswith(id) or id.startswith(one) for one in own):
            yield name, "another place"


def _lands(text: str) -> Iterator[tuple[str, str]]:
    """The countries and states that a text names, with their ids."""
    for run in _CAPITALS.finditer(text):
        whole = run[0].removesuffix("’s")
        for name in (whole, whole.removeprefix("The "), *(word.removesuffix("’s") for word in whole.split())):
            if id := land_of(name):
                yield name, id
                break


def _units(paragraph: Paragraph, known: str) -> Iterator[tuple[str, str]]:
    """A scale or a unit behind a reference that its fact does not have."""
    at = 0
    for run in paragraph.runs:
        at += len(run.text)
        found = _UNITS.match(paragraph.text, at) if run.citation and run.citation.kind == "fact" else None
        if found and not _has(known, found["unit"]):
            yield found["unit"], "another unit"


def _has(known: str, unit: str) -> bool:
    return unit.rstrip("s") in known or (unit == "percent" and "%" in known)


def _nouns(text: str, known: str) -> Iterator[tuple[str, str]]:
    """The first noun of several that a text counts, where the facts have it not."""
    own = stems(known)
    for word in _WORD.findall(text)[:_MOST_WORDS]:
        small = word.lower()
        if small in _ENDS_NOUN:
            return
        is_plural = small in _PERSONS or (
            len(small) > 3 and small.endswith("s") and not small.endswith(("ss", "us", "is"))
        )
        if is_plural and small not in _OF_ALL | _NO_NOUNS and stem(small) not in own and small not in known.lower():
            yield word, "something else"
            return
