// @ts-check
/**
 * What the pointer is over: a mark in the text, whose message is then shown beside it. The message
 * stays while the pointer is on it, and goes with Escape.
 */
import { el, write } from "./dom.js";

/** How long the pointer rests before a message comes, and how long it may be away before it goes. */
const COMES = 120;
const GOES = 250;

/** @typedef {{ top: number, bottom: number, left: number, right: number }} Box */
/** @typedef {{ label: string, tone: string, message: string }} Note */

export class Hover {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {number | null} the place whose message is shown */
  #shown = null;
  #label = el("span", { class: "label" });
  #words = el("span");

  /**
   * @param {{ scroller: HTMLElement, tip: HTMLElement }} parts
   * @param {(x: number, y: number) => { offset: number, box: Box } | null} at what is marked at a point of the window
   * @param {(offset: number | null) => Note | null} light lights up what is said about a place; null puts the light out
   */
  constructor(parts, at, light) {
    this.parts = parts;
    this.at = at;
    this.light = light;
    parts.tip.append(this.#label, this.#words);
    parts.scroller.addEventListener("pointermove", (event) => this.#moved(event));
    parts.scroller.addEventListener("pointerleave", () => this.#soon(null, GOES));
    parts.scroller.addEventListener("scroll", () => this.hide());
  }

  /** @param {PointerEvent} event */
  #moved({ pointerType, buttons, clientX, clientY, target }) {
    if (pointerType === "touch" || buttons !== 0) return; // a tap puts the caret there, and that shows the message
    if (this.parts.tip.contains(/** @type {Node} */ (target))) return clearTimeout(this.#timer);
    const found = this.at(clientX, clientY);
    if (found && found.offset === this.#shown) clearTimeout(this.#timer);
    else if (found || this.#shown !== null) this.#soon(found, found ? COMES : GOES);
    else clearTimeout(this.#timer);
  }

  /** @param {{ offset: number, box: Box } | null} found @param {number} wait */
  #soon(found, wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (found ? this.#show(found) : this.hide()), wait);
  }

  /** @param {{ offset: number, box: Box }} found */
  #show({ offset, box }) {
    const note = this.light(offset);
    if (!note) return this.hide();
    const { tip, scroller } = this.parts;
    this.#shown = offset;
    this.#label.className = `label ${note.tone}`;
    write(this.#label, note.label);
    write(this.#words, note.message);
    tip.hidden = false;
    const view = scroller.getBoundingClientRect();
    const below = box.bottom + tip.offsetHeight + 8 < view.bottom || box.top - tip.offsetHeight - 8 < view.top;
    const left = Math.max(8, Math.min(box.left - view.left, scroller.clientWidth - tip.offsetWidth - 8));
    tip.style.left = `${left}px`;
    tip.style.top = `${scroller.scrollTop - view.top + (below ? box.bottom + 4 : box.top - tip.offsetHeight - 4)}px`;
    document.addEventListener("keydown", this.#escape, true);
  }

  /** Puts the message away. */
  hide() {
    clearTimeout(this.#timer);
    if (this.#shown === null) return;
    this.#shown = null;
    this.parts.tip.hidden = true;
    this.light(null);
    document.removeEventListener("keydown", this.#escape, true);
  }

  #escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.hide();
  };
}
