"""Where sentences end."""

import pytest

from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import sentence_ends
from talkbuilder.claims.texts import sentences as split


def sentences(text: str) -> list[str]:
    ends = [*sentence_ends(text), len(text)]
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False) if start < end]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "We stayed."],
        ["Did it rain?!", "It did…", "We stayed."],
        ["He said “It rained.”", "“So it did.”", "(We stayed.)", "60 came."],
        ["Шёл дождь.", "Мы остались.", "Қар жауды."],
        ["Mr. Smith came at 3 p.m. on Jan. 3, of course.", "J. R. Smith stayed."],
        ["In the U.S. Army and in the U.S. about half stay.", "Rev. Brown and Col. Grey left."],
        ["She lives in the U.S.", "The rest came at 3 p.m.", "They were late."],
        ["See art. 3 and Sec. 4, i.e. the end."],
        ["It rained. and it rained."],
        ["Élan counts.", "Émile too."],
        ["> It rained.", "> We stayed."],
        ["No end"],
        [""][:0],
    ],
)
def test_a_sentence_ends_before_what_can_begin_one(expected: list[str]) -> None:
    text = " ".join(expected)
    assert sentences(text) == expected
    # The normal form has the same sentences.
    assert sentences(normalise(text).text) == [normalise(one).text for one in expected]


def test_a_part_of_a_text_ends_its_last_sentence() -> None:
    assert list(sentence_ends("One. Two. Three.", 5, 9)) == [9]
    assert list(sentence_ends("One. Two. three.", 5)) == [16]


@pytest.mark.parametrize("text", ["It rained. We stayed", "It rained.  We stayed\n", " It rained. We stayed"])
def test_a_text_is_split_into_sentences_whether_or_not_a_stop_ends_the_last(text: str) -> None:
    assert [*split(text)] == ["It rained.", "We stayed"]
    assert [*split(f"{text.rstrip()}.")] == ["It rained.", "We stayed."]
