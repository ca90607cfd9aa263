"""C020 typed-claim, C021 typed-claim-in-notes: figures, quoted words, hearsay and others' words without an entry."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.claims.texts import content_stems
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Reread, Typed, reread
from talkbuilder.talk.typed_claims import Claim, claims

if TYPE_CHECKING:
    from talkbuilder.claims.reckoning import Amount  # 3 ms, which few talks must pay

_HEADINGS = frozenset(("talk", "subtitle", "title", "section", "head"))
_SAYING = "(?:says?|said|writes?|wrote|tells?|told|asks?|asked|adds?|added)"
_WHO = r"((?:(?:the|an?|my|our|his|her|their) )?[^\W\d_]+(?:[’'-][^\W\d_]+)*)"
_TELLS = rf"(?i)\b{_WHO} {_SAYING}(?: \w+)?[:,]? ?[“„‘\"«»]?\Z"
_TOLD = rf"(?i)[”\"»]?,? (?:{_SAYING} {_WHO}|{_WHO} {_SAYING})\b"
_CALLED = {"figure": "a figure", "quoted": "quoted", "saying": "what somebody else says"}
_ANYTHINGS = 100  # up to here a figure may be that of anything
_OF_THOSE = (" of them", " of those")  # where a slide has entries, these are theirs
_ALIKE = 2  # words that a sentence has of a fact, to take a small count in it for that of the fact
_FAR = 400  # characters of a sentence before and behind a claim; only what is no sentence goes on for longer
_WORD = r"\w+"
_IN_A_ROW = 7  # words, which nobody finds again by chance
_WHOLE_WORD = r"[^\W_]+(?:'[^\W_]+)*"
_MASKED = r"\bx[x ]*x\b"  # what a reference prints, hidden so

_UNITLESS = ("", 0.0)
_AND = r",? (?:and )?"  # between 'two hours' and '40 minutes'

Entry = Fact | Quote | Action


def check(talk: Talk) -> Iterator[Diagnostic]:
    read, known = reread(talk), _Known(talk)
    all_ids = {id.value for one in read.texts for id in (*one.beside, *one.shown, *one.cited)}
    borrowed = _Borrowed(talk.library, (one.post.value for one in known.entries(all_ids) if one.post))
    for one in read.texts:
        if any(id.value.isdigit() and id.value not in talk.library.facts for id in one.beside):
            continue  # a figure stands there in the place of its fact, which is told already
        if one.key in _HEADINGS:
            yield from _date(one, read)
            continue
        ids = [id.value for id in (*one.beside, *one.shown, *one.cited)]
        for paragraph in read.paragraphs(one.text):
            typed = _typed(paragraph)
            told = (one.text.value for one in known.entries(ids) if isinstance(one, Quote))
            if found := borrowed.find(typed, told):
                yield _borrowed(one, typed[found[0] : found[1]], found[2])
            for claim in claims(typed):
                referred, around = known.entries(_referred(paragraph, claim.sentence)), known.entries(ids)
                counts = len(claim.values) == 1 and claim.values[0] in one.counts  # '3 wells' over three columns
                if not (counts or known.covers(claim, referred, around, typed)):
                    yield _fault(claim, one, referred, known.meant(claim, typed))


def _typed(paragraph: Paragraph) -> str:
    """The words that were typed, at their places: what a reference or a mark prints is small letters."""
    return "".join(
        re.sub(r"\S", "x", run.text) if run.citation or run.unresolved else run.text for run in paragraph.runs
    )


def _referred(paragraph: Paragraph, sentence: tuple[int, int]) -> Iterator[str]:
    """The ids of the entries to which a sentence refers."""
    at = 0
    for run in paragraph.runs:
        if run.citation and sentence[0] <= at < sentence[1]:
            yield run.citation.id
        at += len(run.text)


class _Known:
    """What the library says, by its figures and its words."""

    def __init__(self, talk: Talk) -> None:
        self._talk, self._library = talk, talk.library
        self._figures_of: dict[tuple[type[Entry], str], set[float]] = {}
        self._words_of: dict[tuple[type[Entry], str], frozenset[str]] = {}

    def entries(self, ids: Iterable[str]) -> list[Entry]:
        library = self._library
        found = (table.get(id) for id in ids for table in (library.facts, library.quotes, library.actions))
        return [one for one in found if isinstance(one, Fact | Quote | Action)]

    def covers(self, claim: Claim, referred: list[Entry], around: list[Entry], text: str) -> bool:
        """Whether a claim rests on an entry to which its sentence refers, or that its slide shows or cites.

        Quoted words may be those of any quotation of the library. What only stands on the slide covers a figure of the
        same thing, and words of somebody of that name.
        """
        match claim.sort:
            case "saying":
                return bool(referred) or any(self._is_of(one, claim) for one in around)
            case "quoted":
                words, told_there = _words(claim.words), (_words(_told(one)) for one in (*referred, *around))
                quoted = [one for one, told in self._quotations if words in told]
                is_told = bool(quoted) or any(words in told for told in told_there)
                return is_told and not self._is_anothers(quoted, claim, text)
            case "figure":
                alike = (one for one in around if self._is_of_same(one, claim, text))
                told = [self._figures(one) for one in (*referred, *alike)]
                if any(claim.values and set(claim.values) <= values for values in told):
                    return True
                is_day = claim.values[:1] == (float(self._talk.given_on[:4] or -1),)
                is_of_those = bool(around) and text.startswith(_OF_THOSE, claim.end)
                is_open = claim.is_open and not is_of_those and not (referred and _is_year(claim))
                is_free = claim.is_small or is_open
                return is_day or (is_free and self.meant(claim, text) is None)
        raise AssertionError("unreachable")

    def _is_of_same(self, entry: Entry, claim: Claim, text: str) -> bool:
        """Whether the sentence of a figure has the subject of an entry; a year may be that of any."""
        stems = _stems(claim, text)
        return _is_year(claim) or not stems or not stems.isdisjoint(self._words(entry))

    def _figures(self, entry: Entry) -> set[float]:
        key = (type(entry), entry.id)  # many claims are held against one entry
        if key not in self._figures_of:
            self._figures_of[key] = _figures(entry)
        return self._figures_of[key]

    def _words(self, entry: Entry) -> frozenset[str]:
        key = (type(entry), entry.id)
        if key not in self._words_of:
            self._words_of[key] = frozenset(content_stems(_told(entry)))
        return self._words_of[key]

    def _is_of(self, entry: Entry, claim: Claim) -> bool:
        """Whether an entry is of the one who is said to say something, or speaks of them."""
        return bool(set(content_stems(claim.words)) & set(content_stems(f"{self._credit(entry)}\n{_told(entry)}")))

    def _is_anothers(self, quoted: list[Quote], claim: Claim, text: str) -> bool:
        """Whether the sentence has somebody say the words of a quotation who is not the one whose they are."""
        start, end = claim.sentence
        told = re.compile(_TELLS).search(text, start, claim.start) or re.compile(_TOLD).match(text, claim.end, end)
        teller = set(content_stems(" ".join(filter(None, told.groups())))) if told else set()
        return bool(quoted and teller) and not any(teller & set(content_stems(self._credit(one))) for one in quoted)

    def _credit(self, entry: Entry) -> str:
        """What the one is called whose words an entry holds."""
        teller = entry.source if isinstance(entry, Fact) else entry.speaker if isinstance(entry, Quote) else None
        person = self._library.people.get(teller.value) if teller else None
        return person.credit.value if isinstance(person, Person) else ""

    def meant(self, claim: Claim, text: str) -> Fact | None:
        """The fact that has the figure of a claim, and most words of its sentence; a round figure may be anything's."""
        if claim.sort != "figure":
            return None
        stems = _stems(claim, text)
        value = claim.values[0]
        least = _ALIKE if claim.is_open else 0 if value % 10 and value > _ANYTHINGS else 1
        alike = [(fact, value) for value in claim.values for fact in self._by_value.get(value, ())]
        own = _measured(text, claim.values[0], claim.start, claim.end) if alike else frozenset()
        measured = ((fact, _measured(normalise(_told(fact)).text, value)) for fact, value in alike)
        meant = (fact for fact, their in measured if own & their or _UNITLESS in own | their)
        told = ((len(stems & self._words(fact)), fact) for fact in meant)
        shared, fact = max(told, key=lambda one: one[0], default=(-1, None))
        return fact if shared >= least else None

    @cached_property
    def _by_value(self) -> dict[float, list[Fact]]:
        found: dict[float, list[Fact]] = {}
        for fact in self._library.of(Fact):
            if fact.status != "retired":
                own = {fact.value} if fact.value is not None else set()
                for value in own | {value for one in figures(normalise(fact.display).text) for value in one.values}:
                    found.setdefault(value, []).append(fact)
        return found

    @cached_property
    def _quotations(self) -> list[tuple[Quote, str]]:
        return [(one, _words(one.text.value)) for one in self._library.of(Quote)]


class _Borrowed:
    """What others say in some sources: seven words in a row, of a voice or a block quotation, which are typed."""

    def __init__(self, library: Library, sources: Iterable[str]) -> None:
        self._library = library
        # Each row of words, with the source that it stands in.
        self._said = {row: id for id in dict.fromkeys(sources) for row in self._rows(id)}

    def find(self, text: str, told: Iterable[str]) -> tuple[int, int, str] | None:
        """Where somebody else's words begin and end in a text, and of which source; those `told` are named."""
        normal = normalise(text) if self._said else None
        if normal is None or self._said.keys().isdisjoint(_in_rows(normal.text)):
            return None
        found = [(at, row) for at, row in enumerate(_in_rows(normal.text)) if row in self._said]
        named = {row for one in told for row in _in_rows(normalise(one).text)}
        at, row = next((one for one in found if one[1] not in named), (0, ()))
        if not row:
            return None
        words = [one.span() for one in re.finditer(_WHOLE_WORD, normal.text)]
        return (*normal.origin(words[at][0], words[at + _IN_A_ROW - 1][1]), self._said[row])

    def _rows(self, id: str) -> Iterator[tuple[str, ...]]:
        source, original = self._library.sources.get(id), self._library.texts(id)
        if not isinstance(source, Source) or original is None:
            return
        from talkbuilder.evidence.proof.post_text import LABEL  # which only a talk with posts needs
        from talkbuilder.evidence.proof.voices import hear

        author = self._library.author_of(source)
        text, _ = hear(source, original, author, self._library.stretches(id))
        for turn in text.turns:
            person = self._library.people.get(turn.who)
            is_own = turn.who in (author, LABEL) or (isinstance(person, Person) and person.role == "author")
            if not is_own:
                yield from _in_rows(text.text[turn.start : turn.end])


def _in_rows(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, so many in a row, from each of them on."""
    words = re.findall(_WHOLE_WORD, lowered(text))
    return zip(*(words[at:] for at in range(_IN_A_ROW)), strict=False)


def _is_year(claim: Claim) -> bool:
    return bool(claim.values) and 1900 <= claim.values[0] < 2100 and claim.values[0] % 1 == 0


def _stems(claim: Claim, text: str) -> set[str]:
    """The words of content of a claim's sentence, without the claim itself."""
    start, end = max(claim.sentence[0], claim.start - _FAR), min(claim.sentence[1], claim.end + _FAR)
    return {*content_stems(f"{text[start : claim.start]} {text[claim.end : end]}")}


def _told(entry: Entry) -> str:
    match entry:
        case Fact():
            texts = (entry.says, entry.show, entry.exact, entry.measure, entry.as_of)
            return "\n".join((entry.display, *(one.value for one in texts if one)))
        case Quote():
            return entry.text.value
        case Action():
            own = (entry.do, entry.phone, entry.text, entry.message)
            return "\n".join(one.value for one in own if one)
    raise AssertionError("unreachable")


def _measured(text: str, value: float, start: int = 0, end: int | None = None) -> frozenset[tuple[str, float]]:
    """What a figure of a part of a text measures, and how much, with what is told beside it of the same: the 40 of
    'two hours and 40 minutes' are no 40 minutes."""
    from talkbuilder.claims.reckoning import things

    stop = len(text) if end is None else end
    own = [it for it in _wholes(text) if any(start < one.figure.end <= stop and one.figure.has(value) for one in it)]
    own = [it for it in own if it[0].measure or things(text, it[0].figure)]
    sizes = ((it[0].measure, sum(one.value for one in it)) for it in own)
    pounds = (("pounds", it[0].figure.values[0]) for it in own if it[0].is_pound)  # of money, or a weight
    return frozenset((*sizes, *pounds)) or frozenset([_UNITLESS])


@lru_cache(maxsize=64)
def _wholes(text: str) -> "list[list[Amount]]":
    """The amounts of a text, those together that measure the same and are told as one."""
    from talkbuilder.claims.reckoning import amounts

    wholes: list[list[Amount]] = []
    for one in amounts(text):
        last = wholes[-1][-1] if wholes else one
        if one.measure and last.measure == one.measure and re.fullmatch(_AND, text[last.end : one.start]):
            wholes[-1].append(one)
        else:
            wholes.append([one])
    return wholes


def _figures(entry: Entry) -> set[float]:
    own = {entry.value} if isinstance(entry, Fact) and entry.value is not None else set()
    return own | {value for one in figures(normalise(_told(entry)).text) for value in one.values}


def _words(text: str) -> str:
    return f" {' '.join(re.findall(_WORD, normalise(text).text.lower()))} "


def _fault(claim: Claim, one: Typed, referred: list[Entry], meant: Fact | None) -> Diagnostic:
    words = re.sub(_MASKED, "…", claim.words)
    message = f"'{words}' is {_CALLED[claim.sort]}, and rests on no entry of the library"
    dated = next((fact for fact in referred if isinstance(fact, Fact) and fact.as_of), None)
    if dated and dated.as_of and _is_year(claim):
        hint = f"{{{dated.id}}} is of {dated.as_of.value}: write that; or mark what you know: {{own: {words}}}"
    elif meant:
        is_longer = words in meant.display and meant.display in one.text.value and meant.display != words
        instead = f" in place of '{meant.display}'" if is_longer else f", which prints '{meant.display}'"
        hint = f"write {{{meant.id}}}{instead}; or mark what you know: {{own: {words}}}"
    elif claim.sort == "figure":
        find = f"write the {{fact-id}} of its fact in that sentence ('talkbuilder find {words}' looks for it)"
        hint = f"{find}; or, if you know it yourself, {{own: {words}}}"
    else:
        find = "make a quotation or a fact of it ('talkbuilder find WORDS' looks for it), and name that in the sentence"
        hint = f"{find}; or, if you heard it yourself, write {{own: {words}}}"
    if claim.words == one.text.value.strip().rstrip("."):
        hint = f"no text needs quote marks like these: leave them out; or {hint}" if claim.sort == "quoted" else hint
    return Diagnostic("C020" if one.is_seen else "C021", message, one.text.place_of(claim.words), hint)


def _borrowed(one: Typed, words: str, source: str) -> Diagnostic:
    message = f"'{words}' is somebody else's in '{source}', and stands here as your own"
    hint = "make a quotation of it ('S' in the preview, or 'talkbuilder find --add'), and name that; or say it your way"
    return Diagnostic("C020" if one.is_seen else "C021", message, one.text.place_of(words), hint)


def _date(one: Typed, read: Reread) -> Iterator[Diagnostic]:
    """A date that is typed next to a head which rests on nothing, as on a time line."""
    refers = any(run.citation for paragraph in read.paragraphs(one.text) for run in paragraph.runs)
    if one.key == "head" and one.dates and not one.beside and not refers:
        message = f"'{one.dates[0].value}' is a date, and rests on no entry of the library"
        hint = "name its fact, as 'fact:' or as {fact-id}"
        yield Diagnostic("C020", message, one.dates[0].span, hint)
