// @ts-check
/**
 * Where a place of an edited text was in the text as it was opened, line by line. Pure.
 */

/** @typedef {{ start: number, end: number }} Range */
/** @typedef {{ text: string, start: number }} Line */

/**
 * @param {string} before @param {string} after
 * @returns {{ place: (range: Range) => Range | null, edited: { range: Range, text: string }[] }}
 *   place: of a place of the text after the same place before where its lines are unchanged, whole lines where
 *   they were edited, null where there is nothing to hold on to; edited: lines before, and what they are now
 */
export function align(before, after) {
  const old = linesOf(before);
  const now = linesOf(after);
  const same = unchanged(old, now);
  const pairs = paired(same, old.length);
  const whole = (/** @type {number} */ at) => ({ start: old[at].start, end: old[at].start + old[at].text.length });
  const point = (/** @type {number} */ offset, /** @type {"start" | "end"} */ side) => {
    const index = lineAt(now, offset);
    const kept = same[index];
    if (kept !== undefined) return old[kept].start + offset - now[index].start;
    const changed = pairs[index];
    return changed === undefined ? null : whole(changed)[side];
  };
  return {
    place(range) {
      const start = point(range.start, "start");
      return start === null ? null : { start, end: Math.max(start, point(range.end, "end") ?? start) };
    },
    edited: now.flatMap(({ text }, index) => {
      const at = pairs[index];
      return at === undefined ? [] : [{ range: whole(at), text }];
    }),
  };
}

/** @param {string} text @returns {Line[]} */
function linesOf(text) {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

/** @param {Line[]} lines @param {number} offset */
function lineAt(lines, offset) {
  let low = 0;
  for (let high = lines.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (lines[middle].start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * For each line its old index, if it is unchanged: first those at both ends; between them lines that stand
 * as often as they stood, each with its own.
 * @param {Line[]} old @param {Line[]} now @returns {(number | undefined)[]}
 */
function unchanged(old, now) {
  /** @type {(number | undefined)[]} */
  const same = Array(now.length);
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head].text === now[head].text) same[head] = head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail].text === now[now.length - 1 - tail].text) {
    tail += 1;
    same[now.length - tail] = old.length - tail;
  }
  const stood = standing(old, head, old.length - tail);
  for (const [text, stands] of standing(now, head, now.length - tail)) {
    const places = stood.get(text);
    if (places?.length === stands.length) stands.forEach((at, index) => (same[at] = places[index]));
  }
  return same;
}

/** Where each line that is not blank stands. @param {Line[]} lines @param {number} from @param {number} to */
function standing(lines, from, to) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (let at = from; at < to; at += 1) {
    const { text } = lines[at];
    const places = found.get(text);
    if (places) places.push(at);
    else if (text.trim() !== "") found.set(text, [at]);
  }
  return found;
}

/** Edited lines: between two unchanged ones there are as many as there were. @param {(number | undefined)[]} same @param {number} count of old lines */
function paired(same, count) {
  /** @type {(number | undefined)[]} */
  const pairs = Array(same.length);
  let last = -1;
  let old = -1;
  for (let at = 0; at <= same.length; at += 1) {
    const next = at === same.length ? count : same[at];
    if (next === undefined) continue;
    if (at - last === next - old) for (let gap = 1; gap < at - last; gap += 1) pairs[last + gap] = old + gap;
    last = at;
    old = next;
  }
  return pairs;
}
