// The edition: for how long, for whom, on what screen, in which look.

import { $, fill, make } from "./dom.js";
import { ask, state } from "./news.js";
import { toast } from "./toast.js";
import { takes } from "./panel.js";

const selects = { audience: "everybody", event: "none", look: "as the talk says" };
let drawn = "";

export function begin() {
  if (matchMedia("(max-width: 700px)").matches) $("fold").open = false;
  $("edition").addEventListener("submit", (event) => event.preventDefault());
  $("edition").addEventListener("change", choose);
}

export function draw() {
  const { talk } = state;
  if (!talk) return;
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
  if (await ask("choose", choice) === null) toast("That edition cannot be shown: give whole minutes from 1 to 10,000");
}
