// @ts-check
/**
 * Bytes of a text whose encoding nobody states: UTF-8, UTF-16 or GB18030 (with GBK and GB 2312 in it). Pure.
 */
import { FileFault } from "./fault.js";

/** How much of an HTML file may stand before its `charset`. */
const HEAD = 2048;

/** @param {Uint8Array} bytes @returns {string} */
export function decode(bytes) {
  const marked = { "239,187": "utf-8", "255,254": "utf-16le", "254,255": "utf-16be" }[String(bytes.slice(0, 2))];
  // A text never has a zero byte unless it is UTF-16, and there every digit, blank and line end has one.
  const guesses = marked ? [marked] : bytes.includes(0) ? [wide(bytes)] : ["utf-8", declared(bytes), "gb18030"];
  for (const encoding of guesses) {
    const text = encoding && tried(bytes, encoding);
    if (typeof text === "string" && plausible(text)) return text;
  }
  throw new FileFault("encoding");
}

/** The half of the pairs that has more zeros is the high one. @param {Uint8Array} bytes */
function wide(bytes) {
  let first = 0;
  let second = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) first += 1;
    if (bytes[at + 1] === 0) second += 1;
  }
  return first > second ? "utf-16be" : "utf-16le";
}

/** What a page says of itself; a Western encoding is what editors write that know of none. @param {Uint8Array} bytes */
function declared(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return head.match(/<meta[^>]+charset\s*=\s*["']?((?:gb|big5|euc-|shift)[\w-]*)/i)?.[1];
}

/** @param {Uint8Array} bytes @param {string} encoding @returns {string | null} */
function tried(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes read in a wrong encoding give control characters, or characters for private use. @param {string} text */
function plausible(text) {
  const odd = text.match(/[\0-\x08\x0e-\x1f\ue000-\uf8ff]/g)?.length ?? 0;
  return odd * 100 <= text.length;
}
