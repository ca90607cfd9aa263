// A telephone: forwards, backwards, black; what to say, and how late it is.

import { card, listen, on, state } from "./news.js";
import { act } from "./stage.js";
import { clock, running, standing } from "./clock.js";

const $ = (id) => document.getElementById(id);

function say(element, text) { if (element.textContent !== text) element.textContent = text; }

function draw() {
  const at = Math.min(state.stage.slide, state.order.length - 1), told = card(at);
  if (!told) return;
  if (state.isGone) return;
  say($("title"), state.talk?.title ?? "Clicker");
  say($("what"), state.stage.curtain ? `The screen is ${state.stage.curtain}` : `${at + 1} of ${state.order.length}: ${told.title}`);
  $("notes").replaceChildren(...told.said.map((runs) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = runs.map(([text]) => text).join("");
    return paragraph;
  }));
  $("notes").scrollTop = 0;
  $("black").setAttribute("aria-pressed", String(state.stage.curtain === "black"));
  tick();
}

function tick() {
  const time = running();
  say($("elapsed"), time ? clock(time.elapsed) : "0:00");
  say($("standing"), time ? standing(time.ahead) : "not started");
  $("standing").className = time && Math.abs(time.ahead) >= 5 ? (time.ahead > 0 ? "is-ahead" : "is-behind") : "";
  document.body.classList.toggle("is-over", Boolean(time?.isOver));
}

$("next").addEventListener("click", () => act("next"));
$("back").addEventListener("click", () => act("back"));
$("black").addEventListener("click", () => act("black"));
on("state", draw);
on("stage", draw);
on("gone", (isGone) => {
  for (const button of document.querySelectorAll("footer button")) button.disabled = isGone;
  document.body.classList.toggle("is-gone", isGone);
  if (isGone) say($("what"), "The computer cannot be reached. Turn the slides there; this page goes on by itself once it is back.");
  else draw();
});
setInterval(tick, 250);
listen();
