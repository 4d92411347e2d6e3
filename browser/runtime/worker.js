// The worker's side: start Python, then answer one message after another. It knows no rule.

import { accepted } from "./message.js";
import { resume as goOn, SITE, start } from "./start.js";
import { because, failed } from "./words.js";

const { calculator: own, mayKeep } = JSON.parse(self.name); // of the page
const ROWS = 50; // of a table, between two signs of progress

/** Why Python has ended, or never began, from what it threw. */
function reasonOf(error) {
  for (let cause = error; cause; cause = cause.cause) {
    if (cause.reason && cause.reason !== "broken") return cause.reason;
    if (/memory|allocat/i.test(cause.message)) return "memory";
  }
  return "broken";
}

const tell = (stage, loaded = 0, total = 0) => postMessage({ stage, loaded, total });
const halted = (error) => {
  console.error(error);
  postMessage({ halted: error.reason ?? "missing" });
};
const core = start(own, mayKeep, tell, halted);
core.then(
  ({ keep }) => {
    postMessage({ ready: true });
    keep();
  },
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
  const started = await core;
  const { python, manifest, held, door } = started;
  if (cancelled.delete(id)) return { cancelled: true };
  const tell = (done, total) => postMessage({ id, progress: { done, total } });
  const packages = async () => import("./packages.js").catch(because("missing"));
  const load = async (paths) => (await packages()).load(started, paths, tell).catch(because("missing"));
  const parts = manifest.kinds[calculator] ?? [];
  if (parts.some((path) => !held.has(path))) await load(parts);
  if (task === "batch") return workThrough(id, door.job(calculator, JSON.stringify(payload)));
  if (task === "qr" || task === "sheet") {
    const tools = await packages();
    await load(manifest.tools[tools.tool(task, payload)]);
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
  if (resume) return goOn();
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
