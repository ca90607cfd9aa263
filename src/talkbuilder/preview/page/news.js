// What the server tells, kept as one state; pages are told when it changes. It stays when the server is gone.

import { keep, local } from "./kept.js";

export const state = {
  version: 0, order: [], cards: new Map(), pictures: new Map(), lines: [], seconds: [], after: [], names: [], sections: [],
  faulty: new Set(), faults: [], talk: null, findings: [], checked: 0, before: new Map(),
  stage: { version: 0, slide: 0, curtain: "", elapsed: null, on_slide: 0, is_rehearsal: false, spent: {} }, staged: 0,
  isGone: false,
};

// `state` is for what somebody looks at; `rest` comes once that has been painted.
const listeners = { state: [], rest: [], findings: [], staged: [], stage: [], review: [], decks: [], gone: [] };
const AGAIN = 1000;  // milliseconds until a server that is gone is looked for again
let waiting = null;

export function on(kind, listener) { listeners[kind].push(listener); }

export function tell(kind, what) { for (const listener of listeners[kind]) listener(what); }

export function card(at) { return state.cards.get(state.order[at]) ?? null; }

export function picture(key) { return local(state.pictures.get(key) ?? ""); }

// Asks the server for something; what it answers, or null where it cannot be reached or refuses.
export async function ask(path, what) {
  try {
    const answer = await fetch(path, { method: "POST", body: JSON.stringify(what) });
    return answer.ok ? await answer.json() : null;
  } catch { return null; }
}

// Where two orders differ: what both begin and end with is left out.
function difference(before, now) {
  let first = 0, tail = 0;
  const most = Math.min(before.length, now.length);
  while (first < most && before[first] === now[first]) first += 1;
  while (tail < most - first && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { first, was: before.length - tail, is: now.length - tail };
}

function take(news) {
  const old = { order: state.order, cards: state.cards };
  const { first, was, is } = difference(old.order, news.order);
  const cards = new Map();
  for (const key of news.order) cards.set(key, news.cards[key] ?? old.cards.get(key));
  for (const [key, svg] of Object.entries(news.pictures ?? {})) state.pictures.set(key, svg);
  const changed = [];
  for (let at = first; at < is; at += 1) {
    const key = news.order[at];
    if (old.cards.has(key) && was - first !== is - first) continue;  // only moved
    changed.push(at);
    const before = was - first === is - first ? old.cards.get(old.order[at]) : null;
    if (before && before.picture !== cards.get(key).picture) state.before.set(key, before.picture);
  }
  Object.assign(state, {
    version: news.version, order: news.order, cards, lines: news.lines, seconds: news.seconds, after: news.after, names: news.names,
    sections: news.sections, faulty: new Set(news.faulty), faults: news.faults, talk: news.talk ?? state.talk,
  });
  prune();
  return { changed, isFirst: old.order.length === 0, isWritten: news.is_written };
}

// Only pictures that can still be seen are kept, the one before the last change of a slide among them.
function prune() {
  for (const key of state.before.keys()) if (!state.cards.has(key)) state.before.delete(key);
  const used = new Set(state.before.values());
  for (const one of state.cards.values()) used.add(one.picture);
  for (const key of state.pictures.keys()) if (!used.has(key)) state.pictures.delete(key);
  setTimeout(() => keep(state.pictures.values()));
}

// Marks the version on the page once it has been painted, and then sees to the rest.
function painted(version, told) {
  waiting = waiting && told
    ? { changed: [...new Set([...waiting.changed, ...told.changed])], isFirst: false }
    : told ?? waiting;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      document.documentElement.dataset.version = version;
      setTimeout(rest);
    };
    channel.port2.postMessage(null);
  });
}

function rest() {
  if (!waiting) return;
  const told = waiting;
  waiting = null;
  tell("rest", told);
}

function gone(isGone) {
  if (isGone === state.isGone) return;
  state.isGone = isGone;
  tell("gone", isGone);
}

export function listen() {
  const source = new EventSource("news");
  const close = () => source.close();
  addEventListener("pagehide", close);
  source.onopen = () => gone(false);  // and all is told anew
  source.onerror = () => {
    gone(true);
    close();
    removeEventListener("pagehide", close);
    setTimeout(listen, AGAIN);
  };
  source.onmessage = (message) => {
    const news = JSON.parse(message.data);
    if (news.kind === "state") {
      const told = take(news);
      tell("state", told);
      if (told.isFirst) tell("rest", told);
      painted(news.version, told.isFirst ? null : told);
    } else if (news.kind === "findings") {
      Object.assign(state, { findings: news.findings, checked: news.version });
      if (!waiting) tell("findings");  // `rest` sees to them, too, and the slides around it are still the old ones
    } else tell(news.kind, news);  // what somebody does who presents, or what there is to review
  };
}
