"""C107: nobody is asked to do what is over on the day of the event."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, diagnostics, talk

ASK = "- title: One thing\n  ask: gift\n  notes: N.\n"


def faults(until: str, date: str = "2027-05-14", outline: str = talk(ASK), event: bool = True) -> list[Diagnostic]:
    files = {TALK: outline, "assets/actions.yaml": f"gift: {{do: Give, url: example.org, until: {until}}}\n"}
    booking = {EVENTS: f"evening: {{talk: talk, date: {date}}}\n"} if event else {}
    return list(diagnostics({**files, **booking}))


@pytest.mark.parametrize(
    ("until", "codes"),
    [
        ("2027-05-13", ["C107"]),
        ("2027-05-14", []),
        ("2027-05-15", []),
        ("2027-04", ["C107"]),
        ("2027-05", []),  # until some day of that month: nobody knows that it is over
        ("2026", ["C107"]),
        ("2027", []),
    ],
)
def test_what_ends_before_the_event_is_told(until: str, codes: list[str]) -> None:
    assert [one.code for one in faults(until)] == codes


def test_what_has_no_end_is_never_over() -> None:
    files = {TALK: talk(ASK), "assets/actions.yaml": "gift: {do: Give, url: example.org}\n"}
    assert diagnostics({**files, EVENTS: "evening: {talk: talk, date: 2099-05-14}\n"}) == ()


def test_it_is_told_where_the_slide_asks() -> None:
    (fault,) = faults("2027-05-13")
    assert fault.message == "'gift' is over after May 13, 2027, and 'evening' is on May 14, 2027"
    assert fault.place == (TALK, 9, 10)
    assert fault.is_error


def test_the_closing_asks_as_well() -> None:
    closing = talk() + "closing:\n  title: Bye\n  notes: Bye.\n  ask: gift\n"
    files = {"assets/actions.yaml": "example-action: {do: D, url: example.org}\n"}
    gift = "gift: {do: Give, url: example.org, until: 2027-05-13}\n"
    booking = {EVENTS: "evening: {talk: talk, date: 2027-05-14}\n"}
    found = diagnostics({TALK: closing, "assets/actions.yaml": files["assets/actions.yaml"] + gift, **booking})
    assert [(one.code, one.place) for one in found] == [("C107", (TALK, 13, 8))]


def test_without_an_event_nothing_is_over() -> None:
    assert faults("2012", event=False) == []


def test_what_an_edition_leaves_out_asks_for_nothing() -> None:
    spare = "- {title: A, ask: example-action, notes: N.}\n" + ASK + "  priority: extra\n"
    files = {
        "assets/actions.yaml": "example-action: {do: D, url: example.org}\ngift: {do: G, url: x.org, until: 2026}\n"
    }
    booking = "evening: {talk: talk, date: 2027-05-14, minutes: %d}\n"
    codes = [
        [one.code for one in diagnostics({TALK: talk(spare), EVENTS: booking % minutes, **files})]
        for minutes in (30, 31)
    ]
    assert codes == [[], ["C107"]]
