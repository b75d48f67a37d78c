// @ts-check
/**
 * What can be taken away from a check: a list to paste, files, and the form on paper. All of it is about the
 * text that the last report was made from.
 */
import { el } from "./dom.js";
import { fileName, KINDS } from "./export/index.js";
import { findingsText } from "./export/text.js";
import { paper } from "./paper.js";

/** A button for each kind of file. */
const LABELS = { findings: "handout.findings", indicators: "handout.indicators", ledger: "handout.ledger", report: "handout.report" };

/** How long the browser may take to write a file. */
const MINUTE = 60_000;

export class Handout {
  /** @type {{ report: import("../pkg/hegao.js").Report | null, text: string }} */
  #last = { report: null, text: "" };
  /** @type {{ locale: string, rules: import("./export/brief.js").Settings["rules"] }} the reasons, in a language */
  #reasons = { locale: "", rules: new Map() };
  /** @type {HTMLElement | null} */
  #sheet = null;

  /**
   * @param {{ checker: import("./hegao-checker.js").HegaoChecker, buttons: HTMLElement }} parts
   * @param {import("./messages.js").Say} say in the present language
   */
  constructor({ checker, buttons }, say) {
    this.checker = checker;
    this.buttons = buttons;
    this.say = say;
    buttons.append(
      this.#button("handout.copy", () => this.#copy()),
      ...Object.entries(LABELS).map(([kind, label]) => this.#button(label, () => this.#save(kind))));
    this.#usable();
    checker.addEventListener("hegao-report", (event) => {
      this.#last = /** @type {CustomEvent} */ (event).detail;
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
  }

  /** The reasons for the rules belong to what is taken away. */
  async #explain() {
    const { locale } = this.checker;
    if (locale === this.#reasons.locale) return;
    const rules = await this.checker.reasons();
    this.#reasons = { locale, rules: new Map(rules.map((rule) => [rule.id, rule])) };
  }

  get #settings() {
    return { say: this.say, rules: this.#reasons.rules, date: new Date(), ignored: this.checker.ignored };
  }

  #copy() {
    const { report, text } = this.#last;
    if (!report) return;
    const done = copied(findingsText(report, text, this.#settings));
    this.checker.tell(this.say(done ? "handout.copied" : "handout.refused"));
  }

  /** @param {string} kind */
  #save(kind) {
    const { report, text } = this.#last;
    if (!report) return;
    const name = fileName(report, kind, this.say);
    const url = URL.createObjectURL(new Blob([KINDS[kind].make(report, text, this.#settings)], { type: `${KINDS[kind].type};charset=utf-8` }));
    el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), MINUTE);
    this.checker.tell(this.say("handout.saved", { name }));
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
