"""C026 bent-reference, C027 bent-in-notes: a sentence says otherwise than the facts that it refers to."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.parts import is_part
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Id
from talkbuilder.talk.bending import bent, turned
from talkbuilder.talk.figuring import Bent
from talkbuilder.talk.recasting import recast, shared_out, turned_alone, universal
from talkbuilder.talk.referring import Printed, Sentence, clause_of, said, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import stems
from talkbuilder.talk.stretching import stretched
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import Typed

_OVER_ALL = frozenset(("title", "lead", "caption"))  # keys of texts that speak of all that their slide shows
_OF = re.compile(r"\b(?:of|among)(?: the| all| these)* *\Z", re.IGNORECASE)
_READ_BEHIND = frozenset(("caption", "label", "note"))
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LONGEST_LEAD = 12


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        found = dict(_bends(one, read))
        for words, (what, ids) in found.items():
            hint = "say what the fact says, or use another fact"
            yield Diagnostic("C026" if one.is_seen else "C027", f"'{words}' is {what} {ids}", one.text.span, hint)


def _bends(one: Typed, read: Reread) -> Iterator[tuple[str, tuple[str, str]]]:
    """The words that bend something, each with what they are, and the facts."""
    over = (*one.shown, *(id for id in one.cited if id not in one.only_cited)) if one.key in _OVER_ALL else ()
    shown = tuple(dict.fromkeys(_facts(over, read))) if one.is_seen else ()
    for words, what in turned(one.text.value, shown, is_told=False) if len(shown) > 1 else ():
        yield words, (what, _named(shown))
    for words, what in turned_alone(one.text.value, shown[0], read.library) if len(shown) == 1 else ():
        yield words, (what, _named(shown))
    if one.is_seen and one.key in _OVER_ALL and (known := _told(one, read)):
        for words, what in universal(one.text.value, known.values()):
            yield words, (what, ", ".join(f"'{id}'" for id in known))
    if beside := _facts(one.beside, read) if one.is_seen else ():
        for words, what in _labelled(one, beside, _facts(one.shown, read)):
            yield words, (what, _named(beside))
    if "{" not in one.text.value:
        return
    for paragraph in read.paragraphs(one.text):
        for sentence in sentences(paragraph, read.library):
            for words, what in (
                *bent(sentence),
                *_no_parts(sentence),
                *recast(sentence),
                *_alone(sentence, read),
                *stretched(sentence),
            ):
                yield words, (what, _named(sentence.facts))
        for words, fact in shared_out(paragraph, read.library):
            yield words, ("a share that is not told by", _named((fact,)))


def _told(one: Typed, read: Reread) -> dict[str, str]:
    """What the facts and quotations tell that a slide is made of, by their ids."""
    known = {}
    for id in one.shown:
        entry = read.library.quotes.get(id.value) or read.library.facts.get(id.value)
        if isinstance(entry, Fact | Quote):
            known[id.value] = said(entry) if isinstance(entry, Fact) else entry.text.value
    return known


def _alone(one: Sentence, read: Reread) -> Iterator[Bent]:
    """The direction in which a sentence says that the one figure went which it prints."""
    values = [printed for printed in one.printed if printed.fact.value is not None and printed.fact.measure]
    if len(values) == 1:
        start, end = clause_of(one.text, values[0].start)
        yield from turned_alone(one.text[start:end], values[0].fact, read.library)


def _labelled(one: Typed, beside: tuple[Fact, ...], shown: tuple[Fact, ...]) -> Iterator[Bent]:
    """How a label bends the number that it stands at: read behind it, and beside the others of its slide."""
    fact, text = beside[0], one.text.value
    if one.key in _READ_BEHIND and fact.value is not None and "{" not in text:
        whole = Sentence(f"{fact.display} {text}", (Printed(0, len(fact.display), fact),))
        yield from (found for found in bent(whole) if found[0] in text)
    if one.key == "rows":
        known = " ".join(map(said, beside))
        years = {other.as_of.value[:4] for other in beside if other.as_of}
        for year in _YEAR.findall(text):
            if year not in years and year not in known:
                yield year, "another year than that of"
        others = " ".join(said(other) for other in shown if other not in beside)
        own = stems(text)
        if own and own.isdisjoint(stems(known)) and not own.isdisjoint(stems(others)):
            yield text, "what another fact of the slide tells, and not"


def _no_parts(one: Sentence) -> Iterator[Bent]:
    """Of so many, so many: the second must be some of the first."""
    for whole, part in zip(one.printed, one.printed[1:], strict=False):
        lead = one.text[max(0, whole.start - _LONGEST_LEAD) : whole.start]
        if not _OF.search(lead) or part.fact.value is None or whole.fact.value is None:
            continue
        if one.text[whole.end : part.start].count(",") == 1 and not is_part(part.fact, whole.fact):
            yield f"{lead.split()[0]} {one.text[whole.start : whole.end]}", "a whole of which no part is told by"


def _facts(ids: tuple[Id, ...], read: Reread) -> tuple[Fact, ...]:
    found = (read.library.facts.get(id.value) for id in ids)
    return tuple(fact for fact in found if isinstance(fact, Fact))


def _named(facts: tuple[Fact, ...]) -> str:
    return ", ".join(f"'{fact.id}'" for fact in dict.fromkeys(facts))
