// Keeps what was read for reading offline. Pages come from the network first, so a new build is seen at once;
// files whose names carry their digest never change, so they come from the store.
const setup = {{ setup }};
const FRAME = `cadre-${setup.version}`;
const READ = "lus";
const MOST = 80;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FRAME).then((cache) => cache.addAll(setup.kept)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("cadre-") && name !== FRAME);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()).then(opened),
  );
});

// The page from which the worker came was loaded without it: it is taken from the browser's own store, which has just got it.
async function opened() {
  const windows = await self.clients.matchAll({ type: "window" });
  await Promise.all(windows.map(({ url }) => keep(url.split("#", 1)[0]).catch(() => {})));
}

async function keep(url) {
  const cache = await caches.open(READ);
  if (await cache.match(url)) return;
  const response = await fetch(url, { cache: "force-cache" });
  if (response.ok && !response.redirected) await remember(new Request(url), response);
}

async function remember(request, response) {
  const cache = await caches.open(READ);
  await cache.delete(request);
  await cache.put(request, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((old) => cache.delete(old)));
}

async function page(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) event.waitUntil(remember(request, response.clone()));
    return response;
  } catch {
    return (
      (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) ??
      (await caches.match(`${setup.root}hors-ligne/`)) ??
      Response.error()
    );
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    caches.open(FRAME).then((cache) => cache.put(request, copy));
  }
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (url.pathname.startsWith(`${setup.root}assets/`)) event.respondWith(file(request));
});
