"""C026 bent-reference, C027 bent-in-notes: words around a reference turn its fact round."""

from collections.abc import Iterator

from talkbuilder.claims.compare import Difference, compare
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import clauses, sentence_ranges
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import reread

# Typed figures are looked for by typed_claim, which knows what is free.
_ELSEWHERE = frozenset(("figure", "unit"))


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        if "{" not in one.text.value:
            continue
        for paragraph in read.paragraphs(one.text):
            for clause, facts in _clauses(paragraph, talk.library):
                told = ". ".join(_told(fact) for fact in facts)
                years = {int(fact.as_of.value[:4]) for fact in facts if fact.as_of}
                differences = compare(normalise(clause).text, normalise(told).text, known_years=years)
                for bent in (found for found in differences.refused if _is_bent(found)):
                    names = ", ".join(f"'{fact.id}'" for fact in facts)
                    message = f"'{bent.words}' makes something else of {names}"
                    hint = f"say what the fact says: “{facts[0].says.value}”; or give what you mean an entry of its own"
                    yield Diagnostic("C026" if one.is_seen else "C027", message, one.text.span, hint)
                    break


def _is_bent(found: Difference) -> bool:
    """Whether words of the sentence turn its facts round; it need not say all that they say."""
    return not found.is_theirs and found.kind not in _ELSEWHERE


def _clauses(paragraph: Paragraph, library: Library) -> Iterator[tuple[str, list[Fact]]]:
    """The clauses that refer to facts, each as it is printed, but without what its speaker marks as known.

    A question says nothing.
    """
    text, referred = "", list[tuple[int, Fact]]()
    for run in paragraph.runs:
        fact = library.facts.get(run.citation.id) if run.citation and run.citation.kind == "fact" else None
        if isinstance(fact, Fact):
            referred.append((len(text), fact))
        text += " " * len(run.text) if run.citation and run.citation.kind == "own" else run.text
    for first, last in sentence_ranges(text) if referred else ():
        if text[first:last].rstrip().endswith("?"):
            continue
        for start, end in clauses(text, first, last):
            if facts := [fact for at, fact in referred if start <= at < end]:
                yield text[start:end], facts


def _told(fact: Fact) -> str:
    """All that a fact says, in sentences."""
    parts = (fact.says.value, fact.display, fact.measure.value if fact.measure else "", fact.exact.value)
    return ". ".join(part.rstrip(".") for part in parts if part)
