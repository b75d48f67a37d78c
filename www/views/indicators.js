// @ts-check
/**
 * 指标: the figures that a report of this kind usually gives, with the ones found and their places.
 */
import { el } from "../dom.js";
import { known } from "../messages.js";
import { choices, roving } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Indicator} Indicator */
/** @typedef {import("../panel.js").Context} Context */

const usual = (/** @type {Indicator} */ one) => one.required;
const found = (/** @type {Indicator} */ one) => one.status !== "missing";
const open = (/** @type {Indicator} */ one) => one.required && (one.status === "missing" || one.status === "mentioned");

/** @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function indicators(report, context) {
  const { say, choice } = context;
  if (report.indicators.length === 0) return [el("p", { class: "calm" }, say("indicators.none"))];
  const lists = { usual: report.indicators.filter(usual), found: report.indicators.filter(found), open: report.indicators.filter(open), all: report.indicators };
  const bar = el("div", { class: "bar" }, choices({
    label: say("indicators.filter"),
    value: choice.indicators,
    options: Object.entries(lists).map(([value, list]) => ({ value, text: say(value === "all" ? "all" : `indicators.${value}`), count: list.length })),
    onchoose: (value) => context.choose("indicators", { indicators: value }),
  }));
  const shown = lists[/** @type {keyof typeof lists} */ (choice.indicators)];
  if (shown.length === 0) return [bar, el("p", { class: "calm" }, say("findings.filtered"))];
  const head = ["indicator", "status", "values"].map((name) => el("th", { scope: "col" }, say(name)));
  const table = el("table", { class: "indicators" }, el("thead", {}, el("tr", {}, head)));
  for (const topic of new Set(shown.map((one) => one.topic))) {
    table.append(
      el("tbody", {},
        topic ? el("tr", { class: "topic" }, el("th", { scope: "rowgroup", colspan: "3" }, known(`topic.${topic}`) ? say(`topic.${topic}`) : topic)) : null,
        shown.filter((one) => one.topic === topic).map((one) => row(one, context))),
    );
  }
  roving(table);
  return [bar, table];
}

/** @param {Indicator} one @param {Context} context @returns {HTMLElement} */
function row(one, context) {
  const { say } = context;
  const key = `indicator ${one.id}`;
  return el(
    "tr",
    { class: one.status, "data-row": one.values.length > 0 ? key : null },
    el("th", { scope: "row" }, one.title, one.required ? null : el("span", { class: "must" }, say("extra"))),
    el("td", {}, el("span", { class: `status ${one.status}` }, say(`indicator.${one.status}`))),
    el("td", { class: "figures" },
      one.values.map((value, index) =>
        el("button", { type: "button", class: "place", "data-main": index === 0, onclick: () => context.goTo(value.range, key) },
          `${value.approximate ? say("about") : ""}${value.value}${value.unit}`))),
  );
}
