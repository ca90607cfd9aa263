"""A post as it is searched: its normal form, whole words, sentences, and who is speaking where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.closest import closest
from talkbuilder.evidence.normal import Range, normalise
from talkbuilder.evidence.posts import Post, Voice
from talkbuilder.evidence.sentences import sentence_ends

_HYPHENS = frozenset("-‐‑")
_DASHES_IN_FIGURES = frozenset("–−")


class Turn(Struct, frozen=True):
    """A stretch of the normal form that is somebody's."""

    who: str
    start: int
    end: int


class PostText:
    """One post. All offsets are into `text`, its normal form, unless they are said to be the original's."""

    def __init__(self, post: Post, original: str, blogger: str | None) -> None:
        self.original = original
        self.blogger = blogger
        self._normal = normalise(original)
        self.text = self._normal.text
        ends = (end for end in sentence_ends(self.text) if end < len(self.text))
        self._sentences = sorted({0, *self._normal.paragraphs, *ends})
        self.faults: tuple[Diagnostic, ...] = ()
        self._turns: tuple[Turn, ...] = ()
        if post.voices:
            self._turns, self.faults = _voices(self, post)

    def places(self, words: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
        """Every place where words in normal form stand, none of them cut in two."""
        at = self.text.find(words, start, end) if words else -1
        while at >= 0:
            if not self._is_within_a_word(at) and not self._is_within_a_word(at + len(words)):
                yield at, at + len(words)
            at = self.text.find(words, at + 1, end)

    def origin(self, start: int, end: int) -> Range:
        """Where a stretch stands in the original."""
        return self._normal.origin(start, end)

    def sentence(self, start: int, end: int) -> Range:
        """The sentence that a stretch stands in; from the first to the last, where it runs over several."""
        first, last = bisect_right(self._sentences, start) - 1, bisect_right(self._sentences, max(start, end - 1))
        return self._sentences[first], self._sentences[last] if last < len(self._sentences) else len(self.text)

    def sentences_before(self, start: int, count: int) -> Range:
        """Up to `count` sentences of the same paragraph before the one that begins at `start`, and that one's place."""
        at = bisect_right(self._sentences, start) - 1
        paragraph = self.paragraph(start)
        return max(self._sentences[max(0, at - count)], paragraph), start

    def paragraph(self, at: int) -> int:
        """Where the paragraph of a place begins."""
        number = bisect_right(self._normal.paragraphs, at)
        return self._normal.paragraphs[number - 1] if number else 0

    def speakers(self, start: int, end: int) -> tuple[str | None, ...]:
        """Everybody who speaks in a stretch, in order; None is the blogger where nobody has that role."""
        while start < end and not self.text[start].isalnum():
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        found: list[str | None] = []
        at = start
        for passage in self._turns:
            if passage.end > start and passage.start < end:
                if any(character.isalnum() for character in self.text[at : max(at, passage.start)]):
                    found.append(self.blogger)
                found.append(passage.who)
                at = passage.end
        if any(character.isalnum() for character in self.text[at:end]):
            found.append(self.blogger)
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


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _voices(post_text: PostText, post: Post) -> tuple[tuple[Turn, ...], tuple[Diagnostic, ...]]:
    """The passages of a post that are not the blogger's, and what is wrong with how they are told."""
    located: list[tuple[Turn, Voice]] = []
    faults: list[Diagnostic] = []
    for voice in post.voices:
        start = _once(post_text, voice.from_.value, voice.from_.span, post.id, "from", faults)
        end = _once(post_text, voice.to.value, voice.to.span, post.id, "to", faults)
        if start is None or end is None:
            continue
        if end[1] <= start[0] or end[1] < start[1]:
            hint = "'from' holds the first words of the passage, 'to' its last"
            faults.append(Diagnostic("E104", "'to' stands before 'from' in the post", voice.to.span, hint))
        else:
            located.append((Turn(voice.who.value, start[0], end[1]), voice))
    located.sort(key=lambda one: one[0].start)
    faults += _overlaps(located)
    return tuple(passage for passage, _ in located), tuple(faults)


def _once(post_text: PostText, words: str, span: Span, post: str, key: str, faults: list[Diagnostic]) -> Range | None:
    """The one place where a voice begins or ends."""
    found = list(post_text.places(normalise(words).text))
    if len(found) == 1:
        return found[0]
    if not found:
        faults.append(Diagnostic("E104", f"'{key}' is not in the post '{post}'", span, closest(post_text.text, words)))
    else:
        hint = "take more words along, until they stand in the post only once"
        faults.append(Diagnostic("E104", f"'{key}' stands {len(found)} times in the post '{post}'", span, hint))
    return None


def _overlaps(located: Iterable[tuple[Turn, Voice]]) -> Iterator[Diagnostic]:
    before: Turn | None = None
    for passage, voice in located:
        if before is not None and passage.start < before.end:
            message = f"this passage begins before that of '{before.who}' has ended"
            hint = "list a voice within a voice as three passages: before it, itself, and behind it"
            yield Diagnostic("E104", message, voice.from_.span, hint)
        before = passage if before is None or passage.end > before.end else before
