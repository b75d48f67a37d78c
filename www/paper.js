// @ts-check
/**
 * The check on paper, A4: a form that can go before the head of an office with the draft, and behind it what
 * it rests on. The looks are in paper.css.
 */
import { el } from "./dom.js";
import { brief, titleOf } from "./export/brief.js";
import { headingPath, headingsOver, past } from "./export/places.js";
import { known } from "./messages.js";

/** @typedef {import("../pkg/hegao.js").Report} Report */
/** @typedef {import("../pkg/hegao.js").Section} Section */
/** @typedef {import("./export/brief.js").Item} Item */
/** @typedef {import("./export/brief.js").Settings} Settings */
/** @typedef {Settings["say"]} Say */

/** @param {Report} report @param {string} text the text it was made from @param {Settings} settings @returns {HTMLElement} */
export function paper(report, text, settings) {
  const { say } = settings;
  const made = brief(report, text, settings);
  return el("div", { class: "paper" },
    el("h1", {}, say("paper")),
    head(report, made, say),
    el("h2", {}, say("paper.findings", { n: made.items.length })),
    made.items.length > 0 ? findings(made.items, say) : el("p", {}, say("findings.none")),
    aside(made.aside, say),
    el("p", { class: "small" }, say("export.limits")),
    el("div", { class: "annex" },
      el("h2", {}, say("paper.sections")), sections(report, text, say),
      el("h2", {}, say("paper.indicators")), indicators(report, say),
      el("h2", {}, say("paper.ledger")), ledger(report, text, settings)));
}

/** @param {Report} report @param {import("./export/brief.js").Brief} made @param {Say} say */
function head({ document: { organ, level, year, signed }, standard, previous }, { title, line, details: [looked], date }, say) {
  const cell = (/** @type {string} */ key, /** @type {import("./dom.js").Child[]} */ ...words) => [named(key, say), el("td", {}, words)];
  const row = (/** @type {string} */ key, /** @type {import("./dom.js").Child[]} */ ...words) => el("tr", {}, named(key, say), el("td", { colspan: "3" }, words));
  const unread = say("paper.unread");
  return el("table", { class: "form" }, el("tbody", {},
    row("paper.title", title),
    el("tr", {}, cell("paper.organ", [organ, level && say(`level.${level}`)].filter(Boolean).join(" · ") || unread), cell("paper.year", year === null ? unread : say("year", { n: year }))),
    el("tr", {}, cell("paper.signed", signed ?? unread), cell("paper.date", date)),
    row("paper.standard", say("paper.version", { title: standard.title, version: standard.version })),
    previous ? row("paper.previous", [titleOf({ document: previous }, say), previous.year && say("year", { n: previous.year })].filter(Boolean).join(" · ")) : null,
    row("paper.verdict", el("strong", {}, line), el("div", {}, looked)),
    el("tr", { class: "opinion" }, named("paper.opinion", say), el("td", { colspan: "3" })), // people write here
    el("tr", {}, cell("paper.checker"), cell("paper.day"))));
}

/** @param {string} key @param {Say} say */
const named = (key, say) => el("th", { scope: "row" }, say(key));

/** @param {Item[]} items in the order of the text @param {Say} say */
function findings(items, say) {
  const rows = items.flatMap((item, index) => [
    item.section === items[index - 1]?.section ? null : over(item.section || say("export.opening"), 4),
    el("tr", {},
      el("td", { class: "word" }, index + 1),
      el("td", { class: "word" }, say(item.severity), item.possible ? el("div", { class: "small" }, say("possible")) : null),
      el("td", {}, finding(item, say)),
      el("td", { class: "word" }, el("div", {}, say("paper.mended")), el("div", {}, say("paper.left")))),
  ]);
  return table(["paper.number", "paper.grade", "paper.finding", "paper.done"], rows, say);
}

/** @param {Item} item @param {Say} say */
function finding({ message, place, quote, past: others, deeds, why, clause }, say) {
  return [
    el("div", { class: "message" }, message),
    small(say("export.place", { place })),
    quote ? small(quoted(quote)) : null,
    ...others.map((one) => lastYear(one, say)),
    ...deeds.map((words) => small(say("export.deed", { words }))),
    why ? small(say("export.why", { why })) : null,
    clause ? small(say("clause", { clause })) : null,
  ];
}

/** @param {(import("./dom.js").Child | import("./dom.js").Child[])[]} words */
const small = (...words) => el("div", { class: "small" }, words.flat());

/** @param {import("./export/places.js").Quote} quote @returns {import("./dom.js").Child[]} */
const quoted = ({ before, at, after }) => ["“", before, el("u", {}, at), after, "”"];

/** @param {import("./export/places.js").Quote} quote @param {Say} say */
const lastYear = (quote, say) => small(say("export.past", { words: "" }), quoted(quote));

/** What was set aside, and why. @param {import("./export/brief.js").Brief["aside"]} list @param {Say} say */
function aside(list, say) {
  if (list.length === 0) return null;
  const words = list.map(({ message, reason }) => el("li", {}, `${message}${say("export.reason", { reason })}`));
  return el("div", { class: "small" }, say("ignored", { n: list.length }), el("ul", {}, words));
}

/** @param {Report} report @param {string} text @param {Say} say */
function sections({ sections: all, headings }, text, say) {
  const headingsAt = headingsOver(headings);
  /** @param {Section[]} list @param {string | null} depth @returns {HTMLElement[]} */
  const rows = (list, depth) => list.flatMap(({ title, required, status, heading, range, children }) => {
    const place = heading ?? range;
    return [
      el("tr", {},
        el("td", { class: depth }, title),
        el("td", { class: "word" }, required ? say("required") : ""),
        el("td", { class: "word" }, status === "missing" && !required ? say("optional") : say(`section.${status}`)),
        el("td", {}, place ? headingPath(text, headingsAt(place.start)) : "")),
      ...rows(children, "under"),
    ];
  });
  return table(["paper.part", "paper.demand", "status", "column.place"], rows(all, null), say);
}

/** Those with something to say: in the draft, or usual and not in it. @param {Report} report @param {Say} say */
function indicators({ indicators: all }, say) {
  const shown = all.filter(({ required, status }) => required || status !== "missing");
  if (shown.length === 0) return el("p", {}, say("indicators.none"));
  const rows = shown.flatMap(({ topic, title, required, status, values }, index) => [
    topic === shown[index - 1]?.topic ? null : over(known(`topic.${topic}`) ? say(`topic.${topic}`) : topic, 4),
    el("tr", {},
      el("td", {}, title),
      el("td", { class: "word" }, say(required ? "yes" : "no")),
      el("td", { class: "word" }, say(`indicator.${status}`)),
      el("td", {}, values.map(({ value, unit, approximate }) => `${approximate ? say("about") : ""}${value}${unit}`).join(say("and")))),
  ]);
  return table(["indicator", "column.usual", "status", "values"], rows, say);
}

/** What disagrees comes first. @param {Report} report @param {string} text @param {Settings} settings */
function ledger({ relations, headings }, text, { say, previous: other }) {
  if (relations.length === 0) return el("p", {}, say("ledger.none"));
  const headingsAt = headingsOver(headings);
  const order = ["disagrees", "unsure", "agrees"];
  const rows = [...relations].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)).map(({ verdict, kind, equation, previous, range }) => el("tr", {},
    el("td", { class: "word" }, say(`relation.${verdict}`)),
    el("td", { class: "word" }, say(`kind.${kind}`)),
    el("td", {}, equation, previous.flatMap((place) => past(other, place) ?? []).map((one) => lastYear(one, say))),
    el("td", {}, headingPath(text, headingsAt(range.start)))));
  return table(["column.result", "column.kind", "column.equation", "column.place"], rows, say);
}

/** A row that says what the next ones have in common. @param {string} words @param {number} columns */
const over = (words, columns) => el("tr", { class: "over" }, el("th", { scope: "rowgroup", colspan: columns }, words));

/** @param {string[]} columns @param {(HTMLElement | null)[]} rows @param {Say} say */
function table(columns, rows, say) {
  return el("table", {}, el("thead", {}, el("tr", {}, columns.map((key) => el("th", { scope: "col" }, say(key))))), el("tbody", {}, rows));
}
