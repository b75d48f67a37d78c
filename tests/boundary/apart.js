// A check in a thread of its own: a text that takes too long is one failure, not the end of the run.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { check } from './hegao.js';

/** The report of a text, or a rejection after `seconds`. */
export function checkApart(text, seconds = 60, options = {}) {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { text, options } });
    const clock = setTimeout(() => end(fail, new Error(`no report within ${seconds} s`)), seconds * 1000);
    const end = (settle, value) => { clearTimeout(clock); void worker.terminate(); settle(value); };
    worker.on('message', (report) => end(done, report)).on('error', (error) => end(fail, error));
  });
}

if (!isMainThread) parentPort.postMessage(check(workerData.text, workerData.options));
