// @ts-check
/**
 * 指标: the figures that a report of this kind usually gives, with the ones found and their places.
 */
import { el } from "../dom.js";
import { known } from "../messages.js";
import { choices, lights, pick, roving } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Indicator} Indicator */
/** @typedef {import("../../pkg/hegao.js").Report["headings"]} Headings */
/** @typedef {import("../panel.js").Context} Context */

const STATUSES = /** @type {const} */ (["missing", "mentioned", "none", "given"]);

/** @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function indicators(report, context) {
  const { say, choice } = context;
  if (report.indicators.length === 0) return [el("p", { class: "calm" }, say("indicators.none"))];
  const usual = report.indicators.filter((one) => one.required);
  const inScope = choice.scope === "usual" ? usual : report.indicators;
  const of = (/** @type {string} */ status) => inScope.filter((one) => one.status === status);
  const options = [
    { value: "all", text: say("all"), count: inScope.length },
    ...STATUSES.filter((status) => of(status).length > 0 || choice.indicators === status)
      .map((status) => ({ value: status, text: say(`indicator.${status}`), count: of(status).length, mark: `status ${status}` })),
  ];
  const scopes = [
    { value: "usual", text: `${say("indicators.usual")} ${usual.length}` },
    { value: "all", text: `${say("indicators.all")} ${report.indicators.length}` },
  ];
  const bar = el("div", { class: "bar tools" },
    choices({ label: say("indicators.filter"), value: choice.indicators, options, onchoose: (value) => context.choose("indicators", { indicators: value }) }),
    pick({ label: say("indicators.scope"), name: "scope", value: choice.scope, options: scopes, onchoose: (value) => context.choose("indicators", { scope: value }) }));
  const shown = choice.indicators === "all" ? inScope : of(choice.indicators);
  if (shown.length === 0) return [bar, el("p", { class: "calm" }, say("findings.filtered"))];
  const head = ["indicator", "status", "values"].map((name) => el("th", { scope: "col" }, say(name)));
  const table = el("table", { class: "indicators" }, el("thead", {}, el("tr", {}, head)));
  for (const topic of new Set(shown.map((one) => one.topic))) {
    const rows = shown.filter((one) => one.topic === topic).sort((a, b) => Number(b.required) - Number(a.required));
    table.append(
      el("tbody", {},
        topic ? el("tr", { class: "topic" }, el("th", { scope: "rowgroup", colspan: "3" }, known(`topic.${topic}`) ? say(`topic.${topic}`) : topic)) : null,
        rows.map((one) => row(one, report.headings, context))),
    );
  }
  roving(table);
  return [bar, table];
}

/** @param {Indicator} one @param {Headings} headings @param {Context} context @returns {HTMLElement} */
function row(one, headings, context) {
  const { say } = context;
  const key = `indicator ${one.id}`;
  const place = one.place && (headings.find(({ range }) => range.start === one.place?.start)?.range ?? one.place);
  const places = place ? [place] : one.values.map(({ range }) => range);
  return el(
    "tr",
    { class: one.status, "data-row": places.length > 0 ? key : null, ...lights(context, places) },
    el("th", { scope: "row" }, one.title, one.required ? null : el("span", { class: "must" }, say("extra"))),
    el("td", { colspan: one.values.length > 0 ? null : "2" },
      el("span", { class: `status ${one.status}` }, el("span", { class: one.status === "given" ? "unseen" : "" }, say(`indicator.${one.status}`))),
      one.draft ? el("p", { class: "draft" }, say("indicator.draft"), el("span", { lang: "zh-CN", translate: "no" }, one.draft)) : null,
      place
        ? el("button", { type: "button", class: "mine", "data-main": true, onclick: () => context.goTo(place, key) },
            say("indicator.place"), el("span", { lang: "zh-CN", translate: "no" }, context.excerpt(place)))
        : null),
    one.values.length > 0
      ? el("td", { class: "figures" },
          one.values.map((value, index) =>
            el("button", { type: "button", class: "place", "data-main": !place && index === 0, onclick: () => context.goTo(value.range, key) },
              `${value.approximate ? say("about") : ""}${value.value}${value.unit}`)))
      : null,
  );
}
