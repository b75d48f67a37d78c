// @ts-check
/**
 * 问题: what was found, in the order of the text; each with its reason, its clause, the other places
 * that matter, and what can be done at once.
 */
import { el } from "../dom.js";
import { fold } from "../fold.js";
import { inOrder } from "../marks.js";
import { choices, pagedList } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../panel.js").Context} Context */

const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/** @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function findings(report, context) {
  const { say, choice } = context;
  const all = inOrder(report);
  if (all.length === 0) return [el("p", { class: "calm" }, say("findings.none"))];
  const chosen = choice.findings === "all" ? all : all.filter((finding) => finding.severity === choice.findings);
  const count = (/** @type {string} */ severity) => all.filter((finding) => finding.severity === severity).length;
  const options = [
    { value: "all", text: say("all"), count: all.length },
    ...SEVERITIES.filter((severity) => count(severity) > 0 || choice.findings === severity)
      .map((severity) => ({ value: severity, text: say(severity), count: count(severity) })),
  ];
  const bar = el(
    "div",
    { class: "bar" },
    choices({ label: say("filter"), options, value: choice.findings, onchoose: (value) => context.choose("findings", value) }),
    el("span", { class: "steps" },
      el("button", { type: "button", class: "quietly", "data-keep": "previous", "aria-keyshortcuts": "Shift+F8", onclick: () => context.step(-1) }, say("previous")),
      el("button", { type: "button", class: "quietly", "data-keep": "next", "aria-keyshortcuts": "F8", onclick: () => context.step(1) }, say("next"))),
  );
  if (chosen.length === 0) return [bar, el("p", { class: "calm" }, say("findings.filtered"))];
  /** @type {Set<string>} */
  const explained = new Set();
  const rows = pagedList(
    chosen,
    (finding) => {
      const first = !explained.has(finding.rule);
      explained.add(finding.rule);
      return row(finding, first, context);
    },
    {
      say,
      class: "findings",
      upTo: Math.max(context.drawn, chosen.findIndex((finding) => context.key(finding) === context.current) + 1),
      onrow: (node) => context.look(node.dataset.row ?? ""),
    },
  );
  return [bar, rows];
}

/** @param {Finding} finding @param {boolean} first of its rule @param {Context} context */
function row(finding, first, context) {
  const { say } = context;
  const key = context.key(finding);
  const words = context.excerpt(finding.range);
  const excerpt = words && !finding.message.includes(words) ? words : "";
  return el(
    "li",
    { "data-row": key, class: `finding ${finding.severity}`, "aria-current": context.current === key ? "true" : null },
    el(
      "button",
      { type: "button", class: "go", "data-main": true, onclick: () => context.goTo(finding.range, key) },
      el("span", { class: `label ${finding.severity}` }, say(finding.severity)),
      finding.certainty === "possible" ? el("span", { class: "possible" }, say("possible")) : null,
      el("span", { class: "message" }, finding.message),
      excerpt ? el("span", { class: "excerpt", lang: "zh-CN", translate: "no" }, excerpt) : null,
    ),
    reason(finding, first, context),
    el(
      "div",
      { class: "deeds" },
      finding.fixes.map((fix, index) =>
        el("button", { type: "button", class: "fix", onclick: () => context.fix(finding, index) }, fix.title),
      ),
      finding.related.map((place) =>
        el("button", { type: "button", class: "place", onclick: () => context.goTo(place.range, key) },
          `${place.message || say("related")}`, mention(context.excerpt(place.range), place.message)),
      ),
    ),
  );
}

/** The words at a place, unless the phrase about it already has them. @param {string} words @param {string} phrase */
function mention(words, phrase) {
  return words && !phrase.includes(words) ? el("q", { lang: "zh-CN", translate: "no" }, words) : null;
}

/** Why the rule is there; open for the first finding of a rule, folded for the others. @param {Finding} finding @param {boolean} first @param {Context} context */
function reason(finding, first, { say, rules }) {
  const why = rules.get(finding.rule)?.why;
  const clause = finding.clause ?? rules.get(finding.rule)?.clause;
  if (!why && !clause) return null;
  return fold(
    { label: say("why"), open: first, class: "reason" },
    why ? el("p", {}, why) : null,
    clause ? el("p", { class: "clause" }, say("clause", { clause })) : null,
  );
}
