// @ts-check
/**
 * Plain text from a document with paragraphs and tables: a paragraph becomes a line, a row of a table a
 * line whose cells are joined by tabs. Pure; knows neither HTML nor .docx.
 *
 * A row of one cell and a row whose cells hold tables are layout: their paragraphs stay paragraphs.
 */

/** @typedef {{ text: string, source: any }} Piece source: whence it came, null for what was added */
/** @typedef {Piece[]} Line */
/** @typedef {{ lines: Line[], line: Line, boxes: Line[], cells: Cell[] | null, tables: boolean }} Frame */
/** @typedef {{ lines: Line[], tables: boolean, span: number }} Cell */
/** @typedef {{ start: number, end: number, source: any }} Place */

const added = (/** @type {string} */ text) => ({ text, source: null });

export class Lines {
  /** @type {Frame[]} the document, and whatever is open in it */
  #frames = [];

  constructor() {
    this.#push();
  }

  /** The line that is being written. */
  get line() {
    return this.#top.line;
  }

  /** @param {string} text @param {any} [source] */
  add(text, source = null) {
    this.#top.line.push({ text, source });
  }

  /** Ends the line. */
  end() {
    const top = this.#top;
    top.lines.push(top.line, ...top.boxes);
    top.line = [];
    top.boxes = [];
  }

  /** Takes back the line that is being written. */
  drop() {
    this.#top.line = [];
  }

  /** Ends the line if there is anything on it. */
  part() {
    if (this.#top.line.length > 0) this.end();
  }

  /** A text box: its paragraphs come behind the one that it hangs on. */
  openBox() {
    this.#push();
  }

  closeBox() {
    const { lines } = this.#pop();
    this.#top.boxes.push(...lines);
  }

  openRow() {
    this.#push();
    this.#top.cells = [];
  }

  openCell() {
    this.#push();
  }

  /** @param {number} [span] how many columns it takes */
  closeCell(span = 1) {
    const { lines, tables } = this.#pop();
    this.#top.cells?.push({ lines, tables, span });
  }

  /** Cells that are not there, but whose columns are. @param {number} count */
  blank(count) {
    for (let left = count; left > 0; left -= 1) this.#top.cells?.push({ lines: [], tables: false, span: 1 });
  }

  /** @param {boolean} [kept] false for a row that counts as deleted */
  closeRow(kept = true) {
    const cells = this.#pop().cells ?? [];
    const parent = this.#top;
    if (!kept || cells.length === 0) return;
    if (cells.length === 1 || cells.some(({ tables }) => tables)) {
      for (const { lines } of cells) parent.lines.push(...lines);
      return;
    }
    parent.tables = true;
    parent.lines.push(cells.flatMap(({ lines, span }, column) => [
      ...(column > 0 ? [added("\t")] : []),
      ...flat(lines),
      ...(span > 1 ? [added("\t".repeat(span - 1))] : []),
    ]));
  }

  /** The whole text, and where each piece that has a source is in it. @returns {{ text: string, places: Place[] }} */
  finish() {
    this.part();
    /** @type {Place[]} */
    const places = [];
    /** @type {string[]} */
    const words = [];
    let at = 0;
    const put = (/** @type {string} */ text) => {
      words.push(text);
      at += text.length;
    };
    this.#top.lines.forEach((line, index) => {
      if (index > 0) put("\n");
      for (const { text, source } of line) {
        if (source !== null) places.push({ start: at, end: at + text.length, source });
        put(text);
      }
    });
    return { text: words.join(""), places };
  }

  get #top() {
    return this.#frames[this.#frames.length - 1];
  }

  #push() {
    this.#frames.push({ lines: [], line: [], boxes: [], cells: null, tables: false });
  }

  #pop() {
    this.part();
    return /** @type {Frame} */ (this.#frames.pop());
  }
}

/** The lines of a cell as one; each sign keeps its place. @param {Line[]} lines @returns {Piece[]} */
function flat(lines) {
  const filled = lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
  const kept = filled.length > 0 ? filled : lines.slice(0, 1);
  return kept.flatMap((line, index) => [
    ...(index > 0 ? [added(" ")] : []),
    ...line.map(({ text, source }) => ({ text: text.replace(/[\n\t]/g, " "), source })),
  ]);
}
