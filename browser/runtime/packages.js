// In the worker: packages that are fetched when first used, as another calculator's, and what two of them do: spreadsheets
// in, QR codes out.

import { Downloads } from "./downloads.js";
import { add, PYTHON } from "./start.js";

const ZIP = "80,75"; // "PK": how a workbook begins, and no CSV file does

/** The tool that a task runs on. */
export function tool(task, { file }) {
  const workbook = file && String(new Uint8Array(file, 0, Math.min(2, file.byteLength))) === ZIP;
  return workbook ? "workbook" : task;
}

/** Fetch these archives where Python does not hold them; what has arrived is told. */
export async function load({ python, manifest, held }, paths, tell) {
  const missing = paths.filter((path) => !held.has(path));
  const files = Object.fromEntries(missing.map((path) => [path, manifest.later[path] ?? manifest.parts[path]]));
  const downloads = await new Promise((resolve, reject) => {
    const under = new Downloads(PYTHON, files, tell, reject);
    under.done.then(() => resolve(under));
  });
  add(python, manifest, await Promise.all(missing.map((path) => downloads.unpacked(path))));
  for (const path of missing) held.add(path);
}

/** A file as the tables it holds, some rows at a time, like a table of cases. */
export const reading = (python, { file }) => python.pyimport("page_tools.sheet").Job(python.toPy(new Uint8Array(file)));

/** The QR code of a text. */
export const code = (python, { text }) => JSON.parse(python.pyimport("page_tools.qr").reply(text));
