"""Answers from the keyboard: a single key on a terminal, else a letter on a line of its own."""

import sys
import time
from contextlib import suppress
from io import UnsupportedOperation

CLOSED = ""  # nobody is there to answer

_TRIES = 4
_SOON = 1.0  # second after a question is shown, in which nobody reads it and answers with Enter
_CTRL_D = "\x04"
_CTRL_Z = "\x1a"  # which ends the input on Windows


class _Answered:
    """Whether a key answered last: the Enter that people type behind it is part of that answer, and of no other."""

    by_key = False


def ask_key(question: str, keys: str) -> str:
    """One of the keys; CLOSED where the input has ended. Anything else asks again, a few times."""
    for _ in range(_TRIES):
        answer = _key(question) if is_terminal() else _line(question)
        if answer in ("\r", "\n") and _Answered.by_key:
            answer = _key("")  # the question stands there, and what was typed since is its answer
        _Answered.by_key = is_terminal()
        if answer in (CLOSED, _CTRL_D, _CTRL_Z):
            print()
            return CLOSED
        answer = answer.strip().lower()
        if is_terminal():
            print(answer if answer.isprintable() else "")
        if len(answer) == 1 and answer in keys:
            return answer
        print(f"type {' or '.join((', '.join(keys[:-1]), keys[-1]))}")
    print("no answer was one of these, so nothing more is asked")
    return CLOSED


def ask_line(question: str) -> str | None:
    """A line; None where the input has ended. An empty one right behind a key asks again."""
    shown = time.monotonic()
    line = _line(question)
    if line == "\n" and _Answered.by_key and time.monotonic() - shown < _SOON:
        line = _line(question)
    _Answered.by_key = False
    return None if line == CLOSED else " ".join(line.split())


def is_terminal() -> bool:
    """Whether somebody sits at a keyboard and sees what is printed."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _show(question: str) -> None:
    print(question, end=" " if question else "", flush=True)


def _line(question: str) -> str:
    _show(question)
    with suppress(UnsupportedOperation):  # as it is from the second line on
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")  # a broken character is no reason to break off
    return sys.stdin.readline()


if sys.platform == "win32":

    def _key(question: str) -> str:
        import msvcrt

        while question and msvcrt.kbhit():
            msvcrt.getwch()  # typed before there was anything to see
        _show(question)
        key = msvcrt.getwch()
        if key in ("\x00", "\xe0"):
            msvcrt.getwch()  # an arrow, or a key with a number
            return " "
        if key == "\x03":
            raise KeyboardInterrupt
        return key

else:

    def _key(question: str) -> str:
        import os
        import termios
        import tty

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            # It forgets what was typed before there was anything to see, and so before the question: an answer to that,
            # however quick, is none of it.
            tty.setcbreak(terminal, termios.TCSAFLUSH if question else termios.TCSADRAIN)
            _show(question)
            key = os.read(terminal, 32)  # an arrow comes as several characters, which are no key of ours
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
        return key.decode("utf-8", "replace")
