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


def everyday_numbers(sections: Iterable[Sequence[bool]], endings: int) -> tuple[int, ...]:
    """The numbers in the deck of the talk as it is written: of the cover, of each part's opening slide and its slides,
    and of what stands at the end.

    `sections` tells of each slide that is written whether that talk has it; a part that keeps none is not opened.
    """
    return slide_numbers(_pages(sections, endings))


def _pages(sections: Iterable[Sequence[bool]], endings: int) -> Iterator[int]:
    yield 1
    for slides in sections:
        yield int(any(slides))
        yield from map(int, slides)
    yield from [1] * endings
