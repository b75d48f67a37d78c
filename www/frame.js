// @ts-check
/**
 * The checker in a frame: a page of another kind, or of another origin, talks to it by messages. What
 * they are is in docs/embedding.md. Whoever is not on the list of `frame.html` is not answered.
 */
import "./hegao-checker.js";
import { refs, write } from "./dom.js";
import { messages } from "./messages.js";
import { requestMeter } from "./requests.js";

const OPTIONS = /** @type {const} */ (["standard", "year", "level", "locale", "rules", "previous"]);

const checker = /** @type {import("./hegao-checker.js").HegaoChecker} */ (document.querySelector("hegao-checker"));
const { meter: place } = refs(document);
const listed = document.querySelector("meta[name=hegao-parents]")?.getAttribute("content") ?? "";
const parents = [location.origin, ...listed.split(/\s+/).filter(Boolean)];
/** The origin that asked first: reports go there. @type {string | null} */
let home = null;

const meter = requestMeter((n) => write(place, messages(checker.locale)("meter", { n })));
checker.addEventListener("hegao-ready", () => meter.start());

/** @param {string} type @param {object} detail */
function answer(type, detail) {
  if (home) window.parent.postMessage({ hegao: 1, type, ...detail }, home);
}

checker.addEventListener("hegao-report", (event) => answer("report", /** @type {CustomEvent} */ (event).detail));
checker.addEventListener("hegao-error", (event) => answer("error", /** @type {CustomEvent} */ (event).detail));

window.addEventListener("message", ({ data, origin, source }) => {
  if (source !== window.parent || !parents.includes(origin) || data?.hegao !== 1 || data.type !== "set") return;
  home = origin;
  for (const name of OPTIONS) if (name in data) /** @type {any} */ (checker)[name] = data[name];
  if (typeof data.text === "string") checker.value = data.text;
  answer("ready", {});
  checker.check().catch(() => {}); // the event has told
});
