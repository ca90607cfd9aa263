// The forms of a fact, of a quotation, and of who speaks: what only a person knows is asked, what the passage tells is shown.

import { fill as put, isNew, make } from "./dom.js";
import { ask } from "./news.js";
import { go } from "./places.js";
import { toast } from "./toast.js";

const PAUSE_MS = 150;  // in typing, after which it is checked
const FORMS = {
  fact: { title: "A new fact", add: "Add the fact", first: ["says", "What it says, in your own words"], asked: [["measure", "What the number counts"], ["show", "On slides"]] },
  quote: { title: "A new quotation", add: "Add the quotation", first: ["text", "The words, as they stand there; […] leaves some out"], asked: [["translated", "Translated how, if it was"], ["sensitive", "What to warn of"]] },
};
const READ = {
  fact: [["value", "Number"], ["unit", "Its unit"], ["precision", "How exact"], ["as_of", "For which year"], ["as_of_why", "How the year is known"], ["kind", "How they know"], ["place", "Country, as KZ or US-MN"], ["page", "Page"], ["id", "Its name"]],
  quote: [["page", "Page"], ["id", "Its name"]],
};
const LONG = new Set(["says", "text"]);
let numbered = 0;

// A label with what is typed under it; `options` make a list of it.
function field(name, label, { options = null, onchange }) {
  const id = `f-${(numbered += 1)}`;
  const input = options
    ? make("select", { id, name }, ...options.map(([value, told]) => make("option", { value }, told)))
    : make(LONG.has(name) ? "textarea" : "input", { id, name, autocomplete: "off", rows: LONG.has(name) ? 2 : null, spellcheck: LONG.has(name) ? "true" : "false" });
  input.addEventListener("input", () => onchange(input));
  return make("div", { "data-field": name }, make("label", { for: id }, label), input);
}

// What was typed is not lost by one key, nor by another search.
function frame(title, className, back, submit, ...children) {
  const made = make("form", { class: `filling ${className}`, "aria-label": title }, make("h3", {}, title), ...children);
  made.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  made.addEventListener("input", () => { made.dataset.typed = ""; });
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); }
    else if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) event.preventDefault();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if ("typed" in made.dataset) {
      delete made.dataset.typed;
      toast("Escape once more leaves this form without adding anything");
      return;
    }
    made.remove();
    back();
  });
  return made;
}

function ended(label, hint) {
  return make("div", { class: "end" }, make("button", { class: "main" }, `${label} `, make("kbd", {}, "Ctrl ↵")), make("p", { class: "goes" }, ...hint));
}

// `speaker` is whom somebody named as the one whose words they are; `other` asks that where only an import told it.
export function form({ kind, place, choices, speaker = "", other = null, back }) {
  const text = FORMS[kind], own = speaker ? { speaker } : {};
  const labels = new Map([text.first, ...text.asked, ...READ[kind]]);
  let told = null, asked = 0, timer = 0;
  const onchange = (input) => {
    own[input.name] = input.value;
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE_MS);
  };
  const one = (list) => list.map(([name, label]) => field(name, label, { options: choices[name] ?? null, onchange }));
  const numbers = make("div", { class: "numbers", role: "group", "aria-label": "Which number it is about" });
  const years = make("div", { class: "numbers", role: "group", "aria-label": "The year that it may be for" });
  const chips = make("div", { class: "chips", role: "group", "aria-label": "Read from the passage" });
  const lines = make("div", { class: "lines", role: "status" });
  const goes = ended(text.add, []);
  const most = make("div", { class: "asked" }, ...one(text.asked));
  const made = frame(text.title, kind, back, add, ...one([text.first]), numbers, most, chips, lines, goes,
    make("details", {}, make("summary", {}, "Correct what was read"), make("div", { class: "asked" }, ...one(READ[kind])),
      other ? make("button", { type: "button", class: "plain", onclick: () => other(made) }, "These are somebody else’s words") : null));

  async function check() {
    clearTimeout(timer);
    const mine = (asked += 1);
    const answer = await ask("fill", { place, kind, own });
    if (mine !== asked || !answer) return;
    if (answer.why) { put(lines, line("wrong", answer.why, "")); return; }
    told = answer;
    for (const input of made.querySelectorAll("[name]")) {
      const value = told.fields[input.name] ?? (input.name === "id" ? told.id : "");
      if (!(input.name in own) && input !== document.activeElement) input.value = input.name === "translated" && value === "false" ? "" : value;
      if (input === document.activeElement && !(input.name in own) && !input.value) { input.value = value; input.select(); }
      input.toggleAttribute("aria-invalid", told.faults.some((fault) => fault.weight === "wrong" && fault.field === input.name));
    }
    const its = made.querySelector("details [data-field=as_of]");  // what the passage does not tell of a number is asked
    if (its && told.fields.value && !told.fields.as_of) most.append(its);
    const proposes = told.year && !own.as_of;
    if (isNew(years, proposes ? [told.year] : [])) put(years, proposes ? make("button", { type: "button", onclick: () => { filled("as_of", told.year); filled("as_of_why", told.year_why); check(); made.querySelector("[name=as_of]").focus(); } }, `${told.year}: ${told.year_why}`) : null);
    years.parentElement ?? made.querySelector("[data-field=as_of]")?.append(years);
    if (kind === "fact") made.querySelector("[data-field=measure]").hidden = !told.fields.value && !told.is_open;
    drawNumbers();
    put(chips, ...read().map((it) => make("span", {}, it)));
    put(lines, ...told.agrees.map((it) => line("agrees", it, "")), ...told.faults.map((it) => line(it.weight, labelled(it.weight === "open" ? it.hint : it.message), it.weight === "open" ? "" : labelled(it.hint))),
      told.question ? line("ask", told.question, "") : null, told.held_by ? line("ask", `The library has these words already: ${told.held_by}`, "") : null);
    put(goes.querySelector(".goes"), `into ${told.file}; `, make("code", {}, told.use), " is then on the clipboard");
    goes.querySelector("button").setAttribute("aria-disabled", String(!told.sound));
    if (mine === 1) made.scrollIntoView({ block: "nearest" });
  }

  // The numbers that it may be about. What has the focus stays where it is.
  function drawNumbers() {
    const all = told.numbers.length ? [...told.numbers, ["no number", ""]] : [];
    if (isNew(numbers, all)) {
      put(numbers, ...(all.length ? ["About"] : []), ...all.map(([shown, value]) => make("button", { type: "button", value, onclick: () => about(value) }, shown)));
    }
    for (const one of numbers.querySelectorAll("button")) one.setAttribute("aria-pressed", String(!told.is_open && one.value === (told.fields.value ?? "")));
  }

  // All else that was said of a number is of that one.
  function about(value) {
    if (told.fields.value && told.fields.value !== value) for (const name of ["measure", "show", "unit", "precision"]) delete own[name];
    filled("value", value);
    check();
  }

  // What a click fills in stands in its box too, though that was typed into before.
  function filled(name, value) {
    own[name] = value;
    made.querySelector(`[name=${name}]`).value = value;
  }

  // A message calls what the form has by its label, where an entry calls it by its key.
  function labelled(told) {
    return told.replace(/(['`])(\w+)(?:: ([^'`]+)|:)?\1/g, (all, mark, key, value) => (labels.has(key) ? `“${labels.get(key)}”${value ? `: ${choices[key]?.find(([id]) => id === value)?.[1] ?? value}` : ""}` : all));
  }

  // What the passage tells, in a few words each.
  function read() {
    const { value, unit, precision, as_of: year, kind: how, translated } = told.fields;
    const name = (list, value) => (choices[list] ?? []).find(([id]) => id === value)?.[1] ?? value;
    const number = value ? [`${value}${unit ? ` ${unit}` : ""}`, precision && precision !== "exact" ? name("precision", precision) : ""] : [];
    const words = kind === "quote" ? [`${told.fields.text.split(/\s+/).filter(Boolean).length} words of 40 at most`, translated && translated !== "false" ? "translated" : ""] : [];
    return [...number, year, ...words, told.who ? `said by ${told.who}` : "", how ? name("kind", how) : ""].filter(Boolean);
  }

  async function add() {
    await check();
    if (told && !told.sound) {
      if (told.is_open) { numbers.querySelector("button").focus(); return; }
      const fault = told.faults.find((it) => it.weight !== "ask"), field = fault?.field || (/'(says|measure|as_of|unit)'/.exec(fault?.message ?? "") ?? [])[1];
      const input = field && made.querySelector(`[name=${field}]`);
      if (input?.closest("details")) input.closest("details").open = true;
      input?.focus();
      return;
    }
    const answer = await ask("fill", { place, kind, own, adds: true });
    if (!answer || answer.why) { lines.append(line("wrong", answer?.why ?? "The preview cannot be reached: nothing was written", answer?.hint ?? "")); return; }
    await done(made, answer);
    back();
  }
  check();
  return made;
}

async function done(made, { use, file, line: at }) {
  let isCopied = true;
  try { await navigator.clipboard.writeText(use); } catch { isCopied = false; }
  const copy = make("button", { type: "button", onclick: () => navigator.clipboard.writeText(use) }, "Copy");
  const where = make("button", { type: "button", class: "go", onclick: () => go(file, at) }, `${file}:${at}`);
  made.replaceWith(make("p", { class: "filling added" }, make("code", {}, use), isCopied ? " is on the clipboard. It stands in " : " stands in ", where, " ", copy));
  toast(isCopied ? `${use} is on the clipboard` : `${use} was added`);
}

function line(weight, text, hint) {
  const marks = { agrees: ["✓", "right"], open: ["○", "still to say"], wrong: ["✗", "wrong"], ask: ["?", "to think about"] };
  const [mark, told] = marks[weight];
  return make("p", { class: weight }, make("span", { class: "mark", "aria-hidden": "true" }, mark), make("span", { class: "unseen" }, `${told}: `), make("span", {}, text, hint ? make("small", {}, ` ${hint}`) : null));
}

// Asks whose words these are where no voice tells; nobody is chosen beforehand, and of a post the author stands first.
export function naming({ place, part, people, choices, back, done: then }) {
  const told = { who: "", credit: "", role: "", is_quoted: false };
  const unnamed = ["-", "somebody not to be named"];
  const onchange = (input) => {
    told[input.name] = input.value === "-" ? "" : input.value;
    for (const name of ["credit", "role"]) made.querySelector(`[data-field=${name}]`).hidden = Boolean(told.who) || !who.value;
    put(goes.querySelector(".goes"), told.who || !who.value ? "into assets/sources.yaml" : "into assets/sources.yaml and people.yaml");
  };
  const lines = make("div", { class: "lines", role: "status" });
  const goes = ended(part.by ? "These are their words" : "They speak here", ["into assets/sources.yaml"]);
  const quoted = make("label", { class: "check" }, make("input", { type: "checkbox", onchange: (event) => { told.is_quoted = event.target.checked; } }), " known only as it is quoted here");
  const listed = [...people.filter(([id]) => id === part.by), unnamed, ...people.filter(([id]) => id !== part.by)];
  const why = part.by ? "Nothing here tells whose words these are, and posts hold words of others too." : part.is_whole ? "Until somebody is named, no fact and no quotation can be made of this source." : "Until somebody is named, these words belong to nobody: no fact and no quotation can be made of them.";
  const made = frame(part.by ? "Whose words are these?" : "Who speaks here?", "naming", back, save, make("p", {}, why),
    make("div", { class: "asked" }, field("who", "Who", { options: [["", "choose …"], ...listed], onchange }), field("credit", "Called on slides", { onchange })),
    field("role", "Could it hurt them to be recognized?", { options: [["", "choose …"], ...choices.role], onchange }), part.is_whole ? null : quoted, lines, goes);
  const who = made.querySelector("[name=who]");
  for (const name of ["credit", "role"]) made.querySelector(`[data-field=${name}]`).hidden = true;

  async function save() {
    const missing = !who.value ? "who" : told.who ? "" : !told.credit.trim() ? "credit" : !told.role ? "role" : "";
    if (missing) {
      put(lines, line("open", { who: "choose who speaks", credit: "say what slides may call them", role: "say whether it could hurt them" }[missing], ""));
      made.querySelector(`[name=${missing}]`).focus();
      return;
    }
    const speaker = told.who ? { who: told.who, is_quoted: told.is_quoted } : told;
    const answer = await ask("speaker", { place, speaker });
    if (!answer || answer.why) { put(lines, line("wrong", answer?.why ?? "The preview cannot be reached: nothing was written", answer?.hint ?? "")); return; }
    made.remove();
    then(answer);
  }
  return made;
}
