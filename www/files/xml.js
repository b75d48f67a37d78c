// @ts-check
/**
 * XML with its places: what is where in the source, so that the source can be changed at a place and
 * stay as it is elsewhere. No DTD, hence no entities but the five and the numeric ones. Pure, and works
 * where there is no DOM.
 */
import { FileFault } from "./fault.js";

/**
 * @typedef {object} Visitor
 * @property {(name: string, start: number, end: number) => void} open `start..end` is the tag
 * @property {(name: string, start: number, end: number) => void} close for an empty element, too, with the same tag
 * @property {(start: number, end: number, plain: boolean) => void} [text] plain: not CDATA
 */
/** @typedef {{ name: string, tag: string, children: Node[] }} Node */

const OPEN = /<([^\s/>!?<=]+)(?:\s+[^\s/>=<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const CLOSE = /<\/([^\s>]+)\s*>/y;

/** Walks through a document. What is not well-formed is refused. @param {string} xml @param {Visitor} visitor */
export function scan(xml, visitor) {
  /** @type {string[]} */
  const names = [];
  let seen = false;
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf("<", at);
    if (start !== at) {
      const end = start < 0 ? xml.length : start;
      if (names.length > 0) visitor.text?.(at, end, true);
      else if (/\S/.test(xml.slice(at, end).replace("\ufeff", ""))) throw new FileFault("damaged");
      at = end;
    } else if (xml.startsWith("<?", at)) {
      at = past(xml, "?>", at);
    } else if (xml.startsWith("!--", at + 1)) {
      at = past(xml, "-->", at);
    } else if (xml.startsWith("<![CDATA[", at)) {
      const end = past(xml, "]]>", at);
      visitor.text?.(at + 9, end - 3, false);
      at = end;
    } else if (xml.startsWith("<!", at)) {
      throw new FileFault("doctype");
    } else if (xml.startsWith("</", at)) {
      CLOSE.lastIndex = at;
      const name = CLOSE.exec(xml)?.[1];
      if (name === undefined || names.pop() !== name) throw new FileFault("damaged");
      visitor.close(name, at, CLOSE.lastIndex);
      at = CLOSE.lastIndex;
    } else {
      OPEN.lastIndex = at;
      const found = OPEN.exec(xml);
      if (!found || (seen && names.length === 0)) throw new FileFault("damaged");
      const [, name, empty] = found;
      const end = OPEN.lastIndex;
      seen = true;
      visitor.open(name, at, end);
      if (empty) visitor.close(name, at, end);
      else names.push(name);
      at = end;
    }
  }
  if (names.length > 0 || !seen) throw new FileFault("damaged");
}

/** A small document as a tree. @param {string} xml @returns {Node} */
export function tree(xml) {
  const root = { name: "", tag: "", children: /** @type {Node[]} */ ([]) };
  const path = [root];
  scan(xml, {
    open(name, start, end) {
      const node = { name: name.slice(name.indexOf(":") + 1), tag: xml.slice(start, end), children: [] };
      path[path.length - 1].children.push(node);
      path.push(node);
    },
    close: () => path.pop(),
  });
  return root.children[0];
}

/** @type {Map<string, RegExp>} */
const PATTERNS = new Map();

/** An attribute of a tag, whatever its prefix. @param {string} tag @param {string} name @returns {string | null} */
export function attribute(tag, name) {
  let pattern = PATTERNS.get(name);
  if (!pattern) PATTERNS.set(name, (pattern = new RegExp(`\\s(?:[^\\s:="']+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const found = tag.match(pattern);
  return found && unescaped(found[1] ?? found[2]);
}

const NAMED = /** @type {Record<string, string>} */ ({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" });
const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));?/gi;

/** Characters for references; one that is not known is refused. @param {string} source */
export function unescaped(source) {
  if (!source.includes("&")) return source;
  return source.replace(REFERENCE, (whole, hex, decimal, name) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    const letter = name ? NAMED[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (letter === undefined || !whole.endsWith(";")) throw new FileFault("damaged");
    return letter;
  });
}

/** How many code units of the source make the first `count` of its text. @param {string} source @param {number} count */
export function sourceLength(source, count) {
  let at = 0;
  for (let read = 0; read < count; ) {
    REFERENCE.lastIndex = at;
    const reference = source[at] === "&" ? REFERENCE.exec(source) : null;
    REFERENCE.lastIndex = 0;
    read += reference ? unescaped(reference[0]).length : 1;
    at += reference ? reference[0].length : 1;
  }
  return at;
}

/** Text as it is written in XML; what XML cannot hold is left out. @param {string} text */
export const escaped = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);

/** A part of a package as text: UTF-8, or UTF-16 with a mark. @param {Uint8Array} bytes */
export function xmlText(bytes) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("damaged");
  }
}

/** @param {string} xml @param {string} mark @param {number} from */
function past(xml, mark, from) {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new FileFault("damaged");
  return at + mark.length;
}
