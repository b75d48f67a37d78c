// @ts-check
/**
 * The answer in one line, and what it rests on: what was read, what was looked at, what agreed.
 */
import { el } from "./dom.js";
import { tally } from "./listing.js";

/** @typedef {import("./messages.js").Say} Say */
/** @typedef {import("./session.js").State} State */
/** @typedef {"calm" | "good" | "look" | "bad" | "failed"} Mood */

/** Codes of faults that have words of their own. */
const SPOKEN = ["internal", "timeout", "cancelled", "too-large", "load"];

/** @param {State} state @param {Say} say @param {import("./listing.js").Ignored} [ignored] @returns {{ mood: Mood, line: string, details: string[] }} */
export function verdict({ phase, report, error }, say, ignored = new Map()) {
  if (phase === "loading") return { mood: "calm", line: say("loading"), details: [] };
  if (phase === "failed" && error) {
    const why = SPOKEN.includes(error.code) && !error.path ? say(`failed.${error.code}`) : say("failed.other", { message: error.message });
    return { mood: "failed", line: say("failed"), details: [why, say("failed.kept")] };
  }
  if (phase === "empty") return { mood: "calm", line: say("empty"), details: [say("empty.what"), say("empty.how")] };
  if (!report) return { mood: "calm", line: say("checking"), details: [] };
  const counts = tally(report, ignored);
  return { ...headline(counts, say), details: [looked(report, counts.ignored, say), read(report, say)] };
}

/** @param {ReturnType<typeof tally>} counts @param {Say} say @returns {{ mood: Mood, line: string }} */
function headline({ errors, warnings, infos, ignored }, say) {
  const m = warnings + infos;
  const apart = [];
  if (warnings > 0) apart.push(say("verdict.warnings", { n: warnings }));
  if (infos > 0) apart.push(say("verdict.infos", { n: infos }));
  const list = apart.join(say("and"));
  if (errors > 0) return { mood: "bad", line: say(m > 0 ? "verdict.more" : "verdict.errors", { n: errors, list }) };
  if (m > 0) return { mood: "look", line: say("verdict.look", { list }) };
  return { mood: "good", line: say(ignored > 0 ? "verdict.settled" : "verdict.clean") };
}

/** What was checked. @param {import("../pkg/hegao.js").Report} report @param {number} ignored @param {Say} say */
function looked({ summary: { sections, indicators, relations } }, ignored, say) {
  const redone = relations.agrees + relations.disagrees;
  const parts = [];
  if (sections.required > 0) {
    const all = sections.present === sections.required;
    parts.push(say(all ? "verdict.sections.all" : "verdict.sections", { n: sections.required, m: sections.present }));
  }
  if (indicators.required > 0) parts.push(say("verdict.indicators", { n: indicators.required, m: indicators.given }));
  if (redone === 0) parts.push(say("verdict.relations.none"));
  else parts.push(say(relations.disagrees > 0 ? "verdict.relations.bad" : "verdict.relations", { n: redone, m: relations.disagrees }));
  if (relations.unsure > 0) parts.push(say("verdict.unsure", { n: relations.unsure }));
  if (ignored > 0) parts.push(say("verdict.ignored", { n: ignored }));
  return sentence(parts, say);
}

/** What the text was taken for. @param {import("../pkg/hegao.js").Report} report @param {Say} say */
function read({ standard, previous, document: { year, level, organ } }, say) {
  const what = [organ, year && say("year", { n: year }), level && say(`level.${level}`)].filter(Boolean).join(" · ");
  const parts = [say("verdict.read", { standard: standard.title, reason: standard.reason })];
  if (what) parts.push(say("verdict.about", { what }));
  if (previous) parts.push(previous.year ? say("verdict.previous", { n: previous.year }) : say("verdict.past"));
  return sentence(parts, say);
}

/** @param {string[]} parts @param {Say} say */
function sentence(parts, say) {
  const line = say("sentence", { words: parts.join(say("clauses")) });
  return line[0].toUpperCase() + line.slice(1);
}

/** @param {ReturnType<typeof verdict>} found @returns {HTMLElement[]} */
export function verdictNodes({ mood, line, details }) {
  const sign = { calm: "", good: "✓", look: "!", bad: "✗", failed: "×" }[mood];
  return [
    el("p", { class: "line" }, sign && el("span", { class: "seal", "aria-hidden": "true" }, sign), el("span", {}, line)),
    ...details.map((detail) => el("p", { class: "detail" }, detail)),
  ];
}
