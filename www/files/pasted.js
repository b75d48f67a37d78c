// @ts-check
/** Formatted text from the clipboard as plain text. */
import { words } from "./html.js";
import { inert } from "./inert.js";

/** @param {string} html */
export const pasted = (html) => words(inert(html));
