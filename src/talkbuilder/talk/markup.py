"""Authors' texts to paragraphs: `**bold**`, `[a link](https://…)`, `{fact-id}` with its citation, `{own: seven}`."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import structs

from talkbuilder.claims.figures import ways_of
from talkbuilder.claims.texts import ends_before, sentence_at
from talkbuilder.diagnostics import Diagnostic, Report, Span, near
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.derived import Computed, depends_on
from talkbuilder.evidence.library.facts import Fact, split_hedge
from talkbuilder.evidence.library.hedges import Hedge, is_uncertain, lacking, makes_uncertain, told
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person, nobody
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import UNSIGNED, Standing
from talkbuilder.evidence.library.sources import Source
from talkbuilder.source.addresses import leads_elsewhere, may_be_linked
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Broken, Id, Text
from talkbuilder.source.ids import as_id, is_id
from talkbuilder.source.nodes import capital
from talkbuilder.talk.crediting import certainty, credit, in_words, known_by
from talkbuilder.talk.talk import Citation, Paragraph, Run, Talk
from talkbuilder.talk.words import ENGLISH, Words, words_in

if TYPE_CHECKING:
    from talkbuilder.evidence.library.amounts import Amount
    from talkbuilder.evidence.review.signing import Signatures

# An address, with brackets of its own; with blanks in it only where it begins like one, so that this can be reported.
_TARGET = r"(?:[^()\s]|\([^()\s]*\))*|[A-Za-z][A-Za-z0-9+.-]*:[^()]*"
_MARK = (
    r"\\(?P<escaped>[*{}\[\\])|(?P<bold>\*\*)|(?P<italic>\*)|(?P<brace>\{\{|\}\})"
    r"|\{\s*own:(?P<own>[^{}]*)\}|\{(?P<id>[^{}\n]*)\}|(?P<loose>[{}])"
    rf"|\[(?=[^\[\]]+\]\((?P<link>{_TARGET})\))|\]\((?P<linked>{_TARGET})\)"
)
_BEGINS_MARK = re.compile(r"[\\*{}\[\]]")
_FLANKED = r"\s"
_OPAQUE = r"(?i)\{[^{}]*\}|\[\s*pause[^\[\]]*\]|\*+"
_BLANK_LINE = re.compile(r"\n\s*\n")
_FOUND = ("fact", "quote")  # the kinds of entries that there are too many of to be listed
# Comparing names takes long. Whoever misspells a thousand names needs no hint for each, but an answer.
_MOST_COMPARED = 100_000
_LEAST_COMPARED = 100  # names that could be compared in the time that a single one takes

RunStyle = tuple[bool, bool, Citation | None, bool, str]  # bold, italic, citation, whether it names nothing, link


def has_marks(words: str) -> bool:
    return "*" in words or "{" in words or "}" in words or "\\" in words or "](" in words


def marks_in(words: str) -> Iterator[re.Match[str]]:
    """The marks of a text. To look for their first characters alone is four times as fast."""
    begins = _BEGINS_MARK.search(words)
    while begins:
        mark = re.compile(_MARK).match(words, begins.start())
        if mark:
            yield mark
        begins = _BEGINS_MARK.search(words, mark.end() if mark else begins.end())


def is_loose_star(words: str, mark: re.Match[str]) -> bool:
    """A star with blanks on both sides marks nothing: 3 * 4."""
    before, after = words[max(0, mark.start() - 1) : mark.start()], words[mark.end() : mark.end() + 1]
    return (not before or bool(re.match(_FLANKED, before))) and (not after or bool(re.match(_FLANKED, after)))


def sentence_around(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence stands in which a mark stands; references and pauses may begin one."""
    plain = re.sub(_OPAQUE, lambda mark: "X" * len(mark[0]), words)
    return sentence_at(plain, start, end)


def begun(shown: str, mark: re.Match[str]) -> str:
    """What a mark prints, with a capital where a sentence has just ended before it."""
    is_first = shown[:1].islower() and ends_before(mark.string, mark.start())
    return capital(shown) if is_first else shown


class Runs:
    """Runs, of which neighbours in one style become one; a reference that cites something stays by itself."""

    def __init__(self) -> None:
        self._groups: list[tuple[RunStyle, list[str]]] = []  # the style of a run, and the pieces of its text

    def add(self, piece: str, style: RunStyle) -> None:
        if self._groups and not style[2] and self._groups[-1][0] == style:
            self._groups[-1][1].append(piece)
        elif piece:
            self._groups.append((style, [piece]))

    def joined(self) -> tuple[Run, ...]:
        return tuple(
            Run("".join(pieces), bold, italic, citation, unresolved=unresolved, link=link)
            for (bold, italic, citation, unresolved, link), pieces in self._groups
        )


class Marks:
    """Counts the marks of a text, and finds them again in its source, where blanks and line breaks are others."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._counted = 0
        self._places: list[tuple[int, int]] | None = None

    def count(self) -> int:
        self._counted += 1
        return self._counted - 1

    def span(self, number: int) -> Span:
        """Where a mark stands; the whole text where escapes in the source make that uncertain."""
        whole = self._text.span
        if self._places is None:
            raw, value = whole.source.text[whole.start : whole.end], self._text.value
            found = [mark.span() for mark in marks_in(raw)]
            is_same = value in raw and len(raw) <= len(value) + 2  # which may be quote marks
            written = [raw[start:end].split() for start, end in found]
            self._places = found if is_same or written == [mark[0].split() for mark in marks_in(value)] else []
        if not self._places:
            return whole
        start, end = self._places[number]
        return Span(whole.source, whole.start + start, whole.start + end)


class Markup:
    """Turns texts into paragraphs against one library; without a report, their faults are not reported."""

    def __init__(self, library: Library, report: Report | None, words: Words = ENGLISH) -> None:
        self.words = words  # of our own
        self.library, self.report, self._is_silent = library, report or Report(), report is None
        self._citations: dict[tuple[str, str], Citation] = {}
        self._shown: dict[str, tuple[str, Hedge | None, Citation]] = {}  # what sound facts show, lack there, and cite
        self.heads: tuple[Text | None, ...] = ()  # what stands over all of a slide, from the top, and hedges it
        self._compared = 0  # names with one that is unknown

    def paragraphs(self, text: Text | None, level: int = 0, is_said: bool = False) -> tuple[Paragraph, ...]:
        """The paragraphs of a text; a blank line begins a new one, single line breaks are spaces.

        What is said aloud has no remarks in brackets: whoever reads it would read them. The evidence below has them.
        """
        if text is None:
            return ()
        marks = Marks(text)
        return tuple(
            Paragraph(self._runs(block, marks, is_said=is_said), text.span, level) for block in blocks(text.value)
        )

    def line(self, text: Text, level: int = 0, under: tuple[Text | None, ...] = ()) -> Paragraph:
        """A text of a slide as one paragraph; what is said of its facts in a head that it is `under` holds for it."""
        above = self.heads[: self.heads.index(text)] if text in self.heads else self.heads
        heads = tuple(one.value for one in (*above, *under) if one)
        return Paragraph(self._runs(" ".join(text.value.split()), Marks(text), heads), text.span, level)

    def stated(self, fact: Fact) -> str:
        """A fact in the library's own words, with the hedge that these lack."""
        says = fact.says.value.rstrip(".")
        hedge = lacking(fact, says)
        return told(says, hedge) if hedge else says

    def amount(self, fact: Fact) -> "Amount | None":
        """The amount of a fact, with its hedge and its date in the words of the talk."""
        from talkbuilder.evidence.library.amounts import amount  # 5 ms, which texts alone need not pay

        found = amount(fact)
        if found is None or self.words.written == "en":
            return found
        hedge, doubt = map(self.words.hedged, (found.hedge, found.doubt))
        return structs.replace(found, hedge=hedge, doubt=doubt, date=self.words.date(found.as_of))

    def entry(self, kind: str, id: Id | None, entries: Mapping[str, object]) -> object | None:
        """The entry that an id names; None where there is none to use (reported, if it is unknown)."""
        if id is None:
            return None
        found = entries.get(id.value)
        if found is None:
            hint = "" if kind == "person" else self._elsewhere(id.value)
            absent = None if hint else self.library.no_file(kind)
            hint = hint or self._nearest(kind, id.value, entries)
            self.report(absent or Diagnostic("E001", f"no {kind} '{id.value}'", id.span, hint))
        return None if isinstance(found, Broken) else found

    def _nearest(self, kind: str, name: str, entries: Mapping[str, object]) -> str:
        """The hint for an id that nothing has; after many comparisons, no name is looked for that is near."""
        self._compared += max(len(entries), _LEAST_COMPARED)
        if named := next((one for one in entries if one != name and as_id(one) == name), ""):
            return f"rename '{named}' to '{name}' in the library: an id has small letters, digits and hyphens"
        if kind == "fact" and name.replace("-", "").isdigit():
            return f"a number is an entry of assets/facts.yaml: write its id, or in a text {{own: {name}}}"
        if kind == "person":
            return nobody(name, entries)
        if kind == "picture" and not entries:
            return "'talkbuilder import PHOTO' adds one"
        hint = near(name, entries) if self._compared <= _MOST_COMPARED else ""
        return hint if "did you mean" in hint or kind not in _FOUND else "'talkbuilder find WORDS' looks for one"

    def _elsewhere(self, name: str) -> str:
        """The hint for an id that is another kind of entry's."""
        library = self.library
        kinds = {"a fact": library.facts, "a quotation": library.quotes, "an action": library.actions}
        keys = {"a fact": "number", "a quotation": "quote", "an action": "ask"}
        found = next((kind for kind, entries in kinds.items() if name in entries), "")
        return f"'{name}' is {found}: a slide shows it with '{keys[found]}: {name}'" if found else ""

    def fact(self, id: Id) -> Fact | None:
        found = self.entry("fact", id, self.library.facts)
        return self._usable(found, id) if isinstance(found, Fact) else None

    def quote(self, id: Id) -> Quote | None:
        found = self.entry("quote", id, self.library.quotes)
        return found if isinstance(found, Quote) else None

    def cite(self, found: Fact | Quote) -> Citation:
        """The citation of an entry; the same object each time, so that citations compare fast."""
        key = (type(found).__name__, found.id)
        if key not in self._citations:
            cited = self._citation(found)
            standing = _resting(cited.roots, self._standing(cited.kind, found))
            self._citations[key] = structs.replace(cited, standing=standing)
        return self._citations[key]

    def _standing(self, kind: str, found: Fact | Quote) -> Standing:
        if (kind, found.id) not in self.library.reviews():
            return UNSIGNED
        return self._signatures.standing(kind, found)

    @cached_property
    def _signatures(self) -> "Signatures":
        from talkbuilder.evidence.review.signing import (
            Signatures,  # 10 ms, which talks that nobody has reviewed need not pay
        )

        return Signatures(self.library)

    def _citation(self, found: Fact | Quote) -> Citation:
        if isinstance(found, Computed):
            return self._computed(found)
        source = self.entry("source", found.post, self.library.sources)
        person = self.entry("person", found.teller, self.library.people)
        who, certain = credit(found, self.library), certainty(found, self.library, self.words)
        page = found.page.value if found.page else ""
        cited = Citation("quote", found.id, "", who, "", "", certain, page=page)
        if isinstance(source, Source):
            where, beside = source.cited(self.words.date), source.cited_beside(who, self.words.date)
            beside = beside if beside != where else ""
            link, fetched, line = source.link, source.fetched, source.cited_in_line(self.words.date)
            cited = structs.replace(cited, where=where, beside=beside, line=line, link=link, fetched=fetched)
        is_published = isinstance(person, Person) and person.is_published
        if isinstance(source, Source) and self.library.guards(source) and not is_published:
            cited = structs.replace(cited, kept=self.words.say("kept", id=found.id))
        if isinstance(found, Quote):
            return structs.replace(cited, says=f"“{found.text.value}”")
        as_of = found.as_of.value if found.as_of else ""
        return structs.replace(cited, kind="fact", says=found.says.value, as_of=as_of)

    def _computed(self, fact: Computed) -> Citation:
        """Of what is computed: who asserts what it is computed from, and the sum itself."""
        roots = tuple(self.cite(root) for root in depends_on(fact))
        who = "; ".join(dict.fromkeys(root.who for root in roots if root.who))
        where = " · ".join(dict.fromkeys(root.where for root in roots if root.where))
        kept = self.words.say("kept", id=fact.id) if any(root.kept for root in roots) else ""
        return Citation("fact", fact.id, fact.says.value, who, where, "", known_by(fact), roots, kept=kept)

    def cite_action(self, action: Action) -> Citation:
        """What the notes say of an action: its lines, where the posts speak of it, and when it was last checked."""
        source = self.entry("source", action.post, self.library.sources)
        where = source.cited(self.words.date) if isinstance(source, Source) else ""
        day = self.words.date(action.verified_on.value) if action.verified_on else ""
        checked = self.words.say("checked" if day else "unchecked", date=day)
        run = f"{self.words.say('run_by', who=action.run_by.value)}; " if action.run_by else ""
        ways = (in_words(one, self.words).line for one in action.ways)
        told = "; ".join((*ways, *action.to_know))
        return Citation("action", action.id, told, "", where, "", f"{run}{checked}")

    def _usable(self, fact: Fact, id: Id) -> Fact:
        if fact.status == "retired":
            hint = "use another fact, or change its status in assets/facts.yaml"
            self.report(Diagnostic("C005", f"the fact '{fact.id}' is retired", id.span, hint))
        elif fact.status != "ok":
            against = ", ".join(f"'{other.value}'" for other in fact.conflicts_with)
            status = "in conflict" if fact.status == "conflict" else fact.status
            hint = f"say so aloud, or leave it out{f'; see {against}' if against else ''}"
            self.report(Diagnostic("C006", f"the fact '{fact.id}' is {status}", id.span, hint))
        return fact

    def _runs(self, words: str, marks: Marks, heads: tuple[str, ...] = (), is_said: bool = False) -> tuple[Run, ...]:
        if not has_marks(words):
            return (Run(words),)
        runs = Runs()
        opened: dict[str, int] = {}  # the styles that are on, and the marks that opened them
        link: str | None = None  # where the words lead between "[" and "](…)"
        at = linked_from = 0

        def add(piece: str, citation: Citation | None = None, unresolved: bool = False) -> None:
            runs.add(piece, ("bold" in opened, "italic" in opened, citation, unresolved, link or ""))

        for mark in marks_in(words):
            add(words[at : mark.start()])
            at, number = mark.end(), marks.count()
            match mark.lastgroup:
                case "escaped" | "brace" as group:
                    add(mark[group][0])
                case "italic" if is_loose_star(words, mark):
                    add("*")
                case ("bold" | "italic") as style:
                    if opened.pop(style, None) is None:
                        opened[style] = number
                case "id":
                    add(*self._reference(mark, marks, number, heads, is_said))
                case "own":
                    add(*self._own(mark, marks, number))
                case "link":
                    link = self._target(mark["link"], marks, number)
                    linked_from = at
                case "linked" if link is not None:
                    if leads_elsewhere(said := words[linked_from : mark.start()], link):
                        hint = "let the words say where it leads, or what is there"
                        message = f"'{said}' leads to '{link}'"
                        self.report(Diagnostic("E050", message, marks.span(number), hint))
                    link = None
                case "linked":
                    add(mark[0])
                case _:
                    self._loose(mark["loose"], marks.span(number))
        add(words[at:])
        for opening, number in opened.items():
            self._unclosed("**" if opening == "bold" else "*", marks.span(number))
        return runs.joined()

    def _reference(
        self, mark: re.Match[str], marks: Marks, number: int, heads: tuple[str, ...], is_said: bool
    ) -> tuple[str, Citation | None, bool]:
        """What a reference prints, what it cites, and whether it names nothing."""
        name = mark["id"]
        known = self.library.facts.get(name)
        if isinstance(known, Fact) and (known.status == "ok" or _tells_both(known, mark.string)):
            return self._printed(known, mark, heads, is_said)  # where it stands is looked for only to be reported
        written = "{" + name + "}"
        if self._is_silent and name.strip() not in self.library.facts:
            return written, None, True
        span = marks.span(number)
        if not is_id(name.strip()):
            hint = self._meant(name)
            self.report(Diagnostic("E008", f"'{written}' names no fact", span, hint))
            return written, None, True
        fact = self.fact(Id(name.strip(), span))
        return self._printed(fact, mark, heads, is_said) if fact else (written, None, True)

    def _meant(self, name: str) -> str:
        """The hint for what stands between braces and is no id."""
        if (likely := as_id(name)) in self.library.facts:
            return f"write '{{{likely}}}'"
        if (words := name.partition(":")[2].strip()) and not words.startswith("/"):
            return f"write {{own: {words}}} for what you know yourself, or {{{{ for a brace that is meant as such"
        return "write {{ for a brace that is meant as such" if name.strip() else "name a fact of assets/facts.yaml"

    def _printed(
        self, fact: Fact, mark: re.Match[str], heads: tuple[str, ...], is_said: bool
    ) -> tuple[str, Citation | None, bool]:
        """A fact as it is shown, with its hedge unless the sentence around it or a head has one of that kind."""
        if fact.id not in self._shown:
            self._shown[fact.id] = fact.display, lacking(fact, fact.display), self.cite(fact)
        shown, hedge, citation = self._shown[fact.id]
        words, (start, end) = mark.string, mark.span()
        own, figure = split_hedge(shown)
        before = words[:start].rstrip(' *(“"').lower()
        if own and (before.endswith(self.words.hedged(own)) or ways_of(before) & ways_of(own)):
            shown = figure  # "About {walkers}", of whom there are about 240,000
        if hedge is not None:
            begins, ends = sentence_around(words, start, end)
            is_told = makes_uncertain(words[begins:ends], start - begins, end - begins) or any(map(is_uncertain, heads))
            if not is_told:
                shown = told(shown, hedge, words[:start], words[end:], is_said)
        return begun(self.words.hedged(shown), mark), citation, False

    def _own(self, mark: re.Match[str], marks: Marks, number: int) -> tuple[str, Citation | None, bool]:
        """What the speaker knows without an entry of the library, and how."""
        words, _, reason = (" ".join(part.split()) for part in mark["own"].partition("|"))
        if not words:
            hint = "write what the speaker knows, as in {own: seventy years}"
            self.report(Diagnostic("E008", f"'{mark[0]}' marks no words", marks.span(number), hint))
            return mark[0], None, True
        return words, Citation("own", "", words, "", "", "", "", reason=reason), False

    def _target(self, target: str, marks: Marks, number: int) -> str:
        """Where a link leads; "" (and a diagnostic) for what no slide may lead to."""
        if may_be_linked(target):
            return target
        hint = "write https:, tel:, sms: or mailto: and an address; \\[ is a bracket that is meant as such"
        self.report(Diagnostic("E050", f"no slide may lead to '{target}'", marks.span(number), hint))
        return ""

    def _loose(self, brace: str, span: Span) -> None:
        hint = "close it, as in {population}; write {{ and }} for braces that are meant as such"
        self.report(Diagnostic("E008", f"a lone '{brace}'", span, hint))

    def _unclosed(self, mark: str, span: Span) -> None:
        hint = f"write {mark} after the last word too; \\* is a star that is meant as such"
        self.report(Diagnostic("E008", f"'{mark}' is never closed", span, hint))


def _resting(roots: tuple[Citation, ...], own: Standing) -> Standing:
    """How an entry stands; what is computed waits until all that it is computed from is signed, too."""
    is_open = any((root.standing or UNSIGNED).state != "signed" for root in roots)
    return structs.replace(own, state="waiting") if own.state == "signed" and is_open else own


def blocks(text: str) -> Iterator[str]:
    """The paragraphs of a text as it is written: a blank line begins a new one, single line breaks are blanks."""
    return (" ".join(block.split()) for block in _BLANK_LINE.split(text.strip()))


def references(text: Text) -> Iterator[Id]:
    """The ids that a text refers to, `{fact-id}`, each with its place; usable or not."""
    marks = Marks(text)
    for mark in marks_in(text.value):
        number = marks.count()
        if mark.lastgroup == "id" and is_id(mark["id"].strip()):
            yield Id(mark["id"].strip(), marks.span(number))


def _tells_both(fact: Fact, text: str) -> bool:
    """Whether a disputed fact stands with all that contradict it, so that the audience learns of the dispute."""
    against = fact.conflicts_with if fact.status != "retired" else ()
    return bool(against) and all(f"{{{other.value}}}" in text for other in against)


def unmarked(text: Text | None, library: Library) -> str:
    """The words alone; "" where there is no text."""
    if text is None or not has_marks(text.value):
        return text.value if text else ""
    return Markup(library, None).line(text).text


def cover_line(event: Event, talk: Talk) -> str:
    """What the cover of a talk says of a booking."""
    day = words_in(talk.language).date(event.date.value)
    return unmarked(Text(event.cover_line(day), event.span), talk.library)
