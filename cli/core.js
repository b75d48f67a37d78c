// The core as the page has it, in Node: one instance, and a fresh one after a failure.
import { readFileSync } from 'node:fs';
import { open } from '../www/engine.js';
import { Problem } from './problem.js';

const WASM = new URL('../pkg/hegao_bg.wasm', import.meta.url);

/** Gives a function that asks the core; what it cannot answer is thrown as a problem. */
export async function core(say) {
  const module = await WebAssembly.compile(bytes(say));
  let lost = 0;
  let engine = await open(module);
  return async (method, ...args) => {
    const { value, fault, trap } = engine(method, args);
    if (fault) throw new Problem(fault.code, say('cli.fault', fault));
    if (trap === undefined) return value;
    lost += 1;
    engine = await open(module, lost);
    throw new Problem('internal', say('failed.internal'));
  };
}

function bytes(say) {
  try {
    return readFileSync(WASM);
  } catch {
    throw new Problem('load', say('cli.unbuilt'));
  }
}
