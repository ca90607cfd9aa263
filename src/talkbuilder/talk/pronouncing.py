"""How words are pronounced: in parentheses in the notes, where a word first occurs in a talk."""

import re
from collections.abc import Iterator

from msgspec import structs

from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.words import Pronounced
from talkbuilder.talk.talk import Citation, Paragraph, Run

_HOW = "how it is said"


def is_help(run: Run) -> bool:
    """Whether a run says how the word before it is pronounced, so that nobody reads it out."""
    return run.citation is not None and run.citation.reason == _HOW


class Helps:
    """The helps of a library that have not been printed yet; notes are given to it in the order of the talk.

    They are printed after everything is timed, because nobody says them aloud.
    """

    def __init__(self, library: Library) -> None:
        self._left = {one.id: one.says.value for one in library.words.values() if isinstance(one, Pronounced)}

    def added(self, notes: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """The notes, with a help after each word that occurs for the first time."""
        if not self._left:
            return notes
        # What is longer goes first: "Almaty Region" has its own help.
        names = "|".join(map(re.escape, sorted(self._left, key=len, reverse=True)))
        words = re.compile(rf"(?<!\w)({names})(?:['’]s)?(?!\w)")
        return tuple(
            structs.replace(one, runs=tuple(self._runs(one, words))) if words.search(one.text) else one for one in notes
        )

    def _runs(self, paragraph: Paragraph, words: re.Pattern[str]) -> Iterator[Run]:
        for run in paragraph.runs:
            at = 0
            for found in words.finditer(run.text):
                if says := self._left.pop(found[1], ""):
                    yield structs.replace(run, text=run.text[at : found.end()])
                    own = Citation("own", "", says, "", "", "", "", reason=_HOW)
                    yield Run(f" ({says})", italic=True, citation=own)
                    at = found.end()
            if at < len(run.text):
                yield structs.replace(run, text=run.text[at:])
