// @ts-check
/**
 * The text area and its mirror: tells of changes, follows marks through edits, goes to places.
 * The text area itself is never written to by script except by a command that the browser can undo.
 */
import { Backdrop } from "./backdrop.js";
import { difference, follow, merge } from "./edits.js";
import { flatten } from "./segments.js";

/** @typedef {import("./edits.js").Range} Range */
/** @typedef {import("./edits.js").Edit} Edit */
/** @typedef {import("./segments.js").Mark} Mark */

/** Above this many characters the text is not mirrored: it scrolls by itself and is not underlined. */
const MIRROR_LIMIT = 400_000;
/** Above this many lines, too: each has a block of its own. */
const LINE_LIMIT = 20_000;

/** What a text area that says nothing else is given. */
const DEFAULTS = { lang: "zh-CN", translate: "no", spellcheck: "false", autocapitalize: "off" };

export class Editor {
  /** @type {Mark[]} */
  #marks = [];
  #seen = "";
  #composing = false;
  #plain = false;
  #backdrop;

  #textarea = document.createElement("textarea");
  /** Ends the listening to the text area. */
  #over = new AbortController();

  /**
   * @param {{ backdrop: HTMLElement, scroller: HTMLElement }} parts
   * @param {{ onchange: (edit: Edit) => void, oncaret: (offset: number) => void }} listeners
   */
  constructor(parts, listeners) {
    this.parts = parts;
    this.listeners = listeners;
    this.#backdrop = new Backdrop(parts.backdrop);
  }

  /** Takes over a text area, and lets go of the one before. @param {HTMLTextAreaElement} textarea */
  adopt(textarea) {
    if (textarea === this.#textarea) return;
    this.release();
    this.#textarea = textarea;
    this.#over = new AbortController();
    const { signal } = this.#over;
    for (const [name, value] of Object.entries(DEFAULTS)) if (!textarea.hasAttribute(name)) textarea.setAttribute(name, value);
    this.parts.backdrop.lang = textarea.lang;
    textarea.addEventListener("input", () => this.#composing || this.read(), { signal });
    textarea.addEventListener("compositionstart", () => {
      this.#composing = true;
      this.#backdrop.quiet(textarea.selectionStart);
    }, { signal });
    textarea.addEventListener("compositionend", () => this.#composed(), { signal });
    const caret = () => this.#composing || this.listeners.oncaret(textarea.selectionStart);
    textarea.addEventListener("click", caret, { signal });
    // A key that was pressed elsewhere, and moved the focus here, says nothing about this place.
    let own = false;
    textarea.addEventListener("keydown", () => (own = true), { signal });
    textarea.addEventListener("blur", () => (own = false), { signal });
    textarea.addEventListener("keyup", () => own && caret(), { signal });
    textarea.form?.addEventListener("reset", () => setTimeout(() => this.read()), { signal });
    this.#seen = "";
    this.#marks = [];
    this.#draw();
    this.read();
  }

  /** Lets go of the text area. */
  release() {
    this.#over.abort();
    if (this.#composing) this.#composed();
    this.#textarea = document.createElement("textarea");
  }

  #composed() {
    this.#composing = false;
    this.#backdrop.quiet(null);
    this.read();
  }

  /** Where the caret is. */
  get caret() {
    return this.#textarea.selectionStart;
  }

  /** May script change the text? */
  get fixed() {
    return this.#textarea.readOnly || this.#textarea.disabled;
  }

  focus() {
    this.#textarea.focus({ preventScroll: true });
  }

  /** The text as it stands; during composition, as it stood before. */
  get text() {
    return this.#seen;
  }

  /** True while an input method is at work: nothing is checked or drawn. */
  get composing() {
    return this.#composing;
  }

  /** True while the text is too long to be mirrored. */
  get plain() {
    return this.#plain;
  }

  /** Draws marks for the present text. @param {Mark[]} marks */
  mark(marks) {
    this.#marks = marks;
    if (!this.#composing) this.#draw();
  }

  /** Selects a place and brings it to the middle of the view. @param {Range} range */
  goTo(range) {
    const { scroller } = this.parts;
    this.focus();
    this.#textarea.setSelectionRange(range.start, range.end);
    if (this.#plain) {
      this.#textarea.blur();
      this.#textarea.focus();
      return;
    }
    scroller.scrollIntoView({ block: "nearest" });
    this.reveal(range);
  }

  /** Scrolls a place that is out of view into it, and nothing else. @param {Range} range */
  reveal(range) {
    const { scroller } = this.parts;
    const rect = this.#backdrop.rectAt(range.start);
    const view = scroller.getBoundingClientRect();
    if (rect && (rect.top < view.top + 12 || rect.bottom > view.bottom - 12)) scroller.scrollTop += rect.top - view.top - scroller.clientHeight / 3;
  }

  /** Which mark is at a point of the window. @param {number} x @param {number} y */
  markAt(x, y) {
    return this.#composing ? null : this.#backdrop.markAt(x, y);
  }

  /**
   * Replaces places as one step of the browser's own undo history.
   * @param {{ range: Range, text: string }[]} edits
   */
  replace(edits) {
    if (edits.length === 0) return;
    const textarea = this.#textarea;
    const { range, text } = merge(this.#seen, edits);
    this.focus();
    textarea.setSelectionRange(range.start, range.end);
    const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (!done) textarea.setRangeText(text, range.start, range.end, "end");
    if (textarea.value !== this.#seen) this.read();
    this.goTo({ start: range.start + text.length, end: range.start + text.length });
  }

  /** Puts a whole text in place of the present one; can be undone too. @param {string} text */
  fill(text) {
    if (text === this.#seen) return;
    this.replace([{ range: { start: 0, end: this.#seen.length }, text }]);
    this.goTo({ start: 0, end: 0 });
  }

  /** Takes the text as it stands; needed only where a script changed it. */
  read() {
    const text = this.#textarea.value;
    const edit = difference(this.#seen, text);
    const unchanged = text === this.#seen;
    this.#seen = text;
    if (!unchanged) {
      this.#marks = this.#marks.flatMap((mark) => follow(mark, edit) ?? []);
      this.#draw();
    }
    this.listeners.onchange(edit);
  }

  #draw() {
    this.#plain = this.#seen.length > MIRROR_LIMIT || moreLines(this.#seen, LINE_LIMIT);
    this.parts.scroller.classList.toggle("plain", this.#plain);
    if (this.#plain) this.#backdrop.clear();
    else this.#backdrop.paint(this.#seen, flatten(this.#marks, this.#seen.length));
  }
}

/** Has a text more lines than this? @param {string} text @param {number} most */
function moreLines(text, most) {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= most; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines > most;
}
