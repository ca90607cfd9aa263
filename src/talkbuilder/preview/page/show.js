// Presenting in this window: one slide over the whole screen, in step with all others.

import { $, say, show } from "./dom.js";
import { card, picture, state } from "./news.js";
import { act } from "./stage.js";
import { keysOf } from "./stage-keys.js";

let isShown = false;
let select = () => {};
let moved = 0;

export function isOn() { return isShown; }

export function begin_(given) {
  select = given.select;
  const host = $("show");
  host.addEventListener("click", () => act("next"));
  host.addEventListener("mousemove", () => {
    host.classList.add("is-moved");
    clearTimeout(moved);
    moved = setTimeout(() => host.classList.remove("is-moved"), 1500);
  });
  const keys = keysOf({ end: leave });
  addEventListener("keydown", (event) => { if (isShown) keys(event); });
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && isShown) leave(); });
}

export async function begin(at) {
  isShown = true;
  $("show").hidden = false;
  try { await $("show").requestFullscreen(); } catch { /* it is shown in the window then */ }
  $("show").focus();
  act(state.stage.elapsed === null ? "begin" : "go", at);
}

async function leave() {
  if (!isShown) return;
  isShown = false;
  $("show").hidden = true;
  if (document.fullscreenElement) await document.exitFullscreen();
  select(state.stage.slide);
  if (!state.stage.is_rehearsal) act("end");
}

export function draw() {
  if (!isShown) return;
  const at = Math.min(state.stage.slide, state.order.length - 1), told = card(at);
  if (!told) return;
  show($("shown"), told.picture, picture(told.picture), told.title);
  $("shown").setAttribute("aria-label", `Slide ${at + 1}: ${told.title}`);
  say($("shown-title"), state.stage.curtain ? `The screen is ${state.stage.curtain}` : `Slide ${at + 1}: ${told.title}`);
  $("curtain").hidden = !state.stage.curtain;
  $("curtain").classList.toggle("is-white", state.stage.curtain === "white");
}
