// @ts-check
/**
 * The findings as plain text, to paste into a chat or a mail: the gravest first, each with its place. Pure.
 */
import { bracketed, brief, pastLine } from "./brief.js";

/** @typedef {import("./brief.js").Item} Item */
/** @typedef {import("./brief.js").Settings} Settings */

/** @param {import("../../pkg/hegao.js").Report} report @param {string} text @param {Settings} settings @returns {string} */
export function findingsText(report, text, settings) {
  const { say } = settings;
  const { title, line, details, date, items, aside } = brief(report, text, settings);
  const groups = ["error", "warning", "info"].flatMap((severity) => {
    const some = items.filter((item) => item.severity === severity);
    if (some.length === 0) return [];
    return [[say("export.group", { name: say(severity), n: some.length }), ...some.flatMap((item, index) => lines(item, index + 1, say))]];
  });
  if (aside.length > 0) groups.push([say("export.group", { name: say("export.aside"), n: aside.length }), ...aside.map(({ message, reason }) => `- ${message}${say("export.reason", { reason })}`)]);
  const head = [say("export.head", { title }), line, ...details, say("export.date", { date })];
  return `${[head, ...groups, [say("export.limits")]].map((part) => part.join("\n")).join("\n\n")}\n`;
}

/** @param {Item} item @param {number} number @param {Settings["say"]} say */
function lines({ possible, message, place, quote, past, deeds, why, clause }, number, say) {
  const words = quote ? say("export.quote", { words: bracketed(quote) }) : "";
  return [
    `${number}. ${possible ? say("export.possible") : ""}${message}`,
    `   ${say("export.place", { place })}${words}`,
    ...past.map((one) => `   ${pastLine(one, say)}`),
    ...deeds.map((words) => `   ${say("export.deed", { words })}`),
    ...(why ? [`   ${say("export.why", { why })}`] : []),
    ...(clause ? [`   ${say("clause", { clause })}`] : []),
  ];
}
