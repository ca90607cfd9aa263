"""Towns in sentences: cities of maps, and other names where a town's would stand."""

import pytest

from talkbuilder.geo.towns import towns_in


@pytest.mark.parametrize(
    ("sentence", "towns"),
    [
        ("She lives in Almaty.", ["Almaty"]),
        ("We saw Fargo and Duluth.", ["Fargo", "Duluth"]),
        ("Almaty’s shelter is large.", ["Almaty"]),
        ("It is near Upper Village.", ["Upper Village"]),
        ("He came from the town of Example.", ["Example"]),
    ],
)
def test_towns_are_found(sentence: str, towns: list[str]) -> None:
    assert list(towns_in(sentence)) == towns


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "He wrote from Anna’s house.",
            "at Christmas",
            "from Mr. Smith",
            "She studied at Harvard.",
            "in English class",
        ),
        *(
            "She lives in Kazakhstan.",
            "It was in May.",
            "He is from North Dakota.",
            "They came on a Monday.",
            "I saw it.",
        ),
        *(
            "She wrote in Russian.",
            "It is run by the IOM.",
            "People in Central Asia know.",
            "It is Reading that helps.",
        ),
        *("Mobile phones ring.", "In January it is cold.", "in the United States", "Nobody lives here."),
    ],
)
def test_other_names_are_none(sentence: str) -> None:
    assert list(towns_in(sentence)) == []
