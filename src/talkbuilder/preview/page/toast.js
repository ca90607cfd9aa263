// A line that tells what was done, and goes by itself unless it must stay.

import { $, say } from "./dom.js";

let timer = 0;

export function toast(text, stays = false) {
  clearTimeout(timer);
  say($("toast"), text);
  $("toast").hidden = !text;
  if (text && !stays) timer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}
