// Evidence, owner and date beside each gap, and the group's name and the day for its paper. Loaded when first used.

import { element } from "../page/dom.js";
import { keepNotes, notesOf } from "../form/beside.js";

const HEAD = [["group", "Name of the group", 200], ["date", "Date of the paper", 60]];
const BESIDE = [["evidence", "Evidence", 1000], ["owner", "Owner", 120], ["date", "By when", 60]];
const NOT_KEPT = "This browser keeps nothing for this site. What you write stays until you leave the page.";
let unique = 0;

/** Places to write beside the result shown, with what has been written before. */
export function show(host) {
  if (host.querySelector("[data-notes]")) return;
  const notes = texts(notesOf(host.calculator));
  const keep = () => {
    if (!keepNotes(host.calculator, notes)) host.tell(NOT_KEPT);
    fill(host, notes);
  };
  const head = element("div", { className: "notes-head", "data-notes": "" }, ...HEAD.map((what) => line(what, notes, keep)));
  host.querySelector("[data-take-place]").after(head);
  for (const gap of host.querySelectorAll("[data-gap]")) gap.append(...beside(gap.dataset.gap, notes, keep));
  fill(host, notes);
}

function beside(id, notes, keep) {
  const own = (notes.beside[id] ??= {});
  const told = element("p", { className: "gap-notes__told" });
  const summary = element("summary", { textContent: "Evidence, owner, date" });
  const fold = element("details", { className: "gap-notes" }, summary, ...BESIDE.map((what) => line(what, own, keep)));
  return [told, fold];
}

function line([name, label, maxLength], place, keep) {
  const id = `note-${(unique += 1)}`;
  const kind = name === "evidence" ? { tag: "textarea", rows: 2, className: "nhsuk-textarea" } : { tag: "input", type: "text", className: "nhsuk-input" };
  const { tag, ...more } = kind;
  const control = element(tag, { id, maxLength, autocomplete: "off", value: place[name] ?? "", ...more });
  control.addEventListener("input", (event) => {
    event.stopPropagation();
    place[name] = control.value;
    keep();
  });
  return element("div", { className: "gap-notes__line" }, element("label", { className: "nhsuk-label", htmlFor: id, textContent: label }), control);
}

/** What has been written, as text: it is what paper shows. */
function fill(host, notes) {
  for (const place of host.querySelectorAll("[data-note-of]")) place.textContent = notes[place.dataset.noteOf] ?? "";
  for (const gap of host.querySelectorAll("[data-gap]")) {
    const own = notes.beside[gap.dataset.gap];
    const told = [["Evidence", own.evidence], ["Owner", own.owner], ["By", own.date]].filter(([, text]) => text);
    gap.querySelector(".gap-notes__told").textContent = told.map(([name, text]) => `${name}: ${text}`).join(" · ");
  }
}

/** What is kept, whatever has been put in its place. */
function texts(found) {
  const notes = { group: text(found?.group), date: text(found?.date), beside: Object.create(null) };
  for (const [id, own] of Object.entries(found?.beside ?? {})) {
    notes.beside[id] = Object.fromEntries(BESIDE.map(([name]) => [name, text(own?.[name])]));
  }
  return notes;
}

const text = (value) => (typeof value === "string" ? value : "");
