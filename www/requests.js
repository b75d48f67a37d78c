// @ts-check
/**
 * Counts what the page asked the network for since it was ready: the number beside
 * "文本不离开本机". It counts what the browser itself recorded; it cannot be set.
 */

/** @param {(count: number) => void} onchange @returns {{ start: () => void, add: (count: number) => void }} */
export function requestMeter(onchange) {
  let since = Infinity;
  let count = 0;
  const add = (/** @type {number} */ more) => {
    if (since === Infinity || more === 0) return;
    count += more;
    onchange(count);
  };
  try {
    new PerformanceObserver((list) => add(list.getEntries().filter((entry) => entry.startTime > since).length)).observe({ type: "resource" });
  } catch {
    // No observer, no claim: the page then shows no number.
    return { start: () => {}, add: () => {} };
  }
  return {
    start() {
      since = performance.now();
      onchange(count);
    },
    /** Workers keep their own record; what a worker that was started later has loaded is added here. */
    add,
  };
}
