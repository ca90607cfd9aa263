"""C150: nobody is shown at an event for which they did not agree."""

import pytest

from tests.cases import EVENTS, TALK, diagnostics, talk

EVENT = "evening: {talk: talk, date: 2027-05-14, place: A hall}\n"
PHOTO = talk("- {title: A gate, photo: gate, notes: Look.}\n")


def faults(agreed: str, event: str = EVENT) -> list[tuple[str, str]]:
    media = (
        "gate: {file: gate.png, alt: A wooden gate, credit: 'Photo: me', people: ["
        f"{{who: example-person, agreed: {{by: They, uses: talks, {agreed}}}}}]}}\n"
    )
    found = diagnostics({"assets/media.yaml": media, TALK: PHOTO, **({EVENTS: event} if event else {})})
    return [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    ("agreed", "codes"),
    [
        ("on: 2026-05-14", []),
        ("on: 2024-05-14", []),
        ("on: 2024-05-13", ["C150"]),
        ("on: 2010-01-01, until: 2027-05-14", []),
        ("on: 2026-05-14, until: 2027-05-13", ["C150"]),
    ],
)
def test_an_agreement_holds_until_its_day_or_three_years(agreed: str, codes: list[str]) -> None:
    assert [code for code, _ in faults(agreed)] == codes


def test_it_says_until_when_and_when_the_event_is() -> None:
    ((_, message),) = faults("on: 2026-05-14, until: 2027-05-13")
    assert message == "'example-person' agreed until May 13, 2027, and 'evening' is on May 14, 2027"


def test_without_an_event_nobody_knows_the_day() -> None:
    assert faults("on: 2010-01-01", event="") == []


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
