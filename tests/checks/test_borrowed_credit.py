"""E155, E156: nobody's credit, and no post's `cite_as`, is the name of a source."""

import pytest

from tests.cases import diagnostics
from tests.corpora.tables import from_table

OFFICE = 'office: {credit: "County Office of Roads, Yearly Report 2011", role: source}\n'


def codes(
    credit: str = "A walker", role: str = "author", office: str = OFFICE, post: str = "title: A walk"
) -> list[str]:
    files = {
        "assets/people.yaml": f'example-person: {{credit: "{credit}", role: {role}}}\n' + office,
        "assets/sources.yaml": f"example-post: {{date: 2026-11, {post}}}\nvillage: {{title: V, date: 2012}}\n",
    }
    return [one.code for one in diagnostics(files) if one.code in ("E155", "E156")]


@from_table
def test_the_name_of_a_source_is_nobody_elses(credit: str) -> None:
    assert codes(credit) == ["E155"]
    assert codes(credit, role="staff") == ["E155"]


def test_an_institution_may_be_named_without_a_capital() -> None:
    assert codes("The County Office", office="office: {credit: The county office, role: source}\n") == ["E155"]


@pytest.mark.parametrize("role", ["source", "public"])
def test_who_is_a_source_may_be_called_like_another(role: str) -> None:
    assert codes("County Office of Roads", role) == []


@from_table
def test_who_is_told_from_the_source_may_name_it(credit: str, office: str) -> None:
    assert codes(credit, office=office) == []


@from_table
def test_a_post_is_cited_as_what_it_is(post: str, expected: list[str]) -> None:
    assert codes(post=post) == expected
