"""Who left and who was sent away: a fact must not make the one of the other."""

import pytest

from tests.evidence.telling import REVIEW, told, verdicts

RESIGNED = "The cook resigned from the inn after the feast."
FIRED = "The mill fired the carter in May."


@pytest.mark.parametrize(
    ("post", "says", "verdict"),
    [
        (RESIGNED, "The cook was dismissed from the inn after the feast", "E126"),
        (RESIGNED, "The cook was let go after the feast", "E126"),
        (RESIGNED, "The inn let the cook go after the feast", REVIEW),
        ("He quit his place at the inn.", "The inn sacked him from his place", REVIEW),
        ("Pressed by the guests, the cook resigned.", "The cook was dismissed", REVIEW),
        (FIRED, "The carter left the mill in May", REVIEW),
        ("The guild expelled the dyer.", "The dyer walked out of the guild", REVIEW),
    ],
)
def test_who_left_and_who_was_sent_is_refused_or_asked_about(post: str, says: str, verdict: str) -> None:
    found = told(post, post.rstrip("."), says)
    assert verdict in verdicts(found)
    assert "the post says" in " ".join((*found.review, *(one.message for one in found.faults)))


@pytest.mark.parametrize(
    ("post", "says"),
    [
        (RESIGNED, "The cook quit the inn after the feast"),
        (RESIGNED, "The cook left the inn after the feast"),
        (FIRED, "In May the mill let the carter go"),
        (FIRED, "The carter had to leave the mill in May"),
        ("The guard fired a gun.", "The guard left the gun"),
        ("The guard fired at the wolf.", "The guard left his post"),
        ("The cook resigned, and the carter was fired.", "The carter was dismissed"),
        ("The monks resigned themselves to hunger.", "The monks resigned themselves to hunger"),
    ],
)
def test_the_same_in_other_words_is_not(post: str, says: str) -> None:
    found = told(post, post.rstrip("."), says)
    assert not any(one.code == "E126" for one in found.faults)
    assert not any("': is it the same" in one and "the post says" in one for one in found.review)
