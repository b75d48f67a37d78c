// @ts-check
/**
 * The page around the element: samples, settings, language, and how much was asked of the network.
 */
import "./hegao-checker.js";
import { el, refs, write } from "./dom.js";
import { foldable } from "./fold.js";
import { Handout } from "./handout.js";
import { Intake } from "./intake.js";
import { Keep, storage } from "./keep.js";
import { messages, translate } from "./messages.js";
import { Previous } from "./previous.js";
import { requestMeter } from "./requests.js";
import { SAMPLE } from "./sample.js";

const parts = refs(document);
const checker = /** @type {import("./hegao-checker.js").HegaoChecker} */ (parts.checker);
let say = messages("zh-CN");

let metered = { n: 0, m: 0 };
const meter = requestMeter((n, m) => {
  metered = { n, m };
  tellMeter();
});
const tellMeter = () => write(parts.meter, say(metered.m > 0 ? "meter.programs" : "meter", metered));
checker.addEventListener("hegao-ready", (event) => {
  const { standards } = /** @type {CustomEvent} */ (event).detail;
  if (parts.standard.children.length === 1) for (const { id, title } of standards) parts.standard.append(el("option", { value: id }, title));
  meter.start();
});
checker.addEventListener("hegao-error", () => meter.start());

/** What a button put in last: the browser asks before it leaves a text that someone has worked on, and not before it leaves this. */
let placed = "";
window.addEventListener("beforeunload", (event) => {
  if (checker.value.trim() === "" || checker.value === placed || keep?.safe) return;
  event.preventDefault();
  event.returnValue = true; // what Chromium before 119 goes by
});
const place = (/** @type {string} */ text) => {
  placed = text;
  checker.fill(text);
};

/** @type {import("./messages.js").Say} */
const spoken = (key, values) => say(key, values);
const intake = new Intake(
  {
    checker,
    textarea: /** @type {HTMLTextAreaElement} */ (parts.text),
    button: parts.open,
    input: /** @type {HTMLInputElement} */ (parts.file),
    veil: parts.veil,
  },
  { say: spoken, place },
);
const previous = new Previous(
  {
    checker,
    panel: parts.previous,
    field: /** @type {HTMLTextAreaElement} */ (parts.past),
    button: parts.pastOpen,
    input: /** @type {HTMLInputElement} */ (parts.pastFile),
    remove: parts.pastRemove,
    brief: parts.pastBrief,
    note: parts.pastNote,
    veil: parts.veil,
  },
  { say: spoken, onchange: () => keep?.changed() },
);
new Handout({ checker, buttons: parts.handout }, { say: spoken, original: () => intake.docx });
const kept = storage();
const keep = kept && new Keep(
  { checker, previous, days: /** @type {HTMLSelectElement} */ (parts.days), state: parts.kept, forget: parts.forget },
  { storage: kept, say: spoken, mine: (text) => text !== SAMPLE },
);
parts.keeping.hidden = !keep;
keep?.restore();

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
  keep?.show();
  previous.show();
  if (parts.meter.textContent) tellMeter();
});
on("standard", "change", () => (checker.standard = /** @type {HTMLSelectElement} */ (parts.standard).value));
on("level", "change", () => (checker.level = /** @type {import("../pkg/hegao.js").Level} */ (/** @type {HTMLSelectElement} */ (parts.level).value)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  checker.step(event.shiftKey ? -1 : 1);
});
