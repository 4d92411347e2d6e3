// Modules of a published site as scripts that import nothing: node scripts.mjs JOB. Prints each as JSON, by its name.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { rollup } from "rollup";
import { minify } from "terser";

const { wholes, address } = JSON.parse(process.argv[2]);
// Parts that are loaded when used import the page's own; and D3 is published for more than modules.
const EXPECTED = ["CIRCULAR_DEPENDENCY", "THIS_IS_UNDEFINED"];
const ENTRY = "\0entry";

/** Modules one after another, as one that imports nothing; the first lays out what the others find. */
async function whole(modules) {
  const [first] = modules;
  const plugin = {
    name: "one file",
    resolveId: (id, from) => (id === ENTRY ? id : path.resolve(from === ENTRY ? "." : path.dirname(from), id)),
    load: (id) => (id === ENTRY ? modules.map((module) => `import ${JSON.stringify(module)};`).join("\n") : readFile(id, "utf8")),
    // Whatever a module asks for by its own address is in the file.
    resolveImportMeta: () => JSON.stringify(address),
    renderDynamicImport: ({ moduleId }) => (moduleId === first ? null : { left: "importHeld(", right: ")" }),
  };
  const onLog = (level, { code, message }) => {
    if (!EXPECTED.includes(code)) throw new Error(message);
  };
  const graph = await rollup({ input: ENTRY, plugins: [plugin], onLog });
  const { output } = await graph.generate({ format: "iife", inlineDynamicImports: true });
  const { code } = await minify(output[0].code, { toplevel: true, format: { comments: /^!/, inline_script: true, ascii_only: true } });
  return code;
}

const made = {};
for (const [name, modules] of Object.entries(wholes)) made[name] = await whole(modules);
console.log(JSON.stringify(made));
