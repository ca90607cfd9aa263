// What was changed in a deck by hand: each change beside what the outline says, to be taken over or left.

import { $, fill, make, say } from "./dom.js";
import { ask, on } from "./news.js";
import * as drawer from "./drawer.js";
import { toast } from "./toast.js";

const WHAT = { removed: "the slide was taken out", hidden: "the slide is hidden", new: "the slide is new", comment: "a comment" };

export function begin() {
  on("decks", ({ files }) => {
    $("t-edited").hidden = !files.length;
    if (drawer.isOpen("edited")) { if (files.length) look(); else drawer.open("about"); }
  });
  drawer.onOpen("edited", look);
}

async function look() {
  say($("edited-told"), "Looking …");
  const told = await ask("edited", {});
  if (!told) return;
  const count = told.decks.reduce((sum, one) => sum + (one.differences?.length ?? 0), 0);
  say($("edited-told"), count ? "What is taken over stands in the outline; the rest stays as it is." : "Nothing in it is to be taken over.");
  fill($("edited-decks"), ...told.decks.map(deck));
}

function deck(one) {
  if (one.why) return make("section", { class: "edited" }, make("h2", {}, one.file), make("p", { class: "caution" }, one.why));
  const cards = one.differences.map((it) => difference(it));
  const write = make("button", { type: "button", class: "main", onclick: () => agree(one, cards.map((card) => card.querySelector("select").value)) }, "Write into the outline");
  const told = one.told.map((it) => make("p", {}, `${it.slide ? `Slide ${it.slide}: ` : ""}${it.why}`));
  return make("section", { class: "edited" }, make("h2", {}, one.file), ...cards, cards.length ? write : null,
    told.length ? make("details", { open: !cards.length }, make("summary", {}, `Not taken over: ${told.length}`), ...told) : null);
}

// The choices, the usual one first.
function choices(one) {
  if (one.disputed.length) return [["leave", "Leave it"], ["take", "Take it as typed, unproved"]];
  if (one.conflicts) return [["remark", "Both changed it: make a remark"], ["take", "Take the deck’s"], ["leave", "Keep the outline’s"]];
  if (one.sort === "removed") return [["take", "Take it out"], ["skip", "Keep it, with skip: true"], ["leave", "Leave it"]];
  return [["take", "Take it over"], ["leave", "Leave it"]];
}

function difference(one) {
  const what = one.sort === "moved" ? `now stands ${one.deck}` : WHAT[one.sort] ?? one.field;
  const where = one.slide ? `Slide ${one.slide}` : "No longer in the deck";
  const hasWords = !["removed", "hidden", "moved"].includes(one.sort);
  const disputed = one.disputed.map((it) => make("p", { class: "caution" },
    `The deck says “${it.typed}”, ${it.written} says “${it.printed}”${it.passage ? `; its source: “${it.passage}”` : ""}.`));
  return make("article", { class: "passage" }, make("p", { class: "from" }, `${where} · ${one.title} · ${what}`),
    hasWords && one.outline ? make("del", {}, one.outline) : null, hasWords ? make("ins", {}, one.deck || "(empty)") : null, ...disputed,
    make("label", {}, make("span", { class: "unseen" }, `${where}: ${what}`),
      make("select", {}, ...choices(one).map(([value, text]) => make("option", { value }, text)))));
}

async function agree(one, answers) {
  const told = await ask("agree", { file: one.file, token: one.token, answers });
  toast(told?.undo ? `Written. The outline as it was is kept in ${told.undo}` : told?.why ?? "Nothing was written.");
  look();
}
