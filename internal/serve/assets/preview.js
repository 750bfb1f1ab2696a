// The preview's own script. `amends serve` adds it to its answers; no published page has it.
//
// It listens for the numbers of builds. When the tree's number has changed it asks for this page again, compares what was
// served then with what is served now, and touches only what differs: scroll, focus, what was typed and whatever the page's own
// scripts have done stay as they are. What cannot be brought over that way is loaded anew.
"use strict";
(() => {
  const own = 'script[src="/.amends/preview.js"]';
  const tag = document.currentScript;
  const known = { ...tag.dataset }; // what the server said of the page that is shown
  const alone = window.top === window; // not in a frame of the wall
  const served = document.cloneNode(true); // the page as it was served: this script runs before any other
  const live = new WeakMap(); // a node as served → the node that is shown
  let last = known.numbers.split(" ");

  pair(served, document);
  served.querySelector(own).remove();

  function pair(from, to) {
    live.set(from, to);
    for (let i = 0; i < from.childNodes.length; i++) pair(from.childNodes[i], to.childNodes[i]);
  }

  // ---- What to do about new numbers

  let busy = Promise.resolve(); // one thing at a time, in order
  function soon(what) {
    busy = busy.then(what).catch((fault) => console.error("amends:", fault));
  }

  function told(numbers) {
    if (document.visibilityState !== "visible") return; // told again when it is
    const now = numbers.split(" ");
    const was = last;
    last = now;
    if (now[0] !== was[0]) soon(update);
    if (alone && now[1] !== was[1]) soon(showProblems);
    if (alone && now[2] !== was[2]) soon(follow);
  }

  // ask gets an address as a document or as JSON, whatever its status; null where nobody answers.
  function ask(address, type, etag) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = type;
      if (etag) request.setRequestHeader("If-None-Match", `"${etag}"`);
      request.onload = () => resolve(request);
      request.onerror = () => resolve(null);
      request.send();
    });
  }

  const withToken = (name) => `/.amends/${name}?token=${known.token}`;

  const run = (numbers) => numbers.split("-")[0];

  async function update() {
    const restarted = run(last[0]) !== run(known.numbers); // then there is another token to know
    const answer = await ask(location.href.replace(/#.*/, ""), "document", restarted ? "" : known.etag);
    if (!answer || answer.status === 304) return;
    const page = answer.response;
    const next = page && page.querySelector(own);
    if (!next || next.dataset.scripts !== known.scripts || known.etag.startsWith("problems-")) return location.reload();
    Object.assign(known, next.dataset);
    next.remove();
    try {
      change(served.documentElement, page.documentElement);
    } catch (lost) {
      console.info("amends: the page is loaded anew:", lost);
      return location.reload();
    }
    marks();
    window.dispatchEvent(new Event("amends-update"));
  }

  async function follow() {
    const answer = await ask(withToken("edited"), "json");
    const address = answer && answer.status === 200 && answer.response;
    if (address && address !== location.pathname) location.assign(address);
  }

  // ---- Patching. `old` is a node as served, `now` what it has become; both the served page and the live one follow.

  function change(old, now) {
    if (old.isEqualNode(now)) return;
    const shown = live.get(old);
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (shown.data !== old.data) throw "a script has changed the text";
      shown.data = old.data = now.data;
      return;
    }
    if (old.localName === "script") { // its address moves with every change of the theme; a script that says something else reloads
      const kept = served.importNode(now, true);
      old.replaceWith(kept);
      live.set(kept, shown);
      return;
    }
    if (old.localName === "link" && old.rel === "stylesheet" && old.getAttribute("href") !== now.getAttribute("href")) {
      swapStyle(old, now, shown);
      return;
    }
    copyAttributes(old, now, [shown, old]);
    children(old, now, shown);
  }

  function copyAttributes(old, now, to) {
    for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) {
      const value = now.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      for (const node of to) value === null ? node.removeAttribute(name) : node.setAttribute(name, value);
    }
  }

  // swapStyle leaves the old sheet in force until the new one is there, so nothing flashes.
  const passing = new Set();
  function swapStyle(old, now, shown) {
    const fresh = shown.cloneNode();
    copyAttributes(old, now, [fresh, old]);
    passing.add(shown);
    live.set(old, fresh);
    fresh.onload = fresh.onerror = () => {
      if (live.get(old) !== fresh) return;
      for (const sheet of passing) sheet.remove();
      passing.clear();
      window.dispatchEvent(new Event("amends-update"));
    };
    shown.after(fresh);
  }

  function children(old, now, shown) {
    let was = [...old.childNodes];
    let is = [...now.childNodes];
    while (was.length && is.length && was[0].isEqualNode(is[0])) was.shift(), is.shift();
    while (was.length && is.length && was.at(-1).isEqualNode(is.at(-1))) was.pop(), is.pop();
    const after = was.length ? was.at(-1).nextSibling : is.length ? tailOf(old, now, is) : null;
    let i = 0;
    for (const node of is) {
      const same = was.findIndex((w, at) => at >= i && w.isEqualNode(node));
      if (same >= 0) {
        while (i < same) drop(was[i++], shown);
        i++;
      } else if (i < was.length && alike(was[i], node) && !is.some((n) => n.isEqualNode(was[i]))) {
        change(was[i++], node);
      } else {
        insert(node, was[i] || after, old, shown);
      }
    }
    while (i < was.length) drop(was[i++], shown);
  }

  // tailOf is the node of old before which something is only added.
  function tailOf(old, now, is) {
    let behind = 0;
    for (let n = is.at(-1).nextSibling; n; n = n.nextSibling) behind++;
    return behind ? old.childNodes[old.childNodes.length - behind] : null;
  }

  function alike(a, b) {
    return a.nodeName === b.nodeName && a.id === b.id;
  }

  function mayMove(node) {
    if (node.localName === "script" || (node.querySelector && node.querySelector("script"))) throw "a script comes or goes";
  }

  function drop(node, parent) {
    mayMove(node);
    const shown = live.get(node);
    if (shown.parentNode !== parent) throw "a script has moved what goes";
    shown.remove();
    node.remove();
  }

  function insert(node, before, old, parent) {
    mayMove(node);
    const next = before ? live.get(before) : null;
    if (next && next.parentNode !== parent) throw "a script has moved the place";
    const kept = served.importNode(node, true);
    const fresh = document.importNode(node, true);
    pair(kept, fresh);
    old.insertBefore(kept, before || null);
    parent.insertBefore(fresh, next);
  }

  // ---- Problems, and what is not published

  let shade = null; // where the preview's own words stand, apart from the page and its styles
  function shadow() {
    if (shade) return shade;
    const host = document.createElement("amends-preview");
    shade = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/.amends/preview.css";
    const said = document.createElement("p");
    said.className = "said";
    said.setAttribute("role", "status");
    shade.append(style, said);
    document.documentElement.append(host);
    host.addEventListener("keydown", (e) => {
      const sheet = shade.querySelector(".sheet[open]");
      if (e.key === "Escape" && sheet) {
        sheet.open = false;
        sheet.querySelector("summary").focus();
      }
    });
    return shade;
  }

  async function showProblems() {
    const before = shade && shade.querySelector("section");
    if (last[1] === "0") {
      if (before) {
        before.remove();
        shadow().querySelector(".said").textContent = "All is mended.";
      }
      return;
    }
    const answer = await ask("/.amends/problems", "document");
    const sheet = answer && answer.response && answer.response.querySelector(".sheet");
    if (!sheet) return;
    const fresh = document.createElement("section");
    fresh.setAttribute("aria-label", "Problems to mend");
    fresh.append(document.importNode(sheet, true));
    before ? before.replaceWith(fresh) : shadow().append(fresh);
    shadow().querySelector(".said").textContent = sheet.querySelector("summary").textContent;
  }

  // marks says which page is no part of the published guide, and which links lead to such pages.
  async function marks() {
    if (alone) {
      const old = shade && shade.querySelector(".draft");
      if (old) old.remove();
      if (known.draft) {
        const p = document.createElement("p");
        p.className = "draft";
        p.textContent = `${known.draft}: not in the published guide`;
        shadow().append(p);
      }
    }
    for (const link of document.querySelectorAll("[data-amends-draft]")) delete link.dataset.amendsDraft;
    if (known.drafts === "0") return;
    const answer = await ask(withToken("drafts"), "json");
    if (!answer || answer.status !== 200) return;
    for (const link of document.links) {
      const status = link.origin === location.origin && answer.response[link.pathname];
      if (status) link.dataset.amendsDraft = status;
    }
    if (!marks.sheet) {
      marks.sheet = new CSSStyleSheet();
      marks.sheet.replaceSync('[data-amends-draft]::after { content: " (" attr(data-amends-draft) ")" !important; font: italic 400 .8em/1 system-ui, sans-serif !important; }');
      document.adoptedStyleSheets.push(marks.sheet);
    }
  }

  // ---- Listening. A browser keeps only six connections to a server, so among all pages one listens and tells the others; a page
  // that cannot be seen does not listen.

  const channel = new BroadcastChannel("amends-preview");
  let stream = null;
  let turn = null; // ends our turn at listening, or our waiting for it
  let heard = "";

  channel.onmessage = (e) => {
    if (e.data !== "?") told(e.data);
    else if (heard) channel.postMessage(heard);
  };

  function listen() {
    if (turn || document.visibilityState !== "visible") return;
    turn = new AbortController();
    channel.postMessage("?"); // what has happened while we were not looking
    if (!navigator.locks) return open();
    navigator.locks
      .request("amends-preview", { signal: turn.signal }, () => new Promise((done) => turn && (turn.done = done, open())))
      .catch(() => {}); // somebody else listens, and we have stopped waiting
  }

  function open() {
    stream = new EventSource(`${withToken("events")}&page=${encodeURIComponent(location.pathname)}`);
    stream.onmessage = (e) => {
      heard = e.data;
      channel.postMessage(heard);
      told(heard);
    };
    stream.onerror = () => {
      if (stream && stream.readyState === EventSource.CLOSED) setTimeout(renew, 1000);
    };
  }

  // renew is for a server that has been started anew: it knows our token no more, so the page is asked for another.
  async function renew() {
    if (!stream) return;
    const answer = await ask(location.href.replace(/#.*/, ""), "document");
    const next = answer && answer.response && answer.response.querySelector(own);
    if (!stream) return;
    if (!next) return setTimeout(renew, 1000);
    known.token = next.dataset.token;
    open();
  }

  function rest() {
    if (!turn) return;
    if (stream) stream.close();
    stream = null;
    heard = "";
    if (turn.done) turn.done();
    turn.abort();
    turn = null;
  }

  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? listen() : rest()));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);

  if (alone && last[1] !== "0") soon(showProblems);
  soon(marks);
  listen();
})();
