// Keeps the guide of this version, whole or not at all. Pages come from the network while there is one, as kept where there is
// none; everything else, whose name changes with its bytes, comes as kept.
const prefix = "amends " + registration.scope + " ", name = prefix + version;

const fill = async () => {
  const cache = await caches.open(name);
  for (let i = 0; i < files.length; i += 12) {
    await cache.addAll(files.slice(i, i + 12).map((file) => new Request(new URL(file, registration.scope), { cache: "reload" })));
  }
};
addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting(), async (problem) => {
  await caches.delete(name);
  throw problem;
})));

// A worker that was removed a moment ago and is asked for again is still there, but what it kept is not.
addEventListener("message", (event) => event.waitUntil(fill().then(() => true, () => false).then((done) => event.ports[0].postMessage(done))));

const tidy = async () => {
  for (const key of await caches.keys()) if (key.startsWith(prefix) && key !== name) await caches.delete(key);
  await clients.claim();
};
addEventListener("activate", (event) => event.waitUntil(tidy()));

const kept = async (address) => (await caches.open(name)).match(address, { ignoreSearch: true });
const page = async (request) => {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(3000) });
    if (answer.status < 500) return answer;
  } catch { /* no network, or one that does not answer */ }
  return (await kept(request.url)) ?? (await kept(new URL("offline/", registration.scope))) ?? Response.error();
};
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : kept(request.url).then((answer) => answer ?? fetch(request)));
});
