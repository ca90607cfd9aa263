"""Authors' texts to paragraphs: `**bold**`, `*italic*` and `{fact-id}`, each reference with its citation."""

import re
from collections.abc import Mapping
from functools import lru_cache

from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.posts import Post
from talkbuilder.evidence.quotes import Quote
from talkbuilder.fields import Broken, Id, Text
from talkbuilder.talk import Citation, Paragraph, Run

_MARKS = re.compile(
    r"\\(?P<escaped>[*{}\\])|(?P<bold>\*\*)|(?P<italic>\*)|(?P<brace>\{\{|\}\})|\{(?P<id>[^{}\n]*)\}|(?P<loose>[{}])"
)
_FLANKED = re.compile(r"\s")


class Words:
    """Turns texts into paragraphs against one library."""

    def __init__(self, library: Library, report: Report) -> None:
        self.library = library
        self.report = report
        self._citations: dict[tuple[str, str], Citation] = {}

    def paragraphs(self, text: Text | None, level: int = 0) -> tuple[Paragraph, ...]:
        """The paragraphs of a text; a blank line begins a new one, single line breaks are spaces."""
        if text is None:
            return ()
        counts: dict[str, int] = {}
        blocks = re.split(r"\n\s*\n", text.value.strip())
        return tuple(Paragraph(self._runs(" ".join(b.split()), text, counts), text.span, level) for b in blocks)

    def line(self, text: Text, level: int = 0) -> Paragraph:
        """A text as one paragraph."""
        return Paragraph(self._runs(" ".join(text.value.split()), text, {}), text.span, level)

    def entry(self, kind: str, id: Id | None, entries: Mapping[str, object]) -> object | None:
        """The entry that an id names; None where there is none to use (reported, if it is unknown)."""
        if id is None:
            return None
        found = entries.get(id.value)
        if found is None:
            hint = near(id.value, entries)
            self.report(Diagnostic("E001", f"no {kind} '{id.value}'", id.span, hint))
        return None if isinstance(found, Broken) else found

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
            self._citations[key] = self._citation(found)
        return self._citations[key]

    def _citation(self, found: Fact | Quote) -> Citation:
        post = self.entry("post", found.post, self.library.posts)
        where = post.citation if isinstance(post, Post) else ""
        if isinstance(found, Quote):
            how = f"; {found.translation}" if found.translation else ""
            return Citation(
                "quote",
                found.id,
                f"“{found.text.value}”",
                self.credit(found.speaker),
                where,
                "",
                f"word for word{how}",
            )
        as_of = found.as_of.value if found.as_of else ""
        return Citation("fact", found.id, found.says.value, self.credit(found.source), where, as_of, found.certainty)

    def credit(self, id: Id) -> str:
        """What a slide may print of a person; "" (and a diagnostic) where nobody has that id."""
        person = self.entry("person", id, self.library.people)
        return person.credit.value if isinstance(person, Person) else ""

    def _usable(self, fact: Fact, id: Id) -> Fact:
        if fact.status == "retired":
            hint = "use another fact, or change its status in assets/facts.yaml"
            self.report(Diagnostic("C005", f"the fact '{fact.id}' is retired", id.span, hint))
        elif fact.status != "ok":
            against = ", ".join(f"'{other.value}'" for other in fact.conflicts_with)
            why = (
                f"the fact '{fact.id}' is in {fact.status}"
                if fact.status == "conflict"
                else f"the fact '{fact.id}' is disputed"
            )
            hint = f"say so aloud, or leave it out{f'; see {against}' if against else ''}"
            self.report(Diagnostic("C006", why, id.span, hint))
        return fact

    def _runs(self, words: str, text: Text, counts: dict[str, int]) -> tuple[Run, ...]:
        if not ("*" in words or "{" in words or "}" in words or "\\" in words):
            return (Run(words),)
        runs: list[Run] = []
        bold = italic = False
        at = 0

        def add(piece: str, citation: Citation | None = None) -> None:
            if piece:
                last = runs[-1] if runs else None
                if citation is None and last and last.citation is None and (last.bold, last.italic) == (bold, italic):
                    runs[-1] = Run(last.text + piece, bold, italic)
                else:
                    runs.append(Run(piece, bold, italic, citation))

        for mark in _MARKS.finditer(words):
            add(words[at : mark.start()])
            at = mark.end()
            match mark.lastgroup:
                case "escaped":
                    add(mark["escaped"])
                case "brace":
                    add(mark["brace"][0])
                case "bold":
                    bold = not bold
                case "italic" if _is_loose_star(words, mark):
                    add("*")
                case "italic":
                    italic = not italic
                case "id":
                    add(*self._reference(mark["id"], text, counts))
                case _:
                    self._loose(mark["loose"], text)
        add(words[at:])
        if bold or italic:
            self._unclosed("**" if bold else "*", text)
        return tuple(runs)

    def _reference(self, name: str, text: Text, counts: dict[str, int]) -> tuple[str, Citation | None]:
        written = "{" + name + "}"
        nth = counts.get(written, 0)
        counts[written] = nth + 1
        id = Id(name.strip(), text.find(written, nth))
        if not _is_id(id.value):
            hint = "write {{ for a brace that is meant as such" if id.value else "name a fact of assets/facts.yaml"
            self.report(Diagnostic("E008", f"'{written}' names no fact", id.span, hint))
            return written, None
        fact = self.fact(id)
        return (fact.display, self.cite(fact)) if fact else (written, None)

    def _loose(self, brace: str, text: Text) -> None:
        hint = "close it, as in {population}; write {{ and }} for braces that are meant as such"
        self.report(Diagnostic("E008", f"a lone '{brace}'", text.find(brace), hint))

    def _unclosed(self, mark: str, text: Text) -> None:
        hint = f"write {mark} after the last word too; \\* is a star that is meant as such"
        self.report(Diagnostic("E008", f"'{mark}' is never closed", text.find(mark), hint))


def source_line(citations: tuple[Citation, ...]) -> str:
    """Who says it, for which year, in which post: grouped by post, each only once."""
    if not citations:
        return ""
    posts: dict[str, dict[str, list[str]]] = {}
    for one in citations:
        years = posts.setdefault(one.where, {}).setdefault(one.who, [])
        if one.as_of and one.as_of not in years:
            years.append(one.as_of)
    parts = []
    for where, voices in posts.items():
        who = "; ".join(_with_years(name, years) for name, years in voices.items())
        parts.append(f"{who}, in {where}" if where else who)
    return ("Source: " if len(parts) == 1 and ";" not in parts[0] else "Sources: ") + " · ".join(parts)


def _with_years(name: str, years: list[str]) -> str:
    listed = sorted({year[:4] for year in years})
    if not listed:
        return name
    return f"{name} (figures for {' and '.join(listed)})" if len(listed) > 1 else f"{name} (figure for {listed[0]})"


@lru_cache(maxsize=4096)
def _is_id(name: str) -> bool:
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def _is_loose_star(words: str, mark: re.Match[str]) -> bool:
    """A star with blanks on both sides marks nothing: 3 * 4."""
    before, after = words[: mark.start()][-1:], words[mark.end() :][:1]
    return (not before or bool(_FLANKED.match(before))) and (not after or bool(_FLANKED.match(after)))
