"""E001: audiences that a talk does not know."""

import pytest

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import Occasion
from tests.cases import EVENTS, LIBRARY, TALK, diagnostics, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

AUDIENCES = "audiences: [youth, church]\n"
FOR = "- {title: A, ask: example-action, notes: N.}\n- title: B\n  ask: example-action\n  notes: N.\n  KEY\n"


def faults(key: str, head: str = AUDIENCES, events: str = "") -> list[Diagnostic]:
    outline = head + talk(FOR.replace("KEY", key))
    return list(diagnostics({TALK: outline, EVENTS: events}))


@pytest.mark.parametrize("key", ["not: [church]", "only: [church, youth]"])
def test_an_audience_that_the_talk_lists_is_known(key: str) -> None:
    assert faults(key) == []


@pytest.mark.parametrize("key", ["not: [youht]", "only: [church, youht]"])
def test_an_audience_that_it_does_not_list_is_told_where_it_stands(key: str) -> None:
    (fault,) = faults(key)
    assert (fault.code, fault.message) == ("E001", "no audience 'youht'")
    assert fault.place == (TALK, 13, 5 + key.index("youht"))
    assert fault.hint.startswith("did you mean 'youth'?")


def asked(audience: str, key: str, head: str) -> list[Diagnostic]:
    report = Report()
    files = {**LIBRARY, TALK: head + talk(FOR.replace("KEY", key))}
    tuple(build(MemoryProject(files), ("talk",), report, BuildOptions(Occasion(audience=audience))))
    return [one for one in report.diagnostics if one.code == "E001"]


@from_table
def test_an_audience_that_is_asked_for_is_one_that_the_talk_knows(
    audience: str, key: str, head: str, count: int
) -> None:
    assert len(asked(audience, key, head)) == count


def test_an_audience_that_nobody_knows_is_told_with_the_nearest() -> None:
    (fault,) = asked("yuoth", "only: [youth]", AUDIENCES)
    assert fault.message == "no audience 'yuoth' in 'talk'"
    assert fault.hint == "did you mean 'youth'? 'audiences:' of the talk lists whom it is for"
    assert fault.place == (TALK, 0, 0)


def test_an_event_for_an_unknown_audience_is_told_in_its_booking() -> None:
    (fault,) = faults("only: [youth]", events="evening:\n  talk: talk\n  date: 2027-05-14\n  audience: yuoth\n")
    assert (fault.code, fault.place) == ("E001", (EVENTS, 4, 13))
    assert faults("only: [youth]", events="evening: {talk: talk, date: 2027-05-14, audience: youth}\n") == []
