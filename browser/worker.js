// The worker's side: fetch and start Python, then answer one case after another. It knows no rule.

import { Downloads } from "./downloads.js";
import { accepted } from "./message.js";
import { manifest as release } from "./release.js";

const PYTHON = new URL("../python/", import.meta.url);
const SITE = new URL("../../", import.meta.url).pathname;
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** An error whose reason the page has words for. */
const because = (reason) => (cause) => Promise.reject(Object.assign(new Error(reason, { cause }), { reason }));

/** The manifest of the bundle that this version of the site belongs to. */
async function bundle() {
  const answer = await fetch(new URL(release, PYTHON)).catch(because("missing"));
  return answer.ok ? answer.json() : because("stale")(answer.status);
}

/** Fetch everything at once, start Python and give the core's door. */
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
  return python.pyimport(`${core}.engine.door`);
}

const door = start();
door.then(
  () => postMessage({ ready: true }),
  (error) => {
    console.error(error);
    postMessage({ stopped: error.reason ?? "broken" });
  },
);

addEventListener("message", async ({ data }) => {
  if (!accepted(data)) {
    const id = Number.isSafeInteger(data?.id) ? data.id : null;
    return postMessage({ id, failure: "There is more here than the calculator takes. Shorten the table, then try again." });
  }
  const { id, calculator, case: values } = data;
  try {
    postMessage({ id, ...JSON.parse((await door).answer_page(calculator, JSON.stringify(values), SITE)) });
  } catch (error) {
    console.error(error);
    // An exception in Python leaves it able to go on; anything else may not.
    if (error?.type) postMessage({ id, failure: "The calculator could not work this case out." });
    else postMessage({ stopped: error.reason ?? "crashed" });
  }
});
