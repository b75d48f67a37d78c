// @ts-check
/**
 * Files and formatted text on their way into the text area: chosen, dropped or pasted.
 */
import { chooses, insert, pasted, read, why } from "./reading.js";

/** @typedef {import("./files/docx.js").Docx} Docx */
/**
 * @typedef {object} Parts
 * @property {import("./hegao-checker.js").HegaoChecker} checker
 * @property {HTMLTextAreaElement} textarea
 * @property {HTMLElement} button
 * @property {HTMLInputElement} input
 * @property {HTMLElement} veil shown while a file is held over the page
 */

export class Intake {
  /** The .docx that was opened last. @type {Docx | null} */
  #docx = null;
  /** The newest file; an older one that is still being read is not wanted any more. @type {File | null} */
  #newest = null;

  /** @param {Parts} parts @param {{ say: import("./messages.js").Say, place: (text: string) => void }} page */
  constructor(parts, page) {
    this.parts = parts;
    this.page = page;
    const { button, input, textarea } = parts;
    chooses(button, input, (files) => void this.#open(files));
    textarea.addEventListener("paste", (event) => this.#paste(event));
    for (const name of ["dragenter", "dragover"]) document.addEventListener(name, (event) => this.#held(/** @type {DragEvent} */ (event)));
    document.addEventListener("dragleave", ({ relatedTarget }) => (parts.veil.hidden = relatedTarget === null || parts.veil.hidden));
    document.addEventListener("drop", (event) => this.#dropped(event));
  }

  /** The .docx that the present text comes from: most of its lines are still there. */
  get docx() {
    const now = new Set(this.parts.checker.value.split("\n"));
    const lines = this.#docx?.text.split("\n").filter((line) => line.trim() !== "") ?? [];
    return lines.filter((line) => now.has(line)).length * 2 > lines.length ? this.#docx : null;
  }

  /** @param {DragEvent} event */
  #held(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // or the browser would leave the page for the file
    event.dataTransfer.dropEffect = "copy";
    this.parts.veil.hidden = false;
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    this.parts.veil.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.#open(files);
  }

  /** @param {File[]} files */
  async #open(files) {
    const { checker } = this.parts;
    const { say, place } = this.page;
    const [file] = files;
    if (!file) return;
    const { name } = file;
    const { value } = checker;
    this.#newest = file;
    checker.tell(say("open.reading", { name }));
    try {
      const { text, docx } = await read(files);
      if (this.#newest !== file) return;
      if (checker.value !== value) return checker.tell(say("open.moved", { name }));
      place(text);
      this.#docx = docx;
      checker.tell(say("open.done", { name }), value !== "");
    } catch (error) {
      if (this.#newest === file) checker.tell(say("open.failed", { name, why: why(error, say) }));
    }
  }

  /** Formatted text goes in as plain text; what is plain already is left to the browser. @param {ClipboardEvent} event */
  #paste(event) {
    const { files, convert } = pasted(event);
    if (files.length > 0) void this.#open(files);
    else if (convert) void this.#convert(convert);
    else return;
    event.preventDefault();
  }

  /** @param {() => Promise<string>} convert */
  async #convert(convert) {
    const { textarea } = this.parts;
    const { selectionStart, selectionEnd, value } = textarea;
    const text = await convert();
    if (textarea.value === value) textarea.setSelectionRange(selectionStart, selectionEnd);
    insert(textarea, text);
  }
}
