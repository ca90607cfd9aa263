// The drawer of sources: what was imported is searched there, and shown with who speaks.

import { $, fill, make, say } from "./dom.js";
import { ask } from "./news.js";
import * as drawer from "./drawer.js";
import { form, naming } from "./filling.js";
import { begin as beginMarking, choose, light, unlight } from "./marking.js";

const PAUSE_MS = 120;  // in typing, after which it is searched
let choices = {}, people = [], asked = 0, timer = 0;

export function begin() {
  drawer.onOpen("sources", () => { if (!asked) search(); });
  $("sought").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, PAUSE_MS); });
  $("sought").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    search().then(() => $("passages").querySelector(".is-proposed")?.focus());
  });
  $("speaks").addEventListener("change", search);
  beginMarking({ make: start, leave: open });
}

export function open() {
  drawer.open("sources");
  $("sought").focus();
  $("sought").select();
}

// Searches, and shows what is found unless something else was asked meanwhile.
async function search() {
  clearTimeout(timer);
  const mine = (asked += 1), words = $("sought").value;
  const told = await ask("passages", { words, who: $("speaks").value });
  if (mine !== asked || !told) return;
  ({ choices, people } = told);
  drawPeople();
  const { passages } = told, sources = new Set(passages.map((one) => one.post)).size;
  const some = told.all ? "" : " Nothing has all of these words; these have some.";
  if (!told.posts) say($("hits"), "Nothing is imported yet: run talkbuilder import with a report, an interview or a blog export.");
  else if (!words.trim()) say($("hits"), `Search ${count(told.posts, "source")}. Then mark words to make a fact or a quotation of them.`);
  else if (!passages.length) say($("hits"), `Nothing is found in ${count(told.posts, "source")}.`);
  else say($("hits"), `${told.more ? "The best " : ""}${count(passages.length, "passage")} of ${count(sources, "source")}. Mark words to make a fact or a quotation of them.${some}`);
  const begun = $("passages").querySelectorAll(".filling[data-typed]");
  fill($("passages"), ...begun, ...passages.map(passage));
}

function count(number, thing) { return `${number} ${thing}${number === 1 ? "" : "s"}`; }

function drawPeople() {
  const now = $("speaks").value;
  fill($("speaks"), make("option", { value: "" }, "whoever speaks"), make("option", { value: "?" }, "nobody yet"),
    ...people.map(([id, credit]) => make("option", { value: id }, credit)));
  $("speaks").value = now;
}

function passage(one) {
  const article = make("article", { class: "passage" }, make("p", { class: "from" }, one.title),
    one.caution ? make("p", { class: "caution" }, `Careful: ${one.caution}.`) : null,
    ...one.parts.map((part) => drawPart(one, part)));
  if (one.is_cut || !one.is_around) article.append(make("button", { type: "button", class: "plain", onclick: () => widen(article, one) }, "What stands around it"));
  return article;
}

function drawPart(one, part) {
  if (part.kind === "label") return make("p", { class: "label" }, ...part.runs.map(([text]) => text));
  const [start, end] = one.proposed, length = [...part.runs.map(([text]) => text).join("")].length;
  const isProposed = start < end && part.start <= start && end <= part.start + length;
  const name = part.who || "Nobody yet";
  const words = make("div", {
    class: `words${isProposed ? " is-proposed" : ""}`, contenteditable: "true", role: "textbox", "aria-readonly": "true", "aria-multiline": "true",
    "aria-label": `${name}${part.who ? " says" : ""}`, spellcheck: "false", inputmode: "none",
  }, ...part.runs.map(([text, isHit]) => (isHit ? make("b", {}, text) : text)));
  Object.assign(words, { passage: one, spoken: part, proposed: isProposed ? [start - part.start, end - part.start] : null });
  return make("section", { class: `spoken ${part.kind}` },
    make("p", { class: "who" }, make("strong", {}, name), !part.who ? `: ${part.why}` : part.kind === "quoted" ? " is quoted" : ""), words);
}

async function widen(article, one) {
  const told = await ask("around", { post: one.post, start: one.proposed[0], end: one.proposed[1] });
  if (!told?.passages.length) return;
  const [first] = told.passages, parts = told.passages.flatMap((it) => it.parts);
  article.replaceWith(passage({ ...first, parts, proposed: one.proposed, caution: told.passages.map((it) => it.caution).find(Boolean) ?? "", is_cut: false, is_around: true }));
  $("passages").querySelector(".is-proposed")?.focus();
}

// Makes something of what is marked; whose words they are is asked first where nothing tells.
function start(kind, words, [from, to], speaker = "") {
  const { passage: one, spoken: part } = words;
  const place = { post: one.post, start: part.start + from, end: part.start + to };
  const article = words.closest(".passage");
  article.parentElement.querySelectorAll(".filling:not([data-typed])").forEach((old) => old.remove());
  const back = () => { unlight(); words.focus(); choose(words, from, to); };
  light(words, from, to);
  const asks = () => naming({ place, part, people, choices, back, done: (here) => named(kind, article, here) });
  const other = part.by && !speaker ? (old) => { old.replaceWith(asks()); article.nextElementSibling.querySelector("select").focus(); } : null;
  article.after(speaker || part.who ? form({ kind, place, choices, speaker, other, back }) : asks());
  article.nextElementSibling.querySelector("textarea, select, input").focus();
  article.nextElementSibling.scrollIntoView({ block: "nearest" });
}

// Once somebody is named, the passage is theirs, and what was begun goes on.
async function named(kind, article, { who, place }) {
  const told = await ask("around", place);
  const here = told?.passages.find((it) => it.parts.some((part) => reaches(part, place)));
  const anew = here ? passage({ ...here, proposed: [place.start, place.end] }) : null;
  if (!anew) return search();
  article.replaceWith(anew);
  const words = [...anew.querySelectorAll(".words")].find((it) => reaches(it.spoken, place));
  return start(kind, words, [place.start - words.spoken.start, place.end - words.spoken.start], who);
}

function reaches(part, place) {
  const length = [...part.runs.map(([text]) => text).join("")].length;
  return part.start <= place.start && place.end <= part.start + length;
}

