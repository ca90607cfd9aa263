"""The text of a post in parts: paragraphs, voices, sentences; and the passage around words that were found."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.claims.texts import sentence_ends, stem
from talkbuilder.evidence.proof.post_text import LABEL
from talkbuilder.source.characters import UNPRINTABLE

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]|\n(?![^\S\n]*\n))*")
_CLAUSE_END = re.compile(r"[,;:—–][\"”’»)]*\s+|\s+(?=[—–(]|- )")
# What YAML texts cannot hold; a quotation ends there.
_UNSPEAKABLE = re.compile(f"[{UNPRINTABLE}]")
_STOPS = ".,;:!?\"'“”‘’()[]"
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


_ENDED = re.compile(r"""[.!?…:][\"'”’»)\]]*\s*$""")


class Cut(Struct, frozen=True):
    """A passage of one voice: two offsets into the text of a post. `who` is "" where no voice covers it.

    It begins with '?' where somebody is speaking of whom nobody knows who it is."""

    start: int
    end: int
    who: str
    words: int = 0  # how many different words of those looked for are in it


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, and not as captions, headings and rows of tables."""
    return _ENDED.search(text) is not None


def paragraphs(text: str) -> Iterator[Range]:
    """Where the paragraphs of a text are; blank lines separate them."""
    for found in _PARAGRAPH.finditer(text):
        yield found.start(), found.start() + len(found[0].rstrip())


def cuts(text: str, stretch: Range, voices: tuple[tuple[int, int, str], ...]) -> Iterator[Cut]:
    """A stretch of text, voice by voice; where voices overlap the shorter one, which is quoted in the other, speaks."""
    start, end = stretch
    edges = {start, end, *(edge for one in voices for edge in one[:2] if start < edge < end)}
    edges |= {edge for found in _UNSPEAKABLE.finditer(text, start, end) for edge in found.span()}
    for begin, stop in pairwise(sorted(edges)):
        covering = [one for one in voices if one[0] <= begin and stop <= one[1]]
        who = min(covering, key=lambda one: one[1] - one[0])[2] if covering else ""
        if who != LABEL and not _UNSPEAKABLE.match(text, begin):
            yield Cut(begin, stop, who)


def passage(
    text: str, stretch: Range, marks: tuple[Range, ...], voices: tuple[tuple[int, int, str], ...], most: int
) -> Cut | None:
    """The passage of at most `most` words that holds the most of what is marked: whole sentences, of one voice.

    Only where a sentence is too long, it is cut between clauses, or else between words. None where nothing is marked.
    """
    best: Cut | None = None
    for cut in cuts(text, stretch, voices):
        if not any(cut.start <= start < cut.end for start, _ in marks):
            continue
        for piece in _windows(text, cut, marks, most):
            if best is None or _worth(text, piece) > _worth(text, best):
                best = piece
    return best


def _worth(text: str, cut: Cut) -> tuple[int, int]:
    return cut.words, -count_words(text[cut.start : cut.end])


def _windows(text: str, cut: Cut, marks: tuple[Range, ...], most: int) -> Iterator[Cut]:
    """Neighbouring sentences that together have few enough words, with something marked in each of the two outer."""
    parts = [
        piece
        for part in _split(cut.start, cut.end, sentence_ends(text, cut.start, cut.end))
        for piece in _short(text, part, most)
    ]
    holding = [number for number, part in enumerate(parts) if _marked(text, part, marks)]
    for first in holding:
        for last in (number for number in holding if number >= first):
            start, end = trim(text, parts[first][0], parts[last][1])
            if last > first and count_words(text[start:end]) > most:
                break
            inside = tuple((s, e) for s, e in marks if start <= s and e <= end)
            yield Cut(start, end, cut.who, len(forms_of(text, inside)))


def forms_of(text: str, marks: tuple[Range, ...]) -> set[str]:
    """The different words that are marked; all forms of one are the same word."""
    return {stem(text[start:end].casefold().strip(_STOPS)) for start, end in marks}


def _marked(text: str, part: Range, marks: tuple[Range, ...]) -> bool:
    start, end = trim(text, *part)
    return any(start <= s and e <= end for s, e in marks)


def _short(text: str, part: Range, most: int) -> list[Range]:
    """A sentence, or where it is too long what is left when it is cut between clauses, or else between words."""
    if count_words(text[slice(*part)]) <= most:
        return [part]
    found: list[Range] = []
    for clause in _split(*part, (found.end() for found in _CLAUSE_END.finditer(text, *part))):
        if found and count_words(text[found[-1][0] : clause[1]]) <= most:
            found[-1] = (found[-1][0], clause[1])
        elif count_words(text[slice(*clause)]) <= most:
            found.append(clause)
        else:
            words = list(re.finditer(r"\S+", text[slice(*clause)]))
            groups = [words[at : at + most] for at in range(0, len(words), most)]
            found += [(clause[0] + group[0].start(), clause[0] + group[-1].end()) for group in groups]
    return found


def _split(start: int, end: int, edges: Iterable[int]) -> list[Range]:
    """A stretch cut at the edges that lie within it."""
    stops = [edge for edge in edges if start < edge < end]
    return list(zip([start, *stops], [*stops, end], strict=True))


def trim(text: str, start: int, end: int) -> Range:
    """A stretch without blanks, commas and quote marks without partner at its ends."""
    while start < end:
        inside = text[start:end]
        lonely = {a for a, b in _PAIRS if inside.count(a) > inside.count(b)}
        lonely |= {b for a, b in _PAIRS if inside.count(b) > inside.count(a)}
        if inside[0].isspace() or (inside[0] in ",;:-–—" and not inside[1:2].isdigit()) or inside[0] in lonely:
            start += 1
        elif inside[-1].isspace() or inside[-1] in ",;:-–—" or inside[-1] in lonely:
            end -= 1
        else:
            break
    return start, end


def count_words(text: str) -> int:
    """The words of a text, counted as the limit of a quotation counts them."""
    return len(text.split())
