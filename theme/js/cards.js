// Choosing cards: on a list of cards, the links to other lists become buttons that narrow this one at once, with the number each
// would leave. None is offered that leaves nothing. The choice stands in the address, and in no history.
"use strict";
(() => {
  const facets = document.getElementById("facets"), list = document.querySelector("#found > .tiles"), count = document.getElementById("count");
  const pager = document.querySelector(".pager"), clear = document.getElementById("clear");
  if (!facets || !list || pager?.querySelector("[rel=prev]")) return; // the second page of a list is only a part of it
  const name = (mark) => mark.split(":")[0];

  const tile = (item) => ({ item, marks: new Set(item.querySelector("[data-marks]").dataset.marks.split(" ")), first: true });
  const tiles = [...list.children].map(tile);

  // The list one is on stays what it is; within it one chooses of everything else.
  const here = facets.querySelector("[aria-current]")?.dataset.facet;
  const chosen = new Map();
  const chips = [...facets.querySelectorAll("a[data-facet]")].filter((link) => !here || name(link.dataset.facet) !== name(here)).map((link) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.facet = link.dataset.facet;
    button.append(...link.childNodes);
    link.replaceWith(button);
    return button;
  });
  const links = [...facets.querySelectorAll("a[data-facet]:not([aria-current])")].map((link) => ({ link, href: link.href }));

  const wanted = (but) => [...chosen].filter(([key]) => key !== but).map(([, mark]) => mark);
  const fitting = (marks) => tiles.filter((tile) => marks.every((mark) => tile.marks.has(mark)));

  const draw = () => {
    const marks = wanted(), fits = new Set(fitting(marks)), names = [];
    for (const tile of tiles) tile.item.hidden = marks.length ? !fits.has(tile) : !tile.first;
    for (const chip of chips) {
      const mark = chip.dataset.facet, on = chosen.get(name(mark)) === mark, left = fitting([...wanted(name(mark)), mark]).length;
      if (on) names.push(chip.firstChild.textContent.trim());
      chip.ariaPressed = String(on);
      chip.disabled = !left && !on;
      chip.lastElementChild.textContent = left;
    }
    const heading = count.firstElementChild, text = [count.dataset.cards.replace("{1}", marks.length ? fits.size : tiles.length), ...names].join(" · ");
    if (heading.textContent !== text) heading.textContent = text;
    clear.hidden = !marks.length;
    if (pager) pager.hidden = marks.length > 0;
    const query = marks.length ? "?" + marks.map((mark) => mark.replace(":", "=")).join("&") : "";
    for (const { link, href } of links) link.href = href + query;
    history.replaceState(history.state, "", location.pathname + query);
  };

  // A long list goes on on other pages, which are fetched once somebody is about to choose.
  const page = (address) => new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => (request.status === 200 ? done(request.response) : failed(request.status));
    request.onerror = failed;
    request.open("GET", address);
    request.send();
  });
  const fetchFrom = async (next) => {
    while (next) {
      const more = await page(next.href);
      for (const item of more.querySelectorAll("#found > .tiles > li")) {
        for (const link of item.querySelectorAll("a")) link.href = link.href; // from there, it leads elsewhere than from here
        const own = document.importNode(item, true);
        tiles.push({ ...tile(own), first: false });
        list.append(own);
      }
      next = more.querySelector(".pager [rel=next]");
    }
    document.dispatchEvent(new Event("tray"));
  };
  let whole;
  const ready = () => (whole ??= fetchFrom(pager?.querySelector("[rel=next]")).then(draw, () => { // no network: the lists as they were built
    for (const { item, first } of tiles) item.hidden = !first;
    whole = undefined;
  }));

  facets.addEventListener("click", async (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    await ready();
    const mark = chip.dataset.facet;
    if (chosen.get(name(mark)) === mark) chosen.delete(name(mark));
    else if (fitting([...wanted(name(mark)), mark]).length) chosen.set(name(mark), mark);
    draw();
  });
  clear.addEventListener("click", () => {
    chosen.clear();
    draw();
    (facets.querySelector("summary").checkVisibility() ? facets.querySelector("summary") : chips[0]).focus();
  });
  for (const type of ["pointerover", "focusin", "toggle"]) facets.addEventListener(type, ready, { once: true });

  for (const [key, id] of new URLSearchParams(location.search)) {
    const mark = key + ":" + id;
    if (chips.some((chip) => chip.dataset.facet === mark)) chosen.set(key, mark);
  }
  if (chosen.size || !pager) ready();
})();
