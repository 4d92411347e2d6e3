// What the worker takes: a question of bounded size for one task of a closed list, the end of one, or the sign to
// go on with a download that has come to a halt. Nothing else.

const NAME = /^[a-z0-9][a-z0-9_-]{0,79}$/;
const FIELDS = 1000;
const CHARACTERS = 250_000;
const TABLE = 10_000_000;

const text = (limit) => (value) => typeof value === "string" && value.length <= limit;
const names = (value) => Array.isArray(value) && value.length <= 10 && value.every(text(1000));
const file = (value) => value instanceof ArrayBuffer && value.byteLength <= TABLE;
const optional = (check) => Object.assign((value) => check(value), { optional: true });
const calculator = (value) => text(80)(value) && NAME.test(value);

/** A flat map of texts by field name. */
function answers(value) {
  if (!plain(value)) return false;
  const fields = Object.entries(value);
  const length = fields.reduce((sum, [, typed]) => sum + (typeof typed === "string" ? typed.length : Infinity), 0);
  return fields.length <= FIELDS && length <= CHARACTERS && fields.every(([name]) => NAME.test(name));
}

/** What each task takes, and nothing beside it. */
const TASKS = {
  run: { case: answers },
  opened: { fragment: text(CHARACTERS) },
  nearest: { case: answers },
  compare: { first: answers, second: answers, names },
  saved: { case: answers, notes: optional(text(CHARACTERS)), stamp: optional(text(20)) },
  batch: { table: text(TABLE) },
  sheet: { file },
  qr: { text: text(CHARACTERS) },
};
const yes = (value) => value === true;
const MESSAGES = [
  { task: (value) => Object.hasOwn(TASKS, value), calculator, payload: plain },
  { cancel: yes },
  { resume: yes },
];

/**
 * Whether a message is {id, task, calculator, payload}, {id, cancel: true} or {id, resume: true}.
 * @param {unknown} message
 */
export function accepted(message) {
  if (!plain(message) || !Number.isSafeInteger(message.id)) return false;
  const { id, ...rest } = message;
  return MESSAGES.some((shape) => fits(rest, shape)) && (!rest.task || fits(rest.payload, TASKS[rest.task]));
}

function fits(value, shape) {
  const known = Object.keys(value).every((key) => Object.hasOwn(shape, key));
  return known && Object.entries(shape).every(([key, check]) => (Object.hasOwn(value, key) ? check(value[key]) : check.optional));
}

function plain(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
