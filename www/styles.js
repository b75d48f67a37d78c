// @ts-check
/**
 * The style sheets of the element: fetched once for a page and shared by all elements on it.
 */

export const NAMES = ["base", "frame", "editor", "views", "print"];

/** @type {Promise<CSSStyleSheet[]> | null} */
let sheets = null;

/** @returns {Promise<CSSStyleSheet[]>} rejects when a file does not come; the next call tries again */
export function styles() {
  sheets ??= Promise.all(NAMES.map(load)).catch((error) => {
    sheets = null;
    throw error;
  });
  return sheets;
}

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(`${name}.css`, import.meta.url));
  if (!response.ok) throw new Error(`${name}.css: ${response.status}`);
  return new CSSStyleSheet().replace(measured(await response.text()));
}

/**
 * A portal's root may have any size of type (62.5 %, a tenth of the window), so what is `rem` in the
 * files is a measure of the element's own here: `--hegao-rem`.
 * @param {string} css
 */
export const measured = (css) => css.replace(/([\d.]+)rem\b/g, "calc($1 * var(--hegao-rem, 1rem))");
