"""An edited deck in Chromium: its tab comes, and what is agreed to stands in the outline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from tests.preview.opened import running, settled, visited, write
from tests.pulled import drop, paragraph, retype, slide
from tests.running import run

pytestmark = pytest.mark.rendering


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture
def page(browser: Browser, outline: Path) -> Iterator[Page]:
    assert run("build", "-C", outline.parents[1])[0] == 0
    with running(outline.parents[1]) as one, visited(browser, one.address) as opened:
        settled(opened)
        yield opened


def test_a_deck_that_is_saved_meanwhile_is_offered_and_written(page: Page, outline: Path) -> None:
    before = outline.read_text("utf-8")
    tab = page.get_by_role("tab", name="Edited deck")
    expect(tab).to_be_hidden()
    file = outline.parents[1] / "build" / "talk.pptx"
    deck = Presentation(str(file))
    retype(paragraph(slide(deck, "The herds were counted"), "The herds"), "Herds were counted")
    retype(paragraph(slide(deck, "Herds were counted"), "So many"), "So many 99 were there. It was a short day.")
    retype(paragraph(slide(deck, "People live there"), "They are"), "They are a few.")
    drop(deck, "It lies in the middle")
    deck.save(str(file))
    tab.click()
    cards = page.locator("#edited article")
    expect(cards).to_have_count(4)
    expect(cards.first).to_contain_text("Herds were counted")
    expect(cards.nth(1)).to_contain_text("the deck says “99”, {herds} says “88”")
    expect(cards.nth(1).get_by_role("button", name="Open herds")).to_be_visible()
    expect(cards.nth(1).get_by_role("combobox")).to_have_value("take")
    cards.nth(2).get_by_role("combobox").select_option("leave")
    cards.nth(3).get_by_role("combobox").select_option("skip")
    assert Axe().run(page, "#edited").response["violations"] == []
    page.get_by_role("button", name="Write into the outline").click()
    expect(cards).to_have_count(2)
    expect(page.locator("#toast")).to_contain_text("build/talk-before-pull-1.yaml")
    after = outline.read_text("utf-8")
    skipped = "    cite: [herds]\n    skip: true\n    notes: Here it is.\n"
    wanted = before.replace("title: The herds were", "title: Herds were").replace("long day", "short day")
    wanted = wanted.replace(
        "    notes: So many", "    # deck: So many 99 were there. It was a short day.\n    notes: So many"
    )
    assert after == wanted.replace("    cite: [herds]\n    notes: Here it is.\n", skipped)
