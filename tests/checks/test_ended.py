"""C107, C150, C111: what is over when the talk is given."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.preview.choosing import Choice, OpenProject, occasion_of
from tests.cases import EVENTS, LIBRARY, TALK, diagnostics, talk
from tests.corpora.tables import from_table
from tests.running import run

ASK = "- title: One thing\n  ask: gift\n  notes: N.\n"


def faults(until: str, date: str = "2027-05-14", outline: str = talk(ASK), event: bool = True) -> list[Diagnostic]:
    files = {TALK: outline, "assets/actions.yaml": f"gift: {{do: Give, url: example.org, until: {until}}}\n"}
    booking = {EVENTS: f"evening: {{talk: talk, date: {date}}}\n"} if event else {}
    return list(diagnostics({**files, **booking}))


@from_table
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


EVENT = "evening: {talk: talk, date: 2027-05-14, place: A hall}\n"
PHOTO = talk("- {title: A gate, photo: gate, notes: Look.}\n")


def consent_faults(agreed: str, event: str = EVENT) -> list[tuple[str, str]]:
    media = (
        "gate: {file: gate.png, alt: A wooden gate, credit: 'Photo: me', people: ["
        f"{{who: example-person, agreed: {{by: They, uses: talks, {agreed}}}}}]}}\n"
    )
    found = diagnostics({"assets/media.yaml": media, TALK: PHOTO, **({EVENTS: event} if event else {})})
    return [(one.code, one.message) for one in found]


@from_table
def test_an_agreement_holds_until_its_day_or_three_years(agreed: str, codes: list[str]) -> None:
    assert [code for code, _ in consent_faults(agreed)] == codes


def test_it_says_until_when_and_when_the_event_is() -> None:
    ((_, message),) = consent_faults("on: 2026-05-14, until: 2027-05-13")
    assert message == "'example-person' agreed until May 13, 2027, and 'evening' is on May 14, 2027"


@from_table
def test_without_an_event_it_must_hold_on_the_day_of_the_build(agreed: str, codes: list[str]) -> None:
    assert [code for code, _ in consent_faults(agreed, event="")] == codes


def test_without_an_event_it_says_that_the_day_is_past() -> None:
    ((_, message),) = consent_faults("on: 2020-06-01, until: 2021-06-01", event="")
    assert message == "'example-person' agreed until June 1, 2021, and that day is past"


def test_who_builds_anew_for_events_that_are_past_is_not_held_to_a_later_day() -> None:
    past = EVENT.replace("2027-05-14", "2021-05-14")
    assert "C150" not in [code for code, _ in consent_faults("on: 2020-06-01, until: 2021-06-01", event=past)]


def test_a_story_is_told_only_as_long_as_its_consent_holds() -> None:
    people = (
        "example-person: {credit: Me, role: author}\n"
        "guest: {credit: A guest, role: survivor, consent: {by: She, on: 2024-05-13, uses: talks}}\n"
    )
    files = {
        TALK: talk("- {title: It is over, quote: rain, notes: N.}\n"),
        EVENTS: EVENT,
        "assets/people.yaml": people,
        "assets/quotes.yaml": "rain: {text: it is over, speaker: guest, post: example-post}\n",
    }
    assert [one.code for one in diagnostics(files) if not one.code.startswith("E1")] == ["C150"]
    younger = people.replace("2024-05-13", "2024-05-14")
    assert "C150" not in [one.code for one in diagnostics(files | {"assets/people.yaml": younger})]
    today = {path: text for path, text in files.items() if path != EVENTS}
    assert "C150" not in [one.code for one in diagnostics(today | {"assets/people.yaml": younger})]
    older = people.replace("2024-05-13", "2023-11-24")
    assert "C150" in [one.code for one in diagnostics(today | {"assets/people.yaml": older})]


PEOPLE = (
    "example-person: {credit: Me, role: author}\n"
    "guest: {credit: A guest, role: minor, consent: {by: She, on: 2020-06-01, uses: talks, until: DAY}}\n"
)


def _put(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.mark.parametrize("command", [("build",), ("check",), ("time", "talk")])
def test_a_plain_command_knows_the_day(command: tuple[str, ...], tmp_path: Path) -> None:
    voice = "example-post: {title: A post, date: 2026-11, voices: [{who: guest, from: it is over, to: notices.}]}\n"
    quote = {"assets/quotes.yaml": "rain: {text: it is over, speaker: guest, post: example-post}\n"}
    shown = {TALK: talk("- {title: It is over, quote: rain, notes: N.}\n"), "assets/facts.yaml": ""}
    _put(tmp_path, {**LIBRARY, **shown, **quote, "assets/sources.yaml": voice})
    _put(tmp_path, {"assets/people.yaml": PEOPLE.replace("DAY", "2099-12-31")})
    status, out, err = run(*command, "-C", tmp_path)
    assert (status, "C150" in out + err) == (0, False)
    _put(tmp_path, {"assets/people.yaml": PEOPLE.replace("DAY", "2021-06-01")})
    status, out, err = run(*command, "-C", tmp_path)
    assert (status, "C150" in out + err) == (1, True)


def test_the_preview_knows_the_day_but_for_events(tmp_path: Path) -> None:
    _put(tmp_path, {EVENTS: EVENT, TALK: talk()})
    project = OpenProject(tmp_path)
    assert occasion_of(Choice(), project).today == project.today
    assert occasion_of(Choice(event="evening"), project).today == ""


EVENT_OF_PAST_EVENT = "evening: {talk: talk, date: DATE}\n"


@pytest.mark.parametrize(("date", "is_told"), [("2026-11-24", True), ("2026-11-25", False), ("2026-11-26", False)])
def test_a_day_is_past_once_it_is_over(date: str, is_told: bool) -> None:
    found = diagnostics({TALK: talk(), "talks/events.yaml": EVENT_OF_PAST_EVENT.replace("DATE", date)})
    assert ("C111" in [one.code for one in found]) == is_told


def test_it_is_told_of_the_event_that_is_named_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rivers")
    (tmp_path / "talks" / "events.yaml").write_text("fair: {talk: rivers, date: 2020-05-14}\n")
    status, out, err = run("build", "--event", "fair")
    assert status == 0
    assert out.startswith("build/fair/rivers-fair.pptx: ")
    assert "talks/events.yaml:1:28: warning[C111] 'fair' was on May 14, 2020" in err
    assert "C111" not in run("build", "--events", "all")[2]
