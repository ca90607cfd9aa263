// Pairing a telephone: a code that works once.

import { $, say } from "./dom.js";
import { ask } from "./news.js";

export async function pair() {
  const told = await ask("pairing", {});
  const host = $("phone-code");
  host.replaceChildren();
  if (!told?.address) {
    say($("phone-text"), "Start the preview with --lan, so that a telephone on the same network can reach it; then press C again.");
  } else {
    host.innerHTML = told.picture;  // of our own making
    host.firstChild.setAttribute("aria-label", "QR code that pairs a telephone");
    say($("phone-text"), `Read the code with the telephone, or type ${told.address}. It works once.`);
  }
  $("phone").showModal();
}
