// A result as a Word document, from the outline that the core gives. The library comes with this file.

import * as docx from "../../libraries/docx.js";

const { HeadingLevel, Paragraph } = docx;
const whole = { size: 100, type: "pct" };

/** The document of an outline: headings, numbered steps, tables with a header row. */
export function written({ title, outcome, headline, sections }, address) {
  const children = [
    new Paragraph({ text: title }),
    new Paragraph({ text: headline, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ children: [new docx.TextRun({ text: outcome, bold: true })] }),
    ...sections.flatMap((section, instance) => parts(section, instance)),
    new Paragraph({ text: `Worked out at ${address}` }),
  ];
  const levels = [{ level: 0, format: "decimal", text: "%1.", style: { paragraph: { indent: { left: 500, hanging: 500 } } } }];
  const paragraph = { spacing: { after: 120 } };
  return docx.Packer.toBlob(
    new docx.Document({
      title: headline,
      styles: { default: { document: { run: { font: "Arial", size: 22 }, paragraph } } },
      numbering: { config: [{ reference: "steps", levels }] },
      sections: [{ children }],
    }),
  );
}

function parts({ heading, text, points = [], steps = [], rows }, instance) {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 }, keepNext: true }),
    ...points.map((point) => new Paragraph({ text: point, bullet: { level: 0 } })),
    ...steps.map((step) => new Paragraph({ text: step, numbering: { reference: "steps", level: 0, instance } })),
    ...(rows ? [new docx.Table({ width: whole, rows: rows.map(row) })] : []),
    ...(text ? [new Paragraph({ text, spacing: { before: 120 } })] : []),
  ];
}

function row(cells, place) {
  const bold = place === 0;
  const cell = (text) => new docx.TableCell({ children: [new Paragraph({ children: [new docx.TextRun({ text, bold })] })] });
  return new docx.TableRow({ tableHeader: bold, cantSplit: true, children: cells.map(cell) });
}
