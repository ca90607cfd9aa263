"""Addresses read as browsers read them."""

import pytest

from talkbuilder.evidence.library.protected import addresses, readings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a-b, and www.example.org", ["https://example.org/a-b,", "www.example.org"]),
        ("write to anna@example.org", ["anna@example.org"]),
        ("a%20b", ["a%20b"]),
        ("20 % of it, at home", []),
        ("plain words", []),
    ],
)
def test_addresses_are_found_in_a_text(text: str, found: list[str]) -> None:
    assert [one[0] for one in addresses(text)] == found


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://example.org/a", ["https://example.org/a"]),
        ("https://example.org/%41nna+B", ["https://example.org/%41nna+B", "https://example.org/Anna B"]),
        ("https://xn--bcher-kva.example", ["https://xn--bcher-kva.example", "https://bücher.example"]),
        ("https://xn--99999999.example", ["https://xn--99999999.example"]),
    ],
)
def test_signs_are_undone(address: str, read: list[str]) -> None:
    assert list(readings(address)) == read
