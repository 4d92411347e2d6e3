// Named pieces of work, kept in this browser only: save, open, forget. Whatever else is found in their
// place is passed over, and names are only ever set as text.

import { openNotes, saveNotes } from "./beside.js";
import { button, element } from "../page/dom.js";
import { markError } from "../page/errors.js";
import { read, same, texts, write } from "./storage.js";

const LONGEST = 80; // characters of a name
const LARGEST = 250_000; // characters of a case, more than any form takes
const NOT_KEPT = "This browser keeps nothing more for this site: its storage is full, or turned off. Save the answers as a file instead.";
const READING = "The table is still being read. Save again in a moment.";
const SHOWN = 200; // pieces of work in the list

const asText = (name) => (typeof name === "string" ? name : JSON.stringify(name));

/** The name, with a number where there is work under it. */
function free(all, name, tried = new Map()) {
  let other = name;
  for (let again = tried.get(name) ?? 2; all.has(other); again += 1) {
    const number = ` (${again})`;
    other = name.slice(0, LONGEST - number.length) + number;
    tried.set(name, again + 1);
  }
  return other;
}

export class Work {
  constructor(host) {
    this.host = host;
    this.key = `calculator-work/${host.calculator}`;
    this.name = host.querySelector("#work-name");
    this.error = host.querySelector("#work-name-error");
    this.told = host.querySelector("[data-saved]");
    this.list = host.querySelector("[data-work-list]");
    this.box = this.list.closest("details");
    this.name.addEventListener("keydown", ({ key }) => key === "Enter" && this.#save());
    host.querySelector("[data-save]").addEventListener("click", () => this.#save());
    host.querySelector("[data-forget-all]").addEventListener("click", () => this.#forget(new Map(), "All saved work is"));
    addEventListener("storage", () => this.draw());
    this.draw();
  }

  /** The answers of each piece by its name, newest first. */
  get all() {
    const found = read(this.key);
    const pieces = (Array.isArray(found) ? found : []).filter((piece) => Array.isArray(piece) && texts(piece[1]));
    const [all, tried] = [new Map(), new Map()];
    // A name that somebody has edited may be anything, and cut short the same as another.
    for (const [name, answers] of pieces) all.set(free(all, asText(name).slice(0, LONGEST), tried), texts(answers));
    return all;
  }

  /** Keep answers under a name, in place of what was there; whether the browser did. */
  put(name, answers) {
    const others = this.all;
    others.delete(name);
    saveNotes(this.host.calculator, name);
    return this.#write(new Map([[name, answers], ...others]));
  }

  /**
   * Keep the reader's answers apart, under words that say why and when; their name, or "" where the browser keeps
   * nothing. What is kept already needs no second name.
   */
  setAside(answers, why) {
    const { all } = this;
    for (const [name, others] of all) if (same(answers, others)) return name;
    const now = new Date();
    const [day, time] = [now.toLocaleDateString("en-GB", { dateStyle: "long" }), now.toLocaleTimeString("en-GB", { timeStyle: "short" })];
    const name = free(all, `${why}, ${day}, ${time}`);
    return this.put(name, answers) ? name : "";
  }

  #write(all) {
    const written = write(this.key, all.size ? [...all] : null);
    this.draw();
    return written;
  }

  #save() {
    const name = this.name.value.trim();
    const again = this.all.has(name);
    this.told.textContent = "";
    const long = `Use ${LONGEST} characters or fewer for the name: it has ${name.length}`;
    const wrong = name ? (name.length > LONGEST ? long : "") : "Enter a name for this work";
    markError(this.name, this.error, wrong);
    if (wrong) return;
    // What it tells of people is known once it is read.
    if (this.host.reading) return (this.told.textContent = READING);
    const { kept, without } = this.host.keepable(this.host.answers);
    if (!this.put(name, kept)) this.told.textContent = NOT_KEPT;
    else this.told.textContent = `Saved as “${name}”${again ? ", in place of what was there" : ""}${without}. It is in “Saved work” above the form.`;
  }

  #forget(rest, what) {
    const before = this.all;
    this.#write(rest);
    const back = () => {
      this.#write(before);
      this.host.tell("Your saved work is back.");
      this.box.querySelector("summary").focus();
    };
    this.host.tell(`${what} forgotten.`, back);
    this.host.querySelector("[data-action='undo']").focus();
  }

  /** Show what there is; how many pieces that are. */
  draw() {
    const all = [...this.all];
    const options = this.host.querySelector("[data-work-options]");
    this.box.hidden = options.hidden = all.length === 0;
    const shown = all.slice(0, SHOWN);
    const more = all.length - shown.length;
    this.list.replaceChildren(...shown.map(([name, answers]) => this.#line(name, answers)));
    if (more) this.list.append(element("li", { textContent: `And ${more.toLocaleString("en-GB")} older. They come up here as you forget others.` }));
    options.replaceChildren(...shown.map(([name]) => element("option", { textContent: name, value: name })));
    return all.length;
  }

  #line(name, answers) {
    const open = () => {
      if (JSON.stringify(answers).length > LARGEST) return this.host.tell(`“${name}” is larger than the form takes, and was not opened.`);
      this.host.open(answers, `“${name}” is in the form.`, "the saved work");
      openNotes(this.host.calculator, name);
      this.name.value = name;
    };
    const forget = () => this.#forget(new Map([...this.all].filter(([other]) => other !== name)), `“${name}” is`);
    const gone = button("Forget", forget, "calc-link");
    gone.append(element("span", { className: "nhsuk-u-visually-hidden", textContent: ` ${name}` }));
    return element("li", {}, button(name, open, "calc-link"), " ", gone);
  }
}
