// The choice of light or dark, kept on this device until it is "same as my device" again.
"use strict";
(() => {
  const select = document.getElementById("appearance");
  if (!select) return;
  const root = document.documentElement;
  select.value = root.dataset.appearance ?? "";
  select.addEventListener("change", () => {
    const chosen = select.value;
    if (chosen) root.dataset.appearance = chosen;
    else delete root.dataset.appearance;
    try {
      if (chosen) localStorage.setItem("appearance", chosen);
      else localStorage.removeItem("appearance");
    } catch { /* blocked storage: it holds for this page */ }
  });
})();
