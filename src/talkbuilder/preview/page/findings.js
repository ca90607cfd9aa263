// Which slide a finding belongs to: the one that is written at its line.

import { state } from "./news.js";

const weight = { error: 0, unproved: 1, warning: 2, advice: 3 };
let cached = { version: -1, checked: -1, groups: null };

function grouped() {
  const { version, checked } = state;
  if (cached.version === version && cached.checked === checked && cached.findings === state.findings) return cached.groups;
  const slides = state.order.map(() => []), others = [];
  const seen = new Set();
  const path = state.talk?.path;
  const byLine = state.lines.map((line, at) => [line, at]).sort((one, other) => one[0] - other[0]);
  for (const one of [...state.faults, ...state.findings]) {
    const name = `${one.code} ${one.file} ${one.line} ${one.message}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const at = one.file === path && one.line ? byLine.findLast(([first]) => first <= one.line)?.[1] ?? -1 : -1;
    (at >= 0 ? slides[at] : others).push(one);
  }
  for (const list of [...slides, others]) list.sort((one, other) => weight[one.severity] - weight[other.severity]);
  cached = { version, checked, findings: state.findings, groups: { slides, others } };
  return cached.groups;
}

export function of(at) { return grouped().slides[at] ?? []; }

// Whether something is an error that keeps a slide, or all of them, from being drawn as written.
export function isOfReading(one) {
  return one.severity === "error"
    && state.faults.some((fault) => fault.code === one.code && fault.line === one.line && fault.file === one.file);
}

export function isFaulty(at) { return state.faulty.has(at) || of(at).some(isOfReading); }

export function elsewhere() { return grouped().others; }
