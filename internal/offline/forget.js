// This guide keeps nothing on devices. Where an earlier version of it was kept, this removes it, and then itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const key of await caches.keys()) if (key.startsWith("amends " + registration.scope + " ")) await caches.delete(key);
  await registration.unregister();
})()));
