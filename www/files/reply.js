// @ts-check
/**
 * What Hegao gives back as Word files: the user's own file with the findings as comments, and the list of
 * the findings.
 */
import { bracketed, brief, pastLine } from "../export/brief.js";
import { standing } from "../listing.js";
import { excerpt } from "../words.js";
import { align } from "./align.js";
import { commented } from "./comment.js";
import { escaped } from "./xml.js";
import { archive, entry } from "./zip.js";

/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("../export/brief.js").Item} Item */
/** @typedef {import("../export/brief.js").Settings} Settings */
/** @typedef {import("../messages.js").Say} Say */

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Widths of the four columns, in twentieths of a point: an A4 page between its margins. */
const COLUMNS = [850, 2400, 4500, 1889];

/**
 * The file as it was opened, with a comment at each finding. What was edited on the page is not written into
 * it but said in comments; a finding in text that the file does not have is in the comment at the beginning.
 * @param {import("./docx.js").Docx} docx @param {Report} report @param {string} text the text it was made from @param {Settings} settings
 * @returns {Promise<Uint8Array>}
 */
export function withComments(docx, report, text, settings) {
  const { say } = settings;
  const { items } = brief(report, text, settings);
  const { place, edited } = align(docx.text, text);
  /** @type {import("./comment.js").Comment[]} */
  const comments = edited.map(({ range, text: words }) => ({ range, paragraphs: [say("reply.edited", { words })] }));
  const first = text === docx.text ? [] : [say("reply.kept")];
  standing(report, settings.ignored ?? new Map()).forEach(({ range, related }, index) => {
    const item = items[index];
    const others = related.map((one) => say("reply.related", { message: one.message, words: excerpt(text, one.range) }));
    const words = [mark(item, say) + item.message, ...others, ...more(item, say), ...basis(item, say)];
    const old = place(range);
    if (old) comments.push({ range: old, paragraphs: words });
    else first.push(where(item, say), ...words);
  });
  if (first.length > 0) comments.unshift({ range: { start: 0, end: 0 }, paragraphs: first });
  return commented(docx, comments, { name: say("brand"), initials: say("brand") });
}

/** The list of the findings, and of those that were set aside. @param {Report} report @param {string} text @param {Settings} settings @returns {Promise<Uint8Array>} */
export async function listed(report, text, settings) {
  const { say } = settings;
  const { title, line, details, date, items, aside } = brief(report, text, settings);
  const head = [say("reply.severity"), say("column.place"), say("reply.finding"), say("reply.clause")];
  const rows = items.map((item) => [[say(item.severity)], [where(item, say)], [(item.possible ? say("export.possible") : "") + item.message, ...more(item, say)], [item.clause]]);
  const body = [
    paragraph(say("export.head", { title }), '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="32"/>'),
    ...[line, ...details, say("export.date", { date })].map((words) => paragraph(words)),
    rows.length === 0 ? "" : table(head, rows),
    ...aside.map(({ message, reason }) => paragraph(`${say("reply.aside", { message })}${say("export.reason", { reason })}`)),
    paragraph(say("export.limits"), '<w:spacing w:before="240"/>'),
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

/** @param {Item} item @param {Say} say */
const mark = ({ severity, possible }, say) => say("reply.mark", { kind: say(possible ? "possible" : severity) });

/** @param {Item} item @param {Say} say */
const where = ({ place, quote }, say) => place + (quote ? say("export.quote", { words: bracketed(quote) }) : "");

/** What last year's report has, what can be done, and why. @param {Item} item @param {Say} say */
const more = ({ past, deeds, why }, say) => [...past.map((one) => pastLine(one, say)), ...deeds.map((words) => say("export.deed", { words })), ...(why ? [say("export.why", { why })] : [])];

/** @param {Item} item @param {Say} say */
const basis = ({ clause }, say) => (clause ? [say("clause", { clause })] : []);

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
