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

for (const width of [1280, 375]) test(`from the top of the page to a mended slip without a mouse, at ${width} px`, async () => {
  const page = await site.open({ width });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => focused().textContent), '跳到报告正文');
  await tabTo(page, 'try');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await focused(page), 'text');
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
  assert.equal(await focused(page), 'text');
  await holds(page, SAMPLE);
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), first);
  await page.keyboard.press('Space');
  assert.equal(await focused(page), 'text');
  await holds(page, SAMPLE);
  await page.keyboard.press('Escape');
  for (let rows = 0; rows < 60 && !(await page.evaluate(() => focused().closest('[data-row]')?.querySelector('.fix'))); rows += 1) await page.keyboard.press('ArrowDown');
  for (let stops = 0; stops < 12 && !(await page.evaluate(() => focused().matches('.fix'))); stops += 1) await page.keyboard.press('Tab');
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
  assert.equal(await focused(page), 'text');
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
  assert.equal(await page.evaluate(() => focused().dataset.choice), 'error');
  assert.equal(await page.getAttribute('[data-choice=error]', 'aria-pressed'), 'true');
  assert.equal(await page.locator('.finding:not(.error)').count(), 0);
  await page.quit();
});

/** More findings than are drawn at once, of two kinds. */
const MANY = `${SAMPLE}\n${'全年组织培训12场，比上年的6场增长50%。\n'.repeat(150)}`;

test('F8 and a click come to a row that is not drawn: further down, or filtered away', async () => {
  const page = await site.open();
  await paste(page, MANY);
  assert.equal(await page.locator('.finding').count(), 100);
  await page.evaluate((end) => document.querySelector('textarea').setSelectionRange(end, end), MANY.length);
  await page.keyboard.press('Shift+F8');
  assert.equal(await page.locator('.finding[aria-current]').count(), 1);
  assert.ok(await page.locator('.finding').count() > 100);
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => focused().closest('.finding[aria-current]') !== null), 'and Escape comes to it');
  const kinds = await page.$$eval('[data-choice]:not([data-choice=all])', (all) => all.filter((one) => one.closest('#panel-findings')).map((one) => one.dataset.choice));
  assert.ok(kinds.length > 1, String(kinds));
  const other = kinds.find((kind) => kind !== 'error');
  await page.click(`#panel-findings [data-choice=${other}]`);
  await page.evaluate((at) => {
    const area = document.querySelector('textarea');
    area.focus();
    area.setSelectionRange(at, at);
    area.click();
  }, MANY.indexOf('××') + 1);
  assert.equal(await page.locator('.finding.error[aria-current]').count(), 1);
  assert.equal(await page.getAttribute('#panel-findings [data-choice=all]', 'aria-pressed'), 'true');
  await page.quit();
});

test('on paper the whole list, and the name of the filter', async () => {
  const page = await site.open();
  await paste(page, MANY);
  const drawn = () => page.locator('.finding').count();
  await page.focus('#panel-findings [data-choice=error]');
  await page.keyboard.press('Enter');
  const all = Number(await page.textContent('#panel-findings [data-choice=error] .count'));
  assert.ok(all > 100);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.evaluate(() => document.body.classList.remove('printing')); // as on a portal's page, which prints what it shows
  await page.emulateMedia({ media: 'print' });
  assert.equal(await drawn(), all);
  assert.equal(await page.locator('#panel-findings [data-choice=error]').isVisible(), true);
  assert.equal(await page.locator('#panel-findings [data-choice=all]').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await drawn(), 100);
  assert.equal(await page.evaluate(() => focused().dataset.choice), 'error', 'the focus is where it was');
  await page.quit();
});

test('a new result leaves the focus on its control; if its row is gone, in the panel', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  /** Changes the text from outside, as the browser's own undo does. */
  const change = (words, other) => page.evaluate(([from, to]) => {
    const area = document.querySelector('textarea');
    area.value = area.value.replace(from, to);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [words, other]);
  for (const name of ['choice error', 'next', 'previous']) {
    await page.focus(`[data-keep="${name}"]`);
    await change('现将', '现 将');
    await settled(page);
    assert.equal(await page.evaluate(() => focused().dataset.keep), name);
    await change('现 将', '现将');
    await settled(page);
  }
  await page.locator('.finding', { hasText: '××' }).first().locator('.go').focus();
  const at = await page.evaluate(() => find('.scroller').scrollTop);
  await change('培训××场次', '培训86场次');
  await settled(page);
  assert.equal(await page.evaluate(() => focused().id), 'panel-findings');
  assert.equal(await page.evaluate(() => find('.scroller').scrollTop), at);
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
    for (const query of ['.backdrop', '.results']) watch.observe(find(query), { childList: true, characterData: true, subtree: true });
  });
  const before = await marks(page);
  for (const text of ['f', 'fa', 'fa zh', 'fa zhi']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(1300); // beyond the time after which a summary is read out
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
  await page.waitForFunction(() => find('[data-ref=live]').textContent !== '');
  const said = await page.textContent('[data-ref=live]');
  assert.match(said, /处要改/);
  await page.evaluate(() => {
    globalThis.said = 0;
    new MutationObserver(() => { globalThis.said += 1; }).observe(find('[data-ref=live]'), { childList: true, characterData: true, subtree: true });
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

test('a key that brings the focus into the text does not wipe away what was said', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.locator('.finding .fix').first().focus();
  await page.keyboard.down('Enter');
  await settled(page);
  await page.keyboard.up('Enter');
  assert.match(await page.textContent('[data-ref=note]'), /改好了/);
  assert.ok(await page.locator('[data-ref=undo]').isVisible());
  await page.quit();
});

test('the list of keys: asked for by key or button, closed by Escape, and the focus is where it was', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const row = await page.getAttribute('.finding', 'data-row');
  await page.locator('.finding .go').first().focus();
  await page.keyboard.press('?');
  assert.ok(await page.locator('dialog').isVisible());
  assert.match(await page.textContent('dialog'), /F8.*Delete/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal(await focused(page), row);
  await page.click('[data-ref=keys]');
  await page.click('dialog button');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal(await focused(page), 'keys');
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('?');
  assert.equal(await page.locator('dialog').count(), 0, 'in the text it is a letter');
  await holds(page, `${SAMPLE}?`);
  await page.quit();
});
