// Times: how they are shown, and how what is spent stands to what was planned.

import { state } from "./news.js";

export function clock(seconds) {
  const all = Math.floor(Math.abs(seconds) + 0.5);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

export function spoken(seconds) {
  const all = Math.floor(Math.abs(seconds) + 0.5);
  const minutes = Math.floor(all / 60), rest = all % 60;
  const parts = [];
  if (minutes) parts.push(`${minutes} minute${minutes === 1 ? "" : "s"}`);
  if (rest || !minutes) parts.push(`${rest} second${rest === 1 ? "" : "s"}`);
  return parts.join(" ");
}

// When each slide begins by the plan; slides for questions take no time.
export function starts() {
  let sum = 0;
  return state.seconds.map((seconds) => { const start = sum; sum += seconds; return start; });
}

// The clocks of who presents, now: null before anybody has begun.
export function running() {
  const stage = state.stage;
  if (stage.elapsed === null) return null;
  const since = (performance.now() - state.staged) / 1000;
  const elapsed = stage.elapsed + since, onSlide = stage.on_slide + since;
  const planned = state.seconds[stage.slide] ?? 0;
  const start = starts()[stage.slide] ?? 0;
  const ahead = start + Math.min(onSlide, planned) - elapsed;
  return { elapsed, onSlide, planned, ahead, isOver: planned > 0 && onSlide > planned };
}

export function standing(ahead) {
  if (Math.abs(ahead) < 5) return "on time";
  return ahead > 0 ? `${clock(ahead)} ahead` : `${clock(ahead)} behind`;
}
