// Python as it stands after its start and before any answer, in the store of this browser: the next start wakes it.
// What is kept holds the memory, as far as it is not empty, and every file that Python has.

const LIBRARY = "/lib/";
const GROWN = 33_554_432; // bytes: Python begins with less, and what has grown would find no room there
const HELD = "Held"; // the archives in it
const SUM = "Sum";

/** Tells whether what is kept is damaged; a cryptographic hash would take as long as all the rest of a start. */
function summed(buffer) {
  const words = new Uint32Array(buffer);
  let sum = 0;
  for (let at = 0; at < words.length; at += 1) sum = (Math.imul(sum, 31) + words[at]) | 0;
  return String(sum);
}

/** What makes a length one of whole words. */
const filling = (length) => " ".repeat(-length & 3);

/** One for the whole site: `store` is the name of its cache, and `address` tells its version. */
export class Snapshot {
  #store;
  #address;

  constructor(store, address) {
    this.#store = store;
    this.#address = address;
  }

  /** What is kept of this version: which archives it holds, and a promise of it; nothing where there is none. */
  async find() {
    try {
      const found = await caches.match(this.#address, { cacheName: this.#store });
      if (!found) return null;
      const content = read(found);
      // Whoever waits for it hears of it.
      content.catch(() => {});
      return { held: JSON.parse(found.headers.get(HELD)), content };
    } catch {
      // Private windows have no store, and a store may hold what others put there.
      return null;
    }
  }

  /** Keep this in place of all that was kept before. */
  async keep(held, parts) {
    const content = new Blob(parts);
    const body = new Blob([content, filling(content.size)]);
    const headers = { [HELD]: JSON.stringify(held), [SUM]: summed(await body.arrayBuffer()) };
    await this.forget();
    await (await caches.open(this.#store)).put(this.#address, new Response(body, { headers }));
  }

  async forget() {
    await globalThis.caches?.delete(this.#store).catch(() => {});
  }
}

async function read(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (summed(bytes.buffer) !== response.headers.get(SUM)) throw new Error("not what was kept");
  const [begin] = new Uint32Array(bytes.buffer, 0, 1);
  const { used, files } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, begin)));
  let at = begin;
  const next = (length) => bytes.subarray(at, (at += length));
  const heap = next(used);
  const all = files.map(([path, length]) => [path, next(length)]);
  return { heap, files: all, library: all.find(([path]) => path.endsWith(".zip"))[1] };
}

/** The parts of what `read` takes; nothing where Python's memory has grown too far. */
export function taken(python) {
  if (python._module.HEAP8.length > GROWN) return null;
  const heap = python.makeMemorySnapshot();
  const words = new Uint32Array(heap.buffer);
  let last = words.length;
  while (!words[last - 1]) last -= 1;
  const used = 4 * last;
  const files = [...filesOf(python.FS, LIBRARY)];
  const told = JSON.stringify({ used, files: files.map(([path, { length }]) => [path, length]) });
  const head = new TextEncoder().encode(told);
  // Pyodide reads the memory in words.
  const gap = filling(head.length);
  return [Uint32Array.of(4 + head.length + gap.length), head, gap, heap.subarray(0, used), ...files.map(([, bytes]) => bytes)];
}

function* filesOf(fs, folder) {
  for (const name of fs.readdir(folder)) {
    const path = folder + name;
    if (name.startsWith(".")) continue;
    if (fs.isDir(fs.stat(path).mode)) yield* filesOf(fs, `${path}/`);
    else yield [path, fs.readFile(path)];
  }
}
