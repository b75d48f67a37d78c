// @ts-check
/**
 * The core behind one function, the same in the worker and on the page. Answers and faults are
 * plain values, so that they can cross to another thread.
 */

/** @typedef {import("../pkg/hegao.js").Options} Options */
/** @typedef {import("../pkg/hegao.js").Checker} Checker */
/** @typedef {"check" | "rules" | "standards" | "skeleton"} Method */
/** @typedef {{ code: string, message: string, path?: string }} Fault */
/** @typedef {{ value: any } | { fault: Fault } | { trap: string }} Answer */

/**
 * Makes an instance of the core from the compiled module.
 * @param {WebAssembly.Module} module
 * @param {number} [again] how often an instance was lost on this thread before; asks for a new one
 * @returns {Promise<(method: Method, args: any[]) => Answer>}
 */
export async function open(module, again = 0) {
  /** @type {typeof import("../pkg/hegao.js")} */
  const core = await (again === 0 ? import("../pkg/hegao.js") : import(new URL(`../pkg/hegao.js?${again}`, import.meta.url).href));
  await core.default({ module_or_path: module });
  /** @type {{ key: string, options?: Options, checker?: Checker }} the last checker: a standard is compiled, and last year's report read, once */
  let kept = { key: "" };

  /** @param {string} text @param {Options} [options] those of the last check where absent */
  const check = (text, options = kept.options) => {
    const key = options === kept.options ? kept.key : JSON.stringify(options);
    if (key !== kept.key) {
      kept.checker?.free();
      kept = { key, options };
    }
    kept.checker ??= new core.Checker(kept.options);
    return kept.checker.check(text);
  };

  return (method, args) => {
    try {
      return { value: method === "check" ? check(args[0], args[1]) : /** @type {any} */ (core)[method](...args) };
    } catch (error) {
      return fault(error);
    }
  };
}

/** A HegaoError has a code. Anything else means that the instance is not to be trusted any more. @param {any} error @returns {Answer} */
function fault(error) {
  if (typeof error?.code !== "string" || error.code === "internal") return { trap: String(error?.message ?? error) };
  return { fault: { code: error.code, message: String(error.message), path: error.path } };
}

/** How long the core may take to arrive. */
const ARRIVAL = 30_000;

/** Compiles the core: once for a page. @returns {Promise<WebAssembly.Module>} */
export async function compile() {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ARRIVAL);
  try {
    const response = await fetch(new URL("../pkg/hegao_bg.wasm", import.meta.url), { signal: late.signal });
    if (!response.ok) throw new Error(`hegao_bg.wasm: ${response.status}`);
    return await WebAssembly.compile(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}
