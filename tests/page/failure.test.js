// A check that fails never looks like a clean report, keeps the text, and the next one works.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { holds, marks, mood, paste, quiet, settled, start } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

/** Makes the next calls into the core end in a trap, in the worker that is there now. */
const trap = (page) => page.workers()[0].evaluate(() => {
  TextEncoder.prototype.encodeInto = () => { throw new WebAssembly.RuntimeError('unreachable'); };
});

async function plainlyFailed(page, words) {
  await page.waitForSelector('[data-mood=failed]');
  assert.match(await page.textContent('[data-ref=verdict-text]'), words);
  assert.match(await page.textContent('[data-ref=verdict-text]'), /请不要当作没有问题/);
  assert.deepEqual(await marks(page), [], 'no former mark is left');
  assert.equal(await page.locator('[data-ref=body]').isVisible(), false, 'no former result is left');
}

/** One trap in a core that runs on the page itself, said plainly, and a check that works again. */
async function trapAndRecover(page) {
  await page.evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = () => {
      TextEncoder.prototype.encodeInto = encodeInto;
      throw new WebAssembly.RuntimeError('unreachable');
    };
  });
  await page.focus('textarea');
  await page.keyboard.insertText('。');
  await plainlyFailed(page, /本次核对未完成/);
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
}

test('a trap: said plainly, the text is kept, a fresh instance takes the next check', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await trap(page);
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('（完）');
  await plainlyFailed(page, /本次核对未完成/);
  await holds(page, `${SAMPLE}（完）`);
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
  assert.ok((await marks(page)).length > 0);
  assert.equal(page.workers().length, 1, 'the lost worker is gone');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('after a trap, going on typing is enough; the meter owns up to the restart', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await trap(page);
  await page.focus('textarea');
  await page.keyboard.insertText('。');
  await page.waitForSelector('[data-mood=failed]');
  await page.keyboard.press('Backspace');
  await page.waitForSelector('[data-mood=bad]');
  await settled(page);
  const meter = await page.textContent('[data-ref=meter]');
  const other = page.requests.filter((url) => !/\/(www|pkg)\/[\w.]+\.js$/.test(url));
  assert.deepEqual(other, [], 'only the program itself was asked for');
  assert.ok(page.requests.length >= 1, 'a fresh worker loads the program again');
  assert.equal(Number(meter.match(/\d+/)[0]), page.requests.length, meter);
  await page.quit();
});

test('too slow: stopped after ten seconds, and said', { timeout: 60_000 }, async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { for (;;); }; });
  await page.focus('textarea');
  await page.keyboard.insertText('。');
  await page.waitForSelector('[data-mood=failed]', { timeout: 20_000 });
  assert.match(await page.textContent('[data-ref=verdict-text]'), /超过了 10 秒/);
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
  await page.quit();
});

test('over 10 MB: said, and the text is kept', { timeout: 120_000 }, async () => {
  const page = await site.open();
  const size = 4_000_000;
  await page.evaluate(([sample, length]) => {
    const area = document.querySelector('textarea');
    area.value = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [SAMPLE, size]);
  await page.waitForSelector('[data-mood=failed]', { timeout: 60_000 });
  await plainlyFailed(page, /超过 10 MB/);
  assert.equal(await page.evaluate(() => document.querySelector('textarea').value.length), size);
  assert.equal(await page.locator('[data-ref=again]').isVisible(), false, 'trying again would not help');
  await paste(page, SAMPLE);
  assert.equal(await mood(page), 'bad');
  await page.quit();
});

test('answers to a former text are dropped', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.workers()[0].evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = function slow(...args) {
      if (args[0].length > 500) for (const end = Date.now() + 700; Date.now() < end;);
      return encodeInto.apply(this, args);
    };
  });
  await page.evaluate(() => {
    globalThis.drawn = [];
    const area = document.querySelector('textarea');
    new MutationObserver(() => globalThis.drawn.push([...findAll('.backdrop .line')].map((line) => line.textContent).join('\n') === area.value))
      .observe(find('.backdrop'), { childList: true, characterData: true, subtree: true });
  });
  await page.focus('textarea');
  await page.keyboard.press('Control+Home');
  for (let round = 0; round < 4; round += 1) {
    await page.keyboard.insertText(`第${round}稿\n`);
    await page.waitForTimeout(400);
  }
  await settled(page);
  assert.ok((await page.evaluate(() => globalThis.drawn)).every(Boolean), 'what was drawn was always of the present text');
  const error = (await marks(page)).find(({ text }) => text.includes('89.4'));
  assert.ok(error, 'the last answer is drawn in the right place');
  quiet(page);
  await page.quit();
});

test('without workers the page does the work itself, and gets over a trap too', async () => {
  const page = await site.open({ before: (fresh) => fresh.addInitScript(() => { delete globalThis.Worker; }) });
  await paste(page, SAMPLE);
  assert.equal(page.workers().length, 0);
  assert.equal(await mood(page), 'bad');
  quiet(page);
  await trapAndRecover(page);
  await page.quit();
});

test('a worker that cannot start: the page does the work itself', async () => {
  const page = await site.open({ before: (fresh) => fresh.route('**/www/worker.js', (route) => route.abort()) });
  await paste(page, SAMPLE);
  assert.equal(await mood(page), 'bad');
  await page.quit();
});

test('a worker that did not start once: the next instance has one again', async () => {
  const page = await site.open({ before: (fresh) => fresh.route('**/www/worker.js', (route) => route.abort(), { times: 1 }) });
  await paste(page, SAMPLE);
  assert.equal(page.workers().length, 0);
  await trapAndRecover(page);
  assert.equal(page.workers().length, 1);
  await page.quit();
});

test('the core comes late: 再核一次 loads it, with a text and without one', async () => {
  for (const text of ['', SAMPLE]) {
    let there = false;
    const page = await site.open({ before: (fresh) => fresh.route('**/*.wasm', (route) => (there ? route.continue() : route.abort())) });
    await page.focus('textarea');
    await page.keyboard.insertText('一');
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText(text);
    await plainlyFailed(page, /未能加载/);
    await page.click('[data-ref=again]');
    await plainlyFailed(page, /未能加载/);
    there = true;
    await page.click('[data-ref=again]');
    assert.equal(await page.evaluate(() => focused().dataset.ref), 'results', 'the focus is where the result will be');
    if (text) {
      await page.locator('.finding .fold').first().click();
      await page.waitForSelector('.why');
    } else await page.waitForSelector('[data-ref=welcome]', { state: 'visible' });
    assert.ok(await page.locator('[data-ref=standard] option').count() > 1, 'the standards are there too');
    await holds(page, text);
    await page.quit();
  }
});

test('while a check takes long, the verdict on the former text is not shown', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const size = await page.locator('[data-ref=verdict]').evaluate((box) => box.offsetHeight);
  await page.workers()[0].evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = function slow(...args) {
      if (args[0].length > 500) for (const end = Date.now() + 1500; Date.now() < end;);
      return encodeInto.apply(this, args);
    };
  });
  await page.focus('textarea');
  await page.keyboard.insertText('。');
  await page.waitForSelector('[data-mood=calm]');
  assert.equal(await page.locator('[data-ref=checking]').isVisible(), true);
  assert.equal(await page.locator('[data-ref=verdict-text]').isVisible(), false);
  assert.equal(await page.locator('[data-ref=verdict]').evaluate((box) => box.offsetHeight), size, 'nothing moves');
  await settled(page);
  assert.equal(await page.locator('[data-ref=checking]').isVisible(), false);
  assert.equal(await page.locator('[data-ref=verdict-text]').isVisible(), true);
  assert.equal(await mood(page), 'bad');
  await page.quit();
});

test('no core: said, and the text is kept', async () => {
  const page = await site.open({ before: (fresh) => fresh.route('**/*.wasm', (route) => route.abort()) });
  await page.focus('textarea');
  await page.keyboard.insertText(SAMPLE);
  await plainlyFailed(page, /未能加载/);
  await holds(page, SAMPLE);
  await page.quit();
});
