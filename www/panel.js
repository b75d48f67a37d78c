// @ts-check
/**
 * The results: the verdict, the tabs and the view that is open. Draws what it is given and says what
 * was asked for; knows nothing of how a check is made.
 */
import { enter } from "./rows.js";
import { standing } from "./listing.js";
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
 * @property {{ severity: string, kind: string, order: string, indicators: string, scope: string, ledger: string }} choice what is shown
 * @property {number} drawn how many rows a list draws at least
 * @property {string | null} current fingerprint of the finding that is looked at
 * @property {Map<string, boolean>} opened rows that were opened or closed by hand
 * @property {import("./listing.js").Ignored} ignored
 * @property {(key: string) => boolean} isOpen
 * @property {(range: Range) => string} excerpt
 * @property {(range: Range) => import("./export/places.js").Quote | null} quote the words of a place, and those around it
 * @property {(place: import("./export/places.js").Past) => import("./export/places.js").Quote | null} past the same in last year's report
 * @property {(range: Range, row: string) => void} goTo
 * @property {(finding: Finding, fix: number) => void} fix
 * @property {(section: string, row: string) => void} insert the heading of a missing section
 * @property {(row: string) => void} look the focus is on this finding
 * @property {(ranges: Range[], reveal?: boolean) => void} light these places in the text, until others
 * @property {(by: 1 | -1) => void} step
 * @property {(finding: Finding, reason: string) => void} ignore
 * @property {(finding: Finding) => void} restore
 * @property {(view: string, change: Partial<Context["choice"]>) => void} choose
 */

/** @type {Record<string, (report: import("../pkg/hegao.js").Report, context: Context) => HTMLElement[]>} */
const VIEWS = { findings, outline, indicators, ledger };

/** What is shown at first. */
const USUAL = { severity: "all", kind: "all", order: "text", indicators: "all", scope: "usual", ledger: "all" };

/** How long a check may take before the verdict on the former text gives way, the pause in typing included. */
const LATE = 600;

/** How many rows that were drawn are drawn again at most with a new result. */
const KEPT = 200;

export class Panel {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;
  /** @type {State} */
  #state = { phase: "loading", report: null, text: "", error: null, busy: false };

  /** @param {Record<string, HTMLElement>} parts @param {Context} context */
  constructor(parts, context) {
    this.parts = parts;
    this.context = Object.assign(context, {
      choice: { ...USUAL },
      drawn: 0,
      opened: new Map(),
      ignored: new Map(),
      isOpen: (/** @type {string} */ key) => context.opened.get(key) ?? key === context.current,
      choose: (/** @type {string} */ view, /** @type {Partial<Context["choice"]>} */ change) => {
        Object.assign(context.choice, change);
        this.#view(view, 0);
      },
    });
    const panels = Object.fromEntries(Object.keys(VIEWS).map((view) => [view, parts[`panel-${view}`]]));
    this.tabs = new Tabs(parts.tabs, panels, (view) => this.#view(view));
    this.panels = panels;
  }

  /** @param {State} state */
  show(state) {
    const same = state.report === this.#state.report && state.phase === this.#state.phase && state.error === this.#state.error;
    this.#state = state;
    if (!state.busy) this.#overdue(false);
    else this.#late ??= setTimeout(() => this.#overdue(true), LATE);
    if (state.busy) this.parts.results.setAttribute("aria-busy", "true");
    else this.parts.results.removeAttribute("aria-busy");
    if (!same) this.draw();
  }

  /**
   * The verdict on a former text gives way to the words that the check is under way. Nothing is taken out of
   * the page (see `write`), and the place keeps its size.
   * @param {boolean} late
   */
  #overdue(late) {
    const { verdict: box, checking } = this.parts;
    if (!late) {
      clearTimeout(this.#late);
      this.#late = undefined;
    }
    if (checking.hidden !== late) return;
    checking.hidden = !late;
    box.classList.toggle("late", late);
    box.dataset.mood = late ? "calm" : verdict(this.#state, this.context.say, this.context.ignored).mood;
  }

  /** Draws everything again, in the present language. */
  draw() {
    const { parts, context } = this;
    const found = verdict(this.#state, context.say, context.ignored);
    if (parts.checking.hidden) parts.verdict.dataset.mood = found.mood;
    parts["verdict-text"].replaceChildren(...verdictNodes(found));
    parts.welcome.hidden = this.#state.phase !== "empty";
    parts.again.hidden = this.#state.phase !== "failed" || this.#state.error?.code === "too-large";
    const { report } = this.#state;
    const { summary } = report ?? {};
    /** @type {Record<string, string>} */
    const counts = !report || !summary ? {} : {
      findings: `${standing(report, context.ignored).length}`,
      outline: `${summary.sections.present}/${summary.sections.required}`,
      indicators: `${summary.indicators.given}/${summary.indicators.required}`,
      ledger: `${report.relations.length}`,
    };
    for (const button of this.tabs.buttons) {
      const view = button.dataset.view ?? "";
      button.replaceChildren(context.say(view), counts[view] ? el("span", { class: "count" }, ` ${counts[view]}`) : "");
    }
    const lost = !report && parts.body.contains(this.#focused());
    parts.body.hidden = !report;
    if (lost) parts.results.focus({ preventScroll: true });
    this.#view(this.tabs.selected);
  }

  /** The row of a finding gets the mark of the one that is looked at. @param {string | null} key @param {boolean} scroll */
  point(key, scroll) {
    this.context.current = key;
    const panel = this.panels.findings;
    const former = panel.querySelector("[aria-current]");
    former?.removeAttribute("aria-current");
    former?.dispatchEvent(new Event("unfold"));
    const row = key === null ? undefined : this.#brought("findings", key);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    row.dispatchEvent(new Event("unfold"));
    enter(/** @type {HTMLElement} */ (row.closest("[data-rows]")), row);
    if (!scroll || panel.hidden) return;
    const [at, view] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (at.top < view.top || at.bottom > view.bottom) panel.scrollTop += at.top - view.top - 12;
  }

  /** Puts the focus on a row, or on the first one. @param {string} view @param {string | null} key */
  focus(view, key) {
    if (this.tabs.selected !== view) this.tabs.select(view);
    const row = (key === null ? null : this.#brought(view, key)) ?? this.panels[view].querySelector("[data-row]");
    (main(/** @type {HTMLElement | null} */ (row)) ?? this.panels[view]).focus();
  }

  /** Draws all rows of the view that is open, for paper; or as many as before. @param {boolean} on */
  whole(on) {
    const view = this.tabs.selected;
    if (!on && this.#before === null) return;
    const drawn = on ? Infinity : this.#before ?? 0;
    this.#before = on ? this.#before ?? this.#drawn(view) : null;
    this.#view(view, drawn);
  }
  /** @type {number | null} how many rows there were before all of them were drawn */
  #before = null;

  /** A row, drawn if it was not: it may lie further down the list, or be filtered away. @param {string} view @param {string} key */
  #brought(view, key) {
    const drawn = this.#row(view, key);
    if (drawn || !this.#state.report) return drawn;
    this.#view(view);
    if (view === "findings" && !this.#row(view, key)) {
      Object.assign(this.context.choice, { severity: "all", kind: "all" });
      this.#view(view);
    }
    return this.#row(view, key);
  }

  /** @param {string} view @param {string} key @returns {HTMLElement | undefined} */
  #row(view, key) {
    const rows = /** @type {HTMLElement[]} */ ([...this.panels[view].querySelectorAll("[data-row]")]);
    return rows.find((row) => row.dataset.row === key);
  }

  /** What has the focus, inside the element. */
  #focused() {
    return /** @type {Document | ShadowRoot} */ (this.parts.body.getRootNode()).activeElement;
  }

  /** How many rows of a view are drawn. @param {string} view */
  #drawn(view) {
    return this.panels[view].querySelectorAll("[data-row]").length;
  }

  /** Draws a view; the focus stays on its control, or in the panel. @param {string} view @param {number} [drawn] at least so many rows */
  #view(view, drawn = Math.min(KEPT, this.#drawn(view))) {
    const panel = this.panels[view];
    const { report } = this.#state;
    const { scrollTop } = panel;
    const focused = this.#focused();
    const held = focused !== panel && panel.contains(focused) ? /** @type {HTMLElement} */ (focused) : null;
    const key = /** @type {HTMLElement | null | undefined} */ (held?.closest("[data-row]"))?.dataset.row;
    const kept = held?.dataset.keep;
    this.context.drawn = drawn;
    this.context.light([]);
    panel.replaceChildren(...(report ? VIEWS[view](report, this.context) : []));
    panel.scrollTop = scrollTop;
    if (!held || !report) return;
    const again = key === undefined ? panel.querySelector(`[data-keep="${kept}"]`) : main(this.#row(view, key));
    (/** @type {HTMLElement | null | undefined} */ (again) ?? panel).focus({ preventScroll: true });
  }
}

/** The control that stands for a row. @param {HTMLElement | null | undefined} row @returns {HTMLElement | null | undefined} */
function main(row) {
  return row?.querySelector("[data-main]");
}
