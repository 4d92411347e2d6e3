// Answer cases inside the built bundle, under Node: {calculator, case} a line in, the door's JSON a line out.
// With the calculators named after the bundle's folder, or all.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { gunzipSync } from "node:zlib";

const home = `${path.resolve(process.argv[2])}/`;
const [name] = (await readdir(home)).filter((file) => file.startsWith("manifest-"));
const { runtime, library, lock, core, files: shared, parts, kinds } = JSON.parse(await readFile(home + name, "utf8"));

const files = { ...shared, ...parts };
const wanted = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(kinds);
const names = wanted.map((id) => `${core}-${id}`);
const scratch = await mkdtemp(path.join(os.tmpdir(), "bundle-"));
const unpacked = (file) => path.join(scratch, file);
for (const file of Object.keys(files).filter((file) => files[file].packed)) {
  await mkdir(path.dirname(unpacked(file)), { recursive: true });
  await writeFile(unpacked(file), gunzipSync(await readFile(`${home}${file}.bin`)));
}

const { loadPyodide } = await import(`${home}${runtime}pyodide.js`);
const python = await loadPyodide({
  indexURL: home + runtime,
  stdLibURL: unpacked(library),
  lockFileURL: home + lock,
  packageBaseUrl: `${scratch}/`,
  packages: names.length ? names : [core],
  stdout: () => {},
});
await rm(scratch, { recursive: true });
const door = python.pyimport(`${core}.uses.door`);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { calculator, case: values } = JSON.parse(line);
  console.log(door.perform("run", calculator, JSON.stringify({ case: values }), "/"));
}
process.exit(0);
