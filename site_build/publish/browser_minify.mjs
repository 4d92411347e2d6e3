// Minify modules one by one: node browser_minify.mjs TARGET MODULE…
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { minify } from "terser";

const [target, ...modules] = process.argv.slice(2);
const options = { module: true, compress: { passes: 2 }, format: { comments: false } };
for (const module of modules) {
  const { code } = await minify(await readFile(module, "utf8"), options);
  await writeFile(path.join(target, path.basename(module)), `${code}\n`);
}
