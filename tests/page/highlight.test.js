// Marks in the text: under the pointer, in a portal's own styles, and while much is going on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { holds, paste, quiet, settled, start } from './helper.js';

let site;
before(async () => { site = await start(); });
after(() => site.close());

/** Where the first mark with these words is in the window, once it has been brought there. */
const placeOf = (page, words) => page.evaluate((wanted) => {
  const mark = findAll('.backdrop mark').find((one) => one.textContent.includes(wanted));
  const scroller = find('.scroller');
  scroller.scrollTop += mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 200;
  const [box] = mark.getClientRects();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}, words);
const tip = (page) => page.locator('[data-ref=tip]');

test('under the pointer all places of a finding light up, and the message is beside it', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const at = await placeOf(page, '1286');
  await page.waitForTimeout(100); // the scroll is over
  await page.mouse.move(at.x, at.y);
  await tip(page).waitFor({ state: 'visible' });
  assert.match(await tip(page).textContent(), /要改.*512\+747/);
  const lit = await page.$$eval('.backdrop mark.current', (all) => all.map((mark) => mark.textContent).join('|'));
  for (const part of ['1286件', '512件', '747件']) assert.ok(lit.includes(part), lit);
  const [box, view] = [await tip(page).boundingBox(), await page.locator('.scroller').boundingBox()];
  assert.ok(box.x >= view.x && box.x + box.width <= view.x + view.width && box.y >= view.y && box.y + box.height <= view.y + view.height, 'inside the text');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.waitForTimeout(500);
  assert.equal(await tip(page).isVisible(), true, 'it stays while the pointer is on it');
  const caret = await page.$eval('textarea', (area) => area.selectionStart);
  await page.keyboard.press('Escape');
  assert.equal(await tip(page).isVisible(), false, 'and goes with Escape');
  assert.equal(await page.locator('.backdrop mark.current').count(), 0);
  assert.equal(await page.$eval('textarea', (area) => area.selectionStart), caret, 'the caret stays');
  await page.mouse.move(at.x, at.y - 100);
  await page.mouse.move(at.x, at.y);
  await tip(page).waitFor({ state: 'visible' });
  await page.mouse.move(5, 5);
  await tip(page).waitFor({ state: 'hidden' });
  await page.mouse.move(at.x, at.y);
  await tip(page).waitFor({ state: 'visible' });
  await page.keyboard.insertText('。');
  assert.equal(await tip(page).isVisible(), false, 'and when one types');
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  quiet(page);
  await page.quit();
});

test('a row under the pointer lights up its places in the text', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.locator('.finding').first().hover();
  await page.waitForFunction(() => findAll('.backdrop mark.current').length >= 3);
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => findAll('.backdrop mark.current').length === 0);
  await page.quit();
});

/** What a portal may have for its own fields. */
const RUDE = `* { letter-spacing: 1px; } :root { font-size: 10px; }
textarea { font: italic 700 22px/1.1 serif; padding: 3px; border: 9px solid red; width: 50%; height: 90px; min-height: 300px; max-width: 200px; margin: 20px;
  background: yellow; text-indent: 2em; text-align: justify; word-break: break-all; box-sizing: content-box; box-shadow: 0 0 9px red; text-transform: uppercase;
  white-space: nowrap; writing-mode: vertical-rl; transform: rotate(3deg); overflow: scroll; resize: both; float: right; hyphens: auto; word-spacing: 9px; columns: 2; outline: 5px solid; opacity: .9; position: static; }
div, mark, p, span, button { padding: 30px; margin: 30px; background: lime; color: red; display: block; }
hegao-checker { --hegao-rem: 16px; --hegao-paper: #fff; }`;

test('the mirror keeps to the text whatever a portal\'s own rules for text areas are', async () => {
  const page = await site.portal(`<hegao-checker><textarea aria-label="正文">${SAMPLE}</textarea></hegao-checker>`, { head: '<link rel="stylesheet" href="/rude.css"><script type="module" src="/www/hegao-checker.js"></script>', before: (fresh) => fresh.route('**/rude.css', (route) => route.fulfill({ contentType: 'text/css', body: RUDE })) });
  await settled(page);
  const take = async (area, mirror) => {
    await page.evaluate(([one, two]) => {
      document.querySelector('textarea').style.setProperty('color', one, 'important');
      find('.backdrop').style.color = two;
    }, [area, mirror]);
    return page.locator('.scroller').screenshot();
  };
  const one = await take('rgb(0, 0, 0)', 'transparent');
  assert.ok(one.equals(await take('transparent', 'rgb(0, 0, 0)')), 'drawn by the text area or by the mirror, it is one picture');
  assert.ok(!one.equals(await take('transparent', 'transparent')));
  await page.quit();
});

test('another type, a zoom, a resize: the marks are at their places at once', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const off = () => page.evaluate(() => {
    const area = document.querySelector('textarea').getBoundingClientRect();
    const mirror = find('.backdrop').getBoundingClientRect();
    return [area.left - mirror.left, area.top - mirror.top, area.width - mirror.width, area.height - mirror.height].map(Math.abs);
  });
  for (const change of [
    () => page.evaluate(() => document.querySelector('hegao-checker').style.setProperty('--hegao-text', 'monospace')),
    () => page.evaluate(() => document.querySelector('hegao-checker').style.setProperty('--hegao-rem', '23px')),
    () => page.setViewportSize({ width: 700, height: 700 }),
    () => page.evaluate(() => { document.documentElement.style.zoom = '1.5'; }),
  ]) {
    await change();
    assert.ok((await off()).every((px) => px < 0.1), `${change}: ${await off()}`);
  }
  await page.quit();
});

test('a paste of 1 MB is taken, checked and can be taken back', { timeout: 120_000 }, async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const large = SAMPLE.repeat(Math.ceil(1_000_000 / Buffer.byteLength(SAMPLE)));
  await paste(page, large);
  assert.ok(Buffer.byteLength(await page.inputValue('textarea')) >= 1_000_000);
  assert.ok(await page.locator('.finding').count() >= 100);
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  quiet(page);
  await page.quit();
});

test('a check that takes long shows that it is under way, and can be stopped', async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { for (;;); }; });
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('完');
  await page.locator('progress').waitFor({ state: 'visible' });
  await page.click('[data-ref=cancel]');
  await page.waitForSelector('[data-mood=failed]');
  assert.match(await page.textContent('[data-ref=verdict-text]'), /没有做完就停下了/);
  assert.equal(await page.locator('progress').isVisible(), false);
  await holds(page, `${SAMPLE}完`);
  await page.click('[data-ref=again]');
  await page.waitForSelector('[data-mood=bad]');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});
