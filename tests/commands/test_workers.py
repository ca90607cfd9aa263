"""Workers answer in order, lose little when one dies, and never outlive their parent, however it ends."""

import errno
import os
import signal
import subprocess
import sys
from contextlib import closing
from itertools import islice

import pytest

from talkbuilder.commands.workers import Lost, share_out
from tests.commands.tree import ENDS
from tests.conftest import ROOT


def _slowly(task: int) -> tuple[int, int]:
    sum(range(100_000))
    return task, os.getpid()


def test_answers_come_in_the_order_of_the_tasks_from_all_processes() -> None:
    with closing(share_out(_slowly, range(1_000), 1)) as answers:
        found = [answer for answer in answers if not isinstance(answer, Lost)]
    assert [task for task, _ in found] == [*range(1_000)]
    assert len({process for _, process in found}) == 2


def _open(task: int) -> int:
    if task == 700:
        raise OSError(errno.EACCES, "Permission denied", "a-picture.png")
    return _slowly(task)[0]


def test_what_a_task_raises_is_raised_at_its_turn() -> None:
    done: list[object] = []
    with closing(share_out(_open, range(1_000), 1)) as answers, pytest.raises(PermissionError) as raised:
        done.extend(answers)
    assert raised.value.filename == "a-picture.png"
    assert len(done) <= 700


def test_no_worker_is_left_where_nobody_wants_the_other_answers() -> None:
    with closing(share_out(_slowly, range(100_000), 1)) as answers:
        processes = {answer[1] for answer in islice(answers, 1_000) if not isinstance(answer, Lost)}
    (worker,) = processes - {os.getpid()}
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.skipif(os.name != "posix", reason="only there processes have sessions, and are struck by signals")
@pytest.mark.parametrize("seed", range(17))
def test_no_process_is_left_whoever_is_struck_and_when(seed: int) -> None:
    """Six trees of processes each lose a worker at a random moment, and are struck again later: 204 times in all."""
    trees = {end: _plant(seed, end) for end in ENDS}
    try:
        for end, tree in trees.items():
            # All processes of a tree hold the pipe that they write their faults to; it ends with the last of them.
            out, err = tree.communicate(timeout=60)
            if end == "kill":
                assert tree.returncode == -signal.SIGKILL
            elif end == "own":
                assert (tree.returncode, err) == (0, "")
                assert int(out) <= 2
            else:
                assert (tree.returncode, out, err) == (130, "interrupted\n", ""), end
    finally:
        for tree in trees.values():
            if tree.returncode is None:  # or its number may be another's by now
                os.killpg(tree.pid, signal.SIGKILL)
                tree.communicate()


def _plant(seed: int, end: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.commands.tree", str(seed), end]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, start_new_session=True)
