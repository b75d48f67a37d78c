// @ts-check
/**
 * 数据: every relation between figures that was recomputed, the wrong ones first, with all its places.
 */
import { el } from "../dom.js";
import { known } from "../messages.js";
import { choices, lights, pagedList, quoted } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Relation} Relation */
/** @typedef {import("../panel.js").Context} Context */

const VERDICTS = /** @type {const} */ (["disagrees", "unsure", "agrees"]);
/** A sign for each verdict, so that colour is never the only difference. */
const SIGNS = { agrees: "✓", disagrees: "✗", unsure: "?" };

/** @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function ledger(report, context) {
  const { say, choice } = context;
  if (report.relations.length === 0) return [el("p", { class: "calm" }, say("ledger.none"))];
  const numbered = report.relations.map((relation, number) => ({ relation, number }));
  const of = (/** @type {string} */ verdict) => numbered.filter(({ relation }) => relation.verdict === verdict);
  const options = [
    { value: "all", text: say("all"), count: numbered.length },
    ...VERDICTS.filter((verdict) => of(verdict).length > 0 || choice.ledger === verdict)
      .map((verdict) => ({ value: verdict, text: `${SIGNS[verdict]} ${say(`relation.${verdict}`)}`, count: of(verdict).length })),
  ];
  const bar = el("div", { class: "bar tools" },
    choices({ label: say("ledger.filter"), options, value: choice.ledger, onchoose: (value) => context.choose("ledger", { ledger: value }) }));
  const shown = choice.ledger === "all" ? VERDICTS.flatMap(of) : of(choice.ledger);
  if (shown.length === 0) return [bar, el("p", { class: "calm" }, say("findings.filtered"))];
  return [bar, pagedList(shown, ({ relation, number }) => row(relation, number, context), {
    say,
    class: "ledger",
    upTo: context.drawn,
    head: ({ relation }) => say(`relation.${relation.verdict}`),
  })];
}

/** @param {Relation} relation @param {number} number @param {Context} context @returns {HTMLElement} */
function row(relation, number, context) {
  const { say } = context;
  const key = `relation ${number}`;
  const role = (/** @type {string} */ name) => (known(`role.${name}`) ? say(`role.${name}`) : name);
  return el(
    "li",
    { "data-row": key, class: `relation ${relation.verdict}`, ...lights(context, relation.operands.map(({ range }) => range)) },
    el(
      "button",
      { type: "button", class: "go", "data-main": true, onclick: () => context.goTo(relation.range, key) },
      el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[relation.verdict]),
      el("span", { class: "equation", lang: "zh-CN", translate: "no" }, relation.equation),
      el("span", { class: "kind" }, say(`kind.${relation.kind}`), el("span", { class: "unseen" }, `${say("clauses")}${say(`relation.${relation.verdict}`)}`)),
    ),
    el(
      "div",
      { class: "deeds" },
      relation.operands.map((operand) =>
        el("button", { type: "button", class: "place", onclick: () => context.goTo(operand.range, key) },
          el("span", { class: "role" }, `${role(operand.role)} `), el("span", { lang: "zh-CN", translate: "no" }, `${operand.value}${operand.unit}`))),
      relation.previous.map((place) => quoted(context.past(place), say("past"))),
    ),
  );
}
