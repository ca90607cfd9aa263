"""C357 small-hotline: something else is larger than the number that somebody may need, where it is shown at length."""

from collections.abc import Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.actions import Action, digits_of
from talkbuilder.layout.items import Group, Item, Link, SetRun, Text
from talkbuilder.layout.page import Deck, Page

_MESSAGE = "the number of the hotline is not the largest thing on its slide"
_HINT = "write 'poster: true' for it in assets/actions.yaml, and no 'drawing:' here: its number then stands very large"


def check(deck: Deck) -> Iterator[Diagnostic]:
    actions = deck.plan.talk.library.actions
    pages = deck.pages
    for page in pages:
        asked = (actions.get(one.id) for one in page.citations if one.kind == "action")
        hotline = next((one for one in asked if isinstance(one, Action) and one.is_hotline), None)
        if hotline and (page.kind == "ask" or page is pages[-1]) and _is_small(hotline, page):
            yield Diagnostic("C357", _MESSAGE, page.span, _HINT)


def _is_small(hotline: Action, page: Page) -> bool:
    numbers = {digits_of(number.value) for number in (hotline.phone, hotline.text) if number}
    sizes = [(run.size_pt, digits_of(text) in numbers) for run, text in _runs(page.items)]
    largest = max((size for size, _ in sizes), default=0.0)
    return not any(size == largest for size, is_number in sizes if is_number)


def _runs(items: Iterable[Item]) -> Iterator[tuple[SetRun, str]]:
    """What is set on a page, each with the line that it stands in."""
    for item in items:
        match item:
            case Text():
                yield from ((run, line.text) for line in item.lines for run in line.runs)
            case Link():
                yield from _runs((item.item,))
            case Group():
                yield from _runs(item.items)
