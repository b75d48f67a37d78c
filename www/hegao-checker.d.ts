import type { Finding, Level, Options, Report, RuleInfo, StandardInfo } from "../pkg/hegao.js";

/** Why there is no report. `code`: those of HegaoError, and "internal", "timeout", "cancelled", "stale", "load". */
export interface Fault { code: string; message: string; path?: string }

/** `<hegao-checker>` around a `<textarea>`; see docs/embedding.md. */
export class HegaoChecker extends HTMLElement {
  standard: NonNullable<Options["standard"]>;
  year: number | null;
  level: Level | null;
  locale: string;
  rules: NonNullable<Options["rules"]>;
  /** Last year's report, with which the text is compared; empty (as at first): with none. */
  previous: string;
  /** The text. Setting it is no step of undo; `fill` is. */
  value: string;
  /** The report on the present text, if there is one. */
  readonly report: Report | null;
  /** The findings that were set aside: the reason for each, by fingerprint. */
  readonly ignored: Map<string, string>;
  /** Checks the text as it stands, now; null for an empty text. Rejects with a `Fault` that is an `Error`. */
  check(): Promise<Report | null>;
  /** Selects the place of a finding, and points to its row. */
  goTo(finding: Finding): void;
  /** Makes a change that the finding proposes; one undo takes it back. */
  applyFix(finding: Finding, index?: number): void;
  /** To the next (1) or the previous (-1) finding. */
  step(by: 1 | -1): void;
  /** Another text in place of this one; one undo takes it back. */
  fill(text: string): void;
  /** An outline of the standard, to start a report from. */
  skeleton(): Promise<string>;
  /** The rules with their reasons, in the present language. */
  reasons(): Promise<RuleInfo[]>;
  /** A line under the text, read out as well; `undo` offers to take the last change back. */
  tell(words: string, undo?: boolean): void;
}

export interface HegaoEvents {
  /** The core has answered for the first time. */
  "hegao-ready": CustomEvent<{ standards: StandardInfo[] }>;
  /** There is a report on the present text; null: there is no text. */
  "hegao-report": CustomEvent<{ report: Report | null; text: string }>;
  /** There is no report, and this is why. */
  "hegao-error": CustomEvent<Fault>;
}

declare global {
  interface HTMLElementTagNameMap { "hegao-checker": HegaoChecker }
  interface HTMLElementEventMap extends HegaoEvents {}
}
