// <calculator-form>: one form, one message to the worker, one reply. It holds no rule, reads no number and
// builds no result; the runtime starts when the reader first reaches for the form.

import { reveal } from "../page/dom.js";
import { clearErrors, goTo, showErrors } from "../page/errors.js";
import { hold, REACHED, withModule } from "../page/later.js";
import { sharedRuntime } from "../page/python.js";
import { keepNotes, notesOf, saveNotes } from "./beside.js";
import { allAnswers, askEverything, askWhatApplies, askedAnswers, fillIn, sorted, startingAnswers } from "./case.js";
import { Draft } from "./draft.js";
import { Folds } from "./folds.js";
import { Outcome } from "./outcome.js";
import { missingAnswers, offerToClear, showProgress } from "./progress.js";
import { forget, practicesKey, read, same, whenForgotten } from "./storage.js";
import { Work } from "./work.js";

const WORKING = "Working it out…";
const NOT_KEPT = "This browser does not keep your answers: its storage is full, or turned off. Save them as a file before you leave.";
const NEWER = "Your answers in this tab are back in the form. There are newer ones, from another tab.";
const GONE = "Your answers were forgotten in another tab, and are gone here too.";
const WITHOUT = ", without the table that looks as if it told who people are";
const NO_FILES = "Files cannot be read here: a part of the calculator could not be fetched. Paste the table instead.";
const NO_SO_FAR = "All questions are shown: the part that leaves out what need not be asked could not be fetched.";
const NO_GUIDE = "The questions are shown all at once: the part that asks one at a time could not be fetched.";

export class CalculatorForm extends HTMLElement {
  #asked = 0;
  #undo = null;
  /** What to do again where it has failed. */
  #again = () => this.submit();
  /** What looks at the answers as they are given, once the reader has reached for the form; and what is still to come. */
  #watching = [];
  #later = [];
  /** What a person has typed or pasted, by its box; not what was brought there. */
  typed = new WeakMap();
  /** What the reader did not ask for, in words that stay until they have done something else than type. */
  #aside = "";

  connectedCallback() {
    this.calculator = this.dataset.calculator;
    this.form = this.querySelector("form");
    this.outcome = new Outcome(this);
    this.folds = new Folds(this.form);
    this.#expect();
    // What lies below the line that tells of the start would slip away from under the press that starts it. And an
    // empty form is answered without Python, so that its own button is no reach for it yet.
    const reach = ({ target }) => target.closest?.(".calc-kept, [type=submit]") || this.#reach();
    for (const way of REACHED) this.addEventListener(way, reach);
    // They may have gone into it before this was loaded.
    if (this.matches(":focus-within")) reach({ target: document.activeElement });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.guide?.forward()) this.submit();
    });
    this.form.addEventListener("input", ({ isTrusted, target }) => {
      if (isTrusted) this.typed.set(target, target.value);
      this.#changed();
    });
    this.form.addEventListener("calculator-keep", () => {
      this.draft.trim((answers) => this.keepable(answers).kept);
      this.#keep();
    });
    this.addEventListener("click", (event) => this.#act(event));
    this.draft = new Draft(this.calculator, startingAnswers(this.form));
    this.work = new Work(this);
    this.#takeFiles();
    this.#begin();
    this.#offerPractices();
    whenForgotten(this.calculator, () => this.#gone());
    addEventListener("storage", ({ key, newValue }) => this.draft.isNewest(key) && !newValue && this.#keepOwn());
    addEventListener("pageshow", ({ persisted }) => persisted && this.draft.isForgotten && this.#gone());
    const guide = ({ Guide }) => (this.guide = new Guide(this));
    if ("guided" in this.form.dataset) withModule(() => import("./guide.js"), guide, () => this.tell(NO_GUIDE));
    addEventListener("hashchange", () => this.#openLink());
    this.#openLink();
  }

  /** The answers to the questions that are asked, as typed. */
  get answers() {
    return askedAnswers(this.form);
  }

  /** The reader is about to use the form: get Python, and what looks at the answers as they are given. */
  #reach() {
    sharedRuntime(this).start();
    for (const each of this.#later.splice(0)) {
      const failed = () => {
        this.#later.push(each);
        each.failed();
      };
      withModule(each.module, (found) => this.#watching.push(...each.begin(found)), failed);
    }
  }

  /** Tables are read where the form takes some; and the core tells what need not be asked where it has something to tell. */
  #expect() {
    const areas = [...this.form.querySelectorAll("[data-kind='table']")];
    if (areas.length) {
      this.#later.push({
        module: () => import("../table/source.js"),
        begin: ({ Source }) => areas.map((area) => new Source(this, partsOf(area))),
        failed: () => this.tell(NO_FILES),
      });
    }
    if (!("soFar" in this.form.dataset)) return;
    this.#later.push({
      module: () => import("./so-far.js"),
      begin: ({ SoFar }) => [new SoFar(this)],
      failed: () => {
        askEverything(this.form);
        this.tell(NO_SO_FAR);
      },
    });
  }

  /** Put a case into the form that comes from elsewhere; the reader's own answers are set aside under a name. */
  open(answers, told, what) {
    const before = allAnswers(this.form);
    const { known, rest } = sorted(this.form, answers);
    const opened = { ...startingAnswers(this.form), ...known };
    const notes = notesOf(this.calculator);
    const { kept, without } = this.keepable(before);
    const own = notes || this.draft.isOwn(kept);
    // Their own link brings them what is theirs already, and stays so.
    const replaced = own && !same(before, opened);
    const name = replaced && this.work.setAside(kept, `My answers before ${what}`);
    this.#fill(opened);
    if (name && notes) saveNotes(this.calculator, name);
    if (replaced) keepNotes(this.calculator, null);
    if (replaced || !own) this.draft.open(allAnswers(this.form));
    const saved = name ? ` Yours are saved as “${name}”${without}.` : " This browser could not save yours.";
    this.tell(`${told} ${rest}`.trimEnd() + (replaced ? saved : ""), () => this.#putBack(before, notes));
  }

  /** Of answers those that this browser may keep, and words where that leaves a table out. */
  keepable(answers) {
    const kept = { ...answers };
    const left = this.#watching.filter(({ field, people }) => people && kept[field]);
    for (const { field } of left) delete kept[field];
    return { kept, without: left.length ? WITHOUT : "" };
  }

  /** Whether a table in the form is still being read. */
  get reading() {
    return this.#watching.some(({ reading }) => reading);
  }

  /** Send the answers, by a plain run unless told otherwise; only the reply to the last sending is shown. */
  async submit(work, words = WORKING) {
    const turn = ++this.#asked;
    const { answers } = this;
    const runtime = sharedRuntime(this);
    this.#again = () => this.submit(work, words);
    this.#keep();
    clearErrors(this, this.form);
    // Once Python is there, it tells whatever else is wrong as well.
    const missing = !work && runtime.state !== "ready" && missingAnswers(this.form);
    if (missing) {
      this.outcome.clear();
      showErrors(this, this.form, missing);
      if (runtime.state !== "starting") return;
    } else this.outcome.working(words);
    this.#reach();
    const reply = await (work ? work(runtime, answers, () => turn === this.#asked) : runtime.run(this.calculator, answers));
    if (turn !== this.#asked || reply.superseded) return;
    // A reader who has begun to put things right is not called back.
    if (missing && (!reply.errors || !this.errorSummary?.contains(document.activeElement))) return;
    if (reply.failure) this.outcome.failed(reply.failure, reply.way);
    else if (reply.html) this.#show(reply);
    else {
      if (reply.errors) this.outcome.clear();
      this.outcome.rest(reply.notice);
      if (reply.errors) showErrors(this, this.form, reply.errors, reply.faults);
    }
    this.dispatchEvent(new CustomEvent("calculator-reply", { bubbles: true, detail: { answers, ...reply } }));
  }

  #show(reply) {
    this.outcome.show(reply);
    if (notesOf(this.calculator)) withModule(() => import("../result/notes.js"), ({ show }) => show(this), (words) => this.tell(words));
  }

  /** Say something above the form, with a way to take back what was done, or another thing to do. */
  tell(words, undo = null, label = "Undo") {
    this.#undo = undo;
    const told = this.querySelector("[data-told]");
    const all = `${words} ${this.#aside}`.trim();
    // Written again, the same words would be read out again.
    if (told.textContent !== all) told.textContent = all;
    const button = this.querySelector("[data-action='undo']");
    button.hidden = !undo;
    button.textContent = label;
  }

  #begin() {
    const { answers, newer, forgotten } = this.draft.begin();
    const some = Object.keys(answers).length > 0;
    if (some) fillIn(this.form, answers);
    this.#refresh();
    if (forgotten) this.tell(GONE);
    else if (newer) this.tell(NEWER, () => this.open(newer, "The answers of the other tab are in the form.", "those of the other tab"), "Use the newer answers");
    else this.tell(some ? "Your answers from your last visit are back in the form." : "");
  }

  /** Open the case that the address may carry in its fragment; an anchor has no "=", and begins otherwise. */
  #openLink() {
    const fragment = location.hash.slice(1);
    if (/^_|=/.test(fragment)) this.#bring(({ openLink }) => openLink(this, fragment));
  }

  #bring(act, tell = (words) => this.tell(words)) {
    withModule(() => import("./opening.js"), act, tell);
  }

  /** A table of practices that the reader has given is offered before they reach for the form. */
  #offerPractices() {
    const areas = [...this.form.querySelectorAll("[data-field]:has([data-practices])")];
    if (!areas.length || !read(practicesKey)) return;
    const offer = ({ practicesOf }) => areas.forEach((area) => practicesOf(this, area));
    withModule(() => import("../table/practices.js"), offer, () => {});
  }

  #saveFile(control) {
    const told = control.closest(".calc-save, .calc-around__way").querySelector("[role=status]");
    const tell = (words) => (told.textContent = words);
    this.#bring(({ saveFile }) => saveFile(this, tell), tell);
  }

  /** A file that is chosen, or dropped anywhere on the form where nothing else takes it. */
  #takeFiles() {
    const open = ([file]) => file && this.#bring(({ openFile }) => openFile(this, file));
    this.querySelector("#case-file").addEventListener("change", ({ target }) => open(target.files));
    for (const type of ["dragover", "drop"]) {
      this.addEventListener(type, (event) => {
        if (event.defaultPrevented) return;
        const file = event.target.closest("[data-kind='table']")?.querySelector("[data-file]");
        if (file) return hold(event, file);
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        open(event.dataTransfer.files);
      });
    }
  }

  #fill(answers) {
    fillIn(this.form, answers);
    clearErrors(this, this.form);
    this.#changed();
    this.guide?.review();
  }

  #putBack(before, notes) {
    keepNotes(this.calculator, notes);
    this.#fill(before);
    this.tell("Your answers are back as they were.");
  }

  #act(event) {
    const control = event.target.closest("[data-action], a[href^='#']");
    if (!control || !this.contains(control)) return;
    if (control.localName === "a") {
      const name = decodeURIComponent(control.hash.slice(1));
      if (!this.form.querySelector(`[data-field="${CSS.escape(name)}"]`)) return reveal(document.getElementById(name));
      event.preventDefault();
      goTo(this.form, name);
      return;
    }
    this.#aside = "";
    const { action } = control.dataset;
    if (action === "preset") this.open(JSON.parse(control.dataset.case), `Example loaded: ${control.textContent.trim()}.`, "the example");
    else if (action === "again") this.#startAgain();
    else if (action === "undo") this.#undo();
    else if (action === "use") this.#useWhatCouldBeRead(JSON.parse(control.dataset.case));
    else if (action === "forget") this.#forget(this.calculator);
    else if (action === "forget-all") this.#forget("all");
    else if (action === "file") this.#saveFile(control);
    else if (action === "clear") this.#unanswer(control);
    else if (action === "submit") this.submit();
    else if (action === "retry") this.#again();
    else if (action === "reload") location.reload();
    else if (action === "back") this.guide.back();
    else if (action === "take") this.#withResult(control, () => import("../result/take.js"));
    else if (action === "around") this.#withResult(control, () => import("../result/around.js"));
  }

  #useWhatCouldBeRead(answers) {
    this.open(answers, "What could be read is in the form. Check each answer.", "what was opened");
    this.outcome.rest();
    // The button that had the focus is gone.
    if (!this.guide) this.#goToFirst();
  }

  #withResult(control, module) {
    const beside = control.closest(".calc-around__way").querySelector("[role=status]");
    const told = beside ?? this.querySelector("[data-around-told]");
    told.textContent = "";
    withModule(module, (found) => found[control.value](this), (words) => (told.textContent = words));
  }

  #startAgain() {
    this.#asked += 1;
    const before = allAnswers(this.form);
    const notes = notesOf(this.calculator);
    this.#fill(startingAnswers(this.form));
    keepNotes(this.calculator, null);
    this.tell("The form is empty again.", () => this.#putBack(before, notes));
    this.outcome.clear();
    this.folds.first();
    this.guide?.start();
    this.#goToFirst();
  }

  #goToFirst() {
    goTo(this.form, this.form.querySelector("[data-field]:not([hidden])").dataset.field);
  }

  #forget(what) {
    this.#empty();
    if (what === "all") forget("all");
    this.draft.forget();
    const rest = this.work.draw() ? "Only your saved work" : "Nothing";
    const whose = what === "all" ? "All that was kept for any calculator is" : "Your answers are";
    this.tell(`${whose} forgotten. ${rest} is kept in this browser.`);
  }

  /** Another tab has forgotten the answers. */
  #gone() {
    this.#empty();
    this.draft.forgotten();
    this.work.draw();
    this.tell(GONE);
  }

  /** Another form has become empty and so is not the newest any more; forgotten answers are gone from here, too. */
  #keepOwn() {
    const answers = allAnswers(this.form);
    if (this.draft.isOwn(answers)) this.draft.keep(answers);
  }

  #empty() {
    this.#asked += 1;
    fillIn(this.form, startingAnswers(this.form));
    clearErrors(this, this.form);
    this.#refresh();
    this.outcome.clear();
    this.guide?.start();
    document.dispatchEvent(new Event("calculator-forget"));
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
    for (const each of this.#watching) each.changed();
    this.dispatchEvent(new Event("calculator-refresh"));
  }

  #keep() {
    const { kept: answers } = this.keepable(allAnswers(this.form));
    const others = this.draft.others(answers);
    const name = others && this.work.setAside(others, "My answers in another tab");
    const kept = this.draft.keep(answers, others && !name);
    const aside = name ? `Your answers in another tab are saved as “${name}”.` : kept ? this.#aside : NOT_KEPT;
    if (aside === this.#aside) return;
    this.#aside = aside;
    this.tell("");
  }
}

const partsOf = (area) => ({ field: area.dataset.field, area, box: area.querySelector("textarea"), file: area.querySelector("[data-file]") });

customElements.define("calculator-form", CalculatorForm);
