// @ts-check
/**
 * 问题: what was found, each with its place, and opened with its reason, its clause, the other places
 * that matter and the way to set it aside. What was set aside stands apart at the end.
 */
import { el } from "../dom.js";
import { headingsOver } from "../export/places.js";
import { chosen, kindOf, kinds, standing } from "../listing.js";
import { known } from "../messages.js";
import { choices, lights, pagedList, pick, quoted } from "../rows.js";
import { aside, ignore } from "./aside.js";

/** @typedef {import("../../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("../panel.js").Context} Context */

/** Headings below this level are too fine to group by. */
const DEPTH = 2;
/** How long a claim may be that is quoted with all its figures. */
const CLAIM = 40;
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/** @param {Report} report @param {Context} context @returns {HTMLElement[]} */
export function findings(report, context) {
  const { say, choice, ignored } = context;
  const all = standing(report, ignored);
  const apart = aside(report, context);
  if (all.length === 0) return [el("p", { class: "calm" }, say("findings.none")), ...apart];
  const list = chosen(all, choice);
  if (list.length === 0) return [tools(all, context), el("p", { class: "calm" }, say("findings.filtered")), ...apart];
  const over = headingsOver(report.headings);
  const rows = pagedList(list, (finding) => row(finding, context), {
    say,
    class: "findings",
    upTo: Math.max(context.drawn, list.findIndex(({ fingerprint }) => fingerprint === context.current) + 1),
    head: (finding) => {
      if (choice.order === "kind") return kindName(kindOf(finding), say);
      const { start, end } = finding.range;
      // What is missing stands at the end of a part, not at the start of the next.
      const heads = over(start === end ? start - 1 : start).filter(({ level }) => level <= DEPTH);
      return heads.length > 0 ? context.excerpt(heads[heads.length - 1].range) : say("findings.top");
    },
    onrow: (node) => context.look(node.dataset.row ?? ""),
  });
  return [tools(all, context), rows, ...apart];
}

/** @param {string} kind @param {import("../messages.js").Say} say */
const kindName = (kind, say) => (known(`group.${kind}`) ? say(`group.${kind}`) : kind);

/** What to show, in what order, and the way from one to the next. @param {Finding[]} all @param {Context} context */
function tools(all, context) {
  const { say, choice } = context;
  const ofKind = chosen(all, { ...choice, severity: "all" });
  const ofSeverity = chosen(all, { ...choice, kind: "all" });
  const count = (/** @type {string} */ severity) => ofKind.filter((finding) => finding.severity === severity).length;
  const severities = [
    { value: "all", text: say("all"), count: ofKind.length },
    ...SEVERITIES.filter((severity) => count(severity) > 0 || choice.severity === severity)
      .map((severity) => ({ value: severity, text: say(severity), count: count(severity), mark: `shape ${severity}` })),
  ];
  const groups = [...new Set([...kinds(all), ...(choice.kind === "all" ? [] : [choice.kind])])].map((kind) => ({
    value: kind,
    text: `${kindName(kind, say)} ${ofSeverity.filter((finding) => kindOf(finding) === kind).length}`,
  }));
  const orders = ["text", "kind"].map((value) => ({ value, text: say(`order.${value}`) }));
  const step = (/** @type {"previous" | "next"} */ name, /** @type {1 | -1} */ by) =>
    el("button", { type: "button", class: "quietly", "data-keep": name, "aria-keyshortcuts": by > 0 ? "F8" : "Shift+F8", onclick: () => context.step(by) }, say(name));
  return el(
    "div",
    { class: "tools" },
    el("div", { class: "bar" },
      choices({ label: say("filter"), options: severities, value: choice.severity, onchoose: (value) => context.choose("findings", { severity: value }) }),
      el("span", { class: "steps" }, step("previous", -1), step("next", 1))),
    el("div", { class: "bar" },
      pick({ label: say("kind"), name: "kind", options: [{ value: "all", text: say("all") }, ...groups], value: choice.kind, onchoose: (value) => context.choose("findings", { kind: value }) }),
      pick({ label: say("order"), name: "order", options: orders, value: choice.order, onchoose: (value) => context.choose("findings", { order: value }) })),
  );
}

/** @param {Finding} finding @param {Context} context */
function row(finding, context) {
  const { say } = context;
  const { fingerprint: key, severity, message } = finding;
  const detail = el("div", { class: "open" });
  const toggle = el("button", { type: "button", class: "fold", "aria-label": say("details"), onclick: () => {
    context.opened.set(key, detail.hidden);
    show();
  } });
  const show = () => {
    const open = context.isOpen(key);
    // Rows are many, and few are opened.
    if (open && !detail.hasChildNodes()) detail.append(...details(finding, context));
    detail.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
  };
  show();
  return el(
    "li",
    {
      "data-row": key,
      class: `finding ${severity}`,
      "aria-current": context.current === key ? "true" : null,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Delete" || /** @type {Element} */ (event.target).matches("input")) return;
        if (detail.hidden) toggle.click();
        const reasons = /** @type {HTMLElement} */ (detail.querySelector(".ignore .fold"));
        if (reasons.getAttribute("aria-expanded") === "false") reasons.click();
        /** @type {HTMLElement} */ (detail.querySelector(".reasons button")).focus();
      },
      onunfold: show,
      ...lights(context, [finding.range, ...finding.related.map(({ range }) => range)]),
    },
    el("div", { class: "head" },
      el(
        "button",
        { type: "button", class: "go", "data-main": true, onclick: () => context.goTo(finding.range, key) },
        el("span", { class: `shape ${severity}`, "aria-hidden": "true" }),
        el("span", { class: `label ${severity}` }, say(severity)),
        finding.certainty === "possible" ? el("span", { class: "possible" }, say("possible")) : null,
        el("span", { class: "message" }, message),
        finding.previous.length > 0 ? pair(finding, 0, context) : quoted(context.quote(finding.range)),
      ),
      toggle),
    finding.fixes.length > 0
      ? el("div", { class: "deeds" }, finding.fixes.map((fix, index) => el("button", { type: "button", class: "fix", onclick: () => context.fix(finding, index) }, fix.title)))
      : null,
    detail,
  );
}

/**
 * A place in last year's report beside its counterpart: the first beside the place of the finding, and where there is
 * one for each related place, each beside that.
 * @param {Finding} finding @param {number} index @param {Context} context
 */
function pair(finding, index, { say, quote, past }) {
  const { related, previous } = finding;
  const own = index === 0 ? claim(finding) : previous.length === related.length + 1 && related[index - 1].range;
  return el("span", { class: "pair" }, own && quoted(quote(own), say("this")), quoted(past(previous[index]), say("past")));
}

/** The place with those related to it, if all of them are one claim. @param {Finding} finding */
function claim({ range, related }) {
  const all = [range, ...related.map((one) => one.range)];
  const start = Math.min(...all.map((one) => one.start));
  const end = Math.max(...all.map((one) => one.end));
  return end - start < CLAIM ? { start, end } : range;
}

/** Why it is said, on what grounds, where else to look, and how to set it aside. @param {Finding} finding @param {Context} context */
function details(finding, context) {
  const { say, rules } = context;
  const rule = rules.get(finding.rule);
  const clause = finding.clause ?? rule?.clause;
  const places = finding.related.map((place) =>
    el("button", { type: "button", class: "place", onclick: () => context.goTo(place.range, finding.fingerprint) },
      place.message || say("related"), mention(context.excerpt(place.range), place.message)));
  return [
    ...(rule ? [el("p", { class: "why" }, rule.why)] : []),
    ...(clause ? [el("p", { class: "clause" }, say("clause", { clause }))] : []),
    ...finding.previous.slice(1).map((_, index) => pair(finding, index + 1, context)),
    ...(places.length > 0 ? [el("div", { class: "deeds" }, places)] : []),
    ignore(finding, context),
  ];
}

/** The words at a place, unless the phrase about it already has them. @param {string} words @param {string} phrase */
function mention(words, phrase) {
  return words && !phrase.includes(words) ? el("q", { lang: "zh-CN", translate: "no" }, words) : null;
}
