// What a group writes beside a result: kept with the case it belongs to, in this browser only, and never part of it.

import { read, write } from "./storage.js";

const LARGEST = 250_000; // characters, more than anybody writes and as many as the core takes

const key = (calculator) => `calculator-notes/${calculator}`;
const named = (calculator) => `calculator-work/${calculator}/notes`;

function pieces(calculator) {
  const found = read(named(calculator));
  return new Map((Array.isArray(found) ? found : []).filter(Array.isArray));
}

/** The notes of the answers in the form, or null; what is larger than notes can be is none. */
export function notesOf(calculator) {
  const found = read(key(calculator));
  return found && JSON.stringify(found).length <= LARGEST ? found : null;
}

/** Keep the notes of the answers in the form, or none; whether the browser did. */
export const keepNotes = (calculator, notes) => write(key(calculator), notes);

/** Keep the notes of the answers in the form with a piece of saved work, or keep none with it any more. */
export function saveNotes(calculator, name, notes = notesOf(calculator)) {
  const all = pieces(calculator);
  all.delete(name);
  if (notes) all.set(name, notes);
  write(named(calculator), all.size ? [...all] : null);
}

/** The notes of a piece of saved work are those of the answers in the form from now on; none where it has none. */
export function openNotes(calculator, name) {
  keepNotes(calculator, pieces(calculator).get(name));
}
