// @ts-check
/**
 * What is inside the element: the text with its mirror on one side, the results on the other. The
 * words come with `translate`.
 */
import { el } from "./dom.js";

const VIEWS = ["findings", "outline", "indicators", "ledger"];

/** @returns {HTMLElement} */
export function shell() {
  return el("div", { class: "frame", part: "frame", "data-ref": "frame" }, desk(), results());
}

function desk() {
  return el("div", { class: "desk", part: "desk" },
    el("slot", { name: "toolbar" }),
    quietly("skip", { class: "skip" }),
    el("div", { class: "scroller", part: "text", "data-ref": "scroller" },
      el("div", { class: "sheet" },
        el("div", { class: "backdrop", part: "marks", "data-ref": "backdrop", translate: "no", "aria-hidden": "true" }),
        el("slot"),
        el("div", { class: "tip", part: "tip", "data-ref": "tip", "aria-hidden": "true", hidden: true }))),
    el("div", { class: "foot", part: "foot" },
      el("span", { class: "count", "data-ref": "characters" }),
      el("p", { class: "note", part: "note", "data-ref": "note" }),
      quietly("undo", { hidden: true }),
      quietly("back", { hidden: true }),
      quietly("keys", { "aria-haspopup": "dialog", "aria-keyshortcuts": "?" })));
}

function results() {
  return el("div", { class: "results", part: "results", role: "group", "data-ref": "results", tabindex: "-1", "aria-labelledby": "results-title" },
    el("h2", { class: "unseen", id: "results-title", "data-say": "results" }),
    el("div", { class: "verdict", part: "verdict", "data-ref": "verdict", "data-mood": "calm" },
      el("div", { class: "checking", "data-ref": "checking", hidden: true },
        el("p", { class: "line", "data-say": "checking" }),
        el("progress", { part: "progress", "data-say-label": "checking" }),
        quietly("cancel")),
      el("div", { "data-ref": "verdict-text" }),
      el("div", { class: "welcome", "data-ref": "welcome", hidden: true },
        el("slot", { name: "welcome" }),
        el("p", {},
          ["error", "warning", "info"].map((tone) => [el("span", { class: `label ${tone}`, "data-say": tone }), " "]).flat(),
          el("span", { "data-say": "legend" }))),
      el("button", { type: "button", class: "sturdy", part: "button", "data-ref": "again", "data-say": "again", hidden: true })),
    el("p", { class: "unseen", role: "status", "data-ref": "live" }),
    el("div", { class: "body", "data-ref": "body", hidden: true },
      el("div", { class: "tabs", part: "tabs", role: "tablist", "data-ref": "tabs", "data-say-label": "views" },
        VIEWS.map((view) => el("button", { type: "button", role: "tab", part: "tab", id: `tab-${view}`, "aria-controls": `panel-${view}`, "data-view": view }))),
      VIEWS.map((view, index) => el("div", {
        class: "panel", part: "panel", role: "tabpanel", id: `panel-${view}`, "aria-labelledby": `tab-${view}`,
        tabindex: "0", "data-ref": `panel-${view}`, hidden: index > 0,
      }))));
}

/** @param {string} name of the hook and of its words @param {Record<string, unknown>} [more] */
function quietly(name, more) {
  return el("button", { type: "button", class: "quietly", part: "button", "data-ref": name, "data-say": name, ...more });
}
