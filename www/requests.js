// @ts-check
/**
 * Counts what the page asked the network for since it was ready: the number beside
 * "文本不离开本机". It counts what the browser itself recorded; it cannot be set.
 */

/** @type {((count: number) => void)[]} */
const meters = [];

/** Workers keep their own record; what a worker has loaded for itself is added here. @param {number} count */
export const loaded = (count) => meters.forEach((add) => add(count));

/** Where the program of the page is. */
const PROGRAM = new URL("./", import.meta.url).href;
const isProgram = (/** @type {PerformanceEntry} */ { name }) => name.startsWith(PROGRAM) && name.endsWith(".js");

/**
 * Files of the program that are loaded only when they are needed, such as what reads a .docx, are counted apart.
 * @param {(count: number, programs: number) => void} onchange @returns {{ start: () => void }}
 */
export function requestMeter(onchange) {
  let since = Infinity;
  let count = 0;
  let programs = 0;
  const add = (/** @type {number} */ more, own = 0) => {
    if (since === Infinity || more + own === 0) return;
    count += more;
    programs += own;
    onchange(count, programs);
  };
  try {
    new PerformanceObserver((list) => {
      const later = list.getEntries().filter((entry) => entry.startTime > since);
      const own = later.filter(isProgram).length;
      add(later.length - own, own);
    }).observe({ type: "resource" });
  } catch {
    return { start: () => {} }; // no observer, no claim: the page then shows no number
  }
  meters.push(add);
  return {
    start() {
      if (since !== Infinity) return;
      since = performance.now();
      onchange(count, programs);
    },
  };
}
