"""How slides are counted."""

from talkbuilder.talk.edition import slide_numbers


def test_a_slide_has_the_number_of_its_first_page() -> None:
    assert slide_numbers([1, 1, 3, 1]) == (1, 2, 3, 6)
    assert slide_numbers([]) == ()


def test_what_has_no_page_has_no_number() -> None:
    assert slide_numbers([1, 0, 2, 0, 1]) == (1, 0, 2, 0, 4)
