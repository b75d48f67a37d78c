// A draft is kept when asked for, where it is said, and never longer than was chosen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { DAYS, Draft, until } from '../../www/draft.js';
import { SAMPLE } from '../../www/sample.js';
import { axe, holds, paste, ready, retype, settled, start, value } from './helper.js';

const DAY = 86_400_000;
const OWN = SAMPLE.replaceAll('云溪县', '青禾县');

/** A storage and a clock of one's own. */
function bench({ room = Infinity } = {}) {
  const items = new Map();
  const storage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, words) => { if (words.length > room) throw new Error('full'); items.set(key, words); },
    removeItem: (key) => items.delete(key),
  };
  const clock = { now: Date.UTC(2025, 1, 1) };
  return { items, clock, draft: new Draft(storage, () => clock.now) };
}

test('nothing is kept unless asked for', () => {
  const { items, draft } = bench();
  assert.equal(draft.load(), null);
  assert.equal(draft.update('稿'), true);
  assert.equal(items.size, 0);
});

test('law: whatever happens and however the clock goes, no text outlives its days after its last change', () => {
  const step = fc.oneof(
    fc.record({ go: fc.integer({ min: 0, max: 40 * 24 }) }),
    fc.record({ back: fc.integer({ min: 0, max: 40 * 24 }) }),
    fc.record({ keep: fc.constantFrom(...DAYS) }),
    fc.record({ update: fc.constantFrom('甲', '乙') }),
    fc.constant({ forget: true }),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const { items, clock, draft } = bench();
    let passed = 0; // real time in hours, whatever the clock shows
    let due = -1;
    let days = 0;
    let text = '丙';
    for (const one of steps) {
      if ('go' in one) { clock.now += one.go * DAY / 24; passed += one.go; }
      if ('back' in one) clock.now -= one.back * DAY / 24;
      const before = draft.load();
      if ('back' in one && before) due = passed + days * 24; // its days begin anew, at most
      if ('keep' in one) { draft.keep(text, one.keep); [days, due] = [one.keep, passed + one.keep * 24]; }
      if ('update' in one && one.update !== text) { text = one.update; draft.update(text); if (before) due = passed + days * 24; }
      if ('forget' in one) { draft.forget(); due = -1; }
      const kept = draft.load();
      if (passed >= due) assert.equal(kept, null);
      assert.equal(items.size, kept ? 1 : 0, 'what is not given back is deleted');
      if (kept) assert.ok(until(kept) - clock.now <= days * DAY);
    }
  }));
});

test('a record that is not ours, or was tampered with, is deleted', () => {
  for (const words of ['', 'x', '{}', 'null', '[]', '{"text":1,"days":1,"saved":0}', '{"text":"甲","days":9999,"saved":1738368000000}', '{"text":"甲","days":1,"saved":null}']) {
    const { items, draft } = bench();
    items.set('hegao.draft', words);
    assert.equal(draft.load(), null, words);
    assert.equal(items.size, 0, words);
  }
});

test('what does not fit is said, and what was kept before stays', () => {
  const { draft } = bench({ room: 100 });
  assert.equal(draft.keep('短', 7), true);
  assert.equal(draft.update('长'.repeat(200)), false);
  assert.equal(draft.load().text, '短');
});

let site;
before(async () => { site = await start(); });
after(() => site.close());

const record = (page) => page.evaluate(() => localStorage.getItem('hegao.draft'));
const unfold = (page) => page.click('[data-fold=keep]');
/** The same browser, another visit, so many days after the first. */
async function again(page, days) {
  const address = page.url();
  await page.goto('about:blank');
  await page.clock.setSystemTime(Date.UTC(2025, 1, 1) + days * DAY);
  await page.goto(address);
  await ready(page);
  assert.equal(await page.evaluate(() => Math.round((Date.now() - Date.UTC(2025, 1, 1)) / 86_400_000)), days);
}
const opened = () => site.open({ before: (page) => page.clock.install({ time: Date.UTC(2025, 1, 1) }), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });

test('off by default: after a whole session nothing is stored, and a new visit is empty', async () => {
  const page = await opened();
  await paste(page, OWN);
  await page.clock.runFor(2000);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  assert.equal(await page.inputValue('[data-ref=days]'), '0');
  await page.quit();
});

test('asked for, it is there on the next visit, says until when, and is gone with one click', async () => {
  const page = await opened();
  await paste(page, OWN);
  await unfold(page);
  assert.match(await page.textContent('[data-ref=keep]'), /只存在这台电脑的这个浏览器里（localStorage）/);
  await page.selectOption('[data-ref=days]', '7');
  assert.equal(await page.textContent('[data-ref=kept]'), '草稿保留到 2月8日 08:00');
  await axe(page, 'a draft that is kept');
  await retype(page, '青禾县人民政府', '云岭县人民政府');
  await page.clock.runFor(1000);
  assert.equal(JSON.parse(await record(page)).text, await value(page));

  await again(page, 6);
  await settled(page);
  await holds(page, OWN.replace('青禾县人民政府', '云岭县人民政府'));
  assert.match(await page.evaluate(() => find('[data-ref=note]').textContent), /接着 2月1日 08:00 的草稿/);
  await page.click('[data-ref=forget]');
  assert.equal(await record(page), null);
  assert.equal(await page.textContent('[data-ref=kept]'), '');
  assert.equal(await page.locator('[data-ref=forget]').isVisible(), false);
  assert.notEqual(await value(page), '', 'the page keeps its text');
  await page.click('[data-ref=clear]'); // else it asks whether to leave
  await again(page, 6);
  assert.equal(await value(page), '');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('past its time it is deleted: on the next visit before it is shown, and on a page that stays open', async () => {
  const page = await opened();
  await paste(page, OWN);
  await unfold(page);
  await page.selectOption('[data-ref=days]', '1');
  await again(page, 2);
  assert.equal(await value(page), '');
  assert.equal(await record(page), null);

  await paste(page, OWN);
  await unfold(page);
  await page.selectOption('[data-ref=days]', '1');
  assert.notEqual(await record(page), null);
  await page.clock.fastForward(DAY + 60_000);
  assert.equal(await record(page), null);
  assert.equal(await page.inputValue('[data-ref=days]'), '0');
  assert.equal(await page.textContent('[data-ref=kept]'), '');
  await page.quit();
});

test('a sample does not take the place of a draft, and a text that is there is not overwritten', async () => {
  const page = await opened();
  await paste(page, OWN);
  await unfold(page);
  await page.selectOption('[data-ref=days]', '30');
  await page.click('[data-ref=sample]');
  await page.clock.runFor(2000);
  assert.equal(JSON.parse(await record(page)).text, OWN);
  await page.quit();
});

test('kept, the text can be left without a question; not kept, the browser asks', async () => {
  const page = await opened();
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await paste(page, OWN);
  assert.equal(await asks(), true);
  await unfold(page);
  await page.selectOption('[data-ref=days]', '1');
  assert.equal(await asks(), false);
  await page.quit();
});

test('where the browser refuses storage, nothing is offered', async () => {
  const page = await site.open({ before: (one) => one.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  }) });
  assert.equal(await page.locator('[data-fold=keep]').isVisible(), false);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});
