// What a window needs to show any slide without the server: the pictures on slides, and the fonts.

const ADDRESS = / href="media\/([0-9a-f]+\.[a-z]+)"/g;
const kept = new Map();  // by the names under which the server has them, addresses inside this window

// A slide's picture with addresses that need no server, as far as they are here.
export function local(svg) {
  return svg.replace(ADDRESS, (asked, name) => (kept.get(name) ? ` href="${kept.get(name)}"` : asked));
}

export function keep(slides) {
  const drawn = [...slides];
  const named = new Set();
  for (const svg of drawn) for (const [, name] of svg.matchAll(ADDRESS)) named.add(name);
  for (const [name, address] of kept) {
    if (named.has(name)) continue;
    if (address) URL.revokeObjectURL(address);
    kept.delete(name);
  }
  for (const name of named) if (!kept.has(name)) fetchOne(name);
  keepFonts(drawn.join(""));
}

// Every face of the families that slides are set in, as far as it has a character of theirs.
function keepFonts(drawn) {
  const characters = [...new Set(drawn)].join("");
  for (const face of document.fonts)
    if (drawn.includes(face.family)) document.fonts.load(`${face.style} ${face.weight} 1em ${face.family}`, characters).catch(() => {});
}

async function fetchOne(name) {
  kept.set(name, "");
  try {
    const answer = await fetch(`media/${name}`);
    if (!answer.ok) throw new Error(answer.status);
    kept.set(name, URL.createObjectURL(await answer.blob()));
  } catch { kept.delete(name); }  // asked for again with the next change
}
