"""Typed words that stand in a source as somebody else's: seven in a row, of a voice or a block quotation."""

from collections.abc import Iterable, Iterator

from talkbuilder.claims.normal import normalise
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.post_text import LABEL
from talkbuilder.evidence.proof.voices import hear
from talkbuilder.patterns import pattern_of

_IN_A_ROW = 7  # words, which nobody finds again by chance
_WORD = pattern_of(r"[^\W_]+(?:'[^\W_]+)*")


class Borrowed:
    """What others say in some sources."""

    def __init__(self, library: Library, sources: Iterable[str]) -> None:
        self._library = library
        # Each row of words, with the source that it stands in.
        self._said = {row: id for id in dict.fromkeys(sources) for row in self._rows(id)}

    def find(self, text: str, told: Iterable[str]) -> tuple[int, int, str] | None:
        """Where somebody else's words begin and end in a text, and of which source; those `told` are named."""
        if not self._said:
            return None
        normal = normalise(text)
        found = [one for one in _in_rows(normal.text) if one[2] in self._said]
        named = {row for one in told for _, _, row in _in_rows(normalise(one).text)} if found else set()
        start, end, row = next((one for one in found if one[2] not in named), (0, 0, ""))
        return (*normal.origin(start, end), self._said[row]) if row else None

    def _rows(self, id: str) -> Iterator[str]:
        source, original = self._library.sources.get(id), self._library.texts(id)
        if not isinstance(source, Source) or original is None:
            return
        author = self._library.author_of(source)
        text, _ = hear(source, original, author, self._library.stretches(id))
        for turn in text.turns:
            person = self._library.people.get(turn.who)
            is_own = turn.who in (author, LABEL) or (isinstance(person, Person) and person.role == "author")
            if not is_own:
                yield from (row for _, _, row in _in_rows(text.text[turn.start : turn.end]))


def _in_rows(text: str) -> Iterator[tuple[int, int, str]]:
    found = list(_WORD.finditer(text))
    words = [one[0].lower() for one in found]
    for at in range(len(words) - _IN_A_ROW + 1):
        end = at + _IN_A_ROW
        yield found[at].start(), found[end - 1].end(), " ".join(words[at:end])
