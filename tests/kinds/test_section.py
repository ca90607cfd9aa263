"""The slide that opens a part, and counts it."""

from talkbuilder.source.events import Occasion
from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import built, part, timed

_THREE = timed(part("One", "A must 60"), part("Two", "B could 300"), part("Three", "C must 60"))


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(_THREE)
    compare("section", deck, golden)


def test_parts_are_counted_by_what_is_left_of_them() -> None:
    def opened(minutes: int | None) -> list[tuple[str, str]]:
        deck, _ = built(_THREE, Occasion(minutes=minutes))
        return [(one["Kicker"], one["Title"]) for one in shown(deck) if one["layout"] == "Section"]

    assert opened(None) == [("Part 1", "One"), ("Part 2", "Two"), ("Part 3", "Three")]
    assert opened(4) == [("Part 1", "One"), ("Part 2", "Three")]
