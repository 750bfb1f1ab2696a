// What one does with the phrase of a card: fill in its blanks, send it, hear it, see it large. Nothing of it is kept.
"use strict";
(() => {
  const root = document.documentElement, card = document.querySelector("article.card");
  if (!card) return;
  const toast = (key) => document.dispatchEvent(new CustomEvent("toast", { detail: key }));
  const pick = (within, name) => within.querySelector(`[data-${name}]`);

  const part = (work) => { // one that fails takes no other with it
    try { work(); } catch (problem) { console.error(problem); }
  };

  // Blanks: the first of each name can be written in, and the others say the same.
  part(() => {
    const slots = [...card.querySelectorAll("[data-slot]")], phrase = pick(card, "phrase"), hint = document.getElementById("hint");
    const unfilled = phrase.textContent; // what the rules say of the guide's own words is no news
    let waiting, find, own;
    const soften = async () => {
      find ??= await (await import("./soften.js")).load(root.lang);
      own ??= new Set(find(unfilled).map(({ id }) => id));
      const found = find(phrase.textContent).find(({ id }) => !own.has(id));
      hint.textContent = found ? `${found.why} ${hint.dataset.better} ${found.better}` : "";
    };
    for (const slot of slots) {
      const hinted = slot.textContent, same = slots.filter((other) => other.dataset.slot === slot.dataset.slot);
      if (same[0] !== slot) continue;
      slot.dataset.hint = hinted;
      slot.ariaLabel = hinted;
      slot.role = "textbox";
      slot.dir = "auto";
      slot.textContent = "";
      try { slot.contentEditable = "plaintext-only"; } catch { slot.contentEditable = "true"; }
      slot.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        slot.blur();
      });
      slot.addEventListener("input", () => {
        const text = slot.textContent.replace(/\s+/g, " ").trim();
        if (!text) slot.replaceChildren();
        for (const other of same) {
          other.dataset.filled = text;
          if (other !== slot) other.textContent = text || hinted;
        }
        clearTimeout(waiting);
        waiting = setTimeout(() => soften().catch(() => { /* no rules in this language */ }), 400);
      });
    }
  });

  // Send: the text first, to read once more; then the device's own way to send, a text message, or the clipboard.
  part(() => {
    const panel = document.getElementById("send"), text = document.getElementById("send-text"), opener = pick(card, "share");
    const open = (on) => {
      panel.hidden = !on;
      opener.ariaExpanded = String(on);
      (on ? text : opener).focus();
    };
    const keep = () => navigator.clipboard.writeText(text.value).then(() => toast("copied"), () => {
      text.select();
      toast("copyFailed");
    });
    card.addEventListener("phrase:share", ({ detail }) => {
      const hour = new Date().getHours();
      if (panel.hidden) text.value = detail;
      panel.querySelector(".late").hidden = hour >= 6 && hour < 23;
      open(panel.hidden);
    });
    pick(panel, "go").addEventListener("click", () => {
      if (navigator.share) navigator.share({ text: text.value }).catch(() => { /* not now, after all */ });
      else if (matchMedia("(pointer: coarse)").matches) location.href = "sms:?&body=" + encodeURIComponent(text.value);
      else keep();
    });
    pick(panel, "keep").addEventListener("click", keep);
    pick(panel, "close").addEventListener("click", () => open(false));
    panel.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
  });

  // Listen: only with a voice that lives on this device, for other voices send the words away.
  part(() => {
    const button = pick(card, "say"), speech = self.speechSynthesis, language = (tag) => tag.split(/[-_]/)[0].toLowerCase();
    if (!speech) return;
    const voice = () => speech.getVoices().find((one) => one.localService && language(one.lang) === language(root.lang));
    const hush = () => {
      speech.cancel();
      button.ariaPressed = "false";
    };
    const show = () => { button.hidden = !voice(); };
    show();
    speech.addEventListener?.("voiceschanged", show);
    card.addEventListener("phrase:say", ({ detail }) => {
      if (button.ariaPressed === "true") return hush();
      const words = new SpeechSynthesisUtterance(detail);
      words.voice = voice();
      if (!words.voice) return show();
      words.lang = words.voice.lang;
      words.rate = 0.9;
      words.onend = words.onerror = () => { button.ariaPressed = "false"; };
      speech.cancel();
      speech.speak(words);
      button.ariaPressed = "true";
    });
    addEventListener("pagehide", hush);
  });

  // Bigger: the phrase alone on the screen, to hold out or to read from across a room.
  part(() => {
    const screen = document.getElementById("bigger"), exit = document.getElementById("exit")?.cloneNode(true);
    if (exit) {
      exit.removeAttribute("id");
      pick(screen, "close").after(exit);
    }
    screen.prepend(card.querySelector(".seam").cloneNode(true));
    card.addEventListener("phrase:bigger", ({ detail }) => {
      screen.querySelector("p").textContent = detail.replaceAll(" …", "\u00a0…");
      screen.dataset.glaze = card.querySelector("[data-glaze]").dataset.glaze;
      screen.showModal();
    });
    pick(screen, "close").addEventListener("click", () => screen.close());
  });
})();
