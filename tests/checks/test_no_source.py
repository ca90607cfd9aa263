"""C007: whatever is claimed on a slide rests on the library."""

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

PHOTO = "gate: {file: gate.png, alt: A wooden gate, credit: 'Photo: a gardener', people: []}\n"


def codes(slide: str) -> list[str]:
    found = diagnostics({TALK: talk(f"- {{{slide}, notes: Some words.}}\n"), "assets/media.yaml": PHOTO})
    return [one.code for one in found]


@pytest.mark.parametrize("slide", ["statement: S", "title: T, bullets: [a, b]"])
def test_a_claim_without_a_source_is_warned_of(slide: str) -> None:
    assert codes(slide) == ["C007"]


@from_table
def test_a_source_may_be_cited_anywhere_on_the_slide(slide: str) -> None:
    assert codes(slide) == []


@pytest.mark.parametrize("slide", ["title: T, ask: example-action", "title: T, photo: gate"])
def test_what_claims_nothing_needs_no_source(slide: str) -> None:
    assert codes(slide) == []
