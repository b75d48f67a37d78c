// The page as one file, opened from the disk with the network off.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { single } from '../../scripts/single.mjs';
import { SAMPLE } from '../../www/sample.js';
import { holds, mood, paste, ready, retype, settled, speaks, start } from './helper.js';

let site;
let address;
before(async () => {
  address = pathToFileURL(single()).href;
  site = await start();
});
after(() => site.close());

const opened = (settings = {}) => site.open({ address, offline: true, ...settings });

/** What was asked for outside of the file: nothing, not even before the page was ready. */
function silent(page) {
  assert.deepEqual(page.requests.filter((url) => !url.startsWith('blob:')), []);
  assert.deepEqual(page.complaints, []);
}

test('from the disk, without a network: paste, look, mend, in both languages', async () => {
  const page = await opened();
  assert.equal(page.workers().length, 1, 'in a worker, too');
  await paste(page, SAMPLE);
  await holds(page, SAMPLE);
  assert.equal(await mood(page), 'bad');
  for (const view of ['outline', 'indicators', 'ledger', 'findings']) await page.click(`#tab-${view}`);
  await page.locator('.finding .go').first().click();
  await page.locator('.finding .fix').first().click();
  await settled(page);
  await retype(page, '××', '86');
  await settled(page);
  await speaks(page, 'en');
  assert.equal(await page.textContent('[data-ref=meter]'), '0 requests since loading');
  silent(page);
  await page.quit();
});

test('from the disk, without a network: a .docx and a formatted paste', async () => {
  const page = await opened();
  await page.setInputFiles('[data-ref=file]', fileURLToPath(new URL('../files/libreoffice.docx', import.meta.url)));
  await page.waitForFunction(() => document.querySelector('textarea').value.includes('（一）健全制度体系。全年制定规范性文件5件'));
  await settled(page);
  await page.setInputFiles('[data-ref=pastFile]', { name: '去年.html', mimeType: 'text/html', buffer: Buffer.from('<p>松溪县人民政府2023年法治政府建设年度报告<p>一、主要举措和成效<p>全年制定规范性文件4件。') });
  await page.waitForFunction(() => document.querySelector('[data-ref=pastBrief]').textContent.startsWith('2023 年度'));
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<table><tr><td>甲<td>12</table>');
    const area = document.querySelector('textarea');
    area.select();
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector('textarea').value === '甲\t12');
  silent(page);
  await page.quit();
});

test('it looks as the served page does', async () => {
  const looks = (page) => page.evaluate(() => findAll('*').filter((one) => one.getBoundingClientRect().width > 0 && !one.closest('head'))
    .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [one.className, x, y, width, height, getComputedStyle(one).color].join(' '); }));
  const pages = [await opened(), await site.open()];
  for (const page of pages) await paste(page, SAMPLE);
  const [file, served] = await Promise.all(pages.map(looks));
  assert.ok(file.length > 100);
  assert.deepEqual(file, served);
  for (const page of pages) await page.quit();
});

test('without workers it checks on the page, and again after a failure, each time with a fresh core', async () => {
  const page = await opened({ before: (one) => one.addInitScript(() => delete globalThis.Worker) });
  await paste(page, SAMPLE);
  assert.equal(page.workers().length, 0);
  await page.evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = function once() {
      TextEncoder.prototype.encodeInto = encodeInto;
      throw new WebAssembly.RuntimeError('unreachable');
    };
  });
  await retype(page, '云溪县', '青禾县');
  await page.waitForFunction(() => find('[data-ref=verdict]').dataset.mood === 'failed');
  await page.locator('[data-ref=again]').click();
  await settled(page);
  assert.equal(await mood(page), 'bad');
  silent(page);
  await page.quit();
});

test('its policy lets in its own script and styles, and nothing else', async () => {
  const page = await opened();
  const found = await page.evaluate(async () => {
    const refused = async (act) => { try { await act(); return false; } catch { return true; } };
    const script = document.createElement('script');
    script.append('globalThis.ran = 1');
    await refused(() => document.body.append(script));
    const style = document.createElement('style');
    style.append('h1 { color: rgb(1, 2, 3) }');
    document.head.append(style);
    return {
      network: await refused(() => fetch('data:text/plain,x')),
      html: await refused(() => { document.body.insertAdjacentHTML('beforeend', '<b>'); }),
      script: globalThis.ran === undefined,
      style: getComputedStyle(document.querySelector('h1')).color !== 'rgb(1, 2, 3)',
    };
  });
  assert.deepEqual(found, { network: true, html: true, script: true, style: true });
  const policy = await page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content');
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);
  await page.quit();
});

test('the file names nothing outside of itself', () => {
  const html = readFileSync(new URL(address), 'utf8').replace(/<script type="text\/plain"[^]*?<\/script>/g, '');
  // What follows the names of XML namespaces is no address.
  assert.deepEqual(html.match(/https?:\/\/(?!hegao\.invalid|schemas\.openxmlformats\.org|purl\.oclc\.org)[^"'`\s]*/g) ?? [], []);
});
