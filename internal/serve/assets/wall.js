// The wall: one page in many frames, each made to look as it would for somebody else. The frames hold the preview's own
// pages, so each follows every save by itself; a link followed in one takes the others along.
"use strict";
(() => {
  const ways = {
    dark: (page) => media(page, { dark: true }),
    print: (page) => media(page, { print: true }),
    rtl: (page) => { media(page, {}); page.documentElement.dir = "rtl"; },
    large: (page) => { media(page, {}); page.documentElement.style.fontSize = "200%"; },
  };

  // media makes a page believe in another medium: what it asks of the medium in its styles is answered beforehand.
  function media(page, { dark = false, print = false }) {
    page.documentElement.style.colorScheme = dark ? "dark" : "light";
    for (const sheet of page.styleSheets) answer(sheet.cssRules, dark, print);
  }

  function answer(rules, dark, print) {
    for (const rule of rules) {
      if (rule.media && rule.cssRules) { // a rule of @media
        let text = rule.media.mediaText;
        if (print) text = text.replace(/^print$/, "all").replace(/^screen$/, "not all");
        text = text.replace(/\(prefers-color-scheme: (dark|light)\)/, (_, asked) => ((asked === "dark") === dark ? "(min-width: 0)" : "(max-width: 0)"));
        if (text !== rule.media.mediaText) rule.media.mediaText = text;
      }
      if (rule.cssRules) answer(rule.cssRules, dark, print);
    }
  }

  const link = document.getElementById("page");
  const frames = [...document.querySelectorAll("iframe")];

  function dress(frame) {
    const page = frame.contentDocument;
    const way = ways[frame.closest("figure").id] || ((page) => media(page, {}));
    if (page) way(page);
  }

  function arrived(frame) {
    const address = frame.contentWindow.location.pathname;
    frame.contentWindow.addEventListener("amends-update", () => dress(frame));
    dress(frame);
    if (address === link.pathname || address === "blank") return;
    link.href = link.textContent = address;
    history.replaceState(null, "", "/.amends/wall" + address);
    document.title = "Wall: " + address;
    for (const other of frames) {
      if (other.contentWindow.location.pathname !== address) other.contentWindow.location.replace(address);
    }
  }

  function fit() {
    for (const frame of frames) {
      const figure = frame.closest("figure");
      const wide = Number(getComputedStyle(figure).getPropertyValue("--wide"));
      figure.style.setProperty("--scale", Math.min(1, figure.clientWidth / wide));
    }
  }

  for (const frame of frames) {
    frame.addEventListener("load", () => arrived(frame));
    if (frame.contentDocument && frame.contentDocument.readyState === "complete") arrived(frame);
  }
  new ResizeObserver(fit).observe(document.querySelector("main"));
})();
