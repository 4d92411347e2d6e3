// <case-table>: a table of cases, pasted or from a file, for the worker to work out row by row. It reads no
// cell: the core names what is wrong, sums up, and writes the table of results.

import { offer } from "../page/dom.js";
import { clearErrors, showErrors } from "../page/errors.js";
import { FAILED, withModule } from "../page/later.js";
import { sharedRuntime } from "../page/python.js";
import { insert } from "../page/rendered.js";

const GONE = "Choose the file again: it has been changed, moved or deleted since you chose it";

class CaseTable extends HTMLElement {
  #under = null;
  #results = "";

  connectedCallback() {
    this.form = this.querySelector("form");
    this.parts = Object.fromEntries([...this.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    const { stop, save } = this.parts;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#work();
    });
    stop.addEventListener("click", () => this.#under.abort());
    save.addEventListener("click", () => offer(`${this.dataset.calculator}-results.csv`, ["\ufeff", this.#results]));
  }

  async #work() {
    this.#under?.abort();
    const { signal } = (this.#under = new AbortController());
    const { bar, result, save } = this.parts;
    clearErrors(this, this.form);
    result.hidden = save.hidden = true;
    this.#busy("Reading the table…");
    let reply = { failure: FAILED };
    try {
      reply = await this.#reply(signal);
    } catch (error) {
      console.error(error);
    }
    if (signal !== this.#under.signal) return;
    this.#busy("");
    bar.hidden = true;
    this.#show(reply);
  }

  async #reply(signal) {
    const { table, file } = this.form.elements;
    const [chosen] = file.files;
    if (!chosen) return this.#ask("batch", { table: table.value }, signal);
    const read = await this.#read(chosen, signal);
    const reply = read.file ? await this.#ask("sheet", read, signal) : read;
    return reply.sheets ? this.#ask("batch", { table: reply.sheets[0].table }, signal) : reply;
  }

  /** The bytes of a file, or words where there are none to be had: what was chosen may be there no longer. */
  #read(chosen, signal) {
    const stopped = new Promise((resolve) => signal.addEventListener("abort", () => resolve({ cancelled: true })));
    const gone = () => {
      // The browser would go on handing out what it no longer has.
      this.form.elements.file.value = "";
      return { errors: { file: GONE } };
    };
    return Promise.race([chosen.arrayBuffer().then((file) => ({ file }), gone), stopped]);
  }

  #show(reply) {
    const { result, save, told } = this.parts;
    if (reply.cancelled) told.textContent = "Stopped. The table is as it was, and nothing was kept.";
    else if (reply.failure) told.textContent = reply.failure;
    else if (reply.errors) showErrors(this, this.form, reply.errors);
    else {
      this.#results = reply.table;
      save.hidden = false;
      told.textContent = insert(result, reply.html);
      const place = result.querySelector("[data-chart]");
      const without = () => (told.textContent += ". The chart could not be fetched; the table has the same numbers.");
      if (place) withModule(() => import("./chart.js"), ({ draw }) => draw(place, reply.outcomes), without);
    }
  }

  #ask(task, payload, signal) {
    const { bar, told } = this.parts;
    const onProgress = ({ done, total }) => {
      if (signal.aborted || task !== "batch") return;
      bar.hidden = false;
      Object.assign(bar, { max: total, value: done });
      told.textContent = `Working out ${total.toLocaleString("en-GB")} rows…`;
    };
    return sharedRuntime(this).ask(this.dataset.calculator, task, payload, { onProgress, signal });
  }

  #busy(words) {
    const { stop, told } = this.parts;
    told.textContent = words;
    // A button that goes while it has the focus would leave a keyboard nowhere.
    if (!words && stop === document.activeElement) this.form.elements.table.focus();
    stop.hidden = !words;
  }
}

customElements.define("case-table", CaseTable);
