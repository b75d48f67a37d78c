// @ts-check
/**
 * Overlapping marks, cut once into flat pieces that can be drawn one after the other. Pure.
 */

/**
 * @typedef {"error" | "warning" | "info" | "related"} Tone
 * @typedef {{ start: number, end: number, tone: Tone, id: number, current?: boolean }} Mark
 * @typedef {{ start: number, end: number, tone: Tone, ids: number[], current: boolean }} Segment
 */

/** Heavier tones win where marks overlap. @type {Record<Tone, number>} */
const WEIGHT = { related: 0, info: 1, warning: 2, error: 3 };

/**
 * Flattens marks into pieces that do not overlap, in order. An empty mark (a place where something
 * is missing) stays an empty piece and splits what it falls into. Marks are clamped to the text.
 * @param {Mark[]} marks
 * @param {number} length of the text
 * @returns {Segment[]}
 */
export function flatten(marks, length) {
  const clamp = (/** @type {number} */ n) => Math.max(0, Math.min(length, n));
  const clean = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start), end: clamp(mark.end) }))
    .filter((mark) => mark.start <= mark.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const cuts = [...new Set(clean.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  /** @type {Segment[]} */
  const out = [];
  let next = 0;
  /** @type {Mark[]} */
  let open = [];
  cuts.forEach((start, index) => {
    const end = cuts[index + 1] ?? start;
    open = open.filter((mark) => mark.end > start);
    /** @type {Mark[]} */
    const gaps = [];
    for (; next < clean.length && clean[next].start === start; next += 1) {
      (clean[next].start === clean[next].end ? gaps : open).push(clean[next]);
    }
    if (gaps.length > 0) out.push(piece(start, start, gaps));
    if (open.length > 0 && start < end) out.push(piece(start, end, open));
  });
  return out;
}

/** @param {number} start @param {number} end @param {Mark[]} marks @returns {Segment} */
function piece(start, end, marks) {
  const heaviest = marks.reduce((a, b) => (WEIGHT[b.tone] > WEIGHT[a.tone] ? b : a));
  return { start, end, tone: heaviest.tone, ids: marks.map((mark) => mark.id), current: marks.some((mark) => mark.current === true) };
}
