"""C318: who hears hard things was told so in the first two minutes."""

import pytest

from tests.cases import TALK, apart_from_proof, diagnostics, talk
from tests.corpora.tables import from_table
from tests.sample import words

HARD = "She lived through sexual abuse."
NOTICE = "I will speak of people who were hurt. Leaving is fine."
QUOTES = "rain: {text: it is over, speaker: example-person, post: example-post, sensitive: [TAG]}\n"


def codes(*notes: str, tag: str = "") -> list[str]:
    kind = "quote: rain" if tag else "ask: example-action"
    outline = talk("".join(f'- {{title: Slide {at} is one, {kind}, notes: "{one}"}}\n' for at, one in enumerate(notes)))
    files = {TALK: outline} | ({"assets/quotes.yaml": QUOTES.replace("TAG", tag)} if tag else {})
    return [one.code for one in apart_from_proof(diagnostics(files, risks=True)) if one.code == "C318"]


@from_table
def test_hard_words_want_a_notice(hard: str) -> None:
    assert codes(hard) == ["C318"]
    assert codes(NOTICE, hard) == []


@from_table
def test_other_words_want_none(soft: str) -> None:
    assert codes(soft) == []


@pytest.mark.parametrize(("tag", "expected"), [("violence", ["C318"]), ("religion", [])])
def test_quotations_are_told_by_their_tags(tag: str, expected: list[str]) -> None:
    assert codes("N.", tag=tag) == expected


@from_table
def test_a_notice_says_what_comes_and_that_leaving_is_fine(notice: str) -> None:
    assert codes(notice, HARD) == []


@pytest.mark.parametrize("half", ["The subject is hard.", "Leaving is fine.", "I'll tell you why men leave."])
def test_half_a_notice_is_none(half: str) -> None:
    assert codes(half, HARD) == ["C318"]


def test_after_two_minutes_it_is_too_late() -> None:
    assert codes(words(180), NOTICE, HARD) == []
    assert codes(words(260), NOTICE, HARD) == ["C318"]
