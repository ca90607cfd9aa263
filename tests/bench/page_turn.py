"""Times how long the page of the review takes to turn to the next of 300 entries, in Chromium.

It measures, and never fails because something was slow: `python -m tests.bench.page_turn`.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.preview.opened import PATIENCE_MS, running, visiting
from tests.running import put
from tests.wells import apple_trees

_ENTRIES = 300
_TURNS = """async (turns) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  }));
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const before = document.documentElement.dataset.shown, began = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    document.body.getBoundingClientRect();  // so that it has been laid out
    const laidOut = performance.now() - began;
    await painted();
    times.push([laidOut, performance.now() - began]);
    if (document.documentElement.dataset.shown === before) throw new Error(`not turned at ${turn}`);
  }
  return times;
}"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="talkbuilder-bench-") as scratch, sync_playwright() as playwright:
        folder = put(Path(scratch), apple_trees(_ENTRIES))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with running(folder, command=("review", "--page")) as one, visiting(browser) as context:
            page = context.new_page()
            page.goto(one.address)
            page.wait_for_selector("html[data-loaded]", state="attached", timeout=PATIENCE_MS)
            laid_out, painted = zip(*page.evaluate(_TURNS, _ENTRIES), strict=True)
    for what, times in (("laid out", laid_out), ("painted", painted)):
        print(f"page turn, {what}: median {median(times):.1f} ms, at most {max(times):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
