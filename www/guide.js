// @ts-check
/**
 * The way between the results and the text: to a place and back, from finding to finding, the marks,
 * the fixes, and the note under the text.
 */
import { write } from "./dom.js";
import { insertion } from "./insertion.js";
import { chosen, standing } from "./listing.js";
import { marksOf } from "./marks.js";

/** @typedef {import("../pkg/hegao.js").Finding} Finding */
/** @typedef {import("./edits.js").Range} Range */
/**
 * @typedef {object} Parts
 * @property {import("./editor.js").Editor} editor
 * @property {import("./session.js").Session} session
 * @property {import("./panel.js").Panel} panel
 * @property {import("./panel.js").Context} context
 * @property {Record<string, HTMLElement>} parts
 */

export class Guide {
  /** @type {Finding[]} those that were not set aside, in reading order */
  #findings = [];
  /** @type {Range[]} places that a row of the results lights up */
  #lit = [];
  /** @type {{ view: string, row: string } | null} where the last visit to the text came from */
  #origin = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;

  /** @param {Parts} all */
  constructor(all) {
    this.all = all;
  }

  /** A new report, or none. Comes before it is drawn. @param {import("../pkg/hegao.js").Report | null} report */
  take(report) {
    this.#findings = report ? standing(report, this.all.context.ignored) : [];
    this.#lit = [];
    if (!this.#find(this.all.context.current)) this.all.context.current = null;
    this.#mark();
    if (!report) this.all.parts.back.hidden = true;
  }

  /** Goes to a place in the text; Escape comes back to the row. @param {Range} range @param {string} row */
  goTo(range, row) {
    const { editor, session, panel, parts, context } = this.all;
    const place = session.place(range);
    if (!place) return this.tell(context.say("stale"));
    this.#origin = { view: panel.tabs.selected, row };
    this.#point(this.#find(row) ?? null, false);
    editor.goTo(place);
    parts.back.hidden = false;
  }

  /** Back to where the last visit came from. */
  back() {
    const { panel, context, session } = this.all;
    if (!session.state.report) return;
    if (this.#origin) panel.focus(this.#origin.view, this.#origin.row);
    else panel.focus(panel.tabs.selected, context.current);
    this.all.parts.back.hidden = true;
  }

  /** To the next or previous finding of those that are listed, round and round. @param {1 | -1} by */
  step(by) {
    const { context, editor, panel } = this.all;
    const list = chosen(this.#findings, context.choice);
    if (list.length === 0) return;
    let now = list.findIndex((finding) => finding.fingerprint === context.current);
    if (now < 0) {
      const after = list.findIndex((finding) => finding.range.start >= editor.caret);
      now = (after < 0 ? list.length : after) - (by > 0 ? 1 : 0);
    }
    const finding = list[(now + by + list.length) % list.length];
    if (panel.tabs.selected !== "findings") panel.tabs.select("findings");
    this.#point(finding, true);
    this.goTo(finding.range, finding.fingerprint);
  }

  /** The caret is somewhere: what is said about this place? @param {number} offset */
  caret(offset) {
    const { current } = this.all.context;
    const finding = this.at(offset);
    if (finding && finding.fingerprint !== current) this.#point(finding, true);
    else if (!finding && current !== null) this.#point(null, false);
  }

  /** What is said about a place; first of all by the finding that is looked at. @param {number} offset @returns {Finding | undefined} */
  at(offset) {
    return [this.#find(this.all.context.current), ...this.#findings].find((finding) => {
      const place = finding && this.all.session.place(finding.range);
      return place && place.start <= offset && offset <= place.end;
    });
  }

  /** The focus is on a row of the list: show its place without leaving the list. @param {string} row */
  look(row) {
    const finding = this.#find(row);
    if (!finding || this.all.context.current === row) return;
    this.#point(finding, false);
    const place = this.all.session.place(finding.range);
    if (place) this.all.editor.reveal(place);
  }

  /** Lights up places until others are, and shows the first one if asked to. @param {Range[]} ranges @param {boolean} [reveal] */
  light(ranges, reveal = false) {
    if (ranges.length === 0 && this.#lit.length === 0) return;
    const { session, editor } = this.all;
    this.#lit = ranges;
    this.#mark();
    const place = reveal && ranges.length > 0 ? session.place(ranges[0]) : null;
    if (place) editor.reveal(place);
  }

  /** Sets a finding aside: it counts no more, and the next one takes its place. @param {Finding} finding @param {string} reason */
  ignore(finding, reason) {
    const list = chosen(this.#findings, this.all.context.choice);
    const next = list[list.indexOf(finding) + 1] ?? list[list.length - 2];
    this.all.context.ignored.set(finding.fingerprint, reason);
    this.#anew(next, "ignore.done");
  }

  /** Brings back what was set aside. @param {Finding} finding */
  restore(finding) {
    this.all.context.ignored.delete(finding.fingerprint);
    this.#anew(finding, "restore.done");
  }

  /** The same report counts otherwise. @param {Finding | undefined} finding gets the focus @param {string} words */
  #anew(finding, words) {
    const { context, panel, session } = this.all;
    this.take(session.state.report);
    panel.draw();
    panel.focus("findings", finding?.fingerprint ?? null);
    this.tell(context.say(words));
  }

  /** Makes a proposed change, as one step that can be undone. @param {Finding} finding @param {number} index */
  fix(finding, index) {
    const { editor, session, panel, parts, context } = this.all;
    if (editor.fixed) return this.tell(context.say("fixed.not"));
    const edits = finding.fixes[index].edits.map(({ range, text }) => ({ range: session.place(range), text }));
    if (edits.some(({ range }) => range === null)) return this.tell(context.say("stale"));
    this.#origin = { view: panel.tabs.selected, row: finding.fingerprint };
    editor.replace(/** @type {{ range: Range, text: string }[]} */ (edits));
    this.tell(context.say("fixed", { title: finding.fixes[index].title }), true);
    parts.back.hidden = false;
    session.check();
  }

  /** Puts the heading of a missing section where it belongs, as one step that can be undone. @param {string} id @param {string} row */
  async insert(id, row) {
    const { editor, session, panel, parts, context } = this.all;
    if (editor.fixed) return this.tell(context.say("fixed.not"));
    const { report, text } = session.state;
    const { locale = "zh-CN" } = session.options;
    // A draft is written in Chinese, whatever the language of the page.
    /** @type {import("../pkg/hegao.js").Report | null} */
    const asked = locale.startsWith("zh") ? report : await session.client.ask("check", text, { ...session.options, locale: "zh-CN" }).catch(() => null);
    const made = asked && session.state.report === report && insertion(text, asked, id);
    const edits = made ? made.edits.map(({ range, text: words }) => ({ range: session.place(range), text: words })) : [];
    if (!made || edits.some(({ range }) => range === null)) return this.tell(context.say("stale"));
    this.#origin = { view: panel.tabs.selected, row };
    const shift = /** @type {Range} */ (edits[0].range).start - made.edits[0].range.start;
    editor.replace(/** @type {{ range: Range, text: string }[]} */ (edits));
    editor.goTo({ start: made.at + shift, end: made.at + shift });
    this.tell(context.say("inserted", { heading: made.heading }), true);
    parts.back.hidden = false;
    session.check();
  }

  /** Another text in place of this one. @param {string} text */
  fill(text) {
    const { editor, session, context } = this.all;
    const before = editor.text;
    editor.fill(text);
    if (before !== "" && before !== text) this.tell(context.say(text === "" ? "cleared" : "filled"), true);
    session.check();
  }

  /** A line under the text. @param {string} words @param {boolean} [undo] offer to take the last change back */
  note(words, undo = false) {
    write(this.all.parts.note, words);
    this.all.parts.undo.hidden = !undo;
  }

  /** The same, read out as well: for what was done, not for what the caret is at. @param {string} words @param {boolean} [undo] */
  tell(words, undo = false) {
    this.note(words, undo);
    this.say(words);
  }

  /** Reads words out, even if they are the same as before. @param {string} words */
  say(words) {
    clearTimeout(this.#saying);
    write(this.all.parts.live, "");
    if (words) this.#saying = setTimeout(() => write(this.all.parts.live, words), 100);
  }

  /** @param {string | null} key @returns {Finding | undefined} */
  #find(key) {
    return key === null ? undefined : this.#findings.find(({ fingerprint }) => fingerprint === key);
  }

  /** @param {Finding | null} finding @param {boolean} scroll the list to it */
  #point(finding, scroll) {
    this.all.panel.point(finding && finding.fingerprint, scroll);
    this.#mark();
    this.note(finding ? finding.message : "");
  }

  /** Underlines the findings, the places related to the one that is looked at, and what is lit up. */
  #mark() {
    const { editor, session, context } = this.all;
    const marks = marksOf(this.#findings, this.#find(context.current), (mark) => session.place(mark));
    const lit = this.#lit.flatMap((range) => session.place({ ...range, tone: /** @type {const} */ ("related"), id: -1, current: true }) ?? []);
    editor.mark([...marks, ...lit]);
  }
}
