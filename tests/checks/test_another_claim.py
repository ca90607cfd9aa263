"""C023: what stands beside a number says what its fact says."""

import pytest

from tests.sample import ASSETS, built, talk


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
        ("shepherds of foreign birth", "shepherds", "'foreign' is a kind of another sort"),
        ("shepherds counted in Almaty", "shepherds", "'Almaty' is a smaller place"),
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


_SIDES = """
robbers: {says: 12 robbery victims were found in Kazakhstan in 2010, show: "12", value: 12, unit: people,
  measure: robbery victims found, place: KZ, as_of: 2010, source: bureau,
  kind: primary, post: first, exact: 12 robbery victims}
fined: {says: 7 smuggling offenders were fined in Kazakhstan in 2010, show: "7", value: 7, unit: offenders,
  measure: smuggling offenders fined, place: KZ, as_of: 2010, source: bureau,
  kind: primary, post: first, exact: 7 smuggling}
"""


def told(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"), facts=f"{ASSETS['assets/facts.yaml']!s}{_SIDES}")
    return [one.code for one in report.diagnostics if one.code in ("C023", "C027")]


@pytest.mark.parametrize(
    "words",
    [
        # those on another side
        "There were {robbers} robbers and offenders",
        "There were {robbers} criminals",
        "The state fined {fined} victims",
        "They fined {fined} officers",
        "They fined {fined} survivors of it",
        # others, or of another kind
        "They found {robbers} foreign victims",
        "There were {robbers} victims of forced labor",
        "They found {robbers} women in all",
        "There were {fined} guilty offenders from there",
        "They found {robbers} teenage victims",
        # somewhere smaller
        "In Almaty alone, the bureau found {robbers} victims",
        "The bureau found {robbers} victims in Astana",
        "Around Almaty there were {robbers} victims",
        "In the north alone, {robbers} victims were found",
        "From Minneapolis came {robbers} victims",
    ],
)
def test_others_a_kind_of_them_and_a_smaller_place_are_told_on_slides_and_in_notes(words: str) -> None:
    assert set(told(f"statement: '{words}'\n    notes: Some words.")) == {"C023"}
    assert set(told(f"statement: So\n    notes: '{words}.'")) == {"C027"}


@pytest.mark.parametrize(
    "words",
    [
        "There were {fined} smugglers",
        "They fined {fined} offenders, and no victims",
        "They fined {fined} criminals there",
        "They found {fined} criminal offenders",
        "Of robbery there were {robbers} victims, not officers",
        "There were {robbers} survivors",
        "They found {robbers} people",
        "They found {robbers}, and women prayed for them",
        "They found {robbers} victims who had worked",
        "There were {robbers} in all, while men looked on",
        "They found {robbers}: foreign words to me",
        "In Kazakhstan the bureau found {robbers} victims",
        "In Almaty, where I lived, I read of {robbers} victims",
        "I read in Astana that there were {robbers} victims",
        "From Almaty we saw nothing; there were {robbers} victims",
        "Astana is new, and {robbers} victims were found",
    ],
)
def test_those_who_are_counted_pass_on_slides_and_in_notes(words: str) -> None:
    assert told(f"statement: '{words}'\n    notes: Some words.") == []
    assert told(f"statement: So\n    notes: '{words}.'") == []


def test_the_names_of_a_chart_say_what_is_counted() -> None:
    keys = "title: A headline\n    chart: columns\n    unit: people"
    assert told(f"{keys}\n    facts: {{smugglers: fined, robbers: robbers}}\n    notes: Some words.") == ["C023"]
    assert told(f"{keys}\n    facts: {{smugglers fined: fined, victims: robbers}}\n    notes: Some words.") == []
