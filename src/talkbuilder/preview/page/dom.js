// Elements without markup: every text is put in as a text.

export function $(id) { return document.getElementById(id); }

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((one) => one !== null && one !== undefined));
  return element;
}

const known = new WeakMap();

// Whether what an element is made of has changed since it was asked last.
export function isNew(element, ...parts) {
  const now = parts.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
  if (known.get(element) === now) return false;
  known.set(element, now);
  return true;
}

export function fill(element, ...children) { element.replaceChildren(...children.filter((one) => one !== null)); }

export function say(element, text) { if (element.textContent !== text) element.textContent = text; }

// A slide's picture. It comes from our own writer of SVG, which escapes all that it is given.
export function show(host, key, svg, instead = "") {
  host.classList.toggle("is-unmade", !svg);
  if (!svg) {
    host.dataset.picture = "";
    if (host.textContent !== instead || host.querySelector("svg")) host.replaceChildren(make("p", {}, instead));
    return;
  }
  if (host.dataset.picture === key && host.firstChild) return;
  host.dataset.picture = key;
  host.innerHTML = svg;
  for (const link of host.querySelectorAll("a")) { link.setAttribute("tabindex", "-1"); link.removeAttribute("href"); }
}

// Paragraphs of runs: text, 1 for bold and 2 for italic, and the number of the citation it rests on.
export function paragraphs(said) {
  return said.map((runs) => make("p", {}, ...runs.map(([text, style, cited]) => {
    let one = document.createTextNode(text);
    if (style & 2) one = make("em", {}, one);
    if (style & 1) one = make("strong", {}, one);
    return cited >= 0 ? make("span", { class: "cited", "data-cite": cited }, one) : one;
  })));
}

export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));
}
