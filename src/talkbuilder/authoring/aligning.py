"""What of an edited deck is what of the one that was built: slides, the boxes on them, the paragraphs in these."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from talkbuilder.layout.items import Table, Text, inside
from talkbuilder.layout.page import Page
from talkbuilder.outputs.pptx.reading import Box, FoundSlide, Line
from talkbuilder.outputs.pptx.record import Recorded, boxes_of, mark_of, same_text

_LEAST = 0.3  # how much of a page's own texts a slide has that is taken for it
ALIKE = 0.35  # from which on a paragraph is another, edited


def now_of(base: Sequence[Recorded], now: Sequence[Recorded]) -> dict[int, int]:
    """Which page of a talk as it is made now each page of it is that was built."""
    if [(one.key, one.texts) for one in base] == [(one.key, one.texts) for one in now]:
        return {at: at for at in range(len(base))}
    weights = _weights(now)
    alike = {
        (at, other): _alike(one.marks, two.marks, weights) + (one.key == two.key)
        for at, one in enumerate(base)
        for other, two in enumerate(now)
    }
    return _best(alike, _LEAST)


def pages_of(slides: Sequence[FoundSlide], base: Sequence[Recorded]) -> dict[int, int]:
    """Which page that was built each slide is, by their places: the one that its notes name, else the most alike.

    A title that only one page has is enough: whoever takes all notes out of a deck leaves little else on many slides.
    """
    weights, keys = _weights(base), Counter(page.key for page in base)
    alike = {}
    for at, slide in enumerate(slides):
        marks = {mark_of(line.text) for line in slide.lines}
        titles = {mark_of(line.text) for box in slide.boxes if box.is_title for line in box.lines}
        for other, page in enumerate(base):
            claims = slide.counted == (other + 1, len(base))
            is_titled = any(1 in (weights.get(one), one == page.key and keys[one]) for one in titles & page.marks)
            alike[at, other] = _alike(page.marks, marks, weights) + claims + _LEAST * is_titled
    return _best(alike, _LEAST)


def _weights(pages: Sequence[Recorded]) -> Mapping[str, float]:
    """What a text tells of its page: the less, the more pages have it."""
    return {mark: 1 / count for mark, count in Counter(mark for page in pages for mark in page.marks).items()}


def _alike(ours: frozenset[str], theirs: frozenset[str] | set[str], weights: Mapping[str, float]) -> float:
    every = sum(weights.get(one, 1.0) for one in ours)
    return sum(weights.get(one, 1.0) for one in ours & theirs) / every if every else 0.0


def _best(alike: Mapping[tuple[int, int], float], least: float) -> dict[int, int]:
    """Pairs, the most alike first; of equal ones, those that stand nearest to each other."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (one, other), value in sorted(alike.items(), key=lambda pair: (-pair[1], abs(pair[0][0] - pair[0][1]))):
        if value >= least and one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def boxes(page: Page, slide: FoundSlide, base: Recorded) -> Iterator[tuple[Text | None, Box | None]]:
    """What the texts of a page stand in, each with the box of the slide that it is; None where that is gone, or new.

    A shape is known by its name and a cell by its place, whatever stands in it by now; else by its words. What stands
    there as it was built, and the talk says no more, such as the mark of a draft, is none of its texts.
    """
    texts, theirs = [*boxes_of(page)], slide.boxes
    past = base.marks - {mark_of(one.text) for text in texts for one in text.paragraphs}
    is_past = [all(mark_of(line.text) in past for line in box.lines) for box in theirs]
    cells: dict[int, tuple[int, int, int]] = {}
    for number, table in enumerate(one for one in inside(page.items) if isinstance(one, Table)):
        for row, written in enumerate(table.rows):
            cells |= {id(one.text): (number, row, column) for column, one in enumerate(written)}
    ours = []
    for one in texts:
        lines = tuple(Line(each.text) for each in one.paragraphs if each.text.strip())
        ours.append(Box(one.name, one.name.lower() if one.placeholder else "", lines, cells.get(id(one))))
    found: dict[int, int] = {}
    _pair(found, _names(ours), _names(theirs))
    free = [at for at, one in enumerate(ours) if not one.placeholder]
    are_renamed = bool(free) and found.keys().isdisjoint(free)
    if len(cells) == sum(one.cell is not None for one in theirs):
        _pair(found, [one.cell for one in ours], [one.cell for one in theirs])
    _pair(found, [*map(_words, ours)], [*map(_words, theirs)])
    _pair(found, [one.is_title for one in ours], [one.is_title for one in theirs])
    left = [at for at, one in enumerate(ours) if at not in found and not one.cell]
    others = [at for at, one in enumerate(theirs) if at not in found.values() and not one.cell and not is_past[at]]
    alike = {(at, other): likeness(_words(ours[at]), _words(theirs[other])) for at in left for other in others}
    found |= _best(alike, ALIKE)
    # Of what is left, a program may have taken the names away: of placeholders, or of all.
    left = [at for at in left if at not in found]
    others = [at for at in others if at not in found.values() and (theirs[at].placeholder or are_renamed)]
    if len(left) == len(others):
        found |= zip(left, others, strict=True)
    for at, text in enumerate(texts):
        yield text, theirs[found[at]] if at in found else None
    yield from ((None, box) for at, box in enumerate(theirs) if at not in found.values())


def _words(box: Box) -> str:
    return " ".join(same_text(line.text) for line in box.lines)


def _names(boxes: Sequence[Box]) -> list[tuple[str, bool] | None]:
    """The names that one shape alone has, or one placeholder: what is drawn may be called as they are."""
    names = [(one.name.lower(), bool(one.placeholder)) for one in boxes]
    return [name if names.count(name) == 1 and not one.cell else None for name, one in zip(names, boxes, strict=True)]


def _pair(found: dict[int, int], ours: Sequence[object], theirs: Sequence[object]) -> None:
    """Pairs of what is equal and is not paired yet, in their order."""
    for at, one in enumerate(ours):
        free = (other for other, two in enumerate(theirs) if two == one and other not in found.values())
        if at not in found and one and (other := next(free, None)) is not None:
            found[at] = other


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by their words."""
    ours, theirs = same_text(one).lower().split(), same_text(other).lower().split()
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() if ours and theirs else 0.0


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Which paragraph each of ours is now: the same words, in their order and then anywhere, else the most alike."""
    left, right = [same_text(one) for one in ours], [same_text(one) for one in theirs]
    same = SequenceMatcher(None, left, right, autojunk=False)
    found = {at + step: to + step for at, to, size in same.get_matching_blocks() for step in range(size)}
    _pair(found, left, right)
    for _, first, last, begin, end in same.get_opcodes():
        open_ours = [at for at in range(first, last) if at not in found]
        open_theirs = [at for at in range(begin, end) if at not in found.values()]
        if len(open_ours) == len(open_theirs):
            found |= dict(zip(open_ours, open_theirs, strict=True))
        else:
            alike = {(at, other): likeness(ours[at], theirs[other]) for at in open_ours for other in open_theirs}
            found |= _best(alike, ALIKE)
    return found
