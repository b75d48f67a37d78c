// @ts-check
/**
 * A report for those who read it without the page: the verdict, and each finding with its place in
 * words, what can be done, and what it rests on. What is printed, pasted and exported is made of this. Pure.
 */
import { standing } from "../listing.js";
import { inOrder } from "../marks.js";
import { verdict } from "../verdict.js";
import { headingPath, headingsOver, headingWords, past, quote } from "./places.js";

/** @typedef {import("../../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../../pkg/hegao.js").Report} Report */
/**
 * @typedef {object} Settings
 * @property {import("../messages.js").Say} say
 * @property {Map<string, import("../../pkg/hegao.js").RuleInfo>} rules
 * @property {Date} date when the text was checked
 * @property {string} [previous] last year's report, to quote from
 * @property {import("../listing.js").Ignored} [ignored]
 */
/**
 * @typedef {object} Item
 * @property {Finding["severity"]} severity
 * @property {boolean} possible
 * @property {string} message
 * @property {string} section the outermost heading over the place
 * @property {string} place
 * @property {import("./places.js").Quote | null} quote
 * @property {import("./places.js").Quote[]} past the places in last year's report
 * @property {string[]} deeds
 * @property {string} why empty if it was said before
 * @property {string} clause
 */
/** @typedef {{ title: string, line: string, details: string[], date: string, items: Item[], aside: { message: string, reason: string }[] }} Brief */

/** @param {Report} report @param {string} text the text it was made from @param {Settings} settings @returns {Brief} */
export function brief(report, text, { say, rules, date, previous, ignored = new Map() }) {
  const over = headingsOver(report.headings);
  /** @type {Set<string>} */
  const explained = new Set();
  const items = standing(report, ignored).map((finding) => {
    const { start, end } = finding.range;
    const rule = rules.get(finding.rule);
    const why = explained.has(finding.rule) ? "" : rule?.why ?? "";
    explained.add(finding.rule);
    const headings = over(start === end ? Math.max(0, start - 1) : start);
    return {
      severity: finding.severity,
      possible: finding.certainty === "possible",
      message: finding.message,
      section: headings.length > 0 ? headingWords(text, headings[0]) : "",
      place: placeOf(text, finding.range, headings, over(start), say),
      quote: quote(text, finding.range),
      past: finding.previous.flatMap((place) => past(previous, place) ?? []),
      deeds: finding.fixes.map((fix) => deed(text, fix, say)),
      why,
      clause: finding.clause ?? rule?.clause ?? "",
    };
  });
  const { line, details } = verdict({ phase: "done", report, text, error: null, busy: false }, say, ignored);
  const aside = inOrder(report).filter(({ fingerprint }) => ignored.has(fingerprint)).map(({ message, fingerprint }) => ({ message, reason: ignored.get(fingerprint) ?? "" }));
  return { title: titleOf(report, say), line, details, date: day(date), items, aside };
}

/** The title of a text in one line. @param {{ document: { title: string | null } }} report @param {Settings["say"]} say */
export const titleOf = ({ document: { title } }, say) => title?.replace(/\s+/g, "") || say("export.untitled");

/** Words of a place in a line of text, the place between brackets. @param {import("./places.js").Quote} quote */
export const bracketed = ({ before, at, after }) => `${before}【${at}】${after}`;

/** A place in last year's report, said to be there. @param {import("./places.js").Quote} quote @param {Settings["say"]} say */
export const pastLine = (quote, say) => say("export.past", { words: say("export.quoted", { words: bracketed(quote) }) });

/** A day as a file and a form have it. @param {Date} date */
export const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/**
 * Something that is missing has its place before a heading, or behind everything.
 * @param {string} text @param {import("../edits.js").Range} range @param {Report["headings"]} headings over it
 * @param {Report["headings"]} after over what comes next @param {Settings["say"]} say
 */
function placeOf(text, { start, end }, headings, after, say) {
  const next = after[after.length - 1];
  if (start === end && next?.range.start === start) return say("export.before", { heading: headingWords(text, next) });
  return headingPath(text, headings) || say(start === text.length ? "export.end" : "export.opening");
}

/** What a fix would do, in words that are clear without the page. @param {string} text @param {Finding["fixes"][number]} fix @param {Settings["say"]} say */
function deed(text, { title, edits }, say) {
  const [{ range, text: now }, ...more] = edits;
  const before = text.slice(range.start, range.end);
  return more.length === 0 && before && now ? say("export.fix", { before, now }) : title;
}
