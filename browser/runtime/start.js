// Starts Python in the worker: from the bundle, or from what an earlier start has left in this browser.

import { entries, place } from "./archive.js";
import { Downloads, lend } from "./downloads.js";
import { manifest as release } from "./release.js";
import { Snapshot, taken } from "./snapshot.js";
import { amiss, because } from "./words.js";

export const PYTHON = new URL("../../../python/", import.meta.url);
const MACHINE_CODE = "pyodide.asm.wasm";
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const LOOK_AGAIN = "import sys; sys.path_importer_cache.clear()";
export const SITE = new URL("../../", PYTHON).pathname;

const at = (path) => new URL(path, PYTHON).href;
const snapshot = new Snapshot(`python ${SITE}`, at(`${release}?started`));
let downloads = null;

/** Go on with a download that has come to a halt. */
export const resume = () => downloads?.resume();

/** The manifest of the bundle that this version of the site belongs to. */
async function bundle() {
  const answer = await fetch(at(release)).catch(because("missing"));
  const reason = amiss(answer);
  return reason ? because(reason)(answer.status) : answer.json().catch(because("damaged"));
}

/**
 * Python with what a calculator rests on, the manifest, the archives that it holds, and the core's door; once it is
 * called, `keep` puts this start by, for the next one to begin with.
 * @param {string} calculator
 * @param {boolean} mayKeep Whether this start may begin with an earlier one, and a later one with this.
 * @param {(name: string, loaded?: number, total?: number) => void} tell
 * @param {(error: Error) => void} halted Called when a file has failed.
 */
export async function start(calculator, mayKeep, tell, halted) {
  // Where WebAssembly is refused, Pyodide would wait for ever without a word.
  await (async () => WebAssembly.compile(EMPTY_WASM))().catch(because("refused"));
  const [manifest, kept] = await Promise.all([bundle(), mayKeep ? snapshot.find() : snapshot.forget()]);
  const begin = (earlier) => started(manifest, calculator, { mayKeep, kept: earlier, tell, halted });
  if (!kept) return begin();
  try {
    return await begin(kept);
  } catch (error) {
    if (error?.reason) throw error;
    console.info(error);
    await snapshot.forget();
    return begin();
  }
}

async function started(manifest, calculator, { mayKeep, kept, tell, halted }) {
  const { library, core, files, parts, kinds, examples } = manifest;
  const facts = { ...files, ...parts };
  const held = new Set(kept?.held);
  // A bundle that is whole, as for a look at a change, has no parts.
  const archives = [...Object.keys(files).filter((path) => files[path].packed), ...(kinds[calculator] ?? [])];
  const fresh = archives.filter((path) => !held.has(path));
  const machineCode = kept && (await atHand(manifest));
  const modules = machineCode ? [] : Object.keys(files).filter((path) => !files[path].packed);
  downloads = new Downloads(
    PYTHON,
    Object.fromEntries([...modules, ...fresh].map((path) => [path, facts[path]])),
    (loaded, total) => tell("Fetching Python", loaded, total),
    halted,
  );
  const python = await woken(manifest, { content: kept?.content, machineCode, mayKeep, tell });
  tell("Loading the calculators");
  const packages = fresh.filter((path) => path !== library).map((path) => downloads.unpacked(path));
  downloads = null;
  add(python, manifest, await Promise.all(packages));
  const door = python.pyimport(`${core}.uses.door`);
  for (const path of fresh) held.add(path);
  const example = { calculator, payload: JSON.stringify({ case: examples[calculator] ?? {} }) };
  let content = mayKeep && fresh.length ? withExample(python, door, example) : null;
  const names = [...held];
  const keep = () => {
    if (content) snapshot.keep(names, content).catch(console.info);
    // It is as large as Python itself.
    content = null;
  };
  return { python, manifest, held, door, keep };
}

/** What can be kept of a start: with what a first answer loads, but before any answer of the reader's has come near. */
function withExample(python, door, { calculator, payload }) {
  try {
    door.perform("run", calculator, payload, SITE);
    return taken(python);
  } catch (error) {
    console.info(error);
    return null;
  }
}

/** The machine code where the browser has kept it since an earlier start: then it need not be looked at again. */
async function atHand({ runtime }) {
  const answer = await fetch(at(runtime + MACHINE_CODE), { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
  return answer?.ok ? answer : null;
}

/** Pyodide, once it has started: afresh, or with the content of a snapshot. */
async function woken({ runtime, library, abi }, { content, machineCode, mayKeep, tell }) {
  const machine = machineCode ? WebAssembly.compileStreaming(machineCode) : downloads.compiled(runtime + MACHINE_CODE);
  // Pyodide would wait for ever where this fails, or where a promise of its own does that it awaits nowhere.
  const failed = new Promise((resolve, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { once: true });
    machine.catch(reject);
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const module = await machine;
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => (reject(error), because("broken")(error)));
      return { module, instance };
    };
  });
  failed.catch(() => {});
  const modules = ["pyodide.js", "pyodide.asm.js"].map(async (name) => {
    // Fetched first, so that their bytes are counted as they come; the import then finds them kept by the browser.
    if (!machineCode) await downloads.whole(runtime + name);
    return import(at(runtime + name)).catch(because("missing"));
  });
  const started = Promise.all([content, ...modules]).then(async ([kept, { loadPyodide }, { default: createPyodideModule }]) => {
    lend(at(runtime + MACHINE_CODE), null);
    lend(at(library), kept ? kept.library : downloads.unpacked(library));
    const python = await loadPyodide({
      createPyodideModule,
      indexURL: at(runtime),
      stdLibURL: at(library),
      lockFileContents: { info: { abi_version: abi }, packages: {} },
      packageBaseUrl: PYTHON.href,
      _makeSnapshot: mayKeep,
      ...(kept && { _loadSnapshot: kept.heap }),
      stdout: () => {},
    });
    if (kept) place(python, "", kept.files);
    return python;
  });
  await Promise.race([downloads.done, started]);
  tell("Starting Python");
  return Promise.race([failed, started]);
}

/** Put packages where Python finds them. */
export function add(python, { packages }, archives) {
  for (const archive of archives) place(python, packages, entries(archive));
  python.runPython(LOOK_AGAIN);
}
