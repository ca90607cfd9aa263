"""The command line: the only module that prints and exits."""

import argparse
import os
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.arguments import parser

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic, Report
    from talkbuilder.page import Deck
    from talkbuilder.project import Project

FINE, FAULTS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns the exit status: 0 fine, 1 faults found, 2 used wrongly."""
    _speak_utf8()
    options = parser(COMMANDS).parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as fault:
        return _wrong(f"'{fault.filename}': {fault.strerror}", "see whether it is there, and who may read it")
    except KeyboardInterrupt:
        print("interrupted; what was there before is untouched", file=sys.stderr)
        return INTERRUPTED
    return status


def _build(options: argparse.Namespace) -> int:
    from talkbuilder.deliver import Undelivered, deliver
    from talkbuilder.diagnostics import Report
    from talkbuilder.outputs import OUTPUTS

    report = Report()
    found = _decks(options, report)
    if isinstance(found, int):
        return found
    root, decks = found
    if _print_faults(report.diagnostics, options):
        print("nothing was written; mend the errors and build again", file=sys.stderr)
        return FAULTS
    status = FINE
    for deck, seconds in decks:
        began = time.perf_counter()
        target = (Path(options.out) if options.out else root / "build") / f"{deck.plan.talk.name}.pptx"
        shown = _shown(target, root)
        try:
            kept = deliver(OUTPUTS["pptx"](deck), target, shown, options.force)
        except Undelivered as refused:
            _print_faults((refused.diagnostic,), options)
            status = FAULTS
            continue
        seconds += time.perf_counter() - began
        line = f"{shown}: {_summary(deck)}; {seconds:.2f} s"
        out = sys.stdout if options.format == "text" else sys.stderr  # other programs read what they asked for
        print(line + (f"; edited deck kept as {kept.name}" if kept else ""), file=out)
    return status


def _check(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report

    report = Report()
    found = _decks(options, report)
    if isinstance(found, int):
        return found
    faulty = _print_faults(report.diagnostics, options, sys.stdout)
    if options.format == "text" and not report.diagnostics:
        names = [deck.plan.talk.name for deck, _ in found[1]]
        print(f"no faults in {_count(len(names), 'talk')}: {', '.join(names)}")
    return FAULTS if faulty else FINE


def _decks(options: argparse.Namespace, report: "Report") -> "tuple[Path, list[tuple[Deck, float]]] | int":
    """The talk folder, and the decks that the options name with the seconds that each took; or an exit status."""
    import gc

    from talkbuilder.pipeline import build
    from talkbuilder.project import DiskProject
    from talkbuilder.read import talk_names

    began = time.perf_counter()
    root = _root(options)
    if root is None:
        return WRONG_USE
    project = DiskProject(root)
    known = talk_names(project)
    names = tuple(dict.fromkeys(_name(talk, root) for talk in options.talks))
    if not names and not known:
        return _wrong("there are no talks yet", "'talkbuilder new my-talk' begins one")
    if unknown := [name for name in names if name not in known]:
        return _unknown(unknown, project, options)
    gc.disable()  # everything that is built stays alive to the end: looking for garbage in it takes a tenth of the time
    decks = []
    for _, deck in build(project, names or known, report):
        now = time.perf_counter()
        decks.append((deck, now - began))
        began = now
    return root, decks


def _unknown(names: list[str], project: "Project", options: argparse.Namespace) -> int:
    """Says that talks are not there, each with the nearest name that is."""
    from talkbuilder.diagnostics import Report
    from talkbuilder.read import read_outline

    report = Report()
    for name in names:
        if "/" in name or "\\" in name:
            return _wrong(f"'{name}' is no talk of this folder", "talks lie in talks/; -C names another folder")
        read_outline(project, name, report)
    _print_faults(report.diagnostics, options)
    return WRONG_USE


def _name(talk: str, root: Path) -> str:
    """The name of a talk that was given by name or as a file of the talk folder; any other path is left as it is."""
    path = Path(talk)
    if path.suffix == "":
        return talk
    lies_here = path.name == talk or path.resolve().parent == (root / "talks").resolve()
    return path.stem if path.suffix in (".yaml", ".yml") and lies_here else talk


def _root(options: argparse.Namespace) -> Path | None:
    from talkbuilder.project import find_root

    if options.folder:
        root = Path(options.folder)
        if (root / "talks").is_dir():
            return root
        _wrong(
            f"'{options.folder}' is no talk folder: it has no folder 'talks'",
            "name the folder that holds 'talks'",
        )
        return None
    files = (Path(talk) for talk in getattr(options, "talks", ()) if talk.endswith((".yaml", ".yml")))
    for start in (*(file.resolve().parent for file in files if file.is_file()), Path.cwd()):
        if found := find_root(start):
            return found
    _wrong(
        "there is no talk folder here or above",
        "'talkbuilder new my-talk' begins one; -C DIR names one elsewhere",
    )
    return None


def _explain(options: argparse.Namespace) -> int:
    from importlib import resources

    from talkbuilder.codes import CODES
    from talkbuilder.diagnostics import near

    if options.code == "all":
        for code in CODES.values():
            print(f"{code.id}  {code.severity:7}  {code.name}")
        return FINE
    wanted = options.code.strip("[]").upper()
    found = CODES.get(wanted) or next((code for code in CODES.values() if code.name == options.code.lower()), None)
    if found is None:
        return _wrong(f"no code '{options.code}'", near(wanted, CODES) + "; 'talkbuilder explain all' lists them")
    print(resources.files("talkbuilder").joinpath("explain", f"{found.id}.md").read_text("utf-8").rstrip())
    return FINE


def _schema(options: argparse.Namespace) -> int:
    import json

    from talkbuilder.diagnostics import near
    from talkbuilder.schema import NAMES, schema

    if options.file not in NAMES:
        return _wrong(f"no schema '{options.file}'", near(options.file, NAMES))
    print(json.dumps(schema(options.file), ensure_ascii=False, indent=2))
    return FINE


def _new(options: argparse.Namespace) -> int:
    from talkbuilder.project import find_root
    from talkbuilder.starter import Unstarted, start

    root = Path(options.folder) if options.folder else find_root(Path.cwd()) or Path.cwd()
    try:
        written = start(root, options.name)
    except Unstarted as fault:
        return _wrong(fault.message, fault.hint)
    for path in written:
        print(f"wrote {_shown(path, root)}")
    print(f"now: talkbuilder build {options.name}")
    return FINE


def _summary(deck: "Deck") -> str:
    """What a deck holds, in one line."""
    citations = {(one.kind, one.id) for page in deck.pages for one in page.evidence}
    facts, quotes = (sum(kind == wanted for kind, _ in citations) for wanted in ("fact", "quote"))
    talk = deck.plan.talk.outline
    questions = talk.questions if talk.questions is not None else round(talk.minutes * 0.2)
    minutes = f"{deck.plan.seconds / 60:.0f} min of {talk.minutes - questions}"
    counts = (_count(len(deck.pages), "slide"), _count(deck.plan.words, "word"), minutes)
    used = (_count(facts, "fact"), _count(quotes, "quote"))
    return ", ".join((*counts, *used))


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _print_faults(diagnostics: "Iterable[Diagnostic]", options: argparse.Namespace, stream: object = None) -> bool:
    """Prints diagnostics in the format that was asked for; tells whether they stop the command."""
    from talkbuilder.printing import FORMATS

    out = sys.stdout if options.format != "text" or stream is sys.stdout else sys.stderr
    found = tuple(diagnostics)
    errors = sum(one.is_error for one in found)
    if found or (options.format == "json" and stream is sys.stdout):
        print(FORMATS[options.format](found, _has_colour(out)), file=out)
    if found and options.format == "text":
        print(", ".join(filter(None, (_some(errors, "error"), _some(len(found) - errors, "warning")))), file=out)
    return bool(errors or (found and options.strict))


def _some(number: int, thing: str) -> str:
    return _count(number, thing) if number else ""


def _wrong(message: str, hint: str) -> int:
    print(f"talkbuilder: {message}\n  = hint: {hint}", file=sys.stderr)
    return WRONG_USE


def _shown(path: Path, root: Path) -> str:
    """A path as messages print it: from the talk folder where it lies below it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)


def _has_colour(stream: object) -> bool:
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def _speak_utf8() -> None:
    """Windows consoles speak an older code page by default, in which curly quotes cannot be printed."""
    if os.name == "nt":
        os.system("")  # makes the console understand colours
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


COMMANDS = {"build": _build, "check": _check, "explain": _explain, "schema": _schema, "new": _new}
