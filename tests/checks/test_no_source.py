"""C007: what shows how things are rests on the library, and plain sentences need not."""

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

HUT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60">
  <title>A hut</title><style>.night{fill:#0F1F33}</style><path class="night" d="M0 60L50 0L100 60Z"/>
</svg>"""
PHOTO = "gate: {file: gate.png, alt: A wooden gate, credit: 'Photo: a gardener', people: []}\n"


def codes(slide: str) -> list[str]:
    files = {"assets/media.yaml": PHOTO, "assets/drawings/hut.svg": HUT}
    found = diagnostics(files | {TALK: talk(f"- {{{slide}, notes: Some words.}}\n")})
    return [one.code for one in found]


MAP, TABLE = "title: T, map: {focus: [KZ]}", "title: T, table: {head: [a, b], rows: [[c, d]]}"


@pytest.mark.parametrize("slide", [MAP, TABLE, "title: T, drawing: hut, caption: As they were built"])
def test_a_claim_without_a_source_is_warned_of(slide: str) -> None:
    assert codes(slide) == ["C007"]


@pytest.mark.parametrize(
    "slide",
    [
        f"{MAP}, cite: [example-fact]",
        'statement: "An hour has {example-fact}"',
        'title: "In {example-fact}", bullets: [a]',
        'title: T, bullets: [a: ["{example-fact}"]]',
        "title: T, quote: example-quote",
    ],
)
def test_a_source_may_be_cited_anywhere_on_the_slide(slide: str) -> None:
    assert codes(slide) == []


@from_table
def test_what_claims_nothing_needs_no_source(slide: str) -> None:
    assert codes(slide) == []
