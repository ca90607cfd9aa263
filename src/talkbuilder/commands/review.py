"""`talkbuilder review`: shows entries beside their passages and slides beside what they rest on, to be signed."""

import argparse
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from talkbuilder.authoring.locking import tell_of_reviews
from talkbuilder.authoring.passages import Passage, Subject, citation, subjects
from talkbuilder.authoring.reviewing import LONGEST_NAME, add_line, is_name, line_of, slides_of, uses_of
from talkbuilder.authoring.side_by_side import caution_of, told_of
from talkbuilder.authoring.slides import SlideSubject
from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.console import print_faults, print_json, print_line, typed
from talkbuilder.commands.folder import names_of, root_of
from talkbuilder.commands.keyboard import ask_key, ask_line
from talkbuilder.commands.options import Folder, Format, Talks, add_format
from talkbuilder.commands.status import FAULTS, FINE, INTERRUPTED, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.evidence.library.exposed import hidden, kept_by, without_names
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.evidence.library.reviews import REVIEWS, Standing
from talkbuilder.evidence.proof.lock import LOCK
from talkbuilder.evidence.proof.proof import Proof, prove
from talkbuilder.source.characters import without_unprintable
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import for_evidence
from talkbuilder.stages.read import read_library, talk_names
from talkbuilder.stages.uses import names, resting_on

DESCRIPTION = (
    "Shows each fact and quotation that nobody has signed, or that was changed since, beside its passage in the post, "
    "then each slide beside what it rests on: y signs it, n sends it back with a note, s skips it, q quits. Writes "
    "assets/reviews.yaml, line by line. --page shows the same in the browser, with what differs between the two."
)

_KEYS = "[y] sign  [n] send back with a note  [s] skip  [q] quit:"
_OF_ENTRY = f"Is this what the post says? {_KEYS}"
_OF_SLIDE = f"Does it say no more than what it rests on? {_KEYS}"
_LABEL_WIDTH = 11
_WIDEST = 100


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
    by = " ".join(text.split())
    if text and not is_name(by):
        hint = f"write the reviewer's name, such as --by 'A. Reader', in {LONGEST_NAME} characters at most"
        raise WrongUse("--by takes a name", hint)
    return by


def run(options: Options) -> int:
    root = root_of(options.folder, Talks(options.names))
    if options.page:
        return _browse(root, options)
    report, project = Report(), Project(root)
    library = read_library(project, report)
    library.reviews()  # so that its faults are reported
    if for_evidence(report, library).failed:
        print_faults(report.diagnostics, "text")
        return FAULTS
    proof = prove(library)
    slides = _Slides(project, library)
    found = _wanted(subjects(library, proof), options.names, slides)
    if options.format == "json":
        told = [_entry(one, library) for one in found] + [_slide(one) for one in slides.wanted]
        print_json(hidden(told, kept_by(library)[0]))
        return FINE
    session = _Session(root, library, project.today, proof)
    return session.walk(found, tuple(slides.wanted), tuple(slides.faulty), options.by, bool(options.names))


def _browse(root: Path, options: Options) -> int:
    """The page of the talk that is named, or of all; of a talk that cannot be built it shows the entries."""
    from urllib.parse import quote

    project = Project(root)
    if len(options.names) > 1:
        raise WrongUse("--page takes one talk", "name none, and choose on the page")
    named = names_of(Talks(options.names), project) if options.names else ()
    talk = next(iter(named or talk_names(project)), "")
    page = f"review?talk={quote(talk)}" if named else "review"
    browse(root, talk, options.browser, page=page, by=options.by)
    return FINE


class _Slides:
    """The slides of talks, which are resolved when they are asked for; `wanted` are those to be reviewed."""

    def __init__(self, project: Project, library: Library) -> None:
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

    def _of(self, name: str) -> tuple[SlideSubject, ...]:
        slides, are_all = slides_of(self.project, self.library, name)
        if not are_all:
            self.faulty.append(name)
        return slides


def _wanted(all: Sequence[Subject], names: tuple[str, ...], slides: _Slides) -> tuple[Subject, ...]:
    """What is to be reviewed: by default whatever nobody has signed as it is now; what is named, in any case."""
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
    library = slides.library
    meant = names(library, name)
    if not meant and not slides.add_named(name):
        known = (*slides.talks, *library.facts, *library.quotes)
        raise WrongUse(f"'{name}' is no talk, no entry and no slide", near(name, known))
    for one in meant:
        yield from resting_on(library, one)


def _entry(one: Subject, library: Library) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        **_signed(one.standing),
        **{name.replace(" ", "_"): value or None for name, value in one.lines},
        "who": library.credit(one.who),
        "post": one.entry.post.value,
        "citation": citation(one, library),
        "before": one.passage.before if one.passage else None,
        "passage": one.passage.words if one.passage else None,
        "after": one.passage.after if one.passage else None,
        "beside": [{"before": it.before, "passage": it.words, "after": it.after} for it in one.beside],
        "review": [one.question] if one.question else [],
        "protected": caution_of([value for _, value in one.lines], library) or None,
    }


def _slide(one: SlideSubject) -> dict[str, object]:
    return {
        "kind": one.kind,
        "talk": one.talk,
        "id": one.id,
        "title": one.title,
        "file": typed(one.span.source.name),
        "line": one.span.line,
        **_signed(one.standing),
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


def _signed(standing: Standing) -> dict[str, object]:
    review = standing.review
    return {
        "state": standing.state,
        "by": review.by.value if review else None,
        "on": review.on.value if review else None,
        "note": review.reason or None if review else None,
    }


class _Session:
    """One reviewer going through entries, then slides; each answer is on disk before the next is shown."""

    def __init__(self, root: Path, library: Library, today: str, proof: Proof) -> None:
        self._root, self._library, self._today, self._proof = root, library, today, proof
        self._done = {"signed": 0, "returned": 0, "skipped": 0}

    def walk(
        self,
        entries: tuple[Subject, ...],
        slides: tuple[SlideSubject, ...],
        faulty: tuple[str, ...],
        by: str,
        with_returned: bool,
    ) -> int:
        found: tuple[Subject | SlideSubject, ...] = (*(one for one in entries if one.can_be_signed), *slides)
        shown = [one for one in found if with_returned or one.standing.state != "returned"]
        for line in _aside(entries, slides, faulty):
            print_line(line)
        if not shown:
            if tell_of_reviews(self._root, self._proof):  # of a review that was ended before it could
                print_line(f"wrote {typed(LOCK)}")
            print_line("nothing that can be reviewed here" if entries or slides else "nothing to review")
            return FAULTS if any(not one.can_be_signed for one in entries) else FINE
        try:
            by = by or _ask_name()
            for number, subject in enumerate(shown, start=1):
                if not self._review(subject, f"{number:,} of {len(shown):,}", by):
                    break
        except KeyboardInterrupt:
            self._end(len(shown))
            return INTERRUPTED
        self._end(len(shown))
        return FINE

    def _review(self, subject: Subject | SlideSubject, number: str, by: str) -> bool:
        """Shows an entry or a slide and does what is answered; False to end."""
        if isinstance(subject, SlideSubject):
            _show_slide(subject, number, self._library)
        else:
            _show(subject, number, self._library)
        while True:
            match ask_key(_OF_SLIDE if isinstance(subject, SlideSubject) else _OF_ENTRY, "ynsq"):
                case "y":
                    self._write(subject, "signed", by, "")
                    return True
                case "n":
                    note = without_unprintable(ask_line("What is wrong with it?") or "").strip()
                    if note:
                        self._write(subject, "returned", by, note)
                        return True
                    print_line("nothing was written: a note tells its author what to mend")
                case "s":
                    self._done["skipped"] += 1
                    return True
                case _:
                    return False

    def _write(self, subject: Subject | SlideSubject, state: str, by: str, note: str) -> None:
        add_line(self._root, line_of(subject, state, by, self._today, note))
        self._done[state] += 1

    def _end(self, total: int) -> None:
        """Tells what was done; the lock, if there is one, then tells of the new reviews."""
        signed, returned, skipped = self._done.values()
        left = total - signed - returned - skipped
        locked = (signed or returned) and tell_of_reviews(self._root, self._proof)
        print_line(
            f"\n{signed:,} signed, {returned:,} sent back, {skipped:,} skipped, {left:,} not yet shown"
            + (f"; wrote {typed(REVIEWS)}" if signed or returned else "")
            + (f" and {typed(LOCK)}" if locked else "")
        )


def _aside(entries: Sequence[Subject], slides: Sequence[SlideSubject], faulty: Sequence[str]) -> Iterator[str]:
    away = [one for one in entries if not one.can_be_signed]
    standings = (*(one.standing for one in entries), *(one.standing for one in slides))
    returned = sum(one.state == "returned" for one in standings)
    if away:
        verb = "y cannot" if len(away) == 1 else "ies cannot"
        yield (
            f"{len(away):,} entr{verb} be signed: one signs only beside the passage, and the post is not here, or the "
            "entry has a fault\n  = hint: 'talkbuilder import FILE' takes posts in; 'talkbuilder verify' tells faults"
        )
    for talk in faulty:
        yield f"slides of '{talk}' with faults cannot be signed\n  = hint: 'talkbuilder check {talk}' tells the faults"
    if returned:
        yield f"{returned:,} sent back before, and not changed since: name one by its id to look at it again"


def _ask_name() -> str:
    """Who reviews. Raises WrongUse where nobody answers."""
    while (name := ask_line("Your name, as it stands beside what you sign:")) is not None:
        if is_name(name):
            return name
    raise WrongUse("it is not known who reviews", 'add your name, as in --by "Anna Miller"')


def _show(subject: Subject, number: str, library: Library) -> None:
    kept = kept_by(library)[0]
    print_line(f"\n{number}: {subject.kind} {subject.id} ({told_of(subject.standing)})", bold=True)
    who = f"{library.credit(subject.who)} ({subject.who})"
    for name, value in (*subject.lines, ("who", who), ("post", citation(subject, library))):
        if value:
            print_line(_labelled(name, value, kept))
    assert subject.passage
    print_line("")
    for passage in (subject.passage, *subject.beside):
        _show_passage(passage, kept)
    _ask_aside(subject.question, caution_of([value for _, value in subject.lines], library))


def _show_slide(subject: SlideSubject, number: str, library: Library) -> None:
    """The slide as it is seen and heard, then what it rests on."""
    kept = kept_by(library)[0]
    place, state = f"{typed(subject.span.source.name)}:{subject.span.line}", told_of(subject.standing)
    title = without_names(subject.title, kept)
    print_line(f"\n{number}: slide “{title}” of {subject.talk} ({place}; {state})", bold=True)
    _ask_aside("", caution_of([words for _, words in subject.lines], library))
    before = ""
    for name, words in subject.lines:
        print_line(_labelled("" if name == before else name, words, kept), bold=name == "title")
        before = name
    print_line("")
    print_line("  rests on" if subject.rests else "  rests on nothing but its speaker")
    for rest in subject.rests:
        unsigned = f" ({rest.standing.state})" if rest.standing and rest.standing.state != "signed" else ""
        told = without_names(f"{rest.id}: {rest.says}{unsigned}", kept)
        print_line(_wrapped(told, f"  {f'[{rest.number}]':>4} ", " " * 7))
    print_line("")


def _ask_aside(question: str, caution: str) -> None:
    for text, mark in ((question, "  ? "), (caution, "  ! ")):
        if text:
            print_line(_wrapped(text, mark, "    "))
    print_line("")


def _show_passage(passage: Passage, kept: Protected) -> None:
    for text, mark in ((passage.before, "    "), (passage.words, "  > "), (passage.after, "    ")):
        for paragraph in text.split("\n"):
            if paragraph.strip():
                print_line(_wrapped(without_names(paragraph, kept), mark, mark), bold=text is passage.words)


def _labelled(label: str, text: str, kept: Protected) -> str:
    return _wrapped(without_names(text, kept), f"  {label:{_LABEL_WIDTH}}", " " * (_LABEL_WIDTH + 2))


def _wrapped(text: str, first: str, rest: str) -> str:
    width = max(40, min(_WIDEST, shutil.get_terminal_size().columns - 1))
    return textwrap.fill(" ".join(text.split()), width, initial_indent=first, subsequent_indent=rest)
