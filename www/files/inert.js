// @ts-check
/**
 * Markup from outside, as a document without a window: nothing in it runs, nothing is loaded, and only
 * words are read from it. The policy is seen by nobody but this module.
 */

/** @type {{ createHTML: (html: string) => any } | null} */
let policy = null;

/** @param {string} html @returns {Document} */
export function inert(html) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("hegao-html", { createHTML: (/** @type {string} */ markup) => markup }) ?? null;
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}
