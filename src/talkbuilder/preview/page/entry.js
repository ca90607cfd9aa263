// One entry or slide: what it says and what its source says, side by side, and the question.

import { $, fill, make, say, show } from "./dom.js";
import { card, picture, state } from "./news.js";
import { join } from "./joined.js";

const LONG = 330;  // characters of both sides together, beyond which they are set smaller
const DONE = new Set(["signed", "waiting", "returned"]);

let shown = null;

export function isDone(one) { return DONE.has(one.state); }

export function draw(one, place, stateOf) {
  shown = one;
  const isSlide = one.kind === "slide", isAway = !one.token;
  say($("which"), isSlide ? one.name : one.id);
  say($("in"), `in ${one.file}${isSlide ? `, line ${one.line}` : ""}`);
  say($("at"), place);
  say($("told"), one.refused ? capital(one.mend) : one.told === "not yet reviewed" ? "" : capital(one.told));
  say($("caution"), one.caution);
  $("caution").hidden = !one.caution;
  $("sides").classList.toggle("is-long", isSlide || one.ours.concat(one.theirs).reduce((sum, [text]) => sum + text.length, 0) > LONG);
  if (isSlide) drawSlide(one, stateOf);
  else drawEntry(one);
  around(false);
  $("legend").hidden = isSlide;
  say($("question"), one.refused ? `Refused, ${one.refused}` : isAway ? "Without its source nobody can sign it here." : capital(one.question) || asks(one, isSlide));
  document.querySelector(".ask").classList.toggle("is-asked", Boolean(one.question || one.refused));
  say($("sign").firstElementChild, one.state === "signed" ? "Signed" : one.question ? "Yes, sign it" : "Sign it");
  say($("send-back").firstElementChild, one.question ? "No, send it back" : "Send it back");
  for (const id of ["sign", "send-back"]) $(id).setAttribute("aria-disabled", String(isAway));
  remark(false);
  $("lines").replaceChildren();
  fill($("stands"));
}

// What needs the page to be laid out, or takes a while: after the words have been painted.
export function finish() {
  if (!shown) return;
  if (shown.kind !== "slide" && getComputedStyle($("lines")).display !== "none") {
    const [left, right] = [...$("sides").querySelectorAll("section")].map((side) => side.getBoundingClientRect());
    join($("sides"), $("lines"), { left: left.right, width: right.left - left.right });
  }
}

// Where it stands on slides, as far as this talk is shown beside the review.
export function drawUses() {
  if (!shown) return;
  const isSlide = shown.kind === "slide";
  $("stands").classList.toggle("is-slide", isSlide);
  const seen = new Map();
  for (const use of shown.uses) {
    const at = slideOf(use);
    const key = at >= 0 ? `${at}` : `${use.talk} ${use.title}`;
    seen.set(key, { ...use, at, keys: [...(seen.get(key)?.keys ?? []), use.key] });
  }
  fill($("stands"), ...[...seen.values()].slice(0, 6).map(({ at, talk, title, keys }) => {
    const told = card(at), frame = make("div", { class: "slide", role: "img", "aria-label": told?.title ?? "" });
    if (told) show(frame, told.picture, picture(told.picture));
    const how = isSlide ? "" : `: ${[...new Set(keys)].map((key) => (key === "notes" ? "in the notes" : `its ${key}`)).join(", ")}`;
    return make("figure", {}, told ? frame : null, make("figcaption", {}, told ? `Slide ${at + 1}${how}` : `${talk}, “${title}”${how}`));
  }));
}

function slideOf(use) {
  if (!state.talk || state.talk.path !== `talks/${use.talk}.yaml`) return -1;
  // The slide that begins last before it; a sources slide that nobody wrote stands at the talk's own line, and comes last.
  return state.lines.reduce((best, line, at, lines) => (line && line <= use.line && !(lines[best] >= line) ? at : best), -1);
}

function drawEntry(one) {
  say($("h-ours"), one.kind === "quote" ? "Quoted as" : one.uses.length ? "The talk says" : "The library says");
  say($("h-theirs"), `${capital(one.who)} says`);
  $("ours").className = $("theirs").className = "text";
  fill($("ours"), ...one.ours.map(run));
  fill($("theirs"), ...one.theirs.map(run));
  fill($("facts"), ...one.lines.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
  fill($("sums"), ...one.sums.map(([letter, how]) => make("p", {}, make("b", {}, letter), ` ${how}`)));
  say($("citation"), one.around.length ? `${one.citation} ·` : one.citation);
  $("more").hidden = !one.around.length;
  const [ours, theirs] = [one.ours, one.theirs].map((side) => side.filter(([, mark]) => mark === "only").map(([text]) => text));
  say($("only"), [ours.length ? `On this side only: ${ours.join(", ")}.` : "", theirs.length ? `In the source only: ${theirs.join(", ")}.` : ""].join(" "));
  document.querySelector(".cited").hidden = false;
  fill($("around"), ...one.around.map(([before, words, after]) => make("p", {}, before, make("mark", {}, words), after)));
}

function drawSlide(one, stateOf) {
  say($("h-ours"), "The slide shows and says");
  say($("h-theirs"), one.rests.length ? "It rests on" : "It rests on nothing but its speaker");
  $("ours").className = $("theirs").className = "text slide-text";
  let before = "";
  fill($("ours"), ...one.lines.map(([name, words]) => {
    const label = name === before || name === "title" ? null : make("small", {}, name);
    before = name;
    return make("div", { class: name === "title" ? "title" : null }, label, words);
  }));
  fill($("theirs"), ...one.rests.map(([number, kind, id, says]) => {
    const told = ["signed", undefined].includes(stateOf(`${kind} ${id}`)) ? "" : " (not signed yet)";
    return make("div", {}, make("small", {}, `${number ? `[${number}] ` : ""}${id}${told}`), says);
  }));
  fill($("facts"));
  fill($("sums"));
  say($("only"), "");
  document.querySelector(".cited").hidden = true;
  fill($("around"));
}

function run([text, mark, letter, isPointed]) {
  const soft = isPointed ? "" : " soft";
  if (mark === "figure") return make("span", { class: "figure", "data-letter": letter }, text, make("sup", {}, letter));
  if (mark === "only") return make("u", { class: soft.trim() || null }, text);
  return soft ? make("span", { class: "soft" }, text) : text;
}

function asks(one, isSlide) {
  if (isSlide) return "Does it say no more than what it rests on?";
  return one.kind === "quote" ? "Are these the words, and who said them?" : "Does it say what its source means?";
}

function capital(text) { return text.slice(0, 1).toUpperCase() + text.slice(1); }

export function around(isOpen = $("around").hidden) {
  if (isOpen && (!shown || !shown.around.length || shown.kind === "slide")) return;
  $("around").hidden = !isOpen;
  $("around-turn").setAttribute("aria-expanded", String(isOpen));
}

export function remark(isOpen) {
  $("remark").hidden = !isOpen;
  $("answers").hidden = isOpen;
  if (isOpen) { $("note").value = ""; $("note").focus(); }
}
