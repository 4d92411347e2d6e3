// What the worker takes: a calculator's name and a case of bounded size, and nothing else.

const NAME = /^[a-z0-9][a-z0-9_-]{0,79}$/;
const FIELDS = 1000;
const CHARACTERS = 250_000;

/**
 * Whether a message is {id, calculator, case}: a whole number, a name, and texts by field name.
 * @param {unknown} message
 */
export function accepted(message) {
  if (!plain(message) || Object.keys(message).sort().join() !== "calculator,case,id") return false;
  const { id, calculator, case: values } = message;
  if (!Number.isSafeInteger(id) || typeof calculator !== "string" || !NAME.test(calculator)) return false;
  if (!plain(values)) return false;
  const fields = Object.entries(values);
  let length = 0;
  return (
    fields.length <= FIELDS &&
    fields.every(([name, text]) => {
      if (typeof text !== "string" || !NAME.test(name)) return false;
      length += text.length;
      return length <= CHARACTERS;
    })
  );
}

function plain(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
