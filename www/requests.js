// @ts-check
/**
 * Counts what the page asked the network for since it was ready: the number beside
 * "文本不离开本机". It counts what the browser itself recorded; it cannot be set.
 */

/** @type {((count: number) => void)[]} */
const meters = [];

/** Workers keep their own record; what a worker has loaded for itself is added here. @param {number} count */
export const loaded = (count) => meters.forEach((add) => add(count));

/** @param {(count: number) => void} onchange @returns {{ start: () => void }} */
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
    return { start: () => {} }; // no observer, no claim: the page then shows no number
  }
  meters.push(add);
  return {
    start() {
      if (since !== Infinity) return;
      since = performance.now();
      onchange(count);
    },
  };
}
