"""C111: a day that is over is told, but not where past events are asked for, nor on the day itself."""

from pathlib import Path

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.running import run

EVENT = "evening: {talk: talk, date: DATE}\n"


@pytest.mark.parametrize(("date", "is_told"), [("2026-11-24", True), ("2026-11-25", False), ("2026-11-26", False)])
def test_a_day_is_past_once_it_is_over(date: str, is_told: bool) -> None:
    found = diagnostics({TALK: talk(), "talks/events.yaml": EVENT.replace("DATE", date)})
    assert ("C111" in [one.code for one in found]) == is_told


def test_it_is_told_of_the_event_that_is_named_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rivers")
    (tmp_path / "talks" / "events.yaml").write_text("fair: {talk: rivers, date: 2020-05-14}\n")
    status, out, err = run("build", "--event", "fair")
    assert status == 0
    assert out.startswith("build/fair/rivers-fair.pptx: ")
    assert "talks/events.yaml:1:28: warning[C111] 'fair' was on May 14, 2020" in err
    assert "C111" not in run("build", "--events", "all")[2]
