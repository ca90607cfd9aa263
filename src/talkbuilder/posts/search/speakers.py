"""Who speaks where in a paragraph of a source, and writing down who does where nobody is recorded yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.authoring.adding import Change, with_entries, with_key, with_voice, write
from talkbuilder.claims.normal import Range
from talkbuilder.diagnostics import Diagnostic, Refused, also, near
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source, Stretch, Voice
from talkbuilder.evidence.proof.attribution import Unclear, is_anothers, overheard, voiced, whose
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.evidence.proof.post_text import LABEL, PostText, Turn, is_nobody
from talkbuilder.evidence.proof.voices import hear, voice_words
from talkbuilder.posts.search.passages import trim
from talkbuilder.posts.search.proving import faults_of_person, read_entry
from talkbuilder.source.characters import without_unprintable
from talkbuilder.source.ids import as_id, free_id
from talkbuilder.source.scalars import as_item

PEOPLE = "assets/people.yaml"
_NO_AUTHOR = "it is not recorded whose words this holds"
_ID_WORDS = 4
_OPENING, _QUOTE_MARKS = "“„«\"'‘([", "“”„«»\"'‘’"
_STOPS = re.compile(r"[.,;:!?…)\]”’»]+(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.,](?=[^\W_])[^\W_]+)*")
_LONGEST_WORD = 60  # letters


class Part(Struct, frozen=True):
    """A stretch of a source that is one speaker's, as two offsets into its text.

    `own` are the same in its normal form. `who` is "" where nobody is recorded, and `why` tells why then; `is_whole`
    where all that no voice speaks is nobody's; `is_default` where it is the author's as nothing says otherwise, and
    `is_asked` where that is still to be asked. A label is the name before what somebody says, which nobody says.
    """

    start: int
    end: int
    own: Range
    who: str
    why: str = ""
    is_whole: bool = False
    is_label: bool = False
    is_default: bool = False
    is_asked: bool = False

    @property
    def known(self) -> str:
        """Whose it is, as far as that need not be asked; "" for nobody."""
        return "" if self.is_asked else self.who


class Marked(Struct, frozen=True):
    """A stretch of a source in its own text, and the part of one speaker that it lies in; `meant` are the words of it
    that somebody looked for, counted from its start."""

    text: PostText
    source: Source
    part: Part
    start: int
    end: int
    meant: tuple[Range, ...] = ()

    @property
    def words(self) -> str:
        return self.text.original[self.start : self.end]


class Speaker(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks in a part: an id of assets/people.yaml, or else what slides may call them, and their role.

    `is_quoted` tells that their words are known only as the source quotes them.
    """

    who: str = ""
    credit: str = ""
    role: str = ""
    is_quoted: bool = False


def parts_of(text: PostText, publisher: str, nobodys: Sequence[Unclear], paragraph: Range) -> tuple[Part, ...]:
    """A paragraph, a stretch of the normal form, in the parts of those who speak in it; `publisher` is as the library
    has it."""
    left, right = paragraph
    turns = [one for one in text.turns if one.start < right and left < one.end]
    unclear = [*_quoted(text, left, right), *(one for one in nobodys if one.start < right and left < one.end)]
    ends = [at for one in turns for at in (one.start, one.end)] + [at for one in unclear for at in (one.start, one.end)]
    edges = {left, right, *(at for at in ends if left < at < right)}
    author = (text.by, "", False, False, True, not publisher) if text.by else _NOBODY
    cut = [(start, end, _owner(turns, unclear, (start, end)) or author) for start, end in pairwise(sorted(edges))]
    joined = [(list(same), owner) for owner, same in groupby(_said(text, cut), key=lambda one: one[2])]
    own = [(same[0][0], same[-1][1]) for same, _ in joined]
    # In the source's own text they follow one another without a gap: all of the paragraph is shown.
    first, *others = [text.origin(*one)[0] for one in own]
    starts = [first, *(_between(text.original, at) for at in others)]
    stops = [*starts[1:], text.origin(left, right)[1]]
    pairs = zip(starts, stops, own, joined, strict=True)
    return tuple(Part(start, stop, place, *owner) for start, stop, place, (_, owner) in pairs)


def _between(text: str, at: int) -> int:
    """Where a part really begins: behind a full stop of the one before it, and in front of its own opening marks."""
    if found := _STOPS.match(text, at):
        return found.end()
    while at > 1 and text[at - 1] in _OPENING and (text[at - 2].isspace() or text[at - 2] in _OPENING):
        at -= 1
    return at


_Owner = tuple[str, str, bool, bool, bool, bool]  # as the last six of a part
_NOBODY: _Owner = ("", _NO_AUTHOR, True, False, False, False)
_Cut = tuple[int, int, _Owner]


def _said(text: PostText, cut: Sequence[_Cut]) -> Iterator[_Cut]:
    """The same, where what holds no letter is of whoever speaks before it, or behind."""
    owners = [owner for start, end, owner in cut if any(one.isalnum() for one in text.text[start:end])]
    last = owners[0] if owners else cut[0][2]
    for start, end, owner in cut:
        last = owner if any(one.isalnum() for one in text.text[start:end]) else last
        yield start, end, last


def _owner(turns: Sequence[Turn], unclear: Sequence[Unclear], place: Range) -> _Owner | None:
    """Whose a stretch is, as something says; None where nothing does."""
    start, end = place
    turn = next((one for one in turns if one.start <= start and end <= one.end), None)
    if turn and not is_nobody(turn.who):
        return turn.who, "", False, False, False, False
    if turn and turn.who == LABEL:
        return "", "", False, True, False, False
    for one in unclear:
        if one.start <= start and end <= one.end:
            return "", one.why, False, False, False, False
    return None


def _quoted(text: PostText, left: int, right: int) -> list[Unclear]:
    """What stands in quote marks and is nobody's, with these."""
    found: dict[Range, Unclear] = {}
    at = text.text.find('"', left, right)
    while at >= 0:
        word = next((one for one in range(at, right) if text.text[one].isalnum()), None)
        if word is not None and (one := overheard(text, word, word + 1)):
            found[one.start, one.end] = structs.replace(one, start=one.start - 1, end=min(right, one.end + 1))
        at = text.text.find('"', at + 1, right)
    return list(found.values())


def source_of(post: str, library: Library, judge: Judge) -> tuple[Source, PostText] | None:
    """A source that is listed and whose text is here, as it is read by a check."""
    source = library.sources.get(post)
    text = judge.post_text(source) if isinstance(source, Source) else None
    return (source, text) if isinstance(source, Source) and text else None


def mark(post: str, start: int, end: int, library: Library, judge: Judge) -> Marked | None:
    """The stretch that somebody means, without blanks at its ends; None where it is nothing, or of two speakers."""
    found = source_of(post, library, judge)
    if found is None:
        return None
    source, text = found
    start, end = _whole_words(text.original, *trim(text.original, max(0, start), min(end, len(text.original))))
    while end - start > 1 and text.original[start] in _QUOTE_MARKS and text.original[end - 1] in _QUOTE_MARKS:
        start, end = start + 1, end - 1  # what is marked with its quote marks is what stands between them
    inside = (one for one in text.paragraphs if _within((start, end), text.origin(*one)))
    told = text, library.publisher_of(source), judge.nobodys(source, text)
    parts = (part for one in inside for part in parts_of(*told, one))
    part = next((one for one in parts if _within((start, end), (one.start, one.end))), None)
    return Marked(text, source, part, start, end) if part and not part.is_label and start < end else None


def _whole_words(text: str, start: int, end: int) -> Range:
    """A stretch without a word that is cut in two: who marks with a mouse often leaves a letter out."""
    within = [one.span() for one in _WORD.finditer(text, max(0, start - _LONGEST_WORD), end + _LONGEST_WORD)]
    start = next((one[0] for one in within if one[0] < start < one[1]), start)
    return start, next((one[1] for one in within if one[0] < end < one[1]), end)


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


class Named(Struct, frozen=True):
    """Somebody who is to be written down as a speaker: their id, and each file with what is to change in it."""

    id: str
    is_new: bool
    changes: Mapping[str, Change]

    def write(self, root: Path) -> None:
        """Raises Refused, and OSError as `write` does."""
        for file, change in self.changes.items():
            write(root, file, change)


def named(root: Path, library: Library, marked: Marked, told: Speaker) -> Named:
    """Who speaks where words are marked, and in no others: what stands around them nobody was asked of.

    Raises Refused, and OSError.
    """
    text, source, part = marked.text, marked.source, marked.part
    credit = " ".join(without_unprintable(told.credit).split())
    id, changes = told.who or _known(credit, told.role, library), dict[str, Change]()
    if is_new := not id:
        if told.role == "author" and library.blogger:
            hint = f"if these are their words, name '{library.blogger}'; else take another role, such as 'source'"
            raise Refused(Diagnostic("E005", "a library has one author, whose the posts are", file=PEOPLE, hint=hint))
        if credit and not told.role:
            hint = also(near(credit, library.people), "if they are new, add --set role=source (or critic, survivor, …)")
            raise Refused(Diagnostic("E001", f"'{credit}' is nobody in {PEOPLE}", file=PEOPLE, hint=hint))
        id = _new_id(credit, library)
        person = f"{id}: {{credit: {as_item(credit)}, role: {as_item(told.role)}}}\n"
        _refuse(faults_of_person(person, library))
        changes[PEOPLE] = lambda data: with_entries(data, PEOPLE, person)
    elif not isinstance(library.people.get(id), Person):
        raise Refused(Diagnostic("E001", f"no person '{id}'", file=PEOPLE, hint="choose somebody who is listed"))
    file = source.span.source.name
    passage, kept = Unclear(*text.place(marked.start, marked.end), part.why), kept_by(library)[0]

    if id == text.by and is_anothers(text, passage.start, passage.end):
        line = whose(passage, text, kept).replace("PERSON", id)
        hint = f"say who that is; if it is '{id}' after all, add under 'voices:' of '{source.id}' in {file}: {line}"
        raise Refused(Diagnostic("E160", "the source tells beside these words that somebody else says them", hint=hint))

    def change(data: bytes) -> bytes:
        if part.is_whole:
            return with_key(data, file, source.id, "by", id)
        quoted = {"as_quoted": "true"} if told.is_quoted else {}
        return with_voice(data, file, source.id, {"who": id, **voiced(passage, text, kept), **quoted})

    _refuse(_faults_of_voices(change((root / file).read_bytes()), source, text, library.stretches(source.id)))
    return Named(id, is_new, {**changes, file: change})


def line_of_voice(library: Library, marked: Marked) -> str:
    """The line that says of just the marked words whose they are."""
    text = marked.text
    return whose(Unclear(*text.place(marked.start, marked.end), ""), text, kept_by(library)[0])


def voice_there(marked: Marked) -> Voice | None:
    """The voice of `voices` that says who speaks where words are marked; None where it is no such that does."""
    place = marked.text.place(marked.start, marked.end)
    own = (one for one in marked.source.voices if one.who.value == marked.part.who)
    heard = ((one, PostText(marked.text.original, voice_words([one])).voices) for one in own)
    return next((one for one, turns in heard if any(_within(place, (turn.start, turn.end)) for turn in turns)), None)


def _known(credit: str, role: str, library: Library) -> str:
    """The id of somebody whom slides call so already, and whose role is the same; "" for nobody."""
    people = library.of(Person)
    alike = (one for one in people if role in ("", one.role) and credit and as_id(one.credit.value) == as_id(credit))
    return next((one.id for one in alike if as_id(credit)), "")


def _refuse(faults: Iterable[Diagnostic]) -> None:
    if fault := next((one for one in faults if one.is_error), None):
        raise Refused(fault)


def _faults_of_voices(
    data: bytes, source: Source, text: PostText, stretches: Iterable[Stretch]
) -> tuple[Diagnostic, ...]:
    """What is wrong with the voices of a source, as a file is to hold them."""
    found, faults = read_entry(data.decode("utf-8-sig"), "sources", Source, source.id)
    return faults if found is None else hear(found, text.original, text.by, stretches)[1]


def _new_id(credit: str, library: Library) -> str:
    """An id that nobody has, of the first words of what slides call somebody."""
    words = [word for word in as_id(credit).split("-") if word not in ("a", "an", "the")]
    stem = "-".join(words[:_ID_WORDS]) or "somebody"
    return free_id(stem, library.people)
