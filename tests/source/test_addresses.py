"""What people write as a number or an address becomes where a click leads, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.source import addresses
from tests.corpora.tables import from_table


@pytest.mark.parametrize(("number", "target"), [("+7 (727) 555 01 00", "tel:+77275550100"), ("911", "tel:911")])
def test_a_number_is_dialled_as_its_digits(number: str, target: str) -> None:
    assert addresses.is_telephone(number)
    assert addresses.to_telephone(number) == target


@pytest.mark.parametrize("number", ["", "1-800-GARDENS", "555-", "5\n5"])
def test_what_cannot_be_dialled_is_no_number(number: str) -> None:
    assert not addresses.is_telephone(number)


@pytest.mark.parametrize(
    ("words", "target"), [("", "sms:233733"), ("HELP me & us", "sms:233733?body=HELP%20me%20%26%20us")]
)
def test_a_text_message_has_its_words_with_it(words: str, target: str) -> None:
    assert addresses.to_message("233733", words) == target


@pytest.mark.parametrize("page", ["example.org", "www.example.org/a/b?c=d#e", "example.org/кино"])
def test_a_page_is_written_as_people_say_it(page: str) -> None:
    assert addresses.is_page(page)
    assert addresses.may_be_linked(addresses.to_page(page))
    assert addresses.to_page(page).startswith("https://")


@pytest.mark.parametrize("page", ["https://example.org", "example", "example.org/a b", "a@example.org"])
def test_anything_else_is_no_page(page: str) -> None:
    assert not addresses.is_page(page)


def test_a_mailbox_is_somebodys() -> None:
    assert addresses.is_mailbox("some.body+talk@mail.example.org")
    assert not addresses.is_mailbox("example.org")
    assert not addresses.is_mailbox("somebody@example.org?cc=all@example.org")
    assert addresses.to_mailbox("somebody@example.org") == "mailto:somebody@example.org"


@given(st.text(max_size=40))
def test_whatever_is_to_be_said_in_a_message_may_be_linked(words: str) -> None:
    assert addresses.may_be_linked(addresses.to_message("233733", words))


@from_table
def test_a_whole_address_may_be_linked(target: str) -> None:
    assert addresses.may_be_linked(target)


@from_table
def test_half_an_address_and_any_other_sort_may_not(target: str) -> None:
    assert not addresses.may_be_linked(target)


@pytest.mark.parametrize("page", ["example.org/\u202egro.live", "example.org/a\u200bb", "example.org/%zz"])
def test_an_address_that_nobody_could_copy_is_no_page(page: str) -> None:
    assert not addresses.is_page(page)


@from_table
def test_words_that_are_an_address_lead_there(words: str, target: str, elsewhere: bool) -> None:
    assert addresses.leads_elsewhere(words, target) is elsewhere
