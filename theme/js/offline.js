// Keeps the whole guide on this device, or removes it, when a button is pressed and never before.
"use strict";
(() => {
  const form = document.getElementById("offline"), status = document.getElementById("offline-status");
  if (!form) return;
  const [save, remove] = form.querySelectorAll("button"), worker = form.action, workers = navigator.serviceWorker;
  const root = new URL("./", worker).href;
  const say = (key) => { status.textContent = status.dataset[key]; };

  // Pages may load no script by an address made up on the way; this one address is the exception.
  const trusted = () => self.trustedTypes?.createPolicy("offline", { createScriptURL: () => worker }).createScriptURL("") ?? worker;
  let address;

  const kept = async () => (await workers.getRegistration(root))?.scope === root;
  const show = async () => {
    const there = await kept();
    save.hidden = there;
    remove.hidden = !there;
    say(there ? "on" : "off");
  };
  const forget = async () => {
    for (const key of await caches.keys()) if (key.startsWith("amends " + root + " ")) await caches.delete(key);
    await (await workers.getRegistration(root))?.unregister();
  };
  const whole = (registration) => new Promise((done, failed) => {
    const one = registration.installing ?? registration.waiting ?? registration.active;
    const look = () => {
      if (one.state === "activated") done();
      if (one.state === "redundant") failed(one.state);
    };
    one.addEventListener("statechange", look);
    look();
  });

  const filled = async ({ active }) => {
    if ((await caches.keys()).some((key) => key.startsWith("amends " + root + " "))) return;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((done, failed) => { port1.onmessage = ({ data }) => (data ? done() : failed(data)); });
    active.postMessage("fill", [port2]);
    await answer;
  };

  if (!workers || !self.caches) return say("unable");
  save.addEventListener("click", async () => {
    save.disabled = true;
    say("wait");
    try {
      address ??= trusted();
      const registration = await workers.register(address, { scope: root });
      await whole(registration);
      await filled(registration);
      await show();
      remove.focus();
    } catch {
      await forget();
      say("failed");
    }
    save.disabled = false;
  });
  remove.addEventListener("click", async () => {
    await forget();
    try {
      for (const store of [localStorage, sessionStorage]) store.clear();
    } catch { /* blocked storage holds nothing */ }
    await show();
    say("gone");
    save.focus();
  });

  fetch(new URL("offline.json", worker)).then((answer) => answer.json()).then(({ bytes }) => {
    const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bytes / 1e6);
    save.textContent = form.dataset.save.replace("{1}", size);
    return show();
  }).catch(() => say("unable"));
})();
