// Everything by keyboard alone, and nothing that disturbs the one who types.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { focused, holds, marks, paste, quiet, selected, settled, start, value } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

/** Presses Tab until something has the focus; fails after many. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reached ${wanted}`);
}

test('from the top of the page to a mended slip without a mouse', async () => {
  const page = await site.open();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到报告正文');
  await tabTo(page, 'try');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await focused(page), 'textarea');
  await tabTo(page, 'findings');
  await page.keyboard.press('Tab'); // the panel
  const first = await page.getAttribute('#panel-findings [data-row]', 'data-row');
  await tabTo(page, first);
  await page.keyboard.press('ArrowDown');
  const second = await focused(page);
  assert.notEqual(second, first);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  assert.equal(await focused(page), first);
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'textarea');
  await holds(page, SAMPLE);
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), first);
  await page.keyboard.press('Space');
  assert.equal(await focused(page), 'textarea');
  await holds(page, SAMPLE);
  await page.keyboard.press('Escape');
  for (let rows = 0; rows < 60 && !(await page.evaluate(() => document.activeElement.closest('[data-row]')?.querySelector('.fix'))); rows += 1) await page.keyboard.press('ArrowDown');
  for (let stops = 0; stops < 12 && !(await page.evaluate(() => document.activeElement.matches('.fix'))); stops += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.notEqual(await value(page), SAMPLE);
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  quiet(page);
  await page.quit();
});

test('only one row is in the tab order, with its own controls', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  for (const view of ['findings', 'outline', 'indicators', 'ledger']) {
    await page.click(`#tab-${view}`);
    const rows = await page.$$eval(`#panel-${view} [data-row]`, (all) => all.filter((row) => row.querySelector('button:not([tabindex="-1"])')).length);
    assert.equal(rows, 1, view);
  }
  await page.quit();
});

test('the tabs: one stop, arrows go round, Home and End', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.focus('#tab-findings');
  for (const [key, tab] of [['ArrowRight', 'outline'], ['End', 'ledger'], ['ArrowRight', 'findings'], ['ArrowLeft', 'ledger'], ['Home', 'findings']]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), tab);
    assert.equal(await page.getAttribute(`#tab-${tab}`, 'aria-selected'), 'true');
    assert.ok(await page.locator(`#panel-${tab}`).isVisible());
  }
  assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1);
  await page.quit();
});

test('F8 goes round all findings and Shift+F8 goes back', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.evaluate(() => document.querySelector('textarea').setSelectionRange(0, 0));
  const rows = await page.$$eval('.finding', (all) => all.map((row) => row.dataset.row));
  const seen = [];
  for (let index = 0; index < Math.min(rows.length, 8); index += 1) {
    await page.keyboard.press('F8');
    seen.push(await page.getAttribute('.finding[aria-current]', 'data-row'));
  }
  assert.equal(new Set(seen).size, seen.length, 'each press is another finding');
  await page.keyboard.press('Shift+F8');
  assert.equal(await page.getAttribute('.finding[aria-current]', 'data-row'), seen[seen.length - 2]);
  assert.equal(await focused(page), 'textarea');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), seen[seen.length - 2]);
  await holds(page, SAMPLE);
  await page.quit();
});

test('the filters keep the focus and say what is on', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.focus('[data-choice=error]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.choice), 'error');
  assert.equal(await page.getAttribute('[data-choice=error]', 'aria-pressed'), 'true');
  assert.equal(await page.locator('.finding:not(.error)').count(), 0);
  await page.quit();
});

test('composition is left alone: no check, nothing drawn, until it ends', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const area = document.querySelector('textarea');
    area.focus();
    area.setSelectionRange(20, 20);
    globalThis.changes = 0;
    const watch = new MutationObserver((records) => { globalThis.changes += records.length; });
    for (const query of ['.backdrop', '.results']) watch.observe(document.querySelector(query), { childList: true, characterData: true, subtree: true });
  });
  const before = await marks(page);
  for (const text of ['f', 'fa', 'fa zh', 'fa zhi']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => globalThis.changes), 0);
  assert.equal(await page.getAttribute('[data-ref=results]', 'aria-busy'), null);
  assert.deepEqual(await marks(page), before);
  assert.ok((await value(page)).includes('fa zhi'));
  await session.send('Input.insertText', { text: '法治' });
  await settled(page);
  assert.ok((await value(page)).slice(20).startsWith('法治'));
  assert.equal(await page.$$eval('.backdrop .line', (lines) => lines.map((line) => line.textContent).join('\n')), await value(page));
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  await page.quit();
});

test('a composition that starts while a check runs: the answer is not drawn, and is asked for again', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const session = await page.context().newCDPSession(page);
  await page.workers()[0].evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = function slow(...args) {
      if (args[0].length > 500) for (const end = Date.now() + 500; Date.now() < end;);
      return encodeInto.apply(this, args);
    };
  });
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('共80件，其中甲50件、乙20件。');
  await page.waitForTimeout(400);
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(1200);
  assert.equal(await page.getAttribute('[data-ref=results]', 'aria-busy'), 'true', 'still to come');
  await session.send('Input.insertText', { text: '你' });
  await settled(page);
  assert.equal(await page.getAttribute('[data-ref=results]', 'aria-busy'), null);
  await page.quit();
});

test('the summary is read out once typing has settled, not at every key', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.waitForFunction(() => document.querySelector('[data-ref=live]').textContent !== '');
  const said = await page.textContent('[data-ref=live]');
  assert.match(said, /处要改/);
  await page.evaluate(() => {
    globalThis.said = 0;
    new MutationObserver(() => { globalThis.said += 1; }).observe(document.querySelector('[data-ref=live]'), { childList: true, characterData: true, subtree: true });
  });
  await page.evaluate(() => document.querySelector('textarea').setSelectionRange(20, 20));
  for (const letter of '稳步推进') {
    await page.keyboard.insertText(letter);
    await page.waitForTimeout(450);
  }
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => globalThis.said), 0, 'the same summary is not read twice');
  await page.quit();
});
