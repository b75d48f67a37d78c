// What an official does: paste, look, go to a place, correct, see it turn quiet. And nothing is sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { holds, mood, marks, paste, quiet, retype, selected, settled, speaks, start, value } from './helper.js';

/** The five slips of the sample and how to mend them. */
const SLIPS = [
  { name: 'the sum', words: '普通程序747件', mended: '普通程序774件', near: ['1286', '512', '747'] },
  { name: 'the rate', words: '成功率89.4%', mended: '成功率98.4%', near: ['89.4'] },
  { name: 'the townships', words: '21个乡镇', mended: '20个乡镇', near: ['21个'] },
  { name: 'the blank', words: '培训××场次', mended: '培训86场次', near: ['××'] },
  { name: 'the number', words: '（九）健全', mended: '（八）健全', near: ['九'] },
];

let site;
before(async () => { site = await start(); });
after(() => site.close());

test('the sample is one click away, and each of its slips is marked in the text', async () => {
  const page = await site.open();
  await page.click('[data-ref=try]');
  await settled(page);
  await holds(page, SAMPLE);
  assert.equal(await mood(page), 'bad');
  const marked = await marks(page);
  for (const { name, near } of SLIPS) assert.ok(marked.some(({ text, kind }) => near.some((part) => text.includes(part)) && /error|warning/.test(kind)), `${name} is not marked`);
  quiet(page);
  await page.quit();
});

test('pasted text is shown as it is, checked, and marked exactly where the findings are', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await holds(page, SAMPLE);
  const mirror = await page.$$eval('.backdrop .line', (lines) => lines.map((line) => line.textContent).join('\n'));
  assert.equal(mirror, SAMPLE, 'the mirror holds the same text');
  quiet(page);
  await page.quit();
});

test('from a finding to its place, to a related place, and back to the same row', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const row = page.locator('.finding', { hasText: '89.4' }).first();
  await row.locator('.go').click();
  assert.match(await selected(page), /89\.4/);
  assert.equal(await row.getAttribute('aria-current'), 'true');
  assert.ok(await inView(page), 'the place is in view');
  assert.ok((await marks(page)).some(({ text, kind }) => text.includes('89.4') && kind.includes('current')));
  await page.keyboard.press('Escape');
  assert.ok(await row.locator('.go').evaluate((node) => node === focused()), 'the focus is back');
  const related = row.locator('.place');
  if (await related.count()) {
    await related.first().click();
    assert.match(await selected(page), /\d/);
    await page.click('[data-ref=back]');
    assert.ok(await row.locator('.go').evaluate((node) => node === focused()));
  }
  quiet(page);
  await page.quit();
});

test('a click in the text shows what is said about the place', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const box = await page.evaluate(() => {
    const mark = [...findAll('.backdrop mark.error')].find((one) => one.textContent.includes('××'));
    mark.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await page.waitForFunction(() => find('[data-ref=note]').textContent.includes('×'));
  assert.equal(await page.locator('.finding[aria-current=true]').count(), 1);
  await page.quit();
});

test('mended slip by slip, the report is clean, and the page says what was checked', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  for (const { words, mended } of SLIPS) {
    await retype(page, words, mended);
    await settled(page);
    const left = (await marks(page)).filter(({ kind }) => kind.includes('error')).map(({ text }) => text);
    assert.equal(left.join().includes(words), false);
  }
  assert.equal(await mood(page), 'good', await page.textContent('#panel-findings'));
  assert.deepEqual(await marks(page), []);
  assert.match(await page.textContent('[data-ref=verdict-text]'), /必写的 4 个部分都写了；.*重算 \d+ 处数据，都对得上/);
  quiet(page);
  await page.quit();
});

test('a proposed change is one click, and one Ctrl+Z takes it back', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const fix = page.locator('.finding .fix').first();
  const title = await fix.textContent();
  await fix.click();
  await settled(page);
  const changed = await value(page);
  assert.notEqual(changed, SAMPLE, title);
  assert.match(await page.textContent('[data-ref=note]'), /改好了/);
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  await page.keyboard.press('Control+Y');
  await holds(page, changed);
  quiet(page);
  await page.quit();
});

test('typing and its undo are the browser\'s own, before and after a check', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.evaluate(() => document.querySelector('textarea').setSelectionRange(30, 30));
  await page.keyboard.type('abc');
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('textarea').selectionStart), 33, 'the caret stays');
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  await page.quit();
});

test('emptied, the page is as at the start; the sample can replace a text and be taken back', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.click('[data-ref=clear]');
  assert.equal(await value(page), '');
  assert.equal(await page.locator('[data-ref=welcome]').isVisible(), true);
  assert.deepEqual(await marks(page), []);
  await page.click('[data-ref=undo]');
  await settled(page);
  await holds(page, SAMPLE);
  await page.click('[data-ref=skeleton]');
  await page.waitForFunction((before) => document.querySelector('textarea').value !== before, SAMPLE);
  quiet(page);
  await page.quit();
});

test('the browser asks before it leaves a text that was worked on, and not before it leaves the sample', async () => {
  const page = await site.open();
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await asks(), false, 'empty');
  await page.click('[data-ref=try]');
  await settled(page);
  assert.equal(await asks(), false, 'the sample');
  await page.keyboard.insertText('又');
  await settled(page);
  assert.equal(await asks(), true, 'edited');
  await page.click('[data-ref=clear]');
  assert.equal(await asks(), false, 'cleared');
  assert.equal(await page.textContent('[data-ref=note]'), '已清空');
  await page.waitForFunction(() => find('[data-ref=live]').textContent === '已清空');
  await page.quit();
});

test('an outline that comes late does not take the place of what was typed meanwhile', async () => {
  const page = await site.open();
  await page.workers()[0].evaluate(() => {
    const { decode } = TextDecoder.prototype;
    TextDecoder.prototype.decode = function slow(...args) {
      for (const end = Date.now() + 300; Date.now() < end;);
      TextDecoder.prototype.decode = decode;
      return decode.apply(this, args);
    };
  });
  await page.evaluate(() => {
    find('[data-ref=skeleton]').click();
    const area = document.querySelector('textarea');
    area.focus();
    document.execCommand('insertText', false, '刚写的字 。\n');
  });
  await page.waitForFunction(() => /没有放入提纲/.test(find('[data-ref=note]').textContent));
  await holds(page, '刚写的字 。\n');
  assert.equal(await page.textContent('[data-ref=characters]'), '5 字', 'blanks and line ends are no characters');
  await page.quit();
});

test('four views, each with places to go to', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  for (const view of ['outline', 'indicators', 'ledger']) {
    await page.click(`#tab-${view}`);
    const place = page.locator(`#panel-${view} [data-main]`).first();
    await place.click();
    assert.notEqual(await selected(page), '', view);
    await page.keyboard.press('Escape');
    assert.ok(await place.evaluate((node) => node === focused()), view);
  }
  await page.click('[data-choice=disagrees]');
  const signs = await page.$$eval('.ledger .sign', (all) => all.map((one) => one.textContent));
  assert.ok(signs.length >= 2 && signs.every((sign) => sign === '✗'), String(signs));
  await page.quit();
});

test('a section that is taken out shows as an empty row', async () => {
  const page = await site.open();
  await paste(page, SAMPLE.slice(0, SAMPLE.indexOf('四、2025')) + SAMPLE.slice(SAMPLE.indexOf('云溪县人民政府\n2025')));
  await page.click('#tab-outline');
  assert.ok(await page.locator('.section.missing').count() >= 1);
  await page.quit();
});

test('the other language, and back', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await speaks(page, 'en');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.match(await page.textContent('#tab-findings'), /Findings/);
  await speaks(page, 'zh-CN');
  assert.match(await page.textContent('#tab-findings'), /问题/);
  await holds(page, SAMPLE);
  quiet(page);
  await page.quit();
});

function inView(page) {
  return page.evaluate(() => {
    const at = find('.backdrop mark.current').getBoundingClientRect();
    const view = find('.scroller').getBoundingClientRect();
    return at.top >= view.top && at.bottom <= view.bottom;
  });
}
