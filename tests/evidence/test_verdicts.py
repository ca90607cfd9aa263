"""E140 to E144: what is wrong with a quotation whose words do not stand in its post."""

import pytest

from tests.evidence.valley import judged

# A post, a quotation of it that is true, one that is not, and the verdict on that.
PAIRS: list[tuple[str, str, str, str]] = [
    ("The wind never stopped, and nobody spoke of it.", "nobody spoke of it.", "nobody talked of it.", "E140"),
    (
        "The wind blew for nine days in the year of the fire.",
        "The wind blew for nine days",
        "The wind blew for ten days",
        "E140",
    ),
    ("The wind did not stop at night.", "The wind did not stop at night.", "The wind did stop at night.", "E140"),
    (
        "The wind is the oldest neighbour of the house.",
        "The wind is the oldest neighbour",
        "The wind is probably the oldest neighbour of the house",
        "E144",
    ),
    (
        "The wind is the oldest neighbour of the house.",
        "the oldest neighbour of the house.",
        "the oldest and most evil neighbour of the house.",
        "E144",
    ),
    (
        "The wind is old. The rain came in the spring and stayed all summer. The roof held.",
        "The rain came in the spring",
        "The wind is old. The roof held.",
        "E143",
    ),
    (
        "We mend the roof each spring. In the autumn the neighbours steal the apples from us.",
        "We mend the roof each spring.",
        "We mend the roof from us.",
        "E143",
    ),
    (
        "We mend the roof each spring. In the autumn the neighbours pick the apples.",
        "In the autumn the neighbours pick the apples.",
        "In the autumn the neighbours mend the roof each spring.",
        "E143",
    ),
    ("He came home late, but he came home.", "He came home late, but he came home.", "He came home late.", "E141"),
    ("If he comes home, we light the lamp.", "If he comes home, we light the lamp.", "We light the lamp.", "E141"),
    ("The lamp is blue and small.", "The lamp is blue and small.", "The moon fell into our garden yesterday.", "E101"),
    (
        "The lamp is blue. Nobody knows why it is blue.",
        "The lamp is blue.",
        "Nobody knows […] The lamp is blue.",
        "E143",
    ),
]


@pytest.mark.parametrize(("post", "true", "bent", "code"), PAIRS)
def test_a_quotation_that_is_not_verbatim_is_told_what_it_is(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}
