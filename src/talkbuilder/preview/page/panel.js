// What belongs to a slide: findings, notes, evidence, rehearsals, checkpoints.

import { $, fill, isNew, make, paragraphs, say } from "./dom.js";
import { ask, card, state } from "./news.js";
import { clock } from "./clock.js";
import { elsewhere, of as findingsOf } from "./findings.js";
import { go } from "./places.js";

let select = () => {};
let at = 0;
let kept = [];

export function begin(onSelect) { select = onSelect; }

function link(file, line, text) {
  return make("button", { type: "button", class: "go", onclick: () => go(file, line) }, text ?? (line ? `${file}:${line}` : file));
}

export function draw(place) {
  at = place;
  const told = card(at);
  if (!told) return;
  drawFindings();
  drawEvidence(told);
  drawCheckpoints();
  drawTakes();
}

export function notes(place) {
  at = place;
  const told = card(at);
  if (told) drawNotes(told);
}

function finding(one) {
  return make("div", { class: `finding ${one.severity}` },
    make("p", { class: "code" }, make("b", {}, one.severity), ` ${one.code} ${one.name} `, one.file ? link(one.file, one.line) : null),
    make("p", {}, one.message), one.hint ? make("p", { class: "fix" }, one.hint) : null);
}

function drawFindings() {
  const here = findingsOf(at), others = elsewhere();
  const slides = state.order.map((_, slide) => [slide, findingsOf(slide)]).filter(([slide, found]) => slide !== at && found.length);
  const count = here.length + others.length + slides.reduce((sum, [, found]) => sum + found.length, 0);
  const isBehind = state.checked !== state.version;
  say($("checked"), isBehind ? "checking …" : count ? `${count} in all` : "all is well");
  if (!isNew($("findings"), at, here, others, slides)) return;
  const parts = here.map(finding);
  if (!here.length) parts.push(make("p", { class: "empty" }, "Nothing on this slide."));
  if (slides.length) {
    parts.push(make("details", {}, make("summary", {}, `On ${slides.length} other slide${slides.length === 1 ? "" : "s"}`),
      ...slides.map(([slide, found]) => make("p", {},
        make("button", { type: "button", class: "go", onclick: () => select(slide) }, `Slide ${slide + 1}`),
        ` ${found[0].severity}: ${found[0].message}${found.length > 1 ? `, and ${found.length - 1} more` : ""}`))));
  }
  if (others.length) {
    const isOpen = others.some((one) => one.severity === "error");
    parts.push(make("details", { open: isOpen }, make("summary", {}, `In the library and the talk as a whole: ${others.length}`), ...others.map(finding)));
  }
  fill($("findings"), ...parts);
}

export function nextFinding(from) {
  const all = state.order.length;
  for (let step = 1; step <= all; step += 1) {
    const slide = (from + step) % all;
    if (findingsOf(slide).length || state.faulty.has(slide)) return slide;
  }
  return from;
}

function drawNotes(told) {
  if (!isNew($("notes"), state.order[at], state.after[at])) return;
  const said = paragraphs(told.said);
  for (const one of said) {
    for (const cited of one.querySelectorAll(".cited")) {
      const cite = told.cites[cited.dataset.cite];
      cited.title = `${cite.id}: ${cite.file}:${cite.line}`;
      cited.addEventListener("click", () => go(cite.file, cite.line));
    }
  }
  const shown = (told.shown ?? []).map((text) => make("p", { class: "aside" }, text));
  const after = (state.after[at] ?? []).map((text) => make("p", { class: "aside" }, text));
  fill($("notes"), ...(said.length ? said : [make("p", { class: "empty" }, "Nothing is said over this slide.")]), ...shown, ...after);
}

function drawEvidence(told) {
  if (!isNew($("evidence"), told.cites, told.own)) return;
  const cites = told.cites.map((one) => make("div", { class: "cite" },
    make("p", {}, one.says),
    make("p", { class: "who" }, [one.who, one.where].filter(Boolean).join(", ")),
    make("p", { class: "sure" }, [one.as_of ? `figure for ${one.as_of}` : "", one.certainty, one.reviewed].filter(Boolean).join("; ")),
    one.file ? link(one.file, one.line, `${one.id}  ${one.file}:${one.line}`) : null));
  const own = (told.own ?? []).map((says) => make("p", { class: "aside" }, says));
  fill($("evidence"), ...(cites.length || own.length ? [...cites, ...own] : [make("p", { class: "empty" }, "This slide claims nothing.")]));
}

function drawCheckpoints() {
  if (!isNew($("checkpoints"), at, state.talk?.checkpoints, state.talk?.left_out)) return;
  const rows = (state.talk?.checkpoints ?? []).map((one) => make("tr", { class: one.slide === at ? "is-shown" : null },
    make("td", { class: "figure" }, clock(one.seconds)), make("td", {}, make("button", { type: "button", class: "go", onclick: () => select(one.slide) }, `Slide ${one.slide + 1}`)),
    make("td", {}, one.what)));
  const head = make("tr", {}, make("th", { class: "figure" }, "Clock"), make("th", {}, "Slide"), make("th", {}, "What"));
  fill($("checkpoints"), make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
  const left = state.talk?.left_out ?? [];
  $("left-part").hidden = !left.length;
  fill($("left"), ...left.map((one) => make("p", {}, link(state.talk.path, one.line, one.title), ` ${clock(one.seconds)}, ${one.why}`)));
}

export async function takes() {
  const told = await ask("takes", {});
  kept = told?.takes ?? [];
  drawTakes();
}

function drawTakes() {
  if (!isNew($("takes"), kept, kept.length ? [at, state.order, state.seconds] : "")) return;
  if (!kept.length) {
    fill($("takes"), make("p", { class: "empty" }, "None of this edition yet. R begins one; nothing is kept but times."));
    return;
  }
  const latest = kept.slice(0, 3);
  const head = make("tr", {}, make("th", {}, "Slide"), make("th", { class: "figure" }, "Plan"), ...latest.map((one) => make("th", { class: "figure" }, one.on.slice(5))));
  const rows = state.names.map((name, slide) => make("tr", { class: slide === at ? "is-shown" : null },
    make("td", {}, make("button", { type: "button", class: "go", onclick: () => select(slide) }, `${slide + 1} ${card(slide).title}`)),
    make("td", { class: "figure" }, state.seconds[slide] ? clock(state.seconds[slide]) : "–"),
    ...latest.map((one) => {
      const took = one.seconds[name];
      const isOver = took > state.seconds[slide] * 1.1 + 3 && state.seconds[slide] > 0;
      return make("td", { class: `figure${isOver ? " over" : ""}` }, took === undefined ? "–" : clock(took));
    })));
  const sum = (one) => Object.values(one.seconds).reduce((all, seconds) => all + seconds, 0);
  rows.push(make("tr", {}, make("th", {}, "In all"), make("td", { class: "figure" }, clock(state.seconds.reduce((all, one) => all + one, 0))),
    ...latest.map((one) => make("td", { class: "figure" }, clock(sum(one))))));
  const more = kept.length > 3 ? ` (the last three of ${kept.length})` : "";
  fill($("takes"), make("details", {}, make("summary", {}, `${kept.length} rehearsal${kept.length === 1 ? "" : "s"}${more}, slide by slide`),
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows))));
}
