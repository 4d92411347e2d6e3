// What is kept, in this browser only: answers as typed, which survive a reload, Back or a crash of the tab; and
// what was last opened in their place, by which the reader's own are told from those of a link or an example.

const draft = (calculator) => `calculator-answers/${calculator}`;
const source = (calculator) => `calculator-opened/${calculator}`;

/** Write what is to be kept under a name, or nothing. A browser that refuses storage changes nothing else. */
export function write(name, value) {
  try {
    if (value) localStorage.setItem(name, JSON.stringify(value));
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

/** What is kept under a name, or null where it is not what we write. */
export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

/** The texts by name in what was found; whatever else is there is passed over. */
export function texts(found) {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return null;
  return Object.fromEntries(Object.entries(found).filter(([, typed]) => typeof typed === "string"));
}

/** Whether two cases say the same; an empty answer is none. */
export function same(one, other) {
  const [first, second] = [one, other].map((answers) => Object.entries(answers).filter(([, typed]) => typed).sort());
  return JSON.stringify(first) === JSON.stringify(second);
}

/** Keep the answers; without any, keep nothing. */
export function keep(calculator, answers) {
  return write(draft(calculator), Object.keys(answers).length ? answers : null);
}

/** The answers kept, or null. */
export function kept(calculator) {
  return texts(read(draft(calculator)));
}

/** Note the answers that something opened has put into the form. */
export function noteOpened(calculator, answers) {
  write(source(calculator), answers);
}

/** The answers that were last opened, or none. */
export function lastOpened(calculator) {
  return texts(read(source(calculator))) ?? {};
}

/** Forget the answers, and what was opened. */
export function forget(calculator) {
  write(draft(calculator), null);
  write(source(calculator), null);
}
