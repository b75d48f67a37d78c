// @ts-check
/**
 * What can be taken away from a check as a file: for each kind its name, its type and how it is made. Pure.
 */
import { titleOf } from "./brief.js";
import { indicatorsCsv, ledgerCsv } from "./csv.js";
import { findingsText } from "./text.js";

/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("./brief.js").Settings} Settings */
/**
 * @typedef {object} Kind
 * @property {string} name its words
 * @property {string} extension
 * @property {string} type
 * @property {(report: Report, text: string, settings: Settings) => string} make
 */

/** @type {Record<string, Kind>} */
export const KINDS = {
  findings: { name: "export.findings", extension: "txt", type: "text/plain", make: findingsText },
  indicators: { name: "export.indicators", extension: "csv", type: "text/csv", make: indicatorsCsv },
  ledger: { name: "export.ledger", extension: "csv", type: "text/csv", make: ledgerCsv },
  report: { name: "export.report", extension: "json", type: "application/json", make: (report) => `${JSON.stringify(report, null, 2)}\n` },
};

/** What no system has in a name of a file. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** Systems take 255 bytes at most, and a character has up to four. */
const LONGEST = 50;

/** A name for a file: of which text, and what is in it. @param {Report} report @param {{ name: string, extension: string }} kind @param {Settings["say"]} say */
export function fileName(report, { name, extension }, say) {
  const title = [...titleOf(report, say).replace(FORBIDDEN, "")].slice(0, LONGEST).join("");
  return `${say("brand")}-${title}-${say(name)}.${extension}`;
}
