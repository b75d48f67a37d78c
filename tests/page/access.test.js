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

for (const width of [1280, 375]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`every view and state at ${width} px, ${colorScheme}`, async () => {
      const page = await site.open({ width, colorScheme });
      await axe(page, 'empty');
      await noSidewaysScroll(page, 'empty');
      await paste(page, SAMPLE);
      for (const view of VIEWS) {
        await page.click(`#tab-${view}`);
        await axe(page, view);
        await noSidewaysScroll(page, view);
      }
      await page.click('#tab-findings');
      await page.locator('.finding .go').first().click();
      await axe(page, 'a finding that is looked at');
      await page.$$eval('.fold[aria-expanded=false]', (all) => all.forEach((one) => one.click()));
      await axe(page, 'everything open');
      await noSidewaysScroll(page, 'everything open');
      await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { throw new WebAssembly.RuntimeError('unreachable'); }; });
      await page.focus('textarea');
      await page.keyboard.type('。');
      await page.waitForSelector('[data-mood=failed]');
      await axe(page, 'failed');
      await noSidewaysScroll(page, 'failed');
      await page.quit();
    });
  }
}

test('in English', async () => {
  const page = await site.open({ width: 375 });
  await paste(page, SAMPLE);
  await speaks(page, 'en');
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    await axe(page, view);
    await noSidewaysScroll(page, view);
  }
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

test('in forced colours the marks and the chosen things are still to be seen', async () => {
  const page = await site.open({ forcedColors: 'active' });
  await paste(page, SAMPLE);
  const styles = await page.$$eval('.backdrop mark.error, .backdrop mark.warning', (all) => all.map((mark) => getComputedStyle(mark).textDecorationLine));
  assert.ok(styles.length > 0 && styles.every((line) => line === 'underline'));
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('textarea')).backgroundColor), /, 0\)$/, 'the mirror shows through');
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

test('every button is at least 24 CSS pixels high and wide', async () => {
  const page = await site.open({ width: 375 });
  await paste(page, SAMPLE);
  for (const view of VIEWS) {
    await page.click(`#tab-${view}`);
    const small = await page.$$eval('button:not(.skip), select', (all) => all.filter((one) => one.offsetParent && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.textContent));
    assert.deepEqual(small, [], view);
  }
  await page.quit();
});
