"""Negations, doubts and rough numbers: what is one, and what only looks like one."""

import pytest

from talkbuilder.evidence.clauses import bearing_doubts, bearing_negations
from talkbuilder.evidence.cues import is_kept, keeps, negations, rough
from talkbuilder.evidence.doubts import doubts
from talkbuilder.evidence.figures import figures


@pytest.mark.parametrize(
    "text",
    [
        "they do not",
        "they don't",
        "never",
        "no road",
        "neither",
        "nor",
        "without",
        "hardly",
        "cannot",
        "failed to come",
    ],
)
def test_a_negation_is_one(text: str) -> None:
    assert len(negations(text)) == 1


@pytest.mark.parametrize("text", ["not only the men", "a knot", "Norway", "another", "no doubt", "nothingness"])
def test_what_only_looks_like_a_negation_is_none(text: str) -> None:
    assert negations(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I've heard that", ["hearsay"]),
        ("I heard from one woman", ["hearsay"]),
        ("I was told", ["hearsay"]),
        ("Supposedly it is, allegedly", ["hearsay", "hearsay"]),
        ("As far as I know", ["limit"]),
        ("I think, I would suspect", ["view", "view"]),
        ("perhaps it may be so, probably", ["doubt", "doubt", "doubt"]),
        ("it might have been", ["doubt"]),
        ("in May 2011", []),
        ("all that they may have.", []),
        ("the heard of cattle", []),
    ],
)
def test_a_doubt_is_one_of_its_kind(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in doubts(text)] == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("about 16 million people", "about"),
        ("over one thousand", "over"),
        ("Almost two thousands", "Almost"),
        ("at least 191", "at least"),
        ("up to 15 years", "up to"),
        ("more than 20", "more than"),
        ("20 or so", "or so"),
        ("20 people or more", "people or more"),
        ("between 10 and 20", "between"),
        ("about the three passes", None),
        ("from 20 villages", None),
        ("over one bridge", None),
        ("about 2010", None),
        ("told about men, 20 of them", None),
    ],
)
def test_a_rough_number_stands_right_beside_its_hedge(text: str, words: str | None) -> None:
    hedge = rough(text, figures(text)[0])
    assert (hedge.words.lower() if hedge else None) == (words.lower() if words else None)


@pytest.mark.parametrize(
    ("hedge", "says", "kept"),
    [
        ("over 20", "more than 20", True),
        ("about 20", "around 20", True),
        ("almost 20", "nearly 20", True),
        ("over 20", "almost 20", False),
        ("about 20", "20", False),
    ],
)
def test_a_hedge_may_be_kept_in_other_words(hedge: str, says: str, kept: bool) -> None:
    found = rough(hedge, figures(hedge)[0])
    assert found is not None
    assert is_kept(found, says) == kept


def test_a_doubt_is_kept_by_any_of_its_kind() -> None:
    assert keeps("hearsay", "She was told that it is")
    assert keeps("doubt", "It is possibly so")
    assert not keeps("hearsay", "It is so")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It looked like a palace", True),
        ("It sounds as if it rained", True),
        ("It feels as though it rained", True),
        ("It looks as though it rained", True),
        ("It was a palace, as it seemed", True),
        ("It felt like rain", True),
        ("They have the look of a palace", True),
        ("It has the look of a palace", True),
        ("It had the look of a palace", True),
        ("A barn with the look of a palace", True),
        ("It is a palace, as it looks", True),
        ("It was a palace, as it looked", True),
        ("It takes her for a queen", True),
        ("They take the old barn for a palace", True),
        ("They took it for an inn", True),
        ("They had taken the town for a palace", True),
        ("It appeared a palace", True),
        ("It appeared an inn", True),
        ("It struck them as a palace", True),
        ("It strikes the old miller as a palace", True),
        ("They looked at a palace", False),
        ("They felt the rain", False),
        ("They took it for granted", False),
        ("They took the tower for two coins", False),
        ("A man appeared", False),
        ("It struck them", False),
        ("It strikes as it must", False),
    ],
)
def test_what_something_looks_like_is_in_doubt(text: str, kept: bool) -> None:
    assert keeps("doubt", text) == kept


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("I've heard that it is ranked 10th, and that is much.", "that is much", 1),
        ("Despite anecdotal reports of men, the office reported none.", "the office reported", 0),
        ("Supposedly, by a list, it is fifth.", "it is fifth", 1),
        ("It is fifth, supposedly.", "It is fifth", 1),
        ("They can tell it in many ways but I've heard that it is so.", "They can tell it", 0),
        ("I think they go together because they suffer.", "they suffer", 0),
        ("The wall probably fell.", "The wall", 1),
        ("The wall fell because the ice may have cracked it.", "The wall fell", 0),
    ],
)
def test_a_doubt_bears_on_its_own_clause(sentence: str, words: str, expected: int) -> None:
    start = sentence.index(words)
    assert len(list(bearing_doubts(sentence, start, start + len(words)))) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("It is not true that the well is closed.", "the well is closed", 1),
        ("The road is not open, but the well is.", "the well is", 0),
        ("It failed to screen them and identified two.", "identified two", 0),
        ("The work never ends so help is needed.", "help is needed", 0),
        ("The well is not closed.", "The well is", 1),
        ("The well is closed, and nobody knows.", "The well is closed", 0),
    ],
)
def test_a_negation_bears_on_its_own_clause(sentence: str, words: str, expected: int) -> None:
    start = sentence.index(words)
    assert len(list(bearing_negations(sentence, start, start + len(words)))) == expected
