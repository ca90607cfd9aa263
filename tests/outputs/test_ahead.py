"""Charts that another core writes."""

import os
import subprocess
import sys

import pytest

_COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
_DECKS = """
import sys
from hashlib import sha256
from talkbuilder.outputs import ahead, pptx
from tests.outputs.pptx.test_charts import _CHART, deck

for _ in range(READY):
    ahead.get_ready("talkbuilder.outputs.pptx.ready")
for _ in range(2):
    made = {part: data for part, data, _ in pptx.parts(deck(_CHART))}
    print(sha256(str(made).encode()).hexdigest(), "xlsxwriter" in sys.modules)
"""


def _told(program: str) -> list[list[str]]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def _decks(ready: int) -> list[list[str]]:
    """Of two decks: their checksums, and whether the process imported what writes charts."""
    return _told(_DECKS.replace("READY", str(ready)))


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_each_time_that_somebody_got_ready_one_deck_need_not_write_its_charts() -> None:
    assert [imported for _, imported in _decks(0)] == ["True", "True"]
    assert [imported for _, imported in _decks(1)] == ["False", "True"]
    assert [imported for _, imported in _decks(2)] == ["False", "False"]


def test_no_more_than_a_few_wait_for_decks_that_never_come() -> None:
    program = (
        "from talkbuilder.outputs import ahead\n"
        "for _ in range(9):\n    ahead.get_ready('talkbuilder.units')\n"
        "print(sum(ahead.maker() is not None for _ in range(9)))\n"
    )
    assert _told(program) == [["2"]]


def test_a_deck_is_the_same_whoever_wrote_its_charts() -> None:
    assert len({checksum for ready in (0, 1) for checksum, _ in _decks(ready)}) == 1


@pytest.mark.parametrize(
    ("ending", "kind", "is_ready"), [("pptx", "chart", True), ("pptx", "quote", False), ("svg", "chart", False)]
)
def test_who_writes_charts_gets_ready_where_a_talk_has_some(ending: str, kind: str, is_ready: bool) -> None:
    program = (
        "from talkbuilder.outputs import OUTPUTS, ahead\n"
        "from tests.sample import slide, talk\n"
        f"OUTPUTS[{ending!r}].foresee(talk(slide({kind!r})).encode())\nprint(ahead.maker() is not None)\n"
    )
    assert _told(program) == [[str(is_ready)]]
