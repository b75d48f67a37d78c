// @ts-check
/**
 * The text of a word-processing document part, and the place of each piece of it in the XML. Pure.
 *
 * Read as it prints with all changes accepted: deleted and hidden text, field codes, notes, tables of contents
 * and the reading of ruby are left out, and of alternatives only the first is read. Comments, headers and
 * footers are other parts. A paragraph whose mark is deleted or hidden runs on into the next one.
 */
import { FileFault } from "./fault.js";
import { Lines } from "./lines.js";
import { isOn } from "./numbering.js";
import { attribute, scan, unescaped } from "./xml.js";

/**
 * @typedef {object} Run what a comment can begin before or end behind
 * @property {number} start in the XML
 * @property {number} end
 * @property {number} opened end of its opening tag
 * @property {number} first end of its properties
 * @property {number} closing start of its closing tag
 * @property {boolean} whole it cannot be split: it is a formula, or holds a text box or other runs
 * @property {boolean} hidden
 */
/**
 * @typedef {object} Source
 * @property {Run | null} run null for the end of a paragraph
 * @property {number} start the element in the XML
 * @property {number} end
 * @property {{ start: number, end: number } | null} words the text in it, where it can be split
 */
/** @typedef {{ style: string | null, num: string | null, level: number | null, gone: boolean }} Paragraph gone: its mark is not there */
/** @typedef {{ text: string, places: { start: number, end: number, source: Source }[] }} Body */

const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
/** Elements of which nothing is read. */
const SKIPPED = new Set(["del", "moveFrom", "rt", "pPrChange", "rPrChange", "sdtPr", "sectPr", "tblPr", "tblGrid"]);
/** Elements of other namespaces that matter. */
const FOREIGN = new Set(["AlternateContent", "Choice", "Fallback", "oMath"]);
/** Signs that are elements. */
const SIGNS = new Map([["tab", "\t"], ["ptab", "\t"], ["br", "\n"], ["cr", "\n"], ["noBreakHyphen", "-"]]);
/** For a sign that only a symbol font has. */
const SYMBOL = 0x25a1;
/** More columns than a page can have. */
const COLUMNS = 63;

/** The prefix of word-processing elements in a part, with its colon. @param {string} xml */
export function prefixOf(xml) {
  const found = xml.match(NAMESPACE);
  if (!found) throw new FileFault("damaged");
  return found[1] ? `${found[1]}:` : "";
}

class Reader {
  lines = new Lines();
  /** @type {string[]} names of the elements that are open */
  #path = [];
  /** How long the path was when something began that is not read. */
  #skip = 0;
  /** @type {boolean[]} of each alternative that is open: was one of its choices read? */
  #choices = [];
  /** @type {boolean[]} of each field that is open: is this its code, not its result? */
  #fields = [];
  /** @type {{ span: number, kept: boolean }[]} rows that are open, with the width of the present cell */
  #rows = [];
  /** @type {Paragraph[]} the present one, and before it those in which its text box hangs */
  #paragraphs = [];
  /** @type {Run[]} */
  #runs = [];
  /** The opening tag of the present w:t. */
  #text = { start: 0, end: 0, preserve: false };

  /** @param {string} xml @param {import("./numbering.js").Numbering} numbering @param {import("./numbering.js").Styles} styles */
  constructor(xml, numbering, styles) {
    this.xml = xml;
    this.numbering = numbering;
    this.styles = styles;
    this.prefix = prefixOf(xml);
  }

  /** @param {string} name @param {number} start @param {number} end */
  open(name, start, end) {
    const short = this.#local(name);
    if (this.#skip === 0) this.#opened(short, start, end);
    this.#path.push(short);
  }

  /** @param {string} _ @param {number} start @param {number} end */
  close(_, start, end) {
    const name = /** @type {string} */ (this.#path.pop());
    if (this.#skip === 0) this.#closed(name, start, end);
    else if (this.#skip > this.#path.length) this.#skip = 0;
  }

  /** @param {number} start @param {number} end @param {boolean} plain */
  text(start, end, plain) {
    const { xml } = this;
    if (this.#skip > 0 || this.#path[this.#path.length - 1] !== "t") return;
    if (!this.#text.preserve) {
      while (start < end && /\s/.test(xml[start])) start += 1;
      while (start < end && /\s/.test(xml[end - 1])) end -= 1;
    }
    const raw = xml.slice(start, end);
    const words = (plain ? unescaped(raw) : raw).replace(/[\n\r\t]/g, " ");
    const close = xml.indexOf("<", end);
    const single = plain && xml.startsWith("</", close) && xml.lastIndexOf(">", start - 1) + 1 === this.#text.end;
    this.#put(words, this.#text.start, xml.indexOf(">", close) + 1, single ? { start, end } : null);
  }

  /** @param {string} name @param {number} start @param {number} end */
  #opened(name, start, end) {
    const within = this.#path[this.#path.length - 1];
    const tag = this.xml.slice(start, end);
    const paragraph = this.#paragraphs[this.#paragraphs.length - 1];
    const run = this.#runs[this.#runs.length - 1];
    const row = this.#rows[this.#rows.length - 1];
    const sign = within === "r" ? SIGNS.get(name) : undefined;
    if (sign) return this.#put(sign, start, end);
    switch (name) {
      case "del":
      case "moveFrom":
        if (within === "rPr") return void (paragraph.gone = true);
        if (within === "trPr") return void (row.kept = false);
        break;
      case "p": return void this.#paragraphs.push({ style: this.styles.usual, num: null, level: null, gone: false });
      case "pStyle": return void (paragraph.style = attribute(tag, "val"));
      case "numId": return void (paragraph.num = attribute(tag, "val"));
      case "ilvl": return void (paragraph.level = Number(attribute(tag, "val")));
      case "r": return this.#openRun(start, end, false);
      case "oMath": return this.#openRun(start, end, true);
      case "rStyle":
        if (run) run.hidden = this.styles.hides(attribute(tag, "val")) ?? run.hidden;
        return;
      case "vanish":
        if (this.#path[this.#path.length - 2] === "pPr") paragraph.gone ||= isOn(tag);
        else if (run) run.hidden = isOn(tag);
        return;
      case "t": return void (this.#text = { start, end, preserve: attribute(tag, "space") === "preserve" });
      case "sym": return this.#put(symbol(tag), start, end);
      case "fldChar": return this.#field(attribute(tag, "fldCharType"));
      case "tr":
        this.lines.openRow();
        return void this.#rows.push({ span: 1, kept: true });
      case "tc":
        row.span = 1;
        return this.lines.openCell();
      case "gridSpan": return void (row.span = columns(tag));
      case "gridBefore": return this.lines.blank(columns(tag));
      case "txbxContent": return this.lines.openBox();
      case "AlternateContent": return void this.#choices.push(false);
      case "Choice":
      case "Fallback":
        if (!this.#choices[this.#choices.length - 1]) return void (this.#choices[this.#choices.length - 1] = true);
        break;
      default: if (!SKIPPED.has(name)) return;
    }
    this.#skip = this.#path.length + 1;
  }

  /** @param {string} name @param {number} start @param {number} end */
  #closed(name, start, end) {
    const { lines } = this;
    const run = this.#runs[this.#runs.length - 1];
    switch (name) {
      case "p": return this.#closeParagraph(start);
      case "rPr":
        if (run && this.#path[this.#path.length - 1] === "r") run.first = end;
        return;
      case "r":
      case "oMath":
        this.#runs.pop();
        return void Object.assign(run, { closing: start, end });
      case "tc": return lines.closeCell(this.#rows[this.#rows.length - 1].span);
      case "tr": return lines.closeRow(this.#rows.pop()?.kept);
      case "txbxContent": return lines.closeBox();
      case "AlternateContent": return void this.#choices.pop();
    }
  }

  /** @param {number} start @param {number} end @param {boolean} whole */
  #openRun(start, end, whole) {
    for (const outer of this.#runs) outer.whole = true;
    const { style } = this.#paragraphs[this.#paragraphs.length - 1];
    this.#runs.push({ start, end, opened: end, first: end, closing: end, whole, hidden: this.styles.hides(style) === true });
  }

  /** @param {number} start of its closing tag, or of itself when it is empty */
  #closeParagraph(start) {
    const { lines } = this;
    const paragraph = /** @type {Paragraph} */ (this.#paragraphs.pop());
    this.#fields.fill(false); // no code goes beyond its paragraph, whatever is not closed
    if (this.xml[start + 1] === "/") lines.add("", { run: this.#runs[0] ?? null, start, end: start, words: null });
    if (this.styles.lists(paragraph.style)) return lines.drop();
    if (paragraph.gone) return;
    const label = this.numbering.next(paragraph);
    if (label) lines.line.unshift({ text: label, source: null });
    lines.end();
  }

  /** @param {string | null} type */
  #field(type) {
    if (type === "begin") this.#fields.push(true);
    else if (type === "end") this.#fields.pop();
    else this.#fields.fill(false, -1);
  }

  /** @param {string} words @param {number} start @param {number} end @param {Source["words"]} [inner] */
  #put(words, start, end, inner = null) {
    if (words === "" || this.#runs.length === 0 || this.#runs[this.#runs.length - 1].hidden || this.#fields.includes(true)) return;
    this.lines.add(words, { run: this.#runs[0], start, end, words: inner });
  }

  /** @param {string} name */
  #local(name) {
    if (name.startsWith(this.prefix) && name.indexOf(":", this.prefix.length) < 0) return name.slice(this.prefix.length);
    if (name === "m:t") return "t";
    const short = name.slice(name.indexOf(":") + 1);
    return FOREIGN.has(short) ? short : name;
  }
}

/**
 * @param {string} xml @param {import("./numbering.js").Numbering} numbering @param {import("./numbering.js").Styles} styles
 * @returns {Body}
 */
export function read(xml, numbering, styles) {
  const reader = new Reader(xml, numbering, styles);
  scan(xml, reader);
  return reader.lines.finish();
}

/** @param {string} tag of a w:sym */
function symbol(tag) {
  const code = parseInt(attribute(tag, "char") ?? "", 16);
  return String.fromCodePoint(code > 0x20 && code < 0xd800 ? code : SYMBOL);
}

/** @param {string} tag */
const columns = (tag) => Math.min(COLUMNS, Math.max(1, Number(attribute(tag, "val")) || 1));
