// In the worker: Python packages that are fetched when first used, as another calculator's, and what two of them do:
// spreadsheets in, QR codes out.

import { Downloads } from "./downloads.js";

const ZIP = "80,75"; // "PK": how a workbook begins, and no CSV file does

/** The packages that a task needs beside the core. */
export function needed(task, { file }) {
  const workbook = file && String(new Uint8Array(file, 0, Math.min(2, file.byteLength))) === ZIP;
  return ["page-tools", ...(task === "qr" ? ["segno"] : []), ...(workbook ? ["openpyxl"] : [])];
}

/** Fetch these packages, and those that they need, where they are not loaded; what has arrived is told. */
export async function load(python, base, rest, names, tell) {
  const { packages } = python.lockfile;
  const all = new Set(names);
  for (const name of all) for (const other of packages[name].depends) all.add(other);
  const paths = [...all].filter((name) => !python.loadedPackages[name]).map((name) => packages[name].file_name);
  if (!paths.length) return;
  const files = Object.fromEntries(paths.map((path) => [path, rest[path]]));
  await new Promise((resolve, reject) => new Downloads(base, files, tell, reject).done.then(resolve));
  await python.loadPackage(names, { messageCallback() {}, errorCallback() {} });
}

/** A file as the tables it holds, some rows at a time, like a table of cases. */
export const reading = (python, { file }) => python.pyimport("page_tools.sheet").Job(python.toPy(new Uint8Array(file)));

/** The QR code of a text. */
export const code = (python, { text }) => JSON.parse(python.pyimport("page_tools.qr").reply(text));
