"""The source line: who says it, in which source, on which page, with a link where one may lead."""

from msgspec import structs

from talkbuilder.talk.crediting import joined, source_line, source_runs
from talkbuilder.talk.talk import Citation, Run
from talkbuilder.talk.words import ENGLISH
from tests.corpora.tables import from_table

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
