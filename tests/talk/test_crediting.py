"""The source line: who says it, in which source, on which page, with a link; and how certain it is by its voice."""

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import with_article
from talkbuilder.layout.room import texts_of
from talkbuilder.source.events import Occasion
from talkbuilder.stages.read import read_library
from talkbuilder.talk.crediting import certainty, credit, joined, source_line, source_runs, translation
from talkbuilder.talk.talk import Citation, Run
from talkbuilder.talk.words import ENGLISH
from tests.cases import LIBRARY
from tests.corpora.tables import from_table
from tests.memory import MemoryProject
from tests.sample import ASSETS, built, slide, talk

LINK = "https://office.example/wells"


def cited(who: str, where: str, page: str = "", link: str = "", as_of: str = "") -> Citation:
    return Citation("fact", "a", "It is so", who, where, as_of, "a primary source", page=page, link=link)


def text_of(*citations: Citation) -> str:
    return "".join(run.text for run in source_line(citations, ENGLISH))


def test_pages_of_one_source_are_told_together_and_its_name_leads_there() -> None:
    runs = source_line(
        (cited("The office", "“Wells”, 2012", "12", LINK), cited("The office", "“Wells”, 2012", "3-4", LINK)), ENGLISH
    )
    assert runs == (
        Run("Source: The office, in "),
        Run("“Wells”, 2012", link=LINK),
        Run(", pp. 12 and 3–4"),
    )


def test_a_source_without_a_link_is_one_run_as_it_ever_was() -> None:
    assert source_line((cited("A miller", "“A walk”, 2012"),), ENGLISH) == (Run("Source: A miller, in “A walk”, 2012"),)


def test_when_a_source_was_fetched_is_told_in_full_and_not_under_a_slide() -> None:
    one = structs.replace(cited("The office", "“Wells”, 2012", "12", LINK), fetched="2026-11-02")
    assert text_of(one) == "Source: The office, in “Wells”, 2012, p. 12"
    told = "".join(run.text for run in source_runs([one], ENGLISH, in_full=True))
    assert told == "“Wells”, 2012, p. 12, retrieved November 2, 2026"


def test_each_source_stands_once_with_all_who_speak_in_it() -> None:
    said = text_of(
        cited("The office", "“Wells”, 2012", as_of="2011"),
        cited("A miller", "“Wells”, 2012"),
        cited("A miller", "The speaker’s blog, 2012"),
    )
    assert (
        said
        == "Sources: The office (figure for 2011); A miller, in “Wells”, 2012 · A miller, in the speaker’s blog, 2012"
    )


@from_table
def test_the_years_of_figures_are_listed_as_a_sentence_lists_them(years: list[str], told: str) -> None:
    said = text_of(*(cited("The office", "“Wells”, 2012", as_of=year) for year in years))
    assert said == f"Source: The office ({told}), in “Wells”, 2012"


def test_what_the_speaker_knows_needs_no_source_line() -> None:
    assert source_line((Citation("own", "", "seven", "", "", "", "own"),), ENGLISH) == ()


def test_runs_that_lead_elsewhere_stay_apart() -> None:
    runs = (Run("a"), Run("b"), Run("c", link=LINK), Run("d", link=LINK), Run(""), Run("e", bold=True))
    assert joined(runs) == (Run("ab"), Run("cd", link=LINK), Run("e", bold=True))


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


@pytest.mark.parametrize(("language", "day"), [("en-US", "May 17, 2012"), ("en-GB", "17 May 2012")])
def test_the_date_of_a_source_is_written_as_the_language_of_the_talk_has_it(language: str, day: str) -> None:
    outline = talk(slide("quote", "A title", "Words.")).replace("date: 2026-11", f"date: 2026-11\nlanguage: {language}")
    deck, _ = built(outline)
    (cited,) = (one for page in deck.pages for one in page.citations)
    assert {one.rpartition(" post, ")[2] for one in (cited.where, cited.line)} == {day}


def test_of_when_a_source_is_that_protects_somebody_no_deck_tells_more_than_the_year() -> None:
    sources = str(ASSETS["assets/sources.yaml"]).replace("2012-05-17\n", "2012-05-17\n  protects: [witness]\n")
    deck, _ = built(talk(slide("quote", "A title", "Words.")), sources=sources)
    said = [
        one.text
        for page in deck.pages
        for one in (
            *(line for text in texts_of(page.items) for line in text.paragraphs),
            *page.notes.said,
            *page.notes.evidence,
        )
    ]
    assert any("2012" in one for one in said)
    assert not [one for one in said if "May" in one]


def test_where_a_look_has_no_room_for_all_that_is_cited_the_line_tells_who_says_it_and_the_slide_of_sources_where() -> (
    None
):
    long = "title: What was counted by all of us in the long and snowy years in which nobody had counted anything"
    sources = str(ASSETS["assets/sources.yaml"]).replace("title: ", f"{long}, and ")
    cites = "  - {statement: So it is, cite: [herds, wind, goats], notes: Words.}"
    deck, report = built(talk(cites), Occasion(aspect="4:3"), sources=sources)
    assert "C202" not in [one.code for one in report.diagnostics]
    (line,) = (one.paragraphs[0].text for one in texts_of(deck.pages[2].items) if one.placeholder == "Source")
    assert line == "Sources: A bureau that counts (figure for 2010); A witness"
