"""The review in Chromium: by keys alone, for those who see it and those who hear it, as fast as one turns a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from talkbuilder.evidence.library.reviews import REVIEWS
from tests.corpora.tables import from_table
from tests.preview.opened import PATIENCE_MS, Running, running, visited
from tests.running import put
from tests.wells import WELLS

pytestmark = pytest.mark.rendering

COMMAND = ("review", "--page")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path, WELLS)


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with running(folder, command=COMMAND) as one, visited(browser, one.address) as opened:
        loaded(opened)
        yield opened


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(put(tmp_path_factory.mktemp("wells"), WELLS), command=COMMAND) as one:
        yield one


@pytest.fixture
def still_page(browser: Browser, still: Running) -> Iterator[Page]:
    """The review of entries that no test signs."""
    with visited(browser, still.address) as opened:
        loaded(opened)
        yield opened


def loaded(page: Page) -> None:
    page.wait_for_selector("html[data-loaded]", state="attached", timeout=PATIENCE_MS)


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.wait_for_timeout(300)  # nobody reads an entry faster
        page.keyboard.press(key)


def named(page: Page) -> None:
    page.keyboard.type("A. Reader")
    page.keyboard.press("Enter")


def which(page: Page, name: str) -> None:
    expect(page.locator("#which")).to_have_text(name)


def test_one_key_signs_an_entry_and_who_signs_is_asked_once(page: Page, folder: Path) -> None:
    which(page, "children")
    press(page, "s")
    expect(page.locator("#name")).to_be_visible()
    named(page)
    which(page, "counted")
    press(page, "s")
    which(page, "A talk")
    expect(page.locator("#count")).to_contain_text("2 of 8 signed")
    expect(page.locator("#status")).to_have_text("Signed: counted. Undo: U")
    expect(page.locator("#queue button")).to_have_count(6)  # what is signed has left them
    expect(page.locator("#name")).to_be_hidden()
    page.reload()
    loaded(page)
    expect(page.locator("#count")).to_contain_text("2 of 8 signed")
    press(page, "s")  # the name stays with the page
    expect(page.locator("#count")).to_contain_text("3 of 8 signed")
    page.wait_for_timeout(300)
    for _ in range(5):
        page.keyboard.down("s")  # the second and all that follow are repeats
    page.keyboard.up("s")
    expect(page.locator("#count")).to_contain_text("4 of 8 signed")
    expect(page.locator("#alert")).to_be_hidden()


@from_table
def test_what_was_meant_for_an_entry_never_answers_the_next_one_and_that_is_told(
    browser: Browser, folder: Path, twice: str
) -> None:
    with running(folder, "--by", "A. Reader", command=COMMAND) as one, visited(browser, one.address) as page:
        loaded(page)
        page.wait_for_timeout(300)
        page.evaluate(twice)
        which(page, "counted")
        expect(page.locator("#early")).to_contain_text("Nothing was answered: this one had only just appeared.")
        expect(page.locator("#count")).to_contain_text("1 of 8 signed")
        expect(page.locator("#remark")).to_be_hidden()
        expect(page.locator("#said")).to_have_text("Signed: children")
        press(page, "s")
        which(page, "A talk")
        expect(page.locator("#early")).to_be_empty()
        expect(page.locator("#count")).to_contain_text("2 of 8 signed")


def test_who_writes_a_remark_goes_on_with_it_when_an_answer_before_it_fails(page: Page, folder: Path) -> None:
    press(page, "s")
    held: list[Route] = []
    page.route("**/answer", lambda route: held.append(route), times=1)
    named(page)
    which(page, "counted")
    press(page, "b")
    page.keyboard.type("Yes, but")
    held[0].fulfill(json={"why": "it was changed meanwhile"})
    expect(page.locator("#alert")).to_have_text("children: it was changed meanwhile")
    page.keyboard.type(" who counted?")
    expect(page.locator("#note")).to_have_value("Yes, but who counted?")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("0 of 8 signed, 1 sent back")
    expect(page.locator("#filters")).to_contain_text("Unsigned 7")
    which(page, "A talk")


def test_it_is_sent_back_with_a_remark_and_that_is_undone(page: Page, folder: Path) -> None:
    press(page, "b")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.press("Enter")  # without a word nothing is sent
    page.keyboard.type("Who counted?")
    page.keyboard.press("Enter")
    named(page)
    which(page, "counted")
    expect(page.locator("#filters")).to_contain_text("Sent back 1")
    page.wait_for_function("document.querySelector('#count').textContent.includes('1 sent back')")
    page.locator("[data-filter=returned]").click()
    expect(page.locator("#queue button")).to_have_count(1)
    which(page, "children")
    press(page, "u")
    which(page, "children")
    expect(page.locator("#filters")).to_contain_text("Unsigned 8")
    expect(page.locator("#status")).to_have_text("Undone: children")
    page.wait_for_function(
        "fetch('entries', { method: 'POST', body: '{}' }).then((it) => it.json())"
        ".then((it) => it.entries.every((one) => one.state === 'unsigned'))"
    )
    assert "Who counted" not in (folder / REVIEWS).read_text("utf-8")


def test_equal_figures_are_joined_and_what_is_around_comes_on_demand(still_page: Page) -> None:
    page = still_page
    press(page, "j")
    expect(page.locator("#lines path")).to_have_count(2)
    expect(page.locator("#ours .figure sup")).to_have_text(["a", "b"])
    expect(page.locator("#theirs u").first).to_be_visible()
    expect(page.locator("#only")).to_contain_text("On this side only: office.")
    expect(page.locator("#around")).to_be_hidden()
    press(page, "x")
    expect(page.locator("#around")).to_contain_text("A well was visited twice")
    expect(page.locator("#around-turn")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#stands figcaption")).to_have_text("Slide 4: its number")
    expect(page.locator("#stands svg")).to_have_count(1)


def test_on_a_telephone_the_next_entry_is_read_from_its_top(browser: Browser, still: Running) -> None:
    with visited(browser, still.address, 390, 500) as page:
        loaded(page)
        page.evaluate("scrollTo(0, 200)")
        assert page.evaluate("scrollY") > 0
        page.locator("#later").click()
        which(page, "counted")
        assert page.evaluate("scrollY") == 0


def test_filters_and_the_list_work_by_keys(still_page: Page) -> None:
    page = still_page
    page.keyboard.press("/")
    expect(page.locator("[data-filter=unsigned]")).to_be_focused()
    page.locator("#talk").select_option("wells")
    expect(page.locator("#title")).to_have_text("Review: A talk")
    expect(page.locator("#queue button")).to_have_count(7)
    page.locator("#queue [aria-current]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#queue [aria-current]")).to_be_focused()
    which(page, "counted")
    press(page, "jk")
    which(page, "counted")
    expect(page.locator("#entry")).to_be_focused()


def test_what_an_editor_changes_is_shown_and_signed_anew(page: Page, folder: Path) -> None:
    press(page, "s")
    named(page)
    which(page, "counted")
    facts = folder / "assets" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("the office counted", "an office counted"), "utf-8")
    expect(page.locator("#ours")).to_contain_text("an office counted")
    with page.expect_response(lambda one: one.url.endswith("/answer") and "counted" in (one.request.post_data or "")):
        press(page, "s")  # which is shown before it is written
    expect(page.locator("#count")).to_contain_text("2 of 8 signed")
    facts.write_text(facts.read_text("utf-8").replace("an office counted", "one office counted"), "utf-8")
    expect(page.locator("#filters")).to_contain_text("Changed 1")
    expect(page.locator("#queue h3")).to_have_text("Changed since it was signed")


def test_a_refused_entry_is_shown_with_its_refusal(page: Page, folder: Path) -> None:
    facts = folder / "assets" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("counted 212 wells", "counted 221 wells"), "utf-8")
    page.locator("[data-filter=refused]").click()
    which(page, "counted")
    expect(page.locator("#question")).to_contain_text("Refused, E108: ")
    expect(page.locator("#theirs")).to_contain_text("Of the 212 wells")
    press(page, "s")
    expect(page.locator("#toast")).to_be_hidden()


def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, folder: Path) -> None:
    sights: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1400), ("dark", 390))
    with running(folder, "--by", "A. Reader", command=COMMAND) as one:
        for scheme, width in sights:
            with visited(browser, one.address, width, 844, scheme) as page:
                loaded(page)
                for keys in ("jx", "sb"):  # with what is around, and a remark that is being written
                    press(page, keys)
                    found = Axe().run(page)
                    assert found.violations_count == 0, found.generate_report()
                    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_of_a_talk_that_cannot_be_built_the_library_is_reviewed(browser: Browser, folder: Path) -> None:
    (folder / "talks" / "wells.yaml").write_text("talk: [\n", "utf-8")
    with running(folder, "--by", "A. Reader", command=COMMAND) as one, visited(browser, one.address) as page:
        loaded(page)
        press(page, "s")
        expect(page.locator("#count")).to_contain_text("1 of 3 signed")
        page.get_by_role("link", name="Slides").click()
        expect(page.locator("#message")).to_be_visible()
