// Puts a handout together from pages of the guide: cards in an order, an essay or worksheet, on paper. What is shown is what is
// printed. Nothing leaves the device, and names are kept nowhere: only who asks for it has them in the link they copy.
"use strict";
(() => {
  const form = document.getElementById("maker");
  if (!form) return;
  const $ = (id) => document.getElementById(id), list = $("tray"), paper = $("paper"), controls = form.elements;
  const toast = (text) => document.dispatchEvent(new CustomEvent("toast", { detail: text }));
  const make = (name, className, ...kids) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...kids.filter(Boolean));
    return made;
  };

  // The choice lives in this tab, or on this device if somebody asked for that; without storage, in this page.
  const kept = () => { try { return localStorage.getItem("tray") !== null; } catch { return false; } };
  let ids = [];
  const load = () => { try { ids = JSON.parse((kept() ? localStorage : sessionStorage).getItem("tray") ?? "[]"); } catch { /* as it is */ } };
  const store = (there = kept()) => {
    try {
      (there ? localStorage : sessionStorage).setItem("tray", JSON.stringify(ids));
      (there ? sessionStorage : localStorage).removeItem("tray");
    } catch { /* blocked: it holds for this page */ }
    document.dispatchEvent(new Event("tray"));
  };

  const pages = new Map();
  const page = (path) => {
    if (!pages.has(path)) {
      pages.set(path, new Promise((done) => {
        const request = new XMLHttpRequest();
        request.responseType = "document";
        request.onload = () => done(request.status === 200 ? request.response : null);
        request.onerror = () => {
          pages.delete(path);
          done(undefined); // no network; null is a page that there is not
        };
        request.open("GET", new URL("../" + path + "/", location.href.split("#")[0]));
        request.send();
      }));
    }
    return pages.get(path);
  };
  const copyOf = (node) => node && document.importNode(node, true);

  const known = /^[\p{Ll}\p{Lo}\p{N}-]+$/u;
  // spoken is a phrase on one line, each of its blanks as "…".
  const spoken = (phrase) => {
    const line = phrase.cloneNode(true);
    for (const slot of line.querySelectorAll("[data-slot]")) slot.textContent = "…";
    return line.textContent;
  };
  const card = async (id) => {
    const from = await page("cards/" + id), phrase = from?.querySelector(".front [data-phrase]");
    if (!phrase) return { id, lost: from === undefined };
    return {
      id, phrase: spoken(phrase), words: phrase, gloss: from.querySelector("[data-gloss]")?.dataset.gloss ?? "", seam: from.querySelector(".front .seam"),
      ways: [...from.querySelectorAll(".ways > li")].map((way) => [way.querySelector(".label").textContent, way.querySelector("q").textContent]),
    };
  };

  // phraseOf is a phrase with its blanks as lines to write on.
  const phraseOf = ({ words }) => {
    const phrase = make("q", "", ...copyOf(words).childNodes);
    for (const slot of phrase.querySelectorAll("[data-slot]")) slot.replaceWith(make("span", "blank", slot.textContent));
    return phrase;
  };
  const cutSheets = (cards, large) => {
    const sheets = [], each = large ? 3 : 8;
    for (let i = 0; i < cards.length; i += each) {
      sheets.push(make("div", "cut", ...cards.slice(i, i + each).map((one) => make("div", "", copyOf(one.seam), make("p", "", phraseOf(one)), make("small", "", one.gloss)))));
    }
    return sheets;
  };
  const lines = () => make("div", "lines", make("p", "label", paper.dataset.own), make("i"), make("i"));
  const entry = (one, own) => make("section", "item", make("h3", "", phraseOf(one)), one.gloss && make("p", "gloss", one.gloss),
    one.ways.length && make("p", "label", paper.dataset.ways), one.ways.length && make("ul", "", ...one.ways.map(([label, way]) => make("li", "", label + ": ", make("q", "", way)))), own && lines());
  const textOf = async (path) => {
    const from = path && await page(path);
    if (!from) return path && [make("p", "", paper.dataset.lost)];
    const parts = [...from.querySelectorAll("article > :is(.lead, .prose, .key, .text, .sheet, .no)")].map(copyOf);
    for (const part of parts) {
      for (const gone of part.querySelectorAll(".back, .js")) gone.remove();
      for (const link of part.querySelectorAll("a")) {
        if (link.getAttribute("href")?.startsWith("#")) link.removeAttribute("href");
        else link.href = new URL(link.getAttribute("href"), from.URL);
      }
      for (const picture of part.querySelectorAll("img")) picture.src = new URL(picture.getAttribute("src"), from.URL);
    }
    return [make("h2", "title", from.querySelector("h1").textContent), ...parts];
  };
  const person = (label, value) => make("span", "", label + " ", value ? make("b", "", value) : make("span", "blank", ""));

  let turn = 0;
  const draw = async () => {
    const now = ++turn, to = controls.to.value.trim(), by = [controls.by.value.trim(), controls.practice.value.trim()].filter(Boolean).join(", ");
    const large = controls.big.checked, cut = controls.cut.checked, own = controls.lines.checked, size = controls.p.value;
    const [found, text] = await Promise.all([Promise.all(ids.map(card)), textOf(controls.x.value)]);
    if (now !== turn) return; // something was changed meanwhile
    const cards = found.filter((one) => one.phrase), gone = found.filter((one) => !one.phrase && !one.lost).map(({ id }) => id);
    if (gone.length) {
      ids = ids.filter((id) => !gone.includes(id));
      store();
    }
    listCards(cards);
    const sheet = make("div", "flow", make("div", "who", person(paper.dataset.for, to), (by || !cut) && person(paper.dataset.from, by)),
      ...(cut ? [] : cards.map((one) => entry(one, own))), ...(text || []), cut && own && lines(), make("p", "imprint", `${paper.dataset.title} · ${location.host}`));
    paper.dataset.paper = size;
    paper.classList.toggle("large", large);
    paper.replaceChildren(...(cut ? cutSheets(cards, large) : []), ...(cut && !text?.length && !to && !by && !own ? [] : [sheet]));
    $("preview").hidden = !cards.length && !text?.length;
    $("tray-empty").hidden = cards.length > 0;
    form.querySelector("[type=submit]").disabled = $("maker-link").disabled = $("preview").hidden;
    const lost = found.find((one) => one.lost);
    if (lost) toast(paper.dataset.lost);
  };

  // The list of cards, each to be moved and taken out by buttons; the one that was pressed keeps the focus.
  const listCards = (cards) => {
    const focused = document.activeElement?.dataset.does, at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    const row = list.children[at]?.dataset.id;
    const tool = (does, sign, phrase, off) => {
      const button = make("button", "icon-button", sign);
      button.type = "button";
      button.dataset.does = does;
      button.ariaLabel = list.dataset[does].replace("{1}", phrase);
      button.ariaDisabled = String(off);
      return button;
    };
    list.replaceChildren(...cards.map(({ id, phrase }, i) => {
      const made = make("li", "", make("q", "", phrase), tool("up", "↑", phrase, i === 0), tool("down", "↓", phrase, i === cards.length - 1), tool("out", "✕", phrase, false));
      made.dataset.id = id;
      return made;
    }));
    if (at < 0) return;
    const same = [...list.children].find((other) => other.dataset.id === row) ?? list.children[Math.min(at, list.children.length - 1)];
    (same?.querySelector(`[data-does=${focused}]`) ?? $("maker-deck")).focus();
  };
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-does]"), row = button?.closest("li");
    if (!button || button.ariaDisabled === "true") return;
    const at = ids.indexOf(row.dataset.id), to = { up: at - 1, down: at + 1 }[button.dataset.does];
    const [id] = ids.splice(at, 1);
    if (to !== undefined) ids.splice(to, 0, id);
    store();
    draw();
    toast(to === undefined ? "removed" : list.dataset.moved.replace("{1}", to + 1));
  });

  // The link carries the choice after its #, which browsers send to nobody.
  const fields = ["x", "p", "cut", "big", "lines"], names = ["to", "by", "practice"];
  const value = (name) => (controls[name].type === "checkbox" ? (controls[name].checked ? "1" : "") : controls[name].value.trim());
  const link = () => {
    const choice = new URLSearchParams();
    if (ids.length) choice.set("c", ids.join("."));
    for (const name of [...fields, ...($("maker-named").checked ? names : [])]) if (value(name)) choice.set(name, value(name));
    return location.href.split("#")[0] + "#" + choice;
  };
  const read = () => {
    const choice = new URLSearchParams(location.hash.slice(1));
    for (const name of [...fields, ...names]) {
      const given = choice.get(name) ?? "";
      if (controls[name].type === "checkbox") controls[name].checked = given === "1";
      else if (choice.has(name) || fields.includes(name)) controls[name].value = given.slice(0, 80);
    }
    if (controls.x.selectedIndex < 0) controls.x.value = "";
    if (choice.has("c")) {
      ids = [...new Set(choice.get("c").split("."))].filter((id) => known.test(id)).slice(0, 100);
      store();
    }
  };

  // What is ready to be taken: the lists below, which stand there for whoever has no scripts.
  for (const kind of ["deck", "worksheet", "essay"]) {
    for (const found of document.querySelectorAll(`[data-ready=${kind}] .teaser-title a`)) {
      const id = found.pathname.replace(/\/(index\.html)?$/, "").split("/").pop();
      (kind === "deck" ? $("maker-deck") : controls.x).append(new Option(found.textContent, `${kind}s/${decodeURIComponent(id)}`));
    }
  }
  $("maker-deck").addEventListener("change", async ({ target }) => {
    const deck = target.value && await page(target.value);
    target.value = "";
    if (deck === undefined) toast(paper.dataset.lost);
    if (!deck) return;
    ids = [...new Set([...ids, ...[...deck.querySelectorAll("[data-card]")].map((one) => one.dataset.card)])];
    store();
    draw();
    toast("added");
  });
  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    print();
  });
  $("maker-link").addEventListener("click", () => navigator.clipboard.writeText(link()).then(() => toast("copied"), () => toast("copyFailed")));
  $("maker-clear").addEventListener("click", () => {
    ids = [];
    form.reset();
    $("maker-keep").checked = kept();
    history.replaceState(null, "", location.pathname);
    store();
    draw();
  });
  $("maker-keep").addEventListener("change", ({ target }) => store(target.checked));
  addEventListener("hashchange", () => { read(); draw(); });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    load();
    draw();
  });

  load();
  $("maker-keep").checked = kept();
  if (location.hash.length > 1) read();
  draw().finally(() => delete $("handout").dataset.filling); // what is chosen already is shown once it is there, and moves nothing
})();
