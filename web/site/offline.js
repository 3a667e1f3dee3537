// Keeps everything that was published together, for when there is no network.
//
// What the page is made of has names that change with it, so what was kept under a name is what the server has under
// it; documents are asked for anew, and taken from what was kept when no answer comes. A new version is fetched beside
// the old one and takes over once no page of the old one is open: a page never gets parts of two.

/** Written by the build: the version, and every file by its address. */
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];

const OURS = "entente ";
const CACHE = OURS + registration.scope + " " + VERSION;
/** How long the network may take before a document that was kept is shown, in milliseconds. */
const PATIENCE = 3000;

addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(OURS + registration.scope + " ") && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(answer(request));
  }
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (!kept) {
    return fetch(request);
  }
  if (request.mode !== "navigate") {
    return kept;
  }
  const late = new Promise((then) => setTimeout(then, PATIENCE, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
