"""What somebody noted, heard or explained to the one who writes is asked about where it is told plainly."""

import pytest

from tests.evidence.asking import asked

QUARRY = "He noted that the masons at the quarry were not paid in winter."
BARRELS = "She had heard that barrels of the inn were spoiled."
FERRY = "An old ferryman explained to us that the ferry had sunk twice."


@pytest.mark.parametrize(
    ("text", "exact", "says", "kind", "is_asked"),
    [
        (QUARRY, "were not paid in winter", "Masons at the quarry were not paid in winter", "observation", True),
        (BARRELS, "barrels of the inn were spoiled", "Barrels of the inn were spoiled", "unsourced", True),
        (FERRY, "the ferry had sunk twice", "The ferry had sunk twice", "primary", True),
        (
            "He noted that masons sang at the quarry.",
            "He noted that masons",
            "Masons sang at the quarry",
            "unsourced",
            True,
        ),
        (BARRELS, "barrels of the inn were spoiled", "Barrels of the inn were spoiled", "hearsay", False),
        (QUARRY, "were not paid in winter", "A man noted that masons were not paid in winter", "unsourced", False),
        (
            "I noted that the masons at the quarry sang.",
            "masons at the quarry sang",
            "Masons at the quarry sang",
            "observation",
            False,
        ),
        (
            "He noted that it was late; the masons at the quarry sang.",
            "the masons at the quarry sang",
            "The masons at the quarry sang",
            "unsourced",
            False,
        ),
    ],
)
def test_what_is_told_on_is_asked_about(text: str, exact: str, says: str, kind: str, is_asked: bool) -> None:
    assert ("is it told as what somebody told" in asked(text, exact=exact, says=says, kind=kind)) == is_asked
