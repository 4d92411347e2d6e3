// The sections of a long form: folded once this file runs, so that without JavaScript all of them are open. On a
// phone one is open at a time: a reader who opens one, or is led into it, closes the others.

export class Folds {
  constructor(form) {
    this.all = [...form.querySelectorAll("details[data-group]")];
    this.toggle = form.querySelector("[data-open-all]");
    // Paper has what is folded, in the form and in its result; not every browser opens it for paper by a style.
    const shut = "details[data-group]:not([open]), .answer details:not([open])";
    addEventListener("beforeprint", () => {
      this.before = [...form.parentElement.querySelectorAll(shut)];
      for (const fold of this.before) fold.open = true;
    });
    addEventListener("afterprint", () => {
      for (const fold of this.before ?? []) fold.open = false;
    });
    if (this.all.length === 0) return;
    this.first();
    this.toggle.hidden = false;
    this.toggle.addEventListener("click", () => this.#set(!this.#allOpen()));
    this.phone = matchMedia("(max-width: 40em)");
    form.addEventListener("calculator-go", ({ detail }) => this.#alone(detail.closest("details[data-group]")));
    for (const fold of this.all) {
      fold.addEventListener("toggle", () => this.#name());
      // Not by its toggle: what opens all of them, such as printing, is to stay possible.
      fold.querySelector("summary").addEventListener("click", () => fold.open || this.#alone(fold));
      fold.querySelector("[data-next]")?.addEventListener("click", () => this.#next(fold));
    }
    this.#name();
  }

  /** Open the first section alone. */
  first() {
    this.all.forEach((fold, place) => {
      fold.open = place === 0;
    });
  }

  #set(open) {
    for (const fold of this.all) fold.open = open;
  }

  #allOpen() {
    return this.all.every((fold) => fold.open);
  }

  #name() {
    this.toggle.textContent = this.#allOpen() ? "Close all sections" : "Open all sections";
  }

  /** Close all others where the window is narrow; one that this would take out of sight stays at its top. */
  #alone(fold) {
    if (!this.phone.matches || !fold) return;
    for (const other of this.all) other.open &&= other === fold;
    if (fold.getBoundingClientRect().top < 0) fold.scrollIntoView({ block: "start" });
  }

  #next(fold) {
    const following = this.all.slice(this.all.indexOf(fold) + 1).find((other) => !other.hidden);
    if (!following) return;
    fold.open = false;
    following.open = true;
    const summary = following.querySelector("summary");
    summary.focus({ preventScroll: true });
    following.scrollIntoView({ block: "start" });
  }
}
