"""What the tests of all kinds share: a deck that says what is drawn of a kind, and keeps the rules of the format."""

from collections.abc import Callable
from itertools import combinations

from talkbuilder.kinds import KINDS
from talkbuilder.layout.items import Link, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.room import texts_of
from talkbuilder.units import EMU_PER_POINT
from tests import listing, package_rules
from tests.sample import built, codes, slide, talk

Golden = Callable[[str, str], None]


def compare(name: str, deck: Deck, golden: Golden) -> None:
    """A deck as it was decided, and, once for a kind, as it reads back from its .pptx, where it keeps every rule.

    The schemas of Office, which take their time, are asked of the gallery, where every kind is in all its forms.
    """
    data = listing.written(deck)
    golden(f"{name}-deck", listing.of_deck(deck))
    if name in KINDS:
        golden(f"{name}-pptx", listing.of_pptx(data))
    assert [*package_rules.broken(data), *package_rules.unlike_ours(data)] == []


def sample(kind: str) -> Deck:
    """A deck with one slide of a kind that an author writes; nothing is wrong with it."""
    deck, report = built(talk(slide(kind, "" if kind == "statement" else f"A headline over {kind}")))
    assert codes(report) == []
    return deck


def flaws(page: Page) -> list[str]:
    """What reaches over the edges of a page, and which texts lie upon each other: nothing, on a sound one."""
    grid = page.layout.grid
    found = [
        f"'{item.name}' is not on the page"
        for item in page.items
        if not isinstance(item, Link)
        and not (item.box.x >= 0 <= item.box.y and item.box.right <= grid.width and item.box.bottom <= grid.height)
    ]
    inked = [(text.name, _ink(text)) for text in texts_of(page.items)]
    found += [f"a line of '{name}' leaves the page" for name, ink in inked if _beyond(ink, grid.width, grid.height)]
    for (one, first), (other, second) in combinations(inked, 2):
        if any(_touch(a, b) for a in first for b in second):
            found.append(f"'{one}' lies on '{other}'")
    return found


_Ink = tuple[float, float, float, float]  # left, top, right, bottom, in points


def _ink(text: Text) -> list[_Ink]:
    """Where there are letters."""
    return [
        (
            run.x_pt,
            run.baseline_pt - 0.7 * run.size_pt,
            run.x_pt + run.width_pt,
            run.baseline_pt + 0.2 * run.size_pt,
        )
        for line in text.lines
        for run in line.runs
    ]


def _touch(one: _Ink, other: _Ink) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _beyond(ink: list[_Ink], width: int, height: int) -> bool:
    right, bottom = width / EMU_PER_POINT, height / EMU_PER_POINT
    return any(left < 0 or top < 0 or end > right or foot > bottom for left, top, end, foot in ink)
