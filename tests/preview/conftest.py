"""What tests of the page share: one Chromium, and a preview for each test that asks for one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import program
from tests.preview.opened import Running, running, settled, visiting, write


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The system's Chromium, which wants no sandbox where tests run as root, and keeps what it keeps apart from us."""
    found = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        own: dict[str, str | float | bool] = {**os.environ, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("browser"))}
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"], env=own)
        yield opened
        opened.close()


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """The outline of a small talk, in a folder with a library."""
    return write(tmp_path)


@pytest.fixture
def preview(outline: Path) -> Iterator[Running]:
    with running(outline.parents[1]) as one:
        yield one


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    """The outline of a talk that no test changes, and its preview."""
    outline = write(tmp_path_factory.mktemp("still"))
    with running(outline.parents[1]) as one:
        yield outline, one


@pytest.fixture
def page(browser: Browser, preview: Running) -> Iterator[Page]:
    """The desk, once it shows the talk."""
    yield from _desk(browser, preview)


@pytest.fixture
def still_page(browser: Browser, still: tuple[Path, Running]) -> Iterator[Page]:
    """The desk of the talk that no test changes."""
    yield from _desk(browser, still[1])


def _desk(browser: Browser, preview: Running) -> Iterator[Page]:
    with visiting(browser, viewport={"width": 1440, "height": 900}) as context:
        opened = context.new_page()
        opened.goto(preview.address)
        settled(opened)
        yield opened
