// @ts-check
/**
 * One promise for each check, and every promise settles: with the report, or with a `CheckError`.
 * A newer check makes older ones "stale". After a trap, an error of the worker or the time limit
 * the instance is thrown away, and the next question goes to a fresh one.
 */

/** @typedef {import("./ports.js").Port} Port */
/** @typedef {import("./engine.js").Method} Method */
/** @typedef {{ id: number, method: Method, args: any[], resolve: (value: any) => void, reject: (error: Error) => void }} Job */

/**
 * Codes: those of HegaoError, and "internal" (trap), "timeout", "stale" (a newer check was asked for), "cancelled",
 * "load".
 */
export class CheckError extends Error {
  /** @param {string} code @param {string} [message] @param {string} [path] */
  constructor(code, message = code, path = undefined) {
    super(message);
    this.name = "CheckError";
    this.code = code;
    this.path = path;
  }
}

export class Client {
  #open;
  #limit;
  /** @type {Promise<Port> | null} */
  #port = null;
  /** @type {Job | null} the question that the port is at work on */
  #now = null;
  /** @type {Job[]} questions that wait; at most one of them is a check */
  #waiting = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #count = 0;

  /** @param {() => Promise<Port>} open @param {{ limit?: number }} [settings] time limit in ms */
  constructor(open, { limit = 10_000 } = {}) {
    this.#open = open;
    this.#limit = limit;
  }

  /**
   * Checks a text. Rejects with code "stale" as soon as another check is asked for.
   * @param {string} text @param {import("./engine.js").Options} [options] an object that stays as it is: others are another object
   * @returns {Promise<import("../pkg/hegao.js").Report>}
   */
  check(text, options = {}) {
    this.#waiting = this.#waiting.filter((job) => job.method !== "check" || void job.reject(new CheckError("stale")));
    if (this.#now?.method === "check") this.#now.reject(new CheckError("stale"));
    return this.ask("check", text, options);
  }

  /** Any other question to the core. @param {Method} method @param {...any} args @returns {Promise<any>} */
  ask(method, ...args) {
    return new Promise((resolve, reject) => {
      this.#count += 1;
      this.#waiting.push({ id: this.#count, method, args, resolve, reject });
      void this.#next();
    });
  }

  /** Gives up what is asked and not answered. An instance that is at work goes with it. @param {string} code */
  drop(code) {
    for (const job of this.#waiting.splice(0)) job.reject(new CheckError(code));
    if (this.#now) this.#lose(new CheckError(code));
  }

  /** Gives up everything, and the instance. A later question opens a new one. */
  close() {
    for (const job of this.#waiting.splice(0)) job.reject(new CheckError("stale"));
    this.#end(new CheckError("stale"));
  }

  async #next() {
    const job = this.#now ? undefined : this.#waiting.shift();
    if (!job) return;
    this.#now = job;
    try {
      const port = await (this.#port ??= this.#open());
      if (this.#now !== job) return;
      port.onanswer = (answer) => this.#answered(answer);
      port.onlost = (reason) => this.#lose(new CheckError("internal", reason));
      this.#timer = setTimeout(() => this.#lose(new CheckError("timeout")), this.#limit);
      let { id, method, args } = job;
      if (method === "check") {
        // They may hold a whole report: an instance is told them when they are others than before, not with every keystroke.
        const [text, options] = args;
        if (port.options === options) args = [text];
        port.options = options;
      }
      port.post({ id, method, args });
    } catch (error) {
      this.#lose(new CheckError("load", String(/** @type {any} */ (error)?.message ?? error)));
    }
  }

  /** @param {{ id: number } & import("./engine.js").Answer} answer */
  #answered(answer) {
    const job = this.#now;
    if (!job || job.id !== answer.id) return;
    if ("trap" in answer) return this.#lose(new CheckError("internal", answer.trap));
    clearTimeout(this.#timer);
    this.#now = null;
    if ("fault" in answer) job.reject(new CheckError(answer.fault.code, answer.fault.message, answer.fault.path));
    else job.resolve(answer.value);
    void this.#next();
  }

  /** The instance is gone: say so to the one who waits for it, and have a fresh one ready. @param {CheckError} error */
  #lose(error) {
    this.#end(error);
    if (error.code !== "load") {
      const port = (this.#port = this.#open());
      port.catch(() => this.#port === port && (this.#port = null));
    }
    void this.#next();
  }

  /** Ends the instance, and what it is at work on. @param {CheckError} error */
  #end(error) {
    const job = this.#now;
    clearTimeout(this.#timer);
    this.#port?.then((open) => open.close(), () => {});
    this.#port = null;
    this.#now = null;
    job?.reject(error);
  }
}
