"""E125 roles-swapped: what is told of somebody is not told of whom they belong to."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "The brother of the mayor sold the quarry.",
        "The brother of the mayor sold the quarry",
        "The mayor’s brother sold the quarry",
        "The mayor sold the quarry",
        "E125",
    ),
    Bent(
        "The bishop's cook poisoned the dog.",
        "The bishop's cook poisoned the dog",
        "The cook of the bishop poisoned the dog",
        "The bishop poisoned the dog",
        "E125",
    ),
    Bent(
        "A friend of one of the teachers took the money.",
        "A friend of one of the teachers took the money",
        "A friend of a teacher took the money",
        "A teacher took the money",
        "E125",
    ),
    Bent(
        "The widow of the captain runs the inn.",
        "The widow of the captain runs the inn",
        "The captain’s widow runs the inn",
        "The captain runs the inn",
        "E125",
    ),
    Bent(
        "The lawyer of the company burned the papers.",
        "The lawyer of the company burned the papers",
        "The company’s lawyer burned the papers",
        "The company burned the papers",
        "E125",
    ),
    Bent(
        "Jonas is the son of the miller and owns a boat.",
        "Jonas is the son of the miller and owns a boat",
        "The miller’s son owns a boat",
        "The miller owns a boat",
        "E125",
    ),
    Bent(
        "The daughter of the baker married the smith.",
        "The daughter of the baker married the smith",
        "The smith married the baker’s daughter",
        "The baker married the smith",
        "E125",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
