// The edition: for how long, for whom, on what screen, in which look.

import { $, fill, make } from "./dom.js";
import { ask, on, state } from "./news.js";
import { toast } from "./toast.js";
import { takes } from "./panel.js";

const selects = { audience: "everybody", event: "none", look: "as the talk says" };
let drawn = "";
let asking = 0, since = 0;  // choices without an answer yet, and the version that has all that were answered

export function begin() {
  if (matchMedia("(max-width: 700px)").matches) $("fold").open = false;
  $("edition").addEventListener("submit", (event) => event.preventDefault());
  $("edition").addEventListener("change", choose);
  on("gone", () => { since = 0; });  // who starts again counts anew
}

export function draw() {
  const { talk } = state;
  if (!talk || asking || state.version < since) return;  // what it says is older than what was chosen
  const now = JSON.stringify([talk.choice, talk.audiences, talk.events, talk.looks]);
  if (now === drawn) return;
  drawn = now;
  options("audience", talk.audiences.map((one) => [one, one]), talk.choice.audience);
  options("event", talk.events.map((one) => [one.id, `${one.id}: ${one.says}`]), talk.choice.event);
  options("look", talk.looks.map((one) => [one, one]), talk.choice.look);
  $("aspect").value = talk.choice.aspect ?? "";
  if (document.activeElement !== $("minutes")) $("minutes").value = talk.choice.minutes ?? "";
  takes();
}

function options(id, offered, chosen) {
  const known = offered.map(([value, text]) => make("option", { value }, text));
  fill($(id), make("option", { value: "" }, selects[id]), ...known);
  $(id).value = chosen ?? "";
  $(id).parentElement.hidden = !offered.length;
}

async function choose() {
  const minutes = $("minutes").value ? Number($("minutes").value) : null;
  const choice = {
    minutes, audience: $("audience").value, event: $("event").value, aspect: $("aspect").value || null, look: $("look").value,
  };
  asking += 1;
  const told = await ask("choose", choice);
  asking -= 1;
  if (told) since = Math.max(since, told.version);
  else toast("That edition cannot be shown: give whole minutes from 1 to 10,000");
  draw();
}
