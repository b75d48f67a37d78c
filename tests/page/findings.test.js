// The list of findings: in groups, filtered, opened, set aside and brought back; by mouse and by keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { focused, holds, marks, paste, quiet, retype, settled, start } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

const line = (page) => page.textContent('[data-ref=verdict-text] .line');
const rows = (page) => page.$$eval('.finding', (all) => all.map((row) => row.dataset.row));
const lit = async (page) => (await marks(page)).filter(({ kind }) => kind.includes('current')).map(({ text }) => text);

test('findings stand under the headings of the draft, or by kind, and the keys follow the list', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const heads = () => page.$$eval('.findings h3', (all) => all.map((head) => head.textContent));
  const parts = await heads();
  assert.ok(parts.length > 1 && parts.every((head) => SAMPLE.includes(head.replace('…', ''))), String(parts));
  const inText = await rows(page);
  await page.selectOption('[data-keep=order]', 'kind');
  assert.deepEqual(await heads(), ['结构', '数据', '文字']);
  const byKind = await rows(page);
  assert.notDeepEqual(byKind, inText);
  assert.deepEqual([...byKind].sort(), [...inText].sort());
  await page.locator('.finding .go').first().click();
  for (const row of byKind.slice(1)) {
    await page.keyboard.press('F8');
    assert.equal(await page.getAttribute('.finding[aria-current]', 'data-row'), row);
  }
  quiet(page);
  await page.quit();
});

test('filters by severity and by kind count each other', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const count = async (value) => Number(await page.textContent(`#panel-findings [data-choice=${value}] .count`));
  const all = await count('all');
  await page.focus('[data-keep=kind]');
  await page.selectOption('[data-keep=kind]', 'figures');
  assert.equal(await page.evaluate(() => globalThis.focused().dataset.keep), 'kind', 'the focus stays');
  assert.equal((await rows(page)).length, await count('all'));
  assert.ok(await count('all') < all);
  await page.click('#panel-findings [data-choice=warning]');
  assert.equal((await rows(page)).length, await count('warning'));
  assert.equal(await page.locator('.finding:not(.warning)').count(), 0);
  await page.selectOption('[data-keep=kind]', 'structure');
  assert.match(await page.textContent('#panel-findings .calm'), /没有/);
  await page.quit();
});

test('a row opens with its reason, its clause and the other places, by mouse and by key', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const row = page.locator('.finding', { hasText: '序号跳号' });
  const toggle = row.locator('.head .fold');
  assert.equal(await row.locator('.why').isVisible(), false);
  await toggle.click();
  assert.ok(await row.locator('.why').isVisible());
  assert.match(await row.locator('.clause').textContent(), /GB\/T 9704/);
  assert.ok(await row.locator('.place').first().isVisible());
  await toggle.click();
  assert.equal(await row.locator('.why').isVisible(), false);
  await row.locator('.go').focus();
  await page.keyboard.press('ArrowRight');
  assert.ok(await row.locator('.why').isVisible());
  await retype(page, '现将', '现 将');
  await settled(page);
  assert.ok(await row.locator('.why').isVisible(), 'what was opened stays open');
  await row.locator('.go').focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await row.locator('.why').isVisible(), false);
  await page.quit();
});

test('the row that is looked at is open, the others are not', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const open = () => page.$$eval('.finding .open:not([hidden])', (all) => all.map((one) => one.closest('.finding').dataset.row));
  const [first, second] = await rows(page);
  await page.locator('.finding .go').first().click();
  assert.deepEqual(await open(), [first]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await open(), [second]);
  await page.quit();
});

test('a click reaches the row under the pointer though another one closes', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.locator('.finding .go').first().click();
  await page.keyboard.press('Escape');
  const rate = page.locator('.finding', { hasText: '89.4' });
  await rate.locator('.go').click();
  assert.equal(await rate.getAttribute('aria-current'), 'true');
  assert.equal(await focused(page), 'text');
  await page.quit();
});

test('pointing at a row lights all its places, and leaves no light behind', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.hover('.finding:has-text("同一数目")');
  assert.deepEqual(await lit(page), ['20个', '20个', '21个']);
  await page.hover('[data-ref=verdict]');
  assert.deepEqual(await lit(page), []);
  await page.quit();
});

test('set aside for a reason, a finding counts no more and is listed apart; brought back, it counts again', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const before = await rows(page);
  assert.match(await line(page), /有 4 处要改，另有 1 条建议/);
  const row = page.locator('.finding', { hasText: '序号跳号' });
  await row.locator('.head .fold').click();
  await row.locator('.ignore .fold').click();
  await row.locator('.reasons button', { hasText: '本地另有规定' }).click();
  assert.equal((await rows(page)).length, before.length - 1);
  assert.match(await line(page), /有 3 处要改/);
  assert.match(await page.textContent('[data-ref=verdict-text]'), /已忽略 1 处/);
  assert.equal((await marks(page)).some(({ text }) => text.includes('九')), false, 'no line under it');
  await page.waitForFunction((words) => find('[role=status]').textContent.includes(words), '已忽略');
  await retype(page, '89.4%', '98.4%');
  await settled(page);
  assert.match(await line(page), /有 2 处要改/, 'it stays aside while the text changes');
  await page.click('.aside .fold');
  assert.match(await page.textContent('.aside li'), /序号跳号.*本地另有规定/);
  await page.click('.aside li button');
  assert.match(await line(page), /有 3 处要改/);
  assert.equal(await page.locator('.aside').count(), 0);
  assert.equal(await focused(page), before.at(-1), 'the focus is on the row that came back');
  quiet(page);
  await page.quit();
});

test('the same by keys, with a reason in one\'s own words', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const [first, second] = await rows(page);
  await page.locator('.finding .go').first().focus();
  await page.keyboard.press('Delete');
  for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('口径不同');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), second, 'the next row takes its place');
  assert.equal((await rows(page)).includes(first), false);
  await holds(page, SAMPLE);
  await page.click('.aside .fold');
  assert.match(await page.textContent('.aside li'), /口径不同/);
  for (const row of await rows(page)) {
    await page.locator(`[data-row="${row}"] .go`).focus();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
  }
  assert.equal(await page.locator('.finding').count(), 0);
  assert.equal(await page.locator('.aside li').count(), 5);
  assert.equal(await page.getAttribute('[data-ref=verdict]', 'data-mood'), 'good');
  assert.match(await line(page), /没有别的问题/);
  await page.quit();
});
