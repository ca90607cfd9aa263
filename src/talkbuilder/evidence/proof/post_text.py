"""A source as it is searched: its normal form, whole words, sentences, and who is speaking where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from talkbuilder.claims.normal import Range, any_marks, gaps, normalise
from talkbuilder.claims.texts import sentence_ends

_SHOWN = 100  # characters before and behind a stretch
AUTHOR = "the author"  # of a source whose author is not named
# Who is speaking where that is nobody who is known; no id begins so.
QUOTED, LABEL, UNSURE, UNNAMED = "?quoted", "?label", "?unsure", "?unnamed"
_HYPHENS = frozenset("-‐‑")
_DASHES_IN_FIGURES = frozenset("–−")


class VoiceWords(Struct, frozen=True):
    """A voice by its words: who is speaking, from the words `first` to the words `last`; or by its place in the normal
    form, and the hash of what stands there."""

    who: str
    first: str = ""
    last: str = ""
    at: tuple[int, int, str] | None = None


class Turn(Struct, frozen=True):
    """A stretch of the normal form that is somebody's."""

    who: str
    start: int
    end: int


class PostText:
    """One source. All offsets are into `text`, its normal form, unless they are said to be the original's."""

    def __init__(
        self, original: str, voices: Iterable[VoiceWords] = (), by: str | None = None, heard: Iterable[Turn] = ()
    ) -> None:
        """Voices that cannot be found are left out, and of two places the first is taken: voices.py complains.

        `by` is whose words it holds where no voice says otherwise; None where nobody tells. What its import `heard`, in
        turns that count the characters of the original, holds wherever no voice does.
        """
        self.original = original
        self.by = by
        self._normal = normalise(original)
        self.text = self._normal.text
        self._searched = any_marks(self.text)
        turns = (turn for voice in voices if (turn := self._turn(voice)))
        self.voices = tuple(_apart(sorted(turns, key=lambda turn: (turn.start, -turn.end))))
        self.heard = tuple(Turn(one.who, *self._normal.place(one.start, one.end)) for one in heard)
        self.turns = tuple(_beside(self.voices, self.heard))

    @property
    def paragraphs(self) -> tuple[Range, ...]:
        starts = (0, *self._normal.paragraphs)
        return tuple(zip(starts, (*(start - 1 for start in starts[1:]), len(self.text)), strict=True))

    @cached_property
    def _sentences(self) -> list[int]:
        ends = (end for end in sentence_ends(self.text) if end < len(self.text))
        return sorted({0, *self._normal.paragraphs, *ends})

    def standing(self, start: int, end: int, hash: str) -> Range | None:
        """Where a passage of a known hash stands: at its place, or where text before it has moved it to."""
        length = end - start
        begins = (at for at in range(len(self.text) - length + 1) if not self.text[at - 1 : at].isalnum())
        return next(
            ((at, at + length) for at in (start, *begins) if hash_of(self.text[at : at + length]) == hash), None
        )

    def stand(self, start: int, end: int) -> str:
        """Where a passage stands, as `at` of a voice has it."""
        return f"{start}-{end} {hash_of(self.text[start:end])}"

    def _turn(self, voice: VoiceWords) -> Turn | None:
        if voice.at:
            place = self.standing(*voice.at)
            return Turn(voice.who, *place) if place else None
        first = next(self.places(normalise(voice.first).text), None)
        if first is None:
            return None
        ends = (end for _, end in self.places(normalise(voice.last).text, first[0]) if end >= first[1])
        end = next(ends, None)
        return None if end is None else Turn(voice.who, first[0], end)

    def places(self, words: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
        """Every place where words in normal form stand, none of them cut in two."""
        words = any_marks(words)
        at = self._searched.find(words, start, end) if words else -1
        while at >= 0:
            if not self._is_within_a_word(at) and not self._is_within_a_word(at + len(words)):
                yield at, at + len(words)
            at = self._searched.find(words, at + 1, end)

    def place(self, start: int, end: int) -> Range:
        """Where a stretch of the original stands."""
        return self._normal.place(start, end)

    def origin(self, start: int, end: int) -> Range:
        """Where a stretch stands in the original."""
        return self._normal.origin(start, end)

    def sentence(self, start: int, end: int) -> Range:
        """The sentence that a stretch stands in; from the first to the last, where it runs over several."""
        first, last = bisect_right(self._sentences, start) - 1, bisect_right(self._sentences, max(start, end - 1))
        return self._sentences[first], self._sentences[last] if last < len(self._sentences) else len(self.text)

    def sentences_in(self, start: int, end: int) -> Iterator[Range]:
        """Every sentence of which a stretch holds something."""
        at = bisect_right(self._sentences, start) - 1
        while at < len(self._sentences) and self._sentences[at] < end:
            stop = self._sentences[at + 1] if at + 1 < len(self._sentences) else len(self.text)
            yield self._sentences[at], stop
            at += 1

    def passage(self, start: int, end: int) -> str:
        """The sentences of a stretch as they are shown: of long ones no more than what stands around it."""
        left, right = self.sentence(start, end)
        begin, stop = max(left, start - _SHOWN), min(right, end + _SHOWN)
        text = self.text[begin:stop].strip()
        return f"{'…' if begin > left else ''}{text}{'…' if stop < right else ''}"

    def of_one_voice(self, left: int, right: int, start: int, end: int) -> Range:
        """The part of `left` to `right` around a stretch that is of the same voice."""
        for turn in self.turns:
            if turn.end <= start:
                left = max(left, turn.end)
            elif turn.start >= end:
                right = min(right, turn.start)
            elif turn.start <= start and end <= turn.end:
                left, right = max(left, turn.start), min(right, turn.end)
        return left, right

    def sentences_before(self, start: int, count: int) -> Range:
        """Up to `count` sentences of the same paragraph before the one that begins at `start`, and that one's place."""
        at = bisect_right(self._sentences, start) - 1
        paragraph = self.paragraph(start)
        return max(self._sentences[max(0, at - count)], paragraph), start

    def paragraph(self, at: int) -> int:
        return self.paragraph_around(at)[0]

    def paragraph_around(self, at: int) -> Range:
        edges = (0, *self._normal.paragraphs, len(self.text))
        number = bisect_right(self._normal.paragraphs, at)
        return edges[number], edges[number + 1]

    def trimmed(self, start: int, end: int) -> Range:
        """A stretch without what is no letter and no digit at its ends."""
        while start < end and not self.text[start].isalnum():
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        return start, end

    def speakers(self, start: int, end: int) -> tuple[str | None, ...]:
        """Everybody who speaks in a stretch, in order; None is the author, where it is not known who that is."""
        start, end = self.trimmed(start, end)
        found: list[str | None] = []
        at = start
        for passage in self.turns:
            if passage.end > start and passage.start < end:
                if any(character.isalnum() for character in self.text[at : max(at, passage.start)]):
                    found.append(self.by)
                found.append(passage.who)
                at = passage.end
        if any(character.isalnum() for character in self.text[at:end]):
            found.append(self.by)
        return tuple(found)

    def _is_within_a_word(self, at: int) -> bool:
        """Whether a cut here goes through a word or a number: don|'t, Twenty|-seven, 1|,000."""
        left, right = self.text[at - 1 : at] if at else "", self.text[at : at + 1]
        if not left or not right:
            return False
        if _is_letter(left) and _is_letter(right):
            return True
        if _is_letter(left):
            return _is_letter(self.text[at + 1 : at + 2]) and self._joins(at, left, self.text[at + 1])
        if _is_letter(right) and at > 1:
            return _is_letter(self.text[at - 2]) and self._joins(at - 1, self.text[at - 2], right)
        return False

    def _joins(self, at: int, left: str, right: str) -> bool:
        """Whether the character between two letters or digits makes one word of them."""
        character = self.text[at]
        if character == "'":
            return True
        figures = left.isdigit() and right.isdigit()
        if character == "-":
            start, end = self.origin(at, at + 1)
            own = self.original[start:end]
            return own in _HYPHENS or (figures and own in _DASHES_IN_FIGURES)
        return figures and character in ".,/"


def hash_of(passage: str) -> str:
    """The hash by which a passage in normal form is known again; of a few words it would tell them."""
    from hashlib import sha256  # 7 ms, which who hashes nothing need not pay

    return sha256(passage.encode()).hexdigest()[:16]


def is_nobody(who: str | None) -> bool:
    """Whether it is known that somebody else is speaking, and not who."""
    return who is not None and who.startswith("?")


def called(who: str | None) -> str:
    """Who is speaking, in a message."""
    return AUTHOR if who is None else "somebody who is not named" if is_nobody(who) else f"'{who}'"


def _beside(voices: Sequence[Turn], heard: Iterable[Turn]) -> list[Turn]:
    """All turns in their order: the voices, and of what was heard all that none of them covers."""
    own = [(one.start, one.end) for one in voices]
    rest = (Turn(one.who, *place) for one in heard for place in gaps(one.start, one.end, own))
    return sorted((*voices, *rest), key=lambda one: one.start)


def _apart(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Turns of which none lies in another: what is quoted within a quotation is said by the innermost."""
    within: list[Turn] = []  # those that have begun and not ended, the outermost first
    at = 0
    for turn in (*turns, None):
        start = turn.start if turn else max((one.end for one in within), default=0)
        while within:
            inner = within[-1]
            if at < min(inner.end, start):
                yield Turn(inner.who, at, min(inner.end, start))
                at = min(inner.end, start)
            if inner.end > start:
                break
            within.pop()
        if turn:
            at = max(at, turn.start)
            within.append(turn)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
