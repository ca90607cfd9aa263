"""C023 another-claim: a text beside a number says that it counts something else, somewhere else, or at another time."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sentences import sentence_at
from talkbuilder.geo.gazetteer import lands_in, towns_in
from talkbuilder.source.fields import Broken, Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.accusing import is_of_others
from talkbuilder.talk.attributing import misattributed
from talkbuilder.talk.covering import references, typed_text
from talkbuilder.talk.harm import is_told_harm
from talkbuilder.talk.referring import clause_of, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import stem, stems
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Typed

# Keys whose whole text is what the number beside it counts.
_LABELS = frozenset(("caption", "head", "label", "others", "note", "text", "rows"))
_NOW = re.compile(
    r"\b(?:today|nowadays|currently|right now|at present|at the moment|these days|tonight|this (?:very )?(?:year|month)"
    r"|last (?:year|month|week)|now(?! (?:you|we|i|let|look|think|that|then)\b))\b",
    re.IGNORECASE,
)
_SCALES = "hundred|thousand|million|billion|trillion"
_UNITS = re.compile(rf"\s*(?P<unit>%|(?:percent|per cent|{_SCALES}|dollars?|euros?|tenge)\b)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\w\s’'-]")
_PERSONS = frozenset(("men", "women", "children", "people", "persons", "police", "folk"))
# What every number may be said to count, and words that end like plurals.
_OF_ALL = frozenset(
    ("people", "persons", "times", "years", "months", "weeks", "days", "hours", "minutes", "others", "ones", "figures")
)
_VERBS = "begins ends starts lasts shows means goes comes takes makes says needs wants runs gives stays becomes tells"
_NO_NOUNS = frozenset(
    (*_VERBS.split(), "always", "nowadays", "perhaps", "its", "his", "hers", "ours", "theirs", "this")
)
# Those on one side of a wrong are none of those on another, however alike their names are.
_SIDES = (
    "trafficker offender perpetrator criminal convict recruiter pimp smuggler exploiter enslaver slaver",
    "victim survivor",
    "officer policeman police official inspector",
    "judge prosecutor lawyer",
    "teacher professor",
    "student pupil",
    "employer owner boss",
    "killer murderer",
    "donor sponsor",
    "fighter soldier rebel",
)
_SIDE = {form: line.split() for line in _SIDES for word in line.split() for form in (word, f"{word}s")} | {
    "policemen": ["officer", "policeman", "police", "official"]
}
_KIND = re.compile(
    r"\b(?:forced|sexual(?:ly)?|sex|labor|foreign|domestic|adult|under-?age|minors?|child|girls?|boys?|wom[ae]n|m[ae]n|children|male"
    r"|female|disabled|orphan(?:ed|s)?|elderly|pregnant|rural|urban|illegal|undocumented|stateless|homeless|drunk|innocent|guilty"
    r"|corrupt|murdered|dead|freed|rescued|teenage|Muslim|Christian|Orthodox|Jewish)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,;:.!?–—]| (?:and|or|but|while|because|who|which|that|than|when|where|though) ")
_WHERE = re.compile(r"\b(?:in|of|around|near|at|from|for|across|throughout)(?: and around)? \Z", re.IGNORECASE)
_SETTING = re.compile(r"\W*(?:and |but )?(?:in|at|around|across|near|throughout|for|from) [^,]*, ", re.IGNORECASE)
_ALONE = re.compile(r"\bin (?:the |this |that |one )?(?P<where>(?:[\w-]+ )?[\w-]+) alone\b", re.IGNORECASE)
# Behind these something else begins than what is counted.
_STOPS = "in of from to for by with on at over under who whom whose which that where when than as were are be been had"
_ENDS_NOUN = frozenset((*_STOPS.split(), *".,;:!?()–—“”"))
_MOST_WORDS = 4


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        if not one.is_seen:
            yield from _in_notes(one, read)
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


def _in_notes(one: Typed, read: Reread) -> Iterator[Diagnostic]:
    """The same of what is said: sentence by sentence, for notes speak of much beside what they refer to."""
    for paragraph in read.paragraphs(one.text) if "{" in one.text.value else ():
        for sentence in sentences(paragraph, read.library):
            known = " ".join(map(_said, sentence.facts))
            for number, printed in enumerate(sentence.printed):
                following = [other.start for other in sentence.printed[number + 1 :]]
                behind = sentence.text[printed.end : min((*following, len(sentence.text)))]
                if printed.fact.value is None:
                    continue
                clause = _around(sentence.text, printed.start)
                places = [*_places(clause, (printed.fact,), known)] or [*_narrowed(clause, known)]
                for words, what in (*_others(behind, known), *(places if is_of_others(clause) else ())):
                    hint = "say what the fact says, or use another fact"
                    message = f"'{words}' is {what} than '{printed.fact.id}' is for"
                    yield Diagnostic("C027", message, one.text.span, hint)


def _around(text: str, at: int) -> str:
    """The clause in which a figure stands, with the place or time that is set before it: In the capital, …"""
    begins, ends = sentence_at(text, at, at)
    sentence = text[begins:ends]
    start, end = clause_of(sentence, at - begins)
    return sentence[0 if _SETTING.fullmatch(sentence, 0, start) else start : end]


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
        found += [*_others(text, known), *_narrowed(text, known)]
    for at, cited in references(paragraph):
        if any(fact.id == cited.id for fact in facts):
            behind, around = text[at:].lstrip("x"), _around(text, at)
            found += _others(behind, known)
            found += _narrowed(around, known) if is_of_others(around) else ()
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
    own = {fact.place.value for fact in facts if fact.place} | {id for _, id in lands_in(known)}
    for name, id in lands_in(text):
        if own and not any(one.startswith(id) or id.startswith(one) for one in own):
            yield name, "another place"


def _narrowed(text: str, known: str) -> Iterator[tuple[str, str]]:
    """A town, or a part of a country, to which a figure is narrowed that its fact has not from there."""
    for name, at in towns_in(text):
        if _WHERE.search(text, 0, at) and name not in known:
            yield name, "a smaller place"
    if (found := _ALONE.search(text)) and found["where"].lower() not in known.lower():
        yield found["where"], "a smaller place"


def _others(text: str, known: str) -> list[tuple[str, str]]:
    """What a text counts otherwise than its facts do: others, or others of a kind."""
    return list(_nouns(text, known)) or list(_kinds(text, known))


def _kinds(text: str, known: str) -> Iterator[tuple[str, str]]:
    """A kind of those who are counted, of which the facts say nothing: foreign victims, victims of forced labor."""
    counted = _STOP.split(text, maxsplit=1)[0]
    own = stems(known)
    for found in _KIND.finditer(counted):
        is_told = stem(found[0].lower()) in own or found[0].lower() in known.lower() or is_told_harm(found[0], known)
        if not is_told:
            yield found[0], "a kind of another sort"
            return


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
        if side := _SIDE.get(small):
            if not any(re.search(rf"\b{one}", known, re.IGNORECASE) for one in side):
                yield word, "something else"
            return
        if is_plural and small not in _OF_ALL | _NO_NOUNS and stem(small) not in own and small not in known.lower():
            yield word, "something else"
            return
