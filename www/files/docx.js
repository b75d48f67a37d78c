// @ts-check
/**
 * A .docx as a package: which part is the document, which are its styles, numbers and comments. What is
 * outside of the file is never followed.
 */
import { read } from "./body.js";
import { FileFault } from "./fault.js";
import { Numbering, Styles } from "./numbering.js";
import { attribute, tree, xmlText } from "./xml.js";
import { entries, unpack } from "./zip.js";

/** How much may come out of one file. A report of 100,000 paragraphs is half of it. */
const MOST = 128 * 1024 * 1024;

/** @typedef {{ id: string, type: string, part: string }} Relation */
/** @typedef {import("./body.js").Body & { entries: Map<string, import("./zip.js").Entry>, part: string, xml: string }} Docx part: the name of the document part */

/** @param {Uint8Array} bytes @returns {Promise<Docx>} */
export async function docx(bytes) {
  const found = entries(bytes);
  const text = reader(found);
  const main = (await relations(text, "")).find(({ type }) => type === "officeDocument");
  if (!main) throw new FileFault("kind");
  if (!/(^|\/)word\//.test(main.part) && !(await text("[Content_Types].xml"))?.includes("wordprocessingml")) throw new FileFault("kind");
  const xml = await text(main.part);
  if (xml === null) throw new FileFault("damaged");
  const related = await relations(text, main.part);
  const root = async (/** @type {string} */ type) => {
    const part = related.find((one) => one.type === type)?.part;
    const source = part ? await text(part) : null;
    return source === null ? null : tree(source);
  };
  const styles = new Styles(await root("styles"));
  const numbering = new Numbering(await root("numbering"), styles);
  return { ...read(xml, numbering, styles), entries: found, part: main.part, xml };
}

/** Reads parts of a package as text; null for one that is not there. @param {Map<string, import("./zip.js").Entry>} found */
export function reader(found) {
  const budget = { left: MOST };
  return async (/** @type {string} */ part) => {
    const one = found.get(part);
    return one ? xmlText(await unpack(one, budget)) : null;
  };
}

/**
 * What a part, or the package (""), refers to within the package.
 * @param {(part: string) => Promise<string | null>} text @param {string} part @returns {Promise<Relation[]>}
 */
export async function relations(text, part) {
  const source = await text(relationsOf(part));
  if (source === null) return [];
  const inside = tree(source).children.filter(({ tag }) => attribute(tag, "TargetMode") !== "External");
  return inside.map(({ tag }) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").replace(/.*\//, ""),
    part: resolved(part, attribute(tag, "Target") ?? ""),
  }));
}

/** The name of the part with the relations of a part. @param {string} part */
export const relationsOf = (part) => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** @param {string} part @param {string} target */
function resolved(part, target) {
  const path = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
