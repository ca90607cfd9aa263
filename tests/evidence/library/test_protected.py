"""The list of protected names: what it knows again, what it leaves alone, and that it tells nobody."""

from random import Random

import pytest

from talkbuilder.evidence.library import protected
from talkbuilder.evidence.library.protected import (
    Protected,
    Unreadable,
    addresses,
    protect,
    read_protected,
    readings,
    write_protected,
)
from tests.corpora.tables import from_table

SALT = bytes(range(16))
LIST = Protected()
for name, is_person in (
    *(("Tamara Olenina", True), ("Boris", True), ("Orchard Road", False), ("the red mill", False)),
    *(("Jarmat", True), ("Elena", True), ("0 7270 55 55", False), ("Mill Lane 14", False)),
):
    LIST = protect(LIST, name, SALT, is_person)


@from_table
def test_a_protected_name_is_known_again(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in LIST.hits(text)] == found


@from_table
def test_other_words_are_left_alone(text: str) -> None:
    assert LIST.hits(text) == ()


_LETTERS = protect(protect(protect(LIST, "Aia", SALT), "Ian Ash", SALT, is_person=True), "saa", SALT)
_PIECES = (
    "a A I T O i I’m it’s s (a “I a. T. O. A, T— Miss teacher mr. part Red mill the-red red- Tama- ra Tama\u200b- "
    "_a a_ -a .a T.. !a orchard road, 0 7270 55 55. Тамара told ½ www.tamara x@a.b tamara%20 Ian a-I"
)


@from_table
def test_letters_that_mostly_are_words_are_known_in_a_row_and_after_a_title(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in _LETTERS.hits(text)] == found


@pytest.mark.parametrize("seed", range(20))
def test_pieces_that_are_plain_hide_nothing_of_what_stands_in_several(seed: int) -> None:
    random, pieces = Random(seed), _PIECES.split(" ")
    for _ in range(300):
        blanks = random.choices((" ", "  ", "\n", "\u00a0", ""), (20, 3, 3, 1, 1), k=6)
        text = "".join(random.choice(pieces) + blank for blank in blanks)
        assert _LETTERS.hits(text) == protected._hits(_LETTERS, text), text


def test_a_list_of_nobody_finds_nothing() -> None:
    assert Protected().hits("Tamara") == ()


def test_what_is_written_can_be_read_and_names_nobody() -> None:
    data = write_protected(LIST)
    assert read_protected(data).hashes == LIST.hashes
    assert read_protected(data).salt == SALT
    assert not [word for word in ("tamara", "olenina", "boris", "orchard", "mill") if word in data.decode().lower()]


def test_the_same_name_has_other_hashes_under_another_salt() -> None:
    other = protect(Protected(), "Boris", bytes(16))
    assert not other.hashes & LIST.hashes


def test_a_list_keeps_its_salt_and_a_name_is_on_it_once() -> None:
    again = protect(LIST, "Boris", bytes(16), is_person=True)
    assert (again.salt, again.hashes) == (LIST.salt, LIST.hashes)


def test_the_order_of_a_list_does_not_tell_which_name_came_first() -> None:
    one = protect(protect(Protected(), "Boris", SALT), "Orchard Road")
    other = protect(protect(Protected(), "Orchard Road", SALT), "Boris")
    assert write_protected(one) == write_protected(other)


@pytest.mark.parametrize("name", ["", "  ", "!", "x", "one two three four five six seven eight nine"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="1 to 8 words"):
        protect(Protected(), name, SALT)


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"Boris\n", 1), (b"# x\nsalt 12\n", 2), (b"1 " + b"a" * 24 + b"\n", 1), (write_protected(LIST)[:-3], None)],
)
def test_a_list_that_is_not_as_it_was_written_is_told(data: bytes, line: int | None) -> None:
    with pytest.raises(Unreadable) as told:
        read_protected(data)
    assert line in (None, told.value.line)


def test_an_empty_file_protects_nobody() -> None:
    assert read_protected(b"").hashes == frozenset()


@from_table
def test_addresses_are_found_in_a_text(text: str, found: list[str]) -> None:
    assert [one[0] for one in addresses(text)] == found


@from_table
def test_signs_are_undone(address: str, read: list[str]) -> None:
    assert list(readings(address)) == read
