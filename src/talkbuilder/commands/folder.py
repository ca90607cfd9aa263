"""What a command line means: the talk folder, its talks, and what decks are made for."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import display_path, note, print_faults, stand_in
from talkbuilder.commands.options import Events, Folder, Request, Talks
from talkbuilder.commands.status import FAULTS, WRONG_USE, FaultsFound, WrongUse
from talkbuilder.diagnostics import Diagnostic, Refused, Report, near
from talkbuilder.source.events import Event, Occasion, upcoming
from talkbuilder.source.fields import Broken
from talkbuilder.source.project import Project, find_root
from talkbuilder.stages.read import EVENTS, TALKS, read_events, read_library, read_outline, talk_names

if TYPE_CHECKING:
    from talkbuilder.evidence.library.protected import Protected
    from talkbuilder.layout.page import Deck

_MOST_NAMED = 5  # talks
UNSETTLED = "assets/posts/.imported"  # what an import has ready, until it lies where it belongs


def root_of(folder: Folder, talks: Talks | None = None) -> Path:
    """The talk folder; one that is not named is that of the first talk given as a file, or the nearest upwards.

    From then on, its files are printed as they can be typed. Raises WrongUse where there is none.
    """
    root = _root(folder, talks)
    stand_in(root)
    _settle(root)
    return root


def deck_at(deck: str, root: Path) -> Path:
    """A deck by its path, from where one stands or in its talk folder. Raises WrongUse where there is none."""
    found = next((file for file in (Path(deck), root / deck) if file.is_file()), None)
    if found is None:
        where = " here" if root == Path.cwd() else f" here or in '{display_path(root)}'"
        raise WrongUse(f"there is no deck '{deck}'{where}", "'talkbuilder build' builds decks into build/")
    return found


def protected_of(root: Path) -> "Protected":
    """What a folder protects. Raises WrongUse where its list cannot be read."""
    from talkbuilder.evidence.library.exposed import kept_by

    kept, faults = kept_by(read_library(Project(root), Report(), ()))
    for fault in faults:
        raise WrongUse(f"{fault.file}: {fault.message}", fault.hint)
    return kept


def refuse_protected(root: Path, name: str) -> None:
    """Raises WrongUse for the name of a file that would tell a protected one."""
    if protected_of(root).hits(name):
        raise WrongUse("this name holds one that is protected, and files are called by it", "choose another name")


def _settle(root: Path) -> None:
    """Ends an import that was killed when all that it had to do was to move its posts into place."""
    if not (root / UNSETTLED).is_dir():
        return
    from talkbuilder.posts.archive import Archive

    try:
        Archive(root).settle()
    except Refused as fault:
        print_faults((fault.diagnostic,), "text")


def _root(folder: Folder, talks: Talks | None) -> Path:
    if folder.folder:
        root = Path(folder.folder)
        if (root / "talks").is_dir():
            return root
        if not root.is_dir():
            raise WrongUse(
                f"there is no folder '{folder.folder}'", "name the talk folder, which holds 'talks', letter by letter"
            )
        message = f"'{folder.folder}' is no talk folder: it has no folder 'talks'"
        raise WrongUse(message, "name the folder that holds 'talks'")
    files = (Path(talk) for talk in (talks.names if talks else ()) if talk.endswith((".yaml", ".yml")))
    for start in (*(file.resolve().parent for file in files if file.is_file()), Path.cwd()):
        if found := find_root(start):
            return found
    message = "there is no talk folder here or above"
    raise WrongUse(message, "'talkbuilder new my-talk' begins one; -C DIR names one elsewhere")


def decks_of(
    project: Project, talks: Talks, report: Report, occasion: Occasion, template: Path | None = None
) -> "list[tuple[Deck, float]]":
    """The decks of the talks that are named, all if none is, with the seconds that each took. Raises as `names_of`."""
    from talkbuilder.pipeline import BuildOptions, build

    began = time.perf_counter()
    decks = []
    for deck in build(project, names_of(talks, project), report, BuildOptions(occasion, template)):
        now = time.perf_counter()
        decks.append((deck, now - began))
        began = now
    return decks


def names_of(talks: Talks, project: Project) -> tuple[str, ...]:
    """The names of the talks that are meant, all if none is named.

    Raises WrongUse where there are none or one lies elsewhere, FaultsFound where one is not there.
    """
    known = talk_names(project)
    names = tuple(dict.fromkeys(_name(talk, project.root) for talk in talks.names))
    if not names and not known:
        raise WrongUse("there are no talks yet", "'talkbuilder new my-talk' begins one")
    if unknown := [name for name in names if name not in known]:
        raise _unknown(unknown, project)
    return names or known


def name_of(talks: Talks, project: Project) -> str:
    """The one talk that is meant. Raises as `names_of` does, and WrongUse where it may be any of several."""
    names = names_of(talks, project)
    if len(names) > 1:
        raise WrongUse("which talk?", f"name one of: {', '.join(names)}")
    return names[0]


def _name(talk: str, root: Path) -> str:
    """The name of a talk that was given by name or as a file of the talk folder; any other path is left as it is."""
    path = Path(talk.replace("\\", "/"))
    if path.suffix == "":
        return talk
    lies_here = (
        path.name == talk
        or path.as_posix() == f"talks/{path.name}"
        or path.resolve().parent == (root / "talks").resolve()
    )
    return path.stem if path.suffix in (".yaml", ".yml") and lies_here else talk


def _unknown(names: Sequence[str], project: Project) -> WrongUse | FaultsFound:
    """What to raise for talks that are not there: each with the nearest name that is."""
    report = Report()
    for name in names:
        if "/" in name or "\\" in name:
            listed = ", ".join(talk_names(project)[:_MOST_NAMED]) or "none yet"
            hint = f"talks lie in talks/ (there: {listed}); -C names another folder"
            return WrongUse(f"'{name}' is no talk of this folder", hint)
        read_outline(project, name, report)
    return FaultsFound(report.diagnostics, status=WRONG_USE)


def occasion_of(request: Request, today: str, event: Event | None = None, with_contact: bool = False) -> Occasion:
    wanted, look = request.edition, request.template.look
    return Occasion(event, wanted.minutes, wanted.audience, wanted.aspect, with_contact, today, request.is_final, look)


def events_of(wanted: Events, talks: Talks, project: Project, report: Report) -> tuple[list[Event], list[str]]:
    """The events that are asked for, the next one first, and the ids of those that cannot be read.

    Raises WrongUse or FaultsFound where there is none to build for.

    Talks that are named besides choose among the events of --events; that of --event must be for one of them.
    """
    names = names_of(talks, project) if talks.names else ()
    if wanted.event is not None and wanted.events:
        raise WrongUse("--event and --events do not go together", "name one event, or build for all that lie ahead")
    events = read_events(project, report, wanted.event)
    if not events and report.failed:
        raise FaultsFound(report.diagnostics)
    if not events:
        hint = (
            "take the '#' away before the lines of the sample there, or write a name such as 'library-evening:' and "
            "below it, behind two blanks each, 'talk:' and 'date:'"
        )
        raise WrongUse(f"there are no events in '{TALKS}/{EVENTS}.yaml'", hint)
    if wanted.event is not None:
        return [_event(wanted.event, names, events, report)], []
    unread = [id for id, event in events.items() if not isinstance(event, Event)]
    ahead = upcoming(events.values(), (wanted.today or project.today) if wanted.events == "upcoming" else "")
    if not ahead and (past := upcoming(events.values(), "")):
        last = past[-1]
        note(f"'{last.id}' was on {last.date.value}; '--event {last.id}' builds it all the same")
    return [event for event in ahead if not names or event.talk.value in names], unread


def _event(id: str, talks: tuple[str, ...], events: Mapping[str, Event | Broken], report: Report) -> Event:
    """The one event that is asked for, which must be for the talk that is named, if one is.

    Raises FaultsFound where it is not there or cannot be read, WrongUse where it is for another talk.
    """
    found = events.get(id)
    if found is None:
        file = f"{TALKS}/{EVENTS}.yaml"
        report(Diagnostic("E001", f"no event '{id}'", hint=near(id, events), file=file))
    if not isinstance(found, Event):
        raise FaultsFound(report.diagnostics, status=WRONG_USE if found is None else FAULTS)
    if {*talks} - {found.talk.value}:
        raise WrongUse(f"'{found.id}' is for the talk '{found.talk.value}'", "leave out the talk, or the event")
    return found
