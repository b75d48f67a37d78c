// @ts-check
/**
 * A draft that this browser keeps because the user asked for it, and for no longer than the user chose; with it
 * last year's report, if there is one.
 * No record, nothing kept: that is how it is until someone asks. A record past its time is deleted
 * before anything else is done with it. No DOM.
 */

/** For how many days a draft can be kept. */
export const DAYS = [1, 7, 30];

const KEY = "hegao.draft";
const DAY = 86_400_000;

/** @typedef {{ text: string, previous: string, days: number, saved: number }} Kept saved: when, in ms; its days count from then */

export class Draft {
  #storage;
  #now;

  /** @param {Storage} storage @param {() => number} [now] */
  constructor(storage, now = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** What is kept, if its time has not come. @returns {Kept | null} */
  load() {
    const kept = parsed(this.#storage.getItem(KEY));
    if (kept === null || this.#now() >= until(kept)) {
      this.forget();
      return null;
    }
    // A clock that was put back does not make the time longer.
    if (kept.saved > this.#now()) this.keep(kept.text, kept.days, kept.previous);
    return kept;
  }

  /** Keeps a text from now on. @param {string} text @param {number} days @param {string} [previous] @returns {boolean} whether there was room; if not, what was kept before still is */
  keep(text, days, previous = "") {
    try {
      this.#storage.setItem(KEY, JSON.stringify({ text, previous, days, saved: this.#now() }));
      return true;
    } catch {
      return false;
    }
  }

  /** The text, or last year's, is another now; its days begin anew. Does nothing when none is kept. @param {string} text @param {string} [previous] @returns {boolean} */
  update(text, previous = "") {
    const kept = this.load();
    return kept === null || (kept.text === text && kept.previous === previous) || this.keep(text, kept.days, previous);
  }

  forget() {
    this.#storage.removeItem(KEY);
  }
}

/** When a draft will be deleted. @param {Kept} kept */
export const until = ({ saved, days }) => saved + days * DAY;

/** @param {string | null} words @returns {Kept | null} */
function parsed(words) {
  try {
    const { text, previous = "", days, saved } = JSON.parse(words ?? "null") ?? {};
    return typeof text === "string" && typeof previous === "string" && DAYS.includes(days) && Number.isFinite(saved) ? { text, previous, days, saved } : null;
  } catch {
    return null;
  }
}
