"""A picture that fills its frame or the slide, and whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.kinds.kind import crop
from talkbuilder.layout.items import Image, Text
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.talk.talk import Picture
from talkbuilder.units import Box
from tests import cases
from tests.kinds import Golden, compare
from tests.listing import lines, shown
from tests.memory import MemoryProject
from tests.sample import ASSETS, built, codes, talk
from tests.templates import deck_on, default, theme_of

_CREDIT = "Picture: nobody"
_SQUARE = Box(0, 0, 1000, 1000)


def of(keys: str, media: str = "") -> Deck:
    """A deck of one picture, without a fault."""
    files = media or str(ASSETS["assets/media.yaml"])
    deck, report = built(talk(f"  - {{title: Look, photo: steppe, notes: Some words.{keys}}}"), media=files)
    assert codes(report) == []
    return deck


_CALLED = "gate: {file: Steppe.PNG, alt: A gate, credit: C, people: []}\n"


def image(deck: Deck) -> Image:
    (found,) = (item for item in deck.pages[2].items if isinstance(item, Image))
    return found


def picture(width_px: int, height_px: int, focus: tuple[float, float] = (0.5, 0.5)) -> Picture:
    return Picture(b"", "png", width_px, height_px, "alt", Span(Source("talks/talk.yaml", ""), 0, 0), "", focus)


def test_beside_a_caption_it_is_laid_out_as_its_golden_says(golden: Golden) -> None:
    compare("photo-beside", of(", caption: The steppe in May"), golden)


@pytest.mark.parametrize(("photo", "code"), [("broken", "E015"), ("missing", "R001"), ("unknown", "E001")])
def test_a_picture_that_cannot_be_used_is_reported(photo: str, code: str) -> None:
    _, report = built(talk(f"  - {{title: Look, photo: {photo}, notes: Some words.}}"))
    assert codes(report) == [code]


def test_a_picture_that_is_called_otherwise_is_named() -> None:
    _, report = built(talk("  - {title: Look, photo: gate, notes: Some words.}"), media=_CALLED)
    (fault,) = (fault for fault in report.diagnostics if fault.code == "R001")
    assert fault.hint == "write 'steppe.png': capitals count"


def test_a_picture_that_is_there_is_named_without_the_folders_of_another_place() -> None:
    media = _CALLED.replace("Steppe.PNG", r"C:\Users\me\steppe.png")
    _, report = built(talk("  - {title: Look, photo: gate, notes: Some words.}"), media=media)
    (fault,) = (fault for fault in report.diagnostics if fault.code == "R001")
    assert fault.hint.startswith("write 'file: steppe.png'")


@pytest.mark.parametrize(
    ("keys", "layout"),
    [("", "Full photo"), (", caption: May", "Photo")],
)
def test_whose_it_is_always_stands_on_the_slide_and_in_the_notes(keys: str, layout: str) -> None:
    deck = of(keys)
    told = shown(deck)[2]
    assert told["layout"] == layout
    assert told["Source line"] == _CREDIT
    assert told.get("Caption", "") == ("May" if keys else "")
    assert lines(deck.pages[2], "shown") == (f"On the slide: Grass up to the horizon under a wide sky ({_CREDIT})",)


def caption(deck: Deck) -> Text:
    (found,) = (item for item in deck.pages[2].items if isinstance(item, Text) and item.name == "caption")
    return found


def test_one_held_upright_is_shown_whole_and_its_caption_comes_nearer() -> None:
    outline = talk("  - {title: Look, photo: steppe, caption: May, notes: Some words.}")
    upright: dict[str, str | bytes] = {
        **ASSETS,
        "assets/images/steppe.png": cases.picture(768, 1024),
        "talks/talk.yaml": outline,
    }
    (deck,) = build(MemoryProject(upright), ("talk",), report := Report())
    lying = of(", caption: May")
    assert codes(report) == []
    assert image(deck).crop == pytest.approx((0, 0, 0, 0), abs=0.001)
    assert image(deck).box.right < caption(deck).box.x < caption(lying).box.x
    assert caption(deck).box.right == caption(lying).box.right


def test_on_a_template_one_that_takes_the_slide_reaches_up_where_its_caption_would_stand() -> None:
    slides = (f"  - {{title: Look, photo: steppe, notes: Words.{keys}}}" for keys in ("", ", caption: May, full: true"))
    files: dict[str, str | bytes] = {**ASSETS, "assets/images/steppe.png": cases.picture(1024, 768)}
    deck, _ = deck_on(theme_of(default()), MemoryProject({**files, "talks/talk.yaml": talk("\n".join(slides))}))
    high, low = (one for page in deck.pages for one in page.items if isinstance(one, Image))
    assert high.box.y < low.box.y
    assert high.box.bottom == low.box.bottom
    assert (high.box.x, high.box.width) == (0, deck.theme.width)


@pytest.mark.parametrize(
    ("focus", "cut"),
    [((1, 0.3), (2 / 3, 0, 0, 0)), ((0.25, 0.5), (1 / 12, 0, 7 / 12, 0))],
)
def test_its_focus_stays_as_near_to_the_middle_as_it_can(focus: tuple[float, float], cut: tuple[float, ...]) -> None:
    assert crop(picture(300, 100, focus), _SQUARE) == pytest.approx(cut)


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 9999), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_picture_is_never_stretched_nor_cut_beyond_its_edges(
    width_px: int, height_px: int, height: int, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = crop(picture(width_px, height_px, focus), Box(0, 0, 1000, height))
    assert all(-1e-9 <= share <= 1 for share in (left, top, right, bottom))
    across, down = width_px * (1 - left - right), height_px * (1 - top - bottom)
    assert across / 1000 == pytest.approx(down / height)
    assert left - 1e-9 <= focus[0] <= 1 - right + 1e-9
    assert top - 1e-9 <= focus[1] <= 1 - bottom + 1e-9


def test_a_slide_may_set_another_focus_than_the_picture_has() -> None:
    media = str(ASSETS["assets/media.yaml"]).replace('nobody"', 'nobody", focus: [0, 0]', 1)
    left = of(", caption: May", media)
    right = of(", caption: May, focus: [1, 0]", media)
    assert image(left).crop[0] == image(right).crop[2] == 0
    assert image(left).crop[2] == pytest.approx(image(right).crop[0])
    assert image(left).crop[2] > 0.1


@pytest.mark.parametrize(("focus", "code"), [("[0.5]", "E004"), ("[2, 0]", "E011")])
def test_a_focus_that_is_no_point_of_the_picture_is_reported(focus: str, code: str) -> None:
    _, report = built(talk(f"  - {{title: Look, photo: steppe, notes: Some words., focus: {focus}}}"))
    assert codes(report) == [code]
