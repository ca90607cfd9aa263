"""E013: nobody agreed, and nothing was published, on a day to come; E154: no source knows a later year than its own."""

import pytest

from tests.cases import diagnostics

TO_COME = {
    "assets/people.yaml": "example-person: {credit: A, role: author, consent: {by: me, on: 2028-11-20, uses: all}}\n",
    "assets/sources.yaml": "example-post: {title: The title of your post, date: 2033-01}\n",
}


@pytest.mark.parametrize("file", TO_COME)
def test_what_was_agreed_to_or_published_was_so_before(file: str) -> None:
    assert [one.code for one in diagnostics({file: TO_COME[file]})] == ["E013"]


def test_a_figure_is_of_no_year_after_its_source() -> None:
    older = {"assets/sources.yaml": "example-post: {title: The title of your post, date: 2025-11}\n"}
    assert [one.code for one in diagnostics(older)] == ["E154"]
