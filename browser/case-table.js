// <case-table>: a table of cases, pasted or from a file, for the worker to work out row by row. It reads no
// cell: the core names what is wrong, sums up, and writes the table of results.

import { offer } from "./form-dom.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { insert } from "./form-outcome.js";
import { sharedRuntime } from "./form-runtime.js";

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
    const { table, file } = this.form.elements;
    const { bar, result, save, told } = this.parts;
    clearErrors(this, this.form);
    result.hidden = save.hidden = true;
    this.#busy("Reading the table…");
    const [chosen] = file.files;
    let reply = { table: table.value };
    if (chosen) reply = await this.#ask("sheet", { file: await chosen.arrayBuffer() }, signal);
    if (reply.table !== undefined) reply = await this.#ask("batch", { table: reply.table }, signal);
    if (signal !== this.#under.signal) return;
    this.#busy("");
    if (reply.cancelled) told.textContent = "Stopped. The table is as it was, and nothing was kept.";
    else if (reply.failure) told.textContent = reply.failure;
    else if (reply.errors) showErrors(this, this.form, reply.errors);
    else {
      this.#results = reply.table;
      save.hidden = false;
      told.textContent = insert(result, reply.html);
      const place = result.querySelector("[data-chart]");
      if (place) import("./chart.js").then(({ draw }) => draw(place, reply.outcomes));
    }
    bar.hidden = true;
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
