// @ts-check
/**
 * The worker: one instance of the core. First comes the compiled module, then numbered questions.
 */
import { open } from "./engine.js";

/** @type {ReturnType<typeof open>} */
let engine;

/** Browsers compile a function when it is first called: soon it checks the examples of the rules, so that the first report does not wait. */
const SOON = 300;

addEventListener("message", async ({ data }) => {
  if (data.module) {
    engine = open(data.module);
    engine.then(
      (ask) => {
        postMessage({ ready: true, requests: performance.getEntriesByType("resource").length });
        setTimeout(() => ask("check", [JSON.stringify(ask("rules", []))]), SOON);
      },
      (error) => postMessage({ failed: String(error) }),
    );
  } else {
    const ask = await engine;
    postMessage({ id: data.id, ...ask(data.method, data.args) });
  }
});
