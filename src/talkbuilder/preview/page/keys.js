// Keys: a table of them, their help, and a number that is typed and ended with Enter.

import { $, isTyping, make } from "./dom.js";

export function begin(keys, { jump, isBusy, what = "slide" }) {
  const help = $("keys");
  for (const [, does, , shown] of keys) help.append(make("dt", {}, ...shown.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, does));
  help.append(make("dt", {}, make("kbd", {}, "7"), make("kbd", {}, "Enter")), make("dd", {}, `${what} 7`));
  const acts = new Map(keys.flatMap(([names, , action]) => names.map((name) => [name, action])));
  let typed = "", since = 0;
  addEventListener("keydown", (event) => {
    if (isBusy() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (/^\d$/.test(event.key)) {
      typed = event.timeStamp - since < 2000 ? typed + event.key : event.key;
      since = event.timeStamp;
      return;
    }
    if (event.key === "Enter" && typed && event.timeStamp - since < 4000) {
      event.preventDefault();
      jump(Number(typed));
      typed = "";
      return;
    }
    typed = "";
    const isOnButton = event.target instanceof HTMLElement && event.target.closest("button, summary, a");
    const isScrolling = event.target instanceof HTMLElement && event.target.matches(".panel, .stage, .sorter") && /^(Arrow(Up|Down)|Page)/.test(event.key);
    if (isScrolling || (isOnButton && (event.key === " " || event.key === "Enter"))) return;
    const action = acts.get(event.key) ?? acts.get(event.key.toLowerCase());
    if (!action) return;
    event.preventDefault();
    action(event);
  });
}
