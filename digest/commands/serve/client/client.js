// In every page that `digest serve` shows, and in no page that digest makes: reloads the page at its
// place when the newsletter changed, and shows its problems over the page.
"use strict";
(() => {
  // of this page, as the server gave it: `site`, which one it belongs to; and `number`, the state
  // that a page of nothing but problems shows
  const own = document.currentScript.dataset;
  const PLACE = "digest-place";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, figure, pre";
  const LANDMARKS = 12;
  const MOST = 50;
  const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];

  // --- the place on the page ---------------------------------------------------------------

  // What may stand still while the text beside it moves says nothing of the place.
  function textBlocks() {
    return [...document.querySelectorAll(BLOCKS)].filter((block) => !block.closest("nav, aside"));
  }

  function visibleBlocks() {
    const found = [];
    for (const block of textBlocks()) {
      const { top, bottom } = block.getBoundingClientRect();
      if (top > innerHeight || found.length === LANDMARKS) break;
      if (bottom > 0) found.push({ tag: block.tagName, text: block.textContent, top });
    }
    return found;
  }

  // Where the reader last went, until they go elsewhere: a page that is short for a moment, as
  // while it is written again, does not lose it.
  let held = null;

  function reload() {
    const place = held ?? { path: location.pathname, x: scrollX, y: scrollY, blocks: visibleBlocks() };
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place));
      history.scrollRestoration = "manual";
    } catch {
      // without a store the browser's own memory of the place must do
    }
    location.reload();
  }

  function takePlace() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch {
      return;
    }
    if (!place || place.path !== location.pathname) return;
    held = place;
    goTo(held);
    const leave = () => (held = null);
    for (const name of MOVES) addEventListener(name, leave, { once: true, passive: true });
    addEventListener("load", async () => {
      // pictures, fonts and the browser's own memory of the place have moved the page
      await document.fonts.ready;
      if (held) goTo(held);
      if (!leaving) history.scrollRestoration = "auto";
      const { scrollX: x, scrollY: y } = window;
      addEventListener("scroll", () => {
        if (Math.hypot(scrollX - x, scrollY - y) > 1) leave();
      });
    });
  }

  // What was seen is seen again at the same height, though text came or went above it.
  function goTo(place) {
    scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    if (place.y === 0) return;
    const blocks = textBlocks();
    for (const { tag, text, top } of place.blocks) {
      const same = blocks.filter((block) => block.tagName === tag && block.textContent === text);
      if (same.length === 1) {
        const by = same[0].getBoundingClientRect().top - top;
        scrollBy({ left: 0, top: by, behavior: "instant" });
        return;
      }
    }
  }

  // --- problems ----------------------------------------------------------------------------

  const host = document.createElement("digest-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/_digest/client.css";
  style.onload = style.onerror = () => root.querySelectorAll("[hidden]").forEach((one) => (one.hidden = false));
  root.append(style);
  let shown = "";

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  function count(number, word) {
    return `${number} ${word}${number === 1 ? "" : "s"}`;
  }

  function show(state) {
    const { problems, warnings } = state;
    const now = JSON.stringify([problems, warnings]);
    if (now === shown) return;
    shown = now;
    root.querySelectorAll("section, aside").forEach((one) => one.remove());
    if (!problems.length && !warnings) return host.remove();
    const box = problems.length ? panel(problems) : quietCount(warnings);
    // unseen until it has its style, and told by a screen reader when it is seen
    box.hidden = !style.sheet;
    root.append(box);
    if (!host.isConnected) document.body.append(host);
  }

  function panel(problems) {
    const box = element("section", "problems");
    box.setAttribute("role", "alert");
    box.tabIndex = 0;
    const head = element("div", "head");
    head.append(element("p", "title", `${count(problems.length, "problem")}: this is the last good page`));
    const close = element("button", "", "Close");
    close.type = "button";
    close.onclick = () => box.remove();
    head.append(close);
    const list = element("ol");
    list.append(...problems.slice(0, MOST).map(item));
    box.append(head, list);
    if (problems.length > MOST) box.append(element("p", "", "The terminal has the others."));
    return box;
  }

  function item({ place, label, message, hint }) {
    const made = element("li");
    made.append(element("p", "place", place ? `${place}: ${label}` : label), element("p", "message", message));
    if (hint) made.append(element("p", "hint", `hint: ${hint}`));
    return made;
  }

  function quietCount(warnings) {
    const box = element("aside", "count", count(warnings, "warning"));
    box.setAttribute("aria-label", "digest");
    return box;
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.querySelector("section")?.remove();
  });

  // --- what the server says ----------------------------------------------------------------

  let latest = null;
  let leaving = false;
  // longer than a mail takes that is made when it is asked for
  const LEAVING_MS = 25000;

  function take() {
    // a tab in the background waits until someone looks at it
    if (!latest || leaving || document.hidden) return;
    const site = latest.ahead[location.pathname] ?? latest.site;
    const outdated = own.number ? own.number !== String(latest.number) : own.site !== site;
    if (outdated) {
      leaving = true;
      reload();
    } else if (!own.number) {
      show(latest);
    }
  }

  function hear(data) {
    latest = JSON.parse(data);
    take();
  }

  function listenAlone() {
    new EventSource("/_digest/events").onmessage = (event) => hear(event.data);
  }

  // A browser opens no more than six connections to a host. All its tabs share one, as the
  // seventh tab would not load otherwise.
  function listen() {
    if (!window.SharedWorker) return listenAlone();
    try {
      const worker = new SharedWorker("/_digest/worker.js");
      worker.onerror = listenAlone;
      worker.port.onmessage = (event) => hear(event.data);
    } catch {
      listenAlone();
    }
  }

  // Whoever follows a link is not kept from it by a reload. After a while they have not gone: it
  // was a download, or they thought better of it.
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => {
      leaving = false;
      take();
    }, LEAVING_MS);
  });
  addEventListener("pageshow", ({ persisted }) => {
    // as it was left, when its reader comes back to it
    if (!persisted) return;
    leaving = false;
    take();
  });
  document.addEventListener("visibilitychange", take);
  takePlace();
  listen();
})();
