"""A dark slide on purpose: nothing but its name, small."""

from tests.sample import built, codes, talk


def test_nothing_is_on_it_but_its_name_and_its_number() -> None:
    deck, report = built(talk("  - {blank: The story of the herd, notes: Once.}"))
    assert codes(report) == []
    page = deck.pages[2]
    assert [item.name for item in page.items] == ["title", "slide number"]
    assert page.title == "The story of the herd"
    assert page.layout.is_dark
    assert page.layout.drawn == ()
