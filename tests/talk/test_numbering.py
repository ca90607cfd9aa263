"""How slides are counted."""

from talkbuilder.talk.edition import everyday_numbers, slide_numbers


def test_a_slide_has_the_number_of_its_first_page() -> None:
    assert slide_numbers([1, 1, 3, 1]) == (1, 2, 3, 6)
    assert slide_numbers([]) == ()


def test_what_has_no_page_has_no_number() -> None:
    assert slide_numbers([1, 0, 2, 0, 1]) == (1, 0, 2, 0, 4)


def test_a_part_that_keeps_no_slide_is_not_opened() -> None:
    kept = [(True, False), (False, False), (), (False, True)]
    assert everyday_numbers([(True, one) for one in kept], (True, True)) == (
        *(1, 2, 3, 0),
        *(0, 0, 0, 0),
        *(4, 0, 5, 6, 7),
    )
    assert everyday_numbers([], [False, True]) == (1, 0, 2)


def test_a_part_without_an_opening_slide_has_the_number_of_its_first() -> None:
    kept = [(False, (False, True)), (False, (False,)), (True, (True,))]
    assert everyday_numbers(kept, [True]) == (
        *(1, 2, 0, 2),
        *(0, 0),
        *(3, 4, 5),
    )
