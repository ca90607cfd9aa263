"""A denial that is told in other words is asked about or passes; one that is lost or put in is refused."""

import pytest

from tests.evidence.telling import told

TRUE = [
    ("Many men were not being paid for months.", "not being paid for months", "Many men went unpaid for months"),
    ("They did not find any boats, nets or sails of the fishers.", "did not find any boats", "No sails were found"),
    (
        "Some guards refused to speak in court.",
        "refused to speak in court",
        "Fear kept some guards from speaking in court",
    ),
    ("Not many guests have seen the mill.", "Not many guests have seen", "Few guests have seen the mill"),
    ("The inn lies close to the border.", "close to the border", "The inn lies not far from the border"),
    ("It is closed unless guests have a pass.", "unless guests have a pass", "It can be entered only with a pass"),
    (
        "If only the elders had listened to the smith.",
        "if only the elders had listened",
        "Had they listened, it would have helped",
    ),
]
FALSE = [
    ("Many men were not being paid for months.", "not being paid for months", "Many men were paid for months"),
    ("They did not find any boats, nets or sails of the fishers.", "did not find any boats", "Boats were found"),
    ("Some guards refused to speak in court.", "refused to speak in court", "Some guards spoke in court"),
    ("Not many guests have seen the mill.", "Not many guests have seen", "Many guests have seen the mill"),
    ("The inn lies close to the border.", "close to the border", "The inn does not lie close to the border"),
    ("It is closed, and guests have a pass.", "guests have a pass", "Only guests have a pass"),
    ("The elders found no evidence of damp.", "found no evidence of damp", "The elders found evidence of damp"),
]


@pytest.mark.parametrize(("post", "exact", "says"), TRUE, ids=[says for *_, says in TRUE])
def test_a_denial_may_be_told_otherwise(post: str, exact: str, says: str) -> None:
    exact = exact if exact in post else exact.capitalize()
    assert told(post, exact, says).proved, told(post, exact, says).faults


@pytest.mark.parametrize(("post", "exact", "says"), FALSE, ids=[says for *_, says in FALSE])
def test_a_denial_is_neither_lost_nor_put_in(post: str, exact: str, says: str) -> None:
    assert {one.code for one in told(post, exact, says).faults} & {"E106", "E122", "E124"}


def test_what_lies_further_behind_a_no_than_it_surely_denies_is_asked_about() -> None:
    post = "There is no law or rule that lets the smith mend the bell."
    found = told(post, "no law or rule that lets the smith mend the bell", "The smith mends the bell")
    assert found.review == ("the post says 'no' there, and this denies nothing: is it the same?",)
