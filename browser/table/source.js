// A table that a reader gives, in a form or as a table of cases: typed, pasted, chosen or dropped. The core reads it
// and tells what it took; this file brings it there and asks which column is which where the headings do not fit.
// It parses nothing. Loaded when a reader first reaches for a form that takes a table.

import { button, element } from "../page/dom.js";
import { hold } from "../page/later.js";
import { sharedRuntime } from "../page/python.js";
import { put } from "../page/rendered.js";
import { Choices } from "./choices.js";
import { sheetsOf } from "./file.js";
import { practicesOf } from "./practices.js";
import { askWhich, namesOf } from "./which.js";

const PAUSE = 250; // ms without a key before what is typed is read
const READING = "Reading the table…";
const STOPPED = "Stopped. Nothing was read.";
const UNUSED = ["other", "near", "scaled"];

export class Source {
  #under = new AbortController();
  /** Whether the text in the box holds columns that look as if they told who somebody is. */
  people = false;
  /** Whether that is still to be seen. */
  reading = false;
  #clock = 0;
  /** What was last given: `{table}` or `{sheets}`, and the text that stood in the box then. */
  #given = null;
  #seen = "";
  /** Whether a person has given it here; what others may have of it; and what was given when that was last kept. */
  #own = false;
  #shared = null;
  #origin = null;
  /** What the reading of the file had to tell, by the name of the sheet. */
  #remarks = new Map();

  /**
   * @param {HTMLElement} host The element whose runtime is asked.
   * @param {{field: string, area: HTMLElement, box: HTMLTextAreaElement, file: HTMLInputElement}} parts `field` is
   *   empty for a table of cases; files may be dropped on the `area`, which holds all else.
   */
  constructor(host, { field, area, box, file }) {
    Object.assign(this, { host, field, area, box, file });
    this.place = area.querySelector("[data-read-table]");
    this.told = area.querySelector("[data-told-of-table]");
    this.bar = area.querySelector("[data-read-bar]");
    this.stop = area.querySelector("[data-read-stop]");
    this.told.tabIndex = -1;
    this.choices = new Choices(host.dataset.calculator, field);
    this.stop.addEventListener("click", () => this.#halt());
    file.addEventListener("change", () => this.choose(file.files[0]));
    box.addEventListener("input", ({ isTrusted, inputType }) => this.changed(isTrusted, inputType));
    box.addEventListener("blur", () => this.#keep());
    for (const kind of ["dragover", "dragleave", "drop"]) area.addEventListener(kind, (event) => this.#drag(event));
    if (file.files[0]) this.choose(file.files[0]);
    // They may have pasted it before this was loaded.
    else this.changed(host.typed?.get(box) === box.value);
    this.practices = area.querySelector("[data-practices]") && practicesOf(host, area);
    this.practices?.attach(this);
  }

  /** The text in the box may be another, typed here (`own`) or brought: read it, once the reader pauses. */
  changed(own = false, how = "") {
    const { value } = this.box;
    if (value === this.#seen || this.area.closest("[hidden]")) return;
    // Of a table of cases, a file is used instead of what was pasted.
    if (!this.field && this.file.files[0]) return;
    this.#seen = value;
    this.people = false;
    const further = own && how !== "insertFromPaste" && this.#given === this.#origin;
    this.#give({ table: value }, own);
    if (further) this.#origin = this.#given;
    clearTimeout(this.#clock);
    this.#under.abort();
    if (!value.trim()) return this.clear();
    this.#begin(READING);
    this.#clock = setTimeout(() => this.#look(), PAUSE);
  }

  /** Show nothing, as if nothing had been given. */
  clear() {
    this.#under.abort();
    this.#give(null);
    this.#seen = "";
    this.#end("");
  }

  /** Leave off reading: what was given is being worked out, which reads it anew. */
  rest() {
    clearTimeout(this.#clock);
    if (this.reading) this.clear();
  }

  /** Read a file that was chosen or dropped; the table of a form goes into its box. */
  async choose(chosen) {
    if (!chosen) return this.clear();
    clearTimeout(this.#clock);
    const signal = this.#begin("Reading the file…", true);
    const reply = await sheetsOf(this.host, chosen, signal, (progress) => signal.aborted || this.#progress(progress));
    if (signal.aborted) return;
    // The same file may be chosen again, once it is put right; for a table of cases its name stays in sight.
    if (this.field) this.file.value = "";
    if (!reply.sheets) return this.#end(wordsOf(reply), true);
    this.#give({ sheets: reply.sheets.map(({ name, table }) => ({ name, table })) }, true);
    this.#remarks = new Map(reply.sheets.map(({ name, told }) => [name, told]));
    await this.#look({ from: `The table of ${chosen.name}` });
  }

  /** Read a table that the reader has given before, and wants in the box. */
  take(table) {
    this.#give({ table });
    return this.#look({ rewrite: true, from: "The table that you gave before", back: true });
  }

  #give(given, own = false) {
    this.#given = given;
    this.#own = own;
    this.#shared = null;
    this.#remarks.clear();
  }

  /** Keep a table of practices for other calculators, once the reader has left off typing it. */
  #keep(given = this.#given) {
    if (!this.#shared || !this.#own || document.activeElement === this.box) return;
    this.practices.keep(this.#shared, given === this.#origin);
    this.#origin = given;
    this.#shared = null;
  }

  /** Read what was given; with `rewrite` its table, in our own headings, replaces the text in the box. */
  async #look({ rewrite = Boolean(this.#given.sheets), from = "", back = false } = {}) {
    const signal = this.#begin(READING);
    const columns = this.choices.all;
    const given = this.#given;
    const question = { ...given, field: this.field, columns, rewrite: rewrite && Boolean(this.field) };
    const reply = await sharedRuntime(this.host).ask(this.host.dataset.calculator, "table", question, { signal });
    if (signal.aborted) return;
    if (reply.failure) return this.#end(reply.failure, true);
    if (reply.table !== undefined) this.#put(reply.table);
    this.#shared = reply.practices;
    this.#keep(given);
    const where = from && this.field ? ` ${from} is in the box, with the columns that are read.` : "";
    this.#end(reply.errors ? wordsOf(reply) : `${reply.taken}.${where}`, Boolean(reply.errors));
    this.#show(reply);
    if (back) this.told.focus({ preventScroll: true });
  }

  #show(reply) {
    put(this.place, reply.html ?? "");
    for (const words of this.#remarks.get(reply.sheet ?? "") ?? []) this.place.prepend(element("p", { textContent: words }));
    const which = askWhich(reply, (columns) => this.#decide(columns), this.field || "cases");
    if (which) this.place.prepend(which);
    // What replaced the text in the box has no columns but those that are read.
    const unused = reply.table === undefined ? reply.columns ?? [] : [];
    this.#offerToDrop(unused.filter(({ field, heading, how }) => !field && heading && UNUSED.includes(how)), which);
    this.#offerToForget();
  }

  /** Point out columns about people, and offer to leave out what no one needs once all that is needed is known. */
  #offerToDrop(unused, asking) {
    const people = unused.filter((column) => column.people);
    for (const { heading, people: what } of people) {
      const words = `“${heading}” looks as if it held ${what}. Leave it out before you save or download anything.`;
      this.place.append(element("p", {}, element("strong", { textContent: words })));
    }
    this.people = people.length > 0;
    if (this.people && this.field) {
      this.place.append(element("p", { textContent: "Until then this browser does not keep the table." }));
      this.box.dispatchEvent(new Event("calculator-keep", { bubbles: true }));
    }
    if (asking || unused.length === 0) return;
    const drop = () => this.#decide(Object.fromEntries(unused.map(({ key }) => [key, "drop"])));
    this.place.append(button(`Leave out ${namesOf(unused)}`, drop));
  }

  #offerToForget() {
    const { told } = this.choices;
    if (!told) return;
    const forget = () => {
      this.choices.forget();
      this.#look({ rewrite: false, back: true });
    };
    this.place.append(element("p", {}, `This browser remembers your columns by their headings: ${told}. `, button("Forget them", forget, "calc-link")));
  }

  #decide(columns) {
    this.choices.add(columns);
    this.#look({ rewrite: true, back: true });
  }

  #put(text) {
    this.people = false;
    this.box.value = text;
    // A box has line ends of its own.
    this.#seen = this.box.value;
    if (this.#given.table) this.#given = { table: this.#seen };
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #begin(words, stoppable = false) {
    this.#under.abort();
    this.#under = new AbortController();
    this.reading = true;
    this.told.textContent = words;
    this.told.classList.remove("nhsuk-error-message");
    this.stop.hidden = !stoppable;
    return this.#under.signal;
  }

  #progress({ done, total }) {
    Object.assign(this.bar, { hidden: false, max: total, value: done });
  }

  #end(words, wrong = false) {
    this.reading = false;
    // A button that goes while it has the focus would leave a keyboard nowhere.
    if (this.stop === document.activeElement) this.file.focus();
    this.stop.hidden = this.bar.hidden = true;
    this.told.textContent = words;
    this.told.classList.toggle("nhsuk-error-message", wrong);
    this.place.replaceChildren();
  }

  #halt() {
    this.#under.abort();
    this.file.value = "";
    this.#end(STOPPED);
  }

  #drag(event) {
    // A table of cases is read again when it is worked out, from where it was chosen.
    if (!hold(event, this.file)) return;
    this.area.classList.toggle("is-dropping", event.type === "dragover");
    if (event.type === "drop") this.choose(this.file.files[0]);
  }

  /** What the reader decided about the columns, by their headings. */
  get columns() {
    return this.choices.all;
  }
}

const wordsOf = ({ failure, errors }) => failure ?? Object.values(errors).join(" ");
