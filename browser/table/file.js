// A file that a reader has chosen, as the sheets that it holds.

import { sharedRuntime } from "../page/python.js";

const MOST = 10_000_000; // bytes: what the worker takes
const GONE = "Choose the file again: it has been changed, moved or deleted since you chose it";
const LARGE = "The file has more than 10 MB. Save the sheet with the table on its own, as CSV, and choose that";

/** The worker's reply `{sheets}`, or `{errors}` with words about the file, `{failure}`, or `{cancelled: true}`. */
export async function sheetsOf(host, chosen, signal, onProgress) {
  if (chosen.size > MOST) return { errors: { file: LARGE } };
  const stopped = new Promise((resolve) => signal.addEventListener("abort", () => resolve({ cancelled: true })));
  const bytes = chosen.arrayBuffer().then(
    (file) => ({ file }),
    () => ({ errors: { file: GONE } }),
  );
  const read = await Promise.race([bytes, stopped]);
  return read.file ? sharedRuntime(host).ask(host.dataset.calculator, "sheet", read, { signal, onProgress }) : read;
}
