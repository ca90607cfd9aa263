"""`talkbuilder new`: a small talk that builds at once and shows by example how one is written."""

import json
import re
from contextlib import suppress
from importlib import resources
from pathlib import Path, PurePath

from msgspec import Struct

from talkbuilder.authoring.schema import NAMES, Offers, offers_of, schema, with_ids
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source import ids
from talkbuilder.source.project import ASSETS, Project
from talkbuilder.source.scalars import as_scalar
from talkbuilder.stages.read import EVENTS, NO_TALKS, POSTS, read_library, talk_names

SCHEMA_FILES = {name: f".vscode/{name}.schema.json" for name in NAMES}
SETTINGS = ".vscode/settings.json"
WITH_IDS = "with the ids of this folder; 'talkbuilder build' keeps them fresh"
IGNORED = ".gitignore"
_POST = "trees-behind-the-school.txt"
_LIBRARY = ("people", "sources", "facts", "quotes", "actions", "media")

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class About(Struct, frozen=True):
    """What only a person knows of a talk; what is left out stays as the sample has it."""

    title: str = ""
    minutes: int | None = None
    speaker: str = ""


class Unstarted(Exception):
    """Nothing was written; says why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def start(root: Path, name: str, about: About | None = None) -> tuple[Path, ...]:
    """Writes a talk, and whatever else it needs that is not there yet; returns what was written. Raises Unstarted."""
    about = about or About()
    talk = check_name(root, name)
    wanted = {talk: _about(_talk(root), name, about)}
    ignored = root / IGNORED
    if not _has_library(root):
        wanted |= {root / "assets" / f"{file}.yaml": _file(f"{file}.yaml") for file in _LIBRARY}
        wanted[root / "assets" / "people.yaml"] = _file("people.yaml").replace(
            "SPEAKER", as_scalar(about.speaker or "The speaker")
        )
        wanted[root / POSTS / _POST] = _file(_POST)  # without it nothing would prove the sample's fact and quotation
    wanted[root / "talks" / f"{EVENTS}.yaml"] = _file(f"{EVENTS}.yaml").replace("NAME", name)
    wanted |= {root / file: schema_text(kind) for kind, file in SCHEMA_FILES.items()}
    wanted[root / SETTINGS] = _file("settings.json")
    try:
        written = tuple(path for path, text in wanted.items() if _write_new(path, text))
        return (*written, ignored) if _ignore(ignored, root) else written
    except OSError as fault:
        raise Unstarted(
            f"cannot write to '{root}': {fault.strerror}", "choose a folder that you may write to"
        ) from fault


def check_name(root: Path, name: str) -> Path:
    """The file of a new talk. Raises Unstarted where there is one, or where nothing can be called so."""
    if ids.is_device(name):
        hint = "Windows keeps this name for a device" + (f": call it '{name}-1'" if ids.is_id(name) else "")
        raise Unstarted(f"'{name}' cannot be the name of a talk", hint)
    if not ids.is_id(name) or name in NO_TALKS:
        raise Unstarted(f"'{name}' cannot be the name of a talk", _other_name(name))
    talk = root / "talks" / f"{name}.yaml"
    if talk.exists():
        raise Unstarted(f"there is a talk '{name}' already", "choose another name; it was left as it is")
    return talk


def _other_name(name: str) -> str:
    """What to do about a name that no talk can have."""
    if name in NO_TALKS:
        return f"talks/{name}.yaml is the list of bookings: choose another name, such as '{name}-talk'"
    bare = PurePath(name).name.removesuffix(".yaml").removesuffix(".yml")
    better = ids.as_id(bare.lower().translate(_UMLAUTS))
    such = f", such as '{better}'" if better else ""
    return f"use small letters from a to z, digits and hyphens{such}; its title, in 'talk:', may be anything"


def is_sample(id: str, text: str | None) -> bool:
    """Whether it is the source of the sample, as it comes with a new folder."""
    return f"{id}.txt" == _POST and text == _file(_POST)


def schema_text(kind: str = "outline", offers: Offers | None = None) -> str:
    """The schema of a kind of file as it lies in the folder for the editor; with what that offers, if it is given."""
    made = schema(kind)
    if offers is not None:
        made = {"$comment": WITH_IDS, **with_ids(made, offers)}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def completions(project: Project, library: Library) -> dict[str, str]:
    """The schemas with what a folder offers, by the paths that they have in it; and what leads an editor to them."""
    settings = {} if (project.root / SETTINGS).exists() else {SETTINGS: _file("settings.json")}
    drawings = (Path(name).stem for name in project.names(f"{ASSETS}/drawings", ".svg"))
    offers = offers_of(library, talk_names(project), drawings)
    return settings | {file: schema_text(kind, offers) for kind, file in SCHEMA_FILES.items()}


def write_completions(project: Project, library: Library) -> list[str]:
    """Writes those schemas that would change; returns their paths. Raises OSError where that fails."""
    written = []
    for file, text in completions(project, library).items():
        target, data = project.root / file, text.encode()
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(exist_ok=True)
            write_whole(target, data, project.root)
            written.append(file)
    return written


def refresh(project: Project, library: Library) -> None:
    """Keeps them fresh where somebody has asked for them; that they cannot be written stops no build."""
    with suppress(OSError, UnicodeDecodeError):
        with (project.root / SCHEMA_FILES["outline"]).open(encoding="utf-8") as file:
            has_ids = WITH_IDS in file.read(len(WITH_IDS) * 2)
        if has_ids:
            write_completions(project, library)


def _write_new(path: Path, text: str) -> bool:
    """Writes a file unless there is one; returns whether it did."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _ignore(file: Path, root: Path) -> bool:
    """Keeps posts, exports and decks out of version control; adds to a file that is there. Returns whether it wrote."""
    before = file.read_text("utf-8", "surrogateescape") if file.is_file() else ""
    known = {line.strip().strip("/") for line in before.splitlines()}
    lines = _file("gitignore").splitlines()
    missing = [line for line in lines[1:] if line.strip("/") not in known]
    if not missing:
        return False
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = before + gap + "\n".join((lines[0], *missing)) + "\n"
    write_whole(file, text.encode("utf-8", "surrogateescape"), root)
    return True


def _about(text: str, name: str, about: About) -> str:
    """The sample talk, as that of somebody: a fifth of the slot stays free for questions."""
    title = about.title or name.replace("-", " ").capitalize()
    if about.title:
        text = re.sub(r"^subtitle: .+", "# subtitle: a line that says what it is about", text, flags=re.MULTILINE)
    text = text.replace("TITLE", as_scalar(title)).replace("SPEAKER", as_scalar(about.speaker or "Your name"))
    if about.minutes:
        text = re.sub(r"^minutes: \d+", f"minutes: {about.minutes}", text, flags=re.MULTILINE)
        text = re.sub(r"^questions: \d+", f"questions: {round(about.minutes / 5)}", text, flags=re.MULTILINE)
    return text


def _talk(root: Path) -> str:
    """The sample talk. In a folder with a library it draws on entries of that, and leaves out what has none."""
    if not _has_library(root):
        return _file("first.yaml")
    text = _file("second.yaml")
    library = read_library(Project(root), Report())
    found = {
        "example-fact": (one.id for one in library.of(Fact) if one.status == "ok"),
        "example-quote": (one.id for one in library.of(Quote) if not one.sensitive),
        "example-action": (one.id for one in library.of(Action) if one.contacts),
    }
    for ours, theirs in found.items():
        first = next(theirs, None)
        text = text.replace(ours, first) if first else _without(text, ours)
    return text


def _without(text: str, id: str) -> str:
    """The sample without the slide that is made of an entry, or else without the lines that name it."""
    blocks = [block for block in text.split("\n\n") if not re.search(rf"(quote|ask|number|cite): \[?{id}", block)]
    return "\n\n".join("\n".join(line for line in block.split("\n") if id not in line) for block in blocks)


def _has_library(root: Path) -> bool:
    return any((root / "assets" / f"{file}.yaml").exists() for file in _LIBRARY)


def _file(name: str) -> str:
    return resources.files("talkbuilder.authoring.starter").joinpath("files", name).read_text("utf-8")
