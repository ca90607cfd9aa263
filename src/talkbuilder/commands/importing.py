"""`talkbuilder import`: blog exports and saved pages into the archive that facts and quotes are proved against."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, WRONG_USE, add_printing, count, print_faults, wrong
from talkbuilder.commands.folder import add_folder, root_of

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic, Report
    from talkbuilder.posts.archive import Archive, Tally

NAME = "import"
HELP = "take in blog posts"
DESCRIPTION = (
    "Takes in blog posts: a WordPress or Blogger export, a feed, a saved page, or a plain-text archive. New posts are "
    "added; nothing that is there changes unless --update says so. The posts stay on this machine: git ignores them."
)
_MEGABYTE = 1_000_000
_LARGEST = 150  # MB; ten thousand posts of 1,500 words fill 100


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="an export (.xml), a feed, a page (.html), or a .txt")
    add_folder(parser)
    parser.add_argument("--update", action="store_true", help="take the new text of posts that have changed")
    parser.add_argument(
        "--date", metavar="DATE", default="", help="for posts that tell none: 2012, 2012-04, 2012-04-18"
    )
    parser.add_argument("--max-mb", type=int, default=_LARGEST, metavar="N", help=f"largest file (default: {_LARGEST})")
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.source.dates import is_date

    if options.date and not is_date(options.date):
        return wrong(f"'{options.date}' is no date", "write 2012, 2012-04 or 2012-04-18")
    if missing := [file for file in options.files if not Path(file).is_file()]:
        return wrong(f"there is no file '{missing[0]}'", "compare the name letter by letter, and the folder it lies in")
    root = root_of(options)
    return WRONG_USE if root is None else _import(root, options)


def _import(root: Path, options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report
    from talkbuilder.posts.archive import Archive
    from talkbuilder.posts.archive.store import Unstored

    progress = _Progress()
    tallies: list[Tally] = []
    found: list[Diagnostic] = []
    try:
        archive = Archive(root, progress)
    except Unstored as fault:
        return FAULTS if _print([fault.diagnostic], tallies, options) else FINE
    for file in dict.fromkeys(options.files):
        report = Report()
        progress.begin(Path(file).name)
        try:
            tally = _take_in(Path(file), archive, report, options)
        finally:
            progress.end()
        tallies += [tally] if tally else []
        found += report.diagnostics
    return FAULTS if _print(found, tallies, options) else FINE


def _take_in(path: Path, archive: "Archive", report: "Report", options: argparse.Namespace) -> "Tally | None":
    """Imports one file; None, once that is reported, where it is not to be had."""
    from talkbuilder.diagnostics import Diagnostic
    from talkbuilder.posts.importers import importer_of

    if (size := path.stat().st_size) > options.max_mb * _MEGABYTE:
        megabytes = -(-size // _MEGABYTE)
        message = f"{megabytes:,} MB is more than the {options.max_mb:,} MB that are read without asking"
        hint = f"--max-mb {megabytes} reads it all the same; WordPress can also export one year at a time"
        report(Diagnostic("I003", message, file=path.name, hint=hint))
        return None
    data = path.read_bytes()
    importer = importer_of(data, path.name, report)
    if importer is None:
        return None
    return archive.take_in(path.name, data, importer, report, options.update, options.date)


class _Progress:
    """A line on the terminal that counts posts while a long import runs, and is gone when it is done."""

    def __init__(self) -> None:
        self._name, self._next, self._shown = "", 0.0, False

    def begin(self, name: str) -> None:
        self._name, self._next = name, time.monotonic() + 0.5

    def __call__(self, posts: int) -> None:
        if time.monotonic() >= self._next and sys.stderr.isatty():
            self._next, self._shown = time.monotonic() + 0.1, True
            print(f"\r\x1b[K{self._name}: {count(posts, 'post')} …", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _print(found: "list[Diagnostic]", tallies: "list[Tally]", options: argparse.Namespace) -> bool:
    """Prints faults and what was imported; tells whether the faults make the import fail."""
    if options.format == "json":
        return _print_json(found, tallies, options)
    failed = print_faults(found, options)
    for tally in tallies:
        print("\n".join(_lines(tally)), file=sys.stdout if options.format == "text" else sys.stderr)
    return failed


def _print_json(found: "list[Diagnostic]", tallies: "list[Tally]", options: argparse.Namespace) -> bool:
    import json

    import msgspec

    from talkbuilder.diagnostics.printing import as_json

    files = msgspec.to_builtins(tallies)
    print(json.dumps({"files": files, "diagnostics": json.loads(as_json(found))}, ensure_ascii=False, indent=1))
    return any(one.is_error or options.strict for one in found)


def _lines(tally: "Tally") -> list[str]:
    """What was found in a file, in a few lines."""
    from talkbuilder.posts.archive import tell_left_out

    numbers = f"{tally.new:,} new, {tally.known:,} known, {tally.changed:,} changed"
    lines = [f"{tally.name}: {tally.format}, {count(tally.posts, 'post')}, {count(tally.words, 'word')}: {numbers}"]
    missing = (
        (tally.undated, "post", "without a date"),
        (tally.cut_short, "post", "cut short"),
        (tally.lost_links, "lost link", ""),
        (tally.pictures, "lost picture", ""),
        (tally.unbalanced, "paragraph", "with unpaired quote marks"),
    )
    if told := [f"{count(number, thing)} {rest}".strip() for number, thing, rest in missing if number]:
        lines.append(f"  {', '.join(told)}")
    if tally.left_out:
        lines.append(f"  left out: {tell_left_out(tally)}")
    return lines
