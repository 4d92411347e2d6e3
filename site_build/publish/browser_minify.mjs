// Publish modules, each by itself or inside the one that it is gathered in: node browser_minify.mjs JOB
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { rollup } from "rollup";
import { minify } from "terser";

const { sources, target, modules, gathered } = JSON.parse(process.argv[2]);
const named = (module) => module.slice(0, -".js".length);
const entries = modules.filter((module) => (gathered[module] ?? module) === module);
const inside = (id) => {
  const module = path.relative(sources, id);
  return named(gathered[module] ?? module);
};

const graph = await rollup({
  input: Object.fromEntries(entries.map((module) => [named(module), path.join(sources, module)])),
  // A module gives what was gathered in it to those that import that.
  preserveEntrySignatures: "allow-extension",
  // What the build puts there later.
  external: (id, from) => Boolean(from) && !existsSync(path.resolve(path.dirname(from), id)),
  makeAbsoluteExternalsRelative: false,
  treeshake: false,
  onLog(level, { message }) {
    throw new Error(message);
  },
});
const { output } = await graph.generate({
  entryFileNames: "[name].js",
  manualChunks: inside,
  minifyInternalExports: false,
  hoistTransitiveImports: false,
});
for (const { fileName, code } of output) {
  const made = await minify(code, { module: true, compress: { passes: 2 }, format: { comments: false } });
  const place = path.join(target, fileName);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, `${made.code}\n`);
}
