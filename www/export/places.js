// @ts-check
/**
 * Places of a report in words, for readers who cannot click: under which headings, and between which words. Pure.
 */

/** @typedef {import("../edits.js").Range} Range */
/** @typedef {import("../../pkg/hegao.js").Report["headings"][number]} Heading */
/** @typedef {{ before: string, at: string, after: string }} Quote the words of a place, and those around it */
/** @typedef {{ range: Range, text: string }} Past a place in last year's report, and the words there and around it */

/** How much is quoted before a place, of it, and after it. */
const BEFORE = 24;
const WITHIN = 60;
const AFTER = 16;
/** How much of a heading is quoted. */
const TITLE = 24;
const STOPS = "。；！？\n";

/**
 * Gives a function that finds the headings over a place, the outermost first.
 * @param {Heading[]} headings in the order of the text
 * @returns {(offset: number) => Heading[]}
 */
export function headingsOver(headings) {
  /** @type {number[]} for each heading the one that it lies under */
  const over = [];
  headings.forEach(({ range }, index) => {
    let above = index - 1;
    while (above >= 0 && headings[above].body.end <= range.start) above = over[above];
    over.push(above);
  });
  return (offset) => {
    let [index, end] = [-1, headings.length];
    while (end - index > 1) {
      const middle = (index + end) >> 1;
      if (headings[middle].range.start <= offset) index = middle;
      else end = middle;
    }
    const found = [];
    for (; index >= 0; index = over[index]) if (offset < headings[index].body.end) found.unshift(headings[index]);
    return found;
  };
}

/** A heading as the text has it, on one line, shortened. @param {string} text @param {Heading} heading */
export function headingWords(text, { range }) {
  const words = tidy(text.slice(range.start, range.end)).replace(/[。：:；，]$/, "");
  return words.length > TITLE ? `${whole(words.slice(0, TITLE))}…` : words;
}

/** Headings in one line: the numbers of the outer ones, and the words of the innermost. @param {string} text @param {Heading[]} headings */
export function headingPath(text, headings) {
  const outer = headings.slice(0, -1).map((heading) => wide(heading.number) || `${headingWords(text, heading)} `);
  return headings.length === 0 ? "" : `${outer.join("")}${headingWords(text, headings[headings.length - 1])}`;
}

/** The words of a place with a little of its sentence; null for a place that holds nothing. @param {string} text @param {Range} range @returns {Quote | null} */
export function quote(text, { start, end }) {
  if (start === end) return null;
  const lead = text.slice(Math.max(0, start - BEFORE), start);
  const stop = Math.max(...[...STOPS].map((mark) => lead.lastIndexOf(mark)));
  const before = stop < 0 && start > BEFORE ? `…${lead.slice(lead.indexOf("，") + 1)}` : lead.slice(stop + 1);
  if (end - start > WITHIN) return { before: tidy(before), at: `${tidy(text.slice(start, start + WITHIN))}…`, after: "" };
  const rest = text.slice(end, end + AFTER);
  const close = [...rest].findIndex((letter) => STOPS.includes(letter));
  const after = close >= 0 ? rest.slice(0, close) : end + AFTER < text.length ? `${whole(rest)}…` : rest;
  return { before: tidy(before), at: tidy(text.slice(start, end)), after: tidy(after) };
}

/** The same for a place in last year's report; where that is not at hand, what the core quotes of it. @param {string | undefined} previous @param {Past} place */
export const past = (previous, { range, text }) => (previous ? quote(previous, range) : { before: "", at: text, after: "" });

/** Numbers are read with narrow brackets; a page in Chinese has wide ones. @param {string} number */
const wide = (number) => number.replace("(", "（").replace(")", "）");

/** @param {string} words */
const tidy = (words) => whole(words).replace(/\s+/g, " ").trim();

/** Without the halves of characters that a cut may have left at the ends. @param {string} words */
const whole = (words) => words.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
