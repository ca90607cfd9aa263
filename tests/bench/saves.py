"""Times what a save takes to the screen: a talk with charts and maps, saved again and again in one preview that is seen
in headless Chromium.

python -m tests.bench.saves [--saves N] [--slides N] measures that alone.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import shown
from tests.bench.content import mark
from tests.bench.race import Stumbled, environment
from tests.bench.targets import SAVES, SAVES_OF_MANY, Saves

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_SMALL, _MANY = 30, 300
_CHARTS, _MAPS = 5, 3  # of thirty slides
_SETTLE = 20  # saves that do not count
_APART_SECONDS = 0.03  # from one picture on the screen to the next save
_CORNER = 12  # pixels
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

_WATCH = """addEventListener("DOMContentLoaded", () => {
  window.painted = [];
  new MutationObserver(() => window.painted.push(performance.timeOrigin + performance.now()))
    .observe(document.documentElement, { attributes: true, attributeFilter: ["data-version"] });
})"""
_NEXT = """() => new Promise((resolve) => {
  const look = () => { if (window.painted.length) resolve(window.painted.splice(0)[0]); else setTimeout(look, 1); };
  look();
})"""
_FORGET = "() => { window.painted.length = 0; }"
_NOW = "() => performance.timeOrigin + performance.now()"
_PICTURES = "() => [...document.querySelectorAll('.thumb .slide')].map((slide) => slide.innerHTML)"
_SELECTED = "() => [...document.querySelectorAll('.thumb')].findIndex((one) => one.getAttribute('aria-current'))"


def measure(scratch: Path, quick: bool) -> Mapping[str, Saves]:
    """The results by name; prints them. None without Chromium. Raises Stumbled."""
    if not _chromium():
        print("Saves to the screen: Chromium is not installed\n")
        return {}
    results = {
        SAVES: _measured(scratch / "saves", _SMALL, 100 if quick else 1000),
        SAVES_OF_MANY: _measured(scratch / "saves-of-many", _MANY, 50 if quick else 300),
    }
    for name, one in results.items():
        print(_told(name, one))
    return results


def _measured(folder: Path, slides: int, saves: int) -> Saves:
    from playwright.sync_api import sync_playwright

    outline = shown.write(folder, _CHARTS * slides // _SMALL, _MAPS * slides // _SMALL, slides)
    text = outline.read_text("utf-8")
    server, address = _started(folder)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
            page = _opened(browser, address)
            ahead_ms = _ahead_ms(page)
            painted: list[float] = []
            memory: list[float] = []
            spent = 0.0
            for number in range(saves + _SETTLE):
                if number == _SETTLE:
                    spent = _spent_ms(server.pid)
                painted.append(_save(page, outline, _edited(text, number, slides)) - ahead_ms)
                memory.append(_memory_mb(server.pid))
            spent = (_spent_ms(server.pid) - spent) / saves
            is_as_fresh = _is_as_fresh(folder, browser, page)
            browser.close()
    finally:
        _end(server)
    return Saves(tuple(painted[_SETTLE:]), spent, memory[_SETTLE], memory[-1], is_as_fresh)


def _edited(text: str, number: int, slides: int) -> str:
    """The text with one slide changed, whatever it shows: its title, and in every other round its notes."""
    around, at = divmod(number, slides - 1)
    head, title, rest = text.partition(f"  - title: Slide {mark(at)} tells")
    if around % 2:
        return head + title + rest.replace("    notes: We counted", f"    notes: Then {number} times we counted", 1)
    return f"{head}{title} ({number}){rest}"


def _save(page: "Page", outline: Path, text: str) -> float:
    """Saves in place, as most editors do; milliseconds from then until it has been painted."""
    saved: list[float] = []

    def save() -> None:
        saved.append(time.time())
        outline.write_text(text, encoding="utf-8")

    page.evaluate(_FORGET)
    timer = threading.Timer(_APART_SECONDS, save)
    timer.start()
    at: float = page.evaluate(_NEXT)
    timer.join()
    return at - saved[0] * 1000


def _started(folder: Path) -> "tuple[subprocess.Popen[str], str]":
    command = (sys.executable, "-m", "talkbuilder", "preview", "-C", str(folder), "--no-open")
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())
    assert server.stdout
    found = re.search(r"http\S+", server.stdout.readline())
    if not found:
        raise Stumbled("the preview did not start")
    return server, found[0]


def _end(server: "subprocess.Popen[str]") -> None:
    server.terminate()
    server.wait()


def _opened(browser: "Browser", address: str) -> "Page":
    """The desk, once the first round of checks is over."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_selector("html[data-version]", state="attached")
    page.wait_for_selector("#checked:not(:text('checking'))", state="attached")
    return page


def _ahead_ms(page: "Page") -> float:
    """How much the clock of the page is ahead of ours: of some tries, by the one that took least time."""
    tries = []
    for _ in range(20):
        before = time.time()
        there: float = page.evaluate(_NOW)
        after = time.time()
        tries.append((after - before, there - (before + after) * 500))
    return min(tries)[1]


def _is_as_fresh(folder: Path, browser: "Browser", page: "Page") -> bool:
    """Whether all pictures, and the large one as it is painted, are those of a preview that has just been started."""
    server, address = _started(folder)
    try:
        fresh = _opened(browser, address)
        selected: int = page.evaluate(_SELECTED)
        fresh.locator(".thumb").nth(selected).click()
        for one in (page, fresh):
            one.mouse.move(0, 0)
            one.evaluate("() => document.activeElement.blur()")
        pictures: tuple[Any, Any] = page.evaluate(_PICTURES), fresh.evaluate(_PICTURES)
        painted = [_painted(one) for one in (page, fresh)]
        return bool(pictures[0] == pictures[1] and painted[0] == painted[1])
    finally:
        _end(server)


def _painted(page: "Page") -> bytes:
    """The large picture as it is seen, without its round corners, which are the page's."""
    box = page.locator("#slide").bounding_box()
    assert box
    inner = {"x": box["x"] + _CORNER, "y": box["y"] + _CORNER}
    inner |= {"width": box["width"] - 2 * _CORNER, "height": box["height"] - 2 * _CORNER}
    return page.screenshot(clip=inner)  # type: ignore[arg-type] # a rectangle is a mapping of these


def _memory_mb(process: int) -> float:
    """What a process has in memory; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) * 1024 / 1_000_000 if found else 0.0


def _spent_ms(process: int) -> float:
    """The time of its own that a process has spent; 0 where the system does not tell."""
    stat = Path(f"/proc/{process}/schedstat")
    return int(stat.read_text().split()[0]) / 1_000_000 if stat.exists() else 0.0


def _chromium() -> str | None:
    return next((path for name in _CHROMIUM if (path := shutil.which(name))), None)


def _told(name: str, one: Saves) -> str:
    tenth = max(1, len(one.painted_ms) // 10)
    quickest = sorted(one.painted_ms)[tenth - 1]
    return (
        f"{name}: {len(one.painted_ms):,} saves to the screen\n"
        f"  median {one.median_ms:.1f} ms, p99 {one.p99_ms:.1f}, a tenth at most {quickest:.1f}, "
        f"most {max(one.painted_ms):.1f}\n"
        f"  the first tenth {one.median_of(slice(tenth)):.1f} ms, the last {one.median_of(slice(-tenth, None)):.1f}\n"
        f"  the server's own time {one.spent_ms:.1f} ms a save; its memory {one.first_mb:.0f} MB, "
        f"at the end {one.last_mb:.0f} MB\n"
        f"  pictures are those of a fresh start: {'yes' if one.is_as_fresh else 'NO'}\n"
    )


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.saves", description=__doc__)
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--slides", type=int, default=_SMALL)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="talkbuilder-bench-") as scratch:
        print(_told(f"{options.slides} slides", _measured(Path(scratch), options.slides, options.saves)))


if __name__ == "__main__":
    _main()
