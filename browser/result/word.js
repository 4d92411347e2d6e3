// A result as a Word document, from the outline that the core gives. The library comes with this file.

import * as docx from "../libraries/docx.js";

const { HeadingLevel, Paragraph, TextRun } = docx;
const WHOLE = { size: 100, type: "pct" };
const MARGIN = { top: 850, bottom: 850, left: 850, right: 850 };
const SMALL = 16; // half points, as Word counts them
const TWENTIETHS = 100; // of a point, for each hundredth of the width
const LINE = "\t";
const rule = { tabStops: [{ type: "right", position: 6000, leader: "underscore" }] };

/** The document of an outline: whose it is, headings, steps, tables by objective, and a place to sign. */
export function written({ title, outcome, headline, head, sections }, address) {
  const children = [
    new Paragraph({ text: title, spacing: { after: 60 } }),
    new Paragraph({ text: headline, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ children: [new TextRun({ text: outcome, bold: true })] }),
    ...head.map(([name, text]) => toFill(name, text)),
    ...sections.filter(({ wide }) => !wide).flatMap((section, instance) => told(section, instance)),
    new Paragraph({ text: `Worked out at ${address}` }),
  ];
  const levels = [{ level: 0, format: "decimal", text: "%1.", style: { paragraph: { indent: { left: 400, hanging: 400 } } } }];
  return docx.Packer.toBlob(
    new docx.Document({
      title: headline,
      styles: { default: look() },
      numbering: { config: [{ reference: "steps", levels }] },
      sections: [
        { children, properties: { page: { margin: MARGIN } } },
        // A table of many columns has a page of its own, turned sideways.
        ...sections.filter(({ wide }) => wide).map((section) => ({
          children: told(section, 0),
          properties: { page: { margin: MARGIN, size: { orientation: "landscape" } } },
        })),
      ],
    }),
  );
}

function look() {
  const heading = (size, before) => ({ run: { font: "Arial", size, bold: true, color: "000000" }, paragraph: { spacing: { before, after: 60 }, keepNext: true } });
  return {
    document: { run: { font: "Arial", size: 18 }, paragraph: { spacing: { after: 60 } } },
    heading1: heading(28, 60),
    heading2: heading(22, 160),
    heading3: heading(18, 100),
  };
}

function told({ heading, parts = [], ...body }, instance) {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...content(body, instance),
    ...parts.flatMap((part) => [new Paragraph({ text: part.heading, heading: HeadingLevel.HEADING_3 }), ...content(part, instance)]),
  ];
}

function content({ text, points = [], steps = [], rows, widths, lines = [] }, instance) {
  return [
    ...(text ? [new Paragraph({ text })] : []),
    ...lines.map((name) => toFill(name, "")),
    ...points.map((point) => new Paragraph({ text: point, bullet: { level: 0 }, spacing: { after: 20 } })),
    ...steps.map((step) => new Paragraph({ text: step, numbering: { reference: "steps", level: 0, instance }, spacing: { after: 20 } })),
    ...(rows ? [table(rows, widths)] : []),
  ];
}

/** A name and what was written for it, or a line to write on. */
function toFill(name, text) {
  const runs = [new TextRun({ text: `${name}: ` }), new TextRun(text ? { text, bold: true } : { text: LINE })];
  return new Paragraph({ children: runs, spacing: { before: 60, after: 60 }, ...(text ? {} : rule) });
}

function table(rows, widths = rows[0].map(() => 1)) {
  const whole = widths.reduce((sum, width) => sum + width);
  const shares = widths.map((width) => Math.floor((100 * width) / whole));
  return new docx.Table({ width: WHOLE, layout: "fixed", columnWidths: shares.map((share) => share * TWENTIETHS), rows: rows.map((cells, place) => row(cells, place === 0, shares)) });
}

function row(cells, bold, shares) {
  const cell = (text, place) => {
    const children = [new Paragraph({ children: [new TextRun({ text, bold, size: SMALL })], spacing: { after: 0 } })];
    return new docx.TableCell({ children, width: { size: shares[place], type: "pct" }, margins: { left: 60, right: 60, top: 20, bottom: 20 } });
  };
  return new docx.TableRow({ tableHeader: bold, cantSplit: true, children: cells.map(cell) });
}
