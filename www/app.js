// @ts-check
/**
 * Wires the page: editor → session → panel, and back from the panel to places in the text.
 */
import { Client } from "./client.js";
import { el, refs, write } from "./dom.js";
import { Editor } from "./editor.js";
import { foldable } from "./fold.js";
import { Guide } from "./guide.js";
import { messages, translate } from "./messages.js";
import { Panel } from "./panel.js";
import { ports } from "./ports.js";
import { requestMeter } from "./requests.js";
import { SAMPLE } from "./sample.js";
import { Session } from "./session.js";
import { verdict } from "./verdict.js";
import { characters, excerpt } from "./words.js";

/** How long the summary stands still before it is read out. */
const SETTLED = 1200;

/** @param {HTMLElement} root */
export function start(root) {
  const parts = refs(root);
  const textarea = /** @type {HTMLTextAreaElement} */ (parts.textarea);
  let locale = "zh-CN";
  let say = messages(locale);
  let requests = 0;

  const meter = requestMeter((count) => {
    requests = count;
    write(parts.meter, say("meter", { n: count }));
  });
  const client = new Client(ports((own) => meter.add(own)));
  const editor = new Editor({ textarea, backdrop: parts.backdrop, scroller: parts.scroller }, {
    onchange(edit) {
      guide.note("");
      counted();
      guarded();
      session.edited(edit);
    },
    oncaret: (offset) => guide.caret(offset),
  });
  const session = new Session(client, editor, (state) => {
    if (state.report !== shown) {
      shown = state.report;
      guide.take(shown);
    }
    panel.show(state);
    if (!state.busy) announce();
    if (state.phase === "done" && context.rules.size === 0) void prepare().then(() => panel.draw(), () => {});
  });
  /** @type {import("../pkg/hegao.js").Report | null} */
  let shown = null;
  const context = /** @type {import("./panel.js").Context} */ ({
    say,
    rules: new Map(),
    choice: { findings: "all", indicators: "usual", ledger: "all" },
    drawn: 0,
    current: null,
    excerpt: (range) => excerpt(session.state.text, range),
    key: (finding) => guide.key(finding),
    goTo: (range, row) => guide.goTo(range, row),
    fix: (finding, index) => guide.fix(finding, index),
    look: (row) => guide.look(row),
    step: (by) => guide.step(by),
    choose: (view, value) => panel.choose(view, value),
  });
  const panel = new Panel(parts, context);
  const guide = new Guide({ editor, session, panel, parts, context });

  function counted() {
    const n = characters(editor.text);
    write(parts.characters, n === 0 ? "" : say("characters", { n }));
    if (editor.plain) guide.note(say("long"));
    if (editor.plain && !plain) guide.say(say("long"));
    plain = editor.plain;
  }
  let plain = false;

  /** The browser asks before it leaves a text that someone has worked on; not before it leaves what a button put in. */
  function guarded() {
    const { text } = editor;
    if (text.trim() === "" || text === placed) window.removeEventListener("beforeunload", ask);
    else window.addEventListener("beforeunload", ask);
  }
  const ask = (/** @type {BeforeUnloadEvent} */ event) => {
    event.preventDefault();
    event.returnValue = true; // what Chromium before 119 goes by
  };
  /** What a button put in last. */
  let placed = "";
  const place = (/** @type {string} */ text) => {
    placed = text;
    guide.fill(text);
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking;
  function announce() {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      if (editor.composing) return; // silent; the check after the composition announces
      const { line, details } = verdict(session.state, say);
      const words = [line, details[0]].filter(Boolean).join(" ");
      write(parts.live, words);
    }, SETTLED);
  }

  function speak() {
    context.say = say = messages(locale);
    translate(root, locale, say);
    parts.language.lang = locale === "en" ? "zh-CN" : "en";
    parts.meter.textContent = parts.meter.textContent && say("meter", { n: requests });
    counted();
    panel.draw();
  }

  textarea.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !session.state.report) return;
    event.preventDefault();
    guide.back();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.isComposing || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    guide.step(event.shiftKey ? -1 : 1);
  });

  const on = (/** @type {string} */ name, /** @type {string} */ event, /** @type {() => void} */ act) => parts[name].addEventListener(event, act);
  for (const button of root.querySelectorAll("[data-fold]")) foldable(/** @type {HTMLElement} */ (button), parts[/** @type {HTMLElement} */ (button).dataset.fold ?? ""]);
  on("sample", "click", () => place(SAMPLE));
  on("try", "click", () => place(SAMPLE));
  on("clear", "click", () => place(""));
  on("skeleton", "click", () => {
    const { text } = editor;
    const mine = () => editor.text === text && !editor.composing;
    void client.ask("skeleton", session.options).then((outline) => (mine() ? place(outline) : guide.tell(say("moved"))), () => session.check());
  });
  on("back", "click", () => guide.back());
  on("undo", "click", () => {
    textarea.focus({ preventScroll: true });
    document.execCommand("undo");
  });
  on("again", "click", () => {
    clearTimeout(speaking);
    guide.say("");
    parts.results.focus({ preventScroll: true });
    session.again();
    if (context.rules.size === 0) void load();
  });
  on("print", "click", () => window.print());
  window.addEventListener("beforeprint", () => panel.whole(true));
  window.addEventListener("afterprint", () => panel.whole(false));
  on("language", "click", () => {
    locale = locale === "en" ? "zh-CN" : "en";
    speak();
    void explain().then(options, options);
  });
  on("standard", "change", options);
  on("level", "change", options);

  function options() {
    const [standard, level] = [parts.standard, parts.level].map((part) => /** @type {HTMLSelectElement} */ (part).value);
    session.options = { standard, locale };
    if (level) session.options.level = /** @type {import("../pkg/hegao.js").Level} */ (level);
    session.check();
  }

  /** The reasons for the rules, in the present language. */
  async function explain() {
    const rules = await client.ask("rules", locale);
    context.rules = new Map(rules.map((/** @type {{ id: string }} */ rule) => [rule.id, rule]));
  }

  /** @type {Promise<void> | null} */
  let preparing = null;
  /** Asks for the rules and the standards. */
  function prepare() {
    preparing ??= (async () => {
      const standards = await client.ask("standards");
      await explain();
      if (parts.standard.children.length === 1) for (const { id, title } of standards) parts.standard.append(el("option", { value: id }, title));
    })().finally(() => (preparing = null));
    return preparing;
  }

  async function load() {
    try {
      await prepare();
      session.ready = true;
      options();
    } catch (error) {
      if (!session.state.report) session.fail(error);
    }
    if (!counting) meter.start();
    counting = true;
  }
  let counting = false;
  counted();
  void load();
}

start(/** @type {HTMLElement} */ (document.querySelector("[data-hegao]")));
