"""C104, C105: no slide stands longer than three minutes, and none is over in less than ten seconds."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import TALK, diagnostics, talk


def faults(keys: str) -> list[Diagnostic]:
    """What is reported of one slide among others."""
    outline = talk(f"- title: A slide\n  ask: example-action\n  {keys}\n")
    found = diagnostics({TALK: outline}, timing=True)
    return [one for one in found if one.code in ("C104", "C105") and one.place[1] == 8]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("{notes: N., minutes: 3}", []),
        ("{notes: N., minutes: 3.001}", ["C104"]),
        ("{notes: N., minutes: 3, pause: 1}", ["C104"]),
        ("{notes: N., media: 175.6}", ["C104"]),
        ("{notes: N., pause: 5}", ["C105"]),
        ("{notes: N. O., pause: 5}", []),
        ("{pause: 1}", []),  # what has no notes is told so already
        ("{pause: 190}", ["C104"]),
    ],
)
def test_a_slide_takes_ten_seconds_to_three_minutes(keys: str, codes: list[str]) -> None:
    assert [one.code for one in faults("\n  ".join(keys.strip("{}").split(", ")))] == codes


def test_it_is_told_at_the_title_with_the_time() -> None:
    (long,), (short,) = faults("notes: 'N. [pause 200]'"), faults("notes: N.")
    assert (long.message, long.place) == ("'A slide' takes 3:25", (TALK, 8, 12))
    assert short.message.startswith("'A slide' is over after ")
    assert short.place == (TALK, 8, 12)
