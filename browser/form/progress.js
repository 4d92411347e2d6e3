// What is left to answer: "5 left" for each section, where a card counts once, by its first question, and which; and
// as "not answered" is not "no", a way to leave a question open again that was answered by mistake.

import { element } from "../page/dom.js";

/** Write beside each section's heading how much is left, at its end what, and the whole form's progress at the top. */
export function showProgress(form) {
  let answered = 0;
  let asked = 0;
  const groups = [...form.querySelectorAll("[data-group]:not([hidden])")];
  for (const [place, group] of groups.entries()) {
    const questions = countable(group);
    const open = questions.filter((field) => !isAnswered(field));
    const note = group.querySelector("[data-count]");
    if (note) {
      note.textContent = open.length ? `${open.length} left` : "Done";
      note.classList.toggle("is-complete", !open.length);
      showLeft(group.querySelector("[data-left]"), open);
    }
    const next = group.querySelector("[data-next]");
    if (next && groups[place + 1]) next.textContent = `Next: ${titleOf(groups[place + 1])}`;
    answered += questions.length - open.length;
    asked += questions.length;
  }
  const whole = form.querySelector("[data-whole]");
  if (!whole) return;
  whole.hidden = false;
  whole.querySelector("progress").max = Math.max(asked, 1);
  whole.querySelector("progress").value = answered;
  whole.querySelector("[data-whole-words]").textContent = `${answered} of ${asked} questions answered`;
}

const titleOf = (group) => group.querySelector(".calc-group__title").textContent;

/** Name the questions that are left open, each with a way to it. */
function showLeft(place, open) {
  const names = open.map(({ dataset }) => dataset.field).join(" ");
  if (place.dataset.names === names) return;
  place.dataset.names = names;
  place.hidden = !open.length;
  const links = open.map((field) => element("a", { href: `#${field.dataset.field}`, textContent: questionOf(field) }));
  place.querySelector("ul").replaceChildren(...links.map((link) => element("li", {}, link)));
}

/** The words of a field's question, without what is there only to be heard. */
const questionOf = (field) => field.querySelector("legend, label").firstChild.textContent.trim();

/** Has this field an answer, in whatever words, or one that another stands for? */
export function isAnswered(field) {
  return "known" in field.dataset || [...field.querySelectorAll("input, textarea, select")].some((control) =>
    control.type === "radio" ? control.checked : control.value.trim() !== "",
  );
}

/** The words for each question that needs an answer and has none, by field; null where every one has. */
export function missingAnswers(form) {
  const open = [...form.querySelectorAll("[data-missing]:not([hidden])")].filter((field) => !isAnswered(field));
  return open.length ? Object.fromEntries(open.map(({ dataset }) => [dataset.field, dataset.missing])) : null;
}

const ASKED = "[data-field]:not([hidden], [data-needless])";

function countable(group) {
  return [...group.querySelectorAll(ASKED)].filter((field) => {
    const card = field.closest("[data-cluster]");
    return !card || card.querySelector(ASKED) === field;
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
