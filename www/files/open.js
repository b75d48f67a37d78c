// @ts-check
/**
 * A file from the disk as text. What it is, its bytes say, not its name.
 */
import { docx } from "./docx.js";
import { decode } from "./encoding.js";
import { FileFault } from "./fault.js";
import { pasted } from "./pasted.js";

const MEGABYTE = 1024 * 1024;
/** A report with its pictures is below. */
const LARGEST = 50 * MEGABYTE;

/** First bytes of what is no text, as Latin-1, and the fault. @type {[RegExp, string][]} */
const KINDS = [
  [/^%PDF/, "pdf"],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, "image"],
  [/^(\{\\rtf|Rar!|7z\xbc\xaf|\x1f\x8b|MIME-Version:)/i, "kind"],
];
/** Names of streams in the older container of Office, and the fault. */
const STREAMS = [["EncryptedPackage", "encrypted"], ["Workbook", "kind"], ["PowerPoint Document", "kind"]];

/** @param {File} file @returns {Promise<{ text: string, docx: import("./docx.js").Docx | null }>} */
export async function open(file) {
  if (file.size > LARGEST) throw new FileFault("large", { n: Math.ceil(file.size / MEGABYTE), most: LARGEST / MEGABYTE });
  if (file.size === 0) throw new FileFault("blank");
  try {
    const read = await contents(new Uint8Array(await file.arrayBuffer()), file.name);
    if (read.text.trim() === "") throw new FileFault("blank");
    return read;
  } catch (error) {
    // Whatever else goes wrong in reading, the file is not what it should be, or is gone.
    throw error instanceof FileFault ? error : new FileFault("damaged");
  }
}

/** @param {Uint8Array} bytes @param {string} name */
async function contents(bytes, name) {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
    const found = await docx(bytes);
    return { text: found.text, docx: found };
  }
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw new FileFault(older(bytes, name));
  for (const [start, fault] of KINDS) if (start.test(head)) throw new FileFault(fault);
  const text = decode(bytes);
  if (/<\?mso-application|<pkg:package|<w:wordDocument/.test(text.slice(0, 2000))) throw new FileFault("kind");
  const markup = /\.html?$/i.test(name) || /^\s*<(!doctype html|html|head|body)\b/i.test(text.slice(0, 2000).replace(/<!-{2}[^]*?-->/g, ""));
  return { text: (markup ? pasted(text) : text).replace(/\r\n?/g, "\n"), docx: null };
}

/** A file in the container of Office before 2007: .doc and .wps, and whatever was locked with a password. @param {Uint8Array} bytes @param {string} name */
function older(bytes, name) {
  const names = new TextDecoder("utf-16le").decode(bytes);
  const found = STREAMS.find(([stream]) => names.includes(stream));
  return found ? found[1] : /\.wps$/i.test(name) ? "wps" : "doc";
}
