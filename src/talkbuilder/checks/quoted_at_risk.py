"""C360 quoted-at-risk: words of a person at risk, without a record that they may be quoted.

Whoever types a sentence into a search engine finds the page on which it stands, and the name there. So a quotation can
give away a critic, a survivor or a child as surely as a name does; their own words under another label do the same.
"""

import re
from collections.abc import Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide

_STRETCH = 6  # words in a row that are found by searching for them
_WORD = r"\w+(?:['’]\w+)*"
_UNHEARD = r"(?i)[\u00ad\u200b-\u200f\u2060\ufeff]|\[\s*pause\b[^\]]*\]"
_CALLED = {"critic": "a critic", "survivor": "a survivor", "minor": "a child"}

_Stretch = tuple[str, ...]
_Passages = dict[_Stretch, list[Fact | Quote]]


def check(plan: Plan) -> Iterator[Diagnostic]:
    library, day = plan.talk.library, plan.talk.given_on
    guarded = {one.id: one for one in library.of(Person) if not one.may_be_quoted(day)}
    if not guarded:
        return
    passages = _passages(library, guarded)
    for slide in plan.talk.slides:
        quotes = [one for one in _quoted(slide, library) if one.speaker.value in guarded]
        for quote in quotes:
            person = guarded[quote.speaker.value]
            message = f"'{quote.id}' is what {_CALLED[person.role]} said, word for word{_ended(person)}"
            yield Diagnostic("C360", message, slide.title.span, _hint(person))
        for words, span, entry in _copied(slide, passages, library):
            if entry not in quotes:
                person = guarded[_who(entry)]
                message = f"'{words} …' are words of {_CALLED[person.role]}, as they stand in the post{_ended(person)}"
                yield Diagnostic("C360", message, span, _hint(person))


def _who(entry: Fact | Quote) -> str:
    return (entry.source if isinstance(entry, Fact) else entry.speaker).value


def _ended(person: Person) -> str:
    return f"; they agreed until {spell_date(person.consent.last_day)}" if person.consent else ""


def _hint(person: Person) -> str:
    return f"tell it in your own words; or record 'consent:' or 'risk_accepted:' of '{person.id}' in assets/people.yaml"


def _quoted(slide: Slide, library: Library) -> Iterator[Quote]:
    """What the slide and its notes quote: the evidence in the notes is word for word too."""
    for one in slide.citations:
        found = library.quotes.get(one.id) if one.kind == "quote" else None
        if isinstance(found, Quote):
            yield found


def _passages(library: Library, guarded: Iterable[str]) -> _Passages:
    """All that is known of the words of some people, stretch by stretch."""
    found: _Passages = {}
    for entry in sorted(library.evidence, key=lambda one: isinstance(one, Fact)):  # quotations first
        if isinstance(entry, Computed) or _who(entry) not in guarded:
            continue
        text = entry.exact.value if isinstance(entry, Fact) else entry.text.value
        for stretch in _stretches(text):
            found.setdefault(stretch, []).append(entry)
    return found


def _copied(slide: Slide, passages: _Passages, library: Library) -> Iterator[tuple[str, Span, Fact | Quote]]:
    """What the slide says in words of somebody else without quoting them: how that begins, each once."""
    told = set[_Stretch]()
    whole = " ".join(one.text for one in slide.paragraphs), slide.title.span
    for text, span in (*_texts(slide, library), whole):
        if text is whole[0] and told:
            return  # what is spread over several texts is reported only where no single one has it
        found = ((stretch, one) for stretch in _stretches(text) for one in passages.get(stretch, ()))
        stretch, entry = next(found, ((), None))
        if entry and stretch not in told:  # what a drawing shows stands in words as well
            told.add(stretch)
            yield " ".join(stretch), span, entry


def _texts(slide: Slide, library: Library) -> Iterator[tuple[str, Span]]:
    yield from ((one.text, one.span) for one in slide.paragraphs)
    yield slide.described, slide.title.span
    for one in slide.citations:
        fact = library.facts.get(one.id) if one.kind == "fact" else None
        if isinstance(fact, Fact):
            yield one.says, fact.says.span
        if one.kind == "own":
            yield one.reason, slide.title.span


def _stretches(text: str) -> Iterator[_Stretch]:
    words = [word.replace("’", "'").lower() for word in re.findall(_WORD, re.sub(_UNHEARD, "", text))]
    return (tuple(words[at : at + _STRETCH]) for at in range(len(words) - _STRETCH + 1))
