// axe-core on every view and state, narrow and wide, dark, forced colours, 400 % zoom.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { axe, paste, speaks, start } from './helper.js';

const VIEWS = ['findings', 'outline', 'indicators', 'ledger'];
let site;
before(async () => { site = await start(); });
after(() => site.close());

async function noSidewaysScroll(page, name) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${name}: ${over} px too wide`);
}

/** Without its last part, so that there is something to put in. */
const DRAFT = SAMPLE.slice(0, SAMPLE.indexOf('四、2025')) + SAMPLE.slice(SAMPLE.indexOf('云溪县人民政府\n2025'));

for (const { name, locale = 'zh-CN', large = false, ...window } of [
  { name: 'wide', width: 1280 },
  { name: 'wide and dark', width: 1280, colorScheme: 'dark' },
  { name: 'wide, in English', width: 1280, locale: 'en' },
  { name: 'in forced colours', width: 1280, forcedColors: 'active' },
  { name: 'in between, in large type', width: 1000, large: true },
  { name: 'narrow', width: 375 },
  { name: 'narrow and dark, in large type', width: 375, colorScheme: 'dark', large: true },
  { name: 'narrow, in English, in large type', width: 375, locale: 'en', large: true },
  { name: 'at 400 % zoom', width: 320, height: 200 },
]) test(`every view and state, ${name}`, async () => {
  const page = await site.open(window);
  const whole = async (state) => {
    await axe(page, state);
    await noSidewaysScroll(page, state);
  };
  if (large) await page.click('[data-ref=large]');
  await whole('empty');
  await paste(page, DRAFT);
  if (locale !== 'zh-CN') await speaks(page, locale);
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    await whole(view);
  }
  await page.click('#tab-findings');
  await page.locator('.finding').last().locator('.go').focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await page.$$eval('.fold[aria-expanded=false]', (all) => all.forEach((one) => one.click()));
  await page.locator('.finding .go').first().click();
  await whole('everything open, one set aside, one looked at');
  await page.click('[data-ref=keys]');
  await whole('the keys');
  await page.keyboard.press('Escape');
  await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { throw new WebAssembly.RuntimeError('unreachable'); }; });
  await page.focus('textarea');
  await page.keyboard.type('。');
  await page.waitForSelector('[data-mood=failed]');
  await whole('failed');
  await page.quit();
});

test('large type is larger everywhere, in the text and in the results', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const sizes = () => page.evaluate(() => ['textarea', '.backdrop', '.message', '.tagline', '[role=tab] .count'].map((query) => parseFloat(getComputedStyle(find(query)).fontSize)));
  const before = await sizes();
  await page.click('[data-ref=large]');
  assert.equal(await page.getAttribute('[data-ref=large]', 'aria-pressed'), 'true');
  const after = await sizes();
  assert.ok(after.every((size, index) => size > before[index] * 1.25), `${before} ${after}`);
  assert.equal(after[0], after[1], 'the text and its mirror alike');
  await page.click('[data-ref=large]');
  assert.deepEqual(await sizes(), before);
  await page.quit();
});

test('at 400 % zoom (320 by 200 CSS pixels) nothing is cut off sideways and all can be reached', async () => {
  const page = await site.open({ width: 320, height: 200 });
  await paste(page, SAMPLE);
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    await noSidewaysScroll(page, view);
    assert.ok(await page.locator(`#panel-${view}`).evaluate((panel) => panel.scrollHeight <= panel.clientHeight + 1), 'the page scrolls, not a box in it');
  }
  await page.quit();
});

test('a low, wide window scrolls as a page', async () => {
  const page = await site.open({ width: 1100, height: 300 });
  await paste(page, SAMPLE);
  await noSidewaysScroll(page, 'low');
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight));
  await page.quit();
});

test('in forced colours the marks are still to be seen through the text', async () => {
  const page = await site.open({ forcedColors: 'active' });
  await paste(page, SAMPLE);
  await page.locator('.finding .go').first().click();
  await page.focus('[data-ref=keys]');
  const seen = () => page.locator('.scroller').screenshot();
  const marked = await seen();
  await page.$eval('.backdrop', (mirror) => (mirror.style.visibility = 'hidden'));
  assert.ok(!marked.equals(await seen()));
  await page.quit();
});

test('severity is told by the form of the line', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const forms = await page.evaluate(() => {
    const box = find('.backdrop');
    return ['error', 'warning', 'info', 'related'].map((tone) => {
      const mark = document.createElement('mark');
      mark.className = tone;
      box.append(mark);
      const form = getComputedStyle(mark).textDecorationStyle;
      mark.remove();
      return form;
    });
  });
  assert.equal(new Set(forms).size, 4, String(forms));
  await page.quit();
});

test('everything to press is at least 24 CSS pixels high and wide', async () => {
  const page = await site.open({ width: 375 });
  await paste(page, DRAFT);
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    await page.$$eval('.fold[aria-expanded=false]', (all) => all.forEach((one) => one.click()));
    const small = await page.$$eval('button:not(.skip), select, input', (all) => all.filter((one) => one.offsetParent && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.textContent));
    assert.deepEqual(small, [], view);
  }
  await page.quit();
});
