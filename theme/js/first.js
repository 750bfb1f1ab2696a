// What is settled before a page is drawn, so that nothing flashes: light or dark as the reader chose, and nothing to see for
// whoever comes back after leaving quickly. What the reader chooses below stays on this device until it is "same as my device".
"use strict";
(() => {
  const root = document.documentElement;
  const recall = (store, key, values) => {
    try {
      const value = self[store].getItem(key);
      if (values.includes(value)) root.dataset[key] = value;
    } catch { /* blocked storage remembers nothing */ }
  };
  recall("localStorage", "appearance", ["light", "dark"]);
  recall("sessionStorage", "left", ["gone"]);

  document.addEventListener("DOMContentLoaded", () => {
    const select = document.getElementById("appearance");
    if (!select) return;
    select.value = root.dataset.appearance ?? "";
    select.addEventListener("change", () => {
      if (select.value) root.dataset.appearance = select.value;
      else delete root.dataset.appearance;
      try {
        if (select.value) localStorage.setItem("appearance", select.value);
        else localStorage.removeItem("appearance");
      } catch { /* blocked storage: it holds for this page */ }
    });
  });
})();
