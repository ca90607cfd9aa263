"""What tests of the page share: previews, each of which takes seconds to start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.preview.opened import Running, running, settled, visited, write


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


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    """The outline of a talk that tests change one after the other, each from what it was at first, and its preview."""
    outline = write(tmp_path_factory.mktemp("live"))
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
    with visited(browser, preview.address) as opened:
        settled(opened)
        yield opened
