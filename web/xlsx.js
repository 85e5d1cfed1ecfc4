// A spreadsheet of one sheet (ECMA-376), its cells plain texts and numbers: nothing in it is ever a formula.

import { downloadZip } from "/client-zip.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDTH = 24;

const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const cell = (value, place, style) => (typeof value === "number" ? `<c r="${place}"${style}><v>${value}</v></c>`
  : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value ?? "")}</t></is></c>`);

/** A, B, … Z: a list has no more columns. */
const column = (number) => String.fromCharCode(65 + number);

/** The name of a sheet has 31 characters at most, and none of these. */
const sheetName = (name) => escaped(name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31));

/** A file (a promise of a Blob) of `rows` (arrays of texts and numbers), the first of which is the heading and stays in sight. */
export function spreadsheet(name, rows) {
  const columns = Math.max(...rows.map((row) => row.length));
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
      + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>`
      + `<Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>`
      + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
      + `<cols><col min="1" max="${columns}" width="${WIDTH}" customWidth="1"/></cols><sheetData>`
      + rows.map((row, i) => `<row r="${i + 1}">${row.map((value, j) => cell(value, `${column(j)}${i + 1}`, i ? "" : ' s="1"')).join("")}</row>`).join("") + "</sheetData></worksheet>",
  };
  const made = Object.entries(parts).map(([path, xml]) => ({ name: path, input: HEAD + xml }));
  return new Response(downloadZip(made).body, { headers: { "Content-Type": `${TYPE}.sheet` } }).blob();
}
