"""Credits: who is printed for an entry, and what its voice in the post makes of its certainty."""

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.credits import certainty, credit, translation
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import with_article
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library
from tests.cases import LIBRARY
from tests.corpora.tables import from_table

FACT = "one: {says: It is so, source: miller, kind: %s, post: village, exact: seven wells%s}\n"
QUOTE = "two: {text: seven wells, speaker: miller, post: village%s}\n"
RUSSIAN = ", translated: machine translation from Russian"


def library(voice: str = "", kind: str = "secondary", fact: str = "", quote: str = "") -> Library:
    files = {
        "people": "me: {credit: Me, role: author}\nmiller: {credit: A miller, role: source}\n",
        "sources": f"village: {{title: V, date: 2012, voices: [{{who: miller, from: seven, to: wells{voice}}}]}}\n",
        "facts": FACT % (kind, fact),
        "quotes": QUOTE % quote,
    }
    return read_library(
        MemoryProject({**LIBRARY, **{f"assets/{name}.yaml": text for name, text in files.items()}}), Report()
    )


def of_fact(found: Library) -> tuple[str, str]:
    fact = found.facts["one"]
    assert isinstance(fact, Fact)
    return credit(fact, found), certainty(fact, found)


def of_quote(found: Library) -> tuple[str, str, str]:
    quote = found.quotes["two"]
    assert isinstance(quote, Quote)
    return credit(quote, found), translation(quote, found), certainty(quote, found)


def test_an_entry_of_a_plain_voice_is_credited_as_it_is() -> None:
    assert of_fact(library(kind="primary")) == ("A miller", "a primary source")
    assert of_quote(library()) == ("A miller", "", "word for word")


def test_what_has_no_source_says_so() -> None:
    assert of_fact(library(kind="unsourced"))[1] == "unsourced: whoever says it names no source"


def test_what_is_quoted_second_hand_is_credited_so() -> None:
    found = library(", as_quoted: true")
    who = "A miller, as quoted on the speaker’s blog"
    assert of_fact(found) == (who, "a secondary source; as quoted on the speaker’s blog")
    assert of_quote(found) == (who, "", "word for word; as quoted on the speaker’s blog")


@pytest.mark.parametrize(
    ("voice", "how"),
    [
        (RUSSIAN, "machine translation from Russian"),
        (f"{RUSSIAN}, summary: true", "summary of a machine translation from Russian"),
        (", summary: true", "summary"),
    ],
)
def test_a_translation_is_the_voices_and_reaches_facts_and_quotations(voice: str, how: str) -> None:
    found = library(voice)
    assert of_fact(found)[1] == f"a secondary source; known from a {how}"
    assert of_quote(found)[1:] == (how, f"word for word in a {how}")


def test_a_voice_knows_better_than_a_quotation() -> None:
    alone = library(quote=", translated: translation from Dutch")
    assert of_quote(alone)[1:] == ("translation from Dutch", "word for word in a translation from Dutch")
    assert of_quote(library(RUSSIAN, quote=", translated: translation from Dutch"))[1] == RUSSIAN.partition(": ")[2]


def test_a_disputed_fact_says_so_at_the_end() -> None:
    found = library(RUSSIAN, fact=", status: disputed")
    assert of_fact(found)[1] == "a secondary source; known from a machine translation from Russian; disputed"


@from_table
def test_a_translation_is_named_as_in_a_sentence(how: str, wanted: str) -> None:
    assert with_article(how) == wanted
