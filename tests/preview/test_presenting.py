"""Presenting, rehearsing and clicking in Chromium: all windows in step, with the keys of PowerPoint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.preview.opened import PATIENCE_MS, Running, running, settled, visited, visiting

pytestmark = pytest.mark.rendering


def at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    settled(page)
    return page


@pytest.fixture
def still_presenter(browser: Browser, still: tuple[Path, Running]) -> Iterator[Page]:
    with visited(browser, f"{still[1].address}presenter", 1280, 800) as page:
        settled(page)
        yield page


def heading(page: Page, number: int) -> None:
    expect(page.locator("#now")).to_have_attribute("aria-label", f"Slide {number}: {TITLES[number - 1]}")


TITLES = (
    *("A talk", "First part", "The herds were counted", "People live there", "Somebody told of the grass"),
    *(
        "There were more herds each year",
        "It lies in the middle",
        "Nobody had asked the shepherds",
        "Thank you",
        "Sources",
    ),
)


def test_a_slide_fills_the_screen_and_keys_are_those_of_powerpoint(still_page: Page) -> None:
    page = still_page
    page.keyboard.press("ArrowRight")
    page.keyboard.press("F5")
    shown = page.locator("#shown")
    expect(shown).to_have_attribute("aria-label", "Slide 2: First part")
    page.wait_for_selector("#show:fullscreen", timeout=PATIENCE_MS)
    pressed = (
        ("Space", 3),
        ("n", 4),
        ("PageDown", 5),
        ("Backspace", 4),
        ("p", 3),
        ("ArrowLeft", 2),
        ("Home", 1),
        ("End", 10),
    )
    for key, number in pressed:
        page.keyboard.press(key)
        expect(shown).to_have_attribute("aria-label", f"Slide {number}: {TITLES[number - 1]}")
    page.keyboard.press("7")
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("aria-label", "Slide 7: It lies in the middle")
    for key, colour in (("b", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        page.keyboard.press(key)
        expect(page.locator("#curtain")).to_be_visible()
        expect(page.locator("#curtain")).to_have_css("background-color", colour)
        page.keyboard.press(key)
        expect(page.locator("#curtain")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#show")).to_be_hidden()
    expect(page.locator("#heading")).to_have_text("It lies in the middle")


def test_two_windows_are_in_step(page: Page, preview: Running) -> None:
    presenter = at(page.context, f"{preview.address}presenter")
    page.keyboard.press("p")
    expect(page.locator("#show")).to_be_visible()
    expect(presenter.locator("#standing")).not_to_have_text("not started")  # it has heard that
    presenter.keyboard.press("ArrowRight")
    expect(page.locator("#shown")).to_have_attribute("aria-label", "Slide 2: First part")
    page.keyboard.press("ArrowRight")
    heading(presenter, 3)
    presenter.keyboard.press("b")
    expect(page.locator("#curtain")).to_be_visible()
    expect(presenter.locator("#veil")).to_have_text("The screen is black")


def test_the_presenter_sees_what_really_comes_next(still_presenter: Page) -> None:
    presenter = still_presenter
    presenter.keyboard.press("3")
    presenter.keyboard.press("Enter")
    heading(presenter, 3)
    expect(presenter.locator("#following")).to_have_attribute("aria-label", "Slide 4: People live there")
    expect(presenter.locator("#notes")).to_contain_text("It was a long day")
    presenter.keyboard.press("e")
    expect(presenter.locator("#cites")).to_contain_text("The bureau counted 88 herds in 2010")
    presenter.keyboard.press("End")
    expect(presenter.locator("#following")).to_have_attribute("aria-label", "Nothing more")


def test_the_clock_says_how_it_stands_and_a_slide_that_is_over_is_red(browser: Browser, preview: Running) -> None:
    with visiting(browser) as context:  # whose clock is its own
        presenter = at(context, f"{preview.address}presenter")
        expect(presenter.locator("#standing")).to_have_text("not started")
        presenter.clock.install()
        presenter.keyboard.press("s")
        expect(presenter.locator("#standing")).to_have_text("on time")
        presenter.clock.fast_forward(60_000)
        expect(presenter.locator("body.is-over")).to_be_visible()
        expect(presenter.locator("#standing")).to_contain_text("behind")
        presenter.keyboard.press("End")
        expect(presenter.locator("body.is-over")).to_have_count(0)


def test_a_rehearsal_is_dropped_or_kept_with_nothing_but_times(page: Page, preview: Running, outline: Path) -> None:
    page.keyboard.press("r")
    page.wait_for_url("**/presenter")
    settled(page)
    page.wait_for_timeout(1100)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Drop them").click()
    page.wait_for_url(preview.address)
    assert not outline.with_name("talk.rehearsals.yaml").exists()
    settled(page)
    page.keyboard.press("r")
    page.wait_for_url("**/presenter")
    settled(page)
    expect(page.locator("#mode")).to_have_text("Rehearsal")
    page.wait_for_timeout(1100)
    page.keyboard.press("ArrowRight")
    heading(page, 2)
    page.wait_for_timeout(1100)
    page.keyboard.press("ArrowRight")
    heading(page, 3)
    page.keyboard.press("Escape")
    page.click("#keep")
    expect(page.locator("#toast")).to_have_text("The times of this rehearsal are kept")
    kept = outline.with_name("talk.rehearsals.yaml").read_text("utf-8")
    told = [line for line in kept.splitlines() if not line.startswith("#")]
    assert told[0].startswith("- on: 20")
    assert told[1] == "  slides:"
    assert [line.split(", seconds:")[0] for line in told[2:4]] == ["  - {slide: A talk", "  - {slide: First part"]
    assert len(told[4:]) <= 1  # a busy machine shows the third for a second too
    expect(page.locator("#takes summary")).to_have_text("1 rehearsal, slide by slide")
    expect(page.locator(".thumb")).to_have_count(10)


def test_a_telephone_clicks_once_it_has_read_the_code(browser: Browser, outline: Path) -> None:
    with running(outline.parents[1], "--lan") as preview, visiting(browser) as desk:
        presenter = at(desk, f"{preview.address}presenter")
        with visiting(browser, viewport={"width": 360, "height": 740}, has_touch=True) as hand:
            telephone = at(hand, preview.pairing)
            assert telephone.url.startswith("http://")
            assert preview.address.split("/")[3] not in telephone.url
            telephone.tap("#next")
            heading(presenter, 2)
            telephone.tap("#next")
            expect(telephone.locator("#what")).to_have_text("3 of 10: The herds were counted")
            expect(telephone.locator("#notes")).to_contain_text("It was a long day")
            telephone.tap("#back")
            heading(presenter, 2)
            telephone.tap("#black")
            expect(presenter.locator("#veil")).to_have_text("The screen is black")
            found = Axe().run(telephone)
            assert found.violations_count == 0, found.generate_report()
            for id in ("back", "next"):
                box = telephone.locator(f"#{id}").bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 72
            for path in ("choose", "open", "takes", "keep", "pairing", "presenter", "media/x.png"):
                refused = hand.request.post(telephone.url.replace("clicker", path), data="{}")
                assert refused.status == 403, path
        again = browser.new_context().request.get(preview.pairing)
        assert again.status == 403


def test_axe_finds_nothing_in_the_presenter_window(browser: Browser, still: tuple[Path, Running]) -> None:
    with visited(browser, f"{still[1].address}presenter", 1280, 800) as presenter:
        settled(presenter)
        presenter.keyboard.press("e")
        found = Axe().run(presenter)
        assert found.violations_count == 0, found.generate_report()
        presenter.set_viewport_size({"width": 360, "height": 700})
        assert presenter.evaluate("document.documentElement.scrollWidth") <= 360
