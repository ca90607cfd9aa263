"""The drawer of sources in Chromium: by keys alone, from a search to what is pasted into a talk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.preview.opened import PATIENCE_MS, Running, running, settled, visited
from tests.running import put, run
from tests.wells import OVERHEARD

pytestmark = pytest.mark.rendering


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path, OVERHEARD)


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with running(folder) as one, visited(browser, one.address) as opened:
        settled(opened)
        yield opened


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    """A folder into which no test writes, and its preview."""
    folder = put(tmp_path_factory.mktemp("still"), OVERHEARD)
    with running(folder) as one:
        yield folder, one


def sought(page: Page, words: str) -> None:
    """Opens the drawer and searches; what is proposed is marked then."""
    page.keyboard.press("s")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.locator(".words.is-proposed").first).to_be_focused()


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def sound(page: Page) -> None:
    expect(page.locator(".filling .main")).to_have_attribute("aria-disabled", "false")


def begin_fact(page: Page) -> None:
    """Makes a fact of what is marked, whose words are those of who published it."""
    page.keyboard.press("f")
    page.wait_for_selector(".filling.fact", timeout=PATIENCE_MS)


def test_a_fact_is_made_by_keys_alone_and_its_name_is_on_the_clipboard(page: Page, folder: Path) -> None:
    sought(page, "wells held water")
    assert page.evaluate("getSelection().toString()").startswith("Of the 212 wells")
    begin_fact(page)
    says = page.get_by_label("What it says, in your own words")
    expect(says).to_be_focused()
    expect(says).to_have_value("Of the 212 wells that were counted in 2011, at least 171 held water")
    expect(page.locator(".lines")).to_contain_text("still to say: which figure is it?")
    page.keyboard.type("In 2011 at least 171 of 212 wells held water")  # in place of what was filled in
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # about 171, not 212
    expect(page.get_by_role("button", name="at least 171")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_label("On slides")).to_have_value("at least 171")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("What the number counts")).to_be_focused()
    page.keyboard.type("wells that held water")
    page.keyboard.press("Enter")  # which adds nothing yet
    sound(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".added")).to_contain_text("{wells-counted-held-water} is on the clipboard")
    assert pasted(page) == "{wells-counted-held-water}"
    expect(page.locator(".words.is-proposed")).to_be_focused()
    sought(page, "miller asked")  # from there too, and it makes nothing of the old passage
    expect(page.locator(".filling.fact")).to_have_count(0)
    facts = (folder / "assets" / "facts.yaml").read_text("utf-8")
    assert facts.startswith(OVERHEARD["assets/facts.yaml"])
    assert "\n  says: In 2011 at least 171 of 212 wells held water\n  show: at least 171\n  value: 171\n" in facts
    assert run("verify", "-C", folder)[0] == 0


def test_who_speaks_is_asked_before_a_quotation_is_made(page: Page, folder: Path) -> None:
    sought(page, "miller asked")
    nobody = page.locator(".spoken.nobody .words")
    nobody.focus()
    page.keyboard.press("q")
    form = page.get_by_role("form", name="Who speaks here?")
    expect(form.get_by_label("Who", exact=True)).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(form).to_contain_text("choose who speaks")
    form.get_by_label("Who", exact=True).select_option("-")
    form.get_by_label("Called on slides").fill("A miller of the county")
    page.keyboard.press("Control+Enter")
    expect(form).to_contain_text("say whether it could hurt them")
    form.get_by_label("Could it hurt them").select_option("source")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("The words, as they stand there")).to_be_focused()
    expect(page.locator(".spoken.quoted .who")).to_have_text("A miller of the county is quoted")
    sound(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".added")).to_be_visible()
    assert pasted(page) == "quote: four-wells-asked"
    quotes = (folder / "assets" / "quotes.yaml").read_text("utf-8")
    assert "  text: I have four wells, and nobody ever asked me which.\n  speaker: miller-of-county\n" in quotes
    assert run("verify", "-C", folder)[0] == 0


def test_words_are_marked_by_keys_and_cannot_be_changed(still_page: Page) -> None:
    page = still_page
    sought(page, "visited twice")
    words = page.locator(".words.is-proposed")
    before = words.inner_text()
    for key in (
        "Home",
        "Delete",
        "x",
        "Control+b",
        "Control+x",
        "Shift+Control+ArrowRight",
        "Shift+Control+ArrowRight",
    ):
        page.keyboard.press(key)
    assert words.inner_text() == before
    expect(page.locator("#marked")).to_have_text("2 words marked. F makes a fact, Q a quotation.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Make a fact")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("q")  # with nothing marked: the sentence around the caret
    expect(page.get_by_label("The words, as they stand there")).to_be_focused()  # else what comes closes what is opened
    page.get_by_text("Correct what was read").click()
    page.get_by_role("button", name="These are somebody else’s words").click()
    form = page.get_by_role("form", name="Whose words are these?")  # and nobody is chosen beforehand
    expect(form.get_by_label("Who", exact=True)).to_have_value("")
    assert form.get_by_label("Who", exact=True).locator("option").all_inner_texts()[1] == "the county office"
    form.get_by_label("Who", exact=True).select_option("office")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("The words, as they stand there")).to_have_value(
        "A well was visited twice, in May and in August."
    )
    page.keyboard.press("Escape")
    expect(words).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#sought")).to_be_focused()


def test_what_was_typed_is_not_lost_by_one_key_or_another_search(still_page: Page) -> None:
    page = still_page
    sought(page, "wells held water")
    begin_fact(page)
    says = page.get_by_label("What it says, in your own words")
    expect(says).not_to_have_value("")
    page.keyboard.type("My own words")
    page.keyboard.press("Escape")
    expect(page.locator("#toast")).to_contain_text("Escape once more")
    page.keyboard.type("!")
    page.locator("#sought").fill("miller")
    expect(page.locator(".passage")).to_have_count(1)
    expect(page.locator("#passages")).to_contain_text("The miller said")
    expect(says).to_have_value("My own words!")
    says.press("Escape")
    says.press("Escape")
    expect(page.locator("form.filling")).to_have_count(0)


def test_what_is_wrong_is_told_beside_its_field_and_not_written(still_page: Page, still: tuple[Path, Running]) -> None:
    page, (folder, _) = still_page, still
    sought(page, "wells held water")
    begin_fact(page)
    page.get_by_label("What the number counts").fill("wells")
    page.get_by_role("button", name="at least 171").click()
    page.get_by_text("Correct what was read").click()
    page.get_by_label("For which year").fill("2010")
    expect(page.locator(".lines .wrong")).to_have_count(1)
    expect(page.locator(".lines .wrong")).to_contain_text("“For which year”: 2011")
    page.get_by_role("button", name="212", exact=True).click()  # what follows from another figure is set anew
    expect(page.get_by_label("Number", exact=True)).to_have_value("212")
    expect(page.get_by_label("How exact")).to_have_value("exact")
    page.get_by_role("button", name="at least 171").click()
    expect(page.get_by_label("How exact")).to_have_value("at-least")
    page.get_by_label("What the number counts").fill("wells that held water")  # what was said of another is gone
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("For which year")).to_have_attribute("aria-invalid", "")
    page.get_by_label("For which year").fill("2011")
    sound(page)
    assert (folder / "assets" / "facts.yaml").read_text("utf-8") == OVERHEARD["assets/facts.yaml"]


def test_what_stands_around_a_passage_comes_on_demand_and_speakers_are_chosen(still_page: Page) -> None:
    page = still_page
    sought(page, "repair")
    page.get_by_role("button", name="What stands around it").click()
    expect(page.locator(".spoken")).to_have_count(5)
    page.locator("#speaks").select_option("?")
    page.locator("#sought").fill("wells")
    expect(page.locator("#hits")).to_contain_text("1 passage of 1 source")
    page.get_by_role("tab", name="This slide").click()
    expect(page.locator("#findings")).to_be_visible()
    expect(page.locator("#sources")).to_be_hidden()


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        ("light", (1440, 900)),
        pytest.param("dark", (1280, 720), marks=pytest.mark.trial),
        pytest.param("light", (1024, 768), marks=pytest.mark.trial),
        ("dark", (390, 844)),
    ],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    scheme: Literal["light", "dark"], size: tuple[int, int], browser: Browser, still: tuple[Path, Running]
) -> None:
    with visited(browser, still[1].address, *size, scheme) as page:
        settled(page)

        def fine() -> None:
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.evaluate(
                "document.querySelector('#panel').scrollWidth <= document.querySelector('#panel').clientWidth"
            )

        sought(page, "wells held water")
        fine()
        begin_fact(page)
        page.wait_for_selector(".filling .main[aria-disabled=true]", timeout=PATIENCE_MS)
        page.get_by_text("Correct what was read").click()
        fine()
        page.locator("#sought").fill("miller asked")
        expect(page.locator(".spoken.nobody .words")).to_have_count(1)
        page.locator(".spoken.nobody .words").focus()
        page.keyboard.press("f")
        expect(page.get_by_role("form", name="Who speaks here?")).to_be_visible()
        fine()
