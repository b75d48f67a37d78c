// @ts-check
/**
 * The place on the page where one asks for the draft to be kept, sees until when it is, and has it forgotten.
 */
import { write } from "./dom.js";
import { Draft, until } from "./draft.js";

/** How long after a change it is kept. */
const PAUSE = 500;
/** How often it is looked whether the time has come. */
const ROUND = 30_000;

export class Keep {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{ checker: import("./hegao-checker.js").HegaoChecker, previous: import("./previous.js").Previous, days: HTMLSelectElement, state: HTMLElement, forget: HTMLElement }} parts
   * @param {{ storage: Storage, say: import("./messages.js").Say, mine: (text: string) => boolean }} page
   *   mine: whether a text is the user's work; a sample is not
   */
  constructor(parts, { storage, say, mine }) {
    this.parts = parts;
    this.draft = new Draft(storage);
    this.say = say;
    this.mine = mine;
    const { checker, days, forget } = parts;
    days.addEventListener("change", () => this.#chosen(Number(days.value)));
    forget.addEventListener("click", () => this.#chosen(0));
    checker.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.changed(), PAUSE);
    });
    window.addEventListener("pagehide", () => this.changed());
    document.addEventListener("visibilitychange", () => this.show());
    window.addEventListener("storage", () => this.show());
    setInterval(() => this.show(), ROUND);
  }

  /** Puts what was kept into an empty page. */
  restore() {
    const kept = this.draft.load();
    const { checker, previous } = this.parts;
    this.show();
    if (!kept || checker.value !== "") return;
    if (kept.previous !== "") previous.give(kept.previous);
    if (kept.text === "") return;
    checker.value = kept.text;
    checker.addEventListener("hegao-ready", () => checker.tell(this.say("keep.restored", { time: time(kept.saved, checker.locale) })), { once: true });
  }

  /** Says what is kept, and until when; what is past its time goes. */
  show() {
    const { days, state, forget, checker } = this.parts;
    const kept = this.draft.load();
    days.value = String(kept?.days ?? 0);
    write(state, kept ? this.say("keep.until", { time: time(until(kept), checker.locale) }) : "");
    forget.hidden = kept === null;
  }

  /** Is the text kept as it stands? */
  get safe() {
    this.changed();
    return this.draft.load()?.text === this.parts.checker.value;
  }

  /** @param {number} days none: forget it */
  #chosen(days) {
    const { checker, previous } = this.parts;
    const text = this.mine(checker.value) ? checker.value : "";
    if (days === 0) this.draft.forget();
    this.#told(days === 0 || this.draft.keep(text, days, previous.text));
    if (days === 0) checker.tell(this.say("keep.forgotten"));
  }

  /** What is on the page is kept as it stands now, if it is to be kept. */
  changed() {
    clearTimeout(this.#timer);
    const { checker: { value }, previous } = this.parts;
    const text = this.mine(value) ? value : this.draft.load()?.text ?? "";
    this.#told(this.draft.update(text, previous.text));
  }

  /** @param {boolean} done */
  #told(done) {
    this.show();
    if (!done) this.parts.checker.tell(this.say("keep.full"));
  }
}

/** @param {number} at @param {string} locale */
const time = (at, locale) => new Date(at).toLocaleString(locale, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });

/** Where drafts are kept; null where the browser refuses that. @returns {Storage | null} */
export function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
