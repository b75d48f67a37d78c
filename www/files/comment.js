// @ts-check
/**
 * Comments in a .docx as it was opened. Runs are split where a comment begins or ends inside of them; every
 * other byte of the document part, and every other part, stays as it is.
 */
import { prefixOf } from "./body.js";
import { reader, relations, relationsOf } from "./docx.js";
import { attribute, escaped, sourceLength } from "./xml.js";
import { archive, entry } from "./zip.js";

/** @typedef {import("./docx.js").Docx} Docx */
/** @typedef {import("./body.js").Source} Source */
/** @typedef {{ start: number, end: number, source: Source }} Place */
/** @typedef {{ range: { start: number, end: number }, paragraphs: string[] }} Comment range: in the text of the docx */
/** @typedef {{ at: number, close: string, open: string, split: Source | null }} Position
 *   close, open: what ends and begins anew around it; split: the text that it splits */

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The file with the comments in it.
 * @param {Docx} docx @param {Comment[]} comments @param {{ name: string, initials: string }} author
 * @returns {Promise<Uint8Array>}
 */
export async function commented(docx, comments, author) {
  const text = reader(docx.entries);
  const prefix = prefixOf(docx.xml);
  const namespace = docx.xml.match(new RegExp(`xmlns${prefix ? `:${prefix.slice(0, -1)}` : ""}\\s*=\\s*["']([^"']+)`))?.[1] ?? "";
  const known = await relations(text, docx.part);
  const part = known.find(({ type }) => type === "comments")?.part ?? docx.part.replace(/[^/]*$/, "comments.xml");
  const before = (await text(part)) ?? `${DECLARATION}<w:comments xmlns:w="${namespace}"/>`;
  const first = 1 + Math.max(-1, ...[...before.matchAll(/<(?:[\w.-]+:)?comment\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, "id")) || 0));

  /** @type {Map<string, string>} */
  const changed = new Map();
  changed.set(docx.part, utf8(marked(docx, comments, first, prefix)));
  changed.set(part, utf8(inside(before, "comments", comments.map((one, index) => written(one, first + index, author, prefixOf(before))).join(""))));
  if (!known.some(({ type }) => type === "comments")) {
    const list = (await text(relationsOf(docx.part))) ?? `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;
    const relation = `<Relationship Id="${free(list)}" Type="${namespace.includes("purl") ? STRICT : RELATION}" Target="/${part}"/>`;
    changed.set(relationsOf(docx.part), utf8(inside(list, "Relationships", relation)));
  }
  const types = (await text("[Content_Types].xml")) ?? "";
  if (!types.includes(`"/${part}"`)) changed.set("[Content_Types].xml", utf8(inside(types, "Types", `<Override PartName="/${part}" ContentType="${TYPE}"/>`)));

  const entries = new Map(docx.entries);
  for (const [name, xml] of changed) entries.set(name, await entry(name, xml));
  return archive(entries.values());
}

/** The document part with the marks of the comments. @param {Docx} docx @param {Comment[]} comments @param {number} first @param {string} w */
function marked({ xml, places }, comments, first, w) {
  /** @type {Map<number, { position: Position, ends: string, starts: string }>} */
  const marks = new Map();
  const at = (/** @type {Position} */ position) => {
    const mark = marks.get(position.at) ?? { position, ends: "", starts: "" };
    marks.set(position.at, mark);
    return mark;
  };
  comments.forEach(({ range }, index) => {
    const id = `${w}id="${first + index}"`;
    const start = `<${w}commentRangeStart ${id}/>`;
    const end = `<${w}commentRangeEnd ${id}/><${w}r><${w}commentReference ${id}/></${w}r>`;
    const [from, to] = borders(xml, places, range, w);
    if (from.at === to.at) at(from).starts += start + end;
    else {
      at(from).starts += start;
      at(to).ends += end;
    }
  });
  /** @type {Map<number, string>} by place in the XML */
  const insertions = new Map();
  for (const [place, { position: { close, open, split }, ends, starts }] of marks) {
    insertions.set(place, close + ends + starts + open);
    // Either half of a text that is split may begin or end in a blank.
    const tag = split === null ? "" : xml.slice(split.start, split.words?.start);
    if (tag !== "" && attribute(tag, "space") === null) insertions.set((split?.start ?? 0) + tag.search(/[\s/>]/), ' xml:space="preserve"');
  }
  let done = 0;
  let result = "";
  for (const [place, words] of [...insertions].sort(([a], [b]) => a - b)) {
    result += xml.slice(done, place) + words;
    done = place;
  }
  return result + xml.slice(done);
}

/**
 * Where a comment begins and ends. A place without any text of its own, such as an automatic number, is
 * taken for the text behind it.
 * @param {string} xml @param {Place[]} places @param {{ start: number, end: number }} range @param {string} w
 * @returns {[Position, Position]}
 */
function borders(xml, places, { start, end }, w) {
  const last = places.length - 1;
  const from = Math.min(last, firstOf(places, (place) => (start === end ? place.end >= start : place.end > start)));
  if (start === end) {
    const point = inner(xml, places[from], start, w, false);
    return [point, point];
  }
  const to = Math.max(from, firstOf(places, (place) => place.start >= end) - 1);
  return [inner(xml, places[from], start, w, false), inner(xml, places[to], places[to].start < end ? end : places[to].end, w, true)];
}

/** The first place for which something holds that holds for all that follow. @param {Place[]} places @param {(place: Place) => boolean} holds */
function firstOf(places, holds) {
  let low = 0;
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (holds(places[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param {string} xml @param {Place} place @param {number} offset @param {string} w @param {boolean} last the end of a comment, not its beginning @returns {Position} */
function inner(xml, place, offset, w, last) {
  const { run, start, end, words } = place.source;
  const plain = (/** @type {number} */ at) => ({ at, close: "", open: "", split: null });
  if (!run) return plain(start);
  const within = place.start < offset && offset < place.end;
  const behind = offset >= place.end && place.end > place.start;
  if (run.whole || (within && !words)) return plain(last || behind ? run.end : run.start);
  const open = xml.slice(run.start, run.first);
  if (within && words) {
    const at = words.start + sourceLength(xml.slice(words.start, words.end), offset - place.start);
    return { at, close: `</${w}t></${w}r>`, open: `${open}<${w}t xml:space="preserve">`, split: place.source };
  }
  if (behind ? end === run.closing : start === run.first) return plain(behind ? run.end : run.start);
  return { at: behind ? end : start, close: `</${w}r>`, open, split: null };
}

/** @param {Comment} comment @param {number} id @param {{ name: string, initials: string }} author @param {string} w */
function written({ paragraphs }, id, { name, initials }, w) {
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const text = paragraphs.map((words) => `<${w}p><${w}r><${w}t xml:space="preserve">${escaped(words)}</${w}t></${w}r></${w}p>`).join("");
  return `<${w}comment ${w}id="${id}" ${w}author="${escaped(name)}" ${w}date="${date}" ${w}initials="${escaped(initials)}">${text}</${w}comment>`;
}

/** Adds to the end of the outermost element. @param {string} xml @param {string} name @param {string} more */
function inside(xml, name, more) {
  const closed = xml.replace(new RegExp(`(<((?:[\\w.-]+:)?${name})\\b[^>]*?)\\s*/>\\s*$`), (_, tag, full) => `${tag}></${full}>`);
  return closed.replace(/<\/[^<]*$/, (end) => more + end);
}

/** An id that no relation has, within the package or out of it. @param {string} list */
function free(list) {
  let number = 1;
  while (new RegExp(`\\sId\\s*=\\s*["']rId${number}["']`).test(list)) number += 1;
  return `rId${number}`;
}

/** Parts are written as UTF-8, whatever they were. @param {string} xml */
const utf8 = (xml) => xml.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, "$1UTF-8");
