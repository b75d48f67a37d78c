// @ts-check
/**
 * Wires what is inside the element: editor → session → panel, and back from the panel to places in
 * the text. Knows nothing of attributes and events.
 */
import { Client } from "./client.js";
import { refs, write } from "./dom.js";
import { Editor } from "./editor.js";
import { past, quote } from "./export/places.js";
import { Guide } from "./guide.js";
import { Hover } from "./hover.js";
import { showKeys } from "./keys.js";
import { messages, translate } from "./messages.js";
import { Panel } from "./panel.js";
import { ports } from "./ports.js";
import { loaded } from "./requests.js";
import { Session } from "./session.js";
import { verdict } from "./verdict.js";
import { characters, excerpt } from "./words.js";

/** @typedef {import("./session.js").State} State */

/** How long the summary stands still before it is read out. */
const SETTLED = 1200;

/** The core is compiled once for a page, however many elements there are. */
const open = ports(loaded);

export class Workbench {
  #client = new Client(open);
  #parts;
  #context;
  #panel;
  #hover;
  #plain = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;
  /** @type {Promise<void> | null} */
  #preparing = null;
  /** @type {import("../pkg/hegao.js").StandardInfo[] | null} */
  #standards = null;

  /**
   * @param {ParentNode} root what `shell` made is in it
   * @param {{ onready: (standards: import("../pkg/hegao.js").StandardInfo[]) => void, onstate: (state: State) => void }} listeners
   */
  constructor(root, listeners) {
    this.root = root;
    this.listeners = listeners;
    const parts = (this.#parts = refs(root));
    const editor = (this.editor = new Editor({ backdrop: parts.backdrop, scroller: parts.scroller }, {
      onchange: (edit) => {
        hover.hide();
        this.guide.note("");
        this.#counted();
        this.session.edited(edit);
      },
      oncaret: (offset) => this.guide.caret(offset),
    }));
    const session = (this.session = new Session(this.#client, editor, (state) => this.#show(state)));
    this.#context = /** @type {import("./panel.js").Context} */ ({
      say: messages("zh-CN"),
      rules: new Map(),
      current: null,
      excerpt: (range) => excerpt(session.state.text, range),
      quote: (range) => quote(session.state.text, range),
      past: (place) => past(session.state.previous, place),
      goTo: (range, row) => this.guide.goTo(range, row),
      fix: (finding, index) => this.guide.fix(finding, index),
      insert: (section, row) => void this.guide.insert(section, row),
      look: (row) => this.guide.look(row),
      light: (ranges, reveal) => this.guide.light(ranges, reveal),
      step: (by) => this.guide.step(by),
      ignore: (finding, reason) => this.guide.ignore(finding, reason),
      restore: (finding) => this.guide.restore(finding),
    });
    const panel = (this.#panel = new Panel(parts, this.#context));
    this.guide = new Guide({ editor, session, panel, parts, context: this.#context });

    const hover = (this.#hover = new Hover({ scroller: parts.scroller, tip: parts.tip }, (x, y) => editor.markAt(x, y), (offset) => {
      const finding = offset === null ? undefined : this.guide.at(offset);
      this.guide.light(finding ? [finding.range, ...finding.related.map(({ range }) => range)] : []);
      return finding ? { tone: finding.severity, label: this.#context.say(finding.severity), message: finding.message } : null;
    }));

    const on = (/** @type {string} */ name, /** @type {() => void} */ act) => parts[name].addEventListener("click", act);
    on("skip", () => parts.results.focus());
    on("back", () => this.guide.back());
    on("keys", () => showKeys(parts.frame, this.#context.say));
    parts.frame.addEventListener("keydown", (event) => {
      if (!["?", "？"].includes(event.key) || /** @type {Element} */ (event.target).matches("input, select, textarea, dialog *")) return;
      event.preventDefault();
      showKeys(parts.frame, this.#context.say);
    });
    on("cancel", () => session.cancel());
    on("undo", () => {
      editor.focus();
      document.execCommand("undo");
    });
    on("again", () => {
      clearTimeout(this.#speaking);
      this.guide.say("");
      parts.results.focus({ preventScroll: true });
      session.again();
      if (this.#context.rules.size === 0) void this.#load();
    });
  }

  /** The options of the checks from now on. @param {import("./engine.js").Options} options */
  set(options) {
    const { locale = "zh-CN" } = options;
    const other = locale !== this.session.options.locale;
    this.session.options = options;
    this.session.check();
    if (!other) return;
    this.#context.say = messages(locale);
    this.#context.rules = new Map();
    translate(this.root, this.#context.say);
    /** @type {HTMLElement} */ (this.#parts.frame).lang = locale;
    this.#counted();
    this.#panel.draw();
    void this.#load();
  }

  /** Gives back the worker, and what listens elsewhere in the document. */
  rest() {
    clearTimeout(this.#speaking);
    this.#hover.hide();
    this.editor.release();
    this.session.rest();
  }

  /** All rows, for paper. @param {boolean} on */
  whole(on) {
    this.#panel.whole(on);
  }

  /** What was set aside. */
  get ignored() {
    return this.#context.ignored;
  }

  /** Any question to the core. @param {import("./engine.js").Method} method @param {...any} args */
  ask(method, ...args) {
    return this.#client.ask(method, ...args);
  }

  /** @param {State} state */
  #show(state) {
    if (state.report !== this.#shown) {
      this.#shown = state.report;
      this.#hover.hide();
      this.guide.take(state.report);
    }
    this.#panel.show(state);
    if (!state.busy) this.#announce();
    if (state.phase === "done" && this.#context.rules.size === 0) void this.#prepare().then(() => this.#panel.draw(), () => {});
    this.listeners.onstate(state);
  }
  /** @type {import("../pkg/hegao.js").Report | null} */
  #shown = null;

  #counted() {
    const { say } = this.#context;
    const { text, plain } = this.editor;
    const n = characters(text);
    write(this.#parts.characters, n === 0 ? "" : say("characters", { n }));
    if (plain) this.guide.note(say("long"));
    if (plain && !this.#plain) this.guide.say(say("long"));
    this.#plain = plain;
  }

  #announce() {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      if (this.editor.composing) return; // silent; the check after the composition announces
      const { line, details } = verdict(this.session.state, this.#context.say, this.#context.ignored);
      write(this.#parts.live, [line, details[0]].filter(Boolean).join(" "));
    }, SETTLED);
  }

  /** The reasons for the rules, in the present language, and the standards. */
  #prepare() {
    this.#preparing ??= (async () => {
      const standards = this.#standards ?? (await this.#client.ask("standards"));
      /** @type {string | undefined} */
      let locale;
      do {
        ({ locale } = this.session.options);
        const rules = await this.#client.ask("rules", locale);
        this.#context.rules = new Map(rules.map((/** @type {{ id: string }} */ rule) => [rule.id, rule]));
      } while (locale !== this.session.options.locale);
      if (!this.#standards) this.listeners.onready((this.#standards = standards));
    })().finally(() => (this.#preparing = null));
    return this.#preparing;
  }

  async #load() {
    try {
      await this.#prepare();
      this.session.ready = true;
      if (!this.session.state.busy) this.session.check();
    } catch (error) {
      if (/** @type {any} */ (error).code !== "stale" && !this.session.state.report) this.session.fail(error);
    }
  }
}
