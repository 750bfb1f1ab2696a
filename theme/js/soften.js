// What may hurt in a sentence, and a better shape. The rules are the guide's own: the build writes them beside this script as
// phrasing/<language>.json (internal/phrasing/script.go), and both cut text into words alike (internal/phrasing/words.go).
// Nothing that is typed leaves the page, and nothing is kept.
//
// Other scripts: const { load } = await import("./soften.js"); const find = await load("en"); find(text, { moves, to }).

// A space stands for itself and a pause that may follow, _ for one letter.
const shorthand = { " ": " (?:, )?", _: "[^ .,]" };
const expression = (source) => new RegExp(" " + source.replace(/[ _]/g, (sign) => shorthand[sign]), "gu");
const pieces = /([\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*)|(\.\.\.|[,;:()–—…،؛、，：；])|([.!?\n¡¿؟۔。！？])|(-)/gu;
const digit = /\p{N}/u;

// plain is a word in small letters, composed, with a straight apostrophe; letter by letter, as Go does it.
const plain = (word) => Array.from(word.replace(/[’ʼ]/g, "'").replace(/İ/g, "i"), (letter) => letter.toLowerCase()).join("").normalize("NFC");

// cut reads a text as words in small letters: " . i am sorry , but . ", and marks where each was read.
function cut(text, reads) {
  const marks = [];
  let said = " ", pause = false, ended = false;
  const add = (word, from, to) => {
    marks.push({ at: said.length, from, to });
    said += word + " ";
  };
  const end = (at) => {
    pause = false;
    if (!ended) add(".", at, at);
    ended = true;
  };
  end(0);
  for (const { 0: piece, 1: word, 2: breath, 3: stop, index } of text.matchAll(pieces)) {
    const before = text[index - 1] ?? "", after = text[index + 1] ?? "";
    if (word) {
      if (pause && !ended) add(",", index, index);
      pause = ended = false;
      for (const read of (reads.get(plain(word)) ?? plain(word)).split(" ")) add(read, index, index + word.length);
    } else if (breath) pause = true;
    else if (stop) {
      if (!(stop === "." && digit.test(before) && digit.test(after))) end(index);
    } else if (before === " " && " -".includes(after)) pause = true;
  }
  end(text.length);
  return { said, marks };
}

const next = (shape, said, at) => {
  shape.lastIndex = at;
  const match = shape.exec(said);
  return match && { from: match.index, to: shape.lastIndex };
};

const excused = (rule, said, { from, to }) =>
  rule.unless.some((shape) => {
    for (let at = 0, match; (match = next(shape, said, at)); at = match.from + 1) {
      if (match.from < to - 1 && from < match.to - 1) return true; // the space between two words belongs to neither
    }
    return false;
  });

const search = (rule, said) => {
  for (const shape of rule.shapes) {
    for (let at = 0, match; (match = next(shape, said, at)); at = match.from + 1) {
      if (!excused(rule, said, match)) return match;
    }
  }
};

// open reads the rules and returns what finds, in a text, the rules it breaks: each with its id, why, better and safety, and the
// stretch of the text that does, from and to. What the sentence does (moves) and who hears it (to) may be said; a rule that is
// only for some is else left out.
export function open({ reads, rules }) {
  const readsAs = new Map(Object.entries(reads));
  const ready = rules.map((rule) => ({ ...rule, shapes: rule.shapes.map(expression), unless: (rule.unless ?? []).map(expression) }));
  return (text, { moves = [], to = "" } = {}) => {
    const { said, marks } = cut(text, readsAs), found = [];
    for (const rule of ready) {
      if (rule.to && !rule.to.includes(to)) continue;
      if (rule.moves && !rule.moves.some((move) => moves.includes(move))) continue;
      const match = search(rule, said);
      if (!match) continue;
      const words = marks.filter(({ at, from, to }) => at > match.from && at < match.to && from < to);
      const { id, why, better, safety = false } = rule;
      found.push({ id, why, better, safety, from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? text.length });
    }
    return found;
  };
}

const loaded = new Map();

// load fetches the rules of a language, once; it fails where there are none.
export function load(language) {
  if (!loaded.has(language)) {
    loaded.set(language, fetch(new URL(`../phrasing/${language}.json`, import.meta.url)).then((answer) => {
      if (!answer.ok) throw answer;
      return answer.json();
    }).then(open));
  }
  return loaded.get(language);
}

const form = globalThis.document?.getElementById("soften");
if (form) {
  const $ = (id) => document.getElementById("soften-" + id);
  const { none, found: some, failed, better } = $("status").dataset;
  const element = (name, className, ...kids) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...kids);
    return made;
  };
  const item = (said, { from, to, why, better: shape }) =>
    element("li", "", element("p", "heard", element("q", "", said.slice(from, to).trim())), element("p", "", why),
      element("p", "shape", element("span", "label", better), " ", shape));

  const look = async () => {
    const said = $("said").value, to = $("child").checked ? "child" : "adult";
    let found = [];
    try {
      found = (await load(document.documentElement.lang))(said, { moves: ["own", "regret"], to });
    } catch {
      $("status").textContent = failed;
      return;
    }
    $("found").replaceChildren(...found.map((each) => item(said, each)));
    $("care").hidden = !found.some((each) => each.safety);
    $("status").textContent = !said.trim() ? "" : found.length ? some.replace("{1}", found.length) : none;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
}
