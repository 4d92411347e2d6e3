// What a reader sees of keeping pages: the buttons in their states, how far it has come, what went wrong in words, and
// the line that tells of a newer version. What a calculator needs is kept without a word once it has been used.
import { allow, allowed, fill, forget, kept, root, want, wanted } from "./store.js";

const workers = navigator.serviceWorker;
const WORKER = new URL("service-worker.js", root).href;
// The page's policy starts this worker and no other, where the browser knows such policies.
const address = globalThis.trustedTypes?.createPolicy("offline", { createScriptURL: () => WORKER }).createScriptURL("") ?? WORKER;
const boxes = [...document.querySelectorAll("[data-keep]")];
const labels = new Map(boxes.map((box) => [box, [...box.firstElementChild.childNodes]]));
for (const box of boxes) {
  const bar = Object.assign(document.createElement("progress"), { hidden: true, ariaLabel: "How much is kept" });
  // What moves all the time is for the eye; what is read out is told now and then.
  const count = Object.assign(document.createElement("span"), { ariaHidden: "true" });
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  box.append(bar, count, told);
}
const READING = ["reading", "everything"];
const REMOVE = "Remove what is kept for use without a network";
const WAITING = "Another tab is keeping pages. This one waits for it.";
const WORDS = {
  network: "The network failed. What has come stays: press again to go on. With a network, it also goes on by itself on any page you open.",
  gone: "This site’s server could not give the list of what to keep. Try again later.",
  foreign: "Another page came in place of the list of what to keep. If this network asks you to log in, do so, then press again.",
  changed: "A file was not as it should be, as while the site is being changed. Nothing new is kept. Try again in some minutes.",
  refused: "This browser does not let the site keep pages, as in a private window. Nothing new is kept.",
  broken: "This could not be done. Nothing new is kept. Reload the page to try again.",
};
/** What is kept; nothing where the browser does not say. */
const held = () => kept().catch(() => null);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** What is under way: for which kind of button, and how to stop it. */
let running = null;
let mine = null; // the store that this page was taken from
let newer = null;

async function register() {
  const registration = await workers.register(address, { scope: root.pathname }).catch(console.info);
  if (!registration) throw Object.assign(new Error("no worker"), { reason: "refused" });
}

function say(words, kind) {
  for (const box of boxes) if (box.dataset.keep === kind || !kind) box.lastElementChild.textContent = words;
}

async function draw() {
  const groups = (await held())?.groups ?? [];
  for (const box of boxes) {
    const [button, bar, count, words] = box.children;
    const kind = box.dataset.keep;
    const here = kind === "reading" ? READING.some((each) => groups.includes(each)) : groups.includes(kind);
    const busy = running?.kind === kind;
    // Where pages are kept, the buttons that keep them remove them.
    const alone = groups.length && !READING.some((each) => groups.includes(each));
    if (kind === "remove") box.hidden = !alone && !words.textContent;
    else if (busy) button.textContent = "Stop";
    else if (here) button.textContent = REMOVE;
    else button.replaceChildren(...labels.get(box));
    box.dataset.state = here;
    bar.hidden = !busy;
    count.textContent = "";
    words.classList.toggle("vh", busy);
  }
  document.dispatchEvent(new Event("kept-changed"));
}

/** A button was pressed: keep, stop, or remove. */
export async function pressed(box) {
  const kind = box.dataset.keep;
  if (running?.kind === kind) return running.stop.abort();
  // Nobody has looked yet where this page was not taken from the store.
  if (!("state" in box.dataset)) await draw();
  if (kind === "remove" || box.dataset.state === "true") return remove(kind);
  await keep(kind);
}

async function remove(kind) {
  const { controller } = workers;
  running?.stop.abort();
  allow(false);
  try {
    await want([]);
    await forget();
    say("All that was kept for use without a network is removed.", kind);
    newer?.replaceChildren();
    controller?.postMessage({ changed: true });
  } catch {
    say(WORDS.broken, kind);
  }
  await draw();
}

async function keep(kind, byItself = false) {
  const stop = new AbortController();
  running = { kind, stop };
  const shown = boxes.filter((box) => box.dataset.keep === kind).map((box) => box.children);
  let told = 0;
  const waiting = () => {
    for (const [, , count] of shown) count.textContent = WAITING;
    say(WAITING, kind);
  };
  const tell = (done, total) => {
    const words = `Keeping: ${megabytes(done)} of ${megabytes(total)} MB.`;
    for (const [, bar, count] of shown) {
      Object.assign(bar, { max: total, value: done });
      count.textContent = words;
    }
    if (done < (told * total) / 4) return;
    told = Math.floor((4 * done) / total) + 1;
    say(words, kind);
  };
  if (!byItself) allow(true);
  listen();
  await draw();
  let words = "";
  try {
    await register();
    await want([kind]);
    await fill([kind], { tell, signal: stop.signal, waiting });
    await want([]);
    navigator.storage?.persist?.().catch(() => {});
    words = "Kept on this device. It can be read without a network.";
    changed();
  } catch (error) {
    const { reason = error instanceof DOMException ? "refused" : "broken" } = error;
    if (stop.signal.aborted) words = "Stopped. Nothing new is kept.";
    else if (reason === "room") words = `This browser has no room for it: it takes about ${roomOf(kind)}. Nothing new is kept.`;
    else words = byItself && reason === "network" ? "" : WORDS[reason];
    if (stop.signal.aborted || reason !== "network") await want([]).catch(() => {});
    if (!stop.signal.aborted) console.info(error);
  }
  running = null;
  say(words, kind);
  await draw();
}

const roomOf = (kind) => boxes.find((box) => box.dataset.keep === kind).dataset.room;

async function changed() {
  mine ??= (await held())?.name;
  (await workers.getRegistration(root.href))?.active?.postMessage({ changed: true });
}

/** Say that a newer version is here, in a place that was there before. */
async function compare() {
  const now = (await held())?.name;
  mine ??= now;
  await draw();
  if (!newer || !now || now === mine || newer.childElementCount) return;
  const button = (textContent, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent });
    made.addEventListener("click", act);
    return made;
  };
  const later = () => {
    newer.remove();
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  newer.replaceChildren(
    "A newer version of this site is here. What you typed stays. ",
    button("Reload the page", () => location.reload()),
    button("Not now", later),
  );
}

/** Hear of changes in the store, and have a place where a newer version is told of. */
function listen() {
  if (newer) return;
  newer = Object.assign(document.createElement("div"), { className: "newer" });
  newer.setAttribute("role", "status");
  document.body.append(newer);
  workers.addEventListener("message", ({ data }) => {
    if (data.changed) compare();
    else if ("mine" in data) {
      mine = data.mine ?? null;
      compare();
    }
  });
}

/** Something is kept, or to be: show it, and fetch in the background what is new. */
export async function look() {
  listen();
  workers.controller?.postMessage({ mine: true });
  if (!navigator.onLine) return;
  try {
    const asked = await wanted();
    if (asked.length) return await keep(asked[0], true);
    const groups = (await held())?.groups ?? [];
    // What was kept without asking is brought up to date when it is used.
    if (!READING.some((each) => groups.includes(each))) return;
    const { fresh } = await fill(groups);
    if (fresh) await changed();
  } catch {
    // Without a network, or while the site is being changed, the version that is here stays.
  }
}

/** A calculator has started: what it runs has just been fetched, and is kept from what the browser holds. */
export async function visited() {
  if (!allowed()) return;
  try {
    await register();
    const page = location.pathname.slice(root.pathname.length).replace(/index\.html$/, "");
    const { fresh } = await fill([page], { only: true });
    if (fresh) await changed();
  } catch {
    // The calculator works; it will only not be there without a network.
  }
}
