// @ts-check
/**
 * The words of an HTML document: of a web page, or of what Word and WPS put on the clipboard. Blocks become
 * lines, tables rows of cells, automatic numbers text. Reads the document and changes nothing in it; knows
 * styles written at the elements (as `data-style`, see inert.js), not style sheets.
 */
import { Lines } from "./lines.js";
import { labelled, numeral } from "./numerals.js";

const SKIPPED = new Set("AUDIO BUTTON CANVAS DEL HEAD IFRAME INPUT MATH NOSCRIPT OBJECT RP RT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO".split(" "));
const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL".split(" "));
/** What is not shown, what was deleted, comments and notes. */
const UNSEEN = /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*(comment|footnote|endnote|header|footer)|mso-(comment|footnote|endnote)-(reference|id)/i;
/** A line of the table of contents that Word made. */
const CONTENTS = /^MsoToc(\d|Heading)$/;
/** The fonts in which a letter is a bullet. */
const SYMBOLS = /font-family:[^;]*(symbol|wingdings|webdings)/i;
/** Between characters of full width a line end of the source is no blank. */
const WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u2014\\u2018-\\u201d\\u2026]|[\\ud840-\\ud8bf][\\udc00-\\udfff]";
const WIDE_BREAK = new RegExp(`(${WIDE})\\n(?=${WIDE})`, "g");

/** List styles: the format of the number, and what stands around it. @type {Record<string, [format: string, text: string]>} */
const STYLES = {
  1: ["decimal", "%."],
  a: ["lowerLetter", "%."],
  A: ["upperLetter", "%."],
  i: ["lowerRoman", "%."],
  I: ["upperRoman", "%."],
  decimal: ["decimal", "%."],
  "decimal-leading-zero": ["decimalZero", "%."],
  "lower-alpha": ["lowerLetter", "%."],
  "lower-latin": ["lowerLetter", "%."],
  "upper-alpha": ["upperLetter", "%."],
  "upper-latin": ["upperLetter", "%."],
  "lower-roman": ["lowerRoman", "%."],
  "upper-roman": ["upperRoman", "%."],
  "cjk-ideographic": ["chineseCounting", "%、"],
  "simp-chinese-informal": ["chineseCounting", "%、"],
  "trad-chinese-informal": ["chineseCounting", "%、"],
  "japanese-informal": ["japaneseCounting", "%、"],
  "simp-chinese-formal": ["chineseLegalSimplified", "%、"],
  "cjk-decimal": ["ideographDigital", "%、"],
  "cjk-heavenly-stem": ["ideographTraditional", "%、"],
  "cjk-earthly-branch": ["ideographZodiac", "%、"],
};
/** More columns than a page can have. */
const COLUMNS = 63;

/** @param {Document} document @returns {string} */
export function words(document) {
  const reader = new Reader();
  reader.children(document.documentElement, false);
  reader.flush();
  return reader.lines.finish().text;
}

class Reader {
  lines = new Lines();
  /** What stands on the line so far: a line end is one of the source, a tab is meant. */
  #line = "";
  /** The number of the next words. */
  #label = "";

  /** Puts down what was gathered. */
  flush() {
    const text = this.#line.replace(/ *\n[ \n]*/g, "\n").replace(WIDE_BREAK, "$1").replace(/[ \n]+/g, " ").replace(/\u00a0/g, " ").replace(/^ | +$/g, "");
    this.#line = "";
    if (text.trim() === "") return;
    this.lines.add(this.#label + text);
    this.#label = "";
  }

  /** @param {Node} parent @param {boolean} kept as in a `pre` */
  children(parent, kept) {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.#words(node.nodeValue ?? "", kept);
      else if (node.nodeType === 1) this.#element(/** @type {HTMLElement} */ (node), kept);
    }
  }

  /** @param {string} text @param {boolean} kept */
  #words(text, kept) {
    if (!kept) return void (this.#line += text.replace(/[\t\f\r]/g, " "));
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.#block();
      this.#line += line.replace(/ /g, "\u00a0");
    });
  }

  /** @param {HTMLElement} element @param {boolean} kept */
  #element(element, kept) {
    const name = element.tagName.toUpperCase();
    const style = styleOf(element);
    if (SKIPPED.has(name) || element.hidden || UNSEEN.test(style) || CONTENTS.test(element.className)) return;
    if (/mso-list:\s*ignore/i.test(style)) return void (this.#label = labelOf(element));
    if (name === "BR") return this.#block();
    if (/mso-tab-count/i.test(style)) return void (this.#line += "\t");
    const block = BLOCKS.has(name) || /display:\s*block/i.test(style);
    if (block) this.#block();
    if (name === "TABLE") this.#table(/** @type {HTMLTableElement} */ (element));
    else if (name === "OL") this.#list(/** @type {HTMLOListElement} */ (element));
    else this.children(element, /white-space:\s*pre/i.test(style) || (kept ? !/white-space:\s*normal/i.test(style) : name === "PRE"));
    if (!block) return;
    this.#block();
    this.#label = "";
  }

  #block() {
    this.flush();
    this.lines.part();
  }

  /** @param {HTMLTableElement} table */
  #table(table) {
    if (table.caption) this.#element(table.caption, false);
    /** @type {number[]} for each column, how many rows the cell above still reaches down */
    const reach = [];
    for (const row of table.rows) {
      this.lines.openRow();
      let column = 0;
      const reached = () => {
        for (; reach[column] > 0; column += 1) {
          reach[column] -= 1;
          this.lines.blank(1);
        }
      };
      for (const cell of row.cells) {
        reached();
        const span = Math.min(cell.colSpan, COLUMNS);
        this.lines.openCell();
        this.children(cell, false);
        this.flush();
        this.lines.closeCell(span);
        reach.length = Math.max(reach.length, column + span);
        reach.fill(cell.rowSpan - 1, column, column + span);
        column += span;
      }
      reached();
      this.lines.closeRow();
    }
  }

  /** @param {HTMLOListElement} list */
  #list(list) {
    const items = [...list.children].filter(({ tagName }) => tagName === "LI");
    const step = list.reversed ? -1 : 1;
    let number = list.hasAttribute("start") ? list.start : list.reversed ? items.length : 1;
    for (const child of list.children) {
      const item = /** @type {HTMLLIElement} */ (child);
      if (items.includes(child)) {
        if (item.hasAttribute("value")) number = item.value;
        this.#block();
        this.#label = numberOf(number, listStyle(item) || item.type || listStyle(list) || list.type);
        number += step;
      }
      this.#element(item, false);
    }
  }
}

/** @param {Element} element */
const styleOf = (element) => element.getAttribute("data-style") ?? "";

/** @param {Element} element */
const listStyle = (element) => styleOf(element).match(/list-style(?:-type)?:\s*([\w-]+)/i)?.[1];

/** @param {number} number @param {string} style */
function numberOf(number, style) {
  if (style === "none") return "";
  const [format, text] = STYLES[style] ?? STYLES.decimal;
  return labelled(text.replace("%", numeral(number, format)));
}

/** A number that Word wrote out; a bullet is none. @param {HTMLElement} span */
function labelOf(span) {
  const fonts = [span, ...span.querySelectorAll("*")].map(styleOf).join(";");
  const label = (span.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
  return SYMBOLS.test(fonts) || !/[\p{L}\p{N}]/u.test(label) ? "" : labelled(label);
}
