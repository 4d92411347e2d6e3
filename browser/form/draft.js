// The answers in a form as they are kept between visits, so that a reload, Back or a crash of the tab loses
// nothing; and whose they are: typed by the reader, or brought by a link, an example, a file or saved work.
//
// Each tab has a draft of its own, which a reload brings back. The newest draft of all tabs is kept beside them, for
// the next visit. Both are of one time, between two Forgets: a draft of an earlier time counts no longer.

import { forget, read, same, texts, write } from "./storage.js";

const TAB = { tab: true };

export class Draft {
  #calculator;
  #key;
  #source;
  #since;
  #starting;
  /** What this form was last filled with from elsewhere. */
  #opened;
  /** What this form last read of the newest draft, or wrote. */
  #known = {};
  /** The time in which this form has kept something. */
  #time = "";

  constructor(calculator, starting) {
    this.#calculator = calculator;
    this.#key = `calculator-answers/${calculator}`;
    this.#source = `calculator-opened/${calculator}`;
    this.#since = `calculator-since/${calculator}`;
    this.#starting = starting;
    this.#opened = this.#lastOpened;
  }

  /**
   * What the form begins with: `answers`, those of this tab or else the newest; `newer` ones of another tab, where
   * there are any; or `forgotten`, where what this tab had was forgotten while it slept.
   */
  begin() {
    const { newest, isForgotten: forgotten } = this;
    if (forgotten) write(this.#key, null, TAB);
    const here = read(this.#key, TAB);
    const own = texts(here?.answers);
    this.#known = (own ? texts(here.known) : newest) ?? {};
    if (!own && newest) this.#keepHere(newest, read(this.#since));
    const newer = own && newest && !same(this.#known, newest) && !same(own, newest) && this.isOwn(newest) ? newest : null;
    return { answers: own ?? newest ?? {}, newer, forgotten };
  }

  /** Whether this tab has a draft of a time that a Forget in another has ended. */
  get isForgotten() {
    const since = read(this.#key, TAB)?.since;
    return Boolean(since) && since !== read(this.#since);
  }

  /** The newest answers of any tab, or null. */
  get newest() {
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

  /** Keep of what has come from elsewhere only what may be kept. */
  trim(kept) {
    this.#opened = kept(this.#lastOpened);
    if (Object.keys(this.#lastOpened).length) write(this.#source, this.#opened);
  }

  /** Whether this is the key of the newest draft. */
  isNewest(key) {
    return key === this.#key;
  }

  /** What a person has typed in another tab meanwhile, and these answers would take the place of; or null. */
  others(answers) {
    return same(answers, this.#starting) ? null : this.#theirs(answers);
  }

  /** Keep the answers, `beside` those of another tab where these are to stay the newest; whether the browser did. */
  keep(answers, beside = false) {
    const some = same(answers, this.#starting) ? null : answers;
    const since = read(this.#since) || this.#time || String(Math.random());
    const alone = beside || (!some && this.#theirs(answers));
    const kept = !alone && write(this.#key, some) && write(this.#since, some && since);
    if (kept) {
      this.#known = some ?? {};
      this.#time = since;
    }
    this.#keepHere(some ?? {}, kept && some && since);
    return kept || !some;
  }

  /** Keep nothing any more, in any tab. */
  forget() {
    this.forgotten();
    forget(this.#calculator);
  }

  /** Another tab has forgotten all that was kept. */
  forgotten() {
    this.#known = {};
    this.#time = "";
  }

  /** Without the time, where this tab alone has them, there is nothing that a Forget elsewhere could have ended. */
  #keepHere(answers, since) {
    write(this.#key, { answers, since, known: this.#known }, TAB);
  }

  #theirs(answers) {
    const newest = this.newest ?? {};
    return !same(newest, this.#known) && !same(newest, answers) && this.isOwn(newest) ? newest : null;
  }

  get #lastOpened() {
    return texts(read(this.#source)) ?? {};
  }
}
