// @ts-check
/**
 * Words that fold away under a button. Not `<details>`: while one of those is closed anywhere on a
 * page, Chromium needs seconds to select all of a long text.
 */
import { el } from "./dom.js";

/**
 * @param {{ label: string, open: boolean, class: string, keep?: string, onfold?: (open: boolean) => void }} settings
 * @param {...import("./dom.js").Child} content
 * @returns {HTMLElement}
 */
export function fold({ label, open, class: name, keep, onfold }, ...content) {
  const body = el("div", { hidden: !open }, content);
  const button = el("button", { type: "button", class: "fold", "aria-expanded": String(open), "data-keep": keep }, label);
  return el("div", { class: name }, foldable(button, body, onfold), body);
}

/** Lets a button fold what belongs to it. @param {HTMLElement} button @param {HTMLElement} body @param {(open: boolean) => void} [onfold] @returns {HTMLElement} */
export function foldable(button, body, onfold = () => {}) {
  button.addEventListener("click", () => {
    body.hidden = !body.hidden;
    button.setAttribute("aria-expanded", String(!body.hidden));
    onfold(!body.hidden);
  });
  return button;
}
