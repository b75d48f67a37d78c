// @ts-check
/**
 * Words of the report for the page to quote and count. Pure.
 */

/** How much of a place is quoted in a list. */
const EXCERPT = 40;
/** Line ends, blanks, and the second half of a pair: no characters of their own. */
const UNCOUNTED = /[\s\u200b\udc00-\udfff]/g;

/** A place in a few words; a pair of code units is never cut. @param {string} text @param {import("./edits.js").Range} range */
export function excerpt(text, { start, end }) {
  const most = start + EXCERPT;
  if (end <= most) return tidy(text.slice(start, end));
  return `${tidy(text.slice(start, /[\ud800-\udbff]/.test(text[most - 1]) ? most - 1 : most))}…`;
}

/** How many characters a text has, as an office counts them. @param {string} text */
export const characters = (text) => text.replace(UNCOUNTED, "").length;

/** @param {string} words */
const tidy = (words) => words.replace(/\s+/g, " ").trim();
