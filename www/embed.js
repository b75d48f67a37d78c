// @ts-check
/**
 * Three ways to embed the checker, as a portal would write them.
 */
import "./hegao-checker.js";
import { Client } from "./client.js";
import { el, refs, write } from "./dom.js";
import { messages } from "./messages.js";
import { ports } from "./ports.js";
import { loaded, requestMeter } from "./requests.js";

const parts = refs(document);
const say = messages("zh-CN");
const meter = requestMeter((n) => write(parts.meter, say("meter", { n })));
const found = (/** @type {import("../pkg/hegao.js").Report} */ { summary }) => `${summary.errors} 处要改，${summary.warnings} 条建议`;
const one = (/** @type {string} */ query) => /** @type {HTMLElement} */ (document.querySelector(query));

// One: the element. The form asks for what it needs to know.
const form = /** @type {HTMLFormElement} */ (one("#element form"));
form.addEventListener("hegao-report", (event) => {
  const { report } = /** @type {CustomEvent} */ (event).detail;
  write(one("#element output"), report ? found(report) : "");
});
form.addEventListener("submit", (event) => {
  event.preventDefault(); // an example is not sent anywhere
  write(one("#element output"), `会提交 ${String(new FormData(form).get("report")).length} 个字符`);
});

// Two: the interface. One question after a pause; the answer to a former text is never drawn.
const editor = one("#editor");
const client = new Client(ports(loaded));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
editor.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, 300);
});

async function ask() {
  const list = one("#interface .list");
  try {
    const { findings } = await client.check(editor.textContent ?? "", { rules: { structure: "off", indicators: "off" } });
    list.replaceChildren(...findings.map(({ message, range }) =>
      el("li", {}, el("button", { type: "button", class: "place", onclick: () => select(range) }, message))));
  } catch (error) {
    if (/** @type {any} */ (error).code !== "stale") list.replaceChildren(el("li", {}, `没有核对：${/** @type {any} */ (error).message}`));
  }
}

/** Selects a place of the editor's text, whatever nodes it is made of. @param {{ start: number, end: number }} place */
function select({ start, end }) {
  const range = document.createRange();
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (at <= start && start <= at + length) range.setStart(node, start - at);
    if (at <= end && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  editor.focus();
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

// Three: the frame. What it sends is taken only from it, and only from its origin.
const frame = /** @type {HTMLIFrameElement} */ (one("#frame iframe"));
const { origin } = new URL(frame.src);
parts.send.addEventListener("click", () =>
  frame.contentWindow?.postMessage({ hegao: 1, type: "set", text: "全年审结行政复议案件86件，其中维持51件、撤销12件、驳回9件、终止8件、其他7件。", rules: { structure: "off", indicators: "off" } }, origin));
window.addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin || event.data?.hegao !== 1) return;
  const { type, report, message } = event.data;
  if (type === "report" && report) write(one("#frame output"), found(report));
  if (type === "error") write(one("#frame output"), message);
});

const loading = (/** @type {EventTarget} */ target, /** @type {string} */ name) => new Promise((done) => target.addEventListener(name, done, { once: true }));
void Promise.all([loading(form, "hegao-ready"), loading(window, "load"), ask()]).then(() => meter.start());
