// @ts-check
/**
 * Tables for Excel and WPS: the indicators and the ledger. UTF-8 with a byte order mark, without which
 * both take Chinese for the code page of the system; otherwise RFC 4180. Pure.
 */
import { known } from "../messages.js";
import { headingPath, headingsOver, past } from "./places.js";

/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("../messages.js").Say} Say */
/** @typedef {string | number | null | undefined} Cell */

/** What a spreadsheet would take for a formula; the wide signs, too, are read so by some. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** A figure may begin with a sign: it is a number and is to stay one. */
const FIGURE = /^[+-]?\d+(\.\d+)?%?$/;

/** A table as a file; rows that are too short are filled up. @param {string[]} head @param {Cell[][]} rows @returns {string} */
export const csv = (head, rows) => `\ufeff${[head, ...rows].map((row) => `${head.map((_, at) => field(row[at])).join(",")}\r\n`).join("")}`;

/**
 * A cell as a field. One that a spreadsheet would run is put behind an apostrophe, which makes it text.
 * @param {Cell} cell
 */
function field(cell) {
  const words = String(cell ?? "");
  const safe = FORMULA.test(words) && !FIGURE.test(words) ? `'${words}` : words;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A row for each figure, and one for each indicator without a figure. @param {Report} report @param {string} text @param {{ say: Say }} settings */
export function indicatorsCsv({ indicators, headings }, text, { say }) {
  const over = headingsOver(headings);
  const head = ["column.topic", "column.indicator", "column.usual", "column.status", "column.figure", "column.unit", "column.approximate", "column.place", "column.words"];
  const rows = indicators.flatMap((one) => {
    const about = [known(`topic.${one.topic}`) ? say(`topic.${one.topic}`) : one.topic, one.title, say(one.required ? "yes" : "no"), say(`indicator.${one.status}`)];
    if (one.values.length === 0) return [about];
    return one.values.map(({ value, unit, approximate, range }) =>
      [...about, value, unit, approximate ? say("yes") : "", headingPath(text, over(range.start)), text.slice(range.start, range.end)]);
  });
  return csv(head.map((name) => say(name)), rows);
}

/** A row for each relation. @param {Report} report @param {string} text @param {{ say: Say, previous?: string }} settings */
export function ledgerCsv({ relations, headings }, text, { say, previous: other }) {
  const over = headingsOver(headings);
  const role = (/** @type {string} */ name) => (known(`role.${name}`) ? say(`role.${name}`) : name);
  const head = ["column.result", "column.kind", "column.equation", "column.operands", "column.place", "column.words"];
  const figure = (/** @type {{ role: string, value: string, unit: string }} */ one) => `${role(one.role)} ${one.value}${one.unit}`;
  const last = (/** @type {string} */ words) => say("export.past", { words });
  const rows = relations.map(({ verdict, kind, equation, operands, previous, range }) => [
    say(`relation.${verdict}`),
    say(`kind.${kind}`),
    equation,
    [...operands.map(figure), ...previous.map((one) => last(figure(one)))].join(say("export.list")),
    headingPath(text, over(range.start)),
    [...operands.map((operand) => text.slice(operand.range.start, operand.range.end)), ...previous.map((one) => last(past(other, one)?.at ?? ""))].join(say("export.list")),
  ]);
  return csv(head.map((name) => say(name)), rows);
}
