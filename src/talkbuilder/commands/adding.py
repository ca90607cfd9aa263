"""`find --add`: asks at a terminal for what only a person knows, or takes it as options, tries it, and writes it."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import note, print_json, typed
from talkbuilder.commands.keyboard import ask_key, ask_line
from talkbuilder.commands.passage import print_line
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.posts.search.filling import Filled, Kind
    from talkbuilder.posts.search.find import Passage
    from talkbuilder.posts.search.speakers import Marked

_WHO = ("who", "role", "quoted")  # what may be told of somebody who speaks and is not recorded yet
_ROLES = "source, or where it could hurt them: critic, survivor, minor, staff"
# What is asked: of a number only where there is one, and only what the passage does not tell.
_ASKED: "Mapping[Kind, tuple[tuple[str, str], ...]]" = {
    "fact": (
        ("says", "What it says, in your own words"),
        ("measure", "What the number counts"),
        ("show", "On slides"),
        ("unit", "Of what, in a word"),
        ("as_of", "For which year"),
    ),
    "quote": (("text", "The words; […] leaves some out"), ("translated", "Translated how, if it was")),
}
_OF_NUMBERS, _WHERE_MISSING = ("measure", "unit", "as_of"), ("unit", "as_of")


def values_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """What was told as KEY=VALUE. Raises WrongUse."""
    from talkbuilder.diagnostics import near
    from talkbuilder.posts.search.filling import FIELDS

    known = dict.fromkeys(("id", *_WHO, *FIELDS["fact"], *FIELDS["quote"]))
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in known:
            hint = near(key, known) if equals else "write the key, '=' and the value"
            raise WrongUse(f"--set takes KEY=VALUE, and '{pair}' is none", f"{hint}; the keys are {', '.join(known)}")
        found[key] = value
    return found


def kind_asked() -> "Kind":
    """Which of the two is to be made. Raises WrongUse where nobody is there to say it."""
    if _is_asking() and (key := ask_key("A [f]act or a [q]uotation?", "fq")):
        return "fact" if key == "f" else "quote"
    raise WrongUse("--add makes a fact or a quotation", "add --new-fact or --new-quote")


def add_entry(root: Path, kind: "Kind", passage: "Passage", told: Mapping[str, str], as_json: bool) -> int:
    """Adds what a passage holds; the exit status."""
    from talkbuilder.authoring.adding import NotAdded
    from talkbuilder.posts.search.filling import FILES, add

    own = dict(told)
    speaker = {key: own.pop(key) for key in _WHO if key in own}
    try:
        library, marked = _marked(root, passage)
        if _is_asking():
            print_line(
                f"\n  {library.credit(marked.part.who) or 'Nobody yet'}: {' '.join(marked.words.split())}\n", bold=True
            )
        if not marked.part.who:
            _name(root, library, marked, speaker)
        elif speaker.get("who", marked.part.who) not in (marked.part.who, library.credit(marked.part.who)):
            hint = f"if that is wrong, add to 'voices:' of '{passage.post}' in assets/sources.yaml who speaks where"
            raise WrongUse(f"'{marked.part.who}' speaks there, and not '{speaker['who']}'", hint)
        filled = _filled(root, kind, passage, own)
        if filled is None:
            note("no entry was written")
            return FAULTS
        add(root, filled)
    except NotAdded as refused:
        _tell([refused.diagnostic], library)
        note("no entry was written")
        return FAULTS
    if as_json:
        print_json({"use": filled.use, "kind": kind, "id": filled.id, "file": FILES[kind]})
    else:
        print(filled.use)
    note(f"it stands in {typed(FILES[kind])}; write what is printed into your talk")
    return FINE


def _marked(root: Path, passage: "Passage") -> "tuple[Library, Marked]":
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.proof.judge import Judge
    from talkbuilder.posts.search.speakers import mark
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    library = read_library(DiskProject(root), Report())
    marked = mark(passage.post, passage.start, passage.end, library, Judge(library, {}, for_lock=False))
    if marked is None:
        hint = (
            "type some of its words in quote marks, of one speaker, and see that assets/sources.yaml lists the source"
        )
        raise WrongUse("this passage is of more than one speaker, or of a source that is not listed", hint)
    return library, marked


def _name(root: Path, library: "Library", marked: "Marked", told: dict[str, str]) -> None:
    """Writes down who speaks, as told or asked. Raises NotAdded, and WrongUse where nobody says who."""
    from talkbuilder.posts.search.speakers import Speaker, add_speaker

    if _is_asking() and "who" not in told:
        print_line(f"Nobody is recorded as the speaker: {marked.part.why}.")
        told["who"] = ask_line("Who speaks here? An id of people.yaml, or what slides may call them:") or ""
        if told["who"] and told["who"] not in library.people:
            told["role"] = ask_line(f"Their role ({_ROLES}):") or ""
    who, is_quoted = told.get("who", ""), told.get("quoted", "").lower() in ("yes", "true")
    if not who:
        hint = "tell it with --set who=ID, or --set who='A mother, in a letter' --set role=source"
        raise WrongUse(f"it is not recorded whose words these are: {marked.part.why}", hint)
    is_known = who in library.people
    speaker = Speaker(who if is_known else "", "" if is_known else who, told.get("role", ""), is_quoted)
    id = add_speaker(root, library, marked, speaker)
    note(f"'{id}' speaks there, as {typed(marked.source.span.source.name)} now says")


def _filled(root: Path, kind: "Kind", passage: "Passage", own: dict[str, str]) -> "Filled | None":
    """The entry once it is sound; None where it is not, and nobody goes on."""
    from talkbuilder.evidence.proof.judge import Judge
    from talkbuilder.posts.search.filling import fill

    library, marked = _marked(root, passage)
    judge = Judge(library, {}, for_lock=False)
    given, is_first = frozenset(own), True
    while True:
        filled = fill(kind, marked, library, judge, own)
        if not _is_asking() or not is_first:
            _tell(filled.tried.faults, library)
            for line in (*filled.agrees, *filter(None, (filled.tried.question,))):
                note(line)
            if filled.tried.is_sound or not _is_asking():
                return filled if filled.tried.is_sound else None
        if not _ask(kind, own, given, lambda: fill(kind, marked, library, judge, own)):
            return None
        is_first = False


def _ask(kind: "Kind", own: dict[str, str], given: frozenset[str], again: "Callable[[], Filled]") -> bool:
    """Asks for what only a person knows; Enter keeps what stands in brackets. False where the input has ended."""
    filled = again()
    if len(filled.numbers) > 1 and "value" not in given:
        shown = dict(filled.numbers)
        answer = ask_line(f"Which number is it about: {', '.join(shown)}? [{filled.fields.get('show', 'none')}]")
        if answer is None:
            return False
        own |= {"value": shown[answer]} if answer in shown else {}
    for key, question in _ASKED[kind]:
        filled = again()
        now = filled.fields.get(key, "")
        is_wanted = ("value" in filled.fields or key not in _OF_NUMBERS) and not (now and key in _WHERE_MISSING)
        if key in given or not is_wanted:
            continue
        answer = ask_line(f"{question}{f' [{now}]' if now and now != 'false' else ''}:")
        if answer is None:
            return False
        own |= {key: answer} if answer else {}
    return True


def _tell(faults: "Iterable[Diagnostic]", library: "Library") -> None:
    """What is wrong, without the names that are protected."""
    from talkbuilder.evidence.library.exposed import hushed, kept_by

    for one in hushed(faults, kept_by(library)[0]):
        note(f"{one.severity}[{one.code}] {one.message}{f'; {one.hint}' if one.hint else ''}")


def _is_asking() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
