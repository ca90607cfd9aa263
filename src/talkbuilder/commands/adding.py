"""`find --add`: asks at a terminal for what only a person knows, or takes it as options, tries it, and writes it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import get_args

from msgspec import structs

from talkbuilder.authoring.adding import bytes_of
from talkbuilder.commands.console import note, print_json, print_line, typed
from talkbuilder.commands.keyboard import ask_key, ask_line, is_terminal
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Diagnostic, Refused, Report, also, near
from talkbuilder.evidence.library.exposed import caution, hushed, kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Role
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.posts.search.filling import FIELDS, FILES, Filled, Kind, add, fill, other_page, page_of
from talkbuilder.posts.search.find import Passage
from talkbuilder.posts.search.showing import passage_object, place
from talkbuilder.posts.search.speakers import Marked, Named, Speaker, line_of_voice, mark, named, voice_there
from talkbuilder.source.ids import is_id
from talkbuilder.source.nodes import capital, shorten
from talkbuilder.source.project import ChangedProject, Project
from talkbuilder.stages.read import read_library

_MOST_CHOICES = 8  # people who are named, where the source names none
_MOST_OTHERS = 5  # passages that are told beside the one that was taken
_AS_IN = re.compile(r"'(\w+): ([^']+)'")
_WHO = ("who", "role", "quoted")  # what may be told of somebody who speaks and is not recorded yet
_ROLES = "source, or where it could hurt them: critic, survivor, minor, staff"
# What is asked where the passage does not tell it; all but the first two, of a number only.
_ASKED = (
    ("says", "What it says, in your own words"),
    ("show", "On slides"),
    ("measure", "What the number counts"),
    ("unit", "Of what, in a word"),
    ("as_of", "For which year, if it is of any"),
    ("as_of_why", "How the year is known, if the passage names another; Enter leaves it out"),
)
_NEEDED = {
    "says": "say it as a talk would, such as 'They carry 60 crates' of 'We carry 60 crates'",
    "measure": "say in a few words what it counts, such as 'wells dug'",
    "as_of": "say the year that the number is for, such as 2011",
}


def values_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """What was told as KEY=VALUE. Raises WrongUse."""
    known = dict.fromkeys(("id", *_WHO, *FIELDS["fact"], *FIELDS["quote"]))
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in known:
            hint = near(key, known) if equals else "write the key, '=' and the value"
            raise WrongUse(
                f"--set takes KEY=VALUE, and '{pair}' is none", also(hint, f"the keys are {', '.join(known)}")
            )
        found[key] = value
    return found


def kind_asked() -> Kind:
    """Which of the two is to be made. Raises WrongUse where nobody is there to say it."""
    if is_terminal() and (key := ask_key("A [f]act or a [q]uotation?", "fq")):
        return "fact" if key == "f" else "quote"
    raise WrongUse("--add makes a fact or a quotation", "add --new-fact or --new-quote")


def add_entry(root: Path, kind: Kind, passage: Passage, told: Mapping[str, str], as_json: bool) -> int:
    """Adds what a passage holds; the exit status."""
    own = dict(told)
    speaker = {key: own.pop(key, "") for key in _WHO}
    project: Project = Project(root)
    try:
        library, marked = _marked(project, passage)
        is_told = bool(marked.part.known)
        if is_terminal():
            who = library.credit(marked.part.who) if is_told else "Nobody yet"
            print_line(f"\n  {who}: {' '.join(marked.words.split())}\n", bold=True)
        by = marked.part.who if marked.part.is_default else ""
        who = speaker["who"] or ("" if is_told else _who_asked(library, marked, passage, speaker))
        named: Named | None = None
        if by and who in (by, library.credit(by)):
            own["speaker"] = by
        elif not marked.part.who or (by and who):
            named = _named(root, library, marked, {**speaker, "who": who})
            project = ChangedProject(
                root, {file: change(bytes_of(root, file)) for file, change in named.changes.items()}
            )
        elif who not in ("", marked.part.who, library.credit(marked.part.who)):
            raise _told_otherwise(library, marked, who)
        if asked := other_page(root, passage.post, marked.words, own.get("page", "")):
            note(asked)
        filled = _filled(project, kind, passage, page_of(root, passage.post, marked.words) | own)
        if filled is None:
            note("no entry was written")
            return FAULTS
        if named:
            named.write(root)
            new = ", and is new in assets/people.yaml" if named.is_new else ""
            note(f"'{named.id}' speaks there, as {typed(marked.source.span.source.name)} now says{new}")
        add(root, filled)
        if "value" in filled.fields and "measure" not in filled.fields:
            note("nothing says what its number counts: until 'measure:' does, no chart takes it")
    except Refused as refused:
        _tell([refused.diagnostic], library)
        note("no entry was written")
        return FAULTS
    if as_json:
        print_json({"use": filled.use, "kind": kind, "id": filled.id, "file": FILES[kind]})
    else:
        print(filled.use)
    note(f"it stands in {typed(FILES[kind])}; write what is printed into your talk")
    return FINE


def show_entry(root: Path, kind: Kind, found: Sequence[Passage], at: int, as_json: bool) -> int:
    """Prints what one of some passages would make; aside, what is to know of it before it is used."""
    library, marked = _marked(Project(root), found[at])
    filled = fill(kind, marked, library, Judge(library, {}, for_lock=False))
    if as_json:
        told: dict[str, object] = {
            "id": filled.id,
            "yaml": filled.yaml,
            "faults": [one.message for one in filled.tried.faults],
        }
        objects = [passage_object(one) for one in found]
        print_json({"chosen": objects.pop(at) | told, "others": objects})
        return FINE
    print(filled.yaml, end="")
    note_protected(library, filled.yaml)
    if filled.held_by:
        note(f"the library has these words already: '{filled.held_by}'")
    _tell(filled.tried.faults, library)
    if filled.tried.question:
        note(filled.tried.question)
    others = [(number, one) for number, one in enumerate(found, start=1) if number != at + 1]
    if others:
        note("the words stand elsewhere too; --pick N takes another:")
    for number, one in others[:_MOST_OTHERS]:
        note(f"  {number}  {one.post}, {place(one, library)}: {shorten(one.text, 80)}")
    return FINE


def _told_otherwise(library: Library, marked: Marked, who: str) -> WrongUse:
    """That somebody else is recorded as who speaks, and the line that says so."""
    source, voice = marked.source, voice_there(marked)
    file = source.span.source.name
    line = line_of_voice(library, marked).replace("PERSON", who if is_id(who) else "PERSON")
    place = f"'speakers:' of '{source.id}' in {file}"
    if voice:
        place = f"line {voice.span.line} of {file}"
    hint = f"if just these words are another's, add below 'voices:' of '{source.id}': {line}; if all are, mend {place}"
    return WrongUse(f"'{marked.part.who}' is recorded as who speaks there, and not '{who}'", hint)


def _marked(project: Project, passage: Passage) -> tuple[Library, Marked]:
    library = read_library(project, Report())
    marked = mark(passage.post, passage.start, passage.end, library, Judge(library, {}, for_lock=False))
    if marked is None:
        hint = (
            "type some of its words in quote marks, of one speaker, and see that assets/sources.yaml lists the source"
        )
        raise WrongUse("this passage is of more than one speaker, or of a source that is not listed", hint)
    shift, length = passage.start - marked.start, marked.end - marked.start
    meant = ((max(0, start + shift), min(length, end + shift)) for start, end in passage.marks)
    return library, structs.replace(marked, meant=tuple((start, end) for start, end in meant if start < end))


def _who_asked(library: Library, marked: Marked, passage: Passage, told: dict[str, str]) -> str:
    """Whose words these are, as somebody says at the terminal. Raises WrongUse where nobody is there to say it."""
    why = f"it is not recorded whose words these are: {marked.part.why}"
    if marked.part.is_default:
        why = "no voice says whose words these are, and the source may hold those of others"
    own = f"--set who={marked.part.who} if they are the author's own, " if marked.part.is_default else "--set who=ID "
    if is_terminal():
        choices = ", ".join(structs.replace(passage, who="").choices(library) or [*library.people][:_MOST_CHOICES])
        choices = f"{choices}, or what" if choices else "What"
        print_line(f"{capital(why)}.")
        while (who := ask_line(f"Whose words are these? {choices} slides may call them:")) == "":
            print_line(
                "Nobody is chosen unasked: type one of these ids, or a new person, as 'A farmer'; or q to leave."
            )
        who = None if who == "q" else who
        role: str | None = told["role"]
        is_author = marked.part.is_default and who == library.credit(marked.part.who)
        if who and who not in library.people and not is_author:
            while role is not None and role not in get_args(Role):
                role = None if (role := ask_line(f"Their role ({_ROLES}; q to leave):")) == "q" else role
        if who and role is not None:
            told["role"] = role
            return who
    raise WrongUse(why, f"tell it with {own}or --set who='A mother, in a letter' --set role=source")


def _named(root: Path, library: Library, marked: Marked, told: dict[str, str]) -> Named:
    """Who is to be written down as speaking there. Raises Refused."""
    who, is_quoted = told["who"], told["quoted"].lower() in ("yes", "true")
    is_known = who in library.people
    speaker = Speaker(who if is_known else "", "" if is_known else who, told["role"], is_quoted)
    return named(root, library, marked, speaker)


def _filled(project: Project, kind: Kind, passage: Passage, own: dict[str, str]) -> Filled | None:
    """The entry once it is sound, and at a terminal as somebody wants it; None where it is not, and nobody goes on."""
    library, marked = _marked(project, passage)
    judge = Judge(library, {}, for_lock=False)

    def again() -> Filled:
        return fill(kind, marked, library, judge, own, proposes=is_terminal())

    while True:
        if is_terminal() and kind == "fact" and not _ask(own, again):
            return None
        filled = again()
        _tell(filled.tried.faults, library, not is_terminal())
        for line in (*filled.agrees, *filter(None, (filled.tried.question,))):
            note(line)
        is_changed = _change(kind, own, filled) if is_terminal() else False
        if not is_changed:
            return filled if filled.tried.is_sound and is_changed is not None else None


def _ask(own: dict[str, str], again: Callable[[], Filled]) -> bool:
    """Asks for what is missing, once; for what it cannot be without, until it is told. False where the input has
    ended."""
    filled = again()
    if filled.is_open and "value" not in own:
        shown = dict(filled.numbers)
        if (answer := ask_line(f"Which number is it about: {', '.join(shown)}? Enter for none:")) is None:
            return False
        own["value"] = shown.get(answer, answer)
    for key, question in _ASKED:
        filled = again()
        wanting = {one.code for one in filled.tried.faults if one.key == ("as_of" if key == "as_of_why" else key)}
        is_wanted = key not in filled.fields and (key in ("says", "show") or "value" in filled.fields)
        if key == "as_of_why":
            is_wanted = "E109" in wanting
        if key in own or not is_wanted:
            continue
        likely = filled.year if key == "as_of" else ""
        if likely:
            question = f"{question} [{likely}: {filled.year_why}]"
        is_needed = key == "measure" or "E014" in wanting
        while (answer := ask_line(f"{question}:")) == "" and not likely and is_needed and key in _NEEDED:
            note(_NEEDED[key])
        if answer is None:
            return False
        _take(own, key, answer or likely, filled)
    return True


def _change(kind: Kind, own: dict[str, str], filled: Filled) -> bool | None:
    """Shows an entry, and takes what somebody wants otherwise in it: whether that is anything; None where the input has
    ended."""
    for key in FIELDS[kind]:
        if value := filled.fields.get(key):
            print_line(f"  {key}: {value}")
    ends = "adds it" if filled.tried.is_sound else "leaves it out"
    known = dict.fromkeys(("id", *FIELDS[kind]))
    while answer := ask_line(f"Enter {ends}; or type what is to be otherwise, as '{FIELDS[kind][0]}: …':"):
        key, colon, value = (part.strip() for part in answer.partition(":"))
        if colon and key in known:
            _take(own, key, value, filled)
            return True
        note(f"that is no 'key: words'; {near(key, known)}")
    return None if answer is None else False


def _take(own: dict[str, str], key: str, answer: str, filled: Filled) -> None:
    """What somebody answers; a year that the text names before is one for that reason."""
    if key == "value":  # all else that was said of a number is of that one
        for other in ("show", "unit", "precision", "measure"):
            own.pop(other, None)
    own[key] = answer
    if key == "as_of":
        own.pop("as_of_why", None)
        own |= {"as_of_why": filled.year_why} if answer and answer == filled.year else {}
    if key == "as_of_why" and not answer:
        own["as_of"] = ""


def _tell(faults: Iterable[Diagnostic], library: Library, sets: bool = False) -> None:
    """What is wrong, without the names that are protected; `sets` where an option says it and no line of YAML."""
    for one in hushed(faults, kept_by(library)[0]):
        hint = _AS_IN.sub(r"--set \1='\2'", one.hint) if sets else one.hint
        note(f"{one.severity}[{one.code}] {one.message}{f'; {hint}' if hint else ''}")


def note_protected(library: Library, text: str) -> None:
    """That a name stands there which no deck may hold; which it is, who reads it sees."""
    if not library.protected():
        return
    if told := caution(kept_by(library)[0], text):
        note(told)
