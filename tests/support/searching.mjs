// Searches a built site's index as its page does: node searching.mjs SCRIPTS SEARCH.JSON < [[module, name, …arguments]].
// "find" asks the index; any other name is a function that the module exports. Writes what each gave, as JSON.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [scripts, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(path.resolve(scripts, name)));
let index = null;
async function find(...query) {
  if (!index) {
    const { Index } = await load("search-index.js");
    index = new Index(JSON.parse(await readFile(file, "utf8")));
    while (!index.read(() => true));
  }
  return index.find(...query);
}
let asked = "";
for await (const part of process.stdin) asked += part;
const given = [];
for (const [module, name, ...rest] of JSON.parse(asked)) {
  given.push(name === "find" ? await find(...rest) : (await load(module))[name](...rest));
}
process.stdout.write(JSON.stringify(given, (_, value) => (value instanceof Set ? [...value] : value)));
