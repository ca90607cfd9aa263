"""A `part_of` that no sentence of the post bears out is asked about."""

import pytest

from talkbuilder.evidence.proof import prove
from tests.evidence.valley import fact, library

COUNTED = {"source": "walker", "kind": "secondary", "as_of": 2011}
PARK = "Wardens counted 90 trees in 2011, including 14 sick trees. Later in 2011 they felled 9 trees."


def asked(text: str, **part: object) -> str:
    """What is asked about what counts some of the 90 trees."""
    whole = fact(
        "whole",
        **COUNTED,
        says="Wardens counted 90 trees in 2011",
        exact="counted 90 trees in 2011",
        value=90,
        unit="trees",
        measure="trees",
    )
    told = fact("part", **COUNTED | {"part_of": "whole", "unit": "trees"} | part)
    posts = "valley: {title: Of elms, date: 2011-12}\n"
    found = prove(library(whole + told, sources_yaml=posts, posts__valley_txt=f"{text}\n")).verdicts[1]
    assert found.proved, found.faults
    return " | ".join(found.review)


@pytest.mark.parametrize(
    ("behind", "says", "exact", "value"),
    [
        ("Later in 2011 they felled 9 trees.", "In 2011 they felled 9 trees", "felled 9 trees", 9),
        ("In 2011 storms broke 8 trees.", "In 2011 storms broke 8 trees", "broke 8 trees", 8),
        ("In 2011 boys climbed 7 trees.", "In 2011 boys climbed 7 trees", "climbed 7 trees", 7),
        ("In 2011 a smith had 6 trees.", "In 2011 a smith had 6 trees", "had 6 trees", 6),
        ("In 2011 goats ate 5 trees.", "In 2011 goats ate 5 trees", "ate 5 trees", 5),
    ],
)
def test_what_another_sentence_counts_is_asked_about(behind: str, says: str, exact: str, value: int) -> None:
    text = f"Wardens counted 90 trees in 2011. {behind}"
    assert "no sentence joins" in asked(text, says=says, exact=exact, value=value, measure="others")


@pytest.mark.parametrize(
    ("text", "says", "exact", "value", "measure"),
    [
        (PARK, "In 2011 wardens counted 14 sick trees", "including 14 sick trees", 14, "those that ailed"),
        (
            "Wardens counted 90 trees in 2011. In 2011, four of the 90 trees fell.",
            "In 2011, four of the 90 trees fell",
            "four of the 90 trees fell",
            4,
            "those that fell",
        ),
        (
            "Wardens counted 90 trees in 2011. 3 tall trees fell in 2011.",
            "3 tall trees fell in 2011",
            "3 tall trees",
            3,
            "tall trees",
        ),
        (
            "Wardens counted 90 trees in 2011, including 2 hollow trees.",
            "In 2011 wardens counted 2 hollow trees",
            "including 2 hollow trees",
            2,
            "hollow ones",
        ),
    ],
)
def test_what_the_same_sentence_or_the_measure_joins_is_not(
    text: str, says: str, exact: str, value: int, measure: str
) -> None:
    assert "no sentence joins" not in asked(text, says=says, exact=exact, value=value, measure=measure)
