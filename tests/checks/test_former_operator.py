"""C317: nobody is told that the hotline is run by those who ran it before."""

from tests.cases import TALK, diagnostics, talk
from tests.checks.test_hotline import HOTLINE
from tests.corpora.tables import from_table


def codes(notes: str, actions: str = HOTLINE) -> list[str]:
    slide = f"- title: One thing to do\n  ask: hotline\n  notes: |\n    {notes}\n"
    found = diagnostics({TALK: talk(slide), "assets/actions.yaml": actions})
    return [one.code for one in found if one.code == "C317"]


@from_table
def test_a_claim_is_told(notes: str) -> None:
    assert codes(notes) == ["C317"]


@from_table
def test_what_was_so_may_be_told(notes: str) -> None:
    assert codes(notes) == []
