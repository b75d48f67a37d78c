// A text is never more than text; nothing leaves the page; long texts stay usable.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { paste, quiet, settled, start, value } from './helper.js';

const PAYLOADS = [
  '<img src=x onerror="globalThis.ran=1">', '<script>globalThis.ran=1</script>', '"><svg/onload=globalThis.ran=1>', '{{constructor.constructor("globalThis.ran=1")()}}',
  "javascript:globalThis.ran=1", '</textarea><iframe srcdoc="<script>parent.ran=1</script>">', '\u202e反向\u2066', '${globalThis.ran=1}', '<style>*{display:none}</style>', '\u0000\ud800孤',
];

let site;
before(async () => { site = await start(); });
after(() => site.close());

test('markup in a report is shown as text in every view and runs nothing', async () => {
  const page = await site.open();
  const text = `${PAYLOADS.join('')}人民政府\n${SAMPLE.replace('普通程序', `普通${PAYLOADS[0]}程序`).replaceAll('一、', `一、${PAYLOADS[1]}`)}\n${PAYLOADS.join('\n')}\n<b>共9件，其中甲3件、乙4件</b>××`;
  await paste(page, text);
  for (const view of ['findings', 'outline', 'indicators', 'ledger']) {
    await page.click(`#tab-${view}`);
    for (const place of await page.locator(`#panel-${view} [data-main]`).all()) await place.click();
  }
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(await page.$$eval('img, iframe, svg, b, main style, main script', (all) => all.map((one) => one.outerHTML)), []);
  quiet(page);
  await page.quit();
});

/** A standard of one's own whose every word is a payload. */
const standardOf = (words) => ({
  id: 'payload', version: words, title: { zh: words, en: words }, extends: 'fazhi-2021',
  sections: [{ id: 'odd', title: { zh: words, en: words }, aliases: ['附加内容'], required: true, clause: words }],
  catalogue: [{ id: 'odd', title: { zh: words, en: words }, topic: words, aliases: ['附加数据'], units: ['件'], tiers: { government: 'A' }, clause: words,
    examples: [{ text: '附加数据3件。', is: 'given', values: ['3件'] }, { text: '附加数据齐全。', is: 'mentioned' }] }],
});

test('an attribute, the rules, a standard, a label of the portal: text in every place, and nothing runs', { timeout: 120_000 }, async () => {
  const page = await site.portal('<hegao-checker><textarea aria-label="正文"></textarea></hegao-checker>');
  const answered = (act, value) => page.$eval('hegao-checker', async (checker, [name, given]) => {
    if (name === 'standard') checker.standard = given;
    else checker.setAttribute(name, given);
    await Promise.resolve();
    return checker.check().then((report) => report.standard.id, ({ code }) => code);
  }, [act, value]);
  await page.fill('textarea', SAMPLE);
  const views = async () => {
    for (const view of ['findings', 'outline', 'indicators', 'ledger']) await page.click(`#tab-${view}`);
  };
  const codes = new Set();
  for (const words of PAYLOADS) {
    for (const name of ['standard', 'year', 'level', 'locale', 'rules', 'theme', 'class', 'lang', 'title']) {
      codes.add(await answered(name, words));
      codes.add(await answered(name, JSON.stringify({ [words]: words })));
      await page.$eval('hegao-checker', (checker, attribute) => checker.removeAttribute(attribute), name);
    }
    codes.add(await answered('standard', standardOf(words)));
    if (await page.locator('#tab-outline').isVisible()) await views();
    await page.$eval('hegao-checker', (checker, all) => all.forEach((one) => checker.tell(one)), [words, words]);
    await page.$eval('hegao-checker', (checker) => checker.removeAttribute('standard'));
    await page.$eval('hegao-checker', (checker) => { checker.standard = 'auto'; });
  }
  assert.ok(['payload', 'invalid-options', 'fazhi-2021'].every((code) => codes.has(code)), String([...codes]));
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(await page.evaluate(() => findAll('img, iframe, svg, style, script:not([src])').map((one) => one.outerHTML)), []);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('the page keeps to its policy: no inline script or style, trusted types enforced', async () => {
  const page = await site.open();
  const found = await page.evaluate(() => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').content;
    const blocked = (act) => { try { act(); return false; } catch { return true; } };
    return {
      policy,
      inline: document.querySelectorAll('script:not([src]), style, [style], [onclick], [onload]').length,
      policyOfAnotherName: blocked(() => globalThis.trustedTypes.createPolicy('other', {})),
      html: blocked(() => { document.createElement('div').innerHTML = '<b>'; }),
      worker: blocked(() => new Worker('worker.js')),
      other: blocked(() => new Worker(new URL('app.js', location.href))),
    };
  });
  for (const part of ["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "require-trusted-types-for 'script'", 'trusted-types hegao', "base-uri 'none'", "form-action 'none'", "object-src 'none'"]) assert.ok(found.policy.includes(part), part);
  assert.deepEqual({ inline: found.inline, named: found.policyOfAnotherName, html: found.html, worker: found.worker, other: found.other }, { inline: 0, named: true, html: true, worker: true, other: true });
  await page.quit();
});

test('the meter tells the truth: 0 through a whole session, and 1 after one request', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  for (const view of ['outline', 'indicators', 'ledger', 'findings']) await page.click(`#tab-${view}`);
  await page.click('[data-ref=skeleton]');
  await settled(page);
  assert.equal(await page.textContent('[data-ref=meter]'), '加载后 0 次请求');
  quiet(page);
  await page.evaluate(() => fetch('style.css'));
  await page.waitForFunction(() => document.querySelector('[data-ref=meter]').textContent === '加载后 1 次请求');
  await page.quit();
});

test('with 200,000 characters it can still be typed in and found one\'s way about', { timeout: 120_000 }, async () => {
  const page = await site.open();
  const text = SAMPLE.repeat(Math.ceil(200_000 / SAMPLE.length)).slice(0, 200_000);
  await paste(page, text);
  const mirrored = await page.$$eval('.backdrop .line', (lines) => lines.map((line) => line.textContent).join('\n').length);
  assert.equal(mirrored, 200_000);
  await page.locator('.finding .go').nth(60).click();
  assert.ok(await page.evaluate(() => find('.scroller').scrollTop > 1000));
  const times = await page.evaluate(async () => {
    const area = document.querySelector('textarea');
    area.setSelectionRange(100_000, 100_000);
    const all = [];
    for (let round = 0; round < 12; round += 1) {
      const from = performance.now();
      document.execCommand('insertText', false, '一');
      document.body.offsetHeight;
      all.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 30));
    }
    return all.sort((a, b) => a - b);
  });
  console.log(`      a key in 200,000 characters: median ${times[6].toFixed(0)} ms, worst ${times[11].toFixed(0)} ms`);
  assert.ok(times[6] < 150, String(times));
  const from = Date.now();
  await page.keyboard.press('Control+A');
  const all = Date.now() - from;
  console.log(`      all of it selected in ${all} ms`);
  assert.ok(all < 3000, 'a closed <details> or the like makes this slow');
  await settled(page);
  assert.equal((await value(page)).length, 200_012);
  await page.quit();
});

const HOSTILE = { '100,000 newlines': '\n'.repeat(100_000), '200,000 digits': '1234567890'.repeat(20_000), '20,000 brackets': '（'.repeat(20_000) };
for (const [name, odd] of Object.entries(HOSTILE)) {
  test(`with ${name} the page answers, and keeps the text`, { timeout: 120_000 }, async () => {
    const page = await site.open();
    const text = `${odd}共80件，其中甲50件、乙20件。`;
    const from = Date.now();
    await paste(page, text);
    console.log(`      ${name}: pasted and answered in ${Date.now() - from} ms`);
    assert.equal((await value(page)).length, text.length);
    assert.ok(await value(page) === text);
    assert.ok(await page.locator('.backdrop .line').count() <= 20_000);
    if (name.endsWith('newlines')) assert.match(await page.textContent('[data-ref=note]'), /不再画线/);
    await page.evaluate(() => document.querySelector('textarea').setSelectionRange(100, 100));
    await page.keyboard.insertText('一');
    await settled(page);
    assert.equal((await value(page)).length, text.length + 1);
    await page.evaluate((words) => {
      const area = document.querySelector('textarea');
      area.value = words;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, odd);
    await page.waitForFunction(() => !find('[data-ref=results]').hasAttribute('aria-busy'));
    assert.ok(await value(page) === odd);
    quiet(page);
    await page.quit();
  });
}
