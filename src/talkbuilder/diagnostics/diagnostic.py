"""Source, Span, Diagnostic and Report: what is wrong, where, and what to do about it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct, structs

from talkbuilder.diagnostics.codes import CODES, Code, Severity


class Source(Struct, frozen=True, eq=False):
    """One text that an author wrote; `name` is the path as messages print it."""

    name: str
    text: str

    def __repr__(self) -> str:
        """Without the text, which would be told with every diagnostic."""
        return f"Source({self.name!r})"

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1; for printing only."""
        starts = _line_starts(self)
        line = bisect_right(starts, min(offset, len(self.text)))
        return line, min(offset, len(self.text)) - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its line break."""
        start, end = self.line_at(number)
        return self.text[start:end]

    def line_at(self, number: int) -> tuple[int, int]:
        """Where a line counted from 1 begins and ends, without its line break."""
        starts = _line_starts(self)
        start, end = starts[number - 1], starts[number] if number < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


# Values lead in no circle. Without a place in the search for such, the many small ones take a quarter less memory.
class Span(Struct, frozen=True, gc=False):
    """A stretch of a source, as two character offsets; line and column are worked out when printing."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line in which it begins, counted from 1; for printing only."""
        return self.source.position(self.start)[0]


class Answer(Struct, frozen=True):
    """What an author has written down to let a finding stand: `named` is the rule or code, `span` its place."""

    named: str
    why: str
    by: str
    on: str
    span: Span


class Diagnostic(Struct, frozen=True):
    """One fault: `message` says what is wrong, `hint` what to do; neither says the other.

    What `is_hidden` must not be read in a log either: only its place is printed, and never its line.
    """

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    file: str = ""
    is_hidden: bool = False
    key: str = ""  # of the entry, where it lacks that one or has it wrong: for who asks for it
    answer: Answer | None = None  # stops nothing any more, and is still listed
    is_elsewhere: bool = False  # a fault of what nothing rests on that is built: then it warns

    @property
    def meaning(self) -> Code:
        return CODES[self.code]

    @property
    def severity(self) -> Severity:
        return "warning" if self.is_elsewhere else self.meaning.severity

    @property
    def is_error(self) -> bool:
        return self.severity == "error" and self.answer is None

    @property
    def is_unproved(self) -> bool:
        """Whether it is a claim that nothing proves: it stops nothing, and what is made is a draft."""
        return self.severity == "unproved" and self.answer is None

    @property
    def is_grave(self) -> bool:
        """Whether it has to be mended before a talk is given: an error, or what nothing proves."""
        return self.is_error or self.is_unproved

    @property
    def is_advice(self) -> bool:
        """Whether it is only to be thought about: it stops nothing, however strict one is."""
        return self.severity == "advice"

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column, for sorting and printing; line and column are 0 where there is none."""
        if self.span is None:
            return self.file, 0, 0
        return (self.span.source.name, *self.span.source.position(self.span.start))


class Refused(Exception):
    """Nothing was written, and what was there is whole; carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Report:
    """Collects diagnostics: call it to report one; a fault never stops the stage that found it."""

    def __init__(self) -> None:
        self._seen: dict[tuple[tuple[str, int, int], str, str], Diagnostic] = {}

    def __call__(self, diagnostic: Diagnostic) -> None:
        key = (diagnostic.place, diagnostic.code, diagnostic.message)
        known = self._seen.setdefault(key, diagnostic)
        # What one talk answers is open in another, and what one does not rest on another may.
        if (known.answer and not diagnostic.answer) or (known.is_elsewhere and not diagnostic.is_elsewhere):
            self._seen[key] = diagnostic

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is open: advice, warnings, what is unproved, and last errors, which are read first; by place."""
        return tuple(sorted((one for one in self._sorted if one.answer is None), key=_weight))

    @property
    def answered(self) -> tuple[Diagnostic, ...]:
        """What authors have answered, by its place."""
        return tuple(one for one in self._sorted if one.answer is not None)

    @property
    def everything(self) -> tuple[Diagnostic, ...]:
        """What is open and what is answered, for another report to take over."""
        return (*self.diagnostics, *self.answered)

    @property
    def _sorted(self) -> list[Diagnostic]:
        found = [self._seen[key] for key in sorted(self._seen)]
        return list(_silent(found)) if any(one.is_hidden for one in found) else found

    @property
    def failed(self) -> bool:
        return any(one.is_error for one in self._seen.values())

    @property
    def has_unproved(self) -> bool:
        """Whether there are claims that nothing proves."""
        return any(one.is_unproved for one in self._seen.values())


def _silent(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The same, but what must not be read stands in no other message, nor in a line that another shows."""
    spans = [one.span for one in found if one.is_hidden and one.span]
    words = {span.source.text[span.start : span.end] for span in spans}
    for one in found:
        if one.is_hidden or not one.span:
            yield one
        elif not any(one.span.source is span.source and _overlap(one.span, span) for span in spans):
            said, hint, answer = one.message, one.hint, one.answer
            for word in words:
                said, hint = said.replace(word, "…"), hint.replace(word, "…")
                answer = structs.replace(answer, why=answer.why.replace(word, "…")) if answer else None
            line = one.span.source.line(one.place[1])
            is_hidden = any(word in line for word in words)
            yield structs.replace(one, message=said, hint=hint, answer=answer, is_hidden=is_hidden)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _weight(one: Diagnostic) -> int:
    return ("advice", "warning", "unproved", "error").index(one.severity)


_MOST_NAMED = 20  # as many as a slide has keys


def near(wrong: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The hint that names the nearest right name, if that is so much alike, or some of the names there are."""
    from difflib import get_close_matches  # only an author's mistake pays for this import

    names = sorted(set(known))
    lower = {name.lower(): name for name in reversed(names)}
    if close := get_close_matches(wrong.lower(), lower, n=1, cutoff=likeness):
        return f"did you mean '{lower[close[0]]}'?"
    if not names:
        return "there are none yet"
    more = f", … ({len(names)} in all)" if len(names) > _MOST_NAMED else ""
    return f"one of: {', '.join(names[:_MOST_NAMED])}{more}"


def also(hint: str, more: str) -> str:
    """A hint, and what more there is to say; a question has its own mark."""
    return f"{hint}{'' if hint.endswith('?') else ';'} {more}"


_LIKE_A_FILE = 0.75  # of two names, whose endings are alike anyway


def near_file(wrong: str, known: Iterable[str]) -> str:
    """The hint for a file that is not there: the one whose name differs by capitals or a slip, if there is one."""
    names = tuple(known)
    if same := next((name for name in names if name.lower() == wrong.lower()), ""):
        return f"write '{same}': capitals count"
    stem = wrong.lower().rpartition(".")[0]
    if stem and (same := next((name for name in names if name.lower().rpartition(".")[0] == stem), "")):
        return f"write '{same}': the ending counts"
    hint = near(wrong, names, _LIKE_A_FILE)
    hint = hint if hint.startswith("did you mean") else f"write the name of one that is there: {', '.join(names[:5])}"
    return f"put it there; or {hint}" if names else "put it there"


@lru_cache(maxsize=64)  # few sources are asked for lines; a preview reads the same file a thousand times
def _line_starts(source: Source) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source.text))]
