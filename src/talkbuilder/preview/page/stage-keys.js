// The keys of who presents, as PowerPoint has them.

import { state } from "./news.js";
import { act } from "./stage.js";

export function keysOf({ end, others = {} }) {
  let typed = "";
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const { key } = event;
    if (/^\d$/.test(key)) { typed += key; return; }
    const number = typed;
    typed = "";
    const isOnButton = event.target instanceof HTMLElement && event.target.closest("button");
    if (isOnButton && (key === "Enter" || key === " ")) return;
    const lower = key.length === 1 ? key.toLowerCase() : key;
    if (others[lower]) others[lower]();
    else if (key === "Enter" && number) act("go", Number(number) - 1);
    else if (["ArrowRight", "ArrowDown", "PageDown", "Enter", " ", "n"].includes(lower)) act("next");
    else if (["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"].includes(lower)) act("back");
    else if (key === "Home") act("go", 0);
    else if (key === "End") act("go", state.order.length - 1);
    else if (lower === "b" || key === ".") act("black");
    else if (lower === "w" || key === ",") act("white");
    else if (key === "Escape") end();
    else return;
    event.preventDefault();
  };
}
