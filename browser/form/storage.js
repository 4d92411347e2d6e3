// Reading and writing what is kept, in this browser only. A browser that refuses storage changes nothing else.

/** Write what is to be kept under a name, or nothing; whether the browser did. */
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

/** Where what a reader decided about the columns of a calculator's tables is kept. */
export const columnsKey = (calculator) => `calculator-columns/${calculator}`;
