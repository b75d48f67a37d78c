// @ts-check
/**
 * What comes from outside as text: files, and what the clipboard holds. What reads them is loaded when the
 * first one comes.
 */

/** @typedef {import("./messages.js").Say} Say */

/** What plain text would lose: rows, numbers that nobody typed, and that something is deleted. */
const FORMATTED = /<(table|ol|del)\b|mso-list:/i;

/** The one file as text. @param {File[]} files @returns {Promise<{ text: string, docx: import("./files/docx.js").Docx | null }>} rejects with a code that `why` has words for */
export async function read(files) {
  if (files.length > 1) throw { code: "many" };
  const { open } = await import("./files/open.js").catch(() => Promise.reject({ code: "load" }));
  return open(files[0]);
}

/** Why a file or a text is not taken. @param {any} fault @param {Say} say */
export const why = ({ code, values }, say) => say(`file.${code}`, values);

/**
 * What a paste brings: files, plain text, and how to make text of what is formatted where plain text would not do.
 * @param {ClipboardEvent} event
 * @returns {{ files: File[], plain: string, convert: (() => Promise<string>) | null }}
 */
export function pasted({ clipboardData }) {
  const html = clipboardData?.getData("text/html") ?? "";
  const plain = clipboardData?.getData("text/plain") ?? "";
  const convert = async () => (await import("./files/pasted.js").then((made) => made.pasted(html)).catch(() => "")) || plain;
  return { files: html + plain === "" ? [...(clipboardData?.files ?? [])] : [], plain, convert: FORMATTED.test(html) ? convert : null };
}

/** Puts words where the caret is, as a step of the browser's own undo. @param {HTMLTextAreaElement} area @param {string} words */
export function insert(area, words) {
  area.focus();
  document.execCommand(words === "" ? "delete" : "insertText", false, words);
}

/** Lets a button choose a file. @param {HTMLElement} button @param {HTMLInputElement} input @param {(files: File[]) => void} take */
export function chooses(button, input, take) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = ""; // the same file may be chosen again
  });
}
