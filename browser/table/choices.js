// What a reader decided about the columns of their tables, by heading, kept in this browser only.

import { columnsKey, read, texts, write } from "../form/storage.js";

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
    const said = Object.entries(this.all).map(([heading, name]) => (name === DROP ? `${heading} left out` : `${heading} as ${name}`));
    return said.join(", ");
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
    this.all = texts(this.#everywhere[this.field]) ?? {};
  }

  get #everywhere() {
    const found = read(this.place);
    return found && typeof found === "object" ? found : {};
  }

  #keep(columns) {
    this.all = columns;
    const everywhere = { ...this.#everywhere, [this.field]: columns };
    write(this.place, Object.values(everywhere).some((each) => Object.keys(each ?? {}).length) ? everywhere : null);
  }
}
