// @ts-check
/** What is wrong with a file. The sentence for each code is `file.<code>` in messages.js. */
export class FileFault extends Error {
  /** @param {string} code @param {Record<string, string | number>} [values] for the sentence */
  constructor(code, values = {}) {
    super(code);
    this.name = "FileFault";
    this.code = code;
    this.values = values;
  }
}
