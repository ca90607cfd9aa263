"""Asked about: a 'there' that points to another place than that of the post."""

import pytest

from tests.evidence.telling import told

ELSEWHERE = (  # (a post, the words pointed to, what is said of them)
    (
        "A boy from the orphanage got work on a barge; he is now a captain.",
        "he is now a captain",
        "A boy from the orphanage is now a captain there",
    ),
    (
        "A boy from the orphanage got work on a barge; he is now a captain.",
        "he is now a captain",
        "A boy from the orphanage is now a captain there and sings",
    ),
    (
        "A widow who lived in the abbey was given a loom by a cousin; she is now a rich weaver.",
        "she is now a rich weaver",
        "A widow who lived in the abbey is now a rich weaver there",
    ),
    (
        "A nun left the convent for a hospital, where she heals children.",
        "for a hospital, where she heals children",
        "A nun of the convent heals children there",
    ),
    (
        "There is a boy from the orphanage who got work on a barge; he is now a captain.",
        "he is now a captain",
        "A boy from the orphanage is now a captain there",
    ),
)
SAME = (  # the same place, or one of which nothing is told there
    (
        "In the valley they grow hops, and brew beer there.",
        "they grow hops, and brew beer there",
        "In the valley they grow hops and brew beer there",
    ),
    (
        "The well in the yard is deep. Boys swim in it.",
        "The well in the yard is deep. Boys swim in it",
        "The well in the yard is deep, and boys swim there",
    ),
    ("Men slept on straw in the camp.", "Men slept on straw in the camp", "The men in the camp slept on straw there"),
    ("There are nine inns in Bern.", "There are nine inns in Bern", "In the town of Bern there are nine inns"),
    (
        "A boy from the orphanage got work on a barge; he is now a captain.",
        "he is now a captain",
        "A captain from the orphanage is there",
    ),
    (
        "A boy from the orphanage got work on a barge; he is now a captain.",
        "he is now a captain",
        "A boy from the orphanage is now a boss there",
    ),
    (
        "A boy from the 2nd house got work on a barge; he is now a captain.",
        "he is now a captain",
        "A boy from the 2nd is now a captain there",
    ),
    ("Pilgrims pray at the gate all night.", "Pilgrims pray at the gate", "Pilgrims go to the gate and pray there"),
)


@pytest.mark.parametrize(("post", "exact", "says"), ELSEWHERE)
def test_a_there_of_another_place_is_asked_about(post: str, exact: str, says: str) -> None:
    assert any("is it the place?" in one for one in told(post, exact, says).review)


@pytest.mark.parametrize(("post", "exact", "says"), SAME)
def test_a_there_of_the_same_place_is_not(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not any("is it the place?" in one for one in found.review)
