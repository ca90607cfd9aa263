// The review: reads what there is, shows one after the other, and sends each answer on while the next is shown.

import { $, say } from "./dom.js";
import { ask, listen, on } from "./news.js";
import { around, draw, drawUses, finish, isDone, remark } from "./entry.js";
import { begin as beginQueue, build, mark, nextOpen, now, queue, refresh, take, took } from "./queue.js";
import { begin as listenToKeys } from "./keys.js";
import { theme, turnTheme } from "./theme.js";

const GONE = "The preview has ended or cannot be reached: nothing was written. Start it again and reload this page.";
const BLINK = 250;  // milliseconds in which nobody reads an entry: what comes in them was meant for the one before
const EARLY = "Nothing was answered: this one had only just appeared. Read it, then press again.";
const undoable = [];
let by = "", waiting = null, latest = 0, turned = 0, seen = "", sending = Promise.resolve();

async function load() {
  const told = await ask("entries", {});
  if (!told) { alert_(GONE); return; }
  by ||= sessionStorage.getItem("by") ?? told.by;
  alert_(told.faults.map((one) => `${one.file}:${one.line}: ${one.message}`).join("\n"));
  if (told.faults.length) { say($("question"), "The library has a fault: it is reviewed once that is mended."); }
  const keep = document.documentElement.dataset.shown ?? "";
  take(told.entries, told.talks);
  restart(keep);
  document.documentElement.dataset.loaded = told.entries.length;
}

// Once nothing more changes, and nobody is in the middle of a remark.
function again() {
  clearTimeout(again.timer);
  again.timer = setTimeout(() => { if ($("remark").hidden && !$("name").open) sending.then(load); else again(); }, 300);
}

function restart(keep = "") {
  take(queue.all, [...$("talk").options].slice(1).map((one) => [one.value, one.textContent]));
  build(keep);
  if (queue.list.length) look(queue.at);
  else nothing();
}

function nothing() {
  const text = queue.all.length ? "Nothing is left here. Choose All to look at it again." : "There is nothing to review.";
  document.documentElement.classList.add("is-empty");
  say($("question"), text);
}

function look(at, { focus = false } = {}) {
  document.documentElement.classList.remove("is-empty");
  mark(at);
  const one = now();
  draw(one, `${at + 1} of ${queue.list.length}`, (key) => queue.all.find((it) => it.key === key)?.state);
  finish();
  if (focus) { scrollTo(0, 0); $("entry").scrollTop = 0; $("entry").focus({ preventScroll: true }); }
  document.documentElement.dataset.shown = one.key;
  if (seen !== one.key + one.token) { seen = one.key + one.token; turned = performance.now(); say($("early"), ""); }
  clearTimeout(latest);
  latest = setTimeout(drawUses, 60);  // pictures of slides take longer than words, and whoever turns on needs none
}

function select(at) {
  $("list").classList.remove("is-open");
  $("turn-list").setAttribute("aria-expanded", "false");
  look(at, { focus: true });
}

function step(by_) {
  if (queue.list.length) select((queue.at + by_ + queue.list.length) % queue.list.length);
}

function called(one) { return one.kind === "slide" ? one.name : one.id; }

function tell(text, canUndo = true) {
  say($("said"), text);
  say($("status"), canUndo ? `${text}. Undo: U` : text);
  $("undo").hidden = !canUndo;
  $("toast").hidden = !text;
}

function alert_(text) {
  say($("alert"), text);
  $("alert").hidden = !text;
}

function answer(state, note = "") {
  const one = now();
  if (!one || !one.token || (state === "signed" && ["signed", "waiting"].includes(one.state))) return;
  if (!by) { waiting = () => answer(state, note); $("name").showModal(); $("by").focus(); return; }
  const before = { state: one.state, told: one.told };
  Object.assign(one, { state, told: `${state === "signed" ? "reviewed" : "sent back"} by ${by}, just now${note ? `: ${note}` : ""}` });
  took();
  refresh(one);
  alert_("");
  tell(`${state === "signed" ? "Signed" : "Sent back"}: ${called(one)}`);
  const done = { key: one.key, name: called(one), before, number: 0 };
  undoable.push(done);
  const next = nextOpen(queue.at);
  build(queue.list[next < 0 ? queue.at : next].key);  // what is answered leaves the unsigned ones
  look(queue.at, { focus: true });
  // One after the other, so that what is undone has been written before.
  sending = sending.then(async () => {
    const told = await ask("answer", { key: one.key, token: one.token, state, by, note });
    if (told?.number) { done.number = told.number; return; }
    undoable.splice(undoable.indexOf(done), 1);
    restore(done);
    alert_(`${called(one)}: ${told?.why ?? GONE}`);
    if (told) again();
  });
}

function restore({ key, before }) {
  const one = queue.all.find((it) => it.key === key);
  if (!one) return;
  Object.assign(one, before);
  const shown = $("remark").hidden ? one : now();  // whoever writes a remark goes on with it
  build(shown.key);
  if (shown === one) look(queue.at, { focus: true });
  else mark(queue.at);
}

function undo() {
  const done = undoable.pop();
  if (!done) { tell("There is nothing to undo", false); return; }
  restore(done);
  tell(`Undone: ${done.name}`, false);
  sending = sending.then(async () => {
    const told = done.number ? await ask("undo", { number: done.number }) : null;
    if (told?.undone) return;
    alert_(told?.why ?? GONE);
    again();
  });
}

// A key that bounces or is held, or a click too many.
function isEarly({ repeat, timeStamp }) {
  if (!repeat && timeStamp - turned > BLINK) return false;
  say($("early"), EARLY);
  say($("status"), EARLY);
  return true;
}

function sign(event) { if (now()?.token && !isEarly(event)) answer("signed"); }

function sendBack(event) { if (now()?.token && !isEarly(event)) remark(true); }

function list() {
  const isOpen = $("list").classList.toggle("is-open");
  $("turn-list").setAttribute("aria-expanded", String(isOpen));
}

function help() { $("help").showModal(); }

const keys = [
  [["s", "y"], "sign it, or yes", sign, "S"],
  [["b", "n"], "send it back with a remark, or no", sendBack, "B"],
  [["j", "ArrowRight"], "later: the next one", () => step(1), "J →"],
  [["k", "ArrowLeft"], "the one before", () => step(-1), "K ←"],
  [["x"], "what stands around it in the source", () => { around(); finish(); }, "X"],
  [["u"], "undo the last answer", undo, "U"],
  [["/"], "filters", () => $("filters").querySelector("[aria-pressed=true]").focus(), "/"],
  [["e"], "open its line in your editor", edit, "E"],
  [["t"], "light or dark", turnTheme, "T"],
  [["?", "F1"], "this help", help, "?"],
];

async function edit() {
  const { file, line } = now() ?? {};
  if (!file) return;
  const told = await ask("open", { file, line });
  tell(told?.opened ? `${file}:${line}, in your editor` : `No editor with a window is named by $VISUAL or $EDITOR: ${file}:${line}`, false);
}

theme();
listenToKeys(keys, { jump: (number) => { if (queue.list[number - 1]) select(number - 1); }, isBusy: () => false, what: "entry" });
beginQueue(select, () => restart());
queue.talk = new URLSearchParams(location.search).get("talk") ?? "";
$("sign").addEventListener("click", sign);
$("send-back").addEventListener("click", sendBack);
$("later").addEventListener("click", () => step(1));
$("undo").addEventListener("click", undo);
$("around-turn").addEventListener("click", () => { around(); finish(); });
$("turn-list").addEventListener("click", list);
$("ask-help").addEventListener("click", help);
$("keep").addEventListener("click", () => { remark(false); $("entry").focus(); });
$("note").addEventListener("keydown", (event) => { if (event.key === "Escape") { remark(false); $("entry").focus(); } });
$("remark").addEventListener("submit", (event) => {
  event.preventDefault();
  const note = $("note").value.trim();
  if (note) { remark(false); answer("returned", note); }
});
$("queue").addEventListener("keydown", (event) => {
  const by_ = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by_) return;
  event.preventDefault();
  look((queue.at + by_ + queue.list.length) % queue.list.length);
  $("queue").querySelector("[aria-current]").focus();
});
$("name").addEventListener("cancel", () => { $("by").value = ""; });
$("name").addEventListener("close", () => {
  by = $("by").value.trim().replaceAll(/\s+/g, " ");
  sessionStorage.setItem("by", by);
  if (by && waiting) waiting();
  waiting = null;
});
new ResizeObserver(finish).observe($("sides"));
document.fonts.addEventListener("loadingdone", finish);
on("state", drawUses);
on("review", again);
on("gone", (isGone) => { if (isGone) alert_(GONE); else if ($("alert").textContent === GONE) alert_(""); });
listen();
load();
