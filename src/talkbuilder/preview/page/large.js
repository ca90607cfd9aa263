// One slide, large: as it is, or as it was before its last change.

import { $, fill, make, say, show } from "./dom.js";
import { card, picture, state } from "./news.js";
import { elsewhere, isFaulty, isOfReading, of as findingsOf } from "./findings.js";
import { go } from "./places.js";

const MOST = 3;

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
  show(slide, key, picture(key), told.title || "…");
  slide.setAttribute("aria-label", `Slide ${at + 1}${isBefore ? ", before its last change" : ""}: ${described(told)}`);
  const isBad = isFaulty(at);
  slide.parentElement.classList.toggle("is-faulty", isBad);
  const flag = $("flag");
  flag.hidden = !(isBefore || isBad);
  flag.classList.toggle("is-bad", isBad && !isBefore);
  say(flag, isBefore ? "Before" : told.picture ? "Has a fault: this is how it was" : "Not ready yet");
  say($("number"), `${at + 1} of ${state.order.length}`);
  say($("heading"), told.title || "not ready yet");
  $("compare").hidden = !before;
  message();
}

function described(told) {
  const texts = Object.values(told.items).flat().map(([, text]) => text).filter(Boolean);
  return [told.title, ...(told.shown ?? []), ...texts].join(". ");
}

// What stops the talk from being drawn as it is written, in full view: first what is wrong with this slide.
export function message() {
  const places = [at, ...state.order.keys()].filter((place, index) => index === 0 || place !== at);
  const told = [...places.flatMap((place) => findingsOf(place).filter(isOfReading).map((one) => [place, one])),
    ...elsewhere().filter(isOfReading).map((one) => [null, one])].slice(0, MOST);
  $("message").hidden = !told.length;
  fill($("message"), ...told.map(([place, one]) => make("div", {},
    make("p", {}, make("strong", {}, place === null ? one.message : `Slide ${place + 1}: ${one.message}`)),
    make("p", {}, make("button", { type: "button", class: "go", onclick: () => go(one.file, one.line) },
      one.line ? `${one.file}:${one.line}` : one.file ?? ""), one.hint ? ` ${one.hint}` : ""))));
}

export function turn() {
  if (!state.before.get(state.order[at])) return;
  isBefore = !isBefore;
  say($("compare").firstChild, isBefore ? "After " : "Before ");
  draw(at);
}
