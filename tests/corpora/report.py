"""`python -m tests.corpora.report`: how many false rows of the corpora are told, and how many true ones, by class.

Our own rows and those of a stranger are counted apart. Rows are counted and never printed: whoever read a stranger's
rows would tune the program to them.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from talkbuilder.claims.compare import compare
from talkbuilder.claims.normal import normalise
from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.quotes import find_quote
from talkbuilder.pipeline import make
from talkbuilder.source.fields import Id, Text
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from tests.cases import UNREVIEWED, talk
from tests.memory import MemoryProject

Corpus = Literal["entries", "quotes", "sentences"]
Whose = Literal["ours", "stranger"]
CORPORA: tuple[Corpus, ...] = ("entries", "quotes", "sentences")

_FOLDER = Path(__file__).parent
_SPAN = Span(Source("assets/quotes.yaml", "-"), 0, 1)
_HONEST = ("own-life", "plain-talk", "facts", "marks")
_TALK = "talks/talk.yaml"
_EVERY_CASE = ("C030",)  # nobody has signed the facts of a corpus


class Tally(Struct):
    """Of the rows of one class: how many were refused, and how many others were asked about."""

    is_true: bool
    rows: int = 0
    refused: int = 0
    asked: int = 0

    @property
    def told(self) -> float:
        return (self.refused + self.asked) / self.rows


def tallies(corpus: Corpus, whose: Whose) -> Mapping[str, Tally]:
    """The counts of a corpus by class, and those of all true and all false rows together."""
    found: dict[str, Tally] = {}
    for row in _rows(corpus, whose):
        is_true = row["class"] in _HONEST if corpus == "sentences" else row["expected"] == "true"
        is_refused, is_asked = _JUDGES[corpus](row)
        for name in (row["class"], f"all {'true' if is_true else 'false'}"):
            one = found.setdefault(name, Tally(is_true))
            one.rows += 1
            one.refused += is_refused
            one.asked += is_asked and not is_refused
    return found


def _rows(corpus: Corpus, whose: Whose) -> Iterable[Mapping[str, str]]:
    with (_FOLDER / f"{corpus}_{whose}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _entry(row: Mapping[str, str]) -> tuple[bool, bool]:
    found = compare(normalise(row["statement"]).text, normalise(row["source"]).text)
    return bool(found.refused), bool(found.asked)


def _quote(row: Mapping[str, str]) -> tuple[bool, bool]:
    author = Id("author", _SPAN)
    quote = Quote(span=_SPAN, id="quote", text=Text(row["quote"], _SPAN), speaker=author, post=Id("post", _SPAN))
    found = find_quote(quote, PostText(row["source"], (), "author"))
    return bool(found.faults), bool(found.question)


def _sentence(row: Mapping[str, str]) -> tuple[bool, bool]:
    """Whether anything is said of a sentence's own line, in a talk that has nothing else to say."""
    text = "'{}'".format(row["sentence"].replace("'", "''"))
    bullet, notes = (text, "So it is.") if row["where"] == "slide" else ("One thing to say", text)
    slide = f"- title: What there is to tell\n  bullets:\n  - {bullet}\n  - And so it was\n  notes: {notes}\n"
    ask = "- {title: One thing to do, ask: example-action, notes: Do it.}\n"
    written = talk(slide + ask) + UNREVIEWED
    line = next(number for number, one in enumerate(written.split("\n"), start=1) if text in one)
    files, library = _library(row["figure_facts"])
    report = Report()
    outline = read_outline(MemoryProject({**files, _TALK: written}), "talk", report)
    assert outline
    make("talk", outline, library, report)
    codes = {(one.code, one.meaning.severity) for one in report.diagnostics if one.place[:2] == (_TALK, line)}
    codes = {one for one in codes if one[0] not in _EVERY_CASE}
    is_refused = any(severity in ("error", "unproved") for _, severity in codes)
    return is_refused, bool(codes)


@cache
def _library(figure_facts: str) -> tuple[Mapping[str, str], Library]:
    """The library of a sentence: its facts, each in the words of its source, and what a talk needs besides."""
    facts, post = "", ""
    for id, says, printed in _facts(figure_facts):
        words = " ".join(says.split()[:12])
        post += f"{says}.\n\n"
        texts = {"says": says, "show": printed, "exact": words}
        written = "".join("  {}: '{}'\n".format(key, value.replace("'", "''")) for key, value in texts.items())
        facts += f"{id}:\n{written}  source: author\n  kind: observation\n  post: post\n"
    files = {
        "assets/facts.yaml": facts,
        "assets/people.yaml": "author: {credit: An author, role: author, may_be_named: true}\n",
        "assets/sources.yaml": "post: {title: A post, date: 2012-04}\n",
        "assets/actions.yaml": "example-action: {do: Write it down, url: example.org}\n",
        "assets/posts/post.txt": post or "Nothing.\n",
    }
    return files, load_library(MemoryProject(files), Report())


def _facts(written: str) -> Iterator[tuple[str, str, str]]:
    for one in written.split(";") if written else ():
        id, _, texts = one.partition("=")
        says, _, printed = texts.partition("|")
        yield id.strip(), says.strip(), printed.strip()


_JUDGES = {"entries": _entry, "quotes": _quote, "sentences": _sentence}


def main() -> None:
    for corpus in CORPORA:
        counts: dict[str, dict[Whose, Tally]] = defaultdict(dict)
        for whose in ("ours", "stranger"):
            for name, tally in tallies(corpus, whose).items():
                counts[name][whose] = tally
        print(f"\n{corpus:22} {'ours':>6} refused asked   {'stranger':>6} refused asked")
        for name, by in sorted(counts.items(), key=lambda one: (not next(iter(one[1].values())).is_true, one[0])):
            cells = (by.get("ours"), by.get("stranger"))
            shown = "   ".join(
                f"{one.rows:6} {one.refused / one.rows:7.0%} {one.asked / one.rows:5.0%}" if one else " " * 20
                for one in cells
            )
            print(f"{'true' if next(iter(by.values())).is_true else 'false':5} {name:16} {shown}")


if __name__ == "__main__":
    main()
