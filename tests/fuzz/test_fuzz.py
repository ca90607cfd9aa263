"""A short fuzz: whatever a file holds, there is a message; `make fuzz` is the long one."""

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.killing import COMMANDS, kill
from tests.fuzz.trial import CASES, Bench


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where processes are killed; what they begin with is made once."""
    return tmp_path_factory.mktemp("killed")


@pytest.mark.parametrize("kind", CASES)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_whatever_a_file_holds_there_is_a_message_and_nothing_astray(kind: str, bench: Bench, seed: int) -> None:
    assert bench.trial(Random(seed), kind).found == ()


@pytest.mark.skipif(os.name != "posix", reason="only there a process is killed by a signal")
# An import is killed at each of its steps by the tests of the archive.
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "import"])
def test_a_process_that_is_killed_leaves_old_or_new_and_the_next_needs_no_help(name: str, killed: Path) -> None:
    assert kill(name, killed, Random(1)).wrong == ()
