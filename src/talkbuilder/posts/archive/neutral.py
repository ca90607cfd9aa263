"""Sources that protect people, or hold a protected name, told so that what is committed leads to nobody: no title, no
words of their voices."""

import re
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from talkbuilder.authoring.adding import Edit, edited
from talkbuilder.diagnostics import Report, Span
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import REVIEWS, Review, written
from talkbuilder.evidence.library.sources import Source, Voice
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.voices import voice_words
from talkbuilder.evidence.review.signing import Signatures, entry_hash
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.posts.archive.same import marked
from talkbuilder.posts.archive.store import Store
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library

_ID = "notes-{}"
_KEY = re.compile(r"\b(?:from|to):\s*$")
_Change = tuple[str, Edit]  # of a file
_BETWEEN = re.compile(r"\s*,?\s*")


class Neutral(Struct, frozen=True):
    """What became of the sources that told too much: their new ids, by the old; and those whose text is not here."""

    ids: Mapping[str, str]
    away: tuple[str, ...]


def neutralise(root: Path) -> Neutral:
    """Gives those sources neutral ids, marks for titles, places for words of voices, wherever they are named.

    Titles stay in the index beside the texts, and signatures hold: what was signed says what it said. Raises Refused.
    """
    library, store = read_library(Project(root), Report()), Store(root)
    kept = kept_by(library)[0]
    sources = list(library.of(Source))
    named = {one.id for one in sources if one.known_by is None and any(map(kept.hits, (one.id, one.title.value)))}
    found = [one for one in sources if one.is_telling or one.id in named or any(map(kept.hits, _words(one)))]
    here = [one for one in found if library.texts(one.id) is not None and one.id in library.imported()]
    away = tuple(one.id for one in found if one not in here)
    taken = {*library.sources, *library.imported()}
    free = (id for id in map(_ID.format, range(1, len(taken) + len(here) + 2)) if id not in taken)
    ids = {one.id: next(free) if one.id in named or (one.protects and not one.known_by) else one.id for one in here}
    if not here:
        return Neutral({}, away)
    edits = [edit for one in here for edit in _edits(one, ids[one.id], library, secrets.token_hex(8))]
    edits += _named(library, ids)
    held = _holding(library)
    with store.changing():
        with store.preparing():
            for old, new in ids.items():
                store.stage(new, store.contents.posts.pop(old), (library.texts(old) or "").removesuffix("\n"))
            store.commit(b"[]")
        store.settle()
        store.settled()
        for file, text in _written(root, edits):
            write_whole(root / file, text, root)
        _sign_again(root, held)
        for old in {*ids} - {*ids.values()}:
            (store.folder / f"{old}.txt").unlink(missing_ok=True)
    return Neutral(ids, away)


def _words(one: Source) -> Iterator[str]:
    """The words by which its voices are told."""
    yield from (words.value for voice in one.voices for words in (voice.from_, voice.to) if words)


def _edits(one: Source, id: str, library: Library, salt: str) -> Iterator[_Change]:
    """What changes in the entry of a source."""
    yield _at(one.span, id)
    title = one.place_of_key("title")
    if id != one.id and title:
        file = one.span.source.name
        yield file, Edit(title.start, one.title.span.end, f"known_by: {marked(one.title.value, salt)}")
    text = library.texts(one.id) or ""
    for voice in one.voices:
        turns = PostText(text, voice_words((voice,))).voices
        if not voice.at and turns:
            yield from _placed(voice, f"at: {PostText(text).stand(turns[0].start, turns[0].end)}")


def _placed(voice: Voice, stand: str) -> Iterator[_Change]:
    """The place of a voice where its words were."""
    assert voice.from_ is not None
    assert voice.to is not None
    file, text = voice.span.source.name, voice.span.source.text
    first, last = (_key(text, one.span) for one in (voice.from_, voice.to))
    if _BETWEEN.fullmatch(text, voice.from_.span.end, last):
        yield file, Edit(first, voice.to.span.end, stand)
    else:
        yield file, Edit(first, voice.from_.span.end, stand)
        left = re.search(r"(?:,|\n)?\s*$", text[:last])
        yield file, Edit(left.start() if left else last, voice.to.span.end, "")


def _key(text: str, value: Span) -> int:
    found = _KEY.search(text, 0, value.start)
    return found.start() if found else value.start


def _named(library: Library, ids: Mapping[str, str]) -> Iterator[_Change]:
    """Where entries name the sources."""
    for one in (*library.facts.values(), *library.quotes.values(), *library.actions.values()):
        post = None if isinstance(one, Computed) else getattr(one, "post", None)
        if post is not None and post.value in ids:
            yield _at(post.span, ids[post.value])


def _at(span: Span, text: str) -> _Change:
    return span.source.name, Edit(span.start, span.end, text)


def _written(root: Path, edits: list[_Change]) -> Iterator[tuple[str, bytes]]:
    """The files with their edits, in the line ends that each has."""
    files: defaultdict[str, list[Edit]] = defaultdict(list)
    for file, edit in edits:
        files[file].append(edit)
    for file, own in files.items():
        yield file, edited((root / file).read_bytes(), sorted(own))


def _holding(library: Library) -> tuple[Review, ...]:
    """The reviews of entries that hold."""
    held = Signatures(library)
    found = ((one, library.entry(*one.key)) for one in library.reviews().values() if not one.slide)
    return tuple(
        one
        for one, entry in found
        if isinstance(entry, Fact | Quote) and held.standing(one.key[0], entry).state == one.state
    )


def _sign_again(root: Path, held: tuple[Review, ...]) -> None:
    """The same reviews once more: what they are of is called otherwise now."""
    library = read_library(Project(root), Report())
    lines = ""
    for one in held:
        entry = library.entry(*one.key)
        if isinstance(entry, Fact | Quote) and (hash := entry_hash(entry, library)) != one.entry.value:
            lines += written(one.key, one.state, one.by.value, one.on.value, one.reason, (hash, one.passage.value))
    if lines:
        target = root / REVIEWS
        write_whole(target, target.read_bytes() + lines.encode(), root)
