// Words of a passage that are marked, by mouse, finger or keys: a text that has a caret, and that nobody can change.

import { $, make, say } from "./dom.js";

const BAR = ["fact", "Make a fact", "F", "quote", "Make a quotation", "Q"];
let does = { make: () => {}, leave: () => {} };
let bar = null, active = null, lit = null;

export function begin(what) {
  does = what;
  bar = make("div", { class: "make", role: "group", "aria-label": "Make of what is marked" },
    ...[0, 3].map((at) => make("button", { type: "button", onclick: () => act(BAR[at]) }, `${BAR[at + 1]} `, make("kbd", {}, BAR[at + 2]))));
  const host = $("passages");
  for (const kind of ["beforeinput", "drop", "dragstart", "paste"]) host.addEventListener(kind, (event) => { if (wordsOf(event.target)) event.preventDefault(); });
  host.addEventListener("compositionstart", (event) => wordsOf(event.target)?.blur());  // which nothing else can hold back
  host.addEventListener("keydown", pressed);
  host.addEventListener("focusin", ({ target }) => {
    const words = wordsOf(target);
    if (words?.proposed && words !== active) choose(words, ...words.proposed);
    if (words) active = words;
  });
  document.addEventListener("selectionchange", changed);
}

function wordsOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(".words") ?? null;
}

// What is marked in a text, counted in characters as the server counts them.
function within(words) {
  const chosen = getSelection();
  if (!chosen.rangeCount || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return null;
  const range = chosen.getRangeAt(0), before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const from = [...before.toString()].length;
  return [from, from + [...range.toString()].length];
}

export function choose(words, from, to) {
  const units = [...words.textContent], at = (count) => units.slice(0, count).join("").length;
  const [start, end] = [spot(words, at(from)), spot(words, at(to))];
  getSelection().setBaseAndExtent(...start, ...end);
}

// What is marked stays to be seen while something else is typed in, where the browser can do that.
export function light(words, from, to) {
  bar.remove();
  lit = { words, from, to };
  choose(words, from, to);
  globalThis.CSS?.highlights?.set("marked", new Highlight(getSelection().getRangeAt(0).cloneRange()));
}

export function unlight() {
  lit = null;
  globalThis.CSS?.highlights?.delete("marked");
}

function spot(words, offset) {
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = offset, node = walk.nextNode();
  for (let next = node; next && left > node.length; ) {
    left -= node.length;
    next = walk.nextNode();
    if (next) node = next; else left = node.length;
  }
  return [node, left];
}

// The sentence that the caret stands in.
function sentence(words, at) {
  const text = words.textContent, unit = [...text].slice(0, at).join("").length;
  const found = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text).containing(Math.min(unit, text.length - 1));
  const from = [...text.slice(0, found.index)].length;
  return [from, from + [...found.segment.trimEnd()].length];
}

function changed() {
  const chosen = getSelection(), words = wordsOf(chosen.anchorNode);
  if (!words || !$("passages").contains(words)) return;
  const marked = within(words);
  if (!marked || marked[0] === marked[1]) { if (bar.parentElement && !bar.contains(document.activeElement)) bar.remove(); return; }
  active = words;
  words.marked = marked;
  if (lit?.words === words && lit.from === marked[0] && lit.to === marked[1]) return;  // a form for it is open
  if (words.nextElementSibling !== bar) words.after(bar);
  const many = words.textContent.trim() && chosen.toString().trim().split(/\s+/).length;
  say($("marked"), `${many} word${many === 1 ? "" : "s"} marked. F makes a fact, Q a quotation.`);
}

function pressed(event) {
  const words = wordsOf(event.target);
  if (!words || event.ctrlKey || event.metaKey || event.altKey) return;
  const kind = { f: "fact", q: "quote" }[event.key.toLowerCase()];
  if (kind) {
    event.preventDefault();
    const marked = within(words) ?? [0, 0];
    words.marked = marked[0] === marked[1] ? sentence(words, marked[0]) : marked;
    active = words;
    act(kind);
  } else if (event.key === "Escape" || event.key.toLowerCase() === "s") {
    event.preventDefault();
    event.stopPropagation();
    does.leave();
  }
}

function act(kind) { if (active?.marked) does.make(kind, active, active.marked); }
