"""C025 glued-reference, C026 bent-reference, C027 bent-in-notes: words that change what a reference says."""

import re
from collections.abc import Iterator

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import Range, normalise
from talkbuilder.claims.texts import clauses, sentence_ranges
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.source.nodes import capital
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Typed, reread

# What may touch the beginning of a reference: blanks, opening marks, a hyphen that a word ends with, as in 'mid-2010'.
_BEFORE = r"(?:\A|[\s(\[“‘„«\"'—]|\w: ?|[^\W\d_]{2,}-)\Z"
# What may touch its end: blanks, closing marks, the end of a sentence, 's, and a word behind a hyphen.
_BEHIND = r"(?:\Z|[\s)\]”’»\"'?!;—…]|[.,:](?!\w)|-[^\W\d_]{2,}|%)"
_GOES_ON = r"[ ,./-]?\w"
# What makes a sum of it, or another number.
_SUM_BEFORE = r"(?:\A|\s)(?:[-−–+±×*/÷=~<>$€£#]|minus|plus|times|x|N[or]\.)\s*\Z"
_SUM_BEHIND = r"(?:’s|'s)?\s?(?:[+±×*/÷=−^](?!\w{3})|(?:000|[xk]|bn|tn|mn)\b)"
_SHARE = r"(?i)\s?(?:%|per ?cent(?:age)?\b)"  # which makes another number of a count


def check(talk: Talk) -> Iterator[Diagnostic]:
    read, told = reread(talk), dict[str, str]()
    for one in (typed for typed in read.texts if "{" in typed.text.value):
        for paragraph in read.paragraphs(one.text):
            for words, written in _glued(paragraph, talk.library):
                hint = "put a blank between them, and let a figure of its own have an entry of its own"
                place = one.text.place_of(written)
                yield Diagnostic("C025", f"'{words}' makes another figure of what is proved", place, hint)
            yield from _bent(one, paragraph, talk.library, told)


def _glued(paragraph: Paragraph, library: Library) -> Iterator[tuple[str, str]]:
    """A reference of a paragraph with what it is glued to, and as it is written."""
    at, text = 0, paragraph.text
    for run in paragraph.runs:
        start, at = at, at + len(run.text)
        if run.citation is None or run.citation.kind not in ("fact", "quote"):
            continue
        before = text[max(0, start - 12) : start]
        fact = library.facts.get(run.citation.id)
        is_count = isinstance(fact, Fact) and not re.search(_SHARE, f"{_told(fact)} {fact.unit and fact.unit.value}")
        is_sum = run.text[-1:].isdigit() and re.compile(_SUM_BEHIND).match(text, at)
        is_sum = is_sum or (is_count and re.compile(_SHARE).match(text, at))
        if not re.search(_BEFORE, before) or re.search(_SUM_BEFORE, before):
            yield f"{before[-6:].split()[-1] if before.strip() else ''}{text[start:at]}", f"{{{run.citation.id}}}"
        elif not re.compile(_BEHIND).match(text, at) or is_sum or _is_in_figure(text, at):
            yield text[start : at + 6].strip(), f"{{{run.citation.id}}}"


def _is_in_figure(text: str, at: int) -> bool:
    """Whether a figure goes on behind a place, as a letter or a digit must do there."""
    goes_on = re.compile(_GOES_ON).match(text, at)
    return goes_on is not None and any(one.start < at < one.end for one in figures(text))


def _bent(one: Typed, paragraph: Paragraph, library: Library, told: dict[str, str]) -> Iterator[Diagnostic]:
    """Clauses that turn facts round; `told` keeps what each fact says, for a talk refers to most more than once."""
    from talkbuilder.claims.compare import bent  # 5 ms, which a talk without references need not pay

    for sentence, clause, wide, printed in _clauses(paragraph, library):
        facts = [fact for _, fact in printed]
        for fact in facts:
            if fact.id not in told:
                told[fact.id] = normalise(_told(fact)).text
        years = {int(fact.as_of.value[:4]) for fact in facts if fact.as_of}
        theirs = ". ".join(told[fact.id] for fact in facts)
        found = None
        for start, end in dict.fromkeys((clause, wide)):
            said = normalise(sentence[start:end])
            shown = [said.place(left - start, right - start) for (left, right), _ in printed]
            # Typed figures are looked for by typed_claim, which knows what is free. What only stands beside a comma may
            # be of something else, but for the opposite right beside the figure: 'eleventh, two places higher'.
            turned = bent(said.text, theirs, years, shown)
            found = found or next((it for it in turned if it.kind == "direction" or (start, end) == clause), None)
        if found:
            names = ", ".join(f"'{fact.id}'" for fact in facts)
            makes = f"without its '{found.words}' it" if found.is_theirs else f"'{found.words}'"
            message = f"{makes} makes something else of {names}"
            hint = f"say what the fact says: “{facts[0].says.value}”; or give what you mean an entry of its own"
            yield Diagnostic("C026" if one.is_seen else "C027", message, one.text.span, hint)


def _clauses(paragraph: Paragraph, library: Library) -> Iterator[tuple[str, Range, Range, list[tuple[Range, Fact]]]]:
    """A text as it is printed, without what its speaker marks as known, and where a clause of it refers to facts.

    Then where that clause ends with those beside a comma, and the facts, each where it is printed. A question says
    nothing.
    """
    text, referred = "", list[tuple[int, int, Fact]]()
    for run in paragraph.runs:
        fact = library.facts.get(run.citation.id) if run.citation and run.citation.kind == "fact" else None
        if isinstance(fact, Fact):
            referred.append((len(text), len(text) + len(run.text), fact))
        text += " " * len(run.text) if run.citation and run.citation.kind == "own" else run.text
    for first, last in sentence_ranges(text) if referred else ():
        refers = any(first <= left < last for left, *_ in referred)
        if not refers or text[first:last].rstrip().endswith("?"):
            continue
        parts = list(clauses(text, first, last))
        for at, (start, end) in enumerate(parts):
            if printed := [((left, right), fact) for left, right, fact in referred if start <= left < end]:
                begin = parts[at - 1][0] if text[start] == "," else start
                behind = next(iter(parts[at + 1 : at + 2]), None)
                yield text, (start, end), (begin, behind[1] if behind and text[end] == "," else end), printed


def _told(fact: Fact) -> str:
    parts = (fact.says.value, fact.display, fact.measure.value if fact.measure else "", fact.exact.value)
    return ". ".join(capital(part.rstrip(".")) for part in parts if part)
