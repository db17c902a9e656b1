// The service worker: keeps the files of the page, so that it works with no network.
//
// A version of the page is kept as a whole or not at all: each file is checked against the digest that the bundler wrote
// down, so a host that is in the midst of an update cannot leave a mixture.

/** Digests by path, and one over all of them. The bundler puts them in (see playground/assemble.go). */
declare const KEPT: { version: string; files: Record<string, string> };

const worker = self as unknown as ServiceWorkerGlobalScope;

// All sites of an origin share its caches.
const ours = `mpwasm ${worker.registration.scope} `;
const current = ours + KEPT.version;

/** Where a file is fetched and kept. Hosts redirect index.html to its folder, and a redirect cannot answer a visit. */
function address(path: string): string {
  return new URL(path === "index.html" ? "./" : path, worker.registration.scope).href;
}

async function digest(data: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data)).subarray(0, 6);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function keep(cache: Cache, path: string, want: string): Promise<void> {
  const url = address(path);
  const known = path.startsWith("assets/") && (await caches.match(url)); // its name is a promise of its contents
  const response = known || (await fetch(url, { cache: path.startsWith("assets/") ? "default" : "no-cache" }));
  if (!response.ok) throw new Error(`keeping ${path} for offline use: the server answers ${response.status}`);
  if ((await digest(await response.clone().arrayBuffer())) !== want) {
    throw new Error(`keeping ${path} for offline use: it is not that of this version`);
  }
  await cache.put(url, response);
}

async function install(): Promise<void> {
  const cache = await caches.open(current);
  await Promise.all(Object.entries(KEPT.files).map(([path, want]) => keep(cache, path, want)));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== current).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(current);
  const url = new URL(request.url);
  if (url.origin + url.pathname === new URL("index.html", worker.registration.scope).href) request = new Request(worker.registration.scope);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(worker.registration.scope)) event.respondWith(answer(event.request));
});
