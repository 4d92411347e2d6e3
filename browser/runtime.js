// The page's side of Python: starts the worker on first need, says how far it is, and notices when it dies.

/**
 * @typedef {Record<string, string>} Case Field names and what a person typed.
 * @typedef {{errors: Record<string, string>} | {result: object, html: string} | {failure: string}
 *   | {superseded: true}} Answer Superseded: a later case was sent before this one was answered.
 */

const SILENCE = 15_000; // ms without a sign of life before the reader is told
const WORDS = {
  silent: "The calculator has stopped responding. Check your connection, then try again.",
  missing: "Part of the calculator could not be fetched. Check your connection, then try again.",
  stale: "This page is from an earlier version of the site. Reload the page, then try again.",
  refused: "This browser does not let the calculator run: WebAssembly is turned off.",
  broken: "The calculator could not start. Reload the page, then try again.",
  crashed: "The calculator stopped, perhaps because the device ran out of memory. Try again.",
};
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** One a page. Events: `stage` {name, loaded, total, text}, `ready`, `failure` {words}; data in `detail`. */
export class Runtime extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  #worker = null;
  #blob = "";
  #clock = 0;
  #count = 0;
  /** What has been asked and has no answer yet, by the number of its message. */
  #asked = new Map();
  /** The number of the case last asked for. */
  #last = 0;

  /** Start Python where it has not been started. Until then not a byte of it is fetched. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  /** Start afresh, after a failure. */
  retry() {
    this.#begin();
  }

  /**
   * Work out a case; never rejects. Only the last case asked for is answered.
   * @param {string} calculator
   * @param {Case} values
   * @returns {Promise<Answer>}
   */
  run(calculator, values) {
    this.#settle(this.#last, { superseded: true });
    const answer = this.#ask({ calculator, case: values });
    this.#last = this.#count;
    return answer;
  }

  /**
   * Do one of the worker's other tasks; never rejects. Any number may be under way.
   * @param {string} calculator
   * @param {string} task One of the list in message.js, where the shape of its payload stands, too.
   * @param {object} payload
   * @param {{onProgress?: (progress: {done: number, total: number}) => void, signal?: AbortSignal}} more
   * @returns {Promise<object>} The task's reply, {errors}, {failure} or {cancelled: true}.
   */
  ask(calculator, task, payload, { onProgress, signal } = {}) {
    if (signal?.aborted) return Promise.resolve({ cancelled: true });
    const answer = this.#ask({ calculator, task, payload }, onProgress);
    const id = this.#count;
    signal?.addEventListener("abort", () => {
      if (!this.#settle(id, { cancelled: true })) return;
      if (this.state === "ready") this.#worker.postMessage({ id, cancel: true });
    });
    return answer;
  }

  #ask(question, onProgress) {
    return new Promise((resolve) => {
      const message = { id: ++this.#count, ...question };
      this.#asked.set(message.id, { message, resolve, onProgress });
      if (this.state === "ready") this.#send(message);
      else if (this.state !== "starting") this.#begin();
    });
  }

  #begin() {
    this.#stop();
    this.state = "starting";
    // A worker loaded by its address is not bound by this page's content policy; one from a blob inherits it.
    const module = JSON.stringify(new URL("worker.js", import.meta.url).href);
    this.#blob = URL.createObjectURL(new Blob([`import ${module};`], { type: "text/javascript" }));
    const worker = new Worker(this.#blob, { type: "module", name: "calculators" });
    worker.onmessage = ({ data }) => worker === this.#worker && this.#hear(data);
    worker.onerror = worker.onmessageerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail(this.state === "ready" ? "crashed" : "missing");
    };
    this.#worker = worker;
    this.#watch();
    this.#tell("stage", { name: "Fetching Python", loaded: 0, total: 0, text: "Fetching Python" });
  }

  #hear(data) {
    if (data.stage) {
      this.#watch();
      const { stage: name, loaded, total } = data;
      const text = total ? `${name}: ${megabytes(loaded)} of ${megabytes(total)} MB unpacked` : name;
      this.#tell("stage", { name, loaded, total, text });
    } else if (data.ready) {
      clearTimeout(this.#clock);
      this.state = "ready";
      this.#tell("ready");
      for (const { message } of this.#asked.values()) this.#send(message);
    } else if (data.stopped) {
      this.#fail(data.stopped);
    } else {
      const { id, ...answer } = data;
      if (answer.progress) this.#asked.get(id)?.onProgress?.(answer.progress);
      else this.#settle(id, answer);
      // Any word from the worker is a sign of life for all that still waits.
      if (this.#asked.size) this.#watch();
      else clearTimeout(this.#clock);
    }
  }

  #send(message) {
    this.#watch();
    this.#worker.postMessage(message);
  }

  #watch() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#fail("silent"), SILENCE);
  }

  #fail(reason) {
    this.#stop();
    this.state = "failed";
    const words = WORDS[reason] ?? WORDS.broken;
    for (const id of this.#asked.keys()) this.#settle(id, { failure: words });
    this.#tell("failure", { words });
  }

  #stop() {
    clearTimeout(this.#clock);
    this.#worker?.terminate();
    this.#worker = null;
    URL.revokeObjectURL(this.#blob);
  }

  /** Answer a question that is still open; whether it was. */
  #settle(id, answer) {
    this.#asked.get(id)?.resolve(answer);
    return this.#asked.delete(id);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
