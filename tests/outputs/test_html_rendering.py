"""The page as people use it: from a file, in Chromium, without a net, by keys, hands and screen readers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import deliver
from tests.preview.opened import visited, visiting
from tests.printed import sizes_mm, texts
from tests.shipped import shipped

pytestmark = pytest.mark.rendering


def slides() -> int:
    return len(shipped("kazakhstan")[0].pages)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    deliver(OUTPUTS["html"].render(shipped("kazakhstan")[0]), folder, "build")
    return next(folder.iterdir())


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    with visited(browser, file.as_uri(), 1400, 900) as opened:
        opened.context.set_offline(True)
        yield opened
        opened.context.set_offline(False)


def is_well(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def now(page: Page) -> str | None:
    return page.locator("article.is-now").get_attribute("id")


def test_keys_lead_through_the_slides(page: Page) -> None:
    steps = (("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("End", slides()), ("Home", 1))
    for key, number in steps:
        page.keyboard.press(key)
        assert now(page) == f"slide-{number}", key
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    assert now(page) == "slide-12"
    page.reload()
    assert now(page) == "slide-12"
    page.locator("article.is-now .picture").click()
    assert now(page) == "slide-13"


def test_the_screen_turns_black_and_back(page: Page) -> None:
    curtain = page.locator("#curtain")
    for key, isshown in (("b", True), ("b", False), ("b", True), ("ArrowRight", False), ("b", True), ("o", False)):
        page.keyboard.press(key)
        assert curtain.is_visible() == isshown, key


def test_notes_and_overview_come_on_a_key_and_axe_finds_nothing_in_any_of_them(page: Page) -> None:
    page.keyboard.press("n")
    expect(page.locator("article.is-now .notes")).to_be_visible()
    is_well(page)
    page.keyboard.press("o")
    assert page.locator("article:visible").count() == slides()
    assert page.evaluate(
        "document.querySelector('#slides').scrollHeight <= document.querySelector('#slides').clientHeight"
    )
    is_well(page)
    page.locator("#slide-9 .pick").click()
    assert now(page) == "slide-9"
    page.keyboard.press("?")
    is_well(page)


def test_the_presenter_window_shows_what_is_said_and_what_comes_and_leads_the_slides(page: Page) -> None:
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    window = opened.value
    window.set_viewport_size({"width": 1280, "height": 800})
    window.keyboard.press("ArrowRight")
    assert now(page) == "slide-2"
    said = page.locator("article.is-now .notes p").first.text_content()
    expect(window.locator("#speech p").first).to_have_text(said or "")
    expect(window.locator("#coming")).to_contain_text(page.locator("#slide-3 h2").text_content() or "")
    expect(window.locator("#standing")).to_contain_text("ahead")  # the clock begins with this turn
    assert window.evaluate("getComputedStyle(document.querySelector('#elapsed')).fontSize") == "70px"
    window.keyboard.press("b")
    expect(page.locator("#curtain")).to_be_visible()
    expect(window.locator("#shown")).to_have_text("The screen is covered")
    expect(window.locator("[data-does=black]")).to_have_attribute("aria-pressed", "true")
    is_well(window)


@pytest.mark.parametrize(("width", "height"), [pytest.param(1280, 720, marks=pytest.mark.trial), (1366, 640)])
def test_on_a_small_screen_the_presenter_sees_both_slides_and_what_may_go(page: Page, width: int, height: int) -> None:
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    window = opened.value
    window.set_viewport_size({"width": width, "height": height})
    window.keyboard.press("ArrowRight")
    expect(window.locator("#late")).to_be_visible()
    assert window.evaluate(
        "(() => { const one = document.querySelector('.seen'); return one.scrollHeight <= one.clientHeight })()"
    )


@pytest.fixture
def window(page: Page) -> Page:
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    opened.value.set_viewport_size({"width": 1280, "height": 720})
    return opened.value


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["y"] + box["height"]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keys_act_in_the_window_in_which_they_are_pressed(page: Page, window: Page) -> None:
    press(window, "n")
    assert now(page) == "slide-1"  # the presenter has the notes, and the projector never turns by surprise
    press(window, "ArrowRight", "o")
    assert window.locator("article:visible").count() == slides()
    press(window, "ArrowRight", "?")
    expect(window.locator("#help")).to_be_visible()
    press(window, "o")
    assert bottom(window, ".stage") < bottom(window, ".bar") < bottom(window, "#help")  # it hides nothing
    press(window, "o")
    expect(page.locator("#help")).to_be_hidden()
    assert page.evaluate("document.body.className") == "is-one"
    press(window, "?", "Enter")
    assert now(page) == "slide-3"
    expect(window.locator("article")).not_to_have_count(0)
    expect(window.locator("article").first).to_be_hidden()


def test_what_is_said_is_read_to_its_end_before_a_key_that_scrolls_turns_the_slide(page: Page, window: Page) -> None:
    press(window, "7", "Enter")
    assert "ahead" in (
        window.locator("#standing").text_content() or ""
    )  # a line more, which takes room from the speech
    expect(window.locator("#more")).to_be_visible()
    speech = window.locator(".speech")
    left = "(one) => one.scrollHeight - one.clientHeight - one.scrollTop"
    while speech.evaluate(left) >= 8:
        press(window, "ArrowDown")
        assert now(page) == "slide-7"
    speech.evaluate("(one) => one.scrollTop -= 5")  # there is no more to be read, though a few pixels are left
    assert 1 < speech.evaluate(left) < 8
    expect(window.locator("#more")).to_be_hidden()
    press(window, "PageDown")
    assert now(page) == "slide-8"
    press(window, "7", "Enter", "ArrowRight")
    assert now(page) == "slide-8"


def test_notes_beside_the_slide_are_read_to_their_end(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 1400, "height": 360})
    page.keyboard.type("6")
    press(page, "Enter", "n")
    expect(page.locator("#more")).to_be_visible()
    press(page, "ArrowDown")
    assert now(page) == "slide-6"
    press(page, "ArrowRight")
    assert now(page) == "slide-7"


def test_the_clock_begins_anew_on_the_first_slide_only_and_a_key_holds_it(page: Page, window: Page) -> None:
    press(window, "9", "Enter")
    expect(window.locator("#start")).to_have_text("Pause the clock")
    elapsed = window.locator("#elapsed")
    expect(elapsed).to_have_text(re.compile("0:0[1-9]"))  # from the first turn on, whichever slide that leads to
    press(window, "s")
    held = elapsed.text_content()
    expect(window.locator("#start")).to_have_text("Start the clock")
    window.wait_for_timeout(1200)
    expect(elapsed).to_have_text(held or "")
    press(window, "s", "Home")
    expect(elapsed).to_have_text("0:00")
    window.wait_for_timeout(1200)
    expect(elapsed).to_have_text("0:00")


def test_keys_are_where_they_are_on_a_keyboard_of_other_letters(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'и', code: 'KeyB', bubbles: true }))")
    expect(page.locator("#curtain")).to_be_visible()


def test_a_telephone_shows_notes_and_turns_with_a_finger(browser: Browser, file: Path) -> None:
    telephone = {"width": 390, "height": 844}
    with visiting(browser, viewport=telephone, has_touch=True, is_mobile=True, offline=True) as context:
        page = context.new_page()
        page.goto(f"{file.as_uri()}#7")
        expect(page.locator("article.is-now .notes")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        is_well(page)
        swipe = """([from, to]) => { for (const [kind, x] of [["touchstart", from], ["touchend", to]]) {
            const touch = new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
            document.body.dispatchEvent(new TouchEvent(kind, { changedTouches: [touch], bubbles: true })); } }"""
        page.evaluate(swipe, [300, 60])
        assert now(page) == "slide-8"


def test_it_prints_all_slides_with_what_is_seen(page: Page) -> None:
    lines = page.pdf(format="A4")
    assert set(sizes_mm(lines)) == {(210, 297)}
    told = " ".join(texts(lines))
    titles = [one.title for one in shipped("kazakhstan")[0].pages]
    assert all(title in told for title in titles)
    assert "Could you put your finger on Kazakhstan" not in told
    page.evaluate("document.body.classList.add('is-bare')")  # as while it fills the screen
    assert texts(page.pdf(format="A4")) == texts(lines)
    page.keyboard.press("n")
    assert len(texts(page.pdf(format="A4"))) > len(texts(lines))
    assert f"2 / {len(texts(lines))}" in texts(lines)[1]


def test_without_scripts_it_is_a_list_of_slides_with_their_notes(browser: Browser, file: Path) -> None:
    with visiting(browser, java_script_enabled=False, offline=True) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        assert (
            page.locator("article .picture:visible").count()
            == page.locator("article .notes:visible").count()
            == slides()
        )
