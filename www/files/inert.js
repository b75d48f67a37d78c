// @ts-check
/**
 * Markup from outside, as a document without a window: nothing in it runs, nothing is loaded, and only
 * words are read from it. The policy of Trusted Types is seen by nobody but this module.
 */

import { FileFault } from "./fault.js";

/** @type {{ createHTML: (html: string) => any } | null} */
let policy = null;

/**
 * Styles at elements are found as `data-style`: under a strict policy a `style` is a violation, and said to
 * be one in the console, even where nothing is ever shown.
 * @param {string} html @returns {Document}
 */
export function inert(html) {
  if (typeof DOMParser !== "function") throw new FileFault("window"); // outside of a browser, where the command says so
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("hegao-html", { createHTML: (/** @type {string} */ markup) => markup }) ?? null;
  const plain = html
    .replace(/<style\b[^]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^<>]*\sstyle[^<>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));
  return new DOMParser().parseFromString(policy ? policy.createHTML(plain) : plain, "text/html");
}
