// Answer cases inside the built bundle, under Node: {calculator, case} a line in, the door's JSON a line out.
// With the calculators named after the bundle's folder, or all.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { gunzipSync } from "node:zlib";
import { entries, place } from "../../browser/runtime/archive.js";

const home = `${path.resolve(process.argv[2])}/`;
const [name] = (await readdir(home)).filter((file) => file.startsWith("manifest-"));
const { runtime, library, abi, packages, core, files, kinds } = JSON.parse(await readFile(home + name, "utf8"));

const wanted = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(kinds);
const wheels = Object.keys(files).filter((file) => files[file].packed && file !== library);
const unpacked = async (file) => new Uint8Array(gunzipSync(await readFile(`${home}${file}.bin`)));
const scratch = await mkdtemp(path.join(os.tmpdir(), "bundle-"));
await writeFile(path.join(scratch, library), await unpacked(library));

const { loadPyodide } = await import(`${home}${runtime}pyodide.js`);
const python = await loadPyodide({
  indexURL: home + runtime,
  stdLibURL: path.join(scratch, library),
  lockFileContents: { info: { abi_version: abi }, packages: {} },
  packageBaseUrl: home,
  stdout: () => {},
});
await rm(scratch, { recursive: true });
for (const wheel of new Set([...wheels, ...wanted.flatMap((id) => kinds[id])])) place(python, packages, entries(await unpacked(wheel)));
python.runPython("import sys; sys.path_importer_cache.clear()");
const door = python.pyimport(`${core}.uses.door`);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { calculator, case: values } = JSON.parse(line);
  console.log(door.perform("run", calculator, JSON.stringify({ case: values }), "/"));
}
process.exit(0);
