"""C023: what stands beside a number says what its fact says."""

import pytest

from tests.sample import built, talk


def messages(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}\n    notes: Some words."))
    return [one.message for one in report.diagnostics if one.code == "C023"]


def caption(words: str, fact: str = "herds") -> list[str]:
    return messages(f"title: A headline\n    number: {fact}\n    caption: {words}")


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("herds counted", "herds"),
        ("herds opened to the bureau that year", "herds"),
        ("of them in all", "herds"),
        ("people living in Kazakhstan", "people"),
        ("people living there, in the middle of Asia", "people"),
        ("shepherds and nobody else", "shepherds"),
        ("this is how many shepherds there were", "shepherds"),
        ("counted, and not guessed", "herds"),
    ],
)
def test_an_honest_caption_passes(words: str, fact: str) -> None:
    assert caption(words, fact) == []


@pytest.mark.parametrize(
    ("words", "fact", "what"),
    [
        ("slaves in the steppe", "herds", "'slaves' is something else"),
        ("men counted", "herds", "'men' is something else"),
        ("herds counted today", "herds", "'today' is another time"),
        ("people living in Russia", "people", "'Russia' is another place"),
        ("people living there nowadays", "people", "'nowadays' is another time"),
    ],
)
def test_another_thing_time_or_place_is_told(words: str, fact: str, what: str) -> None:
    assert caption(words, fact) == [f"{what} than '{fact}' is for"]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("There were {herds} slaves", "'slaves' is something else"),
        ("There were {herds} thousand herds", "'thousand' is another unit"),
        ("There were {herds}% of the herds", "'%' is another unit"),
        ("Today there are {herds} herds", "'Today' is another time"),
    ],
)
def test_a_sentence_around_a_reference_is_held_to_it(statement: str, what: str) -> None:
    assert messages(f"statement: '{statement}'") == [f"{what} than 'herds' is for"]


def test_a_fact_without_a_number_counts_nothing() -> None:
    assert messages("statement: 'Today {told} are here'") == []


def test_a_headline_gives_a_quotation_to_its_speaker() -> None:
    told = ["'the mayor' is another speaker than 'grass' has"]
    assert messages("title: What the mayor said\n    quote: grass") == told
    assert messages("title: What a witness said\n    quote: grass") == []


def test_a_country_with_its_article_is_another_place() -> None:
    told = ["'United States' is another place than 'people' is for"]
    assert messages("statement: The United States counted {people} people") == told


def test_a_verb_behind_a_noun_is_no_plural() -> None:
    assert messages("statement: There the {herds} herd begins") == []
