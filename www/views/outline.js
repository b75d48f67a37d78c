// @ts-check
/**
 * 结构: the standard's outline in its own order. What is missing stays in its place as an empty row.
 */
import { el } from "../dom.js";
import { roving } from "../rows.js";

/** @typedef {import("../../pkg/hegao.js").Section} Section */
/** @typedef {import("../panel.js").Context} Context */

/** @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function outline(report, context) {
  const tree = branch(report.sections, context);
  roving(tree);
  return [el("p", { class: "intro" }, context.say("outline.intro")), tree];
}

/** @param {Section[]} sections @param {Context} context @returns {HTMLElement} */
function branch(sections, context) {
  return el("ol", { class: "outline", role: "list" }, sections.map((section) => leaf(section, context)));
}

/** @param {Section} section @param {Context} context @returns {HTMLElement} */
function leaf(section, context) {
  const { say } = context;
  const key = `section ${section.id}`;
  const place = section.heading ?? section.range;
  const heading = section.heading ? context.excerpt(section.heading) : "";
  const status = section.status === "missing" && !section.required ? "absent" : section.status;
  return el(
    "li",
    { class: `section ${status}` },
    el(
      "div",
      { class: "head", "data-row": place ? key : null },
      place
        ? el("button", { type: "button", class: "name", "data-main": true, onclick: () => context.goTo(place, key) }, section.title)
        : el("span", { class: "name" }, section.title),
      el("span", { class: `status ${status}` }, status === "absent" ? say("optional") : say(`section.${section.status}`)),
      section.required && section.status !== "present" ? el("span", { class: "must" }, say("required")) : null,
      heading && heading !== section.title ? el("span", { class: "heading", lang: "zh-CN", translate: "no" }, heading) : null,
    ),
    section.children.length > 0 ? branch(section.children, context) : null,
  );
}
