"use strict";
// Shows one slide or all of them; the presenter's window is an empty one of this page's own, so that it needs no address.
{
  const words = JSON.parse(document.documentElement.dataset.words);
  const slides = [...document.querySelectorAll("article")];
  const $ = (id, where = document) => where.getElementById(id);
  let at = 0, began = null, held = null, other = null, typed = "", isCovered = false, touched = null, idle = 0, before = null;

  const say = (row, values) => row.replace(/{(\w+)}/g, (_, name) => values[name]);
  const clock = (seconds) => {
    const all = Math.floor(Math.abs(seconds) + 0.5);
    return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
  };
  const put = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const isShown = (name, page = document) => page.body.classList.contains(name);
  const pages = () => (other && !other.closed ? [document, other.document] : [document]);
  const now = () => (began === null ? 0 : ((held === null ? performance.now() : held) - began) / 1000);

  function show(number) {
    at = Math.max(0, Math.min(number, slides.length - 1));
    // Whoever is back on the first slide has only tried the others.
    if (!at) began = held = null;
    else if (began === null) began = performance.now();
    curtain(false);
    location.replace(`#${at + 1}`);
    draw();
  }
  function overview(isOn, page = document) {
    if (page !== document && !$("slides", page).children.length) $("slides", page).append(...slides.map((one) => page.importNode(one, true)));
    page.body.classList.toggle("is-overview", isOn);
    document.body.classList.toggle("is-one", !isShown("is-overview"));
    for (const link of page.querySelectorAll("#slides a")) link.setAttribute("tabindex", isOn ? "-1" : "0");
    for (const one of page.querySelectorAll("#slides .picture")) one.setAttribute("aria-hidden", String(isOn));
    if (isOn) page.querySelectorAll(".pick")[at].focus();
  }
  function pick(number, page) { overview(false, page); show(number); }
  // In the overview, arrows lead from slide to slide.
  function step(key, page) {
    const all = [...page.querySelectorAll(".pick")], top = (one) => Math.round(one.getBoundingClientRect().top);
    const row = all.filter((one) => top(one) === top(all[0])).length, by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[key];
    const to = all[all.indexOf(page.activeElement) + by];
    if (to) to.focus();
  }
  function curtain(isClosed) {
    isCovered = isClosed;
    $("curtain").hidden = !isClosed;
    put($("told"), isClosed ? words.blackened : "");
    for (const page of pages()) page.querySelector('[data-does="black"]').setAttribute("aria-pressed", String(isClosed));
    if (!other || other.closed) return;
    other.document.body.classList.toggle("is-covered", isClosed);
    put($("shown", other.document), isClosed ? words.blackened : words.on_screen);
  }

  function draw() {
    slides.forEach((one, index) => one.classList.toggle("is-now", index === at));
    place();
    put($("told"), slides[at].querySelector("h2").textContent);
    slides[at].querySelector(".notes").scrollTop = 0;
    more();
    if (!other || other.closed) return;
    const page = other.document, shown = slides[at], next = slides[at + 1];
    const copy = (from, id) => $(id, page).replaceChildren(...(from ? [page.importNode(from, true)] : []));
    copy(shown.querySelector("svg"), "now");
    copy(next && next.querySelector("svg"), "following");
    for (const link of page.querySelectorAll(".seen a")) link.removeAttribute("href");
    for (const one of page.querySelectorAll(".seen .picture")) one.setAttribute("aria-hidden", "true");
    $("speech", page).replaceChildren(...[...shown.querySelector(".notes").children].map((one) => page.importNode(one, true)));
    put($("coming", page), next ? `${at + 2}: ${next.querySelector("h2").textContent}` : words.last_slide);
    $("following", page).hidden = !next;
    const late = slides.findIndex((one, index) => index > at && one.dataset.saves);
    $("late", page).hidden = late < 0;
    if (late > 0) put($("late", page), say(words.may_go, { n: late + 1, title: slides[late].querySelector("h2").textContent, time: slides[late].dataset.saves }));
    page.querySelector(".speech").scrollTop = 0;
    page.querySelectorAll("article").forEach((one, index) => one.classList.toggle("is-now", index === at));
    tick();
  }
  // Which slide is seen, or the number that is being typed.
  function place() {
    const told = typed ? `→ ${typed}` : say(words.of, { n: at + 1, count: slides.length });
    put($("place"), told);
    if (other && !other.closed) put($("where", other.document), `${told} · ${slides[at].dataset.part}`);
  }
  const speech = (page) => (page === document ? slides[at].querySelector(".notes") : page.querySelector(".speech"));
  // Whether there is more of what is said than is seen: a few pixels hold no line.
  const isBelow = (one) => one.scrollHeight - one.clientHeight - one.scrollTop >= 8;
  function more() {
    for (const page of pages()) $("more", page).hidden = !isBelow(speech(page));
  }
  // Reads on, or back; whether there was more.
  function scrolled(key, page) {
    const one = speech(page), before = one.scrollTop, isOn = /Down$/.test(key);
    if (isOn ? isBelow(one) : before >= 8) one.scrollTop += (isOn ? 0.8 : -0.8) * one.clientHeight;
    return one.scrollTop !== before;
  }
  function tick() {
    const elapsed = now();
    put($("spent"), clock(elapsed));
    if (!other || other.closed) return;
    const page = other.document, { start, end, takes } = slides[at].dataset;
    const isRunning = began !== null && held === null;
    put($("start", page), isRunning ? words.hold : words.start);
    $("elapsed", page).classList.toggle("is-held", held !== null);
    const off = Math.max(start - elapsed, 0) || Math.min(end - elapsed, 0);  // nothing while the slide has its time
    const row = Math.abs(off) < 5 ? words.on_time : off > 0 ? words.ahead : words.behind;
    put($("elapsed", page), clock(elapsed));
    put($("wall", page), new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }));
    put($("standing", page), began === null || !takes ? "" : say(row, { time: clock(off) }));
    $("standing", page).className = row === words.behind ? "" : "is-fine";
    put($("plan", page), takes ? say(words.at_takes, { time: clock(start), takes }) : "");
    more();  // for these lines leave what is said less room
  }

  function presenter() {
    if (other && !other.closed) { other.focus(); return; }
    other = open("", "", "width=1280,height=800");
    if (!other) { document.body.classList.add("has-notes"); more(); put($("told"), words.no_window); alert(words.no_window); return; }
    const page = other.document;
    page.documentElement.lang = document.documentElement.lang;
    page.title = document.title;
    page.head.append(page.importNode(document.querySelector("style"), true));
    page.body.className = "is-window";
    page.body.append(...[$("shared"), $("window").content, $("help")].map((one) => page.importNode(one, true)));
    page.querySelector(".speech").addEventListener("scroll", more);
    other.addEventListener("resize", more);
    $("help", page).hidden = true;
    listen(page);
    draw();
    curtain(isCovered);
  }
  async function full() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) await document.documentElement.requestFullscreen().catch(() => {});
  }
  function help(page) {
    const shown = $("help", page), isOpen = !shown.hidden;
    if (!isOpen) before = page.activeElement;
    shown.hidden = isOpen;
    (isOpen ? before : shown).focus();
    more();
  }
  // Holds the clock, or lets it run on: it begins anew only on the first slide.
  function start() {
    const ticks = performance.now();
    if (began === null) began = ticks;
    else if (held === null) held = ticks;
    else { began += ticks - held; held = null; }
    tick();
  }

  const does = {
    next: () => show(at + 1), back: () => show(at - 1), black: () => curtain(!isCovered),
    notes: () => { document.body.classList.toggle("has-notes"); more(); }, overview: (page) => { if (page === document) curtain(false); overview(!isShown("is-overview", page), page); },
    start, presenter, full, help, first: () => show(0), last: () => show(slides.length - 1),
    leave: (page) => { $("help", page).hidden = true; more(); curtain(false); overview(false, page); },
  };
  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "next", " ": "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", Home: "first", End: "last",
    b: "black", ".": "black", n: "notes", o: "overview", p: "presenter", f: "full", F5: "full",
    s: "start", "?": "help", F1: "help", Escape: "leave",
  };
  function listen(page) {
    page.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) { typed = (typed + event.key).slice(-4); place(); return; }
      const number = Number(typed), isOn = event.target.closest && event.target.closest("button, a");
      typed = "";
      place();
      if (number && event.key === "Enter") { event.preventDefault(); pick(number - 1, page); return; }
      // On a keyboard of other letters, the key that has ours.
      const letter = event.key > "\x7f" && /^Key(.)$/.exec(event.code);
      const key = letter ? letter[1].toLowerCase() : event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const what = key === "n" && page !== document ? "" : keys[key];  // the presenter has the notes
      if (!what || (isOn && (key === "Enter" || key === " "))) return;
      event.preventDefault();
      if (isShown("is-overview", page) && /^(Arrow|Page|Home|End)/.test(key)) { step(key, page); return; }
      if (/(Down|Up)$/.test(key) && scrolled(key, page)) return;
      does[what](page);
    });
    page.addEventListener("click", (event) => {
      const button = event.target.closest("[data-does]"), picked = event.target.closest(".pick");
      if (button) does[button.dataset.does](page);
      else if (picked) pick([...page.querySelectorAll(".pick")].indexOf(picked), page);
      else if (event.target.closest("#curtain")) curtain(false);
      else if (event.target.closest("#help")) help(page);
      else if (page === document && isShown("is-one") && event.target.closest("article") && !event.target.closest("a, .notes")) show(at + 1);
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
  document.addEventListener("scroll", more, { capture: true, passive: true });
  addEventListener("resize", more);
  addEventListener("pagehide", () => { if (other && !other.closed) other.close(); });
  if (matchMedia("(max-width: 700px)").matches) document.body.classList.add("has-notes");
  at = Math.max(0, Math.min(Number(location.hash.slice(1)) - 1 || 0, slides.length - 1));
  overview(false);
  draw();
  setInterval(tick, 250);
}
