// @ts-check
/**
 * The one place where text enters the page. Everything becomes a text node or an attribute;
 * nothing is ever parsed as markup, so a report cannot run anything.
 */

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. A function among the properties is an event listener (`onclick`), `true` an
 * empty attribute; null, undefined and false are left out.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) node.append(typeof child === "number" ? String(child) : child);
  }
  return node;
}

/**
 * Sets the words of a text node, or of an element that holds nothing else, without taking a node out of the page:
 * Chromium ends the current step of undo whenever any node is removed anywhere, and typed letters
 * would have to be taken back one by one.
 * @param {Node} node @param {string} text
 */
export function write(node, text) {
  const target = node.nodeType === Node.TEXT_NODE ? node : node.firstChild;
  if (!target) node.appendChild(document.createTextNode(text));
  else if (target.nodeValue !== text) target.nodeValue = text;
}

/**
 * The hooks of a piece of markup: every `data-ref` under a root, by name. No ids, so that the same
 * modules can live in a custom element later.
 * @param {ParentNode} root
 * @returns {Record<string, HTMLElement>}
 */
export function refs(root) {
  /** @type {Record<string, HTMLElement>} */
  const found = {};
  for (const node of root.querySelectorAll("[data-ref]")) {
    found[/** @type {HTMLElement} */ (node).dataset.ref ?? ""] = /** @type {HTMLElement} */ (node);
  }
  return found;
}
