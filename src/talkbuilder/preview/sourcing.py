"""The sources as their drawer asks for them: passages with who speaks, and entries that are made of marked words."""

import asyncio
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.diagnostics import Diagnostic, Refused, Report
from talkbuilder.evidence.library.exposed import caution, hushed, kept_by
from talkbuilder.evidence.library.facts import HEDGES, FactKind
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.posts.search.filling import FILES, Filled, Kind, add, fill, page_of
from talkbuilder.posts.search.find import hits_of
from talkbuilder.posts.search.index import opened
from talkbuilder.posts.search.passages import ends_sentence, passage
from talkbuilder.posts.search.posts import Hit, cards
from talkbuilder.posts.search.speakers import Marked, Part, Speaker, mark, named, parts_of, source_of
from talkbuilder.posts.search.synonyms import read_synonyms
from talkbuilder.posts.search.terms import Query, arguments_of, matches, readings
from talkbuilder.source.project import ASSETS, Project
from talkbuilder.stages.read import read_library
from talkbuilder.talk.words import ENGLISH

_MOST = 20  # passages that are shown
_MOST_LOOKED_AT = 300  # for one speaker's among all
_LONGEST_ASKED = 500  # characters that somebody searches for
_MOST_WORDS = 40  # that are proposed to be marked
_AROUND = 450  # characters that are shown before and behind, of a paragraph that goes on
_NOBODY = "?"
_UNTOLD = "nothing tells whose words these are"
_KEY = re.compile(r" {2}(\w+):")
_GONE = "these words are not in the source any more, or of more than one speaker"
# How somebody who is not to be named is kept, in the words of the form.
_ROLES = (
    ("source", "no"),
    ("critic", "yes: they speak against somebody"),
    ("survivor", "yes: it is what happened to them"),
    ("minor", "yes: it is a child"),
    ("staff", "yes: they work where it happens"),
)
_Told = Mapping[str, Any]


class Sought(Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked for, and of whom: an id of assets/people.yaml, "?" for nobody yet, "" for whoever speaks."""

    words: str
    who: str = ""


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of a source."""

    post: str
    start: int
    end: int


class Filling(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that is made of a stretch; `own` is what somebody has filled in, and `adds` whether it is written."""

    place: Place
    kind: Kind
    own: dict[str, str] = {}
    adds: bool = False


class Naming(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks in the part of a source that a stretch lies in, to be written down."""

    place: Place
    speaker: Speaker


class _Read(Struct, frozen=True):
    library: Library
    judge: Judge
    # Of each source: its paragraphs in the normal form, and where they end in its own text.
    paragraphs: dict[str, tuple[tuple[Range, ...], list[int]]] = {}


class Sourcing:
    """The sources of one talk folder; they are read when somebody asks, and again when something has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._one_at_a_time = asyncio.Lock()
        self._known: _Read | None = None
        self._version = 0

    def changed(self, paths: Iterable[str]) -> None:
        """Lets what has changed on disk be read again."""
        if any(path.startswith(f"{ASSETS}/") for path in paths):
            self._forget()

    async def answer(self, asked: Sought | Place | Filling | Naming) -> _Told:
        """The passages that match, or around a place; an entry as it would be; what was written, or why not."""
        writes = isinstance(asked, Naming) or (isinstance(asked, Filling) and asked.adds)
        async with self._one_at_a_time:
            if writes:  # nothing is written that was not tried on what stands there now
                self._forget()
            try:
                return await asyncio.to_thread(self._answer, asked)
            except Refused as refused:
                [fault] = _told([refused.diagnostic], self._read().library)
                return {"why": fault["message"], "hint": fault["hint"]}
            except OSError as failed:
                return {"why": f"nothing was written: {failed.strerror or failed}", "hint": ""}
            finally:
                if writes:
                    self._forget()

    def _answer(self, asked: Sought | Place | Filling | Naming) -> _Told:
        read = self._read()
        match asked:
            case Sought():
                return _Finding(self._root, read).found(asked)
            case Place():
                return _Finding(self._root, read).around(asked)
        place = asked.place
        marked = mark(place.post, place.start, place.end, read.library, read.judge)
        if marked is None or (isinstance(asked, Naming) and marked.part.who and not marked.part.is_default):
            return {"why": _GONE, "hint": ""}
        if isinstance(asked, Naming):
            who = asked.speaker.who
            if not who or who != marked.part.who:  # the author needs no voice
                one = named(self._root, read.library, marked, asked.speaker)
                one.write(self._root)
                who = one.id
            return {"who": who, "place": Place(place.post, marked.start, marked.end)}
        own = page_of(self._root, place.post, marked.words) | asked.own
        filled = fill(asked.kind, marked, read.library, read.judge, own, proposes=True)
        return self._added(filled) if asked.adds else _shown(filled, marked, read.library)

    def _forget(self) -> None:
        self._known, self._version = None, self._version + 1

    def _read(self) -> _Read:
        known, version = self._known, self._version
        if known is None:
            library = read_library(Project(self._root), Report())
            known = _Read(library, Judge(library, {}, for_lock=False))
            if version == self._version:  # else something has changed meanwhile
                self._known = known
        return known

    def _added(self, filled: Filled) -> _Told:
        text = add(self._root, filled).decode("utf-8-sig")
        before, _, _ = f"\n{text}".rpartition(f"\n{filled.id}:")
        return {"use": filled.use, "file": FILES[filled.kind], "line": before.count("\n") + 1}


def _shown(filled: Filled, marked: Marked, library: Library) -> _Told:
    names = ("id", "use", "fields", "numbers", "is_open", "year", "year_why", "agrees", "held_by")
    return {
        **{name: getattr(filled, name) for name in names},
        "file": FILES[filled.kind],
        "question": filled.tried.question,
        "faults": _told(filled.tried.faults, library),
        "who": _called(filled.fields.get("speaker") or filled.fields.get("source", ""), library),
        "sound": filled.tried.is_sound,
    }


def _told(faults: Iterable[Diagnostic], library: Library) -> list[dict[str, Any]]:
    """What is wrong, without names that are protected, each with the field that it stands in."""
    return [
        {
            "message": one.message,
            "hint": one.hint,
            "field": _field(one),
            # What nobody has filled in yet is no mistake.
            "weight": "open" if one.code == "E014" else "wrong" if one.is_error else "ask",
        }
        for one in hushed(faults, kept_by(library)[0])
    ]


def _field(fault: Diagnostic) -> str:
    found = _KEY.match(fault.span.source.line(fault.place[1])) if fault.span else None
    return found[1] if found else ""


def _called(who: str, library: Library) -> str:
    return library.credit(who) or who


class _Finding:
    def __init__(self, root: Path, read: _Read) -> None:
        self._root, self._library, self._judge, self._known = root, read.library, read.judge, read.paragraphs
        self._kept = kept_by(read.library)[0]

    def found(self, asked: Sought) -> _Told:
        queries = readings(arguments_of(asked.words[:_LONGEST_ASKED]), read_synonyms(Project(self._root), Report()))
        index = opened(self._root, lambda: cards(self._library))
        told: dict[str, Any] = {"people": self._people(), "choices": _choices(), "posts": 0, "passages": []}
        if index is None:
            return told
        with index as posts:
            query, hits = hits_of(posts, queries, _MOST_LOOKED_AT if asked.who else _MOST + 1)
            told["posts"] = posts.count()
        shown = list(self._shown(query, hits, asked.who)) if query else []
        return {**told, "passages": shown[:_MOST], "more": len(shown) > _MOST, "all": query.all if query else True}

    def around(self, asked: Place) -> _Told:
        found = source_of(asked.post, self._library, self._judge)
        at = self._at(*found, asked.start) if found else None
        if found is None or at is None:
            return {"passages": []}
        source, text = found
        near = range(max(0, at - 1), min(len(self._paragraphs(*found)[0]), at + 2))
        return {"passages": [self._passage(source, text, one, (), (asked.start, asked.end)) for one in near]}

    def _people(self) -> list[tuple[str, str]]:
        """Everybody by what slides call them; of those who are called alike, by their ids too."""
        people = [(one.id, one.credit.value) for one in self._library.of(Person)]
        number = Counter(credit for _, credit in people)
        return [(id, f"{credit} ({id})" if number[credit] > 1 else credit) for id, credit in people]

    def _shown(self, query: Query, hits: Sequence[Hit], who: str) -> Iterator[_Told]:
        found: list[tuple[Source, PostText, int]] = []
        for hit in hits:
            known = source_of(hit.post, self._library, self._judge)
            at = self._at(*known, max(0, hit.start)) if known else None
            if known and at is not None and (*known, at) not in found:
                found.append((*known, at))
        # Captions and rows of tables come behind what somebody says.
        found.sort(key=lambda one: not ends_sentence(one[1].text[slice(*self._paragraphs(*one[:2])[0][one[2]])]))
        places = [text.origin(*self._paragraphs(source, text)[0][at]) for source, text, at in found]
        texts = [(text.original[start:end], "") for (_, text, _), (start, end) in zip(found, places, strict=True)]
        marks = dict(matches(query, texts))
        for number, ((source, text, at), (start, _)) in enumerate(zip(found, places, strict=True)):
            own = tuple((start + s, start + e) for s, e in marks.get(number, ()))
            if told := self._passage(source, text, at, own, None, who):
                yield told

    def _paragraphs(self, source: Source, text: PostText) -> tuple[tuple[Range, ...], list[int]]:
        if source.id not in self._known:
            paragraphs = text.paragraphs
            self._known[source.id] = paragraphs, [text.origin(*one)[1] for one in paragraphs]
        return self._known[source.id]

    def _at(self, source: Source, text: PostText, place: int) -> int | None:
        """The number of the paragraph that a place of the source's own text is in, or that follows it."""
        ends = self._paragraphs(source, text)[1]
        number = bisect_right(ends, place)
        return number if number < len(ends) else None

    def _passage(
        self, source: Source, text: PostText, at: int, marks: tuple[Range, ...], own: Range | None, who: str = ""
    ) -> dict[str, Any]:
        """A paragraph with who speaks in it; nothing where it has no mark in what is said by `who`."""
        paragraph = self._paragraphs(source, text)[0][at]
        parts = parts_of(text, self._library.publisher_of(source), self._judge.nobodys(source, text), paragraph)
        meant = [one for one in parts if who in ("", one.who or _NOBODY, one.known or _NOBODY)]
        if who and not any(one.start <= s < one.end for one in meant for s, _ in marks):
            return {}
        mine = tuple((one.start, one.end, one.who) for one in meant)
        begin, stop = parts[0].start, parts[-1].end
        cut = passage(text.original, (begin, stop), marks, mine, _MOST_WORDS) if marks else None
        proposed = (cut.start, cut.end) if cut else own or (begin, begin)
        shown = (begin, stop) if own else _window(text, (begin, stop), proposed)
        return {
            "post": source.id,
            "title": source.titled,
            "parts": [
                self._part(one, source, text, marks, shown)
                for one in parts
                if one.start < shown[1] and shown[0] < one.end
            ],
            "proposed": proposed,
            "is_cut": shown != (begin, stop),
            "caution": caution(self._kept, text.original[slice(*shown)]),
        }

    def _part(self, part: Part, source: Source, text: PostText, marks: Sequence[Range], shown: Range) -> dict[str, Any]:
        start, end = max(part.start, shown[0]), min(part.end, shown[1])
        runs: list[tuple[str, bool]] = []
        at = start
        for s, e in sorted((max(s, start), min(e, end)) for s, e in marks if s < end and start < e):
            runs += [(text.original[at:s], False), (text.original[s:e], True)]
            at = e
        kind = "label" if part.is_label else "nobody" if not part.who else "author" if part.is_default else "quoted"
        return {
            "start": start,
            "runs": [one for one in (*runs, (text.original[at:end], False)) if one[0]],
            "who": _called(part.known, self._library),
            "by": part.who if part.is_default else "",
            "kind": kind,
            "why": part.why or _UNTOLD,
            "is_whole": part.is_whole,
        }


def _window(text: PostText, paragraph: Range, proposed: Range) -> Range:
    """As much of a long paragraph as is read at a glance, cut between words."""
    start, end = max(paragraph[0], proposed[0] - _AROUND), min(paragraph[1], proposed[1] + _AROUND)
    if start - paragraph[0] < _AROUND // 2:
        start = paragraph[0]
    if paragraph[1] - end < _AROUND // 2:
        end = paragraph[1]
    original = text.original
    while start > paragraph[0] and not original[start - 1].isspace():
        start -= 1
    while end < paragraph[1] and not original[end].isspace():
        end += 1
    return start, end


def _choices() -> Mapping[str, Sequence[tuple[str, str]]]:
    precision = (
        ("exact", "exactly"),
        *HEDGES.items(),
        ("rank", "a place in an order"),
        ("range", "from one to another"),
    )
    return {
        "precision": precision,
        "kind": tuple((kind, ENGLISH.say(kind)) for kind in get_args(FactKind)),
        "role": _ROLES,
    }
