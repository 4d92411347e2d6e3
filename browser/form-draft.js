// What is kept, in this browser only: answers as typed. They survive a reload, Back or a crash of the tab.

const key = (calculator) => `calculator-answers/${calculator}`;

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

/** Keep the answers; without any, keep nothing. */
export function keep(calculator, answers) {
  return write(key(calculator), Object.keys(answers).length ? answers : null);
}

/** The answers kept, or null. */
export function kept(calculator) {
  return texts(read(key(calculator)));
}

/** Forget the answers. */
export function forget(calculator) {
  keep(calculator, {});
}
