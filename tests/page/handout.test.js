// What is taken away from the page: the list on the clipboard, the files, the form on paper.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SAMPLE } from '../../www/sample.js';
import { axe, paste, quiet, retype, settled, speaks, start } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

const LABELS = ['复制问题清单', '问题清单（.docx）', '问题清单（.txt）', '指标（.csv）', '数据（.csv）', '核对结果（.json）'];
const button = (page, label) => page.locator('[data-ref=handout] button:visible', { hasText: label });

test('nothing can be taken away before there is a report', async () => {
  const page = await site.open();
  await page.click('[data-fold=handout]');
  assert.deepEqual(await page.$$eval('[data-ref=handout] button:not([hidden])', (all) => all.map(({ textContent, disabled }) => [textContent, disabled])), LABELS.map((label) => [label, true]));
  await axe(page, 'exports that cannot be used yet');
  await paste(page, SAMPLE);
  assert.equal(await page.locator('[data-ref=handout] button:disabled').count(), 0);
  await axe(page, 'exports');
  await page.click('[data-ref=clear]');
  await page.waitForFunction((all) => document.querySelectorAll('[data-ref=handout] button:disabled:not([hidden])').length === all, LABELS.length);
  await page.quit();
});

test('the list goes to the clipboard with one click, with the reasons, in the language of the page', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.click('[data-fold=handout]');
  await button(page, '复制').click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const list = await copied();
  assert.match(list, /^核稿结果：云溪县人民政府关于2024年度法治政府建设情况的报告\n.*有 4 处要改/);
  assert.match(list, /说明：/);
  assert.match(await page.evaluate(() => find('[data-ref=note]').textContent), /已复制/);
  await speaks(page, 'en');
  await button(page, 'Copy').click();
  await page.waitForFunction(() => navigator.clipboard.readText().then((words) => words.startsWith('Checked: ') && words.includes('Why: ')));
  quiet(page);
  await page.quit();
});

async function saved(page, label) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, label).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('each file is saved under a name that says what it is', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.click('[data-fold=handout]');
  const files = [];
  for (const label of LABELS.slice(1)) files.push(await saved(page, label));
  const title = '云溪县人民政府关于2024年度法治政府建设情况的报告';
  assert.deepEqual(files.map(({ name }) => name), ['问题清单.docx', '问题清单.txt', '指标.csv', '数据.csv', '核对结果.json'].map((end) => `核稿-${title}-${end}`));
  assert.equal(files[0].content.toString('latin1', 0, 2), 'PK');
  assert.match(files[1].content.toString(), /把“747”改为“774”/);
  for (const { content } of files.slice(2, 4)) assert.equal(content.toString('hex', 0, 3), 'efbbbf');
  assert.equal(JSON.parse(files[4].content).summary.errors, 4);
  assert.deepEqual(page.requests.filter((url) => !/^blob:|\/www\/files\/\w+\.js$/.test(url)), [], 'nothing but the program that writes .docx');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('a .docx that was opened can be taken away again with comments', async () => {
  const page = await site.open();
  await page.setInputFiles('[data-ref=file]', fileURLToPath(new URL('../files/libreoffice.docx', import.meta.url)));
  await settled(page);
  await page.click('[data-fold=handout]');
  const { name, content } = await saved(page, '带批注的原稿');
  assert.match(name, /^核稿-.*-批注\.docx$/);
  const findings = await page.evaluate(() => document.querySelector('hegao-checker').report.findings);
  assert.ok(findings.length > 0);
  assert.ok(content.includes('word/comments.xml'));
  await page.quit();
});

test('a file that cannot be made is said not to be', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.route('**/files/reply.js', (route) => route.abort());
  await page.click('[data-fold=handout]');
  await button(page, '问题清单（.docx）').click();
  await page.waitForFunction(() => find('[data-ref=note]').textContent.startsWith('没有存成'));
  await page.quit();
});

/** The pages of a PDF as text; null where there is nothing to read it with. */
async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-'));
  try {
    const path = join(folder, 'print.pdf');
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
    const { status, stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    return status === 0 ? stdout.split('\f').slice(0, -1) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('on paper: the form first, then what it rests on; all of it, and nothing else', async (context) => {
  const page = await site.open({ colorScheme: 'dark' });
  await paste(page, SAMPLE);
  await page.click('#tab-ledger');
  const pages = await printed(page);
  if (pages === null) return context.skip('pdftotext is not installed');
  const whole = pages.join('').replace(/\s+/g, '');
  const report = await page.evaluate(() => document.querySelector('hegao-checker').report);
  assert.match(pages[0], /核 ?稿 ?单/);
  assert.match(pages[0].replace(/\s+/g, ''), /有4处要改，另有1条建议/);
  assert.match(pages[0], /审核意见/);
  for (const { message } of report.findings) assert.ok(whole.includes(message.replace(/\s+/g, '')), message);
  for (const words of ['核稿人', '□已改', '应有的内容', '三、指标', '数据核算', '依据：GB/T9704—2012']) assert.ok(whole.includes(words), words);
  for (const { equation } of report.relations) assert.ok(whole.includes(equation.replace(/\s+/g, '')), equation);
  for (const { title } of report.indicators.filter(({ status }) => status === 'given')) assert.ok(whole.includes(title), title);
  for (const words of ['放入样例', '清空', '上一处', '快捷键', 'English', '加载后']) assert.ok(!whole.includes(words), words);
  pages.forEach((one, index) => assert.match(one, new RegExp(`— ?${index + 1} ?—`), 'numbered'));
  assert.equal(await page.locator('.paper').count(), 0, 'and it is gone afterwards');
  quiet(page);
  await page.quit();
});

test('on paper it is black on white, whatever the screen has, and no row is cut in two', async () => {
  const page = await site.open({ colorScheme: 'dark', width: 375 });
  await paste(page, SAMPLE);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const found = await page.evaluate(() => ({
    colours: [...new Set([...document.querySelectorAll('.paper, .paper *')].map((one) => getComputedStyle(one).color))],
    grounds: [...new Set([document.documentElement, document.body, ...document.querySelectorAll('.paper, .paper *')].map((one) => getComputedStyle(one).backgroundColor))],
    rows: [...new Set([...document.querySelectorAll('.paper tr')].map((one) => getComputedStyle(one).breakInside))],
    others: [...document.body.children].filter((one) => one.offsetParent && one.className !== 'paper').length,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  assert.deepEqual(found, { colours: ['rgb(0, 0, 0)'], grounds: ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'], rows: ['avoid'], others: 0, wide: false });
  await page.quit();
});

test('paper is about the text that was checked; an empty page prints as it is', async () => {
  const page = await site.open();
  const sheet = async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const words = await page.evaluate(() => document.querySelector('.paper')?.textContent ?? null);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    return words;
  };
  assert.equal(await sheet(), null);
  await paste(page, SAMPLE);
  await retype(page, '普通程序747件', '普通程序774件');
  await settled(page);
  assert.match(await sheet(), /有 3 处要改/);
  await page.quit();
});

test('a finding that was set aside is on paper, apart and with its reason', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const row = page.locator('.finding').first();
  const message = await row.locator('.message').textContent();
  if (!(await row.locator('.ignore .fold').isVisible())) await row.locator('.head .fold').click();
  await row.locator('.ignore .fold').click();
  await row.locator('.reasons .place').first().click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const words = await page.evaluate(() => document.querySelector('.paper').textContent);
  assert.match(words, /有 3 处要改/);
  assert.ok(words.includes(`${message}（忽略的原因：`));
  await page.quit();
});

test('a text of markup is printed as text', async () => {
  const page = await site.open();
  await paste(page, `<img src=x onerror="globalThis.ran=1">县人民政府2024年法治政府建设年度报告\n一、<b>主要</b>举措\n共9件，其中甲3件、乙4件。培训××场`);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('.paper img, .paper b').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  await page.quit();
});
