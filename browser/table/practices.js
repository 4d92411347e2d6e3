// One table of practices for every calculator that asks for one, kept in this browser only: offered where the box for
// it is empty, and joined with what the reader gives next. What of a table is kept, whether it has what a form needs,
// and how two are joined, is for the core to say; nothing goes into the box before the reader asks for it.

import { button, element } from "../page/dom.js";
import { sharedRuntime } from "../page/python.js";
import { practicesKey, read, write } from "../form/storage.js";

const LARGEST = 250_000; // characters of a table, as message.js has it
const GIVINGS = 6; // of which the offer tells
const IN_WORDS = 64; // characters of a calculator's title that it repeats
const KEPT = "Kept in this browser for other calculators:";
const FORGOTTEN = "The table of practices is forgotten.";
const places = new WeakMap();

/** What offers and keeps practices at a place of the form for a table of them; one for each. */
export function practicesOf(host, area) {
  if (!places.has(area)) places.set(area, new Practices(host, area));
  return places.get(area);
}

class Practices {
  /** What reads the table of the form, once it is there; and whether the reader has asked for the offer before that. */
  #source = null;
  #wanted = false;
  /** What is kept: the table, how many practices it has, and when and where it was given. */
  #kept = null;
  /** The table on offer, and what the core says of one. */
  #offered = "";
  #looked = { table: "", offer: null };
  /** What was kept before the table that this form has given last, and that table as it was kept then. */
  #before = null;
  #last = "";
  #turn = 0;

  constructor(host, area) {
    Object.assign(this, { host, field: area.dataset.field, box: area.querySelector("textarea") });
    const place = area.querySelector("[data-practices]");
    this.told = place.querySelector("[data-practices-told]");
    this.more = place.querySelector("[data-practices-more]");
    this.told.tabIndex = -1;
    addEventListener("storage", ({ key }) => (key === null || key === practicesKey) && this.#read());
    document.addEventListener("calculator-forget", () => this.#forgotten());
    host.addEventListener("calculator-refresh", () => this.#show());
    this.#read();
  }

  /** What reads the table is there. */
  attach(source) {
    this.#source = source;
    if (this.#wanted) this.#use();
    this.#show();
  }

  /**
   * Keep what the core gives of a table, as one with what is kept; `again` where it is the table that was given last,
   * with something put right.
   */
  async keep(given, again) {
    const turn = ++this.#turn;
    const now = this.#read();
    if (!again || now?.table !== this.#last) this.#before = now;
    const before = this.#before;
    const from = { when: new Date().toISOString(), from: this.host.form.getAttribute("aria-label") };
    if (!before) return this.#write(given, [from]);
    const { all, these, words = "" } = await this.#ask("join", { older: before.table, newer: given.table });
    if (turn !== this.#turn) return;
    // Another tab may have kept or forgotten something meanwhile.
    const write = (one, more) => {
      if (this.#read()?.table !== now?.table) return this.keep(given, false);
      return this.#write(one, one.before || one.table === before.table ? [...before.given, from] : [from], more);
    };
    const choice = (label, one) => button(label, () => write(one) && this.told.focus());
    if (these) this.#say(words, choice(`Keep all ${all.practices}`, all), choice(`Keep only the ${these.practices} of this table`, these));
    else if (all) write(all, words);
    else this.#say(words);
  }

  /** Offer what is kept where the box is empty, and nothing where it is not. */
  #show() {
    const offered = this.#kept && !this.box.value.trim() && !this.box.closest("[hidden]") ? this.#kept.table : "";
    if (offered && sharedRuntime(this.host).state !== "idle") this.#look(offered);
    if (offered === this.#offered) return;
    this.#offered = offered;
    this.#tell();
  }

  #tell() {
    if (!this.#offered) return this.#say("");
    const { table, offer } = this.#looked;
    const said = table === this.#offered ? offer : null;
    const words = element("p", { textContent: [wordsOf(this.#kept), said?.words].filter(Boolean).join(" ") });
    const use = said?.fits === false ? [] : [button("Use it", () => this.#use())];
    this.#say("", words, ...use, this.#toForget());
  }

  /** Ask the core whether the table has the columns that are needed here. */
  async #look(table) {
    if (this.#looked.table === table) return;
    this.#looked = { table, offer: null };
    const { offer } = await this.#ask("table", { table, columns: this.#source?.columns ?? {}, rewrite: false });
    if (this.#looked.table !== table) return;
    this.#looked = { table, offer };
    if (this.#offered) this.#tell();
  }

  /** Bring the table into the box as a file would be, once there is what reads it. */
  #use() {
    this.#wanted = !this.#source;
    if (this.#offered) this.#source?.take(this.#offered);
  }

  #toForget() {
    const forget = () => {
      write(practicesKey, null);
      this.#forgotten();
      this.#say(FORGOTTEN);
      this.told.focus();
    };
    return button("Forget it", forget, "calc-link");
  }

  #forgotten() {
    this.#turn += 1;
    this.#kept = null;
    this.#offered = "";
    this.#say("");
  }

  #say(words, ...more) {
    this.told.textContent = words;
    this.more.replaceChildren(...more);
  }

  /** Keep a table with when it was given, and say so; a browser that keeps nothing changes nothing. */
  #write({ table, practices }, given, words = "") {
    const kept = write(practicesKey, { table, practices, given: given.slice(-GIVINGS) });
    this.#last = table;
    this.#read();
    this.#say(kept ? `${KEPT} ${counted(practices)}. ${words}`.trim() : "", ...(kept ? [this.#toForget()] : []));
    return kept;
  }

  /** What is kept, whatever somebody has put in its place. */
  #read() {
    const found = read(practicesKey);
    const good = typeof found?.table === "string" && found.table && found.table.length <= LARGEST && Number.isSafeInteger(found.practices);
    const given = good && Array.isArray(found.given) ? found.given.filter((each) => typeof each?.from === "string") : [];
    this.#kept = good ? { ...found, given: given.slice(-GIVINGS) } : null;
    this.#show();
    return this.#kept;
  }

  #ask(task, payload) {
    return sharedRuntime(this.host).ask(this.host.dataset.calculator, task, { ...payload, field: this.field });
  }
}

/** How many practices a kept table has, and when and where it was given. */
function wordsOf({ practices, given }) {
  const days = new Map();
  for (const { when, from } of given) {
    const day = new Date(when);
    const on = Number.isNaN(day.getTime()) ? "" : ` on ${day.toLocaleDateString("en-GB", { dateStyle: "long" })}`;
    days.set(on, new Set([...(days.get(on) ?? []), from.slice(0, IN_WORDS)]));
  }
  const told = [...days].map(([on, from]) => `${on} (${[...from].join(", ")})`);
  return `You gave ${counted(practices)}${told.join(" and")}.`;
}

const counted = (practices) => `a table of ${practices.toLocaleString("en-GB")} practice${practices === 1 ? "" : "s"}`;
