// A click finds the line: in VS Code, in your editor, or as something to paste.

import { $, fill, make, say } from "./dom.js";
import { ask, card, state } from "./news.js";
import { toast } from "./toast.js";

let at = 0;

export function begin() {
  $("edit").addEventListener("click", () => open());
  $("slide").addEventListener("click", clicked);
}

export function look(place) {
  at = place;
  const path = state.talk?.path;
  say($("edit"), path ? `${path}:${state.lines[at]}` : "");
  $("edit").setAttribute("aria-label", `Open line ${state.lines[at]} of ${path} in the editor`);
}

export function open() { go(state.talk.path, state.lines[at]); }

// The lines of what was clicked: of its text, and of what a number in it rests on.
function clicked(event) {
  const told = card(at), first = state.lines[at];
  if (!told) return;
  const letters = event.target.closest("tspan, text");
  const text = (letters?.textContent ?? "").trim();
  const named = event.target.closest("[data-name]")?.dataset.name;
  const found = [];
  for (let element = event.target.closest("[data-name]"); element; element = element.parentElement?.closest("[data-name]")) {
    const lines = told.items[element.dataset.name];
    if (!lines) continue;
    const mine = lines.filter(([, one]) => one && text && (one.includes(text) || text.includes(one)));
    found.push([state.talk.path, first + (mine[0] ?? lines[0])[0], named]);
    break;
  }
  if (!found.length) found.push([state.talk.path, first, "the slide"]);
  const bare = text.replaceAll(/[\s\u00a0]+/g, " ");
  for (const one of told.cites) {
    if (!one.file || !one.shown || !bare) continue;
    const figures = one.shown.match(/[\d][\d.,:]*/g) ?? [];
    const isMeant = bare.includes(one.shown) || one.shown === bare || figures.some((figure) => bare.match(/[\d][\d.,:]*/g)?.includes(figure));
    if (isMeant) found.push([one.file, one.line, one.id]);
  }
  if (found.length === 1) go(...found[0]);
  else choose(found);
}

const ways = { vscode: "VS Code", editor: "your editor", copy: "copy" };

// Goes to a line in the way that was chosen once.
export function go(file, line) {
  const way = localStorage.getItem("way");
  if (!way) choose([[file, line, ""]]);
  else lead(way, file, line);
}

async function lead(way, file, line) {
  localStorage.setItem("way", way);
  const place = line ? `${file}:${line}` : file;
  if (way === "vscode") {
    location.href = `vscode://file${encodeURI(`${state.talk.root}/${file}`)}:${line || 1}`;
    toast(`${place}, in VS Code`);
  } else if (way === "editor") {
    const told = await ask("open", { file, line: line || 1 });
    toast(told?.opened ? `${place}, in your editor` : `No editor with a window of its own is named by $VISUAL or $EDITOR: ${place}`);
  } else {
    try {
      await navigator.clipboard.writeText(place);
      toast(`Copied: ${place}`);
    } catch { toast(place, true); }
  }
}

function choose(found) {
  fill($("places"), ...found.map(([file, line, what]) => make("li", {},
    make("code", {}, line ? `${file}:${line}` : file), what ? ` (${what})` : "",
    make("div", { class: "buttons" }, ...Object.entries(ways).map(([way, label]) => make("button", {
      type: "button", "aria-label": `${label}: ${file}:${line}`, onclick: () => { $("place").close(); lead(way, file, line); },
    }, way === "copy" ? "Copy" : `Open in ${label}`))))));
  $("place").showModal();
}
