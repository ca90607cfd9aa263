"""C033: the help for a speaker is the sound of a word, and nothing else."""

import pytest

from tests.cases import diagnostics


def codes(text: str) -> list[str]:
    return [one.code for one in diagnostics({"assets/words.yaml": text})]


@pytest.mark.parametrize(
    "line", ["Shymkent: where-children-are-sold", "Taraz: ta-RAZ (97 percent)", "Taraz: ta raz", "Oia: all-were-sold"]
)
def test_what_is_no_sound_of_the_word_is_refused(line: str) -> None:
    assert codes(f"{line}\n") == ["C033"]


@pytest.mark.parametrize(
    "line", ["Shymkent: shim-KENT", "Zhezkazgan: zhez-kaz-GAHN", "Oia: EE-ah", "Алматы: al-MAH-tee"]
)
def test_a_word_may_be_said_as_its_letters_or_its_people_say_it(line: str) -> None:
    assert codes(f"{line}\n") == []
