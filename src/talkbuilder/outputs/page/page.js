"use strict";
// Shows one slide or all of them; the presenter's window is an empty one of this page's own, so that it needs no address.
{
  const words = JSON.parse(document.documentElement.dataset.words);
  const slides = [...document.querySelectorAll("article")];
  const $ = (id, where = document) => where.getElementById(id);
  let at = 0, began = null, other = null, size = 27, typed = "", covered = "", touched = null, idle = 0;

  const say = (row, values) => row.replace(/{(\w+)}/g, (_, name) => values[name]);
  const clock = (seconds) => {
    const all = Math.floor(Math.abs(seconds) + 0.5);
    return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
  };
  const put = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const isShown = (name) => document.body.classList.contains(name);

  function show(number) {
    at = Math.max(0, Math.min(number, slides.length - 1));
    if (at && began === null) began = performance.now() - 1000 * slides[at].dataset.start;  // as planned until then
    curtain("");
    location.replace(`#${at + 1}`);
    draw();
  }
  function mode(name) {
    document.body.classList.remove("is-one", "is-overview");
    document.body.classList.add(name);
    for (const link of document.querySelectorAll("#slides a")) link.setAttribute("tabindex", name === "is-one" ? "0" : "-1");
    for (const one of document.querySelectorAll("#slides .picture")) one.setAttribute("aria-hidden", String(name === "is-overview"));
    if (name === "is-overview") slides[at].querySelector(".pick").focus();
  }
  function curtain(color) {
    covered = color;
    $("curtain").hidden = !color;
    $("curtain").className = color === "white" ? "is-white" : "";
    put($("told"), color ? words.blackened : "");
    pressed(document, color);
    if (!other || other.closed) return;
    pressed(other.document, color);
    other.document.body.classList.toggle("is-covered", Boolean(color));
    put($("shown", other.document), color ? words.blackened : words.on_screen);
  }
  function pressed(page, color) { page.querySelector('[data-does="black"]').setAttribute("aria-pressed", String(color === "black")); }
  function turn(color) { curtain(covered === color ? "" : color); }

  // A bar of parts, each as long as it takes; filled up to where the slides are.
  function parts(host) {
    const names = [...new Set(slides.map((one) => one.dataset.part))];
    for (const old of host.querySelectorAll("span")) old.remove();
    for (const name of names) {
      const own = slides.filter((one) => one.dataset.part === name), done = slides.slice(0, at + 1).filter((one) => own.includes(one));
      const part = host.ownerDocument.createElement("span"), fill = host.ownerDocument.createElement("i");
      part.style.flex = own.length;
      fill.style.width = `${100 * done.length / own.length}%`;
      part.append(fill);
      host.append(part);
    }
  }

  function draw() {
    slides.forEach((one, index) => one.classList.toggle("is-now", index === at));
    put($("place"), say(words.of, { n: at + 1, count: slides.length }));
    put($("told"), slides[at].querySelector("h2").textContent);
    slides[at].querySelector(".notes").scrollTop = 0;
    parts(document.querySelector("#bar .parts"));
    if (!other || other.closed) return;
    const page = other.document, now = slides[at], next = slides[at + 1];
    const copy = (from, id) => $(id, page).replaceChildren(...(from ? [page.importNode(from, true)] : []));
    copy(now.querySelector("svg"), "now");
    copy(next && next.querySelector("svg"), "following");
    for (const link of page.querySelectorAll(".seen a")) link.removeAttribute("href");
    for (const one of page.querySelectorAll(".seen .picture")) one.setAttribute("aria-hidden", "true");
    $("speech", page).replaceChildren(...[...now.querySelector(".notes").children].map((one) => page.importNode(one, true)));
    put($("where", page), `${say(words.of, { n: at + 1, count: slides.length })} · ${now.dataset.part}`);
    put($("coming", page), next ? `${at + 2}: ${next.querySelector("h2").textContent}` : "");
    const late = slides.findIndex((one, index) => index > at && one.dataset.saves);
    $("late", page).hidden = late < 0;
    if (late > 0) put($("late", page), say(words.may_go, { n: late + 1, title: slides[late].querySelector("h2").textContent, time: slides[late].dataset.saves }));
    page.querySelector(".speech").scrollTop = 0;
    parts(page.querySelector(".parts"));
    tick();
  }
  function tick() {
    if (!other || other.closed) return;
    const page = other.document, { start, end, takes } = slides[at].dataset;
    const elapsed = began === null ? 0 : (performance.now() - began) / 1000;
    const off = Math.max(start - elapsed, 0) || Math.min(end - elapsed, 0);  // nothing while the slide has its time
    const row = Math.abs(off) < 5 ? words.on_time : off > 0 ? words.ahead : words.behind;
    put($("elapsed", page), clock(elapsed));
    put($("wall", page), new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }));
    put($("standing", page), began === null || !takes ? "" : say(row, { time: clock(off) }));
    $("standing", page).className = row === words.behind ? "" : "is-fine";
    put($("plan", page), takes ? say(words.at_takes, { time: clock(start), takes }) : "");
    const due = slides.findIndex((one) => one.dataset.takes && one.dataset.end > elapsed);
    $("due", page).style.left = `${100 * (due < 0 ? 1 : due / slides.length)}%`;
  }

  function presenter() {
    if (other && !other.closed) { other.focus(); return; }
    other = open("", "", "width=1280,height=800");
    if (!other) { document.body.classList.add("has-notes"); put($("told"), words.no_window); alert(words.no_window); return; }
    const page = other.document;
    page.documentElement.lang = document.documentElement.lang;
    page.title = document.title;
    page.head.append(page.importNode(document.querySelector("style"), true));
    page.body.className = "is-window";
    page.body.append(page.importNode($("shared"), true), page.importNode($("window").content, true));
    listen(page);
    draw();
    curtain(covered);
  }
  async function full() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) await document.documentElement.requestFullscreen().catch(() => {});
  }
  function help() { $("help").hidden = !$("help").hidden; if (!$("help").hidden) $("help").focus(); }
  function resize(by) {
    size = Math.max(16, Math.min(48, size + by));
    document.documentElement.style.setProperty("--size", `${size}px`);
    if (other && !other.closed) other.document.documentElement.style.setProperty("--size", `${size}px`);
  }

  const does = {
    next: () => show(at + 1), back: () => show(at - 1), black: () => turn("black"), white: () => turn("white"),
    notes: () => document.body.classList.toggle("has-notes"), overview: () => mode(isShown("is-overview") ? "is-one" : "is-overview"),
    start: () => { began = performance.now(); tick(); }, larger: () => resize(3), smaller: () => resize(-3),
    presenter, full, help, first: () => show(0), last: () => show(slides.length - 1),
    leave: () => { $("help").hidden = true; curtain(""); if (isShown("is-overview")) mode("is-one"); },
  };
  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "next", " ": "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", Home: "first", End: "last",
    b: "black", ".": "black", w: "white", ",": "white", n: "notes", o: "overview", p: "presenter", f: "full", F5: "full",
    s: "start", "+": "larger", "=": "larger", "-": "smaller", "?": "help", F1: "help", Escape: "leave",
  };
  function listen(page) {
    page.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) { typed = (typed + event.key).slice(-4); return; }
      const number = Number(typed), isOn = event.target.closest && event.target.closest("button, a");
      typed = "";
      if (number && event.key === "Enter") { event.preventDefault(); mode("is-one"); show(number - 1); return; }
      // On a keyboard of other letters, the key that has ours.
      const letter = event.key > "\x7f" && /^Key(.)$/.exec(event.code);
      const key = letter ? letter[1].toLowerCase() : event.key.length === 1 ? event.key.toLowerCase() : event.key, what = keys[key];
      if (!what || (isOn && (key === "Enter" || key === " ")) || (isShown("is-overview") && page === document && /^(Arrow|Page|Home|End)/.test(key))) return;
      event.preventDefault();
      does[what]();
    });
    page.addEventListener("click", (event) => {
      const button = event.target.closest("[data-does]"), picked = event.target.closest(".pick");
      if (button) does[button.dataset.does]();
      else if (picked) { mode("is-one"); show(slides.indexOf(picked.parentElement)); }
      else if (event.target.closest("#curtain")) curtain("");
      else if (event.target.closest("#help")) help();
      else if (page === document && isShown("is-one") && event.target.closest(".picture") && !event.target.closest("a")) show(at + 1);
    });
  }
  listen(document);
  document.addEventListener("touchstart", ({ changedTouches: [touch] }) => { touched = touch; }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    const x = touch.clientX - touched.clientX, y = touch.clientY - touched.clientY;
    if (isShown("is-one") && Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
  });
  // While it fills the screen, the bar and the pointer are there only for a hand that moves.
  const bare = () => document.body.classList.toggle("is-bare", Boolean(document.fullscreenElement));
  document.addEventListener("fullscreenchange", bare);
  document.addEventListener("mousemove", () => { document.body.classList.remove("is-bare"); clearTimeout(idle); idle = setTimeout(bare, 2000); });
  addEventListener("hashchange", () => { const number = Number(location.hash.slice(1)); if (number && number !== at + 1) show(number - 1); });
  addEventListener("pagehide", () => { if (other && !other.closed) other.close(); });
  if (matchMedia("(max-width: 700px)").matches) document.body.classList.add("has-notes");
  at = Math.max(0, Math.min(Number(location.hash.slice(1)) - 1 || 0, slides.length - 1));
  mode("is-one");
  draw();
  setInterval(tick, 250);
}
