// A case is a flat map of field names to what was typed. This file moves it in and out of the form, and
// shows only the questions that are asked. It reads no meaning into an answer.

const NAMED = 10;
const IN_WORDS = 64; // characters of a name that a message repeats

/** Every answer in the form, asked or not, as typed: what is kept in this browser. */
export function allAnswers(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, typed]) => typed.trim() !== ""));
}

/** The answers to the questions that are asked: what is worked out. */
export function askedAnswers(form) {
  const hidden = new Set([...form.querySelectorAll("[data-field][hidden]")].map((f) => f.dataset.field));
  return Object.fromEntries(Object.entries(allAnswers(form)).filter(([name]) => !hidden.has(name)));
}

/** Put a case into the form. Fields it does not name become empty; names the form lacks are passed over. */
export function fillIn(form, answers) {
  for (const control of form.elements) {
    if (!control.name) continue;
    const typed = Object.hasOwn(answers, control.name) ? String(answers[control.name]) : "";
    if (control.type === "radio") control.checked = control.value === typed;
    else control.value = typed;
  }
}

/** The part of a case that the form asks for, and words that name the rest; none where there is no rest. */
export function sorted(form, answers) {
  const asked = new Set([...form.elements].map(({ name }) => name));
  const known = Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)));
  const names = Object.keys(answers).filter((name) => !Object.hasOwn(known, name));
  const told = names.slice(0, NAMED).map((name) => (name.length > IN_WORDS ? `${name.slice(0, IN_WORDS)}…` : name));
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  return { known, rest: names.length ? `This form does not ask for: ${told.join(", ")}${more}.` : "" };
}

/** The answers a new form starts with. */
export function startingAnswers(form) {
  const starting = {};
  for (const control of form.elements) {
    if (!control.name) continue;
    if (control.type !== "radio") starting[control.name] = control.defaultValue;
    else if (control.defaultChecked) starting[control.name] = control.value;
  }
  return starting;
}

/** Hide the questions that do not apply to the answers so far, and the cards and sections left empty. */
export function askWhatApplies(form) {
  const answers = allAnswers(form);
  for (const field of form.querySelectorAll("[data-field]")) {
    const conditions = Object.entries(JSON.parse(field.dataset.showIf ?? "{}"));
    field.hidden = !conditions.every(([name, wanted]) => wanted.includes(answers[name] ?? ""));
    if (field.hidden) delete answers[field.dataset.field];
  }
  for (const box of form.querySelectorAll("[data-cluster], [data-group]")) {
    box.hidden = !box.querySelector("[data-field]:not([hidden])");
  }
}

/** Show the questions that were spared until the core says which are needless: it cannot be asked. */
export function askEverything(form) {
  for (const field of form.querySelectorAll("[data-needless]")) delete field.dataset.needless;
}
