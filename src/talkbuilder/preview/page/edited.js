// What was changed in a deck by hand: each change beside what the outline says, to be taken over or left.

import { $, fill, make, say } from "./dom.js";
import { ask, on } from "./news.js";
import * as drawer from "./drawer.js";
import { go } from "./places.js";
import { toast } from "./toast.js";

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

function difference(one) {
  const where = one.slide ? `Slide ${one.slide}` : "No longer in the deck";
  const hasWords = !["removed", "hidden", "moved"].includes(one.sort) && one.outline !== one.deck;
  const entries = one.disputed.filter((it) => it.file).map((it) =>
    make("button", { type: "button", class: "place", onclick: () => go(it.file, it.line) }, `Open ${it.entry}`));
  return make("article", { class: "passage" }, make("p", { class: "from" }, `${where} · ${one.title} · ${one.what}`),
    hasWords && one.outline ? make("del", {}, one.outline) : null, hasWords ? make("ins", {}, one.deck || "(empty)") : null,
    ...one.cautions.map((it) => make("p", { class: "caution" }, it)), ...entries,
    make("label", {}, make("span", { class: "unseen" }, `${where}: ${one.what}`),
      make("select", {}, ...one.choices.map(([value, text]) => make("option", { value }, text[0].toUpperCase() + text.slice(1))))));
}

async function agree(one, answers) {
  const told = await ask("agree", { file: one.file, token: one.token, answers });
  toast(told?.undo ? `Written. The outline as it was is kept in ${told.undo}` : told?.why || "Nothing was written.");
  look();
}
