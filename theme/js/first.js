// Runs before the page is drawn: light or dark as the reader chose, and nothing to see after leaving quickly.
"use strict";
for (const [kind, key, values] of [["localStorage", "appearance", ["light", "dark"]], ["sessionStorage", "left", ["gone"]]]) {
  try {
    const value = self[kind].getItem(key);
    if (values.includes(value)) document.documentElement.dataset[key] = value;
  } catch { /* blocked storage remembers nothing */ }
}
