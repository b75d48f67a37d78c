// @ts-check
/**
 * 结构: the standard's outline in its own order, and beside it what the draft has for each part. What
 * is missing stays in its place as an empty row, where its heading can be put into the text.
 */
import { el } from "../dom.js";
import { fold } from "../fold.js";
import { lights, roving } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Report} Report */
/** @typedef {import("../../pkg/hegao.js").Section} Section */
/** @typedef {Report["headings"][number]} Heading */
/** @typedef {import("../panel.js").Context} Context */

/** Headings of the draft below this level are not listed. */
const DEPTH = 2;

/** @param {Report} report @param {Context} context @returns {HTMLElement[]} */
export function outline(report, context) {
  const { say } = context;
  const tree = branch(report.sections, report.headings, context);
  roving(tree);
  return [
    el("div", { class: "sides", "aria-hidden": "true" }, el("span", {}, say("outline.standard")), el("span", {}, say("outline.draft"))),
    tree,
    ...others(report, context),
  ];
}

/** @param {Section[]} sections @param {Heading[]} headings @param {Context} context @returns {HTMLElement} */
function branch(sections, headings, context) {
  return el("ol", { class: "outline", role: "list" }, sections.map((section) => leaf(section, headings, context)));
}

/** @param {Section} section @param {Heading[]} headings @param {Context} context @returns {HTMLElement} */
function leaf(section, headings, context) {
  const { say } = context;
  const { id, title, required, children } = section;
  const key = `section ${id}`;
  const status = section.status === "missing" && !required ? "absent" : section.status;
  const place = headings.find((heading) => over(heading, section))?.range ?? section.heading ?? section.range;
  const words = status === "absent" ? say("optional") : `${say(`section.${status}`)}${required && status !== "present" ? `${say("clauses")}${say("required")}` : ""}`;
  return el(
    "li",
    { class: `section ${status}` },
    el(
      "div",
      { class: "head", "data-row": key, ...lights(context, place ? [place] : []) },
      el("div", { class: "due" },
        el("span", { class: `status ${status}`, "aria-hidden": "true" }),
        el("span", { class: "name" }, title),
        el("span", { class: status === "present" ? "unseen" : "must" }, words)),
      place
        ? el("button", { type: "button", class: "mine", "data-main": true, lang: "zh-CN", translate: "no", onclick: () => context.goTo(place, key) }, context.excerpt(place))
        : el("button", { type: "button", class: "insert", "data-main": true, onclick: () => context.insert(id, key) }, say("insert")),
    ),
    children.length > 0 ? branch(children, headings, context) : null,
  );
}

/** Headings that the standard does not ask for. @param {Report} report @param {Context} context */
function others({ sections, headings }, context) {
  const { say, opened } = context;
  const known = all(sections);
  const left = headings.filter((heading) => heading.level <= DEPTH && !known.some((section) => over(heading, section)));
  if (left.length === 0) return [];
  const list = el("ol", { class: "others", role: "list" }, left.map(({ range }) => {
    const key = `heading ${range.start}`;
    return el("li", { "data-row": key, ...lights(context, [range]) },
      el("button", { type: "button", class: "mine", "data-main": true, lang: "zh-CN", translate: "no", onclick: () => context.goTo(range, key) }, context.excerpt(range)));
  }));
  roving(list);
  return [fold({ label: say("outline.others", { n: left.length }), open: opened.get("others") === true, class: "apart", keep: "others", onfold: (now) => opened.set("others", now) }, list)];
}

/** Is this the heading of a section? @param {Heading} heading @param {Section} section */
const over = ({ range }, { heading }) => heading !== null && range.start <= heading.start && heading.start < range.end;

/** @param {Section[]} sections @returns {Section[]} */
const all = (sections) => sections.flatMap((section) => [section, ...all(section.children)]);
