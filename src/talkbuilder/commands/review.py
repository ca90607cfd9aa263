"""`talkbuilder review`: shows entries beside their passages and slides beside what they rest on, to be signed."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.console import print_faults, print_json, typed
from talkbuilder.commands.folder import names_of, root_of
from talkbuilder.commands.options import Folder, Format, Talks, add_format
from talkbuilder.commands.passage import protected
from talkbuilder.commands.signing import Session
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.authoring.passages import Subject
    from talkbuilder.authoring.slides import SlideSubject
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.source.project import DiskProject

DESCRIPTION = (
    "Shows each fact and quotation that nobody has signed, or that was changed since, beside its passage in the post, "
    "then each slide beside what it rests on: y signs it, n sends it back with a note, s skips it, q quits. Writes "
    "assets/reviews.yaml, line by line. --page shows the same in the browser, with what differs between the two."
)


class Options(Struct, frozen=True):
    names: tuple[str, ...]
    folder: Folder
    by: str
    format: Format
    page: bool
    browser: Browser

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = (
            "a talk, for what it uses and its slides; or an entry, a post, a person or a slide by its id (default: the "
            "whole library and all slides)"
        )
        parser.add_argument("names", nargs="*", metavar="NAME", help=help)
        Folder.add(parser)
        help = "who reviews (default: asked at the beginning)"
        parser.add_argument("--by", type=_reviewer, metavar="NAME", default="", help=help)
        help = "review in the browser, statement and source side by side; NAME is then a talk"
        parser.add_argument("--page", action="store_true", help=help)
        Browser.add(parser)
        add_format(parser, "text to review, json to list what there is to review (default: text)")

    def __post_init__(self) -> None:
        if not self.page and (self.browser.port or not self.browser.opens):
            raise WrongUse("--port and --no-open are of --page", "add --page, or leave them out")


def _reviewer(text: str) -> str:
    from talkbuilder.authoring.signing import LONGEST_NAME, is_name

    by = " ".join(text.split())
    if text and not is_name(by):
        hint = f"write the reviewer's name, such as --by 'A. Reader', in {LONGEST_NAME} characters at most"
        raise WrongUse("--by takes a name", hint)
    return by


def run(options: Options) -> int:
    from talkbuilder.authoring.passages import subjects
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.library.exposed import hidden, kept_by
    from talkbuilder.evidence.proof.proof import prove
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    root = root_of(options.folder, Talks(options.names))
    if options.page:
        return _browse(root, options)
    report, project = Report(), DiskProject(root)
    library = read_library(project, report)
    library.reviews()  # so that its faults are reported
    if report.failed:
        print_faults(report.diagnostics, "text")
        return FAULTS
    proof = prove(library)
    slides = _Slides(project, library)
    found = _wanted(subjects(library, proof), options.names, slides)
    if options.format == "json":
        told = [_entry(one, library) for one in found] + [_slide(one) for one in slides.wanted]
        print_json(hidden(told, kept_by(library)[0]))
        return FINE
    session = Session(root, library, project.today, proof)
    return session.walk(found, tuple(slides.wanted), tuple(slides.faulty), options.by, bool(options.names))


def _browse(root: Path, options: Options) -> int:
    """The page of the talk that is named, or of all; of a talk that cannot be built it shows the entries."""
    from urllib.parse import quote

    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import talk_names

    project = DiskProject(root)
    if len(options.names) > 1:
        raise WrongUse("--page takes one talk", "name none, and choose on the page")
    named = names_of(Talks(options.names), project) if options.names else ()
    talk = next(iter(named or talk_names(project)), "")
    page = f"review?talk={quote(talk)}" if named else "review"
    browse(root, talk, options.browser, page=page, by=options.by)
    return FINE


class _Slides:
    """The slides of talks, which are resolved when they are asked for; `wanted` are those to be reviewed."""

    def __init__(self, project: "DiskProject", library: "Library") -> None:
        from talkbuilder.stages.read import talk_names

        self.project, self.library = project, library
        self.talks = talk_names(project)
        self.wanted: list[SlideSubject] = []
        self.faulty: list[str] = []  # talks of which some slides cannot be shown

    def add_open(self, talk: str) -> None:
        """All of a talk but those that somebody has signed as they are."""
        self.wanted += [one for one in self._of(talk) if one.standing.state not in ("signed", "waiting")]

    def add_named(self, id: str) -> bool:
        """Those of that id, in whichever talk; tells whether there are any."""
        found = [one for talk in self.talks for one in self._of(talk) if one.id == id]
        self.wanted += found
        return bool(found)

    def _of(self, name: str) -> "tuple[SlideSubject, ...]":
        from talkbuilder.authoring.reviewing import slides_of

        slides, are_all = slides_of(self.project, self.library, name)
        if not are_all:
            self.faulty.append(name)
        return slides


def _wanted(all: "Sequence[Subject]", names: tuple[str, ...], slides: _Slides) -> "tuple[Subject, ...]":
    """What is to be reviewed: by default whatever nobody has signed as it is now; what is named, in any case."""
    from talkbuilder.authoring.reviewing import uses_of

    open = {(one.kind, one.id): one for one in all if one.standing.state != "signed"}
    if not names:
        for talk in slides.talks:
            slides.add_open(talk)
        return tuple(open.values())
    known = {(one.kind, one.id): one for one in all}
    found: dict[tuple[str, str], Subject] = {}
    for name in names:
        talk = Path(name).stem if name.endswith((".yaml", ".yml")) else name
        is_talk = talk in slides.talks
        among = open if is_talk else known
        used = (key for key, _ in uses_of(slides.project, slides.library, talk))
        keys = used if is_talk else _named(name, slides)
        found |= {key: among[key] for key in keys if key in among}
        if is_talk:
            slides.add_open(talk)
    return tuple(found.values())


def _named(name: str, slides: _Slides) -> Iterator[tuple[str, str]]:
    """The entries that an id means, its own or what rests on a post or a person. Raises WrongUse where it means none,
    and no slide."""
    from talkbuilder.diagnostics import near
    from talkbuilder.stages.uses import names, resting_on

    library = slides.library
    meant = names(library, name)
    if not meant and not slides.add_named(name):
        known = (*slides.talks, *library.facts, *library.quotes)
        raise WrongUse(f"'{name}' is no talk, no entry and no slide", near(name, known))
    for one in meant:
        yield from resting_on(library, one)


def _entry(one: "Subject", library: "Library") -> dict[str, object]:
    from talkbuilder.authoring.passages import citation

    review = one.standing.review
    return {
        "kind": one.kind,
        "id": one.id,
        "state": one.standing.state,
        "by": review.by.value if review else None,
        "on": review.on.value if review else None,
        "note": review.reason or None if review else None,
        **{name.replace(" ", "_"): value or None for name, value in one.lines},
        "who": library.credit(one.who),
        "post": one.entry.post.value,
        "citation": citation(one, library),
        "before": one.passage.before if one.passage else None,
        "passage": one.passage.words if one.passage else None,
        "after": one.passage.after if one.passage else None,
        "beside": [{"before": it.before, "passage": it.words, "after": it.after} for it in one.beside],
        "review": [one.question] if one.question else [],
        "protected": protected(one, library) or None,
    }


def _slide(one: "SlideSubject") -> dict[str, object]:
    review = one.standing.review
    line, _ = one.span.source.position(one.span.start)
    return {
        "kind": one.kind,
        "talk": one.talk,
        "id": one.id,
        "title": one.title,
        "file": typed(one.span.source.name),
        "line": line,
        "state": one.standing.state,
        "by": review.by.value if review else None,
        "on": review.on.value if review else None,
        "note": review.reason or None if review else None,
        "texts": [{"key": name, "text": words} for name, words in one.lines],
        "rests_on": [
            {
                "number": rest.number,
                "kind": rest.kind,
                "id": rest.id,
                "says": rest.says,
                "state": rest.standing.state if rest.standing else None,
            }
            for rest in one.rests
        ],
    }
