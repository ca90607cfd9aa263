"""C302: words of somebody who was harmed are told only where they agreed."""

import pytest

from tests.cases import TALK, apart_from_proof, diagnostics, talk

QUOTE = talk("- {title: It is over, quote: rain, notes: N.}\n")
SAID = talk("- {title: It is over, ask: example-action, notes: 'In {wells}.'}\n")
QUOTES = "rain: {text: it is over, speaker: guest, post: example-post}\n"
FACTS = "wells: {says: Wells, show: wells, source: guest, kind: hearsay, post: example-post, exact: five wells}\n"
AGREED = ", consent: {by: They, on: 2026-05-14, uses: talks}"


def codes(outline: str, role: str, more: str = "") -> list[str]:
    people = f"example-person: {{credit: Me, role: author}}\nguest: {{credit: A guest, role: {role}{more}}}\n"
    files = {TALK: outline, "assets/people.yaml": people, "assets/quotes.yaml": QUOTES, "assets/facts.yaml": FACTS}
    return [one.code for one in apart_from_proof(diagnostics(files))]


@pytest.mark.parametrize("role", ["survivor", "minor"])
@pytest.mark.parametrize("outline", [QUOTE, SAID])
def test_a_story_needs_consent(role: str, outline: str) -> None:
    assert codes(outline, role) == ["C302"]
    assert codes(outline, role, AGREED) == []


@pytest.mark.parametrize("role", ["critic", "staff", "public"])
def test_others_tell_their_own(role: str) -> None:
    assert codes(QUOTE, role) == []


def test_a_story_that_no_slide_tells_needs_none() -> None:
    assert codes(talk(), "survivor") == []
