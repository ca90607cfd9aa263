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


def test_what_has_a_poster_is_named_and_says_whom_to_call_in_danger() -> None:
    deck, _ = built(talk(slide("quote"), "closing: {title: Bye, ask: line, notes: Goodbye.}"))
    page = next(one for one in deck.pages if one.kind == "closing")
    items = [item.item if isinstance(item, Link) else item for item in page.items]
    told = {item.name: item for item in items if isinstance(item, Text)}
    lines = [" ".join(told[f"contact {at}"].paragraphs[0].text.split()) for at in range(1, 5)]
    assert lines == [
        "The line of the steppe",
        "1-555-555-0100",
        "Text GRASS to 555-0101",
        "If there is danger, call 555",
    ]
    sizes = {name: text.styles[0].size_pt for name, text in told.items()}
    assert sizes["contact 2"] == max(sizes[f"contact {at}"] for at in range(1, 5))
    assert {one.id for one in page.citations} == {"line", "help"}
    assert told["what it opens"].paragraphs[0].text == "Opens example.org"
