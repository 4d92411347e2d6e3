// What a reader decided about the columns of their tables, by heading, kept in this browser only.

import { columnsKey, read, texts, write } from "../form/storage.js";

const LONGEST = 1000; // characters of a heading, and headings, as message.js has it
const TOLD = 10;
const DROP = "drop"; // the core's word for a column that is to be left out

export class Choices {
  /** The field that each heading was chosen for, or the core's word for one left out. */
  all = {};

  constructor(calculator, field) {
    this.place = columnsKey(calculator);
    this.field = field || "table";
    this.#read();
    // Forgotten here or in another tab.
    addEventListener("storage", () => this.#read());
    document.addEventListener("calculator-forget", () => (this.all = {}));
  }

  /** In words what is kept, or nothing. */
  get told() {
    const all = Object.entries(this.all);
    const said = all.slice(0, TOLD).map(([heading, name]) => (name === DROP ? `${heading} left out` : `${heading} as ${name}`));
    return [...said, ...(all.length > TOLD ? [`and ${all.length - TOLD} more`] : [])].join(", ");
  }

  /** Keep these as well; a field has one column. */
  add(columns) {
    const names = Object.values(columns).filter((name) => name !== DROP);
    const others = Object.entries(this.all).filter(([, name]) => !names.includes(name));
    this.#keep({ ...Object.fromEntries(others), ...columns });
  }

  forget() {
    this.#keep({});
  }

  #read() {
    this.all = bounded(texts(this.#everywhere[this.field]) ?? {});
  }

  get #everywhere() {
    const found = read(this.place);
    return found && typeof found === "object" ? found : {};
  }

  #keep(columns) {
    this.all = bounded(columns);
    const everywhere = { ...this.#everywhere, [this.field]: this.all };
    write(this.place, Object.values(everywhere).some((each) => Object.keys(each ?? {}).length) ? everywhere : null);
  }
}

/** As many of these, and as long ones, as can be asked about; the newest are the last. */
function bounded(columns) {
  const all = Object.entries(columns).filter((each) => each.every((text) => text.length <= LONGEST));
  return Object.fromEntries(all.slice(-LONGEST));
}
