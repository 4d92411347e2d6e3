// Answers survive a reload, Back or a crash of the tab: they are kept in this browser only, as typed.

const key = (calculator) => `calculator-answers/${calculator}`;

/** Keep the answers; without any, keep nothing. A browser that refuses storage changes nothing else. */
export function keep(calculator, answers) {
  try {
    if (Object.keys(answers).length) localStorage.setItem(key(calculator), JSON.stringify(answers));
    else localStorage.removeItem(key(calculator));
    return true;
  } catch {
    return false;
  }
}

/** The answers kept, or null. Whatever else is found under the name is passed over. */
export function kept(calculator) {
  try {
    const found = JSON.parse(localStorage.getItem(key(calculator)));
    if (typeof found !== "object" || found === null || Array.isArray(found)) return null;
    return Object.fromEntries(Object.entries(found).filter(([, typed]) => typeof typed === "string"));
  } catch {
    return null;
  }
}

/** Forget the answers. */
export function forget(calculator) {
  keep(calculator, {});
}
