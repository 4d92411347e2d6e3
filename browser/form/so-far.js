// What the answers so far tell of the questions: which are needless, and which a table has answered. The core says
// it; this file shows it. Loaded when a reader first reaches for the form of a calculator that has something to say.

import { element } from "../page/dom.js";
import { sharedRuntime } from "../page/python.js";
import { fillIn } from "./case.js";
import { showProgress } from "./progress.js";
import { same } from "./storage.js";

const PAUSE = 250; // ms without a key before the answers are looked at
const NOTHING = { needless: [], known: {} };

export class SoFar {
  #under = new AbortController();
  #clock = 0;
  /** The answers last asked about, and what the core said of them. */
  #seen = null;
  #reply = null;

  constructor(host) {
    this.host = host;
    this.form = host.form;
    this.runtime = sharedRuntime(host);
    this.runtime.addEventListener("ready", () => this.changed());
    // Without Python nothing is known: every question stands as it was written.
    this.runtime.addEventListener("failure", () => this.#heard(NOTHING));
    this.form.addEventListener("click", ({ target }) => target.closest(".calc-known button") && this.#press(target.closest("[data-field]")));
    // A question that was spared while the reader was at it. Later, or what is being pressed would move from under the press.
    this.form.addEventListener("focusout", () => setTimeout(() => this.#show(), PAUSE));
    if (this.runtime.state === "failed") this.#heard(NOTHING);
    this.changed();
  }

  /** The answers may be others: ask about them, once the reader pauses. */
  changed() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const { answers, calculator } = this.host;
    if (this.runtime.state !== "ready" || (this.#seen && same(answers, this.#seen))) return;
    this.#seen = answers;
    this.#under.abort();
    this.#under = new AbortController();
    const { signal } = this.#under;
    const reply = await this.runtime.ask(calculator, "so_far", { case: answers }, { signal });
    if (!signal.aborted && reply.known) this.#heard(reply);
  }

  #heard(reply) {
    if (reply === NOTHING) this.#seen = null;
    this.#reply = reply;
    this.#show();
  }

  #show() {
    if (!this.#reply) return;
    const { needless, known } = this.#reply;
    for (const field of this.form.querySelectorAll("[data-field]")) {
      const { field: name } = field.dataset;
      const control = controlOf(field);
      if (!needless.includes(name)) delete field.dataset.needless;
      // What a reader is at does not go from under their hands.
      else if (!field.contains(document.activeElement)) field.dataset.needless = "now";
      const empty = !control.value && control !== document.activeElement;
      field.toggleAttribute("data-known", Boolean(known[name]?.stands && empty));
      if (known[name] || field.querySelector(".calc-known")) tell(field, known[name] ?? { text: "", button: "" });
    }
    showProgress(this.form);
  }

  /** Give the answers that go with a button: the reader has another, or takes over what is known. */
  #press(field) {
    const { sets, told } = this.#reply.known[field.dataset.field];
    const control = controlOf(field);
    fillIn(this.form, { ...Object.fromEntries(new FormData(this.form)), ...sets });
    delete field.dataset.known;
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
    if (told) this.host.tell(told);
  }
}

const controlOf = (field) => field.querySelector("input, textarea");

/** Say what is known of a field below its question, with a button where there is something to do about it. */
function tell(field, { text, button }) {
  const place = field.querySelector(".calc-known") ?? begun(field);
  place.hidden = !text;
  const [words] = place.children;
  // Written again, the same words would be read out again.
  if (words.textContent !== text) words.textContent = text;
  if (place.dataset.button === button) return;
  place.dataset.button = button;
  const question = field.querySelector("legend, label").textContent.trim();
  const spoken = element("span", { className: "nhsuk-u-visually-hidden", textContent: `, for: ${question}` });
  const made = button ? [" ", element("button", { type: "button", className: "calc-link" }, button, spoken)] : [];
  place.replaceChildren(words, ...made);
}

/** The place for it, which also describes the box to those who hear it. */
function begun(field) {
  const words = element("span", { role: "status", id: `${field.dataset.field}-known` });
  const place = element("p", { className: "calc-known" }, words);
  field.querySelector(".nhsuk-form-group").append(place);
  const control = controlOf(field);
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${words.id}`.trim());
  return place;
}
