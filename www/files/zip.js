// @ts-check
/**
 * Zip archives, read and written with the browser's own streams. "deflate-raw" came with Chromium 103;
 * "gzip" has been there since 80, and a zip entry is a gzip body whose checksum and size stand in the
 * directory: a header before it and these two behind it, and the browser also verifies the checksum.
 * What it leaves out: encryption, several disks, archives over 4 GB.
 */
import { FileFault } from "./fault.js";

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {Uint8Array} record its record in the directory, as it was
 * @property {Uint8Array} body its bytes, packed or stored
 */

const DEFLATED = 8;
const RECORD = 46;
const LOCAL = 30;
const END = 22;
const GZIP = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** What is in an archive, by its directory. @param {Uint8Array} bytes @returns {Map<string, Entry>} */
export function entries(bytes) {
  const view = viewOf(bytes);
  const u16 = (/** @type {number} */ at) => within(at, 2) && view.getUint16(at, true);
  const u32 = (/** @type {number} */ at) => within(at, 4) && view.getUint32(at, true);
  const within = (/** @type {number} */ at, /** @type {number} */ length) => {
    if (at + length > bytes.length) throw new FileFault("damaged");
    return /** @type {any} */ (true);
  };
  const end = endOf(bytes, view);
  const found = new Map();
  let at = u32(end + 16);
  for (let left = u16(end + 10); left > 0; left -= 1) {
    if (u32(at) !== 0x02014b50) throw new FileFault("damaged");
    const length = RECORD + u16(at + 28) + u16(at + 30) + u16(at + 32);
    within(at, length);
    const record = bytes.subarray(at, at + length);
    const name = new TextDecoder().decode(record.subarray(RECORD, RECORD + u16(at + 28)));
    if (u16(at + 8) & 1) throw new FileFault("encrypted");
    const local = u32(at + 42);
    if (u32(local) !== 0x04034b50 || found.has(name)) throw new FileFault("damaged");
    const start = local + LOCAL + u16(local + 26) + u16(local + 28);
    within(start, u32(at + 20));
    found.set(name, { name, record, body: bytes.subarray(start, start + u32(at + 20)) });
    at += length;
  }
  return found;
}

/** The record that closes an archive; only a comment may follow it. @param {Uint8Array} bytes @param {DataView} view */
function endOf(bytes, view) {
  for (let at = bytes.length - END; at >= Math.max(0, bytes.length - END - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + END + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  throw new FileFault("damaged");
}

/**
 * The bytes of an entry.
 * @param {Entry} entry @param {{ left: number }} budget how many bytes may still come out of the archive
 * @returns {Promise<Uint8Array>}
 */
export async function unpack({ record, body }, budget) {
  const view = viewOf(record);
  const method = view.getUint16(10, true);
  const sums = new Uint8Array(8);
  viewOf(sums).setUint32(0, view.getUint32(16, true), true);
  viewOf(sums).setUint32(4, view.getUint32(24, true), true);
  if (method === DEFLATED) return gathered([GZIP, body, sums], streams().DecompressionStream, budget);
  if (method !== 0) throw new FileFault("damaged");
  budget.left -= body.length;
  if (budget.left < 0) throw new FileFault("bomb");
  const { checksum } = await deflated(body);
  if (checksum !== view.getUint32(16, true)) throw new FileFault("damaged");
  return body;
}

/** A new entry. @param {string} name @param {string} text @returns {Promise<Entry>} */
export async function entry(name, text) {
  const bytes = new TextEncoder().encode(text);
  const { body, checksum } = await deflated(bytes);
  const label = new TextEncoder().encode(name);
  const record = new Uint8Array(RECORD + label.length);
  const view = viewOf(record);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true); // made by and needs version 2.0
  view.setUint16(6, 20, true);
  view.setUint16(8, 0x800, true); // the name is UTF-8
  view.setUint16(10, DEFLATED, true);
  view.setUint16(14, 0x21, true); // 1980-01-01
  view.setUint32(16, checksum, true);
  view.setUint32(20, body.length, true);
  view.setUint32(24, bytes.length, true);
  view.setUint16(28, label.length, true);
  record.set(label, RECORD);
  return { name, record, body };
}

/** An archive of these entries; what was not changed is copied as it was. @param {Iterable<Entry>} list @returns {Uint8Array} */
export function archive(list) {
  /** @type {Uint8Array[]} */
  const bodies = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const { record: before, body } of list) {
    const record = before.slice();
    const view = viewOf(record);
    view.setUint16(8, view.getUint16(8, true) & ~8, true); // sizes stand in front, not behind
    view.setUint32(42, offset, true);
    const label = record.subarray(RECORD, RECORD + view.getUint16(28, true));
    const local = new Uint8Array(LOCAL + label.length);
    local.set(record.subarray(6, 30), 4);
    viewOf(local).setUint32(0, 0x04034b50, true);
    viewOf(local).setUint16(28, 0, true);
    local.set(label, LOCAL);
    bodies.push(local, body);
    directory.push(record);
    offset += local.length + body.length;
  }
  const end = new Uint8Array(END);
  const view = viewOf(end);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(12, directory.reduce((sum, record) => sum + record.length, 0), true);
  view.setUint32(16, offset, true);
  return joined([...bodies, ...directory, end]);
}

/** @param {Uint8Array} bytes */
async function deflated(bytes) {
  const packed = await gathered([bytes], streams().CompressionStream, { left: Infinity });
  return { body: packed.subarray(GZIP.length, -8), checksum: viewOf(packed).getUint32(packed.length - 8, true) };
}

/** What comes out of a stream, counted while it comes. @param {Uint8Array[]} parts @param {any} Stream @param {{ left: number }} budget */
async function gathered(parts, Stream, budget) {
  const reader = new Blob(/** @type {BlobPart[]} */ (parts)).stream().pipeThrough(new Stream("gzip")).getReader();
  const chunks = [];
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileFault("damaged");
    });
    if (done) return joined(chunks);
    budget.left -= value.length;
    if (budget.left < 0) {
      void reader.cancel().catch(() => {});
      throw new FileFault("bomb");
    }
    chunks.push(value);
  }
}

/** Chromium has them from 80, Firefox from 113, Safari from 16.4. @returns {any} */
function streams() {
  if (!("DecompressionStream" in globalThis)) throw new FileFault("browser");
  return globalThis;
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
