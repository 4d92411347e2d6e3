// Fetches every file of the bundle at once and counts the bytes; Pyodide's own requests then meet these.

const TYPES = { wasm: "application/wasm", json: "application/json" };
const STEP = 250_000; // bytes between two signs of progress

export class Downloads {
  #responses = new Map();
  #loaded = 0;
  #told = 0;
  /** Settles when every file is here, or fails with the first that is not to be had. */
  done;

  /**
   * @param {URL} base
   * @param {Record<string, {bytes: number, integrity?: string, packed?: boolean}>} files
   * @param {(loaded: number, total: number) => void} tell
   */
  constructor(base, files, tell) {
    const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
    const count = (bytes) => {
      this.#loaded += bytes;
      if (this.#loaded < this.#told + STEP && this.#loaded < total) return;
      tell((this.#told = this.#loaded), total);
    };
    const network = self.fetch;
    this.done = Promise.all(
      Object.entries(files).map(async ([path, file]) => {
        const url = new URL(path, base).href;
        if (path.endsWith(".mjs")) return import(url).then(() => count(file.bytes));
        const { response, whole } = download(network, url, file, count);
        this.#responses.set(url, response);
        return whole;
      }),
    );
    self.fetch = (request, options) => this.#responses.get(String(request)) ?? network(request, options);
  }
}

/** One file as a response that can be read while it arrives, and a promise of its end. */
function download(network, url, { integrity, packed }, count) {
  const end = {};
  const whole = new Promise((resolve, reject) => Object.assign(end, { resolve, reject }));
  const response = network(packed ? `${url}.bin` : url, integrity && { integrity }).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
    const reader = answer.body.getReader();
    const counted = new ReadableStream({
      async pull(stream) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            stream.close();
            return end.resolve();
          }
          count(value.byteLength);
          stream.enqueue(value);
        } catch (error) {
          stream.error(error);
          end.reject(error);
        }
      },
    });
    const body = packed ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
    return new Response(body, { headers: { "Content-Type": TYPES[url.split(".").pop()] ?? "" } });
  });
  response.catch(end.reject);
  return { response, whole };
}
