// Search: looks words up in the index that the build made (internal/search says how it is written), and shows what it finds.
// The index is loaded once somebody is about to search. Nothing that is typed leaves the page, or stays in its address.

const levelled = { "'": "", "’": "", "ʼ": "", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ", ى: "ي", ة: "ه", ـ: "" };
const unspaced = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー";
const runs = new RegExp(`([${unspaced}]+)|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, "gu");

// fold spells text as the index does.
export const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g, "").normalize("NFC").toLowerCase()
    .replace(/['’ʼßæœøđłıςىةـ]/g, (letter) => levelled[letter]);

// words are those of a text; where there are no spaces, every two characters side by side.
export const words = (text) =>
  [...fold(text).matchAll(runs)].flatMap(([run, pairs]) => {
    const signs = pairs ? [...run] : [];
    return signs.length > 1 ? signs.slice(1).map((sign, i) => signs[i] + sign) : run;
  });

// slips counts the slips of the finger that make b of a: a letter too many, too few, another one, two that changed places.
// It gives up above most.
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// single spells doubled letters once: "sory" and "sorry" are one word to whoever types in a hurry.
const single = (word) => word.replace(/(.)\1/gu, "$1");

// open reads an index and returns what finds documents for a query. Unless the query is done, its last word may go on.
export function open(index) {
  const all = [], groups = [], at = new Map(), ignored = new Set(index.s.split(" ")), postings = index.p.split(",");
  const danger = index.f.split(",").filter(Boolean).map((phrase) => phrase.split("."));
  let word = "", group = 0;
  for (const [, same, rest] of index.w.matchAll(/([A-Z])([^A-Z]*)/g)) {
    word = word.slice(0, same.charCodeAt() - 65) + rest;
    at.set(word, all.push(word) - 1);
  }
  for (const gap of index.g) groups.push((group += gap));

  // nearest are the words that the fewest slips away from what was typed.
  const nearest = (typed, most) => {
    let found = [];
    all.forEach((word, i) => {
      const n = slips(typed, word, most);
      if (n < most) [most, found] = [n, []];
      if (n === most) found.push(i);
    });
    return found;
  };

  // match says which groups of words are meant by one, and how strongly; sure are those not merely begun, and assumed is the
  // word it was taken for.
  const match = (typed, unfinished, minor) => {
    const means = new Map(), exact = at.get(typed);
    let assumed;
    const take = (strength, found) => {
      for (const i of found) if (!(means.get(groups[i]) >= strength)) means.set(groups[i], strength);
      if (strength < 0.8) assumed ??= all[found[0]];
      return found.length;
    };
    const filter = (fits) => [...all.keys()].filter((i) => fits(all[i]));
    if (exact >= 0) take(1, [exact]);
    const sure = new Set(means.keys());
    // A single sign stands in pairs with others; a single letter is too little to go on.
    if (!minor && (typed.length > 1 ? unfinished : typed > "z")) take(0.8, filter((word) => word.startsWith(typed)));
    if (means.size || minor || typed.length < 4) return { means, sure };
    const otherEnding = (word) => {
      let same = 0;
      while (same < typed.length && typed[same] === word[same]) same++;
      return same >= Math.max(4, typed.length - 3) && word.length - same < 5;
    };
    const doubled = take(0.7, filter((word) => single(word) === single(typed)));
    if (!(take(0.6, nearest(typed, 1)) || doubled) && !take(0.5, filter(otherEnding)) && typed.length > 7) take(0.4, nearest(typed, 2));
    return { means, sure: new Set(means.keys()), assumed };
  };

  return (query, done) => {
    const typed = words(query), some = typed.some((word) => !ignored.has(word));
    const score = new Map(), count = new Map(), assumed = [], meant = new Set(), sure = [];
    typed.forEach((word, i) => {
      const minor = some && ignored.has(word), m = match(word, !done && i === typed.length - 1, minor), best = new Map();
      sure.push(m.sure);
      if (typed.indexOf(word) < i) return;
      if (m.assumed) assumed.push(m.assumed);
      for (const [group, strength] of m.means) {
        if (!minor) meant.add(group);
        let doc = -1;
        for (const [, gap, level] of postings[group].matchAll(/([0-9a-z]*)([A-Z])/g)) {
          doc += 1 + (parseInt(gap, 36) || 0);
          best.set(doc, Math.max(best.get(doc) || 0, strength * [1, 4, 7, 12][level.charCodeAt() - 65]));
        }
      }
      for (const [doc, s] of best) {
        score.set(doc, (score.get(doc) || 0) + s);
        if (!minor) count.set(doc, (count.get(doc) || 0) + 1);
      }
    });
    const rank = (doc) => score.get(doc) * count.get(doc);
    // Whoever says more words means all of them; but where few documents hold most of them, others are better than none.
    const most = Math.max(0, ...count.values());
    let least = most - Math.floor(most / 3), docs;
    do docs = [...count.keys()].filter((doc) => count.get(doc) >= least); while (docs.length < 3 && --least > 0);
    docs.sort((a, b) => rank(b) - rank(a) || a - b);
    const afraid = danger.some((phrase) => sure.some((_, i) => phrase.every((group, k) => sure[i + k]?.has(+group))));
    return {
      docs: afraid ? [...new Set([...index.c, ...docs])] : docs,
      few: afraid && index.c.length ? index.c.length + (most > 3 ? 2 : 0) : 20, // who quotes a sentence is shown what answers it
      assumed,
      danger: afraid,
      has: (text) => !afraid && words(text).some((word) => meant.has(groups[at.get(word)])),
    };
  };
}

const form = globalThis.document?.querySelector("form[data-index]");
if (form) {
  const $ = (id) => document.getElementById("search-" + id);
  const input = $("q"), list = $("hits"), status = $("status"), more = $("more"), { found, assumed, none, failed, danger } = status.dataset;
  let index, find, loading, waiting;

  const load = () => (loading ??= fetch(form.dataset.index).then((answer) => {
    if (!answer.ok) throw answer;
    return answer.json();
  }).then((read) => { find = open((index = read)); }));

  const element = (name, ...kids) => {
    const made = document.createElement(name);
    made.append(...kids);
    return made;
  };

  // marked is text with what was found in it marked.
  const marked = (text, has) => text.split(/([\p{L}\p{M}\p{N}’']+)/u).map((part, i) => (i % 2 && has(part) ? element("mark", part) : part));

  const item = (doc, has) => {
    const [kind, id, title, about] = index.d.slice(doc * 4, doc * 4 + 4), [name, label, folder] = index.k[kind];
    const link = element("a", ...marked(title, has)), label1 = element("p", label);
    link.href = folder + id + "/";
    label1.className = "kind";
    return element("li", label1, element("h2", name === "card" ? element("q", link) : link), element("p", ...marked(about, has)));
  };

  const draw = (done) => {
    const query = input.value.trim(), result = query ? find(input.value, done || /\s$/.test(input.value)) : { docs: [] };
    const { docs, few, has } = result;
    list.replaceChildren(...docs.slice(0, few).map((doc) => item(doc, has)));
    list.hidden = !docs.length;
    more.hidden = docs.length <= few;
    more.onclick = () => {
      more.hidden = true;
      list.append(...docs.slice(few).map((doc) => item(doc, has)));
      list.children[few].querySelector("a").focus();
    };
    $("start").hidden = docs.length > 0;
    $("care").hidden = !result.danger;
    const took = docs.length && result.assumed?.length ? " " + assumed.replace("{1}", result.assumed.join(", ")) : "";
    status.textContent = !query ? "" : result.danger ? danger : docs.length ? found.replace("{1}", docs.length) + took : none;
  };

  const search = (done) => load().then(() => draw(done), () => {
    loading = undefined;
    $("start").hidden = false;
    status.textContent = failed;
  });

  input.addEventListener("focus", () => load().catch(() => (loading = undefined)), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search(true);
  });
  // What was sought stays with this tab, for the way back from a result; the address and the browser's history never hold it.
  list.addEventListener("click", () => history.replaceState({ q: input.value }, ""));
  const asked = new URLSearchParams(location.search).get("q") ?? history.state?.q;
  if (asked) {
    history.replaceState(null, "", location.pathname);
    input.value = asked.slice(0, input.maxLength);
    $("start").hidden = true; // what is found will stand here, and moves nothing
    form.closest("main").style.minBlockSize = "100vh";
    search(true);
  }
}
