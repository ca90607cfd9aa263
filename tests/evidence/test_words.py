"""Words of content, and the forms of one word."""

import pytest

from talkbuilder.evidence.words import content_words, stem, words


@pytest.mark.parametrize(
    "forms",
    [
        "investigate investigated investigates investigating investigation investigations",
        "identify identified identifies identification",
        "prosecuted prosecution prosecutors",
        "ship shipped shipping ships",
        "close closed closes closing",
        "increase increased increases",
        "resident residents residence residency",
        "harbour harbours harbor",
        "centre centres center",
        "organise organised organization organisations",
        "defence defense",
        "kazakh kazakhs kazakhstan kazakhstani",
        "woman women",
        "child children",
        "sell sold selling",
        "give gave given",
        "poor poverty",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["mill mile", "homeless home", "well wall", "legal illegal", "bridge brick"])
def test_words_of_their_own_keep_stems_of_their_own(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_content_words_are_neither_grammar_nor_figures() -> None:
    assert content_words("In 2010 they said that the miller’s 3 barns were not open") == (
        stem("miller"),
        stem("barn"),
        stem("open"),
    )


def test_a_word_is_told_without_its_apostrophe() -> None:
    assert words("The miller's DON’T, and 'quoted' it") == ["the", "miller", "don't", "and", "quoted", "it"]
