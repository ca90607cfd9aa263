"""Which slides somebody has edited since a deck was built, in words: by the marks of texts that it keeps."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from talkbuilder.outputs.pptx.reading import NoDeck, read_deck
from talkbuilder.outputs.pptx.record import mark_of

_MOST_NAMED = 12  # slides


def edited(path: Path) -> str:
    """Which slides of a deck are not what they were when it was built, in words; "" where nobody can tell."""
    try:
        deck = read_deck(path)
    except NoDeck:
        return ""
    if not deck.record:
        return ""
    before = [frozenset(page.texts) for page in deck.record]
    now = [frozenset(mark_of(line.text) for line in slide.lines) for slide in deck.slides]
    return _told(before, now)


def _told(before: Sequence[frozenset[str]], now: Sequence[frozenset[str]]) -> str:
    changed: list[int] = []
    new: list[int] = []
    gone = 0
    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(last - first, end - start)
            changed += range(start + 1, start + both + 1)
            new += range(start + both + 1, end + 1)
            gone += last - first - both
    parts = (
        _slides(changed, "was edited", "were edited"),
        _slides(new, "is new", "are new"),
        f"{gone} of ours {'is' if gone == 1 else 'are'} gone" if gone else "",
    )
    return ", ".join(filter(None, parts))


def _slides(numbers: list[int], one: str, many: str) -> str:
    if not numbers:
        return ""
    named = [str(number) for number in numbers[:_MOST_NAMED]]
    more = [f"{len(numbers) - _MOST_NAMED} more"] if len(numbers) > _MOST_NAMED else []
    *most, last = (*named, *more)
    listed = f"{', '.join(most)} and {last}" if most else last
    return f"slide {listed} {one}" if len(numbers) == 1 else f"slides {listed} {many}"
