// Opened from a disk, a folder does not show its index page. Only there, links to folders lead to that page.
"use strict";
if (location.protocol === "file:") {
  document.documentElement.dataset.disk = "";
  for (const link of document.querySelectorAll("a[href]")) {
    const to = link.getAttribute("href");
    if (!/^[a-z][a-z0-9+.-]*:/i.test(to)) {
      link.setAttribute("href", to.replace(/\/(?=#|$)/, "/index.html"));
    }
  }
}
