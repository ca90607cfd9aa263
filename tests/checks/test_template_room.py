"""T006: what a template leaves no room for is built all the same, and told once a slide."""

import re

from talkbuilder.layout.room import lacks_room
from tests.sample import project, talk
from tests.templates import Parts, deck_on, remade, theme_of

_POINT = "a point that says a little more than would fit on one line of a slide in letters of a readable size"


def _with_small_places(share: float) -> bytes:
    """The default template, whose place for texts is lower."""

    def change(parts: Parts) -> None:
        name = "ppt/slideMasters/slideMaster1.xml"
        text = parts[name].decode()
        parts[name] = re.sub(r'cy="4525963"', f'cy="{round(4_525_963 * share)}"', text).encode()

    return remade(change)


def codes(points: int, share: float = 1.0) -> list[str]:
    listed = ", ".join(f"'{number}: {_POINT}'" for number in range(points))
    return codes_of("bullets", f"  - {{title: Many points, notes: 'W.', bullets: [{listed}]}}", share)


def codes_of(kind: str, slide: str, share: float = 1.0) -> list[str]:
    deck, report = deck_on(theme_of(_with_small_places(share)), project(talk(slide)))
    assert not lacks_room(page for page in deck.pages if page.kind == kind)
    titles = [page.title for page in deck.pages if page.kind == kind]
    told = [one.code for one in report.diagnostics if one.code in ("C201", "C240", "T006")]
    return [*titles, *told]


def test_what_fits_is_not_told() -> None:
    assert codes(2) == ["Many points"]


def test_what_does_not_is_set_smaller_or_goes_on_and_is_told_once() -> None:
    assert codes(6) == ["Many points", "T006"]
    assert codes(12)[-1] == "T006"


def test_a_low_place_for_texts_is_left_for_a_roomier_one() -> None:
    assert codes(4, 0.4)[-1] in ("Many points", "T006")


def test_a_map_without_room_for_its_names_stops_no_deck() -> None:
    map = "{focus: [LU], label: [Luxembourg], routes: [BE > LU, FR > LU, DE > LU, LU > BE]}"
    assert codes_of("map", f"  - {{title: T, cite: [herds], map: {map}, notes: Words.}}") == ["T", "T006"]
