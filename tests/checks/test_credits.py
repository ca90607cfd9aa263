"""E150 to E156, C324: what is known second hand says so, and nobody has the name of a source."""

import pytest

from tests.cases import diagnostics
from tests.corpora.tables import from_table

OFFICE = 'office: {credit: "County Office of Roads, Yearly Report 2011", role: source}\n'


def borrowed(
    credit: str = "A walker", role: str = "author", office: str = OFFICE, post: str = "title: A walk"
) -> list[str]:
    files = {
        "assets/people.yaml": f'example-person: {{credit: "{credit}", role: {role}}}\n' + office,
        "assets/sources.yaml": f"example-post: {{date: 2026-11, {post}}}\nvillage: {{title: V, date: 2012}}\n",
    }
    return [one.code for one in diagnostics(files) if one.code in ("E155", "E156")]


@from_table
def test_the_name_of_a_source_is_nobody_elses(credit: str) -> None:
    assert borrowed(credit) == ["E155"]
    assert borrowed(credit, role="staff") == ["E155"]


def test_an_institution_may_be_named_without_a_capital() -> None:
    assert borrowed("The County Office", office="office: {credit: The county office, role: source}\n") == ["E155"]


@pytest.mark.parametrize("role", ["source", "public"])
def test_who_is_a_source_may_be_called_like_another(role: str) -> None:
    assert borrowed("County Office of Roads", role) == []


@from_table
def test_who_is_told_from_the_source_may_name_it(credit: str, office: str) -> None:
    assert borrowed(credit, office=office) == []


@from_table
def test_a_post_is_cited_as_what_it_is(post: str, expected: list[str]) -> None:
    assert borrowed(post=post) == expected


WHOLE = "US State Department, Trafficking in Persons Report 2011"
FACT = (
    "wells: {says: W, value: 5, unit: wells, measure: wells, as_of: 2010, source: report, kind: primary,"
    " post: example-post, exact: five wellsPLACE}\n"
)


def of_report(credit: str, place: str = ", place: KZ") -> list[str]:
    people = f"example-person: {{credit: Me, role: author}}\nreport: {{credit: '{credit}', role: source}}\n"
    files = {"assets/people.yaml": people, "assets/facts.yaml": FACT.replace("PLACE", place)}
    return [one.code for one in diagnostics(files) if one.code == "C324"]


@pytest.mark.parametrize(
    "credit", ["Trafficking in Persons Report", "The TIP Report 2011", "US State Department, TIP report"]
)
def test_what_is_lacking_is_told(credit: str) -> None:
    assert of_report(credit) == ["C324"]


@pytest.mark.parametrize("credit", [WHOLE, "US Department of State, TIP Report 2019", "A report on tips"])
def test_a_whole_citation_and_other_reports_are_fine(credit: str) -> None:
    assert of_report(credit) == []


def test_a_figure_of_the_report_needs_its_country() -> None:
    assert of_report(WHOLE, "") == ["C324"]
    assert of_report("Another report", "") == []


PEOPLE = "example-person: {credit: Me, role: author}\nmiller: {credit: A miller, role: source}\n"
CODES = ("E150", "E151", "E152")
RUSSIAN = "translated: machine translation from Russian"


def codes(voice: str = "", kind: str = "secondary", quote: str = "", more: str = "") -> list[str]:
    """What is reported of a fact and a quotation in a voice of these keys."""
    voices = f"[{{who: miller, from: The village, to: seven wells{voice}}}{more}]"
    files = {
        "people": PEOPLE,
        "sources": f"example-post: {{title: A, date: 2026}}\nvillage: {{title: V, date: 2012, voices: {voices}}}\n",
        "facts": f"one: {{says: Seven wells, source: miller, kind: {kind}, post: village, exact: seven wells}}\n",
        "quotes": f"two: {{text: The village had, speaker: miller, post: village{quote}}}\n",
    }
    found = diagnostics({f"assets/{name}.yaml": text for name, text in files.items()})
    return [one.code for one in found if one.code in CODES]


@from_table
def test_nothing_that_is_known_second_hand_is_a_primary_source(voice: str, kind: str, expected: list[str]) -> None:
    assert codes(voice, kind) == expected


@from_table
def test_a_quotation_may_not_say_otherwise_than_its_voice(voice: str, quote: str, expected: list[str]) -> None:
    assert codes(voice, quote=quote) == expected


@from_table
def test_the_voices_of_one_person_in_a_post_are_alike(first: str, second: str, expected: list[str]) -> None:
    assert codes(first, more=f", {{who: miller, from: Now the, to: a market{second}}}") == expected
