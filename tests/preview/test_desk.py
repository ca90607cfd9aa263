"""The desk in Chromium: what is written appears, a fault keeps what was there, a click finds the line."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pptx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.cases import picture
from tests.preview.opened import OUTLINE, PATIENCE_MS, Running, running, settled, visited, visiting, write
from tests.running import edit
from tests.sample import slide, talk

pytestmark = pytest.mark.rendering


@pytest.fixture
def outline(live: tuple[Path, Running]) -> Path:
    return write(live[0].parents[1])


@pytest.fixture
def page(browser: Browser, outline: Path, live: tuple[Path, Running]) -> Iterator[Page]:
    with visited(browser, live[1].address) as opened:
        settled(opened)
        expect(opened.locator(".thumb[aria-label^='Slide 4: People live there']")).to_have_count(1)  # as it was
        expect(opened.locator(".is-faulty")).to_have_count(0)
        yield opened


def test_what_is_saved_is_shown_and_looked_at(page: Page, outline: Path) -> None:
    edit(outline, "They are many", "They are a great many")
    edit(outline, "People live there", "Many people live there")
    expect(page.locator("#heading")).to_have_text("Many people live there")
    expect(page.locator("#slide")).to_contain_text("Many people live there")
    expect(page.locator("#notes")).to_contain_text("a great many")


def test_a_fault_keeps_the_last_good_slides_and_is_told_where_it_belongs(page: Page, outline: Path) -> None:
    edit(outline, "quote: grass", "quote: gras")
    expect(page.locator(".thumb")).to_have_count(10)
    faulty = page.locator(".thumb.is-faulty")
    expect(faulty).to_have_count(1)
    faulty.click()
    expect(page.locator("#message")).to_contain_text("no quote 'gras'")
    expect(page.locator("#message")).to_contain_text("did you mean 'grass'?")
    expect(page.locator("#slide")).to_contain_text("higher")
    edit(outline, "quote: gras\n", "quote: grass\n")
    expect(page.locator(".is-faulty")).to_have_count(0)
    expect(page.locator("#message")).to_be_hidden()


def test_findings_come_to_the_slide_that_they_are_about(page: Page, outline: Path) -> None:
    edit(outline, "They are many.", "They are 4,711 people.")
    expect(page.locator("#findings .warning").last).to_contain_text("4,711")
    expect(page.locator(".thumb").nth(3)).to_have_accessible_name("Slide 4: People live there, 9 seconds, 3 warnings")


def test_a_slide_is_seen_as_it_was_before(page: Page, outline: Path) -> None:
    edit(outline, "People live there", "Many people live there")
    expect(page.locator("#slide")).to_contain_text("Many people")
    page.keyboard.press("d")
    expect(page.locator("#flag")).to_have_text("Before")
    expect(page.locator("#slide")).not_to_contain_text("Many people")
    page.keyboard.press("d")
    expect(page.locator("#slide")).to_contain_text("Many people")


def test_it_follows_whatever_an_editor_does(page: Page, outline: Path) -> None:
    def written(how: str) -> str:
        return OUTLINE.replace("People live there", f"Saved {how}")

    def by_renaming(new: str) -> None:
        outline.with_suffix(".new").write_text(new, "utf-8")
        outline.with_suffix(".new").replace(outline)

    def twice(new: str) -> None:
        outline.write_text(written("once"), "utf-8")
        outline.write_text(new, "utf-8")

    def in_pieces(new: str) -> None:
        with outline.open("w", encoding="utf-8") as file:
            for at in range(0, len(new), 300):
                file.write(new[at : at + 300])
                file.flush()

    for save in (by_renaming, twice, in_pieces):
        save(written(save.__name__))
        expect(page.locator("#heading")).to_have_text(f"Saved {save.__name__}")
        expect(page.locator(".thumb")).to_have_count(10)
        expect(page.locator("#message")).to_be_hidden()


def test_a_library_that_changes_is_shown(page: Page, outline: Path) -> None:
    people = outline.parents[1] / "assets" / "people.yaml"
    people.write_text(people.read_text("utf-8").replace("A bureau that counts", "A bureau of the steppe"), "utf-8")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator("#slide")).to_contain_text("A bureau of the steppe")


def test_a_picture_that_changes_is_shown(page: Page, outline: Path) -> None:
    outline.write_text(talk(slide("photo", "The steppe")), "utf-8")
    expect(page.locator(".thumb")).not_to_have_count(10)
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.wait_for_selector("#slide image", state="attached", timeout=PATIENCE_MS)
    address = "document.querySelector('#slide image').getAttribute('href')"
    before = page.evaluate(address)
    (outline.parents[1] / "assets" / "images" / "steppe.png").write_bytes(picture(48, 27))
    page.wait_for_selector(f"#slide image:not([href='{before}'])", state="attached", timeout=PATIENCE_MS)
    assert page.evaluate("async (address) => (await fetch(address)).status", page.evaluate(address)) == 200


def test_an_edition_an_event_and_a_template_are_chosen(browser: Browser, tmp_path: Path) -> None:
    template = io.BytesIO()
    pptx.Presentation().save(template)
    slides = slide("statement", "", "words " * 200) + "\n" + slide("bullets", "Spare", "words " * 300)
    events = "evening: {talk: talk, date: 2099-05-14, place: The town library, minutes: 20}\n"
    files: dict[str, str | bytes] = {"talks/events.yaml": events, "assets/templates/church.pptx": template.getvalue()}
    write(tmp_path, talk(slides + "\n    priority: could"), files)
    with running(tmp_path, "talk") as preview, visited(browser, preview.address) as page:
        settled(page)
        expect(page.locator(".thumb")).to_have_count(6)
        page.fill("#minutes", "4")
        page.press("#minutes", "Tab")
        expect(page.locator(".thumb")).to_have_count(5)
        expect(page.locator("#left")).to_contain_text("Spare")
        expect(page.locator("#sums")).to_contain_text("4 minutes")
        page.select_option("#aspect", "4:3")
        page.wait_for_selector("#slide svg[viewBox='0 0 720 540']", timeout=PATIENCE_MS)
        page.select_option("#aspect", "")
        page.fill("#minutes", "")
        page.press("#minutes", "Tab")
        expect(page.locator("#event option")).to_have_text(["none", "evening: The town library, May 14, 2099"])
        page.select_option("#event", "evening")
        page.locator(".thumb").first.click()  # it may show the slide that changed last
        expect(page.locator("#slide")).to_contain_text("The town library")
        expect(page.locator("#sums")).to_contain_text("20 minutes")
        before = page.get_attribute("#slide", "data-picture")
        page.select_option("#look", "church.pptx")
        page.wait_for_selector(f"#slide:not([data-picture='{before}'])", timeout=PATIENCE_MS)
        expect(page.locator("#slide svg[viewBox='0 0 720 540']")).to_be_visible()


def test_a_slide_drawn_before_the_last_choice_does_not_undo_it(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path)
    held: list[Route] = []
    with running(tmp_path, "talk") as preview, visited(browser, preview.address) as page:
        settled(page)
        page.fill("#minutes", "9")
        page.press("#minutes", "Tab")
        expect(page.locator("#sums")).to_contain_text("9 minutes")
        page.select_option("#aspect", "4:3")
        page.route("**/choose", lambda route: held.append(route), times=1)
        page.fill("#minutes", "")
        page.press("#minutes", "Tab")
        page.wait_for_selector(".thumb svg[viewBox='0 0 720 540']", timeout=PATIENCE_MS)
        expect(page.locator("#minutes")).to_have_value("")
        held[0].continue_()
        expect(page.locator("#sums")).not_to_contain_text("9 minutes")
        expect(page.locator("#minutes")).to_have_value("")
        expect(page.locator("#aspect")).to_have_value("4:3")


def test_a_search_takes_nothing_from_the_bar_of_time(still_page: Page) -> None:
    page = still_page
    all_of_it = page.locator("#spans li:not([hidden])").count()
    page.fill("#search", "goats")
    expect(page.locator(".thumb:visible")).not_to_have_count(10)
    expect(page.locator("#spans li:visible")).to_have_count(all_of_it)


def test_a_click_on_a_text_finds_its_line(still_page: Page, still: tuple[Path, Running]) -> None:
    page, (outline, _) = still_page, still
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.locator("#slide tspan", has_text="goats").first.click(force=True)
    lines = outline.read_text("utf-8").splitlines()
    expected = next(at for at, line in enumerate(lines, 1) if "goats" in line)
    expect(page.locator("#places code")).to_have_text([f"talks/talk.yaml:{expected}"])


def test_a_click_on_a_number_finds_its_fact_as_well(still_page: Page, still: tuple[Path, Running]) -> None:
    page, (outline, _) = still_page, still
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.locator("#slide tspan", has_text="88").first.click(force=True)
    facts = (outline.parents[1] / "assets" / "facts.yaml").read_text("utf-8").splitlines()
    expected = next(at for at, line in enumerate(facts, 1) if line.startswith("herds:"))
    expect(page.locator("#places code").last).to_have_text(f"assets/facts.yaml:{expected}")


def test_what_was_chosen_once_is_done_from_then_on(still_page: Page) -> None:
    page = still_page
    page.keyboard.press("e")
    page.get_by_role("button", name="Copy: talks/talk.yaml:1").click()
    expect(page.locator("#toast")).to_have_text("Copied: talks/talk.yaml:1")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    expect(page.locator("#place")).to_be_hidden()
    line = page.inner_text("#edit")
    assert page.evaluate("navigator.clipboard.readText()") == line


def test_search_leaves_the_slides_that_match(still_page: Page) -> None:
    page = still_page
    page.keyboard.press("/")
    page.keyboard.type("long day")
    expect(page.locator("#found")).to_have_text("1 of 10 slides")
    page.keyboard.press("Enter")
    expect(page.locator("#heading")).to_have_text("The herds were counted")


def test_all_of_it_is_done_with_the_keyboard_alone(still_page: Page) -> None:
    page = still_page
    for key, heading in (("ArrowRight", "First part"), ("End", "Sources"), ("Home", "A talk"), ("j", "First part")):
        page.keyboard.press(key)
        expect(page.locator("#heading")).to_have_text(heading)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"minutes", "aspect", "present", "presenter", "rehearse", "clicker", "theme", "ask-help"} <= reached
    assert {"search", "thumb", "stage", "back", "edit", "next"} <= reached


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 360),
        pytest.param("dark", 720, marks=pytest.mark.trial),
        ("dark", 1440),
        pytest.param("light", 2560, marks=pytest.mark.trial),
    ],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    scheme: Literal["light", "dark"], width: int, browser: Browser, still: tuple[Path, Running]
) -> None:
    with visited(browser, still[1].address, width, 900, scheme) as page:
        settled(page)
        page.wait_for_selector("#checked:not(:text('checking'))", timeout=PATIENCE_MS)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_twice_the_size_all_of_it_is_there(browser: Browser, still: tuple[Path, Running]) -> None:
    # What a window of 1,280 by 800 has left at 200 %.
    with visiting(browser, viewport={"width": 640, "height": 400}, device_scale_factor=2) as context:
        page = context.new_page()
        page.goto(still[1].address)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        for id in ("slide", "notes", "findings", "present", "spans"):
            page.locator(f"#{id}").scroll_into_view_if_needed()
            expect(page.locator(f"#{id}")).to_be_visible()


HOSTILE = "</script><script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">\u2028evil"


def test_a_hostile_outline_is_only_text(browser: Browser, tmp_path: Path) -> None:
    title = HOSTILE.replace("'", "''")
    slides = (
        f"  - title: '{title}'\n    bullets: ['<svg onload=alert(1)>', '&lt;b&gt; ]]>']\n"
        "    notes: '<iframe src=//example.org></iframe> --><script>alert(2)</script>'\n"
        "  - title: '<script>document.title = 1</script> \u202eevil'\n    bullets: [This one is refused]"
    )
    write(tmp_path, talk(slides))
    with running(tmp_path) as preview, visiting(browser) as context:
        page = context.new_page()
        asked_for: list[str] = []
        page.on("request", lambda request: asked_for.append(request.url))
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.goto(preview.address)
        settled(page)
        page.keyboard.press("3")
        page.keyboard.press("Enter")
        expect(page.locator("#heading")).to_contain_text("onerror")
        expect(page.locator("#notes")).to_contain_text("<iframe")
        assert page.evaluate("document.querySelectorAll('script').length") == 1
        assert page.evaluate("document.querySelectorAll('img, iframe, #slide script').length") == 0
        assert page.title() == "A talk – preview"
        page.keyboard.press("ArrowRight")
        expect(page.locator("#flag")).to_have_text("Not ready yet")
        expect(page.locator("#slide")).to_have_text("<script>document.title = 1</script> \ufffdevil")
        page.goto(f"{preview.address}presenter")
        settled(page)
        page.keyboard.press("End")
        assert page.evaluate("document.querySelectorAll('img, iframe').length") == 0
        assert {url for url in asked_for if not url.startswith((preview.address, "data:"))} == set()
