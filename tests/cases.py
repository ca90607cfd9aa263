"""Markdown with small files inside, each fault marked on the line where it must appear; `explain/` is written so.

A fenced block is a file: after the language its info string names the path and, unless that is UTF-8, the encoding. A
talk that begins with `- ` is a list of slides, and is put into a small talk. Whatever a case does not hold is there all
the same: the small library of `tests/library/`, a second post, `village`, a talk of one slide, and two pictures,
`assets/images/gate.png` and `small.png`. Where there is a file `talks/events.yaml`, the talk is built for the event
that stands in it.

The lock is written without its closing line, whose hash no reader could check.

The line of a fault ends in ` # error[E001]`. Where a comment would spoil the file, a line below the block tells:
`Reported: talks/talk.yaml, line 3: error[E012]`, without the line for a fault that has no place.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct
from PIL import Image

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.lock import LOCK, Proved, write_lock
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, make
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import faults_for, load_library
from talkbuilder.stages.read import read_events, read_outline
from tests.memory import MemoryProject

TALK = "talks/talk.yaml"
EVENTS = "talks/events.yaml"
HEAD = "talk: A talk\nspeaker: Your name\nnotes: Good evening.\nsections:\n- section: Part\n  notes: So.\n  slides:\n"
# For who counts what is reported: nobody has reviewed a small talk.
UNREVIEWED = "allow: {C030: {why: nobody reviews what is invented, by: A. Reader, on: 2026-11-25}}\n"
TAIL = "sources: {title: Sources, notes: Ask me.}\n"
SLIDES = "- {title: One thing to do, ask: example-action, notes: Do it.}\n"
# What the entries of examples point to.
POST = """
Yes, it is so. As everybody knows who has ever waited for a bus in the rain, it is over before one notices.
We set out early in the morning, before anybody else was awake, and we walked along the river until the sun came over
the hills, and then we sat down on a wall, and somebody had brought bread, and we shared it. So it is.
The village had seven wells. Now the village has five wells, and a market.
"""


def _library(name: str) -> str:
    return (Path(__file__).parent / "library" / name).read_text("utf-8")


LIBRARY: Mapping[str, str] = {
    **{f"assets/{name}.yaml": _library(f"{name}.yaml") for name in ("people", "sources", "facts", "quotes", "actions")},
    "assets/sources.yaml": _library("sources.yaml") + "village: {title: The village, date: 2012-04}\n",
    "assets/posts/example-post.txt": _library("example-post.txt") + POST,
}

_UNTOLD = "C318"
_AT_RISK = "C360"
_OLD = "C321"  # nor does anybody say of which year their figures are
_TIMING = ("C103", "C104", "C105")
_UNREVIEWED = "C030"
_LABEL = r"(?:error|unproved|warning|advice)\[[A-Z]\d{3}\]"
_BLOCK = re.compile(r"^```\w+ (?P<path>\S+)(?: (?P<encoding>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(rf" #((?: {_LABEL})+)$")
_REPORTED = re.compile(rf"^Reported: (?P<path>[^,:\n]+)(?:, line (?P<line>\d+))?: (?P<label>{_LABEL})$", re.MULTILINE)

Faults = Counter[tuple[str, int, str]]  # file, line (0 where there is none), and error[CODE]


class Case(Struct, frozen=True):
    """Files, and what must be reported of them."""

    files: Mapping[str, bytes]
    expected: Faults


def section(markdown: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", markdown, re.MULTILINE | re.DOTALL)
    assert found, f"there is no '## {heading}'"
    return found[1]


def read_case(markdown: str) -> Case:
    """The files of a piece of Markdown, and the faults that are marked in it."""
    files: dict[str, bytes] = {}
    expected: Faults = Counter()
    shift: dict[str, int] = {}
    for block in _BLOCK.finditer(markdown):
        path, text = block["path"], block["text"]
        if path == TALK and text.startswith("- "):
            text = talk(text)
            shift[path] = HEAD.count("\n")
        data = text.encode(block["encoding"] or "utf-8")
        files[path] = _closed(data) if path == LOCK else data
        for number, line in enumerate(text.split("\n"), start=1):
            if marks := _MARKS.search(line):
                expected.update((path, number, label) for label in marks[1].split())
    for told in _REPORTED.finditer(markdown):
        line = int(told["line"]) + shift.get(told["path"], 0) if told["line"] else 0
        expected[told["path"], line, told["label"]] += 1
    return Case(files, expected)


def _closed(lock: bytes) -> bytes:
    """A lock with its closing line, as all have that are whole; one that is not stays as it is."""
    decoder = msgspec.json.Decoder(Proved)
    try:
        return write_lock(decoder.decode(line) for line in lock.splitlines())
    except msgspec.MsgspecError:
        return lock


def talk(slides: str = SLIDES) -> str:
    """A whole talk, without a fault, around slides that are written at the left margin."""
    indented = "".join(f"  {line}" if line.strip() else line for line in slides.splitlines(keepends=True))
    return f"{HEAD}{indented}{TAIL}"


def talk_in_time(slides: str = SLIDES.replace("Do it.", "'Do it. [pause 10]'")) -> str:
    """The same, with pauses that fill its slot, so that nothing is reported of its time or of reviews either."""
    text = talk(slides)
    text = text.replace("Good evening.", "Good evening. [pause 100]").replace("So.", "So. [pause 108]")
    return f"{text}minutes: 4\nquestions: 0\n{UNREVIEWED}"


@cache
def picture(width_px: int = 64, height_px: int = 32, kind: str = "PNG") -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (width_px, height_px), (120, 150, 90)).save(out, kind)
    return out.getvalue()


def diagnostics(
    files: Mapping[str, str | bytes],
    timing: bool = False,
    reviews: bool = False,
    risks: bool = False,
) -> tuple[Diagnostic, ...]:
    """What is reported of files and their surroundings; files that are named replace those that are there.

    How well a talk fills its time is left out unless it is asked for, since small talks never do; so is that nobody has
    reviewed what it rests on, that nobody was told of what is hard to hear, and nobody asked.
    """
    around: dict[str, str | bytes] = {
        **LIBRARY,
        "assets/images/gate.png": picture(1280, 640),
        "assets/images/small.png": picture(),
    }
    if not any(path.startswith("talks/") and path != EVENTS for path in files):
        around[TALK] = talk()
    project, report = MemoryProject(around | dict(files)), Report()
    build_once(project, report, BuildOptions(_occasion(project, report)))
    found = report.diagnostics if reviews else apart_from_reviews(report.diagnostics)
    found = found if risks else _apart_from(found, (_UNTOLD, _AT_RISK))
    return found if timing else _apart_from(found, _TIMING)


def build_once(project: MemoryProject, report: Report, options: BuildOptions) -> Deck | None:
    """Builds `talk` as `pipeline.build` does; a library is read and checked once for all talks that rest on it."""
    library, of_library = _loaded(frozenset(one for one in project._files.items() if one[0] != TALK))
    outline = read_outline(project, "talk", report)
    deck = make("talk", outline, library, report, options) if outline else None
    for fault in faults_for(("talk",), project, library, of_library):
        report(fault)
    return deck


@lru_cache(maxsize=16)
def _loaded(files: frozenset[tuple[str, bytes]]) -> tuple[Library, Report]:
    of_library = Report()
    return load_library(MemoryProject({**dict(files), TALK: ""}), of_library), of_library


def _occasion(project: Project, report: Report) -> Occasion:
    """The event of a case, which has one at most; all its faults count."""
    events = read_events(project, report)
    assert len(events) <= 1
    event = next((one for one in events.values() if isinstance(one, Event)), None)
    return Occasion(event, today=project.today)


def apart_from_proof(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is not about the proof of entries: for tests of something else, whose entries stand in no post."""
    return tuple(one for one in found if not one.code.startswith("E1"))


def apart_from_timing(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is not about how well time is used, nor that nobody has reviewed the entries: for tests of something else,
    whose talks are over in no time and rest on what was made up for them."""
    return _apart_from(found, (_UNREVIEWED, _OLD, *_TIMING))


def apart_from_reviews(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is not that nobody has reviewed the entries, which of ours nobody has."""
    return _apart_from(found, (_UNREVIEWED,))


def _apart_from(found: Iterable[Diagnostic], codes: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in found if one.code not in codes)


def faults(found: tuple[Diagnostic, ...]) -> Faults:
    """Diagnostics as they are marked."""
    return Counter((one.place[0], one.place[1], f"{one.meaning.severity}[{one.code}]") for one in found)


def check(case: Case, timing: bool = False, reviews: bool = False) -> None:
    """Asserts that exactly the marked faults are reported; of timing and reviews only where that is asked for."""
    risks = any(code in label for _, _, label in case.expected for code in (_UNTOLD, _AT_RISK))
    found = diagnostics(case.files, timing, reviews, risks)
    assert faults(found) == case.expected, "\n".join(f"{one.place} {one.code} {one.message}" for one in found)
