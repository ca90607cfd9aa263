// The desk: wires what the server tells to the parts of the page, and keys and clicks to what they do.

import { $, say } from "./dom.js";
import { listen, on, state } from "./news.js";
import { act } from "./stage.js";
import * as sorter from "./sorter.js";
import * as large from "./large.js";
import * as timing from "./timing.js";
import * as panel from "./panel.js";
import * as edition from "./edition.js";
import * as places from "./places.js";
import * as drawer from "./drawer.js";
import * as sources from "./sources.js";
import * as edited from "./edited.js";
import * as show from "./show.js";
import * as phone from "./phone.js";
import { theme, turnTheme } from "./theme.js";
import { toast } from "./toast.js";
import { begin as listenToKeys } from "./keys.js";

const GONE = "The program has stopped: presenting goes on, and changes are not seen until it runs again.";
let shown = 0;

export function select(at, { focus = false } = {}) {
  if (!state.order.length) return;
  look(at);
  around(focus);
}

function look(at) {
  shown = Math.max(0, Math.min(at, state.order.length - 1));
  large.draw(shown);
  panel.notes(shown);
  places.look(shown);
}

function around(focus = false) {
  sorter.mark(shown, focus);
  timing.mark(shown);
  panel.draw(shown);
}

function step(by) { select(sorter.beside(shown, by)); }

on("state", ({ changed, isFirst, isWritten }) => {
  if (!state.order.length) { large.message(); return; }
  const { talk } = state;
  if (talk) {
    say($("title"), talk.title);
    document.title = `${talk.title} – preview`;
    $("slide").lang = $("notes").lang = talk.language;
    document.documentElement.style.setProperty("--wide", talk.wide);
    const slides = state.order.length;
    say($("summary"), `${talk.speaker} · ${slides} slide${slides === 1 ? "" : "s"} · ${talk.path}`);
  }
  // Whoever writes looks at what was written; what a check marks, or another edition changes, turns no page.
  const here = !isWritten || changed.includes(shown) || isFirst || !changed.length;
  look(here ? shown : changed[0]);
  show.draw();
});
on("rest", ({ changed, isFirst }) => {
  if (!state.order.length) return;
  edition.draw();
  sorter.draw(changed, isFirst);
  timing.draw();
  around();
});
on("findings", () => { sorter.findings(); panel.draw(shown); });
on("gone", (isGone) => {
  document.documentElement.classList.toggle("is-gone", isGone);
  if (isGone) toast(GONE, true);
  else if ($("toast").textContent === GONE) toast("");
});
on("stage", () => show.draw());

// What only the server has cannot be opened when it is gone.
function isThere() {
  if (state.isGone) toast("The program has stopped. Start it again, and this works again.");
  return !state.isGone;
}

function toPresenter() { if (isThere()) open("presenter", "talkbuilder-presenter", "popup,width=1280,height=800"); }

async function rehearse() {
  if (!isThere()) return;
  await act("rehearse", 0);
  location.href = "presenter";
}

function help() { $("help").showModal(); }

const keys = [
  [["ArrowRight", "ArrowDown", "PageDown", "j"], "next slide", () => step(1), "→ ↓ J"],
  [["ArrowLeft", "ArrowUp", "PageUp", "k"], "slide before", () => step(-1), "← ↑ K"],
  [["Home"], "first slide", () => select(0), "Home"],
  [["End"], "last slide", () => select(state.order.length - 1), "End"],
  [["/"], "search slides and notes", () => $("search").focus(), "/"],
  [["s"], "search the sources, and make a fact or a quotation of what they say", () => sources.open(), "S"],
  [["e"], "open the line of this slide in your editor", () => places.open(), "E"],
  [["n"], "next slide with a finding", () => select(panel.nextFinding(shown)), "N"],
  [["d"], "what the slide was before its last change, and back", () => large.turn(), "D"],
  [["F5", "p"], "present from this slide", () => show.begin(shown), "F5 P"],
  [["v"], "presenter window", toPresenter, "V"],
  [["r"], "rehearse", rehearse, "R"],
  [["c"], "a telephone as a clicker", () => isThere() && phone.pair(), "C"],
  [["t"], "light or dark", turnTheme, "T"],
  [["?", "F1"], "this help", help, "?"],
];

theme();
listenToKeys(keys, { jump: (number) => select(number - 1), isBusy: () => show.isOn() });
$("present").addEventListener("click", () => show.begin(shown));
$("presenter").addEventListener("click", toPresenter);
$("rehearse").addEventListener("click", rehearse);
$("clicker").addEventListener("click", () => isThere() && phone.pair());
phone.begin();
$("theme").addEventListener("click", turnTheme);
$("ask-help").addEventListener("click", help);
$("back").addEventListener("click", () => step(-1));
$("next").addEventListener("click", () => step(1));
sorter.begin(select);
timing.begin(select);
panel.begin(select);
large.begin();
edition.begin();
places.begin();
drawer.begin();
sources.begin();
edited.begin();
show.begin_({ select });
listen();
panel.takes();
const told = new URLSearchParams(location.search).get("told");
if (told) { toast(told); history.replaceState(null, "", location.pathname); }
