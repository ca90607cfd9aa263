"""An entry as `review` shows it: what it claims, its passage in the post, and what only a person can confirm."""

import sys
from typing import TYPE_CHECKING

from talkbuilder.commands.console import has_colour

if TYPE_CHECKING:
    from talkbuilder.authoring.passages import Passage, Subject
    from talkbuilder.evidence.library import Library

_LABEL_WIDTH = 11
_WIDEST = 100


def show(subject: "Subject", number: str, library: "Library") -> None:
    from talkbuilder.authoring.passages import citation

    print_line(f"\n{number}: {subject.kind} {subject.id} ({_state(subject)})", bold=True)
    who = f"{library.credit(subject.who)} ({subject.who})"
    for name, value in (*subject.lines, ("who", who), ("post", citation(subject, library))):
        if value:
            print_line(_wrapped(value, f"  {name:{_LABEL_WIDTH}}", " " * (_LABEL_WIDTH + 2)))
    assert subject.passage
    print_line("")
    _show_passage(subject.passage)
    for doubt in subject.doubts:
        print_line(_wrapped(doubt, "  ? ", "    "))
    if told := protected(subject, library):
        print_line(_wrapped(told, "  ! ", "    "))
    print_line("")


def protected(subject: "Subject", library: "Library") -> str:
    """A caution where what is shown holds names that no deck may hold; "" where it does not."""
    if not library.protected():
        return ""
    from talkbuilder.evidence.exposed import caution, kept_by

    passage = subject.passage
    shown = (passage.before, passage.words, passage.after) if passage else ()
    return caution(kept_by(library)[0], "\n".join((*(value for _, value in subject.lines), *shown)))


def _show_passage(passage: "Passage") -> None:
    for text, mark in ((passage.before, "    "), (passage.words, "  > "), (passage.after, "    ")):
        for paragraph in text.split("\n"):
            if paragraph.strip():
                print_line(_wrapped(paragraph, mark, mark), bold=text is passage.words)


def _state(subject: "Subject") -> str:
    standing = subject.standing
    match standing.state:
        case "unsigned":
            return "not yet reviewed"
        case "changed" if standing.review:
            was = "signed" if standing.review.state == "signed" else f"sent back: {standing.review.reason}"
            return f"{standing.changed} was changed since {standing.review.by.value} looked at it; {was}"
        case "returned" if standing.review:
            return f"{standing.told}: {standing.review.reason}"
        case _:
            return standing.told


def _wrapped(text: str, first: str, rest: str) -> str:
    import shutil
    import textwrap

    width = max(40, min(_WIDEST, shutil.get_terminal_size().columns - 1))
    return textwrap.fill(" ".join(text.split()), width, initial_indent=first, subsequent_indent=rest)


def print_line(text: str, bold: bool = False) -> None:
    """Prints what somebody wrote, which can do no harm to a terminal."""
    from talkbuilder.diagnostics.harmless import harmless

    text = "\n".join(harmless(line) for line in text.split("\n"))
    print(f"\x1b[1m{text}\x1b[0m" if bold and has_colour(sys.stdout) else text)
