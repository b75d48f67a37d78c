// @ts-check
/**
 * What Hegao gives back as Word files: the user's own file with the findings as comments, and the list of
 * the findings.
 */
import { inOrder } from "../marks.js";
import { excerpt } from "../words.js";
import { align } from "./align.js";
import { commented } from "./comment.js";
import { escaped } from "./xml.js";
import { archive, entry } from "./zip.js";

/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("../../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../messages.js").Say} Say */
/** @typedef {{ report: Report, text: string, say: Say }} Answer a report and the text that it is about */

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Widths of the four columns, in twentieths of a point: an A4 page between its margins. */
const COLUMNS = [850, 2400, 4500, 1889];

/**
 * The file as it was opened, with a comment at each finding. What was edited on the page is not written into
 * it but said in comments; a finding in text that the file does not have is in the comment at the beginning.
 * @param {import("./docx.js").Docx} docx @param {Answer} answer @returns {Promise<Uint8Array>}
 */
export function withComments(docx, { report, text, say }) {
  const { place, edited } = align(docx.text, text);
  /** @type {import("./comment.js").Comment[]} */
  const comments = edited.map(({ range, text: words }) => ({ range, paragraphs: [say("reply.edited", { words })] }));
  const first = text === docx.text ? [] : [say("reply.kept")];
  for (const finding of inOrder(report)) {
    const range = place(finding.range);
    if (range) comments.push({ range, paragraphs: [`${severity(finding, say)} ${finding.message}`, ...more(finding, text, say)] });
    else first.push(`${severity(finding, say)} ${excerpt(text, finding.range)} ${finding.message}`);
  }
  if (first.length > 0) comments.unshift({ range: { start: 0, end: 0 }, paragraphs: first });
  return commented(docx, comments, { name: say("brand"), initials: say("brand") });
}

/** The list of the findings. @param {Answer} answer @returns {Promise<Uint8Array>} */
export async function listed({ report, text, say }) {
  const { title } = report.document;
  const head = [say("reply.severity"), say("reply.place"), say("reply.finding"), say("reply.clause")];
  const rows = inOrder(report).map((finding) => [
    [severity(finding, say)],
    [headingOf(report, finding.range.start), excerpt(text, finding.range)].filter(Boolean),
    [finding.message, ...related(finding, text, say)],
    [finding.clause ?? ""],
  ]);
  const body = [
    paragraph(say("reply.title"), '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="36"/>'),
    ...(title ? [paragraph(title, '<w:jc w:val="center"/>')] : []),
    rows.length === 0 ? paragraph(say("findings.none")) : table(head, rows),
    paragraph(say("reply.foot"), '<w:spacing w:before="240"/>', '<w:sz w:val="18"/>'),
  ].join("");
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  const types = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/>`;
  const relation = (/** @type {string} */ type, /** @type {string} */ target) =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const fonts = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>';
  const parts = [
    ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types">${types}</Types>`],
    ["_rels/.rels", relation("officeDocument", "word/document.xml")],
    ["word/document.xml", `<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>`],
    ["word/_rels/document.xml.rels", relation("styles", "styles.xml")],
    ["word/styles.xml", `<w:styles xmlns:w="${WORD}">${fonts}</w:styles>`],
  ];
  return archive(await Promise.all(parts.map(([name, xml]) => entry(name, DECLARATION + xml))));
}

/** @param {Finding} finding @param {Say} say */
const severity = ({ severity: kind, certainty }, say) => say("reply.mark", { kind: say(certainty === "possible" ? "possible" : kind) });

/** The clause, the related places and the fixes. @param {Finding} finding @param {string} text @param {Say} say */
function more(finding, text, say) {
  const clause = finding.clause ? [say("clause", { clause: finding.clause })] : [];
  return [...clause, ...related(finding, text, say)];
}

/** @param {Finding} finding @param {string} text @param {Say} say */
const related = (finding, text, say) => [
  ...finding.related.map(({ range, message }) => say("reply.related", { message, words: excerpt(text, range) })),
  ...finding.fixes.map(({ title }) => say("reply.fix", { title })),
];

/** The heading under which a place is. @param {Report} report @param {number} offset */
function headingOf({ headings }, offset) {
  const above = headings.filter(({ range }) => range.start <= offset).pop();
  return above ? above.number + above.title : "";
}

/** @param {string} words @param {string} [properties] of the paragraph @param {string} [look] of its words */
const paragraph = (words, properties = "", look = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;

/** @param {string[]} head @param {string[][][]} rows the paragraphs of each cell of each row */
function table(head, rows) {
  const edge = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const cells = (/** @type {string[][]} */ row, look = "") =>
    row.map((words, column) => `<w:tc><w:tcPr><w:tcW w:w="${COLUMNS[column]}" w:type="dxa"/></w:tcPr>${words.map((one) => paragraph(one, "", look)).join("") || paragraph("")}</w:tc>`).join("");
  const top = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(head.map((one) => [one]), "<w:b/>")}</w:tr>`;
  const grid = COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="9639" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${top}${rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}
