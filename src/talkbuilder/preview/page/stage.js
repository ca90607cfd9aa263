// What the audience sees and since when. Each window knows all of it and tells the others, so presenting needs no server;
// where there is one, it passes on what telephones do, and keeps what is newest. A higher version is newer.

import { ask, on, state, tell } from "./news.js";

const BLANK = { slide: 0, curtain: "", elapsed: null, on_slide: 0, is_rehearsal: false, spent: {} };
const isTelephone = document.documentElement.classList.contains("is-telephone");
const windows = new BroadcastChannel(new URL(".", location.href).pathname);  // of one preview, whose key stands in its path

// The slide nearest to a number.
function nearest(slide) { return Math.max(0, Math.min(slide, state.order.length - 1)); }

// The stage with its clocks as they stand now.
function current() {
  const stage = state.stage;
  if (stage.elapsed === null) return stage;
  const since = (performance.now() - state.staged) / 1000;
  return { ...stage, elapsed: stage.elapsed + since, on_slide: stage.on_slide + since };
}

// The same, with what was spent on its slide written down.
function noted(stage) {
  const name = state.names[stage.slide];
  if (stage.elapsed === null || name === undefined) return { ...stage, on_slide: 0 };
  return { ...stage, on_slide: 0, spent: { ...stage.spent, [name]: (stage.spent[name] ?? 0) + stage.on_slide } };
}

function draw(curtain) { return (stage) => ({ ...stage, curtain: stage.curtain === curtain ? "" : curtain }); }

const ACTS = {
  begin: (stage, slide) => ({ ...BLANK, slide: nearest(slide), elapsed: 0 }),
  rehearse: (stage, slide) => ({ ...ACTS.begin(stage, slide), is_rehearsal: true }),
  go: (stage, slide) => ({ ...noted(stage), slide: nearest(slide), curtain: "" }),
  next: (stage) => ACTS.go(stage, stage.slide + 1),
  back: (stage) => ACTS.go(stage, stage.slide - 1),
  black: draw("black"),
  white: draw("white"),
  end: (stage) => ({ ...BLANK, slide: stage.slide }),
};

function take(stage) {
  state.stage = stage;
  state.staged = performance.now();
  tell("stage");
}

// Does something in all windows. A telephone shows nothing that the windows may not have heard: it waits for the answer.
export async function act(what, slide = 0) {
  const stage = { ...ACTS[what](current(), slide), version: state.stage.version + 1 };
  if (!isTelephone) {
    take(stage);
    windows.postMessage(stage);
  }
  return ask("stage", stage);
}

// Keeps the times of a rehearsal, which goes on until it is ended; null where there is nobody to keep them.
export function keep() { return ask("keep", { spent: noted(current()).spent }); }

windows.onmessage = ({ data }) => { if (data.version >= state.stage.version) take(data); };
on("staged", ({ stage }) => {
  if (isTelephone || stage.version >= state.stage.version) take(stage);
  else ask("stage", current());  // the server has just begun again, or has not heard of this yet
});
// While the server is gone, the windows hold the only slides that there are.
addEventListener("beforeunload", (event) => {
  if (state.isGone && state.stage.elapsed !== null && !isTelephone) event.preventDefault();
});
