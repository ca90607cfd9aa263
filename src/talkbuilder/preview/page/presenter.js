// The presenter's window: the slide that is seen, the one that really comes next, the notes, and the clocks.

import { $, fill, make, paragraphs, say, show } from "./dom.js";
import { card, listen, on, picture, state } from "./news.js";
import { act, keep } from "./stage.js";
import { clock, running, standing } from "./clock.js";
import { keysOf } from "./stage-keys.js";

const KEYS = [
  ["→ Space N Enter", "next slide"], ["← P Backspace", "slide before"], ["Home End", "first and last slide"],
  ["7 Enter", "slide 7"], ["B .", "black screen, and back"], ["W ,", "white screen, and back"],
  ["E", "where I have this from"], ["+ −", "larger and smaller notes"], ["S", "start the clock again"],
  ["Esc", "end"], ["?", "this help"],
];
let size = Number(localStorage.getItem("notes") || 1.65);
let isOver = false;

function at() { return Math.max(0, Math.min(state.stage.slide, state.order.length - 1)); }

function draw() {
  if (!state.order.length) return;
  if (state.talk) document.documentElement.style.setProperty("--wide", state.talk.wide);
  const here = at(), told = card(here), coming = card(here + 1);
  document.title = `${told.title} – presenter`;
  show($("now"), told.picture, picture(told.picture), told.title);
  $("now").setAttribute("aria-label", `Slide ${here + 1}: ${told.title}`);
  say($("now-title"), `${here + 1} of ${state.order.length}`);
  show($("following"), coming?.picture ?? "", coming ? picture(coming.picture) : "", coming?.title ?? "");
  $("following").setAttribute("aria-label", coming ? `Slide ${here + 2}: ${coming.title}` : "Nothing more");
  say($("next-title"), coming ? `${here + 2} of ${state.order.length}` : "nothing more");
  $("notes").lang = state.talk?.language ?? "en";
  fill($("notes"), ...paragraphs(told.said), ...(told.shown ?? []).map((text) => make("p", { class: "aside" }, text)));
  fill($("after"), ...(state.after[here] ?? []).map((text) => make("p", {}, text)));
  fill($("cites"), ...told.cites.map((one) => make("div", {}, make("p", {}, one.says),
    make("p", { class: "who" }, [one.who, one.where, one.as_of, one.certainty].filter(Boolean).join(", ")))));
  $("veil").hidden = !state.stage.curtain;
  say($("veil"), state.stage.curtain ? `The screen is ${state.stage.curtain}` : "");
  $("black").setAttribute("aria-pressed", String(state.stage.curtain === "black"));
  $("white").setAttribute("aria-pressed", String(state.stage.curtain === "white"));
  say($("mode"), state.stage.is_rehearsal ? "Rehearsal" : "");
  tick();
}

function tick() {
  const day = new Date();
  say($("wall"), `${day.getHours()}:${String(day.getMinutes()).padStart(2, "0")}`);
  const time = running();
  say($("start"), time ? "Start again" : "Start");
  const total = state.talk?.available ?? 0;
  say($("elapsed"), time ? `${clock(time.elapsed)} of ${clock(total)}` : `0:00 of ${clock(total)}`);
  const planned = time?.planned ?? state.seconds[at()] ?? 0;
  say($("on-slide"), time ? `${clock(time.onSlide)} of ${clock(planned)}` : `of ${clock(planned)}`);
  say($("standing"), time ? standing(time.ahead) : "not started");
  $("standing").className = time && Math.abs(time.ahead) >= 5 ? (time.ahead > 0 ? "is-ahead" : "is-behind") : "";
  const share = time && planned ? Math.min(100, (time.onSlide / planned) * 100) : 0;
  $("gauge-fill").style.width = `${share}%`;
  $("gauge").setAttribute("aria-valuenow", String(Math.round(share)));
  const over = Boolean(time?.isOver);
  if (over !== isOver) {
    isOver = over;
    document.body.classList.toggle("is-over", over);
    say($("told"), over ? "This slide is over its time" : "");
  }
}

function notes(by) {
  size = Math.max(1, Math.min(3.5, size + by));
  localStorage.setItem("notes", size);
  document.documentElement.style.setProperty("--notes", `${size}rem`);
}

function begin() { act(state.stage.is_rehearsal ? "rehearse" : "begin", running() ? 0 : at()); }

async function end() {
  if (state.stage.is_rehearsal) {
    $("ending").returnValue = "";
    $("ending").showModal();
  } else {
    await act("end");
    leave("");
  }
}

function leave(told) {
  if (window.opener) window.close();
  if (state.isGone) return;  // there is nothing to go back to
  location.href = told ? `./?told=${encodeURIComponent(told)}` : "./";
}

$("ending").addEventListener("close", async () => {
  const chosen = $("ending").returnValue;
  if (chosen === "keep") {
    const told = await keep();
    if (!told) { $("unkept").showModal(); return; }
    await act("end");
    leave(told.kept ? "The times of this rehearsal are kept" : told.why ? `The times could not be kept: ${told.why}` : "There was nothing to keep");
  } else if (chosen === "drop") {
    await act("end");
    leave("");
  }
});
const help = () => $("help").showModal();
for (const [keys, what] of KEYS) $("keys").append(make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, what));
addEventListener("keydown", keysOf({
  end,
  others: {
    e: () => { $("evidence").hidden = !$("evidence").hidden; }, "+": () => notes(0.15), "=": () => notes(0.15), "-": () => notes(-0.15),
    s: begin, "?": help, F1: help,
  },
}));
$("start").addEventListener("click", begin);
$("black").addEventListener("click", () => act("black"));
$("white").addEventListener("click", () => act("white"));
$("end").addEventListener("click", end);
$("ask-help").addEventListener("click", help);
on("state", draw);
on("stage", draw);
on("gone", (isGone) => {
  $("gone").hidden = !isGone;
  say($("told"), isGone ? "" : "Changes are seen again");
});
notes(0);
setInterval(tick, 250);
listen();
