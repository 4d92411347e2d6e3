// Fetches files of the bundle, all at once and as fast as they come. A file that fails or falls silent goes on where it
// stopped; a module, which is imported from what the browser keeps, comes whole.

import { amiss, because } from "./words.js";

const OFTEN = 250; // ms between two signs of progress

const network = self.fetch;
const lent = new Map();
// Each is asked for once; to let go of it then keeps megabytes free.
self.fetch = async (request, options) => {
  const body = lent.get(String(request));
  return lent.delete(String(request)) ? new Response(await body) : network(request, options);
};

/** Let Pyodide's own request for an address meet what is here, or will be. */
export const lend = (url, body) => lent.set(url, body);

export class Downloads {
  #files;
  #failed = new Set();
  #soon = 0;
  #tell;
  /** Settles when every file is here; it never fails, since each can be gone on with. */
  done;

  /**
   * @param {URL} base
   * @param {Record<string, {bytes: number, integrity: string, packed?: boolean}>} files
   * @param {(loaded: number, total: number) => void} tell Called as bytes arrive; not while a file has failed.
   * @param {(error: Error) => void} halted Called when a file has failed.
   */
  constructor(base, files, tell, halted) {
    this.#tell = tell;
    const arrived = () => this.#soon ||= setTimeout(() => this.#count(), OFTEN);
    const failed = (file, error) => {
      this.#failed.add(file);
      halted(error);
    };
    this.#files = new Map(
      Object.entries(files).map(([path, facts]) => [path, new Download(new URL(path, base).href, facts, arrived, failed)]),
    );
    this.done = Promise.all([...this.#files.values()].map((file) => file.whole)).then(() => this.#count());
    for (const file of this.#files.values()) file.go();
    this.#count();
  }

  /** The bytes of one file, once all of them are here. */
  whole(path) {
    return this.#files.get(path).whole;
  }

  /** The bytes of one archive as they were before they were packed. */
  async unpacked(path) {
    const packed = new Response(await this.whole(path)).body;
    const whole = new Response(packed.pipeThrough(new DecompressionStream("gzip")));
    return new Uint8Array(await whole.arrayBuffer());
  }

  /** The machine code of one file, compiled while it arrives where the host and the connection let it. */
  async compiled(path) {
    const file = this.#files.get(path);
    const bytes = await file.whole;
    return file.compiling.catch(() => WebAssembly.compile(bytes));
  }

  /** Go on with what has failed; where nothing has, all that is under way has fallen silent. */
  resume() {
    const again = this.#failed.size ? [...this.#failed] : [...this.#files.values()];
    this.#failed.clear();
    this.#count();
    for (const file of again) file.go();
  }

  #count() {
    clearTimeout(this.#soon);
    this.#soon = 0;
    const files = [...this.#files.values()];
    const loaded = files.reduce((sum, { length }) => sum + length, 0);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    if (!this.#failed.size) this.#tell(loaded, total);
  }
}

/** One file on its way. */
class Download {
  #packed;
  #integrity;
  #arrived;
  #failed;
  #pieces = [];
  #end;
  #under = null;
  #spoilt = false;
  /** How many bytes are here. */
  length = 0;
  compiling = Promise.reject(new Error("not compiled as it came"));
  whole = new Promise((resolve) => (this.#end = resolve));

  constructor(url, { bytes, integrity, packed }, arrived, failed) {
    this.url = url;
    this.bytes = bytes;
    this.#packed = packed;
    this.#integrity = integrity;
    this.#arrived = arrived;
    this.#failed = failed;
    this.compiling.catch(() => {});
  }

  /** Ask for what is not here yet, in place of an asking that is still under way. */
  async go() {
    // What is whole is being checked, and then ends or fails.
    if (this.length === this.bytes) return;
    this.#under?.abort();
    const { signal } = (this.#under = new AbortController());
    try {
      await this.#receive(signal);
      const bytes = await new Blob(this.#pieces).arrayBuffer();
      await this.#check(bytes);
      signal.throwIfAborted();
      this.#pieces = [];
      this.#end(bytes);
    } catch (error) {
      if (!signal.aborted) this.#failed(this, error);
    }
  }

  async #receive(signal) {
    // What is put together here is not among what the browser keeps: an import would fetch all of it again, uncounted.
    if (this.url.endsWith(".js")) this.#startAfresh();
    const { length } = this;
    const headers = length ? { Range: `bytes=${length}-` } : {};
    // What was not right may have been kept by the browser, or on the way.
    const answer = await network(this.#packed ? `${this.url}.bin` : this.url, { headers, signal, cache: this.#spoilt ? "reload" : "default" });
    const reason = amiss(answer);
    if (reason) {
      this.#spoilt = true;
      because(reason)(`${answer.status} for ${this.url}`);
    }
    const goesOn = answer.status === 206 && answer.headers.get("Content-Range")?.startsWith(`bytes ${length}-`);
    if (!goesOn) this.#startAfresh();
    let counted = answer;
    if (this.url.endsWith(".wasm") && !goesOn) {
      // The browser keeps compiled code only for the response that came from the network itself, so the bytes are
      // counted on its copy.
      counted = answer.clone();
      this.compiling = WebAssembly.compileStreaming(answer);
      this.compiling.catch(() => {});
    }
    const reader = counted.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      signal.throwIfAborted();
      this.#pieces.push(piece.value);
      this.length += piece.value.byteLength;
      this.#arrived();
    }
  }

  #startAfresh() {
    this.#pieces = [];
    this.length = 0;
  }

  /** Fail where the bytes are not those of this version: cut short, changed, or another page in their place. */
  async #check(bytes) {
    let right = bytes.byteLength === this.bytes;
    // A fetch with the hash would give its bytes at the end only, all at once. Browsers hash for pages of a secure
    // address; over plain HTTP, where whoever could change a file could change the page, the length has to do.
    if (right && crypto.subtle) {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      right = this.#integrity === `sha256-${btoa(String.fromCharCode(...hash))}`;
    }
    if (right) return;
    this.#spoilt = true;
    this.#startAfresh();
    because("damaged")(`Not what it should be: ${this.url}`);
  }
}
