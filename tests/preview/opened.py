"""A preview that runs on a small talk folder, and a page of it in the system's Chromium."""

import json
import os
import re
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.cases import picture
from tests.forked import started
from tests.running import put
from tests.sample import ASSETS, slide, talk

# What has begun is waited for, however busy the machine is.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

OUTLINE = talk(
    "\n".join(
        (
            slide("bullets", "The herds were counted", "So many {herds} were there. It was a long day."),
            slide("number", "People live there", "They are many."),
            slide("quote", "Somebody told of the grass", "Listen."),
            slide("chart", "There were more herds each year", "Look at the columns."),
            slide("map", "It lies in the middle", "Here it is."),
            slide("statement", "", "It is so."),
        )
    )
)


def write(folder: Path, outline: str = OUTLINE, files: Mapping[str, str | bytes] | None = None) -> Path:
    """The folder with one talk, `talk`, and the sample library; returns its outline."""
    own = {"assets/images/steppe.png": picture(), "talks/talk.yaml": outline, **(files or {})}
    return put(folder, {**ASSETS, **own}) / "talks" / "talk.yaml"


class Running:
    """A preview in a process of its own."""

    def __init__(self, folder: Path, *options: str, command: tuple[str, ...] = ("preview",)) -> None:
        typed = (*command, "-C", str(folder), "--no-open", *options)
        (told, out), (said, err) = os.pipe(), os.pipe()
        self.process = started(typed, {1: out, 2: err}, XDG_CACHE_HOME=f"{folder}-cache")
        for mine in (out, err):
            os.close(mine)
        self._told, self._said = os.fdopen(told, encoding="utf-8"), os.fdopen(said, encoding="utf-8")
        self.printed = ""
        for line in self._told:
            self.printed += line
            if line.startswith("Ctrl-C"):
                break
        else:
            raise AssertionError(f"it did not start: {self.printed}{self.end()}")
        addresses = re.findall(r"http://\S+", self.printed)
        self.address: str = addresses[-1]
        self.pairing: str = addresses[0]

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].split("/")[0])

    def end(self, sign: int = signal.SIGTERM) -> str:
        """What it said on stderr."""
        if self.process.is_alive():
            os.kill(self.process.pid or 0, sign)
        with self._told, self._said:
            self._told.read()
            said = self._said.read()
        self.process.join(30)
        assert self.process.exitcode is not None
        return said


@contextmanager
def running(folder: Path, *options: str, command: tuple[str, ...] = ("preview",)) -> Iterator[Running]:
    one = Running(folder, *options, command=command)
    try:
        yield one
    finally:
        said = one.end()
    assert said == "", said


@contextmanager
def visiting(browser: Browser, **settings: Any) -> Iterator[BrowserContext]:
    """A context in which no script may err and no request may fail, unless a page that is left had asked for it."""
    context = browser.new_context(**settings)
    wrong = _listened(context)
    try:
        yield context
    finally:
        context.close()
    assert not wrong, wrong


def _listened(context: BrowserContext) -> list[str]:
    """What goes wrong in a context, as it goes wrong."""
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(f"script: {error.error}"))
    context.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    context.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    context.on("requestfailed", lambda one: None if _is_given_up(one) else wrong.append(one.url))
    return wrong


@contextmanager
def visited(
    browser: Browser, address: str, width: int = 1440, height: int = 900, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Page]:
    """A page of an address, as `visiting` has it; all are one tab, in half the time of a new one each."""
    tab, wrong = _tab(browser)
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(address)
    try:
        yield tab
    except BaseException:
        _tab.cache_clear()
        tab.context.close()
        raise
    for other in tab.context.pages:
        if other is not tab:
            other.close()
    tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.goto("about:blank")
    told = wrong[:]
    wrong.clear()
    assert not told, told


@cache
def _tab(browser: Browser) -> tuple[Page, list[str]]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    return context.new_page(), _listened(context)


def settled(page: Page) -> None:
    """Waits until what the server tells has been painted once."""
    page.wait_for_selector("html[data-version]", state="attached", timeout=PATIENCE_MS)


def asked(page: Page, path: str, what: Mapping[str, Any]) -> Any:
    """What the server answers to a page."""
    told = page.evaluate(
        "async ([path, what]) => (await fetch(path, { method: 'POST', body: what })).text()", [path, json.dumps(what)]
    )
    return json.loads(told)


def _is_given_up(request: Request) -> bool:
    """Whether the page itself let go of a request: of news, or of what it still loaded when it was closed."""
    return request.url.endswith("/news") or (request.failure or "") == "net::ERR_ABORTED"
