// @ts-check
/**
 * From text to result: waits for a pause in typing, asks, and keeps what is known about the present
 * text. No DOM. A result is only ever kept for the very text it was made from.
 */
import { CheckError } from "./client.js";
import { followAll } from "./edits.js";

/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("../pkg/hegao.js").Options} Options */
/** @typedef {import("./edits.js").Edit} Edit */
/** @typedef {import("./edits.js").Range} Range */
/**
 * @typedef {object} State
 * @property {"loading" | "empty" | "waiting" | "done" | "failed"} phase waiting: no result yet for a text
 * @property {Report | null} report the latest result, of `text`
 * @property {string} text
 * @property {string} [previous] last year's report, with which the text was compared
 * @property {CheckError | null} error
 * @property {boolean} busy a check is due or under way
 */

/** How long after the last keystroke a check starts. */
const PAUSE = 300;

export class Session {
  /** @type {State} */
  state = { phase: "loading", report: null, text: "", error: null, busy: false };
  /** @type {Options} */
  options = {};
  /** @type {Edit[]} what happened to the text since the report was made */
  #edits = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The newest check; no other answer is wanted. */
  #newest = 0;
  /** @type {{ resolve: (report: Report | null) => void, reject: (error: Error) => void }[]} */
  #awaiting = [];
  /** The core has answered something. Until it has, an empty page does not ask for a text. */
  ready = false;

  /**
   * @param {import("./client.js").Client} client
   * @param {{ text: string, composing: boolean }} source the editor
   * @param {(state: State) => void} onchange
   */
  constructor(client, source, onchange) {
    this.client = client;
    this.source = source;
    this.onchange = onchange;
  }

  /** The text changed; a check follows after a pause. @param {Edit} edit @param {number} [pause] */
  edited(edit, pause = PAUSE) {
    this.#edits.push(edit);
    this.check(pause);
  }

  /** Checks after a pause, or now. @param {number} [pause] */
  check(pause = 0) {
    clearTimeout(this.#timer);
    const number = (this.#newest += 1);
    if (this.source.text.trim() === "") {
      const { error } = this.state;
      if (this.ready) this.#set({ phase: "empty", report: null, error: null, busy: false });
      else this.#set({ phase: error ? "failed" : "loading", report: null, busy: false });
      return;
    }
    const { phase } = this.state;
    this.#set({ busy: true, phase: phase === "empty" || phase === "loading" ? "waiting" : phase });
    this.#timer = setTimeout(() => this.#run(number), pause);
  }

  /** Checks again after a failure, and shows at once that it does. */
  again() {
    this.#set({ phase: "waiting", report: null, error: null, busy: true });
    this.check();
  }

  /** Stops the check that is due or under way, and says so. */
  cancel() {
    this.#newest += 1;
    clearTimeout(this.#timer);
    this.client.drop("cancelled");
    this.fail({ code: "cancelled" });
  }

  /** Stops for as long as nobody asks; who waits for an answer gets none. */
  rest() {
    this.#newest += 1;
    clearTimeout(this.#timer);
    this.client.close();
    for (const { reject } of this.#awaiting.splice(0)) reject(new CheckError("stale"));
  }

  /** The report on the present text, once it is there; null for an empty text. @returns {Promise<Report | null>} */
  settled() {
    return new Promise((resolve, reject) => {
      this.#awaiting.push({ resolve, reject });
      this.#settle();
    });
  }

  /** Tells those who wait, if there is something to tell. */
  #settle() {
    const { busy, phase, report, error } = this.state;
    if (busy || phase === "loading") return;
    for (const { resolve, reject } of this.#awaiting.splice(0)) {
      if (phase === "failed" && error) reject(error);
      else resolve(report);
    }
  }

  /** Where a place of the report is in the present text; null if it was edited. @template {Range} T @param {T} range @returns {T | null} */
  place(range) {
    return followAll(range, this.#edits);
  }

  /** @param {number} number */
  async #run(number) {
    if (this.source.composing) return; // the end of the composition asks again
    const { text } = this.source;
    if (!this.state.busy) this.#set({ busy: true });
    try {
      const report = await this.client.check(text, this.options);
      if (!this.#wanted(number, text)) return;
      this.ready = true;
      this.#edits = [];
      this.#set({ phase: "done", report, text, previous: this.options.previous, error: null, busy: false });
    } catch (error) {
      if (/** @type {any} */ (error).code !== "stale" && this.#wanted(number, text)) this.fail(error);
    }
  }

  /** There is no result, and that is said. @param {any} error */
  fail(error) {
    const { code = "internal", message = "", path } = error;
    if (code !== "load") this.ready = true;
    this.#edits = [];
    this.#set({ phase: "failed", report: null, text: this.source.text, error: new CheckError(code, message, path), busy: false });
  }

  /** Is the answer to this check still wanted? @param {number} number @param {string} text */
  #wanted(number, text) {
    return number === this.#newest && this.source.text === text && !this.source.composing;
  }

  /** @param {Partial<State>} change */
  #set(change) {
    this.state = { ...this.state, ...change };
    this.onchange(this.state);
    this.#settle();
  }
}
