// @ts-check
/**
 * The number formats of Word's automatic numbering (ST_NumberFormat) and of lists on web pages. Pure.
 */

const DIGITS = "〇一二三四五六七八九";

/** @param {string} digits @param {string[]} units @param {string} zero @param {boolean} bare ten without its one */
const counted = (digits, units, zero, bare) => (/** @type {number} */ n) => {
  let words = "";
  String(n).split("").reverse().forEach((digit, place) => {
    if (digit !== "0") words = digits[Number(digit)] + units[place] + words;
    else if (words !== "" && !words.startsWith(zero)) words = zero + words;
  });
  return bare && n < 20 ? words.replace(/^一(?=十)/, "") : words;
};
const UNITS = ["", "十", "百", "千", "万"];
const chinese = counted(DIGITS, UNITS, "零", true);
const japanese = (/** @type {number} */ n) => chinese(n).replace(/一(?=[十百千])|零/g, "");

/** Signs in a row of the character set, from one on. @param {...[first: number, count: number]} rows */
const signs = (...rows) => (/** @type {number} */ n) => {
  for (const [first, count] of rows) {
    if (n <= count) return String.fromCodePoint(first + n - 1);
    n -= count;
  }
  return "";
};
const listed = (/** @type {string} */ letters) => (/** @type {number} */ n) => letters[n - 1] ?? "";
/** After z comes aa, then bb: so does Word. */
const letters = (/** @type {number} */ first) => (/** @type {number} */ n) => String.fromCodePoint(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
const swapped = (/** @type {string} */ digits) => (/** @type {number} */ n) => String(n).replace(/\d/g, (digit) => digits[Number(digit)]);

const ROMAN = /** @type {[string, number][]} */ ([["m", 1000], ["cm", 900], ["d", 500], ["cd", 400], ["c", 100], ["xc", 90], ["l", 50], ["xl", 40], ["x", 10], ["ix", 9], ["v", 5], ["iv", 4], ["i", 1]]);
const roman = (/** @type {number} */ n) => {
  let words = "";
  for (const [letter, value] of ROMAN) for (; n >= value; n -= value) words += letter;
  return words;
};

const circled = signs([0x2460, 20], [0x3251, 15], [0x32b1, 15]);

/** @type {Record<string, (n: number) => string>} by name; what is not listed is decimal */
const FORMATS = {
  __proto__: /** @type {any} */ (null),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: counted("零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟", "萬"], "零", false),
  ideographLegalTraditional: counted("零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟", "萬"], "零", false),
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: japanese,
  ideographDigital: swapped(DIGITS),
  taiwaneseDigital: swapped("○一二三四五六七八九"),
  japaneseDigitalTenThousand: swapped(DIGITS),
  ideographTraditional: listed("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: listed("子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: signs([0x3280, 10]),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs([0x2474, 20]),
  decimalEnclosedFullstop: signs([0x2488, 20]),
  decimalFullWidth: swapped("０１２３４５６７８９"),
  decimalFullWidth2: swapped("０１２３４５６７８９"),
  decimalZero: (n) => String(n).padStart(2, "0"),
  numberInDash: (n) => `- ${n} -`,
  lowerLetter: letters(97),
  upperLetter: letters(65),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
};

/** A number in a format; in digits where the format has no sign for it. @param {number} n @param {string} format */
export const numeral = (n, format) => (n > 0 && n < 100_000 && format in FORMATS && FORMATS[format](n)) || String(n);

/** A number in front of its text: a blank between them, unless a mark of full width closes the number. @param {string} label */
export const labelled = (label) => (label === "" || /[、，．。：）〕】］』」]$/.test(label) ? label : `${label} `);
