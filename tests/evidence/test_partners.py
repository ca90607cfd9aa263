"""Who only helped must not be told as if they alone had done it."""

import pytest

from tests.evidence.asking import asked

POLICE = "The county police, in cooperation with foreign guilds, trained 79 wardens in May."
BRIDGE = "The school, together with the parish, built a bridge."
MUSEUM = "In partnership with a bank, the museum bought two paintings."
TOWER = "The guild, with the help of sailors, restored the tower."


@pytest.mark.parametrize(
    ("text", "says", "is_asked"),
    [
        (POLICE, "Foreign guilds trained 79 wardens in May", True),
        (POLICE, "79 wardens were trained by foreign guilds in May", True),
        (BRIDGE, "The parish built a bridge", True),
        (MUSEUM, "A bank bought two paintings", True),
        (TOWER, "Sailors restored the tower", True),
        (POLICE, "The police trained 79 wardens in May", False),
        (POLICE, "Foreign guilds and the police trained 79 wardens in May", False),
        (POLICE, "79 wardens were trained by the police and foreign guilds in May", False),
        (BRIDGE, "The school built a bridge", False),
        (BRIDGE, "A bridge was built by the school and the parish", False),
        (MUSEUM, "The museum bought two paintings", False),
        ("Sailors restored the tower.", "Sailors restored the tower", False),
    ],
)
def test_who_helped_told_alone_is_asked_about(text: str, says: str, is_asked: bool) -> None:
    assert ("who did it, and who helped" in asked(text, exact=text.rstrip("."), says=says)) == is_asked
