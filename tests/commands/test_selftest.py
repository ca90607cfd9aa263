"""`talkbuilder selftest`: what it prints, how it ends, and that the README quotes it."""

import re

import pytest

from talkbuilder.authoring.selftest import FORGERIES
from tests.conftest import ROOT
from tests.running import run

LAST = re.compile(
    r"(\d+) of (\d+) forgeries of our own making refused for the right reason \([\d.]+ %\), "
    r"(\d+) of (\d+) true entries refused"
)


@pytest.fixture(scope="module")
def said() -> tuple[int, list[str]]:
    status, out, _ = run("selftest")
    return status, out.splitlines()


def test_it_tells_every_kind_and_all_of_them_together(said: tuple[int, list[str]]) -> None:
    rows = [match for line in said[1] if (match := re.match(r"(\w+) +(\d+) of (\d+)  ", line))]
    assert [row[1] for row in rows] == [*FORGERIES]
    total = LAST.fullmatch(said[1][-1])
    assert total
    assert sum(int(row[2]) for row in rows) == int(total[1])
    assert sum(int(row[3]) for row in rows) == int(total[2])


def test_it_ends_in_a_fault_where_anything_is_missed_or_refused_and_shows_it(said: tuple[int, list[str]]) -> None:
    total = LAST.fullmatch(said[1][-1])
    assert total
    is_all_right = total[1] == total[2] and total[3] == "0"
    assert said[0] == (0 if is_all_right else 1)
    missed = sum(line.startswith("missed, ") for line in said[1])
    refused = sum(line.startswith("refused, and true: ") for line in said[1])
    assert (missed, refused) == (int(total[2]) - int(total[1]), int(total[3]))


def test_the_readme_quotes_its_last_line(said: tuple[int, list[str]]) -> None:
    assert said[1][-1] in (ROOT / "README.md").read_text("utf-8")
