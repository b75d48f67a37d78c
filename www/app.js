// @ts-check
/**
 * The page around the element: samples, settings, language, and how much was asked of the network.
 */
import "./hegao-checker.js";
import { el, refs, write } from "./dom.js";
import { foldable } from "./fold.js";
import { messages, translate } from "./messages.js";
import { requestMeter } from "./requests.js";
import { SAMPLE } from "./sample.js";

const parts = refs(document);
const checker = /** @type {import("./hegao-checker.js").HegaoChecker} */ (parts.checker);
let say = messages("zh-CN");

let requests = 0;
const meter = requestMeter((count) => {
  requests = count;
  write(parts.meter, say("meter", { n: count }));
});
checker.addEventListener("hegao-ready", (event) => {
  const { standards } = /** @type {CustomEvent} */ (event).detail;
  if (parts.standard.children.length === 1) for (const { id, title } of standards) parts.standard.append(el("option", { value: id }, title));
  meter.start();
});
checker.addEventListener("hegao-error", () => meter.start());

/** What a button put in last: the browser asks before it leaves a text that someone has worked on, and not before it leaves this. */
let placed = "";
window.addEventListener("beforeunload", (event) => {
  if (checker.value.trim() === "" || checker.value === placed) return;
  event.preventDefault();
  event.returnValue = true; // what Chromium before 119 goes by
});
const place = (/** @type {string} */ text) => {
  placed = text;
  checker.fill(text);
};

const on = (/** @type {string} */ name, /** @type {string} */ event, /** @type {() => void} */ act) => parts[name].addEventListener(event, act);
for (const button of document.querySelectorAll("[data-fold]")) foldable(/** @type {HTMLElement} */ (button), parts[/** @type {HTMLElement} */ (button).dataset.fold ?? ""]);
on("sample", "click", () => place(SAMPLE));
on("try", "click", () => place(SAMPLE));
on("clear", "click", () => place(""));
on("skeleton", "click", () => {
  const { value } = checker;
  void checker.skeleton().then((outline) => (checker.value === value ? place(outline) : checker.tell(say("moved"))), () => checker.check().catch(() => {}));
});
on("large", "click", () => parts.large.setAttribute("aria-pressed", String(document.documentElement.classList.toggle("large"))));
on("print", "click", () => window.print());
on("language", "click", () => {
  const locale = checker.locale === "en" ? "zh-CN" : "en";
  checker.locale = document.documentElement.lang = locale;
  say = messages(locale);
  document.title = say("title");
  translate(document, say);
  parts.language.lang = locale === "en" ? "zh-CN" : "en";
  if (parts.meter.textContent) write(parts.meter, say("meter", { n: requests }));
});
on("standard", "change", () => (checker.standard = /** @type {HTMLSelectElement} */ (parts.standard).value));
on("level", "change", () => (checker.level = /** @type {import("../pkg/hegao.js").Level} */ (/** @type {HTMLSelectElement} */ (parts.level).value)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  checker.step(event.shiftKey ? -1 : 1);
});
