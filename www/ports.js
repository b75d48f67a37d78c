// @ts-check
/**
 * Where the core runs: in a worker, or on the page where workers are refused. Both look the same:
 * questions in, numbered answers out.
 */
import { compile, open } from "./engine.js";

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {{ id: number, method: import("./engine.js").Method, args: any[] }} Question */
/**
 * @typedef {object} Port
 * @property {import("./engine.js").Options} [options] of its last check
 * @property {(question: Question) => void} post
 * @property {() => void} close
 * @property {(answer: { id: number } & Answer) => void} onanswer
 * @property {(reason: string) => void} onlost
 */

const WORKER = new URL("./worker.js", import.meta.url).href;
/** How long a worker may take to be ready before the page does the work itself. */
const PATIENCE = 15_000;

/**
 * Gives a function that opens ports. The core is compiled once, and each port gets the module.
 * @param {(requests: number) => void} [onworker] told of what each worker loaded for itself
 * @returns {() => Promise<Port>}
 */
export function ports(onworker = () => {}) {
  /** @type {Promise<WebAssembly.Module> | null} */
  let module = null;
  let workers = typeof Worker === "function";
  let lost = -1;
  return async () => {
    module ??= compile();
    module.catch(() => (module = null));
    const compiled = await module;
    const worker = workers ? started() : null;
    workers = worker !== null;
    if (worker) {
      try {
        return await inWorker(worker, compiled, onworker);
      } catch {
        // This one did not get ready; the next port may have one again.
      }
    }
    lost += 1;
    return onPage(compiled, lost);
  };
}

/** Trusted Types: only the address of our own worker is let through. @returns {any} */
function trusted() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("hegao", {
    createScriptURL(/** @type {string} */ url) {
      if (url !== WORKER) throw new TypeError("not our worker");
      return url;
    },
  });
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}
/** @type {any} */
let policy = null;

/** A worker; null where they are refused. @returns {Worker | null} */
function started() {
  try {
    return new Worker(trusted(), { type: "module" });
  } catch {
    return null;
  }
}

/** @param {Worker} worker @param {WebAssembly.Module} module @param {(requests: number) => void} onworker @returns {Promise<Port>} */
function inWorker(worker, module, onworker) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail("no answer"), PATIENCE);
    let ready = false;
    /** @type {Port} */
    const port = {
      post: (question) => worker.postMessage(question),
      close: () => worker.terminate(),
      onanswer: () => {},
      onlost: () => {},
    };
    const fail = (/** @type {string} */ reason) => {
      clearTimeout(timer);
      worker.terminate();
      if (ready) port.onlost(reason);
      else reject(new Error(reason));
    };
    worker.onerror = (event) => fail(event.message || "worker error");
    worker.onmessageerror = () => fail("message error");
    worker.addEventListener("message", ({ data }) => {
      if (data.failed) return fail(data.failed);
      if (!data.ready) return port.onanswer(data);
      ready = true;
      clearTimeout(timer);
      onworker(data.requests);
      resolve(port);
    });
    worker.postMessage({ module });
  });
}

/** @param {WebAssembly.Module} module @param {number} lost @returns {Promise<Port>} */
async function onPage(module, lost) {
  const ask = await open(module, lost);
  let closed = false;
  /** @type {Port} */
  const port = {
    post: ({ id, method, args }) =>
      void setTimeout(() => closed || port.onanswer({ id, ...ask(method, args) })),
    close: () => (closed = true),
    onanswer: () => {},
    onlost: () => {},
  };
  return port;
}
