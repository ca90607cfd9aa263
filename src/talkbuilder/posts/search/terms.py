"""What somebody typed, as queries: words and phrases, from the strictest reading to the most lenient."""

import re
import unicodedata

from msgspec import Struct

_UNITS = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\s\"“”„«»]+)")
_UNTYPED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # cannot be typed, and SQLite cannot be asked for it
_MOST = 64  # words of a query; who pastes more wants a passage, and its first words find that

Match = tuple[int, tuple[tuple[int, int], ...]]  # the number of a text that matches, and what to mark in it


class Query(Struct, frozen=True):
    """One way to read what was typed: phrases of which all must occur in a passage, or any."""

    phrases: tuple[str, ...]
    all: bool = True
    begins: bool = False  # the phrases are beginnings of words

    @property
    def fts(self) -> str:
        """The query for SQLite: every phrase in quote marks, where nothing is an operator."""
        star = "*" if self.begins else ""
        quoted = ('"' + phrase.replace('"', " ") + '"' + star for phrase in self.phrases)
        return (" AND " if self.all else " OR ").join(quoted)


def readings(arguments: tuple[str, ...]) -> tuple[Query, ...]:
    """The queries to try, one after the other, until something is found; none where nothing can be searched for."""
    phrases = _phrases(arguments)
    words = _words(" ".join(phrases))
    ways = [Query(phrases), Query(words), Query(words, all=False), Query(words, all=False, begins=True)]
    return tuple(dict.fromkeys(ways)) if words else ()


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
        if re.search(r"[\"“”„«»]", argument) or len(arguments) > _MOST:
            found += (quoted or word for quoted, word in _UNITS.findall(argument))
        else:
            found.append(" ".join(argument.split()))
    return tuple(dict.fromkeys(one for one in found if re.search(r"[^\W_]", one)))[:_MOST]


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", text)))[:_MOST]
