// @ts-check
/**
 * What one edit did to a text, and where a place of the old text is in the new one. Pure.
 */

/**
 * @typedef {{ start: number, end: number }} Range
 * @typedef {{ start: number, end: number, length: number }} Edit
 *   `start..end` of the old text became `length` code units.
 */

/**
 * The smallest single replacement that turns one text into the other.
 * @param {string} before @param {string} after @returns {Edit}
 */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { start: head, end: before.length - tail, length: after.length - tail - head };
}

/**
 * Follows a place through an edit; null when the edit touched it. Text typed right before or right
 * after a place leaves the place alone.
 * @template {Range} T
 * @param {T} range @param {Edit} edit @returns {T | null}
 */
export function follow(range, edit) {
  if (range.end <= edit.start) return range;
  if (range.start < edit.end || (range.start === edit.end && range.end === range.start && edit.start < edit.end)) return null;
  const by = edit.length - (edit.end - edit.start);
  return { ...range, start: range.start + by, end: range.end + by };
}

/**
 * Follows a place through several edits.
 * @template {Range} T
 * @param {T} range @param {Edit[]} edits @returns {T | null}
 */
export function followAll(range, edits) {
  /** @type {T | null} */
  let place = range;
  for (const edit of edits) place = place && follow(place, edit);
  return place;
}

/**
 * Several replacements as one, so that a single undo takes all of them back.
 * @param {string} text
 * @param {{ range: Range, text: string }[]} edits that do not overlap
 * @returns {{ range: Range, text: string }}
 */
export function merge(text, edits) {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  const start = ordered[0].range.start;
  let at = start;
  let joined = "";
  for (const edit of ordered) {
    joined += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return { range: { start, end: at }, text: joined };
}
