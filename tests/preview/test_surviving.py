"""What becomes of who presents when the program dies: windows go on by themselves, and take up again with the next."""

import json
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from talkbuilder.preview.identity import identity_at, ports_of
from tests.preview.opened import PATIENCE_MS, Running, running, settled, write
from tests.running import edit
from tests.sample import slide, talk

pytestmark = pytest.mark.rendering

OUTLINE = talk(
    "\n".join(
        (
            slide("bullets", "The herds were counted", "So many {herds} were there. It was a long day."),
            slide("photo", "The steppe is wide", "Look at it."),
            slide("statement", "", "It is so."),
        )
    )
)
PHOTO = 4  # the number of its slide


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


@contextmanager
def deserted(browser: Browser, **settings: object) -> Iterator[BrowserContext]:
    """A context whose pages look for a server in vain, and in which no script may err."""
    context = browser.new_context(**settings)  # type: ignore[arg-type] # of Playwright's own
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context
    context.close()
    assert wrong == []


def at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    settled(page)
    page.wait_for_load_state("networkidle" if "clicker" in page.url else "load")
    return page


def shows(page: Page, number: int) -> None:
    expect(page.locator("#shown, #now")).to_have_attribute("aria-label", re.compile(f"^Slide {number}: "))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, OUTLINE)
    return tmp_path


def test_windows_and_a_telephone_outlast_the_program_and_take_up_again_with_the_next(
    browser: Browser, folder: Path
) -> None:
    first = Running(folder, "--port", str(free_port()))
    with (
        deserted(browser, viewport={"width": 1280, "height": 800}) as context,
        deserted(browser, has_touch=True) as hand,
    ):
        audience = at(context, first.address)
        telephone = at(hand, pairing(audience))
        presenter = at(context, f"{first.address}presenter")
        audience.keyboard.press("F5")
        expect(audience.locator("#shown")).to_be_visible()
        shows(audience, 1)
        shows(presenter, 1)
        audience.keyboard.press("ArrowRight")
        shows(presenter, 2)
        # Of the two families of the slides, all styles, even those that no slide here has.
        kept = "() => [...document.fonts].filter((face) => face.status === 'loaded').length === 8"
        for page in (audience, presenter):
            page.wait_for_function(kept, timeout=PATIENCE_MS)
        first.end(signal.SIGKILL)
        expect(presenter.locator("#gone")).to_be_visible()
        expect(telephone.locator("#what")).to_contain_text("The computer cannot be reached")
        expect(telephone.locator("#next")).to_be_disabled()
        presenter.keyboard.press("ArrowRight")
        shows(audience, 3)
        audience.keyboard.press("ArrowLeft")
        shows(presenter, 2)
        presenter.keyboard.press(str(PHOTO))
        presenter.keyboard.press("Enter")
        shows(audience, PHOTO)
        for page, host in ((audience, "#shown"), (presenter, "#now")):
            seen = page.evaluate(
                "async (host) => { const one = new Image();"
                "one.src = document.querySelector(`${host} image`).href.baseVal;"
                "await one.decode(); return one.width; }",
                host,
            )
            assert seen > 0
        presenter.keyboard.press("b")
        expect(audience.locator("#curtain")).to_be_visible()
        presenter.keyboard.press("b")
        told = audience.locator("#toast").bounding_box()  # which the audience does not see
        assert told
        covered = "([x, y]) => document.getElementById('show').contains(document.elementFromPoint(x, y))"
        assert audience.evaluate(covered, [told["x"] + 5, told["y"] + 5])
        edit(folder / "talks" / "talk.yaml", "The steppe is wide", "The steppe is very wide")
        with running(folder) as again:
            assert again.address == first.address  # where the windows wait for it
            assert "The telephone that was a clicker before is one again." in again.printed
            expect(presenter.locator("#gone")).to_be_hidden()
            expect(audience.locator("#shown")).to_have_attribute(
                "aria-label", f"Slide {PHOTO}: The steppe is very wide"
            )
            expect(presenter.locator("#standing")).not_to_have_text("not started")
            expect(telephone.locator("#what")).to_have_text(f"{PHOTO} of 7: The steppe is very wide")
            telephone.tap("#next")
            shows(audience, PHOTO + 1)
            late = at(context, f"{again.address}presenter")
            shows(late, PHOTO + 1)
            late.keyboard.press("ArrowLeft")
            shows(audience, PHOTO)
            shows(presenter, PHOTO)
            context.close()
            hand.close()
    told_last = json.loads((Path(f"{folder}-cache") / "talkbuilder" / f"preview-{first.port}.json").read_text("utf-8"))
    assert (told_last["telephones"], told_last["lan"]) == ([], "")  # who ends it lets nobody in the next time


def pairing(page: Page) -> str:
    """Where a telephone is let in, by the page, which first says what that means."""
    page.keyboard.press("c")
    expect(page.locator("#phone-ask")).to_contain_text("listens on that network")
    expect(page.locator("#phone-code svg")).to_have_count(0)
    page.click("#phone-begin")
    expect(page.locator("#phone-code svg")).to_be_visible()
    found = re.search(r"http://([\d.]+):(\d+)/pair/\w+", page.locator("#phone-text").inner_text())
    assert found
    page.keyboard.press("Escape")
    return found[0]


def test_the_times_of_a_rehearsal_are_kept_once_the_program_is_back(browser: Browser, folder: Path) -> None:
    first = Running(folder, "--port", str(free_port()))
    with deserted(browser) as context:
        page = at(context, first.address)
        page.keyboard.press("r")
        page.wait_for_url("**/presenter")
        settled(page)
        first.end(signal.SIGKILL)
        expect(page.locator("#gone")).to_be_visible()
        page.wait_for_timeout(1100)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
        page.click("#keep")
        expect(page.locator("#unkept")).to_be_visible()
        page.keyboard.press("Escape")
        with running(folder) as again:
            assert again.port == first.port  # where the window waits for it
            expect(page.locator("#gone")).to_be_hidden()
            page.keyboard.press("Escape")
            page.click("#keep")
            expect(page.locator("#toast")).to_have_text("The times of this rehearsal are kept")
            context.close()
    assert "slide: A talk" in (folder / "talks" / "talk.rehearsals.yaml").read_text("utf-8")


def test_it_listens_on_the_address_that_it_prints_and_no_other(folder: Path) -> None:
    with running(folder, "--lan") as preview:
        host, port = re.findall(r"http://([\d.]+):(\d+)/pair", preview.printed)[0]
        listening = {
            bytes.fromhex(line.split()[1].partition(":")[0])[::-1]
            for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
            if line.split()[3] == "0A" and int(line.split()[1].partition(":")[2], 16) in (int(port), preview.port)
        }
    assert listening == {socket.inet_aton("127.0.0.1"), socket.inet_aton(host)}


def test_a_preview_is_the_same_at_its_port_for_its_own_talk_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one = identity_at(8700, tmp_path, "talk")
    assert identity_at(8700, tmp_path, "talk").key == one.key
    assert ports_of(tmp_path, "talk") == [8700]
    other = identity_at(8700, tmp_path, "other")
    assert other.key != one.key
    assert identity_at(8700, tmp_path, "talk").key not in (one.key, other.key)
    assert (tmp_path / "talkbuilder").stat().st_mode & 0o077 == 0
