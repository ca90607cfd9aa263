// What a window needs to show any slide without the server: the pictures on slides, and the fonts.

const ADDRESS = / href="media\/([0-9a-f]+\.[a-z]+)"/g;
const kept = new Map();  // by the names under which the server has them, addresses inside this window
let hasFonts = false;

// A slide's picture with addresses that need no server, as far as they are here.
export function local(svg) {
  return svg.replace(ADDRESS, (asked, name) => (kept.get(name) ? ` href="${kept.get(name)}"` : asked));
}

export function keep(slides) {
  const named = new Set();
  for (const svg of slides) for (const [, name] of svg.matchAll(ADDRESS)) named.add(name);
  for (const [name, address] of kept) {
    if (named.has(name)) continue;
    if (address) URL.revokeObjectURL(address);
    kept.delete(name);
  }
  for (const name of named) if (!kept.has(name)) fetchOne(name);
  if (!hasFonts) for (const face of document.fonts) face.load().catch(() => {});
  hasFonts = true;
}

async function fetchOne(name) {
  kept.set(name, "");
  try {
    const answer = await fetch(`media/${name}`);
    if (!answer.ok) throw new Error(answer.status);
    kept.set(name, URL.createObjectURL(await answer.blob()));
  } catch { kept.delete(name); }  // asked for again with the next change
}
