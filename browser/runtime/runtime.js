// The page's side of Python: starts the worker on first need, says how far it is, and notices when it dies.

import { amiss, failed } from "./words.js";

/**
 * @typedef {Record<string, string>} Case Field names and what a person typed.
 * @typedef {{errors: Record<string, string>} | {result: object, html: string} | {failure: string, way: string}
 *   | {superseded: true}} Answer Superseded: a later case was sent before this one was answered.
 */

const SILENCE = 15_000; // ms without a sign of life before the reader is told
// The page's policy starts no other worker, where the browser knows such policies.
const code = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: (address) => address });
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** One a page. Events: `stage` {name, loaded, total, text}, `ready`, `failure` {words, way}; data in `detail`. */
export class Runtime extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  #worker = null;
  #blob = "";
  #clock = 0;
  /** Whether the worker is fetching and can go on with that should it come to a halt. */
  #fetching = false;
  /** Whether all that Python starts from has arrived. */
  #arrived = false;
  #count = 0;
  /** What has been asked and has no answer yet, by the number of its message. */
  #asked = new Map();
  /** The number of the case last asked for. */
  #last = 0;

  #calculator;
  /** Whether the worker may begin with what an earlier one has left, and leave something itself. */
  #mayKeep = !refused();

  /** @param {string} calculator The one that is fetched with Python; any other comes when it is first asked. */
  constructor(calculator) {
    super();
    this.#calculator = calculator;
  }

  /** Start Python where it has not been started. Until then not a byte of it is fetched. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  /** Go on after a failure: with a download from where it stopped, else afresh. */
  retry() {
    if (!this.#fetching) return this.#begin();
    // Until the worker has answered, it may as well be dead.
    this.#fetching = false;
    this.state = "starting";
    this.#send({ id: 0, resume: true });
  }

  /**
   * Work out a case; never rejects. Only the last case asked for is answered.
   * @param {string} calculator
   * @param {Case} values
   * @returns {Promise<Answer>}
   */
  run(calculator, values) {
    this.#settle(this.#last, { superseded: true });
    const answer = this.#ask({ task: "run", calculator, payload: { case: values } });
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
    const answer = this.#ask({ task, calculator, payload }, onProgress);
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
      else if (this.state !== "starting") this.retry();
    });
  }

  #begin() {
    this.#stop();
    this.state = "starting";
    try {
      this.#worker = this.#started();
    } catch (error) {
      console.error(error);
      return this.#fail("unable");
    }
    this.#watch();
    this.#tell("stage", { name: "Fetching Python", loaded: 0, total: 0, text: "Fetching Python" });
  }

  #started() {
    // A worker loaded by its address is not bound by this page's content policy; one from a blob inherits it.
    const address = new URL("worker.js", import.meta.url).href;
    // Firefox asks no service worker for what a worker imports as it begins, only for what it imports later.
    const begin = `import(${JSON.stringify(address)}).catch((error) => setTimeout(() => { throw error; }));`;
    this.#blob = URL.createObjectURL(new Blob([begin], { type: "text/javascript" }));
    const worker = new Worker(code?.createScriptURL(this.#blob) ?? this.#blob, { type: "module", name: this.#named() });
    worker.onmessage = ({ data }) => worker === this.#worker && this.#hear(data);
    worker.onerror = worker.onmessageerror = async (event) => {
      event.preventDefault();
      const reason = this.state === "ready" ? "crashed" : await whyNot(address);
      if (worker === this.#worker) this.#end(reason);
    };
    return worker;
  }

  #named() {
    return JSON.stringify({ calculator: this.#calculator, mayKeep: this.#mayKeep });
  }

  #hear(data) {
    if (data.stage) {
      this.#watch();
      const { stage: name, loaded, total } = data;
      this.#fetching = total > 0;
      this.#arrived = !this.#fetching;
      // What was taken for silence was a slow answer.
      this.state = "starting";
      const text = total ? `${name}: ${megabytes(loaded)} of ${megabytes(total)} MB unpacked` : name;
      this.#tell("stage", { name, loaded, total, text });
    } else if (data.ready) {
      clearTimeout(this.#clock);
      this.state = "ready";
      this.#fetching = false;
      this.#tell("ready");
      for (const { message } of this.#asked.values()) this.#send(message);
    } else if (data.halted) {
      if (this.state === "starting") this.#fail(data.halted);
    } else if (data.stopped) {
      this.#end(data.stopped);
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
    try {
      this.#worker.postMessage(message);
    } catch (error) {
      // There is no memory for a copy of what is sent.
      console.error(error);
      this.#settle(message.id, failed("large"));
    }
  }

  #watch() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#fail(this.#arrived ? "stuck" : "silent"), SILENCE);
  }

  /** Fail for good: the worker has ended, or is of no more use. */
  #end(reason) {
    this.#fetching = false;
    // Whatever it was, the next one begins afresh.
    this.#mayKeep = false;
    this.#fail(reason);
  }

  #fail(reason) {
    clearTimeout(this.#clock);
    if (!this.#fetching) this.#stop();
    this.state = "failed";
    const answer = failed(reason);
    for (const id of this.#asked.keys()) this.#settle(id, answer);
    this.#tell("failure", { words: answer.failure, way: answer.way });
  }

  #stop() {
    clearTimeout(this.#clock);
    this.#fetching = this.#arrived = false;
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

/** Whether the reader wants nothing kept in this browser: `store.js` among the pages' scripts notes it. */
function refused() {
  try {
    return localStorage.getItem("keep") === "no";
  } catch {
    return true;
  }
}

/** Why a worker did not begin, as far as asking for its own module once more tells. */
async function whyNot(address) {
  return fetch(address, { cache: "no-store" }).then((answer) => amiss(answer) || "broken", () => "missing");
}
