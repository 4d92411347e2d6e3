// What came of sending the answers: working, a result, or words and a retry. Announced through a status
// region that stands in the page from the start.

import { address, reveal } from "../page/dom.js";
import { insert } from "../page/rendered.js";

export class Outcome {
  constructor(host) {
    this.status = host.querySelector("[data-status]");
    this.result = host.querySelector("[data-result]");
    this.failure = host.querySelector("[data-failure]");
    this.address = host.querySelector("[data-address]");
    this.stale = host.querySelector("[data-stale]");
    this.notice = host.querySelector("[data-notice]");
    this.more = host.querySelector("[data-more]");
    this.ways = host.querySelectorAll(".calc-around__way:has([data-link]), .calc-take");
  }

  /** Whether the result shown is that of the answers in the form. */
  get current() {
    return !this.result.hidden && this.stale.hidden;
  }

  working(words) {
    this.failure.hidden = true;
    this.result.setAttribute("aria-busy", "true");
    this.#say(words);
  }

  show({ html, notice, fragment, left_out: leftOut }) {
    this.clear();
    // What a link to the result carries, and words about what it does not.
    Object.assign(this, { fragment, leftOut });
    this.address.textContent = address();
    this.#say(`Result: ${insert(this.result, html)}`);
    // The ways to take a result along stand in it, right below what is missing.
    this.result.querySelector("[data-take-place]").append(...this.ways);
    this.#note(notice);
  }

  /** Nothing has been worked out; what there was stays, with words about what was opened, where there are any. */
  rest(notice) {
    this.result.removeAttribute("aria-busy");
    this.#say("");
    this.#note(notice);
  }

  /** Nothing came of it; `way` is what may be done: "retry", "reload", or nothing. */
  failed(words, way = "retry") {
    this.result.removeAttribute("aria-busy");
    this.failure.querySelector("[data-words]").textContent = words;
    const button = this.failure.querySelector("[data-action]");
    button.hidden = !way;
    button.dataset.action = way;
    button.textContent = way === "reload" ? "Reload the page" : "Try again";
    this.failure.hidden = false;
    this.#say(words);
    reveal(this.failure);
  }

  /** The answers have changed since the result that is shown. */
  aged() {
    this.stale.hidden = this.result.hidden;
  }

  clear() {
    this.result.removeAttribute("aria-busy");
    for (const place of [this.result, this.notice, this.more]) {
      place.hidden = true;
      place.replaceChildren();
    }
    this.stale.hidden = true;
    this.failure.hidden = true;
    this.#say("");
  }

  #note(notice) {
    this.notice.hidden = true;
    this.notice.replaceChildren();
    if (notice) insert(this.notice, notice);
  }

  #say(words) {
    this.status.textContent = words;
  }
}
