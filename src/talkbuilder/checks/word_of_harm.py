"""C028 word-of-harm: a text that stands on facts tells of a crime, a death or a guilt that none of them tells."""

import re
from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.claims.texts import sentence_ends
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.hedges import hedge_of, keeps
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Id
from talkbuilder.talk.accusing import is_plain
from talkbuilder.talk.harm import harms
from talkbuilder.talk.referring import clause_of, said, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Typed

# Keys whose texts say what the numbers of a slide are, wherever these stand on it.
_LABELS = frozenset(("caption", "head", "label", "others", "note", "rows", "unit", "lead"))
_CAUSES = re.compile(r"\b(?:because|since|as a result|so that|therefore|and so|which is why)\b ?", re.IGNORECASE)
_MOST_BLANKS = 4  # in what is a label and no sentence: the head of a column
# A law that threatens a penalty says what may follow, and does nothing to anybody.
_LAW = r"(?:laws?|codes?|statutes?|acts?|articles?(?: \d+)?|sections? \d+|paragraphs? \d+)"
_PENALTY = r"(?:years?|months?|prison|jail|fines?|penalt(?:y|ies)|punishments?|sentences?|imprisonment)"
_SETS = re.compile(
    rf"\b{_LAW}(?: (?:itself|now|still|only|also|even|there))? (?P<threat>threaten(?:s|ed)?)\b"
    rf"(?= (?!to\b|their\b|his\b|her\b)(?:[\w’'-]+ ){{0,8}}?{_PENALTY}\b)"
    rf"|\b(?P<by>threatened) (?:by|under) (?:the )?(?:[a-z]+ )?{_LAW} with\b",
    re.IGNORECASE,
)


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        entries = dict.fromkeys((*one.beside, *one.shown, *one.cited)) if one.is_seen else {}
        if not entries or not any(harms(one.text.value, "")):
            continue
        known = _known(one, list(entries), read)
        for paragraph in read.paragraphs(one.text) if known is not None else ():
            texts = _told(one, paragraph, read)
            for word in dict.fromkeys(word for text in texts for word in _harms(text, known or "")):
                message = f"'{word}' is a harm that no fact of this slide tells"
                hint = "say what the fact says, or name in 'cite' the fact that tells it"
                yield Diagnostic("C028", message, one.text.span, hint)


def _harms(text: str, known: str) -> Iterator[str]:
    """The words of harm that nothing known tells, but for what a law threatens."""
    for found in reversed(list(_SETS.finditer(text))):
        start, end = found.span("threat" if found["threat"] else "by")
        text = f"{text[:start]}sets{text[end:]}"
    return harms(text, known)


def _told(one: Typed, paragraph: Paragraph, read: Reread) -> list[str]:
    """What of a paragraph is said beside the entries of its slide: a label, what refers to them, or what is plain."""
    if _is_label(one):
        return [_unmarked(paragraph)]
    referring = list(_clauses(paragraph, read)) if "{" in one.text.value else []
    return referring or [text for text in _sentences(_unmarked(paragraph)) if is_plain(text)]


def _sentences(text: str) -> Iterator[str]:
    yield from (text[start:end] for start, end in pairwise((0, *sentence_ends(text), len(text))))


def _is_label(one: Typed) -> bool:
    """Whether a text says what a number of its slide is, wherever that stands."""
    if one.key == "text":
        return "{" in one.text.value and one.text.value.count(" ") < _MOST_BLANKS
    return (one.key in _LABELS and bool(one.shown or one.cited)) or (one.key == "title" and bool(one.beside))


def _unmarked(paragraph: Paragraph) -> str:
    """The text of a paragraph without what its speaker marks as known."""
    return " ".join(run.text for run in paragraph.runs if not (run.citation and run.citation.kind == "own"))


def _clauses(paragraph: Paragraph, read: Reread) -> Iterator[str]:
    """Each clause of a paragraph that refers to a fact, and each that gives a reason or a result of one."""
    for one in sentences(paragraph, read.library):
        places = [printed.start for printed in one.printed] + [found.end() for found in _CAUSES.finditer(one.text)]
        for start, end in dict.fromkeys(clause_of(one.text, place) for place in places):
            yield one.text[start:end]


def _known(one: Typed, ids: list[Id], read: Reread) -> str | None:
    """All that the facts and quotations of a slide say, printed or not; None where it rests on none."""
    told = [_said(id, read) for id in ids]
    certain = (words for id, words in zip(ids, told, strict=True) if not _is_told_as_certain(one, id, read))
    return " . ".join(certain) if any(told) else None


def _is_told_as_certain(one: Typed, id: Id, read: Reread) -> bool:
    """Whether a slide rests on a doubtful fact, which no text of it prints, and a text does not tell it as doubtful."""
    found = read.library.facts.get(id.value) if id in one.only_cited else None
    hedge = hedge_of(found) if isinstance(found, Fact) else None
    return hedge is not None and not keeps(hedge, one.text.value)


def _said(id: Id, read: Reread) -> str:
    found = read.library.facts.get(id.value) or read.library.quotes.get(id.value)
    if isinstance(found, Fact):
        return said(found)
    return found.text.value.lower() if isinstance(found, Quote) else ""
