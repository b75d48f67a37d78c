// @ts-check
/**
 * Last year's report beside the draft: its text stands in a field of its own, where it is pasted, or put by a file;
 * what stands there is what the draft is compared with. Whatever does not fit is refused before it gets there.
 */
import { write } from "./dom.js";
import { chooses, insert, pasted, read, why } from "./reading.js";
import { characters } from "./words.js";

/**
 * @typedef {object} Parts
 * @property {import("./hegao-checker.js").HegaoChecker} checker
 * @property {HTMLElement} panel what unfolds; files can be dropped on it
 * @property {HTMLTextAreaElement} field
 * @property {HTMLElement} button opens a file
 * @property {HTMLInputElement} input
 * @property {HTMLElement} remove takes the text away
 * @property {HTMLElement} brief what is there, in a few words, beside what unfolds the panel
 * @property {HTMLElement} note what is there, or what was refused
 * @property {HTMLElement} veil shown while a file is held over the page
 */

/** How long after a keystroke the text counts. */
const PAUSE = 500;
/** What the core takes at most, in bytes of UTF-8. */
const LARGEST = 10 * 1024 * 1024;

export class Previous {
  /** How many characters it has. */
  #length = 0;
  /** What the core has read in it. @type {import("../pkg/hegao.js").Report["previous"]} */
  #known = null;
  /** The newest file; an older one that is still being read is not wanted any more. @type {File | null} */
  #newest = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Parts} parts @param {{ say: import("./messages.js").Say, onchange: () => void }} page */
  constructor(parts, page) {
    this.parts = parts;
    this.page = page;
    const { checker, panel, field, button, input, remove, veil } = parts;
    chooses(button, input, (files) => void this.#open(files));
    remove.addEventListener("click", () => {
      field.select();
      insert(field, "");
      this.#take("past.removed");
    });
    field.addEventListener("paste", (event) => void this.#paste(event));
    field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#take(), PAUSE);
    });
    for (const name of ["dragenter", "dragover", "drop"]) panel.addEventListener(name, (event) => this.#held(/** @type {DragEvent} */ (event)));
    for (const name of ["dragleave", "drop"]) panel.addEventListener(name, () => {
      panel.classList.remove("over");
      write(veil, page.say("open.drop"));
    });
    panel.addEventListener("drop", () => (veil.hidden = true));
    checker.addEventListener("hegao-report", (event) => {
      this.#known = /** @type {CustomEvent} */ (event).detail.report?.previous ?? null;
      this.#brief();
      if (this.#known && !this.#said) this.show();
    });
  }
  /** Something was said that stays until there is something else. */
  #said = false;

  /** The text that the draft is compared with. */
  get text() {
    return this.parts.checker.previous;
  }

  /** Puts a text there. @param {string} text @param {string} [key] words about it @param {Record<string, string>} [values] */
  give(text, key, values) {
    this.parts.field.value = text;
    this.#take(key, values);
  }

  /** Says what is there, in the present language. */
  show() {
    const { say } = this.page;
    this.#brief();
    const n = this.#length;
    const { title, year } = this.#known ?? {};
    const what = [title?.replace(/\s+/g, ""), year && say("year", { n: year }), say("characters", { n })].filter(Boolean).join(" · ");
    this.#tell(n === 0 ? "" : say("past.there", { what }), false);
  }

  #brief() {
    const { parts: { brief, remove }, page: { say } } = this;
    const n = this.#length;
    const year = this.#known?.year;
    write(brief, n === 0 ? "" : [year && say("year", { n: year }), say("characters", { n })].filter(Boolean).join(" · "));
    remove.hidden = n === 0;
  }

  /** What stands in the field counts from now on. @param {string} [key] @param {Record<string, string>} [values] */
  #take(key, values) {
    clearTimeout(this.#timer);
    const { checker, field } = this.parts;
    const text = field.value.trim() === "" ? "" : field.value;
    if (text !== checker.previous) {
      this.#known = null;
      this.#length = characters(text);
      checker.previous = text;
      this.page.onchange();
    }
    this.show();
    if (key) this.#tell(this.page.say(key, values), false);
  }

  /** @param {string} words @param {boolean} stays */
  #tell(words, stays) {
    this.#said = stays;
    write(this.parts.note, words);
  }

  /** Why a text cannot be last year's report, if it cannot. @param {string} text */
  #unfit(text) {
    const plain = (/** @type {string} */ words) => words.replace(/\s+/g, "");
    if (new Blob([text]).size > LARGEST) return "long";
    return plain(text) !== "" && plain(text) === plain(this.parts.checker.value) ? "same" : null;
  }

  /** @param {File[]} files */
  async #open(files) {
    const { field } = this.parts;
    const { say } = this.page;
    const [file] = files;
    if (!file) return;
    const { name } = file;
    const { value } = field;
    this.#newest = file;
    this.#tell(say("open.reading", { name }), true);
    try {
      const { text } = await read(files);
      if (this.#newest !== file) return;
      if (field.value !== value) return this.#tell(say("past.moved", { name }), true);
      const code = this.#unfit(text);
      if (code) throw { code };
      this.give(text, "open.done", { name });
    } catch (error) {
      if (this.#newest === file) this.#tell(say("past.failed", { name, why: why(error, say) }), true);
    }
  }

  /** What is plain is left to the browser, if it may stand there. @param {ClipboardEvent} event */
  async #paste(event) {
    const { field } = this.parts;
    const { files, plain, convert } = pasted(event);
    const { selectionStart: start, selectionEnd: end, value } = field;
    const refused = (/** @type {string} */ text) => {
      const code = this.#unfit(value.slice(0, start) + text + value.slice(end));
      if (code) this.#tell(this.page.say("past.refused", { why: why({ code }, this.page.say) }), true);
      return code !== null;
    };
    if (files.length > 0 || convert || refused(plain)) event.preventDefault();
    if (files.length > 0) return this.#open(files);
    if (!convert) return;
    const text = await convert();
    if (field.value !== value || refused(text)) return;
    field.setSelectionRange(start, end);
    insert(field, text);
  }

  /** A file over the panel is for it, and not for the page. @param {DragEvent} event */
  #held(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = "copy";
    const { panel, veil } = this.parts;
    panel.classList.add("over");
    write(veil, this.page.say("past.drop"));
    veil.hidden = false;
    if (event.type === "drop") void this.#open([...event.dataTransfer.files]);
  }
}
