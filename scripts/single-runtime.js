// Stands before the modules in dist/hegao.html. The page and its worker run the same script: a file on
// a disk may not load another one.

/** Where the modules think they are. Nothing is asked there. */
const BASE = "https://hegao.invalid/";
const own = globalThis.document?.currentScript.textContent;

/** @param {Record<"page" | "worker", string>} entries @param {Record<string, Function>} modules by path */
function start(entries, modules) {
  const made = new Map();
  const need = (path) => {
    if (!made.has(path)) {
      const url = `${BASE}${path}`;
      made.set(path, {});
      modules[path.split("?")[0]](need, async (name) => need(new URL(name, url).href.slice(BASE.length)), url, made.get(path));
    }
    return made.get(path);
  };
  need(own === undefined ? entries.worker : entries.page);
}

/** What a module asks for stands in the page. */
async function fetch(address) {
  const path = String(address).slice(BASE.length);
  const data = document.querySelector(`[data-file="${path}"]`)?.textContent;
  if (data === undefined) return new Response(null, { status: 404 });
  return new Response(path.endsWith(".wasm") ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : data);
}

/** The one address that a worker may have. */
const inlined = { createScriptURL: () => URL.createObjectURL(new Blob([own], { type: "text/javascript" })) };
let policy;

const Worker = globalThis.Worker && class extends globalThis.Worker {
  constructor() {
    super((policy ??= globalThis.trustedTypes?.createPolicy("hegao-file", inlined) ?? inlined).createScriptURL(""));
  }
};
