// Published at the site's root. It answers from what pages have put into the store, whole and checked by hash
// (`store.js` among the scripts), and hands on the stored response itself, so that browsers keep compiled code for it.
// It stores nothing of its own but which version a page that is open was taken from.

const ROOT = new URL(registration.scope);
const FORMAT = "kept ";
const OURS = `${FORMAT}1 ${ROOT.pathname} `;
const KEPT = new URL("offline.json?kept", ROOT).href; // written last: what the store holds whole
const OPEN = `${OURS}open`;
const OFFLINE = "about/offline/";
const SLOW = 3000; // ms for which the network comes first where something is kept that nobody asked for
// What these hold is named by its hash: the same in every version that has it.
const ADDRESSED = /^assets\/(browser|python|scripts|stylesheets)\//;
const LATEST = { ignoreVary: true };

const open = new Map(); // by page that is open, the version it was taken from

/** The stores that are whole, the newest first, each with what it was filled for. */
async function stores() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OPEN).reverse();
  const all = names.map(async (name) => ({ name, groups: await (await caches.match(KEPT, { cacheName: name }))?.json() }));
  return (await Promise.all(all)).filter(({ groups }) => groups);
}

const entry = (id) => new URL(`offline.json?page=${id}`, ROOT).href;

async function note(id, name) {
  if (!id) return;
  open.set(id, name);
  await (await caches.open(OPEN)).put(entry(id), new Response(name));
}

/** The store that a page was taken from; nothing for one that came from the network. */
async function noted(id) {
  if (id && !open.has(id)) open.set(id, await (await caches.match(entry(id), { cacheName: OPEN }))?.text());
  return open.get(id);
}

/** What the network answers, once all of it is here; nothing where that takes too long. */
function soon(request) {
  const whole = async () => {
    const answer = await fetch(request);
    await answer.clone().arrayBuffer();
    return answer;
  };
  return Promise.race([whole(), new Promise((resolve) => setTimeout(resolve, SLOW))]);
}

/** A page: from the store where the reader has asked for that, else from the network, and where that fails from the store. */
async function page({ request, resultingClientId }, address) {
  const [newest] = await stores();
  if (!newest) return fetch(request);
  const stored = (path) => caches.match(new URL(path, ROOT).href, { cacheName: newest.name, ...LATEST });
  const kept = await stored(address);
  if (!(kept && newest.groups.includes("reading"))) {
    const answer = await (kept ? soon(request) : fetch(request)).catch(() => null);
    if (answer && !(kept && answer.status >= 500)) return answer;
  }
  if (kept) {
    await note(resultingClientId, newest.name);
    return kept;
  }
  const folder = address.endsWith("/index.html") ? address.slice(0, -"index.html".length) : `${address}/`;
  for (const other of [folder, `${OFFLINE}?page=${encodeURIComponent(address)}`]) {
    if (await stored(other.split("?")[0])) return Response.redirect(new URL(other, ROOT));
  }
  return Response.error();
}

/** What a page asks for: from the version that the page is of. */
async function part({ request, clientId }, address) {
  const mine = await noted(clientId);
  if (!mine && !ADDRESSED.test(address)) {
    const answer = await fetch(request).catch(() => null);
    if (answer) return answer;
  }
  for (const { name } of (await stores()).sort((one, other) => (other.name === mine) - (one.name === mine))) {
    const found = await caches.match(request.url, { cacheName: name, ...LATEST });
    if (found) return found;
  }
  return fetch(request);
}

/** Remove the stores that no page which is open was taken from; all stay while it is not known of one. */
async function tidy() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const used = new Map(await Promise.all(pages.map(async ({ id }) => [id, await noted(id)])));
  const [, ...older] = await stores();
  if ([...used.values()].every(Boolean)) {
    for (const { name } of older) if (![...used.values()].includes(name)) await caches.delete(name);
  }
  const cache = await caches.open(OPEN);
  for (const { url } of await cache.keys()) {
    const id = new URL(url).searchParams.get("page");
    if (id && !used.has(id)) await cache.delete(url);
  }
}

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(FORMAT) && name.split(" ")[2] === ROOT.pathname && !name.startsWith(OURS);
  const forget = async () => {
    for (const name of (await caches.keys()).filter(old)) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(forget());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return;
  const address = pathname.slice(ROOT.pathname.length);
  if (request.mode === "navigate") return event.respondWith(page(event, address));
  // Pages fill the store with what comes in this mode; and what was not right is asked for past every store.
  const filling = request.mode === "same-origin" && !request.destination;
  if (!filling && !["reload", "no-store"].includes(request.cache)) event.respondWith(part(event, address));
});

addEventListener("message", (event) => {
  const { source, data } = event;
  if (data?.mine) {
    const tell = async () => source.postMessage({ mine: await noted(source.id) });
    event.waitUntil(tell().then(tidy));
  } else if (data?.changed) {
    const tell = async () => {
      for (const each of await clients.matchAll({ type: "window", includeUncontrolled: true })) each.postMessage({ changed: true });
    };
    event.waitUntil(tell());
  }
});
