"""For what somebody suffers is asked about where the post does not tell why."""

import pytest

from tests.evidence.asking import asked


@pytest.mark.parametrize(
    ("text", "says", "is_asked"),
    [
        (
            "Her column on the mayor is barred from the paper",
            "Her column is barred for what it tells of the mayor",
            True,
        ),
        ("The inn was closed in May, and its noise was loud", "The inn was closed in May over its noise", True),
        ("The baker, who sold thin loaves, was fined", "The baker was fined for his thin loaves", True),
        ("The song, with its bold words, is banned", "The song is banned on account of its words", True),
        ("The poet was exiled for his verses on the king", "The poet was exiled over his verses on the king", False),
        ("The baker was jailed because he sold loaves", "The baker was jailed for selling loaves", False),
        ("The inn was closed for the winter", "The inn was closed for the winter", False),
        ("The cook was thanked, and her soup was good", "The cook was thanked for her soup", False),
    ],
)
def test_a_reason_for_a_punishment_is_that_of_the_post(text: str, says: str, is_asked: bool) -> None:
    assert ("does not give that as a reason" in asked(f"{text}.", exact=text, says=says)) == is_asked
