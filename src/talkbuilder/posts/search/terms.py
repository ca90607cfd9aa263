"""What somebody typed, as queries: words and phrases, from the strictest reading to the most lenient; and by which of
their words a few texts match one."""

import re
import unicodedata
from collections.abc import Sequence
from contextlib import closing

from msgspec import Struct, structs

from talkbuilder.claims.normal import Range
from talkbuilder.posts.search.synonyms import PLAIN, Synonyms

TOKENS = "porter unicode61 remove_diacritics 2"  # English word stems; any script, without case and accents
_UNITS = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\s\"“”„«»]+)")
_MARKS = re.compile('["“”„«»]')
_UNTYPED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # cannot be typed, and SQLite cannot be asked for it
_OPEN, _CLOSE = "\x01", "\x02"
_UNSAYABLE = re.compile("[\x00-\x02]")
_MOST = 64  # words of a query; who pastes more wants a passage, and its first words find that

# Words that ask, and say nothing of what is asked for; nobody searches for them alone.
_ASKING = frozenset(
    re.findall(
        r"\w+",
        "how many much what which who whom whose why when where is are was were be been do does did has have had can"
        " could a an the of in on at to from for by with and or there it its she he they her his their any some about"
        " into us we i tell me number amount",
    )
)
_AFTER_HOW = frozenset({"long", "old", "often", "far"})

Match = tuple[int, tuple[Range, ...]]  # the number of a text that matches, and what to mark in it


class Query(Struct, frozen=True):
    """One way to read what was typed: phrases of which all must occur in a passage, or any.

    `also` holds for each phrase what may stand in its place; none where it is empty.
    """

    phrases: tuple[str, ...]
    all: bool = True
    begins: bool = False  # the phrases are beginnings of words
    also: tuple[tuple[str, ...], ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Each phrase with what may stand in its place."""
        others = self.also or ((),) * len(self.phrases)
        return tuple((phrase, *more) for phrase, more in zip(self.phrases, others, strict=True))

    @property
    def fts(self) -> str:
        """The query for SQLite: every phrase in quote marks, where nothing is an operator."""
        star = "*" if self.begins else ""
        return (" AND " if self.all else " OR ").join(any_of(group, star) for group in self.groups)


def any_of(phrases: tuple[str, ...], star: str = "") -> str:
    """What SQLite is asked for one of some phrases."""
    quoted = ['"' + phrase.replace('"', " ") + '"' + star for phrase in phrases]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def arguments_of(line: str) -> tuple[str, ...]:
    """What was typed in one line, as arguments: what stands in quote marks in it is a phrase."""
    return (line,) if _MARKS.search(line) else tuple(line.split())


def readings(arguments: tuple[str, ...], synonyms: Synonyms = PLAIN) -> tuple[Query, ...]:
    """The queries to try, one after the other, until something is found; none where nothing can be searched for."""
    phrases = _phrases(arguments)
    words = _words(" ".join(phrases))
    asked = telling(phrases, synonyms)
    ways = [Query(phrases), Query(words), asked, Query(words, all=False), structs.replace(asked, all=False)]
    if len(phrases) > 1 and len(asked.phrases) < len(phrases):  # a question: its 'how many' stands where it will
        ways = [asked, structs.replace(asked, all=False)]
    return tuple(dict.fromkeys((*ways, Query(words, all=False, begins=True)))) if words else ()


def telling(phrases: tuple[str, ...], synonyms: Synonyms = PLAIN) -> Query:
    """The words that say what is looked for, each with its other spellings and synonyms; all where all only ask."""
    units = [unit for phrase in phrases for unit in ([phrase] if _is_number(phrase) else _words(phrase))]
    pairs = zip(["", *units], units, strict=False)
    kept = _together([unit for before, unit in pairs if not _only_asks(before, unit)], synonyms)
    told = tuple(dict.fromkeys(kept)) or tuple(units)
    return Query(told, also=tuple(synonyms.of(unit) for unit in told))


def _together(units: list[str], synonyms: Synonyms) -> list[str]:
    """The words, but two for which there is another one as a phrase: 'sent home'."""
    found: list[str] = []
    for unit in units:
        if found and synonyms.of(f"{found[-1]} {unit}"):
            found[-1] = f"{found[-1]} {unit}"
        else:
            found.append(unit)
    return found


def _only_asks(before: str, word: str) -> bool:
    return word.casefold() in _ASKING or (before.casefold() == "how" and word.casefold() in _AFTER_HOW)


def ways_to_ask(arguments: tuple[str, ...], synonyms: Synonyms = PLAIN) -> tuple[Query, ...]:
    """How the library is asked, one way after the other: for phrases as they stand, for words, for beginnings."""
    phrases = _phrases(arguments)
    words = telling(phrases, synonyms)
    ways = [Query(phrases)] if any(" " in phrase for phrase in phrases) else []
    ways += [structs.replace(words, all=False), Query(words.phrases, all=False, begins=True)]
    return tuple(ways) if words.phrases else ()


def _is_number(phrase: str) -> bool:
    """Whether it is one number, which commas and points do not cut: $84,000."""
    return bool(re.fullmatch(r"\W*\d+(?:[.,]\d+)+\W*", phrase))


def typed(arguments: tuple[str, ...]) -> str:
    """What was typed, as one line without the characters that nobody can type."""
    return " ".join(_UNTYPED.sub(" ", " ".join(arguments)).split())


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation, for comparing."""
    return tuple(re.findall(r"[^\W_]+", bare(text)))


def bare(text: str) -> str:
    """A text without case and accents."""
    if not text.isascii():
        text = "".join(
            character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
        )
    return text.casefold()


def _phrases(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Words, and phrases: what stands in quote marks, or came as one argument with blanks in it."""
    found: list[str] = []
    for argument in (_UNTYPED.sub(" ", one) for one in arguments):
        if _MARKS.search(argument) or len(arguments) > _MOST:
            found += (quoted or word for quoted, word in _UNITS.findall(argument))
        else:
            found.append(" ".join(argument.split()))
    return tuple(dict.fromkeys(one for one in found if re.search(r"[^\W_]", one)))[:_MOST]


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", text)))[:_MOST]


def has_full_text() -> bool:
    """Whether this Python has SQLite, and that was built with full-text search."""
    try:
        import sqlite3  # some systems leave it out of Python
    except ImportError:
        return False
    try:
        with closing(sqlite3.connect(":memory:")) as probe:
            probe.execute(f"CREATE VIRTUAL TABLE probe USING fts5(text, tokenize='{TOKENS}')")
    except sqlite3.Error:
        return False
    return True


def matches(query: Query, texts: Sequence[tuple[str, str]]) -> list[Match]:
    """Each text is what is shown, and what is searched without being shown."""
    import sqlite3  # which some Pythons lack

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(shown, more, tokenize='{TOKENS}')")
        clean = ((number, _UNSAYABLE.sub(" ", shown), more) for number, (shown, more) in enumerate(texts))
        connection.executemany("INSERT INTO texts(rowid, shown, more) VALUES (?, ?, ?)", clean)
        found = connection.execute(
            "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 2, 1), rowid",
            (_OPEN, _CLOSE, query.fts),
        )
        return [(number, _marks_of(marked)) for number, marked in found]


def holds(text: str, arguments: tuple[str, ...], synonyms: Synonyms) -> bool:
    """Whether a text has what was typed: phrases as they stand, and each of the words."""
    ways = [one for one in readings(arguments, synonyms) if one.all]
    if any(" " in phrase for phrase in ways[0].phrases):
        ways = ways[:1]
    return any(matches(one, ((text, ""),)) for one in ways)


def _marks_of(marked: str) -> tuple[Range, ...]:
    """Where the marks of a text are in the text without them."""
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", marked)
    edges, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        edges.append(at)
    return tuple(zip(edges[::2], edges[1::2], strict=True))
