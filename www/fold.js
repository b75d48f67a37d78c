// @ts-check
/**
 * Words that fold away under a button. Not `<details>`: while one of those is closed anywhere on a
 * page, Chromium needs seconds to select all of a long text.
 */
import { el } from "./dom.js";

/**
 * @param {{ label: string, open: boolean, class: string }} settings
 * @param {...import("./dom.js").Child} content
 * @returns {HTMLElement}
 */
export function fold({ label, open, class: name }, ...content) {
  const body = el("div", { hidden: !open }, content);
  return el("div", { class: name }, foldable(el("button", { type: "button", class: "fold", "aria-expanded": String(open) }, label), body), body);
}

/** Lets a button fold what belongs to it. @param {HTMLElement} button @param {HTMLElement} body @returns {HTMLElement} */
export function foldable(button, body) {
  button.addEventListener("click", () => {
    body.hidden = !body.hidden;
    button.setAttribute("aria-expanded", String(!body.hidden));
  });
  return button;
}
