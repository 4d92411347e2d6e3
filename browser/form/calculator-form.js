// <calculator-form>: one form, one message to the worker, one reply. It holds no rule, reads no number and
// builds no result; the runtime starts when the reader first reaches for the form.

import { clearErrors, goTo, showErrors } from "../page/errors.js";
import { withModule } from "../page/later.js";
import { sharedRuntime } from "../page/python.js";
import { keepNotes, notesOf, saveNotes } from "./beside.js";
import { allAnswers, askWhatApplies, askedAnswers, fillIn, startingAnswers } from "./case.js";
import { Draft } from "./draft.js";
import { Folds } from "./folds.js";
import { Outcome } from "./outcome.js";
import { previewTable } from "./pasted.js";
import { offerToClear, showProgress } from "./progress.js";
import { same } from "./storage.js";
import { Work } from "./work.js";

const WORKING = "Working it out…";
const NO_GUIDE = "The questions are shown all at once: the part that asks one at a time could not be fetched.";

export class CalculatorForm extends HTMLElement {
  #asked = 0;
  #undo = null;
  /** What was set aside unasked, in words that stay until the reader has done something else than type. */
  #aside = "";

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
    this.draft = new Draft(this.calculator, startingAnswers(this.form));
    const before = this.draft.kept;
    if (before) fillIn(this.form, before);
    this.#refresh();
    this.tell(before ? "Your answers from your last visit are back in the form." : "");
    this.work = new Work(this);
    const guide = ({ Guide }) => (this.guide = new Guide(this));
    if ("guided" in this.form.dataset) withModule(() => import("./guide.js"), guide, () => this.tell(NO_GUIDE));
    addEventListener("hashchange", () => this.#openLink());
    this.#openLink();
  }

  /** The answers to the questions that are asked, as typed. */
  get answers() {
    return askedAnswers(this.form);
  }

  /** Put a case into the form that comes from elsewhere; the reader's own answers are set aside under a name. */
  open(answers, told, what) {
    const before = allAnswers(this.form);
    const opened = { ...startingAnswers(this.form), ...answers };
    const notes = notesOf(this.calculator);
    const own = notes || this.draft.isOwn(before);
    // Their own link brings them what is theirs already, and stays so.
    const replaced = own && !same(before, opened);
    const name = replaced && this.work.setAside(before, `My answers before ${what}`);
    this.#fill(opened);
    if (name && notes) saveNotes(this.calculator, name);
    if (name) keepNotes(this.calculator, null);
    if (replaced || !own) this.draft.open(allAnswers(this.form));
    const saved = name ? ` Yours are saved as “${name}”.` : " This browser could not save yours.";
    this.tell(replaced ? told + saved : told, () => {
      keepNotes(this.calculator, notes);
      this.#putBack(before);
    });
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
    } else {
      this.outcome.show(reply);
      if (notesOf(this.calculator)) withModule(() => import("../result/notes.js"), ({ show }) => show(this), (words) => this.tell(words));
    }
    this.dispatchEvent(new CustomEvent("calculator-reply", { bubbles: true, detail: { answers, ...reply } }));
  }

  /** Say something above the form, with a way to take back what was done. */
  tell(words, undo = null) {
    this.#undo = undo;
    const told = this.querySelector("[data-told]");
    const all = `${words} ${this.#aside}`.trim();
    // Written again, the same words would be read out again.
    if (told.textContent !== all) told.textContent = all;
    this.querySelector("[data-action='undo']").hidden = !undo;
  }

  /** Open the case that the address carries in its fragment, if it does; an anchor has no "=". */
  #openLink() {
    const fragment = location.hash.slice(1);
    const carried = new URLSearchParams(fragment);
    const known = [...carried].filter(([name, typed]) => typed && this.form.querySelector(`[data-field="${CSS.escape(name)}"]`));
    if (known.length === 0) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.open(Object.fromEntries(known), "The answers from the link are in the form.", "the link");
    if (carried.has("_rules")) this.submit((runtime) => runtime.ask(this.calculator, "opened", { fragment }));
  }

  #fill(answers) {
    fillIn(this.form, answers);
    clearErrors(this, this.form);
    this.#changed();
    this.guide?.review();
  }

  #putBack(before) {
    this.#fill(before);
    this.tell("Your answers are back as they were.");
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
    this.#aside = "";
    const { action } = control.dataset;
    if (action === "preset") this.open(JSON.parse(control.dataset.case), `Example loaded: ${control.textContent.trim()}.`, "the example");
    else if (action === "again") this.#startAgain();
    else if (action === "undo") this.#undo();
    else if (action === "forget") this.#forget();
    else if (action === "clear") this.#unanswer(control);
    else if (action === "submit") this.submit();
    else if (action === "back") this.guide.back();
    else if (action === "take") this.#withResult(control, () => import("../result/take.js"));
    else if (action === "around") this.#withResult(control, () => import("../result/around.js"));
  }

  #withResult(control, module) {
    const beside = control.closest(".calc-around__way").querySelector("[role=status]");
    const told = beside ?? this.querySelector("[data-around-told]");
    withModule(module, (found) => found[control.value](this), (words) => (told.textContent = words));
  }

  #startAgain() {
    this.#asked += 1;
    const before = allAnswers(this.form);
    this.#fill(startingAnswers(this.form));
    this.tell("The form is empty again.", () => this.#putBack(before));
    this.outcome.clear();
    this.folds.first();
    this.guide?.start();
    const first = this.form.querySelector("[data-field]:not([hidden])");
    goTo(this.form, first.dataset.field);
  }

  #forget() {
    this.#asked += 1;
    this.#fill(startingAnswers(this.form));
    this.outcome.clear();
    this.guide?.start();
    this.draft.forget();
    keepNotes(this.calculator, null);
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
    const others = this.draft.keep(allAnswers(this.form));
    const name = others && this.work.setAside(others, "My answers in another tab");
    if (!name) return;
    this.#aside = `Your answers in another tab are saved as “${name}”.`;
    this.tell("");
  }
}

customElements.define("calculator-form", CalculatorForm);
