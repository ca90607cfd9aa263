// One slide, large: as it is, or as it was before its last change.

import { $, say, show } from "./dom.js";
import { card, picture, state } from "./news.js";
import { of as findingsOf, elsewhere } from "./findings.js";
import { make, fill } from "./dom.js";

let at = 0;
let isBefore = false;

export function begin() { $("compare").addEventListener("click", turn); }

export function draw(place) {
  if (place !== at) isBefore = false;
  at = place;
  const told = card(at);
  if (!told) return;
  const before = state.before.get(state.order[at]);
  if (!before) isBefore = false;
  const key = isBefore ? before : told.picture;
  const slide = $("slide");
  show(slide, key, picture(key));
  slide.setAttribute("aria-label", `Slide ${at + 1}${isBefore ? ", before its last change" : ""}: ${described(told)}`);
  const isFaulty = state.faulty.has(at);
  slide.parentElement.classList.toggle("is-faulty", isFaulty);
  const flag = $("flag");
  flag.hidden = !(isBefore || isFaulty);
  flag.classList.toggle("is-bad", isFaulty && !isBefore);
  say(flag, isBefore ? "Before" : "Has a fault: this is how it was");
  say($("number"), `${at + 1} of ${state.order.length}`);
  say($("heading"), told.title);
  $("compare").hidden = !before;
  message();
}

function described(told) {
  const texts = Object.entries(told.items).flatMap(([, lines]) => lines.map(([, text]) => text)).filter(Boolean);
  return [told.title, ...(told.shown ?? []), ...texts].join(". ");
}

// What stops the talk from being drawn as it is written, in full view.
function message() {
  const here = findingsOf(at).filter((one) => one.severity === "error" && isOfReading(one));
  const others = elsewhere().filter((one) => one.severity === "error" && isOfReading(one));
  const told = [...here, ...others].slice(0, 3);
  $("message").hidden = !told.length;
  fill($("message"), ...told.map((one) => make("div", {},
    make("p", {}, make("strong", {}, one.message)),
    make("p", {}, one.line ? `${one.file}:${one.line}` : one.file ?? "", one.hint ? ` – ${one.hint}` : ""))));
}

function isOfReading(one) { return state.faults.some((fault) => fault.code === one.code && fault.line === one.line && fault.file === one.file); }

export function turn() {
  if (!state.before.get(state.order[at])) return;
  isBefore = !isBefore;
  say($("compare").firstChild, isBefore ? "After " : "Before ");
  draw(at);
}
