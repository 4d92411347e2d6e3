// The store of pages for reading without a network: one cache a version, filled with whole files that are checked by
// the hashes the build wrote, and marked last with what it was filled for. The worker at the site's root answers from it.
export const root = new URL(document.querySelector(".top__name").href);
const LIST = new URL("offline.json", root).href;
const KEPT = `${LIST}?kept`;
const OURS = `kept 1 ${root.pathname} `;
const OPEN = `${OURS}open`; // the worker's own
const STARTED = `python ${root.pathname}`; // of the calculators' worker, `start.js`
const WANTED = `${LIST}?wanted`;
const REFUSED = "keep"; // in local storage: the reader has had all removed
const ADDRESSED = /^assets\/(browser|python|scripts|stylesheets)\//;
const AT_ONCE = 6;
const READING = "bpm"; // base of every page, pages, modules of forms
const CALCULATOR = "bmc"; // and of Python
const EVERYTHING = "bpmckx"; // and what is some calculators' own, or fetched when it is first used

const failure = (reason, cause) => Object.assign(new Error(reason, { cause }), { reason });

async function stored(name, address) {
  const found = await caches.match(address, { cacheName: name });
  return found?.json();
}

/** The newest version that is kept: its store, what it was filled for, and its list of files; null where there is none. */
export async function kept() {
  for (const name of (await caches.keys()).filter((each) => each.startsWith(OURS)).reverse()) {
    const groups = await stored(name, KEPT);
    if (groups) return { name, groups, list: await stored(name, LIST) };
  }
  return null;
}

/** What the reader has asked for, whether it is here yet or not. */
export const wanted = async () => (await stored(OPEN, WANTED)) ?? [];

export async function want(groups) {
  const cache = await caches.open(OPEN);
  await (groups.length ? cache.put(WANTED, new Response(JSON.stringify(groups))) : cache.delete(WANTED));
}

/** Whether calculators may be kept without asking. */
export function allowed() {
  try {
    return localStorage.getItem(REFUSED) !== "no";
  } catch {
    return false; // Where this is refused, so is the store.
  }
}

export function allow(yes) {
  try {
    if (yes) localStorage.removeItem(REFUSED);
    else localStorage.setItem(REFUSED, "no");
  } catch {
    // Then nothing is kept in any case.
  }
}

/** The list of this site's newest version, as the build wrote it. */
export async function newest() {
  const answer = await fetch(LIST, { cache: "no-cache", mode: "same-origin" }).catch((error) => {
    throw failure("network", error);
  });
  if (!answer.ok) throw failure("gone");
  const copy = answer.clone();
  const list = await answer.json().catch((error) => {
    throw failure("foreign", error);
  });
  return { list, answer: copy };
}

/** The addresses that groups take: each is "reading", "everything", or the address of a calculator. */
export function needed({ files, calculators }, groups) {
  const takes = ([address, [, , part]]) =>
    groups.some((group) => {
      if (group === "reading") return READING.includes(part);
      if (group === "everything") return EVERYTHING.includes(part);
      return CALCULATOR.includes(part) || address.startsWith(group) || calculators[group]?.includes(address);
    });
  return Object.entries(files).filter(takes).map(([address]) => address);
}

/**
 * Keep what groups take of the newest version, with what is kept already; only what is not here is fetched.
 * `run.only`: nothing, unless the version is the one that this file belongs to.
 * @param {string[]} groups
 * @param {{tell?: (done: number, total: number) => void, waiting?: () => void, signal?: AbortSignal, only?: boolean}} run
 */
export function fill(groups, run = {}) {
  const { signal } = run;
  const work = () => filled(groups, run);
  return navigator.locks.request(OURS, { ifAvailable: true }, async (lock) => {
    if (lock) return work();
    run.waiting?.();
    return navigator.locks.request(OURS, { signal }, work);
  });
}

async function filled(groups, { tell = () => {}, signal, only }) {
  const { list, answer } = await newest();
  const name = OURS + list.version;
  const before = await kept();
  const all = [...new Set([...(before?.groups ?? []), ...groups])];
  const other = only && !list.files[import.meta.url.slice(root.href.length)];
  if (other || (before?.name === name && all.length === before.groups.length)) return { fresh: false };
  await forgetHalves(name);
  const cache = await caches.open(name).catch((error) => {
    throw failure("refused", error);
  });
  const addresses = needed(list, all);
  const here = new Set((await cache.keys()).map(({ url }) => url.slice(root.href.length)));
  const weight = (address) => list.files[address][1];
  const total = addresses.reduce((sum, address) => sum + weight(address), 0);
  let done = 0;
  const arrived = (address) => tell((done += weight(address)), total);
  const queue = addresses.filter((address) => !here.has(address) || arrived(address));
  const take = async () => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      signal?.throwIfAborted();
      const [hash] = list.files[address];
      const same = before && before.name !== name && before.list?.files[address]?.[0] === hash;
      const old = same && (await caches.match(new URL(address, root).href, { cacheName: before.name }));
      await put(cache, address, old || (await fetched(address, hash, signal)));
      arrived(address);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    signal?.throwIfAborted();
    await put(cache, "offline.json", answer);
    // From here on it is whole.
    await put(cache, "offline.json?kept", new Response(JSON.stringify(all)));
  } catch (error) {
    queue.length = 0;
    // What has come is not fetched again after a network has failed; after all else it is of no more use.
    if (error.reason !== "network") await dropped(name, list);
    throw error;
  }
  return { fresh: before?.name !== name };
}

/** Let go of what has come for nothing. */
async function dropped(name, list) {
  const groups = await stored(name, KEPT);
  if (!groups) return caches.delete(name);
  const held = new Set(needed(list, groups));
  const cache = await caches.open(name);
  for (const { url } of await cache.keys()) {
    const address = url.slice(root.href.length);
    if (list.files[address] && !held.has(address)) await cache.delete(url);
  }
}

/** Remove the stores of other versions that never became whole. */
async function forgetHalves(name) {
  for (const other of await caches.keys()) {
    if (other.startsWith(OURS) && ![name, OPEN].includes(other) && !(await stored(other, KEPT))) await caches.delete(other);
  }
}

async function put(cache, address, response) {
  await cache.put(new URL(address, root).href, response).catch((error) => {
    throw failure(error.name === "QuotaExceededError" ? "room" : "refused", error);
  });
}

/** The response of the network itself, once all of it has come and is what the build wrote. */
async function fetched(address, hash, signal) {
  const modes = ADDRESSED.test(address) ? ["force-cache", "reload"] : ["no-cache"];
  for (const cache of modes) {
    const ask = fetch(new URL(address, root), { cache, signal, mode: "same-origin", redirect: "error" });
    const answer = await ask.catch((error) => {
      throw signal?.aborted ? error : failure("network", error);
    });
    if (answer.status >= 500) throw failure("network");
    if (answer.status !== 200) continue;
    const bytes = await answer.clone().arrayBuffer().catch((error) => {
      throw signal?.aborted ? error : failure("network", error);
    });
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 12);
    if (btoa(String.fromCharCode(...found)) === hash) return answer;
  }
  throw failure("changed", address);
}

/** Remove all that is kept, Python as it once started among it, and the worker. */
export async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(OURS) || name === STARTED) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration(root.href);
  if (registration?.scope === root.href) await registration.unregister();
}
