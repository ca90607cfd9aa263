"""The sources of a talk, on as many slides as they need."""

from talkbuilder.layout.page import Deck
from tests.cases import apart_from_proof, apart_from_timing
from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import built, talk


def deck_of(count: int) -> Deck:
    """A deck that rests on so many sources, each of two lines."""
    facts = "".join(
        f"fact-{n}: {{says: Fact {n}, show: x, source: s-{n}, kind: primary, post: first, exact: word}}\n"
        for n in range(count)
    )
    people = "".join(
        f"s-{n}: {{credit: A source of which there are many number {n}, role: source}}\n" for n in range(count)
    )
    cited = "".join(
        f"  - {{title: T{n}, statement: Sentence {n}, cite: [fact-{n}], notes: Words.}}\n" for n in range(count)
    )
    post = "first: {title: T, date: 2012}"
    deck, report = built(talk(cited), facts=facts, people=people, posts=post, quotes="", actions="", media="")
    assert not apart_from_proof(apart_from_timing(report.diagnostics))
    return deck


def lists(count: int) -> list[dict[str, str]]:
    return [one for one in shown(deck_of(count)) if one["layout"] == "Sources"]


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("sources", deck_of(12), golden)


def test_long_lists_are_continued_on_another_slide() -> None:
    found = lists(30)
    assert [one["Title"] for one in found] == [f"Sources ({n} of {len(found)})" for n in range(1, len(found) + 1)]
    assert len(found) > 1
    listed = [line for one in found for line in one["Sources"].splitlines()]
    assert len(listed) == len(set(listed)) == 30


def test_a_slide_is_filled_before_the_next_begins() -> None:
    first, second = lists(30)[:2]
    assert len(lists(len(first["Sources"].splitlines()))) == 1
    assert len(lists(len(first["Sources"].splitlines()) + 1)) == 2
    assert second["Sources"]
