// The examples of embedding, and the snippets of the documents: under the strict policy, in a bare page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { axe, POLICY, quiet, start } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

const inside = (page) => page.frames().find((one) => one.url().endsWith('frame.html'));
const examples = async (settings) => {
  const page = await site.open({ address: `${site.url}www/embed.html`, ...settings });
  await page.waitForFunction(() => document.querySelector('hegao-checker').report);
  await inside(page).waitForFunction(() => document.querySelector('[data-ref=meter]').textContent !== '');
  page.requests.length = 0;
  return page;
};

test('one: the element around a form', async () => {
  const page = await examples();
  assert.match(await page.textContent('#element output'), /^1 处要改/);
  const fix = page.locator('#element .fix', { hasText: '45' });
  await fix.click();
  await page.waitForFunction(() => /^0 处要改/.test(document.querySelector('#element output').textContent));
  await page.click('#element [type=submit]');
  assert.match(await page.textContent('#element output'), /^会提交 \d+ 个字符$/);
  quiet(page);
  await page.quit();
});

test('two: the interface with an editor of the page\'s own', async () => {
  const page = await examples();
  await page.waitForFunction(() => document.querySelectorAll('#interface li').length === 2);
  await page.locator('#interface .place', { hasText: '××' }).click();
  assert.match(await page.evaluate(() => getSelection().toString()), /×/);
  await page.keyboard.insertText('12');
  await page.waitForFunction(() => document.querySelectorAll('#interface li').length === 1);
  quiet(page);
  await page.quit();
});

test('three: the frame answers its page, and takes nothing from others', async () => {
  const page = await examples();
  const frame = inside(page);
  const value = () => frame.$eval('textarea', (area) => area.value);
  await page.click('[data-ref=send]');
  await page.waitForFunction(() => /^1 处要改/.test(document.querySelector('#frame output').textContent));
  const sent = await value();
  await frame.evaluate(() => window.postMessage({ hegao: 1, type: 'set', text: 'from the frame itself' }, '*'));
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe');
    for (const message of [null, 'text', { type: 'set', text: 'no protocol' }, { hegao: 1, type: 'other', text: 'no type' }, { hegao: 1, type: 'set', text: ['no text'] }]) contentWindow.postMessage(message, '*');
  });
  await page.waitForTimeout(300);
  assert.equal(await value(), sent);
  await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ hegao: 1, type: 'set', previous: '云溪县2023年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件10件。' }, location.origin));
  await frame.waitForFunction(() => document.querySelector('hegao-checker').report?.previous?.year === 2023);
  quiet(page);
  await page.quit();
});

test('a page of another origin is answered if it is on the list of the frame, and else not', async () => {
  const other = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<iframe src="${site.url}www/frame.html"></iframe>`));
  await new Promise((done) => other.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${other.address().port}`;
  for (const listed of [false, true]) {
    const page = await site.browser.newPage();
    if (listed) await page.route('**/www/frame.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('name="hegao-parents" content=""', `name="hegao-parents" content="${origin}"`) });
    });
    await page.goto(origin);
    const frame = inside(page);
    await frame.waitForFunction(() => document.querySelector('[data-ref=meter]').textContent !== '');
    await page.evaluate(() => {
      globalThis.answers = [];
      addEventListener('message', ({ data }) => globalThis.answers.push(data.type));
      document.querySelector('iframe').contentWindow.postMessage({ hegao: 1, type: 'set', text: '一' }, '*');
    });
    if (listed) await page.waitForFunction(() => globalThis.answers.join() === 'ready,report');
    else await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => globalThis.answers.length), listed ? 2 : 0);
    assert.equal(await frame.$eval('textarea', (area) => area.value), listed ? '一' : '');
    await page.close();
  }
  other.close();
});

for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']]) {
  test(`the examples at ${width} px, ${colorScheme}: no barrier, nothing too wide, a true count of requests`, async () => {
    const page = await examples({ width, colorScheme });
    await axe(page, 'examples');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    assert.equal(await page.textContent('[data-ref=meter]'), '加载后 0 次请求');
    quiet(page);
    await page.quit();
  });
}

for (const name of ['README.md', 'README.zh-CN.md']) {
  test(`${name}: the element in a bare page in ten lines`, async () => {
    const [, html] = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8').match(/```html\n(<!doctype html>[^]*?)```/);
    assert.ok(html.trim().split('\n').length <= 10, html);
    const page = await site.browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && !/favicon/.test(message.location().url) && complaints.push(message.text()));
    await page.route('**/portal.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': POLICY }, body: html }));
    await page.goto(`${site.url}portal.html`);
    await page.fill('textarea', SAMPLE);
    await page.locator('.finding').nth(4).waitFor();
    assert.ok(await page.locator('mark.error').count() > 0);
    assert.equal(await page.evaluate(() => new FormData(document.querySelector('form')).get('text').replaceAll('\r', '')), SAMPLE);
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test('the script of each guide: under the policy, and after a text that is too large', { timeout: 60_000 }, async () => {
  for (const name of ['docs/embedding.md', 'docs/embedding.zh-CN.md']) {
    const words = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    const [, script] = words.match(/```js\n(import init, [^]*?)```/);
    const [, html] = words.match(/```html\n(<!doctype html>[^]*?embed\.js[^]*?)```/);
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.route('**/portal.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': POLICY }, body: html.replace('<title>', '<link rel="icon" href="www/icon.svg"><title>') }));
    await page.route('**/embed.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.goto(`${site.url}portal.html`, { waitUntil: 'networkidle' });
    const put = (text, times = 1) => page.evaluate(([one, many]) => {
      const area = document.querySelector('#text');
      area.value = one.repeat(many);
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, [text, times]);
    await put(SAMPLE);
    const found = await page.locator('#list button').count();
    assert.ok(found >= 5, name);
    await page.locator('#list button').first().click();
    assert.ok(await page.evaluate(() => { const area = document.querySelector('#text'); return document.activeElement === area && area.selectionEnd > area.selectionStart; }));
    await put('法治', 2_000_000);
    assert.equal(await page.locator('#list button').count(), 0, 'no list of a former text');
    assert.match(await page.textContent('#list'), /没有核对/);
    await put(SAMPLE);
    assert.equal(await page.locator('#list button').count(), found);
    assert.deepEqual(complaints, [], name);
    await context.close();
  }
});
