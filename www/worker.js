// @ts-check
/**
 * The worker: one instance of the core. First comes the compiled module, then numbered questions.
 */
import { open } from "./engine.js";

/** @type {Promise<(method: import("./engine.js").Method, args: any[]) => import("./engine.js").Answer> | null} */
let engine = null;

addEventListener("message", async ({ data }) => {
  if (data.module) {
    engine = open(data.module);
    engine.then(
      () => postMessage({ ready: true, requests: performance.getEntriesByType("resource").length }),
      (error) => postMessage({ failed: String(error) }),
    );
  } else if (engine) {
    const ask = await engine;
    postMessage({ id: data.id, ...ask(data.method, data.args) });
  }
});
