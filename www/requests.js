// @ts-check
/**
 * Counts what the page asked the network for since it was ready: the number beside
 * "文本不离开本机". It counts what the browser itself recorded; it cannot be set.
 */

/** @type {((count: number) => void)[]} */
const meters = [];

/** Workers keep their own record; what a worker has loaded for itself is added here. @param {number} count */
export const loaded = (count) => meters.forEach((add) => add(count));

/** What is loaded only when a file comes or goes. */
const FILES = new URL("./files/", import.meta.url).href;

/**
 * The part of the program that reads and writes files is counted apart.
 * @param {(count: number, files: number) => void} onchange @returns {{ start: () => void }}
 */
export function requestMeter(onchange) {
  let since = Infinity;
  let count = 0;
  let files = 0;
  const add = (/** @type {number} */ more, own = 0) => {
    if (since === Infinity || more + own === 0) return;
    count += more;
    files += own;
    onchange(count, files);
  };
  try {
    new PerformanceObserver((list) => {
      const later = list.getEntries().filter((entry) => entry.startTime > since);
      const own = later.filter(({ name }) => name.startsWith(FILES)).length;
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
      onchange(count, files);
    },
  };
}
