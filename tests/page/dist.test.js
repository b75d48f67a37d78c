// dist/element/: the same element in four files, small enough to be sent to anyone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { element, packed } from '../../scripts/element.mjs';
import { SAMPLE } from '../../www/sample.js';
import { marks, POLICY, settled, start } from './helper.js';

const PORTAL = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">
<script type="module" src="www/hegao-checker.js"></script>
<main><hegao-checker><textarea aria-label="正文"></textarea></hegao-checker></main>`;
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

const asked = new Set();
let site;
let server;
before(async () => {
  const folder = await element();
  server = createServer(({ url }, response) => {
    const path = url.split('?')[0];
    asked.add(path);
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': `${POLICY}; img-src data:` }).end(path === '/' ? PORTAL : readFileSync(join(folder, path)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  site = await start();
});
after(async () => {
  server.close();
  await site.close();
});

test('element, worker and styles have 25 KB at most', () => {
  assert.ok(packed() <= 25 * 1024, `${packed()} bytes in brotli`);
});

test('it is the same: in both languages, after a trap, and without a word that is missing', async () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  const page = await site.open({ address, wait: false });
  await page.fill('textarea', SAMPLE);
  await settled(page);
  assert.deepEqual([...asked].sort(), ['/', '/pkg/hegao.js', '/pkg/hegao_bg.wasm', '/www/hegao-checker.js', '/www/worker.js']);
  await page.$eval('hegao-checker', (checker, last) => { checker.previous = last; }, SAMPLE.replaceAll('2024', '2023'));
  await page.waitForFunction(() => document.querySelector('hegao-checker').report?.previous?.year === 2023);
  for (const locale of ['en', 'zh-CN']) {
    await page.$eval('hegao-checker', (checker, other) => { checker.locale = other; }, locale);
    await page.waitForFunction((other) => find('[data-ref=frame]').lang === other, locale);
    await settled(page);
    for (const view of ['outline', 'indicators', 'ledger', 'findings']) {
      await page.click(`#tab-${view}`);
      assert.deepEqual((await page.locator('.frame').innerText()).match(/\b[a-z]+\.[a-z]+\b/g), null, `${locale}, ${view}`);
    }
  }
  assert.ok((await marks(page)).length >= 5);
  assert.match(await page.textContent('.finding .pair'), /^本年 .+上年报告 .+/);
  await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { throw new WebAssembly.RuntimeError('unreachable'); }; });
  await page.focus('textarea');
  await page.keyboard.insertText('又');
  await page.waitForSelector('[data-mood=failed]');
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('without a worker, and after a trap there, too', async () => {
  const page = await site.open({ address: `http://127.0.0.1:${server.address().port}/`, wait: false, before: (fresh) => fresh.addInitScript(() => { delete globalThis.Worker; }) });
  await page.fill('textarea', SAMPLE);
  await settled(page);
  await page.evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = () => {
      TextEncoder.prototype.encodeInto = encodeInto;
      throw new WebAssembly.RuntimeError('unreachable');
    };
  });
  await page.focus('textarea');
  await page.keyboard.insertText('又');
  await page.waitForSelector('[data-mood=failed]');
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});
