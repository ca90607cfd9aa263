"""An entry that is proposed, proved as `verify` proves it: what is printed can be put into the library as it is."""

from typing import TypeVar

from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.facts import find_fact
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.quotes import find_quote
from talkbuilder.source.fields import Entry
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader

_Model = TypeVar("_Model", bound=Entry)


def faults_of_quote(yaml: str, post_text: PostText) -> tuple[Diagnostic, ...]:
    """What a proof of a quotation finds wrong."""
    quote, faults = _read(yaml, "quotes", Quote)
    return faults if quote is None else tuple(find_quote(quote, post_text).faults)


def faults_of_fact(yaml: str, post_date: str, post_text: PostText) -> tuple[Diagnostic, ...]:
    """What a proof of a fact finds wrong."""
    fact, faults = _read(yaml, "facts", Fact)
    return faults if fact is None else tuple(find_fact(fact, post_date, post_text).faults)


def _read(yaml: str, field: str, model: type[_Model]) -> tuple[_Model | None, tuple[Diagnostic, ...]]:
    report = Report()
    node = parse(Source(f"assets/{field}.yaml", yaml), report)
    entries = Reader(report).entries(node, model) if node else {}
    found = next((one for one in entries.values() if isinstance(one, model)), None)
    return found, report.diagnostics
