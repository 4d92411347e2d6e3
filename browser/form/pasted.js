// Shows how a pasted table is laid out, so that a slipped column is seen before it is submitted.
// A preview only: the core reads the table and says what is wrong with it.

import { element } from "../page/dom.js";

const SHOWN = 6;

/** Draw rows and columns of what was pasted below its box; nothing when the box is empty. */
export function previewTable(field) {
  const box = field.querySelector("textarea");
  const place = field.querySelector("[data-pasted]");
  place.replaceChildren();
  const [head, ...rows] = cells(box.value);
  if (!head || rows.length === 0) return;
  const known = JSON.parse(field.dataset.columns ?? "[]");
  const words = `${counted(rows.length, "row")} and ${counted(head.length, "column")}.`;
  place.append(element("p", { className: "calc-preview__words", textContent: words }));
  const unknown = head.filter((name) => known.length && !known.includes(plain(name)));
  if (unknown.length) {
    const told = `Not a heading that this table has: ${unknown.join(", ")}.`;
    place.append(element("p", { className: "calc-preview__words", textContent: told }));
  }
  const row = (tag, texts) => element("tr", {}, ...texts.map((textContent) => element(tag, { textContent })));
  const top = element("thead", {}, row("th", head));
  for (const cell of top.querySelectorAll("th")) cell.scope = "col";
  const body = element("tbody", {}, ...rows.slice(0, SHOWN).map((texts) => row("td", texts)));
  const table = element("table", { className: "calc-table" }, element("caption", { textContent: "What was pasted" }), top, body);
  const scroll = element("div", { className: "calc-scroll", tabIndex: 0, role: "group" }, table);
  scroll.setAttribute("aria-label", "What was pasted, as a table");
  place.append(scroll);
  if (rows.length > SHOWN) {
    const more = `And ${counted(rows.length - SHOWN, "more row")}.`;
    place.append(element("p", { className: "calc-preview__words", textContent: more }));
  }
}

const counted = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
const plain = (name) => name.trim().toLowerCase().replace(/[_\s]+/g, " ").replaceAll("’", "'");

/** The cells of a text separated by tabs or commas, quotes as spreadsheets write them. */
export function cells(text) {
  const separator = text.split("\n", 1)[0].includes("\t") ? "\t" : ",";
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i];
    const row = rows.at(-1);
    if (quoted && mark === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (mark === '"' && (quoted || row.at(-1) === "")) quoted = !quoted;
    else if (!quoted && mark === separator) row.push("");
    else if (!quoted && mark === "\n") rows.push([""]);
    else if (mark !== "\r") row[row.length - 1] += mark;
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
}
