"""The number of a slide, as PowerPoint prints and counts it; the one place that knows how slides are counted."""

from collections.abc import Iterable, Iterator, Sequence


def slide_numbers(pages: Iterable[int]) -> tuple[int, ...]:
    """The number of each slide's first page, of slides that have so many pages; 0 for a slide that has none."""
    numbers: list[int] = []
    following = 1
    for count in pages:
        numbers.append(following if count else 0)
        following += count
    return tuple(numbers)


def everyday_numbers(sections: Iterable[tuple[bool, Sequence[bool]]], endings: int) -> tuple[int, ...]:
    """The numbers in the deck of the talk as it is written: of the cover, of each part's opening slide and its slides,
    and of what stands at the end.

    `sections` tells whether each opens with a slide, and of each slide that is written whether that talk has it; a part
    that keeps none is not opened. What is said of a part without such a slide has the number of the first it keeps.
    """
    listed = [(opens, tuple(slides)) for opens, slides in sections]
    numbers = list(slide_numbers(_pages(listed, endings)))
    at = 1
    for opens, slides in listed:
        if not opens and any(slides):
            numbers[at] = numbers[at + 1 + slides.index(True)]
        at += 1 + len(slides)
    return tuple(numbers)


def _pages(sections: Iterable[tuple[bool, Sequence[bool]]], endings: int) -> Iterator[int]:
    yield 1
    for opens, slides in sections:
        yield int(opens and any(slides))
        yield from map(int, slides)
    yield from [1] * endings
