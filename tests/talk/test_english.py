"""Numbers in English words are those that num2words gives, apart from commas and hyphens."""

from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from talkbuilder.talk import english


def theirs(value: float, form: str) -> str:
    return str(num2words(value, lang="en", to=form)).replace(",", "").replace("-", " ")


@given(st.one_of(st.integers(0, 10**15 - 1), st.integers(0, 2000), st.integers(0, 15).map(lambda power: 10**power - 1)))
def test_whole_numbers_are_said_alike(number: int) -> None:
    assert english.cardinal(str(number)) == theirs(number, "cardinal")
    assert english.ordinal(str(number)) == theirs(number, "ordinal")


@given(st.integers(0, 10**6), st.integers(0, 9999).map(lambda decimals: f"{decimals:04}"))
def test_decimals_are_said_alike(number: int, decimals: str) -> None:
    assert english.cardinal(f"{number}.{decimals}") == theirs(float(f"{number}.{decimals}"), "cardinal")


def test_years_are_said_alike() -> None:
    years = range(1100, 2100)
    assert [english.year(str(year)) for year in years] == [theirs(year, "year") for year in years]
