// @ts-check
/**
 * The list of keys, in a dialog of its own that is made when it is asked for.
 */
import { el } from "./dom.js";

/** Keys that do one thing (each a list of keys pressed together), and what they do. @type {[string[][], string][]} */
const KEYS = [
  [[["F8"], ["Shift", "F8"]], "keys.next"],
  [[["Esc"]], "keys.back"],
  [[["↑"], ["↓"], ["Home"], ["End"]], "keys.list"],
  [[["Enter"]], "keys.enter"],
  [[["→"], ["←"]], "keys.open"],
  [[["Delete"]], "keys.ignore"],
  [[["←"], ["→"]], "keys.tabs"],
  [[["Ctrl", "Z"]], "keys.undo"],
  [[["?"]], "keys.keys"],
];

/** @param {Node} place where the dialog goes @param {import("./messages.js").Say} say */
export function showKeys(place, say) {
  const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "keys", "aria-labelledby": "keys-title" },
    el("h2", { id: "keys-title" }, say("keys")),
    el("dl", {}, KEYS.map(([keys, words]) => el("div", {}, el("dt", {}, keys.map(pressed).flat()), el("dd", {}, say(words))))),
    el("button", { type: "button", class: "sturdy", onclick: () => dialog.close() }, say("close"))));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.appendChild(dialog);
  dialog.showModal();
}

/** @param {string[]} together @returns {import("./dom.js").Child[]} */
const pressed = (together) => [...together.flatMap((key, index) => [index > 0 ? "+" : "", el("kbd", {}, key)]), " "];
