// Leaves the guide at once: by the button, by the link for keyboards, or by Shift pressed three times within five seconds.
// It covers the page before anything else, then forgets what was typed and chosen. The browser's history it cannot change.
"use strict";
(() => {
  const root = document.documentElement, title = document.title, blank = "\u200b";
  const cover = document.getElementById("cover"), said = document.getElementById("exit-status");
  const exit = document.querySelector("[data-exit]"), button = document.getElementById("exit"), dots = button?.querySelector(".dots");

  const forget = () => {
    for (const field of document.querySelectorAll("input, textarea")) {
      field.value = field.defaultValue;
      field.checked = field.defaultChecked;
    }
    for (const slot of document.querySelectorAll("[contenteditable]")) slot.textContent = "";
    try {
      localStorage.removeItem("tray");
      sessionStorage.clear();
      sessionStorage.setItem("left", "gone");
    } catch { /* blocked storage holds nothing */ }
  };

  const leave = (event) => {
    event?.preventDefault();
    root.dataset.left = "going";
    document.title = blank;
    cover.firstElementChild.textContent = button?.dataset.loading ?? "";
    self.speechSynthesis?.cancel();
    forget();
    location.replace(navigator.onLine ? exit.href : "about:blank");
  };

  // After leaving, the way back into the guide shows a blank page first. So does a page that the browser had kept whole.
  const left = () => { try { return sessionStorage.getItem("left"); } catch { return null; } };
  addEventListener("pageshow", () => {
    if (!root.dataset.left && !left()) return;
    root.dataset.left = "gone";
    document.title = blank;
    cover.firstElementChild.textContent = "";
  });
  cover.querySelector("[data-return]").addEventListener("click", () => {
    try { sessionStorage.removeItem("left"); } catch { /* see above */ }
    delete root.dataset.left;
    document.title = title;
    const main = document.getElementById("main");
    main.tabIndex = -1;
    main.focus();
  });

  if (!exit) return;
  document.addEventListener("click", (event) => event.target.closest("[data-exit]") && leave(event), true);

  let times = 0, alone = false, waiting;
  const show = (n) => {
    times = n;
    if (n < 2) clearTimeout(waiting);
    if (n === 1) waiting = setTimeout(show, 5000, 0);
    said.textContent = ["", button.dataset.once, button.dataset.twice][n];
    dots.replaceChildren(...(n ? [1, 2, 3] : []).map((i) => {
      const dot = document.createElement("i");
      dot.classList.toggle("on", i <= n);
      return dot;
    }));
  };
  const stop = () => {
    alone = false;
    if (times) show(0);
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") stop();
    else if (!event.repeat) alone = true;
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (times === 2) leave();
    else show(times + 1);
  }, true);
  document.addEventListener("pointerdown", stop, true);
})();
