// What one can press on every page: copy a phrase, print, take a card onto the handout. Says what was done in the page's one
// line for that. A page's own script listens for the events it needs ("phrase:share" and so on), and asks for that line ("toast").
"use strict";
(() => {
  const toast = document.getElementById("toast");
  let clearing;
  const say = (key) => {
    clearTimeout(clearing);
    toast.textContent = "";
    setTimeout(() => { toast.textContent = toast.dataset[key] ?? key; }, 40); // a line that stays the same is not read out
    clearing = setTimeout(() => { toast.textContent = ""; }, 5000);
  };
  document.addEventListener("toast", (event) => say(event.detail));

  // spoken is a phrase as one says it: its blanks as the reader filled them in, or as dots.
  const spoken = (phrase) => {
    const copy = phrase.cloneNode(true);
    for (const slot of copy.querySelectorAll("[data-slot]")) slot.textContent = slot.dataset.filled || "…";
    return copy.textContent.trim().replace(/…[.…]/g, "…");
  };

  const select = (element) => getSelection().selectAllChildren(element);
  const copy = async (text, from) => {
    try {
      await navigator.clipboard.writeText(text);
      say(text.includes("…") ? "blank" : "copied");
    } catch {
      select(from);
      say("copyFailed");
    }
  };

  const kept = () => { try { return localStorage.getItem("tray") !== null ? localStorage : sessionStorage; } catch { return null; } };
  let memory = []; // where storage is blocked, the choice holds for this page
  const chosen = () => {
    try { return JSON.parse(kept().getItem("tray") ?? "[]").filter((id) => typeof id === "string"); } catch { return memory; }
  };
  const choose = (ids) => {
    memory = ids;
    try { kept().setItem("tray", JSON.stringify(ids)); } catch { /* see above */ }
  };
  const paint = () => {
    const ids = chosen();
    for (const button of document.querySelectorAll("[data-add]")) button.setAttribute("aria-pressed", ids.includes(button.dataset.add));
    for (const link of document.querySelectorAll("[data-tray]")) {
      link.querySelector(".badge")?.remove();
      if (!ids.length) continue;
      const badge = document.createElement("span"), number = document.createElement("span"), words = document.createElement("span");
      badge.className = "badge";
      words.className = "vh";
      number.ariaHidden = "true";
      number.textContent = ids.length;
      words.textContent = link.dataset.tray.replace("{1}", ids.length);
      badge.append(number, words);
      link.append(badge);
    }
  };
  const add = (id) => {
    const ids = chosen(), there = ids.includes(id);
    choose(there ? ids.filter((other) => other !== id) : [...ids, id]);
    paint();
    say(there ? "removed" : "added");
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.add) return add(button.dataset.add);
    const act = ["print", "copy", "share", "say", "bigger"].find((name) => name in button.dataset);
    if (!act) return;
    if (act === "print") return print();
    const from = button.closest("li, article").querySelector("[data-phrase]");
    if (act === "copy") copy(spoken(from), from);
    else button.dispatchEvent(new CustomEvent("phrase:" + act, { bubbles: true, detail: spoken(from) }));
  });
  document.addEventListener("tray", paint);
  addEventListener("pageshow", paint);
})();
