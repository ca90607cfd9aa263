"""Work shared out among processes: answers come in the order of the tasks, and no process outlives its parent.

Nothing here can wait for ever, and that is so by construction:

- Processes share no lock and no queue. Each worker has one pipe, whose other end nobody but its parent holds: so each
  of the two sees the other end, however that comes about.
- A worker is sent tasks only when it has answered all that it had, so it is listening; it sends only what it was asked
  for, so its parent will listen. Two who both send, and wait for each other, cannot be.
- The parent takes tasks as well. It waits only while workers are at the last of them; if all die, it goes on alone.
- Who asks a worker to end kills it a moment later, and a worker whose parent has gone ends whatever it is at.
"""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from types import FrameType
from typing import Any, Generic, NamedTuple, TypeVar

_SPAWN = multiprocessing.get_context("spawn")  # a new interpreter, which inherits no state, no lock and no open file
_MOST_AT_ONCE = 16  # tasks: enough that a worker rarely waits until its parent has time for it
_LAST_SECONDS = 1.0  # in which a worker that is asked to end may clear away what it has begun
_NAP_SECONDS = 0.2  # for a request to end that comes in the instant before a wait does not end it
_REQUESTS = (signal.SIGINT, signal.SIGTERM)

_Task = TypeVar("_Task")
_Answer = TypeVar("_Answer")


class Lost:
    """What is yielded for a task whose process died at it: nobody knows whether it was done."""


class _Raised(NamedTuple):
    fault: Exception


def share_out(
    function: Callable[[_Task], _Answer], tasks: Sequence[_Task], workers: int
) -> Generator[_Answer | Lost, None, None]:
    """What a function makes of each task, in their order, as it comes: made here and by so many workers.

    The function, the tasks and the answers must be picklable. What the function raises is raised here, at its turn.
    A worker that dies loses the task that it was at, which may be what killed it; those that it had not begun yet are
    given to others.
    """
    todo = deque(range(len(tasks)))
    answers: dict[int, _Answer | Lost | _Raised] = {}
    team: list[_Worker[_Task, _Answer]] = []
    if os.name == "posix":
        resource_tracker.ensure_running()  # or the first worker starts it, and it lets requests to end through again
    try:
        for _ in range(workers):
            with _undisturbed():  # or nobody would know of the worker that was just started
                team.append(_Worker(function))
        for number in range(len(tasks)):
            while number not in answers:
                _hear(team, tasks, todo, answers)
                if todo:
                    mine = todo.popleft()
                    answers[mine] = _answer(function, tasks[mine])
            answer = answers.pop(number)
            if isinstance(answer, _Raised):
                raise answer.fault
            yield answer
    finally:
        with _undisturbed():
            _end(team)


class _Worker(Generic[_Task, _Answer]):
    """A process, the pipe to it, and the numbers of the tasks that it has not answered yet."""

    def __init__(self, function: Callable[[_Task], _Answer]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.tasks: deque[int] = deque()
        self.process = _SPAWN.Process(target=_serve, args=(theirs, gc.isenabled()), daemon=True)
        self.process.start()
        theirs.close()  # or the pipe would not end with the worker
        with suppress(OSError):  # it has died already, which is heard in its turn
            self.pipe.send(function)


def _hear(
    team: list[_Worker[_Task, _Answer]],
    tasks: Sequence[_Task],
    todo: deque[int],
    answers: dict[int, _Answer | Lost | _Raised],
) -> None:
    """Takes what the workers have answered, and hands more to those that are through; waits a bit for those at work."""
    by_pipe = {worker.pipe: worker for worker in team if not worker.pipe.closed}
    for pipe in wait(list(by_pipe), timeout=0 if todo else _NAP_SECONDS):
        worker = by_pipe[pipe]  # type: ignore[index]  # they are the pipes that it was given
        try:
            while worker.pipe.poll():
                answer = worker.pipe.recv()
                if worker.tasks:  # what comes before a worker has tasks only says that it has begun
                    answers[worker.tasks.popleft()] = answer
            if todo and not worker.tasks:
                _hand(worker, tasks, todo, len(team))
        except (EOFError, OSError):
            worker.pipe.close()
            if worker.tasks:
                answers[worker.tasks.popleft()] = Lost()
            todo.extendleft(reversed(worker.tasks))
            worker.tasks.clear()


def _hand(worker: _Worker[_Task, _Answer], tasks: Sequence[_Task], todo: deque[int], workers: int) -> None:
    """Hands tasks to a worker: many at first, fewer at last, so that all come to their end together."""
    share = min(_MOST_AT_ONCE, -(-len(todo) // (2 * (workers + 1))))
    taken = [todo.popleft() for _ in range(share)]
    worker.tasks.extend(taken)
    worker.pipe.send([tasks[number] for number in taken])


def _answer(function: Callable[[_Task], _Answer], task: _Task) -> _Answer | _Raised:
    try:
        return function(task)
    except Exception as fault:  # which is no worker's business: it is raised where the work was asked for
        return _Raised(fault)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Puts off Ctrl-C and other requests to end; a process that is started meanwhile puts them off, too."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _REQUESTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(team: list[_Worker[Any, Any]]) -> None:
    """Ends all workers. One that is at nothing is killed; the others are asked first, to leave nothing half done."""
    for worker in team:
        if worker.tasks:
            worker.process.terminate()
        else:
            worker.process.kill()
    for worker in team:
        worker.process.join(_LAST_SECONDS)
        worker.process.kill()
        worker.process.join()
        # What Python would close at any time, it might close when Ctrl-C cannot be raised.
        worker.process.close()
        worker.pipe.close()


def _serve(pipe: Connection, searches_garbage: bool) -> None:
    """What a worker does all its life: answers the tasks that it is handed, one after the other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the parent sees to it
    signal.signal(signal.SIGTERM, _leave)
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _REQUESTS)
    Thread(target=_end_with_parent, daemon=True).start()
    if not searches_garbage:
        gc.disable()
    try:
        with suppress(EOFError, OSError):  # the parent has gone
            function = pipe.recv()
            pipe.send(None)
            while True:
                for task in pipe.recv():
                    pipe.send(_answer(function, task))
    finally:
        os._exit(0)  # at once: a second request to end, amid what Python clears up, would be told as a fault


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit


def _end_with_parent() -> None:
    """Waits for the end of the parent, whatever else this process is at, and ends it then."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)
