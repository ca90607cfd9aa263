// Pairing a telephone: a code that works once, at an address at which the computer listens only once somebody wants that.

import { $, say } from "./dom.js";
import { ask } from "./news.js";

export function begin() { $("phone-begin").addEventListener("click", () => draw({ opens: true })); }

export async function pair() {
  await draw({ opens: false });
  $("phone").showModal();
}

async function draw(asked) {
  const told = await ask("pairing", asked);
  const isOpen = Boolean(told?.address);
  $("phone-ask").hidden = isOpen;
  $("phone-code").replaceChildren();
  say($("phone-text"), told ? told.why && `Not now: ${told.why}.` : "The program has stopped. Start it again, and this works again.");
  if (!isOpen) return;
  $("phone-code").innerHTML = told.picture;  // of our own making
  $("phone-code").firstChild.setAttribute("aria-label", "QR code that pairs a telephone");
  say($("phone-text"), `Read the code with the telephone, or type ${told.address}. It works once. `
    + "If the telephone finds nothing there, it is on another network, or the firewall of this computer keeps it out.");
}
