// @ts-check
/**
 * Automatic numbers: the definitions of numbering.xml and the styles that refer to them, and the counters
 * that run through a document. Pure.
 *
 * As Word does it: all lists of one abstract definition count on together, but a list that overrides its
 * start begins anew when it is first used; a level begins anew after one above it; a level that is named
 * before it was used shows its start.
 */
import { labelled, numeral } from "./numerals.js";
import { attribute } from "./xml.js";

/** @typedef {import("./xml.js").Node} Node */
/** @typedef {{ start: number, format: string, text: string, legal: boolean, restart: number, style: string | null }} Level
 *   restart: begins anew after this level (from one) or one above it; style: the style that has it */
/** @typedef {{ levels: (Level | undefined)[], counts: (number | undefined)[] }} List all that count together */
/** @typedef {{ list: List, starts: Map<number, number>, own: (Level | undefined)[] }} Use one w:num */
/** @typedef {{ based: string | null, num: string | null, level: number, hidden: boolean | null, contents: boolean }} Style contents: it is for a table of contents */

const LEVELS = 9;
/** How long a chain of styles may be before it is taken for a ring. */
const CHAIN = 20;

const child = (/** @type {Node | undefined} */ node, /** @type {string} */ name) => node?.children.find((one) => one.name === name);
const value = (/** @type {Node | undefined} */ node, /** @type {string} */ name) => {
  const found = child(node, name);
  return found ? attribute(found.tag, "val") : null;
};
/** A property that is on or off; null where it is not spoken of. @param {Node | undefined} node @param {string} name */
const toggle = (node, name) => (child(node, name) ? isOn(child(node, name)?.tag ?? "") : null);

/** Is the property of this tag on? @param {string} tag */
export const isOn = (tag) => !["0", "false", "off"].includes(attribute(tag, "val") ?? "");

/** What styles.xml says of numbers, of hidden text and of tables of contents. */
export class Styles {
  /** @type {Map<string, Style>} */
  #styles = new Map();
  /** @type {string | null} the style of a paragraph that names none */
  usual = null;

  /** @param {Node | null} root */
  constructor(root) {
    for (const node of root?.children ?? []) {
      const id = attribute(node.tag, "styleId");
      if (node.name !== "style" || id === null) continue;
      const numbering = child(child(node, "pPr"), "numPr");
      this.#styles.set(id, {
        based: value(node, "basedOn"),
        num: value(numbering, "numId"),
        level: Number(value(numbering, "ilvl") ?? 0),
        hidden: toggle(child(node, "rPr"), "vanish"),
        contents: /^toc (\d|heading)$/i.test(value(node, "name") ?? ""),
      });
      if (attribute(node.tag, "type") === "paragraph" && ["1", "true", "on"].includes(attribute(node.tag, "default") ?? "")) this.usual = id;
    }
  }

  /** The first style of a chain that says something. @template T @param {string | null} id @param {(style: Style, id: string) => T | null} ask */
  find(id, ask) {
    for (let steps = 0; id !== null && steps < CHAIN; steps += 1) {
      const style = this.#styles.get(id);
      const answer = style ? ask(style, id) : null;
      if (answer !== null) return answer;
      id = style?.based ?? null;
    }
    return null;
  }

  /** @param {string | null} id */
  hides(id) {
    return this.find(id, (style) => style.hidden);
  }

  /** Is this a line of a table of contents? @param {string | null} id */
  lists(id) {
    return this.find(id, (style) => style.contents || null) === true;
  }
}

export class Numbering {
  /** @type {Map<string, Use>} */
  #uses = new Map();
  #styles;

  /** @param {Node | null} root of numbering.xml @param {Styles} styles */
  constructor(root, styles) {
    this.#styles = styles;
    /** @type {Map<string, { list: List, link: string | null }>} */
    const abstracts = new Map();
    for (const node of root?.children ?? []) {
      if (node.name === "abstractNum") {
        abstracts.set(attribute(node.tag, "abstractNumId") ?? "", { list: { levels: levelsOf(node), counts: [] }, link: value(node, "numStyleLink") });
      }
    }
    const nums = (root?.children ?? []).filter(({ name }) => name === "num");
    const abstractOf = (/** @type {string | null} */ id) => {
      const num = nums.find((node) => attribute(node.tag, "numId") === id);
      return num && abstracts.get(value(num, "abstractNumId") ?? "");
    };
    for (const node of nums) {
      let found = abstracts.get(value(node, "abstractNumId") ?? "");
      if (found?.link) found = abstractOf(styles.find(found.link, ({ num }) => num)) ?? found;
      if (!found) continue;
      /** @type {Use} */
      const use = { list: found.list, starts: new Map(), own: [] };
      for (const override of node.children.filter(({ name }) => name === "lvlOverride")) {
        const level = Number(attribute(override.tag, "ilvl"));
        const start = value(override, "startOverride");
        if (start !== null) use.starts.set(level, Number(start));
        Object.assign(use.own, levelsOf(override));
      }
      this.#uses.set(attribute(node.tag, "numId") ?? "", use);
    }
  }

  /**
   * The number of the next paragraph, "" if it has none. Counts on.
   * @param {{ style: string | null, num: string | null, level: number | null }} paragraph
   */
  next({ style, num, level }) {
    const own = num === null ? this.#styles.find(style, (one) => (one.num === null ? null : one)) : null;
    const use = this.#uses.get(num ?? own?.num ?? "");
    if (!use) return "";
    const at = level ?? (own ? this.#linked(use, style) ?? own.level : 0);
    if (!(at >= 0 && at < LEVELS)) return "";
    const levels = Array.from({ length: LEVELS }, (_, index) => use.own[index] ?? use.list.levels[index]);
    count(use, levels, at);
    return labelOf(levels, use.list.counts, at);
  }

  /** The level that names this style, or one that it is based on. @param {Use} use @param {string | null} style */
  #linked({ list }, style) {
    return this.#styles.find(style, (_, id) => {
      const at = list.levels.findIndex((level) => level?.style === id);
      return at < 0 ? null : at;
    });
  }
}

/** @param {Use} use @param {(Level | undefined)[]} levels @param {number} at */
function count({ list: { counts }, starts }, levels, at) {
  counts[at] = starts.get(at) ?? (counts[at] ?? startOf(levels, at) - 1) + 1;
  starts.delete(at);
  for (let deeper = at + 1; deeper < LEVELS; deeper += 1) {
    if ((levels[deeper]?.restart ?? deeper) > at) counts[deeper] = undefined;
  }
}

/** @param {(Level | undefined)[]} levels @param {number} at */
const startOf = (levels, at) => levels[at]?.start ?? 1;

/** @param {(Level | undefined)[]} levels @param {(number | undefined)[]} counts @param {number} at */
function labelOf(levels, counts, at) {
  const level = levels[at];
  if (!level || level.format === "bullet") return "";
  return labelled(level.text.replace(/%([1-9])/g, (_, digit) => {
    const index = Number(digit) - 1;
    const format = level.legal ? "decimal" : levels[index]?.format ?? "decimal";
    return format === "none" ? "" : numeral(counts[index] ?? startOf(levels, index), format);
  }));
}

/** @param {Node} node a w:abstractNum or w:lvlOverride @returns {(Level | undefined)[]} */
function levelsOf(node) {
  /** @type {(Level | undefined)[]} */
  const levels = [];
  for (const one of node.children.filter(({ name }) => name === "lvl")) {
    const at = Number(attribute(one.tag, "ilvl"));
    if (!(at >= 0 && at < LEVELS)) continue;
    levels[at] = {
      start: Number(value(one, "start") ?? 0),
      format: value(one, "numFmt") ?? "decimal",
      text: value(one, "lvlText") ?? "",
      legal: toggle(one, "isLgl") === true,
      restart: Number(value(one, "lvlRestart") ?? at),
      style: value(one, "pStyle"),
    };
  }
  return levels;
}
