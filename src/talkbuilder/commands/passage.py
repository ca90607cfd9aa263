"""What `review` prints: an entry beside its passage with at most one question, a slide beside what it rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from talkbuilder.commands.console import print_line, typed

if TYPE_CHECKING:
    from talkbuilder.authoring.passages import Passage, Subject
    from talkbuilder.authoring.slides import Rest, SlideSubject
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.evidence.library.protected import Protected

_LABEL_WIDTH = 11
_WIDEST = 100


def show(subject: "Subject", number: str, library: "Library") -> None:
    from talkbuilder.authoring.passages import citation
    from talkbuilder.authoring.side_by_side import told_of
    from talkbuilder.evidence.library.exposed import kept_by, without_names

    kept = kept_by(library)[0]
    print_line(f"\n{number}: {subject.kind} {subject.id} ({told_of(subject.standing)})", bold=True)
    who = f"{library.credit(subject.who)} ({subject.who})"
    for name, value in (*subject.lines, ("who", who), ("post", citation(subject, library))):
        if value:
            print_line(_wrapped(without_names(value, kept), f"  {name:{_LABEL_WIDTH}}", " " * (_LABEL_WIDTH + 2)))
    assert subject.passage
    print_line("")
    for passage in (subject.passage, *subject.beside):
        _show_passage(passage, kept)
    _ask(subject.question, protected(subject, library))


def show_slide(subject: "SlideSubject", number: str, library: "Library") -> None:
    """The slide as it is seen and heard, then what it rests on."""
    from talkbuilder.authoring.side_by_side import told_of
    from talkbuilder.evidence.library.exposed import kept_by, without_names

    kept = kept_by(library)[0]
    file, line = typed(subject.span.source.name), subject.span.source.position(subject.span.start)[0]
    state = told_of(subject.standing)
    title = without_names(subject.title, kept)
    print_line(f"\n{number}: slide “{title}” of {subject.talk} ({file}:{line}; {state})", bold=True)
    _ask("", _caution([words for _, words in subject.lines], library))
    before = ""
    for name, words in subject.lines:
        label = "" if name == before else name
        print_line(
            _wrapped(without_names(words, kept), f"  {label:{_LABEL_WIDTH}}", " " * (_LABEL_WIDTH + 2)),
            bold=name == "title",
        )
        before = name
    print_line("")
    print_line("  rests on" if subject.rests else "  rests on nothing but its speaker")
    for rest in subject.rests:
        print_line(_wrapped(without_names(_told(rest), kept), f"  {f'[{rest.number}]':>4} ", " " * 7))
    print_line("")


def _told(rest: "Rest") -> str:
    """An entry in short: its id, what it says, and that nobody has signed it."""
    unsigned = f" ({rest.standing.state})" if rest.standing and rest.standing.state != "signed" else ""
    return f"{rest.id}: {rest.says}{unsigned}"


def _ask(question: str, caution: str) -> None:
    for text, mark in ((question, "  ? "), (caution, "  ! ")):
        if text:
            print_line(_wrapped(text, mark, "    "))
    print_line("")


def protected(subject: "Subject", library: "Library") -> str:
    """A caution where what is shown holds names that no deck may hold; "" where it does not."""
    passage = subject.passage
    shown = [words for one in (passage, *subject.beside) if one for words in (one.before, one.words, one.after)]
    return _caution((*(value for _, value in subject.lines), *shown), library)


def _caution(shown: Sequence[str], library: "Library") -> str:
    from talkbuilder.authoring.side_by_side import caution_of

    return caution_of(shown, library)


def _show_passage(passage: "Passage", kept: "Protected") -> None:
    from talkbuilder.evidence.library.exposed import without_names

    for text, mark in ((passage.before, "    "), (passage.words, "  > "), (passage.after, "    ")):
        for paragraph in text.split("\n"):
            if paragraph.strip():
                print_line(_wrapped(without_names(paragraph, kept), mark, mark), bold=text is passage.words)


def _wrapped(text: str, first: str, rest: str) -> str:
    import shutil
    import textwrap

    width = max(40, min(_WIDEST, shutil.get_terminal_size().columns - 1))
    return textwrap.fill(" ".join(text.split()), width, initial_indent=first, subsequent_indent=rest)
