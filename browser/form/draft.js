// The answers in a form as they are kept between visits, so that a reload, Back or a crash of the tab loses
// nothing; and whose they are: typed by the reader, or brought by a link, an example or saved work.

import { read, same, texts, write } from "./storage.js";

export class Draft {
  #key;
  #source;
  #starting;
  /** What this form was last filled with from elsewhere. */
  #opened;
  /** What this form last read of what is kept, or wrote. */
  #known;

  constructor(calculator, starting) {
    this.#key = `calculator-answers/${calculator}`;
    this.#source = `calculator-opened/${calculator}`;
    this.#starting = starting;
    this.#opened = this.#lastOpened;
    this.#known = this.kept ?? {};
  }

  /** The answers kept, or null. */
  get kept() {
    return texts(read(this.#key));
  }

  /** Whether a person has typed these answers, and nothing opened has brought them as they are. */
  isOwn(answers) {
    return ![{}, this.#starting, this.#opened, this.#lastOpened].some((other) => same(answers, other));
  }

  /** Note that these answers have come from elsewhere. */
  open(answers) {
    this.#opened = answers;
    write(this.#source, answers);
  }

  /** Keep the answers; those that a person has typed in another tab meanwhile, in their place, or null. */
  keep(answers) {
    const there = this.kept ?? {};
    const others = !same(there, this.#known) && !same(there, answers) && this.isOwn(there);
    const untouched = same(answers, this.#starting);
    this.#known = untouched ? {} : answers;
    write(this.#key, untouched ? null : answers);
    return others ? there : null;
  }

  /** Keep nothing any more. */
  forget() {
    this.#known = {};
    write(this.#key, null);
    write(this.#source, null);
  }

  get #lastOpened() {
    return texts(read(this.#source)) ?? {};
  }
}
