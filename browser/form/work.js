// Named pieces of work, kept in this browser only: save, open, forget. Whatever else is found in their
// place is passed over, and names are only ever set as text.

import { read, same, texts, write } from "./storage.js";
import { openNotes, saveNotes } from "./beside.js";
import { element } from "../page/dom.js";

const LONGEST = 80; // characters of a name

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
    addEventListener("storage", () => this.#draw());
    this.#draw();
  }

  /** The answers of each piece by its name, newest first. */
  get all() {
    const found = read(this.key);
    const pieces = (Array.isArray(found) ? found : []).filter((piece) => Array.isArray(piece) && texts(piece[1]));
    return new Map(pieces.map(([name, answers]) => [String(name).slice(0, LONGEST), texts(answers)]));
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
    const plain = `${why}, ${day}, ${time}`;
    let name = plain;
    for (let again = 2; all.has(name); again += 1) name = `${plain} (${again})`;
    return this.put(name, answers) ? name : "";
  }

  #write(all) {
    const written = write(this.key, all.size ? [...all] : null);
    this.#draw();
    return written;
  }

  #save() {
    const name = this.name.value.trim();
    const again = this.all.has(name);
    this.error.hidden = Boolean(name);
    this.told.textContent = "";
    for (const [mark, value] of [["aria-invalid", "true"], ["aria-describedby", this.error.id]]) {
      if (name) this.name.removeAttribute(mark);
      else this.name.setAttribute(mark, value);
    }
    if (!name) return this.name.focus();
    if (!this.put(name, this.host.answers)) this.told.textContent = "This browser keeps nothing for this site. Copy a link instead.";
    else this.told.textContent = `Saved as “${name}”${again ? ", in place of what was there" : ""}. It is in “Saved work” above the form.`;
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

  #draw() {
    const all = [...this.all];
    const options = this.host.querySelector("[data-work-options]");
    this.box.hidden = options.hidden = all.length === 0;
    this.list.replaceChildren(...all.map(([name, answers]) => this.#line(name, answers)));
    options.replaceChildren(
      ...all.map(([name, answers]) => element("option", { textContent: name, "data-case": JSON.stringify(answers) })),
    );
  }

  #line(name, answers) {
    const button = (words, act, ...more) => {
      const made = element("button", { type: "button", className: "calc-link", textContent: words }, ...more);
      made.addEventListener("click", act);
      return made;
    };
    const open = () => {
      this.host.open(answers, `“${name}” is in the form.`, "the saved work");
      openNotes(this.host.calculator, name);
      this.name.value = name;
    };
    const forget = () => this.#forget(new Map([...this.all].filter(([other]) => other !== name)), `“${name}” is`);
    const spoken = element("span", { className: "nhsuk-u-visually-hidden", textContent: ` ${name}` });
    return element("li", {}, button(name, open), " ", button("Forget", forget, spoken));
  }
}
