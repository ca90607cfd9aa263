// The drawer beside the slides: one of its tabs is open.

import { $ } from "./dom.js";

const opened = {};

function tabs() { return [...$("drawer").querySelectorAll("[role=tab]")].filter((tab) => !tab.hidden); }

export function begin() {
  for (const tab of $("drawer").querySelectorAll("[role=tab]")) tab.addEventListener("click", () => turn(tab));
  $("drawer").addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.stopPropagation();
    const all = tabs(), at = all.findIndex((tab) => tab.getAttribute("aria-selected") === "true") + by;
    if (!all[at]) return;
    turn(all[at]);
    all[at].focus();
  });
}

// What a part of the drawer does when it is opened.
export function onOpen(id, does) { opened[id] = does; }

export function open(id) { turn($(`t-${id}`)); }

export function isOpen(id) { return !$(id).hidden; }

function turn(chosen) {
  for (const tab of $("drawer").querySelectorAll("[role=tab]")) {
    $(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
    tab.setAttribute("aria-selected", String(tab === chosen));
  }
  $("room").classList.toggle("has-sources", chosen.id !== "t-about");
  opened[chosen.getAttribute("aria-controls")]?.();
}
