// The outline with its empty rows, the indicators, the ledger: filtered, lit up, gone to, filled in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { focused, holds, marks, paste, quiet, retype, selected, settled, speaks, start, value } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

const lit = async (page) => (await marks(page)).filter(({ kind }) => kind.includes('current')).map(({ text }) => text);
const count = async (page, view, choice) => Number(await page.textContent(`#panel-${view} [data-choice=${choice}] .count`));
const LACKING = SAMPLE.slice(0, SAMPLE.indexOf('四、2025')) + SAMPLE.slice(SAMPLE.indexOf('云溪县人民政府\n2025'));

for (const locale of ['zh-CN', 'en']) test(`a missing part is an empty row; its heading goes into the text, and one undo takes it back (${locale})`, async () => {
  const page = await site.open();
  await paste(page, LACKING);
  if (locale === 'en') await speaks(page, locale);
  await page.click('#tab-outline');
  const row = page.locator('.section.missing > .head');
  assert.equal(await row.count(), 1);
  await row.locator('.insert').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => find('textarea').value.includes('四、'));
  assert.match(await value(page), /\n四、下一年度推进法治政府建设的主要安排\n\n云溪县人民政府\n2025年2月18日\n$/);
  assert.equal(await page.evaluate(() => find('textarea').value.slice(0, find('textarea').selectionStart).endsWith('主要安排')), true, 'the caret is where one goes on');
  assert.match(await page.textContent('[data-ref=note]'), locale === 'en' ? /Inserted/ : /已插入标题/);
  await settled(page);
  assert.equal(await page.locator('.section.missing').count(), 0);
  assert.equal(await page.locator('.section.thin').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'section next-year', 'back to the row');
  await page.click('[data-ref=undo]');
  await settled(page);
  await holds(page, LACKING);
  quiet(page);
  await page.quit();
});

test('the outline of the draft stands beside the one that is due, and what is more is listed apart', async () => {
  const page = await site.open();
  await paste(page, SAMPLE.replace('二、推进', '二、荣誉\n\n获得省级表彰2项，市级表彰5项。\n\n三、推进'));
  await page.click('#tab-outline');
  const row = page.locator('.section > .head', { hasText: '下一年度推进' });
  assert.equal(await row.locator('.mine').textContent(), '四、2025年度推进法治政府建设的主要安排');
  await row.locator('.mine').hover();
  assert.match((await lit(page)).join(), /四、2025年度/);
  await page.click('#panel-outline .apart .fold');
  const more = page.locator('.others .mine');
  assert.deepEqual(await more.allTextContents(), ['二、荣誉']);
  await more.click();
  assert.equal(await selected(page), '二、荣誉');
  await page.keyboard.press('Escape');
  assert.ok(await more.evaluate((node) => node === globalThis.focused()));
  await page.quit();
});

test('indicators: the usual ones first, by status, in number as the chips say', async () => {
  const page = await site.open();
  await paste(page, SAMPLE.replace('制定行政规范性文件6件，合法性审核文件6件，', '制定行政规范性文件，'));
  await page.click('#tab-indicators');
  const rows = () => page.locator('.indicators tbody tr:not(.topic)').count();
  assert.equal(await rows(), await count(page, 'indicators', 'all'));
  const usual = await rows();
  await page.click('#panel-indicators [data-choice=missing]');
  assert.equal(await rows(), await count(page, 'indicators', 'missing'));
  assert.equal(await page.locator('.indicators tr.missing').count(), await rows());
  await page.click('#panel-indicators [data-choice=all]');
  const lacking = page.locator('.indicators tr', { hasText: '制定行政规范性文件' });
  assert.match(await lacking.locator('.draft').textContent(), /可以写：.*____/);
  await lacking.locator('.mine').click();
  assert.match(await selected(page), /依法行政制度体系/);
  await page.selectOption('[data-keep=scope]', 'all');
  assert.ok(await rows() > usual);
  const order = await page.$$eval('.indicators tbody', (all) => all.map((topic) => [...topic.querySelectorAll('tr:not(.topic)')].map((row) => (row.querySelector('th .must') ? 'o' : 'u')).join('')));
  assert.ok(order.every((topic) => /^u*o*$/.test(topic)), String(order));
  const first = page.locator('.indicators .given').first();
  await first.locator('.place').first().click();
  assert.match(await selected(page), /\d/);
  await page.quit();
});

test('the ledger: the wrong ones first, each figure a link to its place', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.click('#tab-ledger');
  const verdicts = await page.$$eval('.relation', (all) => all.map((row) => row.classList[1]));
  assert.deepEqual([...verdicts].sort((a, b) => ['disagrees', 'unsure', 'agrees'].indexOf(a) - ['disagrees', 'unsure', 'agrees'].indexOf(b)), verdicts);
  await page.click('#panel-ledger [data-choice=disagrees]');
  assert.equal(await page.locator('.relation').count(), await count(page, 'ledger', 'disagrees'));
  const sum = page.locator('.relation', { hasText: '512+747' });
  await sum.locator('.go').focus();
  assert.deepEqual(await lit(page), ['1286件', '512件', '747件']);
  for (const part of await sum.locator('.place').all()) {
    const figure = (await part.textContent()).match(/[\d.]+/)[0];
    await part.click();
    assert.ok((await selected(page)).includes(figure));
  }
  await page.keyboard.press('Escape');
  await retype(page, '747件', '774件');
  await settled(page);
  assert.equal(await page.locator('.relation', { hasText: '512+774' }).count(), 0, 'it is no wrong one any more');
  await page.quit();
});
