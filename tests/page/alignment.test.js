// The mirror and the text area break their lines alike: drawn the one way round and the other, not a pixel differs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { paste, settled, start } from './helper.js';

/** Punctuation in a row, long words, tabs, trailing blanks, astral characters, empty lines: what breaks lines. */
const HARD = `（（“‘《〈【】〉》’”））。。，，、、！？……——\tA\tBC\n\n   前导空格  和尾部空格      \n${'wwwwwwwwww.example'.repeat(8)}\n𠮷😀👨‍👩‍👧‍👦é fi ffl AVAToWa 1/2 ﬁ\n${'12,345.67%'.repeat(20)}\n${SAMPLE}${SAMPLE}`;

let site;
before(async () => { site = await start(); });
after(() => site.close());

/** Shows the text once through the text area and once through the mirror, and takes a picture of each. */
async function pictures(page, name) {
  const scroller = page.locator('.scroller');
  const take = async (area, mirror) => {
    await page.evaluate(([one, two]) => {
      const look = (query, colour) => { find(query).style.color = colour; };
      look('textarea', one);
      look('.backdrop', two);
      document.querySelector('textarea').style.caretColor = 'transparent';
    }, [area, mirror]);
    return scroller.screenshot();
  };
  const area = await take('rgb(0, 0, 0)', 'transparent');
  const mirror = await take('transparent', 'rgb(0, 0, 0)');
  assert.ok(area.equals(mirror), `${name}: the mirror is not where the text is`);
  const neither = await take('transparent', 'transparent');
  assert.ok(!area.equals(neither), `${name}: there was text to be seen`);
}

for (const width of [1280, 375]) {
  test(`at ${width} px, scrolled, typed into and resized`, async () => {
    const page = await site.open({ width });
    await paste(page, HARD);
    assert.ok(await page.locator('.backdrop mark').count() > 3, 'there are marks');
    await pictures(page, 'at the top');
    await page.evaluate(() => { find('.scroller').scrollTop = 700; });
    await pictures(page, 'scrolled');
    await page.evaluate(() => { find('.scroller').scrollTop = 1e9; });
    await pictures(page, 'at the end');
    const at = HARD.indexOf('件');
    await page.evaluate((offset) => { const area = document.querySelector('textarea'); area.focus(); area.setSelectionRange(offset, offset); }, at);
    await page.keyboard.type('又12，“3”\n4');
    await pictures(page, 'while typing');
    await settled(page);
    await pictures(page, 'checked again');
    await page.setViewportSize({ width: width - 57, height: 700 });
    await pictures(page, 'resized');
    await page.evaluate(() => { document.documentElement.style.fontSize = '21px'; });
    await pictures(page, 'larger type');
    assert.equal(await page.evaluate(() => document.querySelector('textarea').scrollTop), 0, 'the text area never scrolls by itself');
    assert.ok(await page.evaluate(() => { const { scrollHeight, clientHeight } = document.querySelector('textarea'); return scrollHeight <= clientHeight; }));
    await page.quit();
  });
}
