// @ts-check
/**
 * `<hegao-checker>`: the checker around a page's own text area, which stays what it is: a field of the
 * page's form. What it answers to and what it tells is in docs/embedding.md.
 */
import { CheckError } from "./client.js";
import { shell } from "./shell.js";
import { styles } from "./styles.js";
import { Workbench } from "./workbench.js";

/** @typedef {import("../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("./engine.js").Options} Options */

/** From this width on (in CSS pixels) the results are beside the text. */
const WIDE = 880;

export class HegaoChecker extends HTMLElement {
  static observedAttributes = ["standard", "year", "level", "locale", "rules"];

  /** What was given as a property and does not fit into an attribute. @type {{ standard?: object, rules?: Options["rules"] }} */
  #given = {};
  #previous = "";
  /** @type {Workbench | null} */
  #bench = null;
  /** @type {Promise<Workbench> | null} */
  #made = null;
  /** Ends what listens outside of the element while it is in a page. */
  #away = new AbortController();
  /** @type {Report | null} */
  #report = null;
  /** @type {CheckError | null} */
  #error = null;
  #due = false;
  #width = new ResizeObserver(([{ contentRect }]) => this.#fit(contentRect.width));

  constructor() {
    super();
    for (const name of ["standard", "year", "level", "locale", "rules", "previous", "value"]) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (!own) continue;
      delete (/** @type {any} */ (this)[name]); // set before this class was there
      /** @type {any} */ (this)[name] = own.value;
    }
  }

  connectedCallback() {
    this.#away = new AbortController();
    const { signal } = this.#away;
    void this.#make().then((bench) => this.isConnected && !signal.aborted && this.#begin(bench, signal), (error) => this.#failed(error));
  }

  disconnectedCallback() {
    this.#away.abort();
    this.#width.disconnect();
    this.#bench?.rest();
  }

  attributeChangedCallback(/** @type {string} */ name) {
    if (name === "standard" || name === "rules") delete this.#given[name];
    this.#changed();
  }

  /** Id of a built-in standard, or a standard of one's own. @returns {string | object} */
  get standard() {
    return this.#given.standard ?? this.getAttribute("standard") ?? "auto";
  }
  set standard(value) {
    if (typeof value === "object" && value !== null) this.#give("standard", value);
    else this.#put("standard", value);
  }

  /** @returns {number | null} */
  get year() {
    const year = this.getAttribute("year");
    return year ? Number(year) : null;
  }
  set year(value) {
    this.#put("year", value);
  }

  /** @returns {string | null} */
  get level() {
    return this.getAttribute("level") || null;
  }
  set level(value) {
    this.#put("level", value);
  }

  get locale() {
    return this.getAttribute("locale") || "zh-CN";
  }
  set locale(value) {
    this.#put("locale", value);
  }

  /** Severity by rule or group. @returns {any} what the attribute says as it stands, if that is no JSON */
  get rules() {
    const words = this.getAttribute("rules");
    try {
      return this.#given.rules ?? JSON.parse(words || "{}");
    } catch {
      return words;
    }
  }
  set rules(value) {
    if (value) this.#give("rules", value);
    else this.#put("rules", null);
  }

  /** Last year's report, with which the text is compared; empty: with none. */
  get previous() {
    return this.#previous;
  }
  set previous(text) {
    this.#previous = text ?? "";
    this.#changed();
  }

  /** The text. Setting it is no step of undo; `fill` is. */
  get value() {
    return this.#area?.value ?? "";
  }
  set value(text) {
    if (this.#area) this.#area.value = text;
    this.#bench?.editor.read();
  }

  /** The report on the present text, if there is one. */
  get report() {
    return this.#report;
  }

  /** The findings that were set aside: the reason for each, by fingerprint. @returns {Map<string, string>} */
  get ignored() {
    return new Map(this.#bench?.ignored);
  }

  /** Checks the text as it stands, now. @returns {Promise<Report | null>} rejects with a `CheckError` */
  async check() {
    const { editor, session } = await this.#make();
    if (!editor.composing) editor.read();
    session.check();
    return session.settled();
  }

  /** Selects the place of a finding, and points to its row. @param {Finding} finding */
  goTo(finding) {
    this.#bench?.guide.goTo(finding.range, finding.fingerprint);
  }

  /** Makes a change that the finding proposes; one undo takes it back. @param {Finding} finding @param {number} [index] */
  applyFix(finding, index = 0) {
    this.#bench?.guide.fix(finding, index);
  }

  /** To the next or the previous finding. @param {1 | -1} by */
  step(by) {
    this.#bench?.guide.step(by);
  }

  /** Another text in place of this one; one undo takes it back. @param {string} text */
  fill(text) {
    this.#bench?.guide.fill(text);
  }

  /** An outline of the standard, to start a report from. @returns {Promise<string>} */
  async skeleton() {
    return (await this.#make()).ask("skeleton", this.#options);
  }

  /** The rules with their reasons, in the present language. @returns {Promise<import("../pkg/hegao.js").RuleInfo[]>} */
  async reasons() {
    return (await this.#make()).ask("rules", this.locale);
  }

  /** A line under the text, read out as well. @param {string} words @param {boolean} [undo] offer to take the last change back */
  tell(words, undo = false) {
    this.#bench?.guide.tell(words, undo);
  }

  /** @returns {HTMLTextAreaElement | null} */
  get #area() {
    return this.querySelector(":scope > textarea");
  }

  /** What is left out is the core's to find. @returns {Options} */
  get #options() {
    const { standard, year, level, locale, rules, previous } = this;
    return /** @type {Options} */ ({ standard, locale, rules, ...(year === null ? {} : { year }), ...(level === null ? {} : { level }), ...(previous === "" ? {} : { previous }) });
  }

  /** @param {string} name @param {unknown} value */
  #put(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** @param {"standard" | "rules"} name @param {any} value */
  #give(name, value) {
    this.removeAttribute(name);
    this.#given[name] = value;
    this.#changed();
  }

  /** Several changes in a row are one. */
  #changed() {
    if (!this.#bench || this.#due || !this.isConnected) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) this.#bench?.set(this.#options);
    });
  }

  /** Makes the inside once the style sheets are there; until then the text area is as without it. */
  #make() {
    this.#made ??= styles().then((sheets) => {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = sheets;
      root.append(shell());
      this.#bench = new Workbench(root, {
        onready: (standards) => this.#tell("ready", { standards }),
        onstate: (state) => this.#take(state),
      });
      return this.#bench;
    }).catch((error) => {
      this.#made = null;
      throw new CheckError("load", String(error?.message ?? error));
    });
    return this.#made;
  }

  /** In a page, with everything there. @param {Workbench} bench @param {AbortSignal} signal */
  #begin(bench, signal) {
    const adopt = () => (this.#area ? bench.editor.adopt(this.#area) : bench.editor.release());
    bench.set(this.#options);
    adopt();
    bench.root.querySelector("slot:not([name])")?.addEventListener("slotchange", adopt, { signal });
    this.addEventListener("keydown", (event) => this.#key(bench, event), { signal });
    window.addEventListener("beforeprint", () => bench.whole(true), { signal });
    window.addEventListener("afterprint", () => bench.whole(false), { signal });
    this.#width.observe(this);
    this.#fit(this.clientWidth);
  }

  /** @param {Workbench} bench @param {KeyboardEvent} event */
  #key(bench, event) {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "F8" && !event.ctrlKey && !event.altKey) bench.guide.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && event.target === this.#area && this.#report) bench.guide.back();
    else return;
    event.preventDefault();
  }

  /** @param {number} width */
  #fit(width) {
    this.#bench?.root.querySelector(".frame")?.classList.toggle("wide", width >= WIDE);
  }

  /** @param {import("./session.js").State} state */
  #take({ report, error, text }) {
    const [before, fault] = [this.#report, this.#error];
    [this.#report, this.#error] = [report, error];
    if (error && error.message !== fault?.message) this.#failed(error);
    else if (report !== before) this.#tell("report", { report, text });
  }

  /** @param {CheckError} error */
  #failed({ code, message, path }) {
    this.#tell("error", { code, message, path });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`hegao-${name}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("hegao-checker")) customElements.define("hegao-checker", HegaoChecker);
