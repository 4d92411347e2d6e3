// All that is kept, in this browser only. Every key is `calculator-<what>/<calculator>`, and `calculator-<what>/all`
// for what calculators share, so that Forget finds whatever is kept, by whom ever: answers, opened and since (draft.js)
// and work (work.js). A browser that refuses storage changes nothing else.

const SAVED_WORK = "calculator-work/";
const OURS = /^calculator-[a-z]+\//;
const SIGN = "calculator-forget"; // there for a moment only, to be heard in other tabs

/** The storage that lasts, or that of this tab alone; null where the browser gives none. */
function storage(tab) {
  try {
    return tab ? sessionStorage : localStorage;
  } catch {
    return null;
  }
}

/** Write what is to be kept under a name, or nothing; whether the browser did. */
export function write(name, value, { tab = false } = {}) {
  try {
    const place = storage(tab);
    if (value) place.setItem(name, JSON.stringify(value));
    else place.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

/** What is kept under a name, or null where it is not what we write. */
export function read(name, { tab = false } = {}) {
  try {
    return JSON.parse(storage(tab).getItem(name));
  } catch {
    return null;
  }
}

/** Keep nothing any more of a calculator but its saved work, or with "all" nothing of any; in every tab. */
export function forget(calculator) {
  try {
    // Heard first, so that no tab takes what is gone for what it should keep.
    localStorage.setItem(SIGN, calculator);
    localStorage.removeItem(SIGN);
  } catch {
    // Then nothing is kept that other tabs could share.
  }
  forgetHere(calculator);
}

/** Call back when another tab forgets what is kept of this calculator; what this tab keeps by itself is gone then. */
export function whenForgotten(calculator, act) {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== SIGN || ![calculator, "all"].includes(newValue)) return;
    forgetHere(newValue);
    act();
  });
}

function forgetHere(calculator) {
  for (const place of [storage(false), storage(true)]) {
    for (const key of Object.keys(place ?? {})) {
      const its = key.endsWith(`/${calculator}`) || key.endsWith("/all");
      if (OURS.test(key) && (calculator === "all" || (its && !key.startsWith(SAVED_WORK)))) place.removeItem(key);
    }
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

/** Where the table of practices is kept that calculators share. */
export const practicesKey = "calculator-practices/all";

/** Where what a reader decided about the columns of a calculator's tables is kept. */
export const columnsKey = (calculator) => `calculator-columns/${calculator}`;
