// Last year's report beside the draft: given by file and by paste, seen, compared, taken away, kept, and refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { entries, unpack } from '../../www/files/zip.js';
import { SAMPLE } from '../../www/sample.js';
import { axe, drag, focused, paste, pasteAs, quiet, ready, retype, settled, speaks, start, value } from './helper.js';
import { p, packed, r } from './package.js';

const DAY = 86_400_000;
/** The field of last year's report. */
const PAST = '[data-ref=past]';
/** The same county a year before: other years, other figures, a sentence of its own. */
const LAST = SAMPLE.replace(/20(2\d)(?=年)/g, (_, year) => `20${year - 1}`).replace('办理行政许可9640件', '办理行政许可8000件')
  .replace('结转下年10件', '结转下年6件').replace('县政府聘请法律顾问12名', '😀县政府聘请法律顾问9名');
const TITLE = '云溪县人民政府关于2023年度法治政府建设情况的报告';
/** 9640 is 20.5 % more than 8000. */
const WRONG = SAMPLE.replace('办理行政许可9640件', '办理行政许可9640件，比上年增长25.3%');
const RIGHT = WRONG.replace('25.3%', '20.5%');

let site;
before(async () => { site = await start(); });
after(() => site.close());

const path = (name) => fileURLToPath(new URL(`../files/${name}`, import.meta.url));
const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const unfold = (page) => page.click('[data-fold=previous]');
const choose = (page, files) => page.setInputFiles('[data-ref=pastFile]', files);
const note = (page) => page.textContent('[data-ref=pastNote]');
const told = (page, words) => page.waitForFunction((wanted) => document.querySelector('[data-ref=pastNote]').textContent.includes(wanted), words);
const brief = (page) => page.textContent('[data-ref=pastBrief]');
const past = (page) => page.inputValue(PAST);
/** The report on the present text, with or without last year's. */
const report = async (page) => {
  await settled(page);
  return page.evaluate(() => document.querySelector('hegao-checker').check());
};
const compared = async (page) => (await report(page)).findings.filter(({ previous }) => previous.length > 0);
const asFile = (text) => packed(text.split('\n').map((line) => p(r(line))).join(''));

/** Pastes into the field of last year's report, as a person would. */
async function pastePast(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.focus(PAST);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}
/** A page with a draft, and with last year's report beside it. */
async function beside(draft, last, settings = {}) {
  const page = await site.open(settings);
  await paste(page, draft);
  await unfold(page);
  await pastePast(page, last);
  await told(page, '已有上年报告');
  await page.waitForFunction(() => document.querySelector('hegao-checker').report?.previous);
  await settled(page);
  return page;
}

test('by file: a .docx is opened, and what it is stands beside the button; it is asked for by nobody else', async () => {
  const page = await site.open();
  await paste(page, WRONG);
  assert.equal(await brief(page), '');
  assert.equal(await page.locator('[data-ref=previous]').isVisible(), false);
  await unfold(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('[data-ref=pastOpen]')]);
  await chooser.setFiles(file('去年.docx', await asFile(LAST)));
  await told(page, `已有上年报告：${TITLE} · 2023 年度 · `);
  assert.match(await brief(page), /^2023 年度 · 1\d{3} 字$/);
  assert.equal((await past(page)).trimEnd(), LAST.trimEnd());
  assert.equal(await value(page), WRONG, 'the draft is as it was');
  assert.match(await page.textContent('[data-ref=verdict-text]'), /作对照的是 2023 年度的报告/);
  await unfold(page);
  assert.equal(await page.locator('[data-ref=previous]').isVisible(), false);
  assert.match(await brief(page), /^2023 年度/, 'folded away, it is still said to be there');
  assert.deepEqual(page.requests.filter((url) => !new URL(url).pathname.startsWith('/www/files/')), []);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('a growth that is wrong is found, with this year\'s words and last year\'s side by side', async () => {
  const page = await beside(WRONG, LAST);
  const [finding, ...more] = (await compared(page)).filter(({ rule }) => rule.startsWith('figures/'));
  assert.deepEqual(more, []);
  assert.match(finding.message, /25\.3%/);
  const row = page.locator(`.finding[data-row="${finding.fingerprint}"]`);
  const [now, last] = await row.locator('.pair .excerpt').all();
  assert.match(await now.textContent(), /^本年 .*9640件.*25\.3%/);
  assert.match(await last.textContent(), /^上年报告 .*8000件/);
  assert.match(await last.locator('strong').textContent(), /8000/);
  const [left, right] = [await now.boundingBox(), await last.boundingBox()];
  assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 2, 'side by side');
  await page.setViewportSize({ width: 375, height: 800 });
  await page.waitForFunction((pair) => {
    const [upper, lower] = [...pair.querySelectorAll('.excerpt')].map((excerpt) => excerpt.getBoundingClientRect());
    return Math.abs(upper.x - lower.x) < 2 && upper.bottom <= lower.y;
  }, await row.locator('.pair').elementHandle());
  quiet(page);
  await page.quit();
});

test('what was copied in several places has each beside its counterpart', async () => {
  const page = await beside(SAMPLE, LAST);
  const [finding] = (await compared(page)).filter(({ previous, related }) => previous.length > 2 && related.length + 1 === previous.length);
  const row = page.locator(`.finding[data-row="${finding.fingerprint}"]`);
  assert.equal(await row.locator('.pair').count(), 1, 'closed, it shows the first');
  await row.locator('.head .fold').click();
  const pairs = await row.locator('.pair').all();
  assert.equal(pairs.length, finding.previous.length);
  for (const pair of pairs) {
    const [own, last] = await pair.locator('strong').allTextContents();
    assert.equal(own.slice(0, 12), last.slice(0, 12));
  }
  await axe(page, 'pairs');
  quiet(page);
  await page.quit();
});

test('one that is right is silent, and stands in the ledger with last year\'s figure', async () => {
  const page = await beside(RIGHT, LAST);
  assert.deepEqual((await compared(page)).filter(({ rule }) => rule.startsWith('figures/')), []);
  await page.click('#tab-ledger');
  const row = page.locator('.relation.agrees', { hasText: '上年报告' }).filter({ hasText: '9640' });
  assert.match(await row.locator('.excerpt').first().textContent(), /^上年报告 .*8000件/);
  assert.match(await row.locator('.excerpt strong').first().textContent(), /8000/);
  quiet(page);
  await page.quit();
});

test('taken away, nothing is compared any more; undo in its field brings it back', async () => {
  const page = await beside(WRONG, LAST);
  assert.notEqual((await compared(page)).length, 0);
  await page.click('[data-ref=pastRemove]');
  await told(page, '已拿掉');
  assert.deepEqual(await compared(page), []);
  assert.equal((await report(page)).previous, null);
  assert.deepEqual([await past(page), await brief(page), await focused(page), await page.locator('[data-ref=pastRemove]').isVisible()], ['', '', 'past', false]);
  assert.equal(await value(page), WRONG);
  await page.keyboard.press('Control+Z');
  await told(page, '2023 年度');
  assert.notEqual((await compared(page)).length, 0);
  quiet(page);
  await page.quit();
});

test('of another year: the core says so, and shows where it says that', async () => {
  const page = await beside(SAMPLE, LAST.replaceAll('2023', '2021'));
  const [{ rule }] = await compared(page);
  assert.equal(rule, 'dates/previous-year');
  const row = page.locator('.finding', { hasText: '请换用 2023 年度的报告' });
  assert.match(await row.locator('.pair').textContent(), /^本年 .*2024年度.*上年报告 .*2021年度/);
  assert.match(await brief(page), /^2021 年度/);
  await page.quit();
});

test('a formatted paste keeps its rows; a dropped file is for the panel that it is dropped on', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await unfold(page);
  assert.equal(await pasteAs(page, { 'text/html': '<table><tr><td>甲<td>12</table>', 'text/plain': '甲 12' }, PAST), false);
  await page.waitForFunction(() => document.querySelector('[data-ref=past]').value === '甲\t12');
  await told(page, '已有上年报告：3 字');
  await drag(page, 'dragover', [['去年.txt', LAST]], PAST);
  assert.ok(await page.isVisible('[data-ref=veil]'));
  assert.ok(await page.isVisible('.previous.over'));
  assert.equal(await page.textContent('[data-ref=veil]'), '松手，作为上年报告');
  await axe(page, 'a file over the panel');
  await drag(page, 'drop', [['去年.txt', LAST]], PAST);
  await told(page, '2023 年度');
  assert.equal(await past(page), LAST);
  assert.equal(await value(page), SAMPLE);
  assert.ok(!(await page.isVisible('[data-ref=veil]')) && !(await page.isVisible('.previous.over')));
  assert.equal(await page.textContent('[data-ref=veil]'), '松手，打开这个文件');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('what is refused is said in a sentence, in both languages, and both texts stay', { timeout: 60_000 }, async () => {
  const page = await beside(SAMPLE, LAST);
  const damaged = readFileSync(path('libreoffice.docx')).subarray(0, 5000);
  const refused = [
    [() => choose(page, file('去年.docx', damaged)), /^没有打开《去年\.docx》：文件已损坏/],
    [() => choose(page, file('去年.pdf', '%PDF-1.7')), /这是 PDF/],
    [() => choose(page, file('去年.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))), /旧格式的 Word/],
    [() => choose(page, file('空.txt', '')), /没有文字/],
    [() => choose(page, file('长.txt', '法治'.repeat(2_000_000))), /文字超过 10 MB/],
    [() => choose(page, file('本年.txt', `${SAMPLE.replaceAll('\n\n', '\n　　')}`)), /^没有打开《本年\.txt》：这和正文是同一份/],
    [() => drag(page, 'drop', [['一.txt', '一'], ['二.txt', '二']], PAST), /一次只能打开一个/],
    [() => pastePast(page, SAMPLE), /^没有放进去：这和正文是同一份/],
    [() => pasteAs(page, { 'text/plain': '法治'.repeat(2_000_000) }, PAST), /^没有放进去：文字超过 10 MB/],
  ];
  for (const [give, sentence] of refused) {
    await page.evaluate(() => { document.querySelector('[data-ref=pastNote]').textContent = ''; });
    await give();
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-ref=pastNote]').textContent), sentence.source);
    assert.match(await note(page), /。正文和上年报告都没有动。$/, String(sentence));
    assert.ok(await past(page) === LAST && await value(page) === SAMPLE, String(sentence));
    assert.equal((await report(page)).previous.year, 2023, String(sentence));
    assert.match(await note(page), sentence, 'it stays to be read');
  }
  await speaks(page, 'en');
  assert.match(await note(page), /^Last year's report is there: .* · 2023 · /);
  await choose(page, file('去年.pdf', '%PDF-1.7'));
  await told(page, 'it is a PDF');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('a file that is read while the field is typed in does not take its place', async () => {
  const page = await site.open();
  await unfold(page);
  await page.evaluate((words) => {
    const slow = new File([words], '去年.txt');
    slow.arrayBuffer = () => new Promise((done) => { globalThis.arrive = () => done(new TextEncoder().encode(words).buffer); });
    const data = new DataTransfer();
    const area = document.querySelector('[data-ref=past]');
    Object.defineProperty(data, 'files', { value: [slow] });
    data.items.add(new File([''], 'x'));
    area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, LAST);
  await page.waitForFunction(() => globalThis.arrive);
  await page.fill('[data-ref=past]', '我在写');
  await page.evaluate(() => globalThis.arrive());
  await told(page, '没有打开《去年.txt》');
  assert.equal(await past(page), '我在写');
  await page.quit();
});

test('it goes to the worker once, not with every keystroke, and typing is as smooth as without', async () => {
  const page = await site.open({ before: (one) => one.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    globalThis.posted = [];
    Worker.prototype.postMessage = function spy(data, ...more) {
      if (data.method === 'check') globalThis.posted.push(data.args[1]?.previous?.length ?? 0);
      return postMessage.call(this, data, ...more);
    };
  }) });
  await paste(page, SAMPLE);
  await unfold(page);
  await pastePast(page, LAST);
  await told(page, '2023 年度');
  for (const letter of '又添了几个字') {
    await page.focus('#text');
    await page.keyboard.insertText(letter);
    await settled(page);
  }
  const sent = () => page.evaluate(() => globalThis.posted.filter((length) => length > 0));
  assert.deepEqual(await sent(), [LAST.length]);
  await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { throw new WebAssembly.RuntimeError('unreachable'); }; });
  await page.keyboard.insertText('。');
  await page.waitForSelector('[data-mood=failed]');
  await page.click('[data-ref=again]');
  await settled(page);
  assert.deepEqual(await sent(), [LAST.length, LAST.length], 'and again to a fresh one');
  assert.equal((await report(page)).previous.year, 2023);
  await page.quit();
});

/** Another visit of the same browser, so many days after the first. */
async function again(page, days) {
  const address = page.url();
  await page.goto('about:blank');
  await page.clock.setSystemTime(Date.UTC(2025, 1, 1) + days * DAY);
  await page.goto(address);
  await ready(page);
}
const record = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('hegao.draft')));

test('kept with the draft if that is kept, as long, and forgotten with it', async () => {
  const page = await site.open({ before: (one) => one.clock.install({ time: Date.UTC(2025, 1, 1) }), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const own = SAMPLE.replaceAll('云溪县', '青禾县');
  const last = LAST.replaceAll('云溪县', '青禾县');
  await paste(page, own);
  await unfold(page);
  await page.fill('[data-ref=past]', last);
  await page.clock.runFor(1000);
  assert.equal(await record(page), null, 'not unless asked for');
  await page.click('[data-fold=keep]');
  await page.selectOption('[data-ref=days]', '7');
  const { text, previous, days } = await record(page);
  assert.ok(text === own && previous === last && days === 7);
  await again(page, 6);
  await settled(page);
  assert.deepEqual([await value(page), await past(page)], [own, last]);
  assert.match(await brief(page), /^2023 年度 · /);
  await unfold(page);
  await page.click('[data-ref=pastRemove]');
  assert.deepEqual([(await record(page)).text, (await record(page)).previous], [own, ''], 'taken away there, too');
  await page.fill('[data-ref=past]', last);
  await page.clock.runFor(1000);
  assert.equal((await record(page)).previous, last);
  await page.click('[data-ref=forget]');
  assert.equal(await record(page), null);
  assert.equal(await past(page), last, 'the page keeps its texts');
  await page.click('[data-ref=clear]'); // else it asks whether to leave
  await again(page, 6);
  assert.deepEqual([await value(page), await past(page), await brief(page)], ['', '', '']);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('beside a sample it is kept alone; past its time it is deleted', async () => {
  const page = await site.open({ before: (one) => one.clock.install({ time: Date.UTC(2025, 1, 1) }) });
  await page.click('[data-ref=sample]');
  await unfold(page);
  await page.click('[data-fold=keep]');
  await page.selectOption('[data-ref=days]', '1');
  await page.fill('[data-ref=past]', LAST);
  await page.clock.runFor(1000);
  assert.deepEqual([(await record(page)).text, (await record(page)).previous], ['', LAST]);
  await page.click('[data-ref=clear]');
  await again(page, 0.5);
  assert.deepEqual([await value(page), await past(page)], ['', LAST]);
  await again(page, 2);
  assert.deepEqual([await value(page), await past(page), await record(page)], ['', '', null]);
  await page.quit();
});

test('what is taken away says it, too: the list, the tables, Word, JSON, paper', async () => {
  const page = await beside(WRONG, LAST);
  const [{ message, previous: [place] }] = (await compared(page)).filter(({ rule }) => rule.startsWith('figures/'));
  await page.click('[data-fold=handout]');
  const saved = async (label) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-ref=handout] button:visible', { hasText: label }).click()]);
    return readFileSync(await download.path());
  };
  const list = (await saved('问题清单（.txt）')).toString();
  const at = LAST.slice(place.range.start, place.range.end);
  assert.ok(list.includes(message));
  assert.match(list, /作对照的是 2023 年度的报告/);
  assert.match(list, /\n {3}上年报告：“.*【.*8000.*】.*”\n/);
  assert.ok(list.includes(`【${at}】`));
  const table = (await saved('数据（.csv）')).toString().split('\r\n').filter((line) => line.includes('9640'));
  assert.match(table.join('\n'), /上年报告：\S+ 8000件/);
  const json = JSON.parse((await saved('核对结果（.json）')).toString());
  assert.deepEqual([json.previous.year, json.findings.find((one) => one.message === message).previous.length], [2023, 1]);
  const word = await page.evaluate(async (bytes) => (await (await import('/www/files/open.js')).open(new File([new Uint8Array(bytes)], 'a.docx'))).text, [...await saved('问题清单（.docx）')]);
  assert.ok(word.includes(`【${at}】`) && word.includes('上年报告：“'));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sheet = await page.evaluate(() => document.querySelector('.paper').textContent);
  assert.ok(sheet.includes(`上年报告${TITLE} · 2023 年度`));
  assert.equal(await page.locator('.paper u', { hasText: at }).count() > 1, true, 'with the finding, and in the ledger');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.quit();
});

test('the .docx that comes back with comments says it in the comment', async () => {
  const page = await site.open();
  await page.setInputFiles('[data-ref=file]', file('本年.docx', await asFile(WRONG)));
  await settled(page);
  await unfold(page);
  await choose(page, file('去年.docx', await asFile(LAST)));
  await told(page, '2023 年度');
  await settled(page);
  await page.click('[data-fold=handout]');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-ref=handout] button:visible', { hasText: '带批注的原稿' }).click()]);
  const comments = new TextDecoder().decode(await unpack(entries(readFileSync(await download.path())).get('word/comments.xml'), { left: 1e8 }));
  assert.match(comments, /上年报告：“[^<]*8000/);
  await page.quit();
});

for (const width of [1280, 375]) test(`by keyboard alone, at ${width} px`, async () => {
  const page = await site.open({ width });
  await paste(page, SAMPLE);
  await page.evaluate((words) => navigator.clipboard.writeText(words), LAST);
  const reach = async (wanted, key = 'Tab') => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await page.evaluate((query) => focused()?.matches(query), wanted)) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${key} never reached ${wanted}`);
  };
  await reach('[data-fold=previous]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('[data-fold=previous]', 'aria-expanded'), 'true');
  await reach('[data-ref=past]');
  await page.keyboard.press('Control+V');
  await told(page, '2023 年度');
  await reach('[data-ref=pastRemove]');
  await page.keyboard.press('Enter');
  await told(page, '已拿掉');
  assert.equal(await focused(page), 'past');
  await reach('[data-ref=pastOpen]');
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate(() => {}); // the browser has been told by now that the test chooses
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file('去年.txt', LAST));
  await told(page, '2023 年度');
  assert.equal(await focused(page), 'pastOpen');
  await reach('#text');
  await page.quit();
});

for (const { name, locale = 'zh-CN', large = false, ...settings } of [
  { name: 'wide', width: 1280 },
  { name: 'wide and dark, in English', width: 1280, colorScheme: 'dark', locale: 'en' },
  { name: 'in forced colours', width: 1280, forcedColors: 'active' },
  { name: 'narrow, in large type', width: 375, large: true },
  { name: 'narrow and dark, in English', width: 375, colorScheme: 'dark', locale: 'en' },
  { name: 'at 400 % zoom', width: 320, height: 200 },
]) test(`as accessible as the rest, ${name}`, async () => {
  const page = await site.open(settings);
  const whole = async (state) => {
    await axe(page, state);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${state}: too wide`);
    assert.deepEqual(await page.$$eval('.other button, .previous button', (all) => all.filter((one) => one.offsetParent && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.textContent)), [], state);
  };
  if (large) await page.click('[data-ref=large]');
  await paste(page, WRONG);
  if (locale !== 'zh-CN') await speaks(page, locale);
  await unfold(page);
  await whole('nothing there yet');
  await choose(page, file('去年.pdf', '%PDF-1.7'));
  await told(page, 'PDF');
  await whole('a file that is refused');
  await choose(page, file('去年.txt', LAST));
  await told(page, '2023');
  await settled(page);
  await whole('there, with a finding that rests on it');
  await page.click('#tab-ledger');
  await whole('the ledger');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('markup in it is shown as text and runs nothing', async () => {
  const odd = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>';
  const page = await beside(WRONG, LAST.replace('办理行政许可8000件', `${odd}办理行政许可8000件`).replaceAll('2023', '2021'));
  for (const view of ['outline', 'indicators', 'ledger', 'findings']) await page.click(`#tab-${view}`);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(await page.evaluate(() => findAll('img, main script, .paper script').map((one) => one.outerHTML)), []);
  quiet(page);
  await page.quit();
});

test('the element: a property that may be set before the script, changed and emptied; too long a text is refused with its name', async () => {
  const rules = `rules='{"structure":"off","indicators":"off"}'`;
  const page = await site.portal(`<hegao-checker ${rules}><textarea aria-label="正文">${WRONG}</textarea></hegao-checker>`, { before: (one) => one.addInitScript((words) => {
    addEventListener('readystatechange', () => {
      const checker = document.querySelector('hegao-checker');
      if (checker && !customElements.get('hegao-checker')) checker.previous = words;
    }, true);
  }, LAST) });
  await settled(page);
  const set = (words) => page.$eval('hegao-checker', async (checker, text) => {
    checker.previous = text;
    await Promise.resolve();
    return checker.check().then(({ previous, findings }) => [checker.previous.length, previous?.year ?? null, findings.some((one) => one.previous.length > 0)], ({ code, path }) => [code, path]);
  }, words);
  assert.equal(await page.$eval('hegao-checker', (checker) => checker.report.previous.year), 2023);
  assert.deepEqual(await set(''), [0, null, false]);
  assert.deepEqual(await set(LAST.replaceAll('2023', '2020')), [LAST.length, 2020, true]);
  assert.deepEqual(await set('法治'.repeat(2_000_000)), ['too-large', 'previous']);
  assert.doesNotMatch(await page.textContent('[data-ref=verdict-text]'), /正文超过/);
  assert.deepEqual(await set(null), [0, null, false]);
  quiet(page);
  await page.quit();
});
