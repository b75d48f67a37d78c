/** Half-open, in UTF-16 code units of the text as given: `text.slice(start, end)` is the place. */
export interface Range { start: number; end: number }

export interface Options {
  /** Id of a built-in standard, a standard of one's own, or "auto" (default): chosen from title, year and headings. */
  standard?: string | object;
  /** Year the report is about. Default: read from the text. */
  year?: number;
  /** Default: read from title, signature and wording. */
  level?: Level;
  /** Language of messages: "zh-CN" (default) or "en". */
  locale?: string;
  /** Per rule id or group ("figures", "form/…"): "off" | "info" | "warning" | "error". Unknown ids are an error. */
  rules?: Record<string, Severity | "off">;
  /** Last year's report, for cross-year checks; a blank one is as good as none. More than 10 MB is `too-large`, what is
   * no string is `invalid-options`, both with the path "previous". A Checker reads it once, when it is made. */
  previous?: string;
}
export type Level = "province" | "city" | "county" | "township" | "department";
export type Severity = "error" | "warning" | "info";

export interface Report {
  version: 1;
  /** `reason`: why this standard was taken, in the language of messages. */
  standard: { id: string; title: string; version: string; reason: string };
  document: {
    title: string | null; year: number | null; level: Level | null; organ: string | null;
    /** ISO date of the signature. */ signed: string | null; characters: number;
  };
  /** The document's own outline, in order. `number` is as written, e.g. "(二)". */
  headings: { level: number; number: string; title: string; range: Range; body: Range }[];
  /** The standard's outline, in its order, each with what was found for it. */
  sections: Section[];
  /** The standard's indicators that apply to this level and year. */
  indicators: Indicator[];
  /** Every arithmetic or counting relation that was recognised, right or wrong: the ledger. */
  relations: Relation[];
  findings: Finding[];
  summary: {
    errors: number; warnings: number; infos: number;
    sections: { required: number; present: number };
    indicators: { required: number; given: number };
    relations: { agrees: number; disagrees: number; unsure: number };
  };
  /** What last year's report was read as; null where none was given. */
  previous: { title: string | null; year: number | null; organ: string | null } | null;
}
export interface Section {
  id: string; title: string; required: boolean;
  /** unheaded: written about, but under no heading of its own. thin: a heading with next to nothing under it. */
  status: "present" | "unheaded" | "thin" | "missing";
  heading: Range | null; range: Range | null; children: Section[];
}
export interface Indicator {
  id: string; title: string; topic: string; required: boolean;
  /** mentioned: spoken of without a figure. none: the report says that there was none (无, 未发生, 0件). */
  status: "given" | "none" | "mentioned" | "missing";
  values: { value: string; unit: string; approximate: boolean; range: Range }[];
  /** For one that is mentioned or missing: the section under which it belongs, where the text has it, and a
   * sentence to start from, in Chinese, with ____ for the figure. Otherwise null. */
  place: Range | null; draft: string | null;
}
export interface Relation {
  kind: "sum" | "ratio" | "growth" | "difference" | "list_count" | "average" | "repeat" | "bound" | "identity";
  verdict: "agrees" | "disagrees" | "unsure";
  range: Range;
  operands: { role: string; value: string; unit: string; range: Range }[];
  /** Those that stand in last year's report. `range` is a place of `options.previous`, `text` what stands around it there. */
  previous: { role: string; value: string; unit: string; range: Range; text: string }[];
  /** The equation as a person would write it: "12+2+4+25+2+4+2 = 51". */
  equation: string;
}
export interface Finding {
  /** "group/rule": structure/…, indicators/…, figures/…, dates/…, terms/…, wording/…, form/… */
  rule: string;
  severity: Severity;
  /** possible: worth a look, never shown as an error. */
  certainty: "certain" | "likely" | "possible";
  message: string;
  /** The primary place. For something missing: where it was expected (may be empty: start === end). */
  range: Range;
  related: { range: Range; message: string }[];
  /** Places in last year's report: `range` is a place of `options.previous`, `text` what stands there, cut where it is long. */
  previous: { range: Range; message: string; text: string }[];
  fixes: { title: string; edits: { range: Range; text: string }[] }[];
  /** The clause, law or standard that the rule rests on, in the standard's own short form. */
  clause: string | null;
  /** Stable across edits elsewhere: for "ignore this one". */
  fingerprint: string;
}
export interface StandardInfo { id: string; title: string; version: string; years: [number | null, number | null]; levels: Level[] }
export interface RuleInfo { id: string; title: string; severity: Severity; why: string; fires: string; passes: string; /** Last year's report beside the two, for a rule that compares. */ previous: string | null; clause: string | null }
/** A field of a standard of one's own, such as "sections[2].aliases", and what is wrong with it. */
export interface StandardProblem { path: string; message: string }
/** code: "too-large" | "not-text" | "invalid-standard" | "invalid-options" | "internal"; `path` names the field. */
export interface HegaoError extends Error { code: string; path?: string }
