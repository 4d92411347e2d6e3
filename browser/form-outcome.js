// What came of sending the answers: working, a result, or words and a retry. Announced through a status
// region that stands in the page from the start.

import { reveal } from "./form-dom.js";

export class Outcome {
  constructor(host) {
    this.status = host.querySelector("[data-status]");
    this.result = host.querySelector("[data-result]");
    this.failure = host.querySelector("[data-failure]");
    this.address = host.querySelector("[data-address]");
    this.stale = host.querySelector("[data-stale]");
  }

  working(words) {
    this.failure.hidden = true;
    this.result.setAttribute("aria-busy", "true");
    this.#say(words);
  }

  /** The one place where rendered HTML enters the page: it comes from the core's own autoescaping renderer. */
  show({ html }) {
    this.clear();
    this.result.innerHTML = html;
    this.result.hidden = false;
    this.address.textContent = location.origin + location.pathname;
    const heading = this.result.querySelector("h2, h3");
    this.#say(`Result: ${heading.textContent.trim()}`);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    this.result.scrollIntoView({ block: "start" });
  }

  failed(words) {
    this.result.removeAttribute("aria-busy");
    this.failure.querySelector("[data-words]").textContent = words;
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
    this.result.hidden = true;
    this.result.replaceChildren();
    this.stale.hidden = true;
    this.failure.hidden = true;
    this.#say("");
  }

  #say(words) {
    this.status.textContent = words;
  }
}
