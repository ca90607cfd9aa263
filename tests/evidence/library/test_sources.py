"""Sources of every kind: how they are cited, whose words they hold, and where a slide leads."""

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.attribution import unclear
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.stages.read import read_library
from talkbuilder.talk.words import ENGLISH
from tests.corpora.tables import from_table
from tests.evidence.valley import library, quote
from tests.memory import MemoryProject

REPORT = """
wells:
  kind: report
  by: office
  title: Wells “of the county”
  publisher: The Office
  date: 2012-04
  url: https://office.example/wells
  voices:
  - {who: miller, from: The miller told, to: a wall of stones}
  - {who: neighbour, from: My brother, to: his land}
"""
TEXT = (
    "The office counted seven wells. The miller told of nine wells, of which “My brother will never sell his land”"
    " says the neighbour, and so he built a wall of stones. Then came the flood.\n"
)


def source(**keys: str) -> Source:
    told = {"title": "Wells", "date": "2012-04"} | keys
    text = "wells:\n" + "".join(f"  {key}: {value}\n" for key, value in told.items())
    found = library(sources_yaml=text).sources["wells"]
    assert isinstance(found, Source)
    return found


def proved(words: str, speaker: str, sources: str = REPORT, text: str = TEXT) -> list[tuple[str, str]]:
    """What is wrong with a quotation, as (code, message)."""
    written = quote(words, speaker).replace("post: valley", "post: wells")
    found = prove(library(quotes=written, sources_yaml=sources, posts__wells_txt=text))
    return [(fault.code, fault.message) for verdict in found.verdicts for fault in verdict.faults]


@from_table
def test_a_source_is_cited_with_its_publisher_and_its_date(keys: dict[str, str], citation: str) -> None:
    assert source(**keys).cited() == citation


def test_who_published_it_is_not_told_again_beside_the_same_name() -> None:
    report = source(kind="report", publisher="The Office")
    assert report.cited_beside("The office of the county") == "“Wells”, April 2012"
    assert report.cited_beside("A miller") == "“Wells”, The Office, April 2012"


def test_a_source_that_protects_somebody_leads_nowhere() -> None:
    url = "https://office.example/wells"
    assert source(url=url).link == url
    assert source(url=url, cite_as="The speaker’s blog, 2012").link == ""
    assert source(url=url, protects="[miller]").link == ""


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "office.example", "https://x y"])
def test_what_is_no_page_is_no_address(url: str) -> None:
    report = Report()
    files = {"assets/sources.yaml": f"wells: {{title: W, date: 2012, url: '{url}'}}"}
    read_library(MemoryProject(files), report, ("sources",))
    assert [one.code for one in report.diagnostics] == ["E050"]


@from_table
def test_pages_are_told_once_each(pages: list[str], told: str) -> None:
    assert ENGLISH.pages(pages) == told


def test_words_of_a_report_are_its_authors_without_any_voice() -> None:
    assert proved("The office counted seven wells.", "office") == []
    assert proved("The office counted seven wells.", "walker")[0][0] == "E103"


def test_a_voice_within_a_voice_is_the_innermost() -> None:
    assert proved("My brother will never sell his land", "neighbour") == []
    assert proved("he built a wall of stones", "miller") == []
    assert proved("Then came the flood.", "office") == []
    assert [code for code, _ in proved("My brother will never sell his land", "miller")] == ["E103"]


def test_a_report_that_does_not_say_by_whom_it_is_cannot_be_cited() -> None:
    without = REPORT.replace("  by: office\n", "")
    assert proved("The office counted seven wells.", "office", without) == [
        ("E160", "it is not recorded whose words the report 'wells' holds")
    ]
    assert proved("he built a wall of stones", "miller", without) == []


def test_a_post_that_says_by_whom_it_is_is_not_the_bloggers() -> None:
    guest = REPORT.replace("kind: report", "kind: post")
    assert proved("The office counted seven wells.", "office", guest) == []


def test_messages_call_a_source_what_it_is() -> None:
    assert proved("The office counted eight wells.", "office")[0][1].startswith("altered: the report says 'seven'")
    assert proved("Nobody has ever seen it.", "office")[0][1] == "these words are not in the report 'wells'"


def test_a_letter_and_a_report_are_their_authors_and_a_question_of_an_interview_is_nobodys() -> None:
    letter = library(sources_yaml=REPORT).sources["wells"]
    assert isinstance(letter, Source)
    from talkbuilder.evidence.proof.post_text import PostText

    text = PostText("Dear Anna, I have seen the wells.\n\nYours\n")
    assert unclear(text, "post") != ()
    assert unclear(text, "letter") == ()
    asked = PostText("Q: How many wells were there?\n\nThere were nine.\n\nAnd now?\n")
    assert [asked.text[one.start : one.end] for one in unclear(asked, "interview")] == [
        "Q: How many wells were there?",
        "And now?",
    ]


def test_todays_posts_yaml_is_still_read_beside_sources_yaml() -> None:
    older = "walk: {title: A walk, date: 2012-04}\n"
    report = Report()
    files = {"assets/posts.yaml": older, "assets/sources.yaml": "wells: {kind: report, title: W, date: 2011}\n"}
    found = read_library(MemoryProject(files), report, ("sources",)).sources
    assert report.diagnostics == ()
    assert {id: one.kind for id, one in found.items() if isinstance(one, Source)} == {"walk": "post", "wells": "report"}
    alone = read_library(MemoryProject({"assets/posts.yaml": older}), report, ("sources",)).sources
    assert list(alone) == ["walk"]


def test_a_source_in_both_files_is_told_where_it_stands_a_second_time() -> None:
    report = Report()
    files = {
        "assets/posts.yaml": "walk: {title: A, date: 2012}\n",
        "assets/sources.yaml": "walk: {title: B, date: 2012}\n",
    }
    found = read_library(MemoryProject(files), report, ("sources",)).sources["walk"]
    assert [(one.code, one.place[0]) for one in report.diagnostics] == [("R008", "assets/posts.yaml")]
    assert isinstance(found, Source)
    assert found.title.value == "B"


def test_the_author_of_a_source_is_who_it_names_and_of_a_post_the_blogger() -> None:
    found: Library = library(sources_yaml="a: {title: A, date: 2012}\nb: {kind: book, title: B, date: 2012}\n")
    posts = [found.sources[id] for id in "ab"]
    assert [found.author_of(one) for one in posts if isinstance(one, Source)] == ["walker", None]


def test_a_page_of_an_entry_is_of_its_text() -> None:
    written = quote("I walked", "walker").rstrip() + "\n  page: 12-14\n"
    found = library(quotes=written).quotes["a-quote"]
    assert isinstance(found, Quote)
    assert found.page is not None
    assert found.page.value == "12-14"


def test_when_a_source_was_fetched_is_told_unless_it_must_not_be_found() -> None:
    keys = {"url": "https://office.example/wells", "retrieved": "2026-11-02"}
    assert source(**keys).fetched == "2026-11-02"
    assert source().fetched == ""
    assert source(**keys, cite_as="An office").fetched == ""
    assert source(**keys, protects="[miller]").fetched == ""
