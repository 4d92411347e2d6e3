// A result as a Word document, from the outline that the core gives. The library comes with this file.

import * as docx from "../libraries/docx.js";

const { HeadingLevel, Paragraph, TextRun } = docx;
const LANGUAGE = "en-GB";
const A4 = { width: 11906, height: 16838 }; // twentieths of a point, as all measures that say nothing else
const MARGIN = { top: 740, bottom: 740, left: 794, right: 794, header: 340, footer: 340 };
const ACROSS = A4.width - 2 * MARGIN.left;
const SIDEWAYS = A4.height - 2 * MARGIN.left;
const BETWEEN = 280; // two columns
const SIZE = 18; // half points, as Word counts them
const SMALL = 16;
const HEADER = 14;
const CHARACTER = 96; // how wide one of a table's is, and one of its header
const BOLD = 92;
const EDGES = 140; // of a cell, both together
const LONGEST = 40; // characters of a cell that a column is made wide for
const SHORT = 14; // rows of a table that is not divided
const GREY = "8C8C8C";
let lists = 0; // so that each begins to count at one
const rule = { tabStops: [{ type: "right", position: 6000, leader: "underscore" }] };

/** The document of an outline: whose it is, headings, steps, tables by objective, and a place to sign. */
export function written({ title, outcome, headline, rests_on, head, sections }, address) {
  const [[, group]] = head;
  const first = [
    line({}, { text: `${title}: ` }, { text: outcome, bold: true }),
    new Paragraph({ text: headline, heading: HeadingLevel.HEADING_1 }),
    ...(rests_on ? [line({}, { text: rests_on })] : []),
    ...head.map(([name, text]) => toFill(name, text)),
  ];
  const words = group ? `${title} · ${group}` : title;
  return docx.Packer.toBlob(
    new docx.Document({
      title: headline,
      creator: group || title,
      lastModifiedBy: group || title,
      styles: { default: look() },
      numbering: { config: [SIZE, SMALL].flatMap((size) => [list("steps", "decimal", "%1.", size), list("points", "bullet", "•", size)]) },
      sections: [
        {
          children: [...first, ...all(sections.filter(({ small, wide }) => !small && !wide), ACROSS)],
          footers: { default: footer(words, ACROSS) },
          properties: { page: { margin: MARGIN, size: A4 } },
        },
        // What stands behind the answer follows the place to sign.
        {
          children: [...all(sections.filter(({ small }) => small), (ACROSS - BETWEEN) / 2, true), line({}, { text: `Worked out at ${address}`, size: SMALL })],
          properties: { type: "continuous", column: { count: 2, space: BETWEEN }, page: { margin: MARGIN, size: A4 } },
        },
        // A table of many columns has a page of its own, turned sideways.
        ...sections.filter(({ wide }) => wide).map((section) => ({
          children: all([section], SIDEWAYS),
          footers: { default: footer(words, SIDEWAYS) },
          properties: { page: { margin: MARGIN, size: { ...A4, orientation: "landscape" } } },
        })),
      ],
    }),
  );
}

function look() {
  const heading = (size, before) => ({ run: { font: "Arial", size, bold: true, color: "000000" }, paragraph: { spacing: { before, after: 40 }, keepNext: true } });
  return {
    document: { run: { font: "Arial", size: SIZE, language: { value: LANGUAGE } }, paragraph: { spacing: { after: 20 } } },
    heading1: heading(28, 60),
    heading2: heading(20, 100),
    heading3: heading(16, 0),
  };
}

function list(name, format, text, size) {
  const style = { run: { size }, paragraph: { indent: { left: 340, hanging: 340 } } };
  return { reference: `${name} ${size}`, levels: [{ level: 0, format, text, style }] };
}

function footer(words, across) {
  const pages = ["Page ", docx.PageNumber.CURRENT, " of ", docx.PageNumber.TOTAL_PAGES];
  const tabStops = [{ type: "right", position: across }];
  return new docx.Footer({ children: [line({ tabStops }, { text: `${words}\t`, size: SMALL }, { children: pages, size: SMALL })] });
}

function all(sections, across, small = false) {
  const grid = (rows) => (small && rows[0].length === 2 ? pairs(rows) : [table(rows, across)]);
  return sections.flatMap(({ heading, parts, ...body }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...content(body, { instance: (lists += 1), keepNext: Boolean(parts), size: small ? SMALL : SIZE, grid }),
    ...(parts ? [inParts(parts, across)] : []),
  ]);
}

function content({ text, points = [], steps = [], rows, lines = [] }, { instance, keepNext, size, grid }) {
  const entry = (name) => (words) => line({ numbering: { reference: `${name} ${size}`, level: 0, instance }, spacing: { after: 0 } }, { text: words, size });
  return [
    ...lines.map((name) => toFill(name, "", true)),
    // One point is no list.
    ...(points.length > 1 ? points.map(entry("points")) : points.map((words) => line({}, { text: words, size }))),
    ...steps.map(entry("steps")),
    ...(rows ? grid(rows) : []),
    ...(text ? [line({ keepNext }, { text, size })] : []),
  ];
}

/** Names and their values, without the header that a table would have. */
function pairs([, ...rows]) {
  return rows.map(([name, value]) => line({ spacing: { after: 0 } }, { text: name.endsWith("?") ? `${name} ` : `${name}: `, size: SMALL }, { text: value, bold: true, size: SMALL }));
}

function line(options, ...runs) {
  return new Paragraph({ ...options, children: runs.map((run) => new TextRun(run)) });
}

/** A name and what was written for it, or a line to write on, which stays on the page of what follows. */
function toFill(name, text, keepNext = false) {
  return line({ keepNext: false, spacing: { before: 60, after: 60 }, ...(text ? {} : rule) }, { text: `${name}: ` }, text ? { text, bold: true } : { text: "\t" });
}

/** One table of several parts, each under its heading, with one header for all, which each page repeats. */
function inParts(parts, across) {
  const [{ rows: [header], widths }] = parts;
  const columns = widths.map((share) => Math.floor((across * share) / sum(widths)));
  const part = ({ heading, rows: [, ...rows] }) => {
    const title = new Paragraph({ text: heading, heading: HeadingLevel.HEADING_3 });
    return [new docx.TableRow({ cantSplit: true, children: [cell([title], { columnSpan: columns.length })] }), ...rows.map((cells) => row(cells))];
  };
  return framed(columns, [row(header, true), ...parts.flatMap(part)]);
}

function table(rows, across) {
  const [header, ...others] = rows;
  const columns = header.map((_, place) => needed(rows.map((cells) => cells[place])));
  // A short table stays on one page.
  const together = (place) => rows.length <= SHORT && place < others.length - 1;
  return framed(fitted(columns, across), [row(header, true), ...others.map((cells, place) => row(cells, false, together(place)))]);
}

function framed(columnWidths, rows) {
  const edge = { style: "single", size: 4, color: GREY };
  const borders = { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge };
  return new docx.Table({ width: { size: sum(columnWidths), type: "dxa" }, layout: "fixed", columnWidths, borders, rows });
}

function row(cells, header = false, keepNext = header) {
  const children = cells.map((text) => cell([line({ keepNext, spacing: { after: 0 } }, { text, bold: header, size: header ? HEADER : SMALL })]));
  return new docx.TableRow({ tableHeader: header, cantSplit: true, children });
}

function cell(children, more = {}) {
  return new docx.TableCell({ children, margins: { left: EDGES / 2, right: EDGES / 2, top: 10, bottom: 10 }, ...more });
}

/** How wide a column has to be for its longest word, and how wide it should be, unless a cell is very long. */
function needed([header, ...texts]) {
  const widest = (found, character) => Math.max(...found.map(({ length }) => character * length)) + EDGES;
  const words = (found) => found.flatMap((text) => text.split(/\s/));
  const least = Math.max(widest(words([header]), BOLD), widest(words(texts), CHARACTER));
  return { least, good: Math.max(least, Math.min(CHARACTER * LONGEST, widest(texts, CHARACTER))) };
}

/** The widths of columns: what each should have, or what it has to have and a fair part of the rest. */
function fitted(columns, across) {
  const least = sum(columns.map((column) => column.least));
  const more = sum(columns.map((column) => column.good)) - least;
  const share = Math.min(1, more && Math.max(0, across - least) / more);
  const shrunk = Math.min(1, across / least);
  return columns.map((column) => Math.floor(shrunk * (column.least + share * (column.good - column.least))));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
