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
 * @param {HTMLElement} container @param {(row: HTMLElement) => void} [onrow] the focus came to a row
 */
export function roving(container, onrow = () => {}) {
  const rows = () => /** @type {HTMLElement[]} */ ([...container.querySelectorAll("[data-row]")]);
  enter(container, rows()[0]);
  container.addEventListener("focusin", (event) => {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-row]"));
    if (!row) return;
    if (!row.hasAttribute("data-in")) enter(container, row);
    onrow(row);
  });
  container.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = rows();
    const now = all.findIndex((row) => row.contains(/** @type {Node} */ (event.target)));
    if (now < 0) return;
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(all[Math.max(0, Math.min(all.length - 1, next))]);
  });
}

/** Puts the controls of one row, and of no other, into the tab order. @param {HTMLElement} container @param {HTMLElement | undefined} row */
export function enter(container, row) {
  for (const control of container.querySelectorAll("[data-row] button")) {
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
 * A list that draws its rows a page at a time.
 * @template T
 * @param {T[]} items @param {(item: T, index: number) => HTMLElement} draw
 * @param {{ say: import("./messages.js").Say, class: string, upTo?: number, onrow?: (row: HTMLElement) => void }} settings
 *   upTo: draw at least this many
 * @returns {HTMLElement}
 */
export function pagedList(items, draw, { say, class: name, upTo = 0, onrow }) {
  const list = el("ol", { class: name, role: "list" });
  const more = el("button", { type: "button", class: "more quietly", onclick: () => add(true) });
  const box = el("div", {}, list, more);
  let shown = 0;
  const add = (/** @type {boolean} */ focus, count = PAGE) => {
    const from = shown;
    shown = Math.min(items.length, shown + count);
    for (let index = from; index < shown; index += 1) list.append(draw(items[index], index));
    const left = items.length - shown;
    more.hidden = left === 0;
    more.textContent = say("more", { n: Math.min(left, PAGE) });
    const first = /** @type {HTMLElement | undefined} */ (list.children[from]);
    if (focus) focusRow(first);
    else enter(list, first);
  };
  add(false, Math.max(PAGE, upTo));
  roving(list, onrow);
  return box;
}

/**
 * A row of choices of which one is on.
 * @param {{ label: string, options: { value: string, text: string, count?: number }[], value: string, onchoose: (value: string) => void }} settings
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
        option.text,
        option.count === undefined ? null : el("span", { class: "count" }, ` ${option.count}`),
      ),
    ),
  );
}
