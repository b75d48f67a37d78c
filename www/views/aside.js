// @ts-check
/**
 * Findings that are set aside for a reason: the way there, and the list of them with the way back.
 */
import { el } from "../dom.js";
import { fold } from "../fold.js";
import { inOrder } from "../marks.js";

/** @typedef {import("../../pkg/hegao.js").Finding} Finding */
/** @typedef {import("../panel.js").Context} Context */

/** Reasons that are one click away. */
const REASONS = ["right", "custom", "unfit"];

/** @param {Finding} finding @param {Context} context */
export function ignore(finding, { say, ignore: set }) {
  const own = /** @type {HTMLInputElement} */ (el("input", { "aria-label": say("ignore.own"), placeholder: say("ignore.own"), autocomplete: "off" }));
  const done = () => (own.value.trim() ? set(finding, own.value.trim()) : own.focus());
  own.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // or the row that gets the focus would be pressed
    done();
  });
  const reasons = REASONS.map((reason) => say(`ignore.${reason}`));
  return fold({ label: say("ignore"), open: false, class: "ignore" },
    el("div", { class: "reasons", role: "group", "aria-label": say("ignore.why") },
      reasons.map((reason) => el("button", { type: "button", class: "place", onclick: () => set(finding, reason) }, reason)),
      el("span", { class: "own" }, own, el("button", { type: "button", class: "place", onclick: done }, say("ignore.set")))));
}

/** What was set aside. @param {import("../../pkg/hegao.js").Report} report @param {Context} context @returns {HTMLElement[]} */
export function aside(report, { say, ignored, opened, restore }) {
  const list = inOrder(report).filter(({ fingerprint }) => ignored.has(fingerprint));
  if (list.length === 0) return [];
  return [fold(
    { label: say("ignored", { n: list.length }), open: opened.get("aside") === true, class: "aside", keep: "aside", onfold: (now) => opened.set("aside", now) },
    el("ul", { role: "list" }, list.map((finding) =>
      el("li", {},
        el("p", {}, finding.message),
        el("p", { class: "excerpt" }, say("ignored.reason", { reason: ignored.get(finding.fingerprint) ?? "" })),
        el("button", { type: "button", class: "place", onclick: () => restore(finding) }, say("restore"))))),
  )];
}
