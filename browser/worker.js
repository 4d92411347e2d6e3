// The worker's side: fetch and start Python, then answer one message after another. It knows no rule.

import { Downloads } from "./downloads.js";
import { accepted } from "./message.js";
import { manifest as release } from "./release.js";

const PYTHON = new URL("../python/", import.meta.url);
const SITE = new URL("../../", import.meta.url).pathname;
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const ROWS = 50; // of a table, between two signs of progress

/** An error whose reason the page has words for. */
const because = (reason) => (cause) => Promise.reject(Object.assign(new Error(reason, { cause }), { reason }));

/** The manifest of the bundle that this version of the site belongs to. */
async function bundle() {
  const answer = await fetch(new URL(release, PYTHON)).catch(because("missing"));
  return answer.ok ? answer.json() : because("stale")(answer.status);
}

/** Fetch everything at once, start Python and give the core's tasks. */
async function start() {
  // Where WebAssembly is refused, Pyodide would wait for ever without a word.
  const compiled = (async () => WebAssembly.compile(EMPTY_WASM))();
  await compiled.catch(because("refused"));
  const { runtime, library, lock, core, files } = await bundle();
  const downloads = new Downloads(PYTHON, files, (loaded, total) =>
    postMessage({ stage: "Fetching Python", loaded, total }),
  );
  const at = (path) => new URL(path, PYTHON).href;
  const started = import(at(`${runtime}pyodide.mjs`)).then(({ loadPyodide }) =>
    loadPyodide({
      indexURL: at(runtime),
      stdLibURL: at(library),
      lockFileURL: at(lock),
      packageBaseUrl: PYTHON.href,
      packages: [core],
      stdout: () => {},
    }),
  );
  started.catch(() => {}); // told below, unless a download has already failed
  await downloads.done.catch(because("missing"));
  postMessage({ stage: "Starting Python", loaded: 0, total: 0 });
  const python = await started;
  postMessage({ stage: "Loading the calculators", loaded: 0, total: 0 });
  return { python, door: python.pyimport(`${core}.uses.door`) };
}

const core = start();
core.then(
  () => postMessage({ ready: true }),
  (error) => {
    console.error(error);
    postMessage({ stopped: error.reason ?? "broken" });
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

/** A table of cases, some rows at a time, until its end or until it is cancelled. */
async function workThrough(id, job) {
  for (;;) {
    const reply = JSON.parse(job.step(ROWS));
    if (!reply.progress) return reply;
    postMessage({ id, ...reply });
    await breathe();
    if (cancelled.delete(id)) return { cancelled: true };
  }
}

/** The reply to a message. */
async function answer({ id, calculator, task = "run", payload, case: values }) {
  const { python, door } = await core;
  if (cancelled.delete(id)) return { cancelled: true };
  if (task === "batch") return workThrough(id, door.Job(calculator, payload.table));
  const tell = (done, total) => postMessage({ id, progress: { done, total } });
  if (task === "qr" || task === "sheet") return (await import("./tools.js")).use(python, task, payload, tell);
  return JSON.parse(door.perform(task, calculator, JSON.stringify(payload ?? { case: values }), SITE, tell));
}

addEventListener("message", async ({ data }) => {
  if (!accepted(data)) {
    const id = Number.isSafeInteger(data?.id) ? data.id : null;
    return postMessage({ id, failure: "There is more here than the calculator takes. Shorten the table, then try again." });
  }
  const { id, cancel } = data;
  if (cancel) return cancelled.add(id);
  try {
    postMessage({ id, ...(await answer(data)) });
  } catch (error) {
    console.error(error);
    // An exception in Python leaves it able to go on; anything else may not.
    if (error?.type) postMessage({ id, failure: "The calculator could not work this case out." });
    else postMessage({ stopped: error.reason ?? "crashed" });
  }
});
