// Start the stock runtime with our wheels and let inside.py compile what it finds there.
import { readFile } from "node:fs/promises";
import path from "node:path";

async function compile(job) {
  const { loadPyodide } = await import(path.join(job.pyodide, "pyodide.mjs"));
  const python = await loadPyodide({
    lockFileURL: job.lock,
    packageBaseUrl: `${path.dirname(job.lock)}/`,
    packages: [job.core],
    // A fixed seed: the order of a set's items is written into the bytecode.
    env: { PYTHONHASHSEED: "0" },
    stdout: () => {},
  });
  python.mountNodeFS("/target", job.target);
  python.mountNodeFS("/bytecode", job.bytecode);
  await python.loadPackage(job.later, { messageCallback: () => {} });
  python.globals.set("CORE", job.core);
  python.globals.set("TOOLS", job.tools);
  await python.runPythonAsync(await readFile(new URL("inside.py", import.meta.url), "utf8"));
}

try {
  await compile(JSON.parse(process.argv[2]));
} catch (error) {
  // The message alone: Node would print the whole minified runtime before it.
  console.error(error.message);
  process.exitCode = 1;
}
