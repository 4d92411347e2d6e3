// What is answered: "4 of 9 answered" for each section, where a card counts once, by its first question; and
// as "not answered" is not "no", a way to leave a question open again that was answered by mistake.

import { element } from "../page/dom.js";

/** Write each section's progress beside its heading, and the whole form's at the top. */
export function showProgress(form) {
  let answered = 0;
  let asked = 0;
  for (const group of form.querySelectorAll("[data-group]:not([hidden])")) {
    const questions = countable(group);
    const done = questions.filter((field) => isAnswered(field)).length;
    const note = group.querySelector("[data-count]");
    if (note) {
      note.textContent = `${done} of ${questions.length} answered`;
      note.classList.toggle("is-complete", done === questions.length);
    }
    answered += done;
    asked += questions.length;
  }
  const whole = form.querySelector("[data-whole]");
  if (!whole) return;
  whole.hidden = false;
  whole.querySelector("progress").max = Math.max(asked, 1);
  whole.querySelector("progress").value = answered;
  whole.querySelector("[data-whole-words]").textContent = `${answered} of ${asked} questions answered`;
}

/** Has this field an answer, in whatever words? */
export function isAnswered(field) {
  return [...field.querySelectorAll("input, textarea, select")].some((control) =>
    control.type === "radio" ? control.checked : control.value.trim() !== "",
  );
}

/** The words for each question that needs an answer and has none, by field; null where every one has. */
export function missingAnswers(form) {
  const open = [...form.querySelectorAll("[data-missing]:not([hidden])")].filter((field) => !isAnswered(field));
  return open.length ? Object.fromEntries(open.map(({ dataset }) => [dataset.field, dataset.missing])) : null;
}

function countable(group) {
  return [...group.querySelectorAll("[data-field]:not([hidden])")].filter((field) => {
    const card = field.closest("[data-cluster]");
    return !card || card.querySelector("[data-field]:not([hidden])") === field;
  });
}

/** Put a Clear button beside each question of choices that is answered and need not be. */
export function offerToClear(form) {
  for (const field of form.querySelectorAll("[data-field][data-clearable]")) {
    const answered = isAnswered(field);
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
