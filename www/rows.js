// @ts-check
/**
 * Rows with a roving focus: one row is in the tab order at a time, arrow keys move between rows, Tab
 * goes on to the controls inside the row. Long lists are shown a part at a time.
 */
import { el } from "./dom.js";

/** How many rows are drawn at once. */
const PAGE = 100;

/**
 * Lets the arrow keys move between the `[data-row]` elements in a container, whatever they are.
 * A row's first control (`[data-main]`) stands for the row.
 * @param {HTMLElement} container @param {(row: HTMLElement) => void} [onrow] the focus came to a row by key
 */
export function roving(container, onrow = () => {}) {
  const rows = () => /** @type {HTMLElement[]} */ ([...container.querySelectorAll("[data-row]")]);
  // What a row does when the focus comes to it must not move it away from under the pointer.
  let pressed = false;
  container.setAttribute("data-rows", "");
  enter(container, rows()[0]);
  container.addEventListener("mousedown", () => {
    pressed = true;
    setTimeout(() => (pressed = false));
  });
  container.addEventListener("focusin", (event) => {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-row]"));
    if (!row) return;
    if (!row.hasAttribute("data-in")) enter(container, row);
    if (!pressed) onrow(row);
  });
  container.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || /** @type {Element} */ (event.target).matches("input")) return;
    const all = rows();
    const now = all.findIndex((row) => row.contains(/** @type {Node} */ (event.target)));
    if (now < 0) return;
    const folded = { ArrowRight: "false", ArrowLeft: "true" }[event.key];
    const fold = /** @type {HTMLElement | null} */ (all[now].querySelector(".fold"));
    if (folded && fold?.getAttribute("aria-expanded") === folded) fold.click();
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(all[Math.max(0, Math.min(all.length - 1, next))]);
  });
}

/** Puts the controls of one row, and of no other, into the tab order. @param {HTMLElement} container @param {HTMLElement | undefined} row */
export function enter(container, row) {
  for (const control of container.querySelectorAll("[data-row] :is(button, input)")) {
    /** @type {HTMLElement} */ (control).tabIndex = row?.contains(control) ? 0 : -1;
  }
  container.querySelector("[data-in]")?.removeAttribute("data-in");
  row?.setAttribute("data-in", "");
}

/** @param {HTMLElement | undefined} row */
function focusRow(row) {
  /** @type {HTMLElement | null | undefined} */ (row?.querySelector("[data-main]"))?.focus();
}

/**
 * A list that draws its rows a page at a time, under heads if there are any.
 * @template T
 * @param {T[]} items @param {(item: T, index: number) => HTMLElement} draw
 * @param {{ say: import("./messages.js").Say, class: string, upTo?: number, head?: (item: T) => string, onrow?: (row: HTMLElement) => void }} settings
 *   upTo: draw at least this many; head: what an item stands under
 * @returns {HTMLElement}
 */
export function pagedList(items, draw, { say, class: name, upTo = 0, head = () => "", onrow }) {
  const rows = el("div", { class: name });
  const more = el("button", { type: "button", class: "more quietly", onclick: () => add(true) });
  let shown = 0;
  /** @type {string | null} */
  let over = null;
  const add = (/** @type {boolean} */ focus, count = PAGE) => {
    const from = shown;
    shown = Math.min(items.length, shown + count);
    /** @type {HTMLElement | undefined} */
    let first;
    for (let index = from; index < shown; index += 1) {
      const words = head(items[index]);
      if (words !== over) rows.append(...(words ? [el("h3", {}, words)] : []), el("ol", { role: "list" }));
      over = words;
      const row = draw(items[index], index);
      /** @type {Element} */ (rows.lastElementChild).append(row);
      first ??= row;
    }
    const left = items.length - shown;
    more.hidden = left === 0;
    more.textContent = say("more", { n: Math.min(left, PAGE) });
    if (focus) focusRow(first);
    else enter(rows, first);
  };
  add(false, Math.max(PAGE, upTo));
  roving(rows, onrow);
  return el("div", {}, rows, more);
}

/**
 * The words of a place between those around it.
 * @param {import("./export/places.js").Quote | null} words @param {string} [label] which text they stand in
 */
export const quoted = (words, label) => words && el("span", { class: "excerpt" },
  label && el("span", { class: "role" }, `${label} `),
  el("span", { lang: "zh-CN", translate: "no" }, words.before, el("strong", {}, words.at), words.after));

/**
 * What a row answers to while it is pointed at or has the focus: its places light up in the text.
 * @param {{ light: (ranges: import("./edits.js").Range[], reveal?: boolean) => void }} context @param {import("./edits.js").Range[]} ranges
 */
export const lights = (context, ranges) => ({
  onmouseenter: () => context.light(ranges),
  onmouseleave: () => context.light([]),
  onfocusin: () => context.light(ranges, true),
  onfocusout: () => context.light([]),
});

/**
 * A row of choices of which one is on.
 * @param {{ label: string, options: { value: string, text: string, count?: number, mark?: string }[], value: string, onchoose: (value: string) => void }} settings
 * @returns {HTMLElement}
 */
export function choices({ label, options, value, onchoose }) {
  return el(
    "div",
    { class: "choices", role: "group", "aria-label": label },
    options.map((option) =>
      el(
        "button",
        { type: "button", "data-choice": option.value, "aria-pressed": String(option.value === value), "data-keep": `choice ${option.value}`, onclick: () => onchoose(option.value) },
        option.mark ? el("span", { class: option.mark, "aria-hidden": "true" }) : null,
        option.text,
        option.count === undefined ? null : el("span", { class: "count" }, ` ${option.count}`),
      ),
    ),
  );
}

/**
 * A quiet list to choose from.
 * @param {{ label: string, name: string, options: { value: string, text: string }[], value: string, onchoose: (value: string) => void }} settings
 * @returns {HTMLElement}
 */
export function pick({ label, name, options, value, onchoose }) {
  const list = /** @type {HTMLSelectElement} */ (el("select", { "data-keep": name, onchange: () => onchoose(list.value) },
    options.map((option) => el("option", { value: option.value, selected: option.value === value }, option.text))));
  return el("label", { class: "pick" }, `${label} `, list);
}
