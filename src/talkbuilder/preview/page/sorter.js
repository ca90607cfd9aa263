// All slides, by section; what does not match a search is left out.

import { $, fill, make, say, show } from "./dom.js";
import { card, picture, state } from "./news.js";
import { clock, spoken } from "./clock.js";
import { isFaulty, of as findingsOf } from "./findings.js";

let items = [];
let shape = "";
let select = () => {};
let marked = 0;

export function begin(onSelect) {
  select = onSelect;
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      const first = visible()[0];
      if (first !== undefined) { select(first, { focus: true }); event.preventDefault(); }
    }
  });
}

export function draw(changed, isFirst) {
  const now = JSON.stringify([state.sections, state.order.length]);
  if (now !== shape) { shape = now; build(); }
  for (let at = 0; at < items.length; at += 1) dress(at);
  if (!isFirst) for (const at of changed) flash(items[at]?.button);
  if ($("search").value) search();
}

function build() {
  const old = new Map(items.map((item) => [item.slide.dataset.picture, item.slide]));
  items = [];
  const parts = [];
  let list = null, last = null;
  state.sections.forEach((section, at) => {
    if (section !== last) {
      list = make("ol", { class: "thumbs" });
      parts.push(make("section", { "aria-label": section }, make("h2", { class: "part-name" }, section), list));
      last = section;
    }
    const slide = old.get(card(at)?.picture) ?? make("div", { class: "slide", "aria-hidden": "true" });
    old.delete(card(at)?.picture);
    const number = make("b"), title = make("span"), time = make("i", { class: "time" }), mark = make("em", { class: "mark" });
    const button = make("button", { type: "button", class: "thumb", onclick: () => select(at) }, slide,
      make("div", { class: "told" }, number, title, mark, time));
    list.append(make("li", {}, button));
    items.push({ button, slide, number, title, time, mark });
  });
  fill($("parts"), ...parts);
  marked = -1;
}

function dress(at) {
  const item = items[at], told = card(at);
  show(item.slide, told.picture, picture(told.picture), told.title || "…");
  const isBad = isFaulty(at);
  say(item.number, String(at + 1));
  say(item.title, told.title || "not ready yet");
  say(item.time, state.seconds[at] ? clock(state.seconds[at]) : "");
  item.button.classList.toggle("is-faulty", isBad);
  warn(at);
}

function warn(at) {
  const item = items[at], told = card(at), found = findingsOf(at);
  const errors = found.filter((one) => one.severity === "error").length + (isFaulty(at) ? 1 : 0);
  const warnings = found.filter((one) => one.severity === "warning" || one.severity === "unproved").length;
  say(item.mark, errors ? "●" : warnings ? "▲" : "");
  item.mark.classList.toggle("is-warning", !errors);
  const faults = errors ? ", has an error" : warnings ? `, ${warnings} warning${warnings > 1 ? "s" : ""}` : "";
  const time = state.seconds[at] ? `, ${spoken(state.seconds[at])}` : "";
  const label = `Slide ${at + 1}: ${told.title || "not ready yet"}${time}${faults}`;
  if (item.button.getAttribute("aria-label") !== label) item.button.setAttribute("aria-label", label);
}

export function findings() { items.forEach((_, at) => warn(at)); }

function flash(button) {
  if (!button) return;
  button.classList.add("just-changed");
  setTimeout(() => button.classList.remove("just-changed"), 1500);
}

export function mark(at, focus) {
  if (marked !== at) {
    items[marked]?.button.removeAttribute("aria-current");
    items[at]?.button.setAttribute("aria-current", "true");
    marked = at;
    const sorter = $("sorter"), button = items[at]?.button;
    if (button && getComputedStyle(sorter).overflowY === "auto") button.scrollIntoView({ block: "nearest" });
  }
  if (focus) items[at]?.button.focus();
}

function textOf(at) {
  const told = card(at);
  if (!told) return "";  // a slide that is gone, and still stands here until the rest is drawn
  const said = told.said.map((runs) => runs.map(([text]) => text).join("")).join(" ");
  const shown = Object.values(told.items).flat().map(([, text]) => text).join(" ");
  const cited = told.cites.map((one) => `${one.says} ${one.who} ${one.id}`).join(" ");
  return `${told.title} ${shown} ${said} ${cited} ${(told.shown ?? []).join(" ")}`.toLowerCase();
}

function search() {
  const wanted = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  items.forEach((item, at) => {
    const text = wanted.length ? textOf(at) : "";
    const matches = wanted.every((word) => text.includes(word));
    item.button.parentElement.hidden = !matches;
    found += matches;
  });
  for (const part of $("parts").children) part.hidden = !part.querySelector("li:not([hidden])");
  say($("found"), wanted.length ? `${found} of ${items.length} slides` : "");
}

function visible() { return items.flatMap((item, at) => (item.button.parentElement.hidden ? [] : [at])); }

// The slide so many places from another, among those that match the search.
export function beside(at, by) {
  const places = visible();
  if (!places.length) return at;
  if (by > 0) return places.find((one) => one > at) ?? places[places.length - 1];
  return places.findLast((one) => one < at) ?? places[0];
}
