"""Words in a row of sources that protect somebody: whoever searches for them finds the source, and in it the people.

Where the text of a source is here, every run of eight words is known. Elsewhere the lock has hashes of every fourth
run: whatever has eleven words in a row has one of them, and whoever knows the words before a run would have to guess
four at once, of which far too many fit. Runs that hold a protected name are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from talkbuilder.claims.normal import normalise
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.protected import salted
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.lock import Lines, Proved, Unreadable, read_lock
from talkbuilder.evidence.proof.voices import hear

MOST = 7  # words in a row that a deck may hold
_RUN = MOST + 1
_EVERY = 4  # runs, of which one is hashed
_BYTES = 4  # of a hash: of four guessed words, hundreds of likely ones have a hash that is there
_SALT = 16  # digits
_WORD = re.compile(r"\w+(?:'\w+)*")
_UNHEARD = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|\[\s*pause\b[^\]]*\]", re.IGNORECASE)

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(normalise(_UNHEARD.sub("", text)).text.casefold()))


def runs_of(words: Words) -> Iterator[Words]:
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def stretches(source: Source, text: str, library: Library) -> Iterator[str]:
    """What a source says in words that are not published elsewhere, each stretch from one such passage to the next."""
    heard, _ = hear(source, text, library.author_of(source), library.stretches(source.id))
    at = 0
    for turn in (*heard.turns, None):
        if turn is None or _is_published(turn.who, library):
            yield heard.text[at : turn.start if turn else len(heard.text)]
            at = turn.end if turn else 0


def _is_published(who: str, library: Library) -> bool:
    person = library.people.get(who)
    return isinstance(person, Person) and person.is_published


def with_hashes(lines: Iterable[Proved], library: Library, before: Lines) -> Iterator[Proved]:
    """The lock's lines of sources with hashes of what no deck may hold; of one whose text is away, those there were."""
    from msgspec import structs

    sources = {one.id: one for one in library.guarded()}
    salt = next((one.runs[:_SALT] for one in before.values() if one.runs), "")
    for line in lines:
        source, held = sources.get(line.id), before.get(("post", line.id))
        if line.kind != "post" or source is None:
            yield line
        elif (text := library.texts(line.id)) is None:
            yield structs.replace(line, runs=held.runs if held else "")
        else:
            salt = salt or line.text[:_SALT]
            found = _hashes(source, text, library, salt)
            if held and held.runs and (held.text, held.entry) == (line.text, line.entry):
                found &= _read(held.runs)  # where the names are not here, what was left out for them stays out
            yield structs.replace(line, runs=salt + _written(found))


def _written(hashes: Iterable[bytes]) -> str:
    from base64 import b64encode

    return b64encode(b"".join(sorted(hashes))).decode()


def _read(runs: str) -> set[bytes]:
    from base64 import b64decode

    data = b64decode(runs[_SALT:])
    return {data[at : at + _BYTES] for at in range(0, len(data), _BYTES)}


def _hashes(source: Source, text: str, library: Library, salt: str) -> set[bytes]:
    kept, _ = kept_by(library)
    runs = (run for part in stretches(source, text, library) for run in list(runs_of(words_of(part)))[::_EVERY])
    return {_hash(salt, run) for run in runs if not kept.hits(" ".join(run).title())}


def _hash(salt: str, run: Words) -> bytes:
    hashed = salted(salt.encode(), _BYTES).copy()
    hashed.update(" ".join(run).encode())
    return hashed.digest()


class Verbatim:
    """All that is known of such words on a day: by texts, and where a text is away, by the lock."""

    def __init__(self, library: Library, day: str = "") -> None:
        self._library, self._sources = library, tuple(library.guarded(day))

    @cached_property
    def _runs(self) -> Mapping[Words, str]:
        here = ((one, text) for one in self._sources if (text := self._library.texts(one.id)) is not None)
        parts = ((one.id, part) for one, text in here for part in stretches(one, text, self._library))
        return {run: id for id, part in parts for run in runs_of(words_of(part))}

    @cached_property
    def _hashed(self) -> Mapping[str, Mapping[bytes, str]]:
        """Of sources whose texts are away, by their salts, the hashes with the sources' ids."""
        found: dict[str, dict[bytes, str]] = {}
        away = [one for one in self._sources if self._library.texts(one.id) is None]
        try:
            lock = read_lock(self._library.lock() or b"") if away else {}
        except Unreadable:  # which the proof tells
            lock = {}
        for one in away:
            held = lock.get(("post", one.id))
            if held and held.runs:
                found.setdefault(held.runs[:_SALT], {}).update(dict.fromkeys(_read(held.runs), one.id))
        return found

    def hits(self, text: str) -> Iterator[tuple[Words, str]]:
        """The words in a row that a text has of such a source, and the id of that."""
        words, at = words_of(text), 0
        found = [self._source(run) for run in runs_of(words)]
        while at < len(found):
            end = at
            while end < len(found) and found[end] == found[at]:
                end += 1
            if source := found[at]:
                yield words[at : end + MOST], source
            at = end

    def _source(self, run: Words) -> str:
        if source := self._runs.get(run):
            return source
        hashed = (own.get(_hash(salt, run)) for salt, own in self._hashed.items())
        return next(filter(None, hashed), "")
