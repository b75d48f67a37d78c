// @ts-check
/**
 * What can be taken away from a check: a list to paste, files, and the form on paper. All of it is about the
 * text that the last report was made from.
 */
import { el } from "./dom.js";
import { fileName, KINDS } from "./export/index.js";
import { findingsText } from "./export/text.js";
import { paper } from "./paper.js";

/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("./export/brief.js").Settings} Settings */
/** @typedef {import("./files/docx.js").Docx} Docx */
/**
 * A file that can be saved.
 * @typedef {object} Offer
 * @property {string} label
 * @property {string} name
 * @property {string} extension
 * @property {string} type
 * @property {boolean} [returned] it is the user's own .docx, given back
 * @property {(report: Report, text: string, settings: Settings, docx: any) => string | Promise<Uint8Array>} make
 */

const WORD = { extension: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
const word = () => import("./files/reply.js"); // large, and not needed by most

/** @type {Offer[]} */
const OFFERS = [
  { ...WORD, label: "handout.comments", name: "export.comments", returned: true, make: async (report, text, settings, docx) => (await word()).withComments(docx, report, text, settings) },
  { ...WORD, label: "handout.word", name: "export.findings", make: async (report, text, settings) => (await word()).listed(report, text, settings) },
  { ...KINDS.findings, label: "handout.findings" },
  { ...KINDS.indicators, label: "handout.indicators" },
  { ...KINDS.ledger, label: "handout.ledger" },
  { ...KINDS.report, label: "handout.report" },
];

/** How long the browser may take to write a file. */
const MINUTE = 60_000;

export class Handout {
  /** @type {{ report: Report | null, text: string, previous: string }} */
  #last = { report: null, text: "", previous: "" };
  /** @type {{ locale: string, rules: Settings["rules"] }} the reasons, in a language */
  #reasons = { locale: "", rules: new Map() };
  /** @type {HTMLElement | null} */
  #sheet = null;

  /**
   * @param {{ checker: import("./hegao-checker.js").HegaoChecker, buttons: HTMLElement }} parts
   * @param {{ say: import("./messages.js").Say, original: () => Docx | null }} page
   *   original: the .docx that was opened last
   */
  constructor({ checker, buttons }, { say, original }) {
    this.checker = checker;
    this.buttons = buttons;
    this.say = say;
    this.original = original;
    this.offers = OFFERS.map((offer) => ({ offer, button: this.#button(offer.label, () => this.#save(offer)) }));
    buttons.append(this.#button("handout.copy", () => this.#copy()), ...this.offers.map(({ button }) => button));
    this.#usable();
    checker.addEventListener("hegao-report", (event) => {
      this.#last = { .../** @type {CustomEvent} */ (event).detail, previous: checker.previous };
      this.#usable();
      this.#explain().catch(() => {}); // without them the list is as right; the next report asks again
    });
    window.addEventListener("beforeprint", () => this.#lay());
    window.addEventListener("afterprint", () => this.#lift());
  }

  /** @param {string} key @param {() => void} act */
  #button(key, act) {
    return el("button", { type: "button", class: "quietly", "data-say": key, onclick: act }, this.say(key));
  }

  /** There is something to take away once there is a report. */
  #usable() {
    for (const button of this.buttons.querySelectorAll("button")) button.disabled = this.#last.report === null;
    for (const { offer, button } of this.offers) button.hidden = offer.returned === true && this.original() === null;
  }

  /** The reasons for the rules belong to what is taken away. */
  async #explain() {
    const { locale } = this.checker;
    if (locale === this.#reasons.locale) return;
    const rules = await this.checker.reasons();
    this.#reasons = { locale, rules: new Map(rules.map((rule) => [rule.id, rule])) };
  }

  get #settings() {
    return { say: this.say, rules: this.#reasons.rules, date: new Date(), previous: this.#last.previous, ignored: this.checker.ignored };
  }

  #copy() {
    const { report, text } = this.#last;
    if (!report) return;
    const done = copied(findingsText(report, text, this.#settings));
    this.checker.tell(this.say(done ? "handout.copied" : "handout.refused"));
  }

  /** @param {Offer} offer */
  async #save(offer) {
    const { report, text } = this.#last;
    if (!report) return;
    const name = fileName(report, offer, this.say);
    try {
      const content = await offer.make(report, text, this.#settings, this.original());
      save(name, new Blob([/** @type {BlobPart} */ (content)], { type: offer.type }));
      this.checker.tell(this.say("handout.saved", { name }));
    } catch {
      this.checker.tell(this.say("handout.failed", { name }));
    }
  }

  /** The form takes the place of the page for as long as it is printed. */
  #lay() {
    const { report, text } = this.#last;
    if (!report) return;
    this.#lift();
    this.#sheet = paper(report, text, this.#settings);
    document.body.append(this.#sheet);
    document.body.classList.add("printing");
  }

  #lift() {
    this.#sheet?.remove();
    document.body.classList.remove("printing");
  }
}

/** @param {string} name @param {Blob} content */
function save(name, content) {
  const url = URL.createObjectURL(content);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), MINUTE);
}

/** Puts words on the clipboard; also where the page has no secure address, as in many an intranet. @param {string} words */
function copied(words) {
  let done = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", words);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}
