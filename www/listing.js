// @ts-check
/**
 * Which findings are listed, in what order and under what heads; and which were set aside. Pure.
 */
import { inOrder } from "./marks.js";

/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("../pkg/hegao.js").Finding} Finding */
/** @typedef {Map<string, string>} Ignored the reason for each finding that was set aside, by fingerprint */
/** @typedef {{ severity: string, kind: string, order: string }} Choice "all" or one; order: "text" or "kind" */

/** Groups of rules in the order in which they are listed; others follow. */
const KINDS = ["structure", "indicators", "figures", "dates", "terms", "wording", "form"];

/** The group of rules that a finding comes from. @param {Finding} finding */
export const kindOf = (finding) => finding.rule.split("/")[0];

/** What counts: the findings that were not set aside, in reading order. @param {Report} report @param {Ignored} ignored */
export const standing = (report, ignored) => inOrder(report).filter(({ fingerprint }) => !ignored.has(fingerprint));

/** How many of each severity count, and how many were set aside. @param {Report} report @param {Ignored} ignored */
export function tally(report, ignored) {
  const left = standing(report, ignored);
  const count = (/** @type {string} */ severity) => left.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info"), ignored: report.findings.length - left.length };
}

/** The kinds that occur, in their order. @param {Finding[]} findings */
export function kinds(findings) {
  const found = [...new Set(findings.map(kindOf))];
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
const rank = (/** @type {string} */ kind) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);

/** The findings that are listed. @param {Finding[]} findings in reading order @param {Choice} choice */
export function chosen(findings, { severity, kind, order }) {
  const list = findings.filter((finding) => (severity === "all" || finding.severity === severity) && (kind === "all" || kindOf(finding) === kind));
  return order === "kind" ? kinds(list).flatMap((one) => list.filter((finding) => kindOf(finding) === one)) : list;
}
