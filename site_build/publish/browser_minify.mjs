// Minify modules one by one: node browser_minify.mjs SOURCES TARGET MODULE…
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { minify } from "terser";

const [sources, target, ...modules] = process.argv.slice(2);
const options = { module: true, compress: { passes: 2 }, format: { comments: false } };
for (const module of modules) {
  const { code } = await minify(await readFile(path.join(sources, module), "utf8"), options);
  const place = path.join(target, module);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, `${code}\n`);
}
