// "Which of your columns is this?", for what is needed and no heading names, with the core's guess chosen.

import { button, element } from "../page/dom.js";

const CHOOSABLE = ["other", "near", "begins", "dropped"];

/** The question, or nothing where all is there; `decide` takes the field chosen for each heading. */
export function askWhich({ asked = [], columns = [], errors }, decide, id) {
  // Amounts in thousands would be read as pounds: their column has to be put right, and cannot be chosen.
  const offered = columns.filter(({ field, how }) => !field && CHOOSABLE.includes(how));
  const guessed = (name) => offered.find(({ guess }) => guess === name);
  const missing = asked.filter(({ found, name, required }) => !found && (required || guessed(name)));
  const needed = missing.length || !errors ? missing : asked;
  if (needed.length === 0 || offered.length === 0) return null;
  const selects = needed.map(({ name, label }) => {
    const select = element("select", { id: `${id}-which-${name}`, className: "nhsuk-select" });
    select.append(new Option("None of these", ""), ...offered.map(({ heading, key }) => new Option(heading || key, key)));
    select.value = guessed(name)?.key ?? "";
    return { name, label, select };
  });
  const use = () => {
    const chosen = selects.filter(({ select }) => select.value).map(({ name, select }) => [select.value, name]);
    if (chosen.length) decide(Object.fromEntries(chosen));
    else selects[0].select.focus();
  };
  return element(
    "fieldset",
    { className: "calc-which" },
    element("legend", { className: "nhsuk-fieldset__legend", textContent: "Which of your columns is this?" }),
    ...selects.map(({ label, select }) =>
      element("div", { className: "calc-which__column" }, element("label", { className: "nhsuk-label", htmlFor: select.id, textContent: label }), select),
    ),
    button("Use these columns", use, "nhsuk-button nhsuk-button--small"),
  );
}

/** Headings in words, the first few of them. */
export function namesOf(columns, most = 3) {
  const names = columns.slice(0, most).map(({ heading, key }) => `“${heading || key}”`);
  const more = columns.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all[0];
}
