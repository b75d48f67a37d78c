// @ts-check
/**
 * Where the heading of a missing section goes, and how it is written: behind what stands before it in
 * the standard, numbered on from there. Headings whose number it takes move up by one. Pure.
 */

/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("../pkg/hegao.js").Section} Section */
/** @typedef {Report["headings"][number]} Heading */
/** @typedef {{ range: import("./edits.js").Range, text: string }} Change */

/** Numbers where a draft has none to go by, for each level. */
const USUAL = ["一、", "（一）", "1."];
const DIGITS = "零一二三四五六七八九";
const NUMBER = /^(\D*?)(\d+|[一二三四五六七八九十]+)(\D*)$/;
const DATE = /[0-9〇一二三四五六七八九十]+年.*月.*日/;
/** A line longer than this is no part of the closing, and neither is one more than so many. */
const CLOSING = { length: 30, lines: 8 };

/**
 * @param {string} text @param {Report} report of the text, in Chinese @param {string} id of the section
 * @returns {{ heading: string, at: number, edits: Change[] } | null} at: where the heading ends in the new text
 */
export function insertion(text, report, id) {
  const kin = family(report.sections, id, null);
  if (!kin) return null;
  const { headings } = report;
  const place = placed(text, kin, headings);
  const level = levelOf(kin, headings);
  const [before, behind] = neighbours(headings, level, place);
  const like = before.at(-1) ?? behind[0];
  let next = before.length > 0 ? (valueOf(raw(text, before[before.length - 1])) ?? before.length) + 1 : 1;
  const form = like && valueOf(raw(text, like)) ? raw(text, like) : USUAL[level - 1] ?? USUAL[USUAL.length - 1];
  const heading = `${numbered(form, next)}${kin.section.title}`;
  const line = `${like ? indent(text, like) : ""}${heading}`;
  const opening = place === 0 || text[place - 1] === "\n" ? "" : "\n";
  const ending = text.slice(0, place).endsWith("\n\n") ? "\n\n" : "\n";
  /** @type {Change[]} */
  const edits = [{ range: { start: place, end: place }, text: `${opening}${line}${ending}` }];
  for (const one of behind) {
    const number = raw(text, one);
    if (valueOf(number) !== next) break;
    next += 1;
    edits.push({ range: { start: one.range.start, end: one.range.start + number.length }, text: numbered(number, next) });
  }
  return { heading, at: place + opening.length + line.length, edits };
}

/** @typedef {{ section: Section, parent: Section | null, before: Section[], behind: Section[] }} Kin */

/** A section and those around it. @param {Section[]} sections @param {string} id @param {Section | null} parent @returns {Kin | null} */
function family(sections, id, parent) {
  const at = sections.findIndex((section) => section.id === id);
  if (at >= 0) return { section: sections[at], parent, before: sections.slice(0, at), behind: sections.slice(at + 1) };
  for (const section of sections) {
    const found = family(section.children, id, section);
    if (found) return found;
  }
  return null;
}

const headed = (/** @type {Section} */ section) => section.heading !== null;

/** At the start of a line, before what closes the report. @param {string} text @param {Kin} kin @param {Heading[]} headings */
function placed(text, { parent, before, behind }, headings) {
  const former = [...before].reverse().find(headed)?.range?.end;
  const latter = behind.find(headed)?.range?.start;
  let place = Math.min(former ?? latter ?? parent?.range?.end ?? text.length, closing(text, headings));
  while (/[ \t\u3000]/.test(text[place - 1] ?? "")) place -= 1;
  return place;
}

/** Where the organ and the date at the end begin, or the end. @param {string} text @param {Heading[]} headings */
function closing(text, headings) {
  const last = headings[headings.length - 1]?.range.end ?? 0;
  let start = text.length;
  let dated = false;
  for (let end = text.length, lines = 0; end > last && lines < CLOSING.lines; lines += 1) {
    const from = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(from, end).trim();
    if (from < last || line.length > CLOSING.length || /[。；：！？]$/.test(line)) break;
    if (line) start = from;
    dated ||= DATE.test(line);
    end = from - 1;
  }
  return dated ? start : text.length;
}

/** The level of the headings of its kin; below its parent; or the uppermost. @param {Kin} kin @param {Heading[]} headings */
function levelOf({ parent, before, behind }, headings) {
  const levels = (/** @type {Section[]} */ sections) =>
    sections.flatMap(({ heading }) => headings.filter(({ range }) => heading && range.start <= heading.start && heading.end <= range.end)).map(({ level }) => level);
  const [own] = levels([...before, ...behind]);
  const [above] = levels(parent ? [parent] : []);
  if (own !== undefined || above !== undefined) return own ?? above + 1;
  return headings.reduce((least, { level }) => Math.min(least, level), headings[0]?.level ?? 1);
}

/** The headings of a level in the same part, before a place and behind it. @param {Heading[]} headings @param {number} level @param {number} place */
function neighbours(headings, level, place) {
  const before = headings.filter(({ range }) => range.start < place);
  const behind = headings.filter(({ range }) => range.start >= place);
  const over = (/** @type {Heading} */ one) => one.level < level;
  const from = before.length - [...before].reverse().findIndex(over);
  const to = behind.findIndex(over);
  const same = (/** @type {Heading} */ one) => one.level === level;
  return [(before.some(over) ? before.slice(from) : before).filter(same), (to < 0 ? behind : behind.slice(0, to)).filter(same)];
}

/** The number of a heading as the text has it. @param {string} text @param {Heading} heading */
const raw = (text, { number, range }) => text.slice(range.start, range.start + number.length);

/** The blanks before a heading that starts its line. @param {string} text @param {Heading} heading */
const indent = (text, { range }) => /(?:^|\n)([ \t\u3000]*)$/.exec(text.slice(Math.max(0, range.start - 20), range.start))?.[1] ?? "";

/** @param {string} number such as （十二） @returns {number | null} */
function valueOf(number) {
  const digits = NUMBER.exec(number)?.[2];
  if (!digits) return null;
  if (/\d/.test(digits)) return Number(digits);
  const [tens, ones] = digits.includes("十") ? digits.split("十") : ["零", digits];
  const of = (/** @type {string} */ one, /** @type {number} */ none) => (one ? DIGITS.indexOf(one) : none);
  const value = of(tens, 1) * 10 + of(ones, 0);
  return tens.length > 1 || ones.length > 1 || value < 1 ? null : value;
}

/** Another number in the same form. @param {string} form @param {number} value */
function numbered(form, value) {
  const [, before, digits, after] = /** @type {RegExpExecArray} */ (NUMBER.exec(form));
  return `${before}${/\d/.test(digits) ? value : chinese(value)}${after}`;
}

/** @param {number} value below a hundred */
function chinese(value) {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS[ones] : ""}`;
}
