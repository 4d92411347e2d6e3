// One question a screen, for a form that asks for it: Back, Continue, and a summary of the answers before the
// end. The whole form stays in the page; this only shows a part of it at a time.

import { element } from "../page/dom.js";
import { clearErrors, showErrors } from "../page/errors.js";
import { isAnswered } from "./progress.js";

export class Guide {
  constructor(host) {
    this.host = host;
    this.form = host.form;
    const parts = [...this.form.querySelectorAll("[data-cluster], [data-field]")];
    this.steps = parts.filter((part) => !part.parentElement.closest("[data-cluster]"));
    this.button = this.form.querySelector("[type=submit]");
    this.last = this.button.textContent;
    this.top = this.form.querySelector("[data-guide]");
    this.summary = this.form.querySelector("[data-review]");
    this.top.hidden = false;
    this.form.addEventListener("calculator-go", ({ detail }) => this.#goTo(detail));
    addEventListener("popstate", ({ state }) => this.#show(state?.step ?? 0, true));
    this.#show(history.state?.step ?? 0);
  }

  /** From the first question again. */
  start() {
    this.changing = false;
    this.#move(0);
  }

  /** To the summary of the answers. */
  review() {
    this.#move(this.steps.length);
  }

  /** On to the next question; false once all that is left is to send the answers. */
  forward() {
    const step = this.steps[this.at];
    if (!step) return false;
    clearErrors(this.host, this.form);
    const open = [step, ...step.children].find((field) => field.dataset.missing && !isAnswered(field));
    if (open) {
      showErrors(this.host, this.form, { [open.dataset.field]: open.dataset.missing });
      return true;
    }
    this.#move(this.changing ? this.steps.length : this.at + 1);
    return true;
  }

  /** Where the reader came from, else the question before. */
  back() {
    if (history.state?.depth) history.back();
    else this.#show(this.steps.findLastIndex((step, place) => place < this.at && !step.hidden), true);
  }

  #goTo(control) {
    const place = this.steps.findIndex((step) => step.contains(control));
    if (place === this.at || place < 0) return;
    this.changing = true;
    this.#move(place);
  }

  #move(place) {
    const before = this.at;
    this.#show(place, true);
    if (this.at === before) return;
    history.pushState({ step: this.at, depth: (history.state?.depth ?? 0) + 1 }, "");
  }

  /** Show the first question from a place on that is asked, or the summary. */
  #show(place, move = false) {
    while (this.steps[place]?.hidden) place += 1;
    this.at = Math.min(place, this.steps.length);
    const step = this.steps[this.at];
    if (!step) this.changing = false;
    for (const part of [...this.steps, ...this.form.querySelectorAll("[data-group]")]) {
      part.toggleAttribute("data-away", !(step && part.contains(step)));
    }
    const asked = this.steps.filter((each) => !each.hidden);
    const number = step ? asked.indexOf(step) + 1 : asked.length;
    this.top.querySelector("[data-action]").hidden = asked[0] === step;
    this.top.querySelector("[role=status]").textContent = step ? `Question ${number} of ${asked.length}` : "All questions asked";
    Object.assign(this.top.querySelector("progress"), { max: asked.length, value: number - (step ? 1 : 0) });
    this.button.textContent = step ? "Continue" : this.last;
    this.summary.hidden = Boolean(step);
    if (!step) this.#sum(asked);
    const heading = (step ?? this.summary).querySelector("legend, label, h2");
    heading.tabIndex = -1;
    if (!move) return;
    heading.focus({ preventScroll: true });
    this.top.scrollIntoView({ block: "start" });
  }

  #sum(asked) {
    const fields = asked.flatMap((step) => (step.dataset.field ? [step] : [...step.querySelectorAll("[data-field]:not([hidden])")]));
    const rows = fields.map((field) => {
      const question = field.querySelector("legend, label").textContent.trim();
      const control = field.querySelector("input:checked, input[type=text], textarea");
      const answer = control?.type === "radio" ? control.labels[0].textContent : control?.value;
      const spoken = element("span", { className: "nhsuk-u-visually-hidden", textContent: ` ${question}` });
      return element(
        "div",
        { className: "calc-review__row" },
        element("dt", { textContent: question }),
        element("dd", { textContent: answer?.trim() || "Not answered" }),
        element("dd", {}, element("a", { href: `#${field.dataset.field}`, textContent: "Change" }, spoken)),
      );
    });
    this.summary.querySelector("dl").replaceChildren(...rows);
  }
}
