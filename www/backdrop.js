// @ts-check
/**
 * The mirror under the text area: the same text in the same type, one block for each line, with the
 * marks drawn in it. Only lines that changed are touched, so long texts stay quick.
 */
import { el, write } from "./dom.js";

/** @typedef {import("./segments.js").Segment} Segment */
/** @typedef {{ key: string, text: string, parts: Segment[] }} Line */

/** What of a piece is drawn; a line is drawn again when one of these has changed. */
const DRAWN = ["start", "end", "tone", "current"];

export class Backdrop {
  /** @type {string[]} what each drawn line shows */
  #keys = [];
  /** @type {number[]} where each drawn line starts */
  #starts = [0];

  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
  }

  /**
   * Shows a text with its marks.
   * @param {string} text @param {Segment[]} segments flat, in order
   */
  paint(text, segments) {
    const lines = this.#cut(text, segments);
    const old = this.#keys;
    const most = Math.min(lines.length, old.length);
    let head = 0;
    while (head < most && lines[head].key === old[head]) head += 1;
    let tail = 0;
    while (tail < most - head && lines[lines.length - 1 - tail].key === old[old.length - 1 - tail]) tail += 1;
    this.#replace(head, old.length - tail, lines.slice(head, lines.length - tail));
    this.#keys = lines.map((line) => line.key);
  }

  /** Forgets the text: for texts too long to mirror. */
  clear() {
    this.node.replaceChildren();
    this.#keys = [];
    this.#starts = [0];
  }

  /**
   * Where a place of the text is on the screen.
   * @param {number} offset @returns {DOMRect | null}
   */
  rectAt(offset) {
    const index = this.#lineAt(offset);
    const line = this.node.children[index];
    if (!line) return null;
    let left = offset - this.#starts[index];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = node.nodeValue?.length ?? 0;
      if (left <= size && size > 0) {
        const range = document.createRange();
        range.setStart(node, Math.max(0, Math.min(left, size - 1)));
        range.setEnd(node, Math.min(left + 1, size));
        return range.getClientRects()[0] ?? line.getBoundingClientRect();
      }
      left -= size;
    }
    return line.getBoundingClientRect();
  }

  /**
   * Which mark is at a point of the window, under whatever lies over it.
   * @param {number} x @param {number} y @returns {{ offset: number, box: DOMRect } | null}
   */
  markAt(x, y) {
    const root = /** @type {Document | ShadowRoot} */ (this.node.getRootNode());
    const mark = root.elementsFromPoint(x, y).find((node) => node.localName === "mark");
    const line = mark?.parentElement;
    if (!mark || !line) return null;
    let offset = this.#starts[[...this.node.children].indexOf(line)];
    for (let node = mark.previousSibling; node; node = node.previousSibling) offset += node.textContent?.length ?? 0;
    const box = [...mark.getClientRects()].find(({ top, bottom }) => top <= y && y <= bottom) ?? mark.getBoundingClientRect();
    return { offset, box };
  }

  /** Quiets the marks of the line that is being composed. @param {number | null} offset */
  quiet(offset) {
    this.node.querySelector(".quiet")?.classList.remove("quiet");
    if (offset !== null) this.node.children[this.#lineAt(offset)]?.classList.add("quiet");
  }

  /** @param {string} text @param {Segment[]} segments @returns {Line[]} */
  #cut(text, segments) {
    let next = 0;
    let start = 0;
    this.#starts = [];
    return text.split("\n").map((line) => {
      const end = start + line.length;
      /** @type {Segment[]} */
      const parts = [];
      while (next < segments.length && segments[next].start <= end) {
        const part = segments[next];
        const inside = { ...part, start: Math.max(part.start - start, 0), end: Math.min(part.end, end) - start };
        if (inside.start < inside.end || part.start === part.end) parts.push(inside);
        if (part.end > end) break;
        next += 1;
      }
      this.#starts.push(start);
      start = end + 1;
      return { key: parts.length > 0 ? `${line}\n${JSON.stringify(parts, DRAWN)}` : line, text: line, parts };
    });
  }

  /** @param {number} from @param {number} to @param {Line[]} lines */
  #replace(from, to, lines) {
    const drawnLines = [...this.node.children];
    if (to - from === lines.length) {
      lines.forEach((line, index) => {
        if (line.key !== this.#keys[from + index]) draw(drawnLines[from + index], line);
      });
      return;
    }
    for (const line of drawnLines.slice(from, to)) line.remove();
    const fresh = document.createDocumentFragment();
    for (const line of lines) fresh.append(draw(el("div", { class: "line" }), line));
    this.node.insertBefore(fresh, drawnLines[to] ?? null);
  }

  /** @param {number} offset @returns {number} */
  #lineAt(offset) {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Draws a line: words and marks by turns. Nodes that are there are used again, and what is left over
 * is emptied rather than removed (see `write`).
 * @param {Element} node @param {Line} line @returns {Element}
 */
function draw(node, { text, parts }) {
  let at = 0;
  parts.forEach((part, index) => {
    write(words(node, index), text.slice(at, part.start));
    const mark = node.children[index] ?? node.appendChild(el("mark"));
    const kind = part.start === part.end ? "gap " : "";
    mark.className = `${kind}${part.tone}${part.current ? " current" : ""}`;
    write(mark, text.slice(part.start, part.end));
    at = part.end;
  });
  write(words(node, parts.length), text.slice(at));
  for (let index = parts.length; index < node.children.length; index += 1) {
    node.children[index].className = "";
    write(node.children[index], "");
    write(words(node, index + 1), "");
  }
  return node;
}

/** The words before the mark of this number. @param {Element} line @param {number} index @returns {Text} */
function words(line, index) {
  const node = line.childNodes[index * 2] ?? line.appendChild(document.createTextNode(""));
  return /** @type {Text} */ (node);
}
