// <case-table>: a table of cases, pasted or from a file, for the worker to work out row by row. It reads no
// cell: the core names what is wrong, sums up, and writes the table of results.

import { offer } from "../page/dom.js";
import { clearErrors, showErrors } from "../page/errors.js";
import { FAILED, hold, REACHED, withModule } from "../page/later.js";
import { sharedRuntime } from "../page/python.js";
import { insert } from "../page/rendered.js";

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
    this.form.addEventListener("reset", () => this.source?.clear());
    for (const way of REACHED) this.form.addEventListener(way, () => this.#reach(), { once: true });
    for (const way of ["dragover", "drop"]) this.form.addEventListener(way, (event) => this.source || hold(event, this.form.elements.file));
    save.addEventListener("click", () => offer(`${this.dataset.calculator}-results.csv`, ["\ufeff", this.#results]));
  }

  /** What is given is read as soon as it is there, to show what was taken of it. */
  async #reach() {
    const { table: box, file } = this.form.elements;
    const attach = ({ Source }) => (this.source ??= new Source(this, { field: "", area: this.form, box, file }));
    await withModule(() => import("./source.js"), attach, (words) => (this.parts.told.textContent = words));
  }

  async #work() {
    this.#under?.abort();
    this.source?.rest();
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
    const columns = this.source?.columns ?? {};
    if (!chosen) return this.#ask("batch", { table: table.value, columns }, signal);
    const { sheetsOf } = await import("./file.js");
    const read = await sheetsOf(this, chosen, signal, () => {});
    // The browser would go on handing out what it no longer has.
    if (read.errors) file.value = "";
    if (!read.sheets) return read;
    const sheets = read.sheets.map(({ name, table }) => ({ name, table }));
    return this.#ask("batch", { sheets, columns }, signal);
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
      if (signal.aborted) return;
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
