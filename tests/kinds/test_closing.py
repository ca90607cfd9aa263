"""The last slide, and what to write down from it."""

from talkbuilder.layout.items import Link, Text
from tests.kinds import Golden, compare
from tests.sample import built, slide, talk

_ASKING = talk(slide("quote"), "closing: {title: Bye, ask: call, notes: Goodbye.}")


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(_ASKING)
    compare("closing", deck, golden)


def test_it_keeps_at_most_three_lines_to_write_down() -> None:
    deck, _ = built(_ASKING)
    told = [one.item for one in deck.pages[3].items if isinstance(one, Link)]
    lines = [" ".join(line.text for line in one.lines) for one in told if isinstance(one, Text)]
    assert lines == ["555-0100", "Text GRASS to 555-0101", "example.org"]
