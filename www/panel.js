// @ts-check
/**
 * The results: the verdict, the tabs and the view that is open. Draws what it is given and says what
 * was asked for; knows nothing of how a check is made.
 */
import { enter, focusRow } from "./rows.js";
import { Tabs } from "./tabs.js";
import { verdict, verdictNodes } from "./verdict.js";
import { el } from "./dom.js";
import { findings } from "./views/findings.js";
import { indicators } from "./views/indicators.js";
import { ledger } from "./views/ledger.js";
import { outline } from "./views/outline.js";

/** @typedef {import("../pkg/hegao.js").Finding} Finding */
/** @typedef {import("./edits.js").Range} Range */
/** @typedef {import("./session.js").State} State */
/**
 * What a view may know and ask for.
 * @typedef {object} Context
 * @property {import("./messages.js").Say} say
 * @property {Map<string, import("../pkg/hegao.js").RuleInfo>} rules
 * @property {Record<string, string>} choice what is shown, for each view
 * @property {string | null} current key of the finding that is looked at
 * @property {(finding: Finding) => string} key
 * @property {(range: Range) => string} excerpt
 * @property {(range: Range, row: string) => void} goTo
 * @property {(finding: Finding, fix: number) => void} fix
 * @property {(row: string) => void} look the focus is on this finding
 * @property {(by: 1 | -1) => void} step
 * @property {(view: string, value: string) => void} choose
 */

/** @type {Record<string, (report: import("../pkg/hegao.js").Report, context: Context) => HTMLElement[]>} */
const VIEWS = { findings, outline, indicators, ledger };

export class Panel {
  /** @type {State} */
  #state = { phase: "loading", report: null, text: "", error: null, busy: false };

  /** @param {Record<string, HTMLElement>} parts @param {Context} context */
  constructor(parts, context) {
    this.parts = parts;
    this.context = context;
    const panels = Object.fromEntries(Object.keys(VIEWS).map((view) => [view, parts[`panel-${view}`]]));
    this.tabs = new Tabs(parts.tabs, panels, (view) => this.#view(view));
    this.panels = panels;
  }

  /** @param {State} state */
  show(state) {
    const same = state.report === this.#state.report && state.phase === this.#state.phase && state.error === this.#state.error;
    this.#state = state;
    this.parts.results.classList.toggle("outdated", state.busy && state.report !== null);
    if (state.busy) this.parts.results.setAttribute("aria-busy", "true");
    else this.parts.results.removeAttribute("aria-busy");
    if (!same) this.draw();
  }

  /** Draws everything again, in the present language. */
  draw() {
    const { parts, context } = this;
    const found = verdict(this.#state, context.say);
    parts.verdict.dataset.mood = found.mood;
    parts["verdict-text"].replaceChildren(...verdictNodes(found));
    parts.welcome.hidden = this.#state.phase !== "empty";
    parts.again.hidden = this.#state.phase !== "failed" || this.#state.error?.code === "too-large";
    const { report } = this.#state;
    const { summary } = report ?? {};
    /** @type {Record<string, string>} */
    const counts = !report || !summary ? {} : {
      findings: `${report.findings.length}`,
      outline: `${summary.sections.present}/${summary.sections.required}`,
      indicators: `${summary.indicators.given}/${summary.indicators.required}`,
      ledger: `${report.relations.length}`,
    };
    for (const button of this.tabs.buttons) {
      const view = button.dataset.view ?? "";
      button.replaceChildren(context.say(view), counts[view] ? el("span", { class: "count" }, ` ${counts[view]}`) : "");
    }
    parts.body.hidden = !report;
    this.#view(this.tabs.selected);
  }

  /** The row of a finding gets the mark of the one that is looked at. @param {string | null} key @param {boolean} scroll */
  point(key, scroll) {
    this.context.current = key;
    const panel = this.panels.findings;
    panel.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const row = key === null ? undefined : this.row("findings", key);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    enter(/** @type {HTMLElement} */ (row.parentElement), row);
    if (!scroll || panel.hidden) return;
    const [at, view] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (at.top < view.top || at.bottom > view.bottom) panel.scrollTop += at.top - view.top - 12;
  }

  /** Puts the focus on a row, or on the first one. @param {string} view @param {string | null} key */
  focus(view, key) {
    if (this.tabs.selected !== view) this.tabs.select(view);
    const row = (key === null ? null : this.row(view, key)) ?? this.panels[view].querySelector("[data-row]");
    if (row) focusRow(/** @type {HTMLElement} */ (row));
    else this.panels[view].focus();
  }

  /** @param {string} view @param {string} key @returns {HTMLElement | undefined} */
  row(view, key) {
    const rows = /** @type {HTMLElement[]} */ ([...this.panels[view].querySelectorAll("[data-row]")]);
    return rows.find((row) => row.dataset.row === key);
  }

  /** Shows other rows of a view. @param {string} view @param {string} value */
  choose(view, value) {
    this.context.choice[view] = value;
    this.#view(view);
    /** @type {HTMLElement | null} */ (this.panels[view].querySelector("[aria-pressed=true]"))?.focus();
  }

  /** @param {string} view */
  #view(view) {
    const panel = this.panels[view];
    const { report } = this.#state;
    const { scrollTop } = panel;
    const held = panel.contains(document.activeElement) ? document.activeElement?.closest("[data-row]") : null;
    const key = /** @type {HTMLElement | null | undefined} */ (held)?.dataset.row ?? null;
    panel.replaceChildren(...(report ? VIEWS[view](report, this.context) : []));
    panel.scrollTop = scrollTop;
    if (held) this.focus(view, key);
  }
}
