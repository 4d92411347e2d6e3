// <calculator-form>: one form, one message to the worker, one reply. It holds no rule, reads no number and
// builds no result; the runtime starts when the reader first reaches for the form.

import { allAnswers, askWhatApplies, askedAnswers, fillIn, startingAnswers } from "./form-case.js";
import { forget, keep, kept } from "./form-draft.js";
import { clearErrors, goTo, showErrors } from "./form-errors.js";
import { Folds } from "./form-folds.js";
import { Outcome } from "./form-outcome.js";
import { offerToClear, showProgress } from "./form-progress.js";
import { sharedRuntime } from "./form-runtime.js";
import { previewTable } from "./form-table.js";
import { Work } from "./form-work.js";

const WORKING = "Working it out…";
const BEFORE_LINK = "My answers before the link";

export class CalculatorForm extends HTMLElement {
  #asked = 0;
  #undo = null;

  connectedCallback() {
    this.calculator = this.dataset.calculator;
    this.form = this.querySelector("form");
    this.outcome = new Outcome(this);
    this.folds = new Folds(this.form);
    const reach = () => sharedRuntime(this).start();
    for (const way of ["focusin", "pointerdown"]) this.addEventListener(way, reach, { once: true });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.guide?.forward()) this.submit();
    });
    this.form.addEventListener("input", () => this.#changed());
    this.addEventListener("click", (event) => this.#act(event));
    const before = kept(this.calculator);
    if (before) fillIn(this.form, before);
    this.#refresh();
    this.tell(before ? "Your answers from your last visit are back in the form." : "");
    this.work = new Work(this);
    if ("guided" in this.form.dataset) import("./form-guide.js").then(({ Guide }) => (this.guide = new Guide(this)));
    addEventListener("hashchange", () => this.#open());
    this.#open();
  }

  /** The answers to the questions that are asked, as typed. */
  get answers() {
    return askedAnswers(this.form);
  }

  /** Fill the form with a case, as if it had been typed; what was there can be put back. */
  load(answers, told, rest = startingAnswers(this.form)) {
    const before = allAnswers(this.form);
    fillIn(this.form, { ...rest, ...answers });
    clearErrors(this, this.form);
    this.#changed();
    this.guide?.review();
    this.tell(told, () => this.load(before, "Your answers are back as they were.", {}));
  }

  /** Send the answers, by a plain run unless told otherwise; only the reply to the last sending is shown. */
  async submit(work = (runtime, answers) => runtime.run(this.calculator, answers)) {
    const turn = ++this.#asked;
    const answers = this.answers;
    this.#keep();
    clearErrors(this, this.form);
    this.outcome.working(WORKING);
    const reply = await work(sharedRuntime(this), answers);
    if (turn !== this.#asked || reply.superseded) return;
    if (reply.failure) this.outcome.failed(reply.failure);
    else if (reply.errors) {
      this.outcome.clear();
      showErrors(this, this.form, reply.errors);
    } else this.outcome.show(reply);
    this.dispatchEvent(new CustomEvent("calculator-reply", { bubbles: true, detail: { answers, ...reply } }));
  }

  /** Say something above the form, with a way to take back what was done. */
  tell(words, undo = null) {
    this.#undo = undo;
    this.querySelector("[data-told]").textContent = words;
    this.querySelector("[data-action='undo']").hidden = !undo;
  }

  /** Open the case that the address carries in its fragment, if it does; an anchor has no "=". */
  #open() {
    const fragment = location.hash.slice(1);
    const carried = new URLSearchParams(fragment);
    const known = [...carried].filter(([name, typed]) => typed && this.form.querySelector(`[data-field="${CSS.escape(name)}"]`));
    if (known.length === 0) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    const own = kept(this.calculator);
    const saved = own && this.work.put(BEFORE_LINK, own);
    this.load(Object.fromEntries(known), `The answers from the link are in the form.${saved ? ` Yours are saved as “${BEFORE_LINK}”.` : ""}`);
    if (carried.has("_rules")) this.submit((runtime) => runtime.ask(this.calculator, "opened", { fragment }));
  }

  #act(event) {
    const control = event.target.closest("[data-action], a[href^='#']");
    if (!control || !this.contains(control)) return;
    if (control.localName === "a") {
      const name = decodeURIComponent(control.hash.slice(1));
      if (!this.form.querySelector(`[data-field="${CSS.escape(name)}"]`)) return;
      event.preventDefault();
      goTo(this.form, name);
      return;
    }
    const { action } = control.dataset;
    if (action === "preset") this.load(JSON.parse(control.dataset.case), `Example loaded: ${control.textContent.trim()}.`);
    else if (action === "again") this.#startAgain();
    else if (action === "undo") this.#undo();
    else if (action === "forget") this.#forget();
    else if (action === "clear") this.#unanswer(control);
    else if (action === "submit") this.submit();
    else if (action === "back") this.guide.back();
    else if (action === "take") import("./form-take.js").then((take) => take[control.value](this));
    else if (action === "around") import("./form-around.js").then((around) => around[control.value](this));
  }

  #startAgain() {
    this.#asked += 1;
    this.load({}, "The form is empty again.");
    this.outcome.clear();
    this.folds.first();
    this.guide?.start();
    const first = this.form.querySelector("[data-field]:not([hidden])");
    goTo(this.form, first.dataset.field);
  }

  #forget() {
    this.#asked += 1;
    this.load({}, "");
    this.outcome.clear();
    this.guide?.start();
    forget(this.calculator);
    const rest = this.work.all.size ? "Only your saved work" : "Nothing";
    this.tell(`Your answers are forgotten. ${rest} is kept in this browser.`);
  }

  #unanswer(button) {
    const field = button.closest("[data-field]");
    for (const radio of field.querySelectorAll("input")) radio.checked = false;
    this.#changed();
    field.querySelector("input").focus();
  }

  #changed() {
    this.tell("");
    this.#refresh();
    this.#keep();
    this.outcome.aged();
  }

  #refresh() {
    askWhatApplies(this.form);
    showProgress(this.form);
    offerToClear(this.form);
    for (const field of this.form.querySelectorAll("[data-kind='table']")) previewTable(field);
  }

  #keep() {
    const starting = JSON.stringify(Object.entries(startingAnswers(this.form)).filter(([, typed]) => typed).sort());
    const answers = allAnswers(this.form);
    keep(this.calculator, JSON.stringify(Object.entries(answers).sort()) === starting ? {} : answers);
  }
}

customElements.define("calculator-form", CalculatorForm);
