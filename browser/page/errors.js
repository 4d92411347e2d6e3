// Errors the NHS way: a focused summary above the page's heading, each line linked to its field and in the
// same words as the message beside it. The words come from the core; this file only places them.

import { element, reveal } from "./dom.js";

const PREFIX = "Error: ";

/** Say what is wrong at one control, in the message that stands before it, and move to it; without words, nothing is. */
export function markError(control, message, words) {
  message.querySelector("[data-words]").textContent = words;
  message.hidden = !words;
  for (const [mark, value] of [["aria-invalid", "true"], ["aria-describedby", message.id]]) {
    if (words) control.setAttribute(mark, value);
    else control.removeAttribute(mark);
  }
  if (words) control.focus();
}

/** Show what is wrong with each field, in the order of the form, and move to the summary; `faults` lists it where it is much. */
export function showErrors(host, form, errors, faults = {}) {
  clearErrors(host, form);
  const inOrder = [...form.querySelectorAll("[data-field]")].map((field) => field.dataset.field);
  const known = inOrder.filter((name) => Object.hasOwn(errors, name));
  const others = Object.keys(errors).filter((name) => !inOrder.includes(name));
  const list = element("ul", { className: "nhsuk-list nhsuk-error-summary__list" });
  for (const name of known) {
    const lines = faults[name] ?? [errors[name]];
    besideField(form, name, lines);
    for (const textContent of lines) {
      const link = element("a", { href: `#${name}`, textContent });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(form, name);
      });
      list.append(element("li", {}, link));
    }
  }
  for (const name of others) list.append(element("li", { textContent: errors[name] }));
  const heading = element("h2", { className: "nhsuk-error-summary__heading", textContent: "There is a problem" });
  const body = element("div", { className: "nhsuk-error-summary__body" }, list);
  const alert = element("div", { role: "alert" }, heading, body);
  const summary = element("div", { className: "nhsuk-error-summary", tabIndex: -1 }, alert);
  const title = host.closest("article, main")?.querySelector("h1");
  (title ?? host).before(summary);
  document.title = PREFIX + document.title;
  summary.focus();
  host.errorSummary = summary;
}

/** Take the summary, the messages and the title's prefix away again. */
export function clearErrors(host, form) {
  host.errorSummary?.remove();
  host.errorSummary = null;
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  for (const message of form.querySelectorAll(".nhsuk-error-message")) {
    for (const described of form.querySelectorAll(`[aria-describedby~="${message.id}"]`)) {
      const ids = described.getAttribute("aria-describedby").split(" ").filter((id) => id !== message.id);
      if (ids.length) described.setAttribute("aria-describedby", ids.join(" "));
      else described.removeAttribute("aria-describedby");
    }
    message.remove();
  }
  for (const marked of form.querySelectorAll("[aria-invalid]")) marked.removeAttribute("aria-invalid");
  for (const kind of ["form-group", "input", "textarea"]) {
    for (const marked of form.querySelectorAll(`.nhsuk-${kind}--error`)) {
      marked.classList.remove(`nhsuk-${kind}--error`);
    }
  }
}

/** Move to a field's first control, opening the section it is folded into. */
export function goTo(form, name) {
  const control = form.querySelector(`#${CSS.escape(name)}`);
  if (!control) return;
  form.dispatchEvent(new CustomEvent("calculator-go", { detail: control }));
  const field = control.closest("[data-field]") ?? control;
  // Whoever is sent to a question that was spared, or answered by a table, sees it.
  for (const mark of ["data-needless", "data-known"]) field.removeAttribute(mark);
  reveal(control);
  control.focus({ preventScroll: true });
  field.scrollIntoView({ block: "start" });
}

function besideField(form, name, lines) {
  const field = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const control = form.querySelector(`#${CSS.escape(name)}`);
  const described = control.type === "radio" ? control.closest("fieldset") : control;
  const id = `${name}-error`;
  const spoken = element("span", { className: "nhsuk-u-visually-hidden", textContent: PREFIX });
  const words = lines.map((textContent) => element("span", { className: "calc-fault", textContent }));
  const message = element("span", { className: "nhsuk-error-message", id }, spoken, ...words);
  const before = control.closest(".nhsuk-input-wrapper, .nhsuk-radios") ?? control;
  before.before(message);
  described.setAttribute("aria-describedby", `${described.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  field.querySelector(".nhsuk-form-group").classList.add("nhsuk-form-group--error");
  if (control.type === "radio") return;
  control.setAttribute("aria-invalid", "true");
  control.classList.add(`nhsuk-${control.localName}--error`);
}
