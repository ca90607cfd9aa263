// What is left to review: the talk, the filters with their counts, the list, and the progress.

import { $, fill, make, say } from "./dom.js";
import { isDone } from "./entry.js";

const SPACE = "http://www.w3.org/2000/svg";
const SECONDS = 6;  // for one entry, until it is known how long this reviewer takes
const ICONS = { signed: "signed", waiting: "signed", returned: "sent back", changed: "changed since it was signed", asked: "with a question", open: "open", refused: "refused", away: "its source is not here" };
const FILTERS = {
  unsigned: ["Unsigned", (one) => one.token && !isDone(one)],
  asked: ["Asked", (one) => one.token && one.question && !isDone(one)],
  changed: ["Changed", (one) => one.token && one.state === "changed"],
  returned: ["Sent back", (one) => one.state === "returned"],
  refused: ["Refused", (one) => one.refused],
  away: ["Not here", (one) => !one.token && !one.refused],
  all: ["All", () => true],
};

export const queue = { all: [], mine: [], list: [], at: 0, filter: "unsigned", talk: "" };
let select = () => {};
let spent = [], since = 0;

export function begin(onSelect, onFilter) {
  select = onSelect;
  $("talk").addEventListener("change", () => { queue.talk = $("talk").value; onFilter(); });
  fill($("filters"), ...Object.keys(FILTERS).map((name) => make("button", {
    type: "button", "data-filter": name, onclick: () => { queue.filter = name; onFilter(); },
  })));
}

export function take(entries, talks) {
  queue.all = entries;
  const [everything] = $("talk").options;
  const called = ([name, title]) => talks.filter(([, other]) => other === title).length > 1 ? `${title} (${name})` : title;
  fill($("talk"), everything, ...talks.map((one) => make("option", { value: one[0] }, called(one))));
  if (!talks.some(([name]) => name === queue.talk)) queue.talk = "";
  $("talk").value = queue.talk;
  const title = talks.find(([name]) => name === queue.talk || talks.length === 1)?.[1];
  say($("title"), title ? `Review: ${title}` : "Review");
  document.title = title ? `${title} – review` : "Review";
}

export function now() { return queue.list[queue.at] ?? null; }

// The list anew; what was shown stays shown where it is still in it. `keep` is shown whether it belongs there or not.
export function build(keep = "") {
  const before = keep || now()?.key;
  queue.mine = queue.all.filter((one) => !queue.talk || one.uses.some((use) => use.talk === queue.talk));
  const isIn = FILTERS[queue.filter][1];
  const found = queue.mine.filter((one) => isIn(one) || one.key === keep);
  const changed = queue.filter === "unsigned" ? found.filter((one) => one.state === "changed") : [];
  queue.list = [...found.filter((one) => !changed.includes(one)), ...changed];
  const rows = queue.list.map((one, at) => make("li", {}, button(one, at)));
  const first = rows[queue.list.length - changed.length];
  if (changed.length && first) first.prepend(make("h3", {}, "Changed since it was signed"));
  fill($("queue"), ...rows);
  queue.at = Math.max(0, queue.list.findIndex((one) => one.key === before));
  count();
}

function button(one, at) {
  const kind = one.kind === "fact" ? null : make("small", {}, one.kind === "quote" ? " quotation" : " slide");
  const name = one.kind === "quote" ? `“${one.name}”` : one.name;
  const made = make("button", { type: "button", tabindex: -1, onclick: () => select(at) }, icon(one), make("span", {}, name, kind));
  made.classList.toggle("is-done", isDone(one));
  return made;
}

function icon(one) {
  const name = one.refused ? "refused" : !one.token ? "away" : isDone(one) || one.state === "changed" ? one.state : one.question ? "asked" : "open";
  const drawn = document.createElementNS(SPACE, "svg"), use = document.createElementNS(SPACE, "use");
  drawn.setAttribute("class", `icon ${name === "waiting" ? "signed" : name}`);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", ICONS[name]);
  use.setAttribute("href", `#i-${name === "waiting" ? "signed" : name}`);
  drawn.append(use);
  return drawn;
}

function rowOf(at) { return $("queue").children[at]?.querySelector("button"); }

export function mark(at) {
  for (const old of $("queue").querySelectorAll("[aria-current]")) { old.removeAttribute("aria-current"); old.tabIndex = -1; }
  queue.at = at;
  const row = rowOf(at);
  if (!row) return;
  row.setAttribute("aria-current", "true");
  row.tabIndex = 0;
  row.scrollIntoView({ block: "nearest" });
}

export function refresh(one) {
  const at = queue.list.indexOf(one), row = rowOf(at);
  if (row) { row.firstChild.replaceWith(icon(one)); row.classList.toggle("is-done", isDone(one)); }
  count();
}

// The next one that is open, from a place on, and around once; -1 where none is left.
export function nextOpen(from) {
  const { length } = queue.list;
  for (let step = 1; step <= length; step += 1) {
    const at = (from + step) % length;
    if (queue.list[at].token && !isDone(queue.list[at])) return at;
  }
  return -1;
}

export function took() {
  const at = performance.now();
  if (since) spent = [...spent.slice(-19), Math.min(60, (at - since) / 1000)];
  since = at;
}

function count() {
  for (const one of $("filters").children) {
    const [label, isIn] = FILTERS[one.dataset.filter], found = queue.mine.filter(isIn).length;
    say(one, `${label} ${found}`);
    one.setAttribute("aria-pressed", String(queue.filter === one.dataset.filter));
    one.hidden = !found && !["unsigned", "all", queue.filter].includes(one.dataset.filter);
  }
  const can = queue.mine.filter((one) => one.token), all = can.length;
  const returned = can.filter((one) => one.state === "returned").length, signed = can.filter(isDone).length - returned;
  const left = all - signed - returned;
  const pace = spent.length < 3 ? SECONDS : spent.reduce((sum, one) => sum + one, 0) / spent.length;
  const minutes = Math.max(1, Math.round((left * pace) / 60));
  fill($("count"), make("b", {}, `${signed}`), ` of ${all} signed`, returned ? ", " : "", returned ? make("b", {}, `${returned}`) : "",
    returned ? " sent back" : "", left ? `, about ${minutes} minute${minutes === 1 ? "" : "s"} to go` : ": nothing is left");
  $("done").style.width = `${(100 * signed) / Math.max(1, all)}%`;
  $("back").style.width = `${(100 * returned) / Math.max(1, all)}%`;
  say($("turn-list"), `${left} left`);
}
