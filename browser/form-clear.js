// "Not answered" is not "no": a question answered by mistake can be left unanswered again.

import { element } from "./form-dom.js";

/** Put a Clear button beside each question of choices that is answered and need not be. */
export function offerToClear(form) {
  for (const field of form.querySelectorAll("[data-field][data-clearable]")) {
    const answered = field.querySelector("input:checked") !== null;
    let button = field.querySelector("[data-action='clear']");
    if (!button && answered) {
      const question = field.querySelector("legend").textContent.trim();
      const spoken = element("span", { className: "nhsuk-u-visually-hidden", textContent: ` the answer to: ${question}` });
      button = element("button", { type: "button", className: "calc-link", "data-action": "clear" }, "Clear", spoken);
      field.querySelector(".nhsuk-radios").append(button);
    }
    if (button) button.hidden = !answered;
  }
}
