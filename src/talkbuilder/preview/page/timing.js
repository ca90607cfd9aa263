// The bar of time: every slide as long as it takes, the checkpoints, the end of the slot, and what is over.

import { $, fill, isNew, make, say } from "./dom.js";
import { card, state } from "./news.js";
import { clock, spoken, starts } from "./clock.js";

let spans = [];
let select = () => {};
let marked = -1;

export function begin(onSelect) { select = onSelect; }

export function draw() {
  const { talk } = state;
  if (!talk) return;
  const total = state.seconds.reduce((sum, one) => sum + one, 0);
  const whole = Math.max(total, talk.available, 1);
  if (spans.length !== state.order.length) build();
  const begins = starts();
  let section = null;
  spans.forEach(({ item, button }, at) => {
    const seconds = state.seconds[at], told = card(at);
    item.hidden = !seconds;
    item.style.width = `${(seconds / whole) * 100}%`;
    const isOver = begins[at] + seconds > talk.available + 0.5 && seconds > 0;
    item.className = [state.sections[at] !== section ? "part" : "", told.priority ?? "", isOver ? "is-over" : "", at === marked ? "is-shown" : ""].join(" ").trim();
    section = state.sections[at];
    const label = `Slide ${at + 1}, ${told.title}: ${spoken(seconds)}, from ${clock(begins[at])}${isOver ? ", beyond the slot" : ""}`;
    if (button.getAttribute("aria-label") !== label) { button.setAttribute("aria-label", label); button.title = label; }
  });
  if (isNew($("marks"), talk.checkpoints, total, whole, $("track").clientWidth)) marks(talk, total, whole);
  if (isNew($("sums"), talk, total)) sums(talk, total);
}

function build() {
  spans = state.order.map((_, at) => {
    const button = make("button", { type: "button", tabindex: "-1", onclick: () => select(at) });
    return { item: make("li", {}, button), button };
  });
  fill($("spans"), ...spans.map(({ item }) => item));
}

function marks(talk, total, whole) {
  const track = $("track").clientWidth || 800;
  let free = -Infinity;
  const shown = [];
  for (const one of talk.checkpoints) {
    const share = one.seconds / whole, x = share * track;
    const tick = make("i");
    tick.style.left = `${share * 100}%`;
    shown.push(tick);
    if (x - free < 44 || x > track - 16 || x < 16) continue;
    free = x;
    const label = make("b", {}, clock(one.seconds));
    label.style.left = `${share * 100}%`;
    shown.push(label);
  }
  if (total > talk.available) {
    const slot = make("i", { class: "slot" });
    slot.style.left = `${(talk.available / whole) * 100}%`;
    shown.push(slot);
  }
  fill($("marks"), ...shown);
}

function sums(talk, total) {
  const spare = talk.available - total;
  const verdict = talk.fits
    ? make("span", { class: "calm" }, `${clock(spare)} to spare`)
    : make("span", { class: "late" }, `${clock(spare)} over`);
  const slot = `${talk.minutes} minutes, ${Math.round(talk.questions * 10) / 10} for questions`;
  fill($("sums"), make("span", {}, make("strong", {}, clock(total)), ` of ${clock(talk.available)}`), verdict,
    make("span", {}, slot), make("span", {}, `${clock(talk.least)} to ${clock(talk.most)} as you speak`),
    make("span", {}, `${talk.words.toLocaleString("en")} words at ${talk.pace} a minute`));
}

export function mark(at) {
  spans[marked]?.item.classList.remove("is-shown");
  spans[at]?.item.classList.add("is-shown");
  marked = at;
  say($("length"), state.seconds[at] ? `${clock(state.seconds[at])}, from ${clock(starts()[at])}` : "");
}
