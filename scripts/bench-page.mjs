// What typing in a draft of 50,000 characters costs in a browser: the second half of the benchmark.
import { start } from '../tests/page/helper.js';

const ROUNDS = 15;

/** @param {string} text @returns {Promise<[string, string][] | null>} rows to print; null where no browser starts */
export async function typing(text) {
  const site = await start().catch(() => null);
  if (!site) return null;
  try {
    const page = await site.open();
    await page.evaluate((words) => { document.querySelector('hegao-checker').value = words; }, text);
    await page.waitForFunction(() => document.querySelector('hegao-checker').report);
    const { keys, answers, long } = await page.evaluate(measure, ROUNDS);
    const traps = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.workers()[0].evaluate(trapOnce);
      traps.push(await page.evaluate(recover));
    }
    const ms = (value) => `${value.toFixed(1)} ms`;
    const spread = (list) => `${ms(Math.min(...list))} at best, ${ms(list.sort((a, b) => a - b)[list.length >> 1])} in the middle`;
    return [
      ['  a key: text, marks and layout', spread(keys)],
      ['  end of the pause → report there', spread(answers.map(([report]) => report))],
      ['  report there → marks and list painted', spread(answers.map(([, paint]) => paint))],
      ['  long tasks (over 50 ms) of the page', `${long.length}${long.length ? `, the longest ${ms(Math.max(...long))}` : ''}, in ${ROUNDS} rounds`],
      ['  after a trap → the next answer', spread(traps)],
    ];
  } finally {
    await site.close();
  }
}

/** In the page: a few keys in the middle of the text, then a pause, again and again. */
async function measure(rounds) {
  const area = document.querySelector('textarea');
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const long = [];
  area.focus();
  area.setSelectionRange(area.value.length / 2, area.value.length / 2);
  await wait(500);
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const keys = [];
  const answers = [];
  for (let round = 0; round < rounds; round += 1) {
    let last = 0;
    for (let key = 0; key < 3; key += 1) {
      const from = performance.now();
      document.execCommand('insertText', false, '字');
      document.body.getBoundingClientRect();
      last = performance.now();
      keys.push(last - from);
      await wait(60);
    }
    answers.push(await new Promise((done) => document.addEventListener('hegao-report', () => {
      const there = performance.now();
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => done([there - last - 300, performance.now() - there]);
        after.port2.postMessage(0);
      });
    }, { once: true })));
    await wait(100);
  }
  return { keys, answers, long };
}

/** In the worker: the next call into the core ends in a trap. */
function trapOnce() {
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    TextEncoder.prototype.encodeInto = encodeInto;
    throw new WebAssembly.RuntimeError('unreachable');
  };
}

/** In the page: from the trap to the next answer. */
async function recover() {
  const checker = document.querySelector('hegao-checker');
  checker.value = '全年制定行政规范性文件6件。';
  await checker.check().catch(() => {});
  const from = performance.now();
  await checker.check();
  return performance.now() - from;
}
