"""The program in a process of its own: a copy of one that has loaded all of it, which takes longer than to run it."""

import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing import reduction
from multiprocessing.process import BaseProcess
from typing import Any

import pytest

from talkbuilder.cli import main

_ALL = ["talkbuilder.commands.build", "talkbuilder.preview.serving", "talkbuilder.api"]


def started(arguments: tuple[str, ...], streams: Mapping[int, int], **environment: str) -> BaseProcess:
    """A command line that runs beside the tests; `streams` tells for 0, 1 and 2 what of ours each is."""
    if os.name != "posix":
        pytest.skip("no process has copies there")
    loaded = multiprocessing.get_context("forkserver")
    loaded.set_forkserver_preload(_ALL)
    given = {number: reduction.DupFd(ours) for number, ours in streams.items()}
    process = loaded.Process(target=_run, args=(arguments, {**os.environ, **environment}, os.getcwd(), given))
    process.start()
    return process


def _run(arguments: tuple[str, ...], environment: Mapping[str, str], folder: str, streams: Mapping[int, Any]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, stream in streams.items():
        os.dup2(stream.detach(), number)
    if 0 in streams:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if os.isatty(1):
        import fcntl
        import termios

        os.setsid()
        fcntl.ioctl(1, termios.TIOCSCTTY, 0)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr] # it is the one of the process
    sys.exit(main(arguments))
