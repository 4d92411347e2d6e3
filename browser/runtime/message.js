// What the worker takes: a question of bounded size for one task of a closed list, the end of one, or the sign to
// go on with a download that has come to a halt. Nothing else.

const NAME = /^[a-z0-9][a-z0-9_-]{0,79}$/;
const FIELDS = 1000;
const CHARACTERS = 250_000;
const FILE = 1024 * 1024;
const TABLE = 10_000_000;
const SHEETS = 256;

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

/** As many texts, under whatever names somebody has kept them. */
const kept = (value) => plain(value) && answers(Object.fromEntries(Object.values(value).map((typed, place) => [place, typed])));

/** Sheets of a workbook, each with its name and its table. */
function sheets(value) {
  const length = Array.isArray(value) && value.reduce((sum, sheet) => sum + (fits(sheet, SHEET) ? sheet.table.length : Infinity), 0);
  return length !== false && value.length <= SHEETS && length <= TABLE;
}

/** What a reader decided about columns: texts by heading. */
function columns(value) {
  return plain(value) && Object.keys(value).length <= FIELDS && Object.entries(value).flat().every(text(1000));
}

const SHEET = { name: text(1000), table: text(TABLE) };
const GIVEN = [{ table: text(TABLE) }, { sheets }];
const READING = { field: text(80), columns, rewrite: (value) => typeof value === "boolean" };

/** What each task takes, and nothing beside it. */
const TASKS = {
  run: [{ case: answers }],
  opened: [{ fragment: text(CHARACTERS) }],
  nearest: [{ case: answers }],
  compare: [{ first: answers, second: kept, names }],
  saved: [{ case: answers, notes: optional(text(CHARACTERS)), stamp: optional(text(20)) }],
  so_far: [{ case: answers }],
  file: [{ case: answers }],
  file_opened: [{ text: text(FILE) }],
  table: GIVEN.map((given) => ({ ...given, ...READING })),
  join: [{ older: text(CHARACTERS), newer: text(CHARACTERS), field: text(80) }],
  batch: [...GIVEN, ...GIVEN.map((given) => ({ ...given, columns }))],
  sheet: [{ file }],
  qr: [{ text: text(CHARACTERS) }],
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
  if (!MESSAGES.some((shape) => fits(rest, shape))) return false;
  return !rest.task || TASKS[rest.task].some((shape) => fits(rest.payload, shape));
}

function fits(value, shape) {
  const known = Object.keys(value).every((key) => Object.hasOwn(shape, key));
  return known && Object.entries(shape).every(([key, check]) => (Object.hasOwn(value, key) ? check(value[key]) : check.optional));
}

function plain(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
