// The worker's side: fetch and start Python, then answer one message after another. It knows no rule.

import { Downloads } from "./downloads.js";
import { accepted } from "./message.js";
import { manifest as release } from "./release.js";
import { amiss, because, failed } from "./words.js";

const PYTHON = new URL("../../../python/", import.meta.url);
const SITE = new URL("../../", PYTHON).pathname;
const DOOR = "uses.door"; // the module of the core that answers
const CALCULATOR = self.name; // the page's own
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const ROWS = 50; // of a table, between two signs of progress

/** The manifest of the bundle that this version of the site belongs to. */
async function bundle() {
  const answer = await fetch(new URL(release, PYTHON)).catch(because("missing"));
  const reason = amiss(answer);
  return reason ? because(reason)(answer.status) : answer.json().catch(because("damaged"));
}

/** Why Python has ended, or never began, from what it threw. */
function reasonOf(error) {
  for (let cause = error; cause; cause = cause.cause) {
    if (cause.reason && cause.reason !== "broken") return cause.reason;
    if (/memory|allocat/i.test(cause.message)) return "memory";
  }
  return "broken";
}

let downloads = null;

/** Fetch what the page's calculator rests on all at once, start Python and give the core's door. */
async function start() {
  // Where WebAssembly is refused, Pyodide would wait for ever without a word.
  const compiled = (async () => WebAssembly.compile(EMPTY_WASM))();
  await compiled.catch(because("refused"));
  const { runtime, library, lock, core, files, later, parts, kinds } = await bundle();
  // A bundle that is whole, as for a look at a change, has no parts.
  const own = kinds[CALCULATOR] ?? [];
  downloads = new Downloads(
    PYTHON,
    { ...files, ...Object.fromEntries(own.map((path) => [path, parts[path]])) },
    (loaded, total) => postMessage({ stage: "Fetching Python", loaded, total }),
    (error) => {
      console.error(error);
      postMessage({ halted: error.reason ?? "missing" });
    },
  );
  const at = (path) => new URL(path, PYTHON).href;
  const machine = downloads.compiled(`${runtime}pyodide.asm.wasm`);
  // Pyodide would wait for ever where this fails, or where a promise of its own does that it awaits nowhere.
  const halted = new Promise((resolve, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { once: true });
    machine.catch(reject);
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const module = await machine;
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => (reject(error), because("broken")(error)));
      return { module, instance };
    };
  });
  halted.catch(() => {});
  // Fetched first, so that their bytes are counted as they come; the import then finds them kept by the browser.
  const modules = ["pyodide.js", "pyodide.asm.js"].map((name) =>
    downloads.whole(runtime + name).then(() => import(at(runtime + name)).catch(because("missing"))),
  );
  const started = Promise.all(modules).then(([{ loadPyodide }]) =>
    loadPyodide({
      indexURL: at(runtime),
      stdLibURL: at(library),
      lockFileURL: at(lock),
      packageBaseUrl: PYTHON.href,
      packages: own.length ? [part(core, CALCULATOR)] : [core],
      stdout: () => {},
    }),
  );
  await Promise.race([downloads.done, started]);
  postMessage({ stage: "Starting Python", loaded: 0, total: 0 });
  const python = await Promise.race([halted, started]);
  downloads = null;
  postMessage({ stage: "Loading the calculators", loaded: 0, total: 0 });
  const rest = { ...later, ...parts };
  return { python, rest, named: (id) => (id in kinds ? [part(core, id)] : []), door: python.pyimport(`${core}.${DOOR}`) };
}

/** The package of one calculator, which needs those of its papers. */
const part = (core, id) => `${core}-${id}`;

const core = start();
core.then(
  () => postMessage({ ready: true }),
  (error) => {
    console.error(error);
    postMessage({ stopped: reasonOf(error) });
  },
);

const cancelled = new Set();
/** Let messages that have come meanwhile be heard. */
const breathe = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** A table of cases or a file, some rows at a time, until its end or until it is cancelled. */
async function workThrough(id, job) {
  for (;;) {
    const reply = JSON.parse(job.step(ROWS));
    if (!reply.progress) return reply;
    postMessage({ id, ...reply });
    await breathe();
    if (cancelled.delete(id)) return { cancelled: true };
  }
}

/** The reply to a question. */
async function answer({ id, task, calculator, payload }) {
  const { python, rest, named, door } = await core;
  if (cancelled.delete(id)) return { cancelled: true };
  const tell = (done, total) => postMessage({ id, progress: { done, total } });
  const packages = async () => import("./packages.js").catch(because("missing"));
  const load = async (names) => (await packages()).load(python, PYTHON, rest, names, tell).catch(because("missing"));
  if (named(calculator).some((name) => !python.loadedPackages[name])) await load(named(calculator));
  if (task === "batch") return workThrough(id, door.job(calculator, JSON.stringify(payload)));
  if (task === "qr" || task === "sheet") {
    const tools = await packages();
    await load(tools.needed(task, payload));
    if (cancelled.delete(id)) return { cancelled: true };
    return task === "qr" ? tools.code(python, payload) : workThrough(id, tools.reading(python, payload));
  }
  return JSON.parse(door.perform(task, calculator, JSON.stringify(payload), SITE, tell));
}

addEventListener("message", async ({ data }) => {
  if (!accepted(data)) {
    const id = Number.isSafeInteger(data?.id) ? data.id : null;
    return postMessage({ id, ...failed("large") });
  }
  const { id, cancel, resume } = data;
  if (cancel) return cancelled.add(id);
  if (resume) return downloads?.resume();
  try {
    postMessage({ id, ...(await answer(data)) });
  } catch (error) {
    console.error(error);
    // An exception in Python, or a part that is not to be had, leaves it able to go on; anything else may not.
    if (error?.type) postMessage({ id, ...failed(error.type === "MemoryError" ? "memory" : "puzzled") });
    else if (error?.reason) postMessage({ id, ...failed(error.reason) });
    else postMessage({ stopped: "crashed" });
  }
});
