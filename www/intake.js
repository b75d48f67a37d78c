// @ts-check
/**
 * Files and formatted text on their way into the text area: chosen, dropped or pasted. What reads them is
 * loaded when the first one comes.
 */

/** @typedef {import("./files/docx.js").Docx} Docx */
/**
 * @typedef {object} Parts
 * @property {import("./hegao-checker.js").HegaoChecker} checker
 * @property {HTMLTextAreaElement} textarea
 * @property {HTMLElement} button
 * @property {HTMLInputElement} input
 * @property {HTMLElement} veil shown while a file is held over the page
 */

/** What plain text would lose: rows, numbers that nobody typed, and that something is deleted. */
const FORMATTED = /<(table|ol|del)\b|mso-list:/i;

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
    button.addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      void this.#open([...(input.files ?? [])]);
      input.value = ""; // the same file may be chosen again
    });
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
      if (files.length > 1) throw { code: "many" };
      const { open } = await import("./files/open.js").catch(() => Promise.reject({ code: "load" }));
      const { text, docx } = await open(file);
      if (this.#newest !== file) return;
      if (checker.value !== value) return checker.tell(say("open.moved", { name }));
      place(text);
      this.#docx = docx;
      checker.tell(say("open.done", { name }), value !== "");
    } catch (error) {
      const { code, values } = /** @type {import("./files/fault.js").FileFault} */ (error);
      if (this.#newest === file) checker.tell(say("open.failed", { name, why: say(`file.${code}`, values) }));
    }
  }

  /** Formatted text goes in as plain text; what is plain already is left to the browser. @param {ClipboardEvent} event */
  #paste(event) {
    const { clipboardData } = event;
    const html = clipboardData?.getData("text/html") ?? "";
    const plain = clipboardData?.getData("text/plain") ?? "";
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0 && html + plain === "") void this.#open(files);
    else if (FORMATTED.test(html)) void this.#convert(html, plain);
    else return;
    event.preventDefault();
  }

  /** @param {string} html @param {string} plain */
  async #convert(html, plain) {
    const { textarea } = this.parts;
    const { selectionStart, selectionEnd, value } = textarea;
    const text = await import("./files/pasted.js").then(({ pasted }) => pasted(html)).catch(() => "");
    if (textarea.value === value) textarea.setSelectionRange(selectionStart, selectionEnd);
    textarea.focus();
    document.execCommand("insertText", false, text || plain); // a step of the browser's own undo
  }
}
