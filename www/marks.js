// @ts-check
/**
 * From findings to marks: each at its place in the present text; those related to the one that is
 * looked at, too. Pure.
 */

/** @typedef {import("../pkg/hegao.js").Finding} Finding */
/** @typedef {import("./segments.js").Mark} Mark */

/**
 * @param {Finding[]} findings
 * @param {Finding | undefined} current the one that is looked at
 * @param {(mark: Mark) => Mark | null} place where a place of the report is now, if it is still there
 * @returns {Mark[]}
 */
export function marksOf(findings, current, place) {
  return findings.flatMap((finding, id) => {
    /** @type {Mark[]} */
    const marks = [{ ...finding.range, tone: finding.severity, id, current: finding === current }];
    if (finding === current) for (const { range } of finding.related) marks.push({ ...range, tone: "related", id, current: true });
    return marks.flatMap((mark) => place(mark) ?? []);
  });
}

/**
 * The findings of a report in reading order; of those at one place, the gravest first.
 * @param {import("../pkg/hegao.js").Report} report
 * @returns {Finding[]}
 */
export function inOrder(report) {
  const weight = { error: 0, warning: 1, info: 2 };
  return [...report.findings].sort(
    (a, b) => a.range.start - b.range.start || weight[a.severity] - weight[b.severity] || a.range.end - b.range.end,
  );
}
