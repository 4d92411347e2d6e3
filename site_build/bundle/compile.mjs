// Start the stock runtime with our wheels and let inside.py compile what it finds there.
import { readFile } from "node:fs/promises";
import path from "node:path";

async function compile(job) {
  const { loadPyodide } = await import(path.join(job.pyodide, "pyodide.mjs"));
  const python = await loadPyodide({
    // A fixed seed: the order of a set's items is written into the bytecode.
    env: { PYTHONHASHSEED: "0" },
    stdout: () => {},
  });
  python.mountNodeFS("/target", job.target);
  python.mountNodeFS("/bytecode", job.bytecode);
  const place = { extractDir: python.runPython("import sysconfig; sysconfig.get_path('purelib')") };
  for (const wheel of job.wheels) python.unpackArchive(new Uint8Array(await readFile(wheel)), "wheel", place);
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
