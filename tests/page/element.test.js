// The element in a portal's page: attributes, properties, methods, events, forms, and the portal's own styles.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { axe, holds, marks, POLICY, quiet, settled, start } from './helper.js';

const SLIP = '审结复议案件86件，其中维持51件、撤销12件、驳回9件、终止8件、其他7件。';
const PLACE = SLIP.slice(6, -1);
const ONLY = `rules='{"structure":"off","indicators":"off"}'`;

let site;
before(async () => { site = await start(); });
after(() => site.close());

/** Keeps every event of the element that reaches the document. */
const listen = (page) => page.evaluate(() => {
  globalThis.told = [];
  for (const name of ['hegao-ready', 'hegao-report', 'hegao-error']) document.addEventListener(name, ({ detail }) => told.push({ name, ...detail }));
});
const told = (page, name, count = 1) => page.waitForFunction(([kind, n]) => {
  const all = globalThis.told.filter((one) => one.name === kind);
  return all.length >= n && all.at(-1);
}, [name, count]).then((handle) => handle.jsonValue());

test('without JavaScript the form is a form', async () => {
  const page = await site.portal('<form action="/www/icon.svg"><hegao-checker><textarea name="text" aria-label="正文"></textarea></hegao-checker><button>提交</button></form>', { javaScriptEnabled: false });
  await page.fill('textarea', '正文');
  await Promise.all([page.waitForURL(/text=%E6%AD%A3%E6%96%87/), page.click('button')]);
  await page.quit();
});

test('the text area stays a field of the form: its value, its label, its reset', async () => {
  const page = await site.portal(`<form><label for="a">正文</label><hegao-checker><textarea id="a" name="text">${SLIP}</textarea></hegao-checker></form>`);
  await settled(page);
  await page.getByLabel('正文', { exact: true }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('又');
  await settled(page);
  assert.equal(await page.evaluate(() => new FormData(document.querySelector('form')).get('text')), `${SLIP}又`);
  await page.evaluate(() => document.querySelector('form').reset());
  await page.waitForFunction((text) => findAll('.backdrop .line').map((line) => line.textContent).join('\n') === text, SLIP);
  quiet(page);
  await page.quit();
});

test('events say what is so, once, and reach the document', async () => {
  const page = await site.portal(`<hegao-checker ${ONLY}><textarea aria-label="正文"></textarea></hegao-checker>`, { before: (fresh) => fresh.addInitScript(() => {
    globalThis.told = [];
    for (const name of ['hegao-ready', 'hegao-report', 'hegao-error']) document.addEventListener(name, ({ detail }) => told.push({ name, ...detail }));
  }) });
  const ready = await told(page, 'hegao-ready');
  assert.ok(ready.standards.some(({ id }) => id === 'fazhi-2021'));
  await page.fill('textarea', SLIP);
  const { report, text } = await told(page, 'hegao-report');
  assert.equal(text, SLIP);
  assert.deepEqual(report.findings.map(({ rule }) => rule), ['figures/sum']);
  await page.fill('textarea', '');
  assert.equal((await told(page, 'hegao-report', 2)).report, null);
  assert.deepEqual((await page.evaluate(() => globalThis.told)).map(({ name }) => name), ['hegao-ready', 'hegao-report', 'hegao-report']);
  quiet(page);
  await page.quit();
});

test('attributes and properties are two ways to say one thing; what cannot be met is said', async () => {
  const page = await site.portal(`<hegao-checker level="county" year="2024" locale="en" ${ONLY}><textarea aria-label="text">${SLIP}</textarea></hegao-checker>`);
  await settled(page);
  await listen(page);
  const set = (values) => page.$eval('hegao-checker', (checker, all) => Object.assign(checker, all), values);
  const get = (names) => page.$eval('hegao-checker', (checker, all) => all.map((name) => checker[name]), names);
  assert.deepEqual(await get(['standard', 'year', 'level', 'locale', 'rules']), ['auto', 2024, 'county', 'en', { structure: 'off', indicators: 'off' }]);
  assert.match(await page.textContent('.finding .message'), /^[\x20-\x7e“”≠…]+$/);
  await set({ locale: 'zh-CN', rules: { 'figures/sum': 'off', structure: 'off', indicators: 'off' }, level: null, year: 2023, standard: 'fazhi-2021' });
  const { report } = await told(page, 'hegao-report', 1);
  assert.deepEqual([report.findings.length, report.document.year, report.standard.id], [0, 2023, 'fazhi-2021']);
  assert.deepEqual(await page.$eval('hegao-checker', (checker) => checker.getAttributeNames().sort().map((name) => checker.getAttribute(name))), ['zh-CN', 'fazhi-2021', '2023']);
  for (const [values, path] of [[{ standard: 'none-such' }, 'standard'], [{ standard: 'auto', level: 'village' }, 'level'], [{ level: null, year: 'soon' }, 'year'], [{ year: null, rules: { nothing: 'off' } }, 'rules.nothing']]) {
    await page.evaluate(() => { globalThis.told = []; });
    await set(values);
    const { code, message } = await told(page, 'hegao-error');
    assert.equal(code, 'invalid-options', path);
    assert.ok((await page.textContent('[data-ref=verdict-text]')).includes(message), path);
    assert.equal((await get(['report']))[0], null);
  }
  await page.$eval('hegao-checker', (checker) => checker.setAttribute('rules', '{oops'));
  await page.waitForFunction(() => told.at(-1)?.path === 'rules');
  await page.evaluate(() => { globalThis.told = []; document.querySelector('hegao-checker').rules = null; });
  assert.ok((await told(page, 'hegao-report')).report.findings.length > 0);
  quiet(page);
  await page.quit();
});

test('properties that were set before the script came count', async () => {
  const page = await site.portal('<hegao-checker><textarea aria-label="正文"></textarea></hegao-checker>', { before: (fresh) => fresh.addInitScript((words) => {
    addEventListener('readystatechange', () => {
      const checker = document.querySelector('hegao-checker');
      if (checker && !customElements.get('hegao-checker')) Object.assign(checker, { rules: { structure: 'off', indicators: 'off' }, locale: 'en', value: words });
    }, true);
  }, SLIP) });
  await settled(page);
  assert.equal(await page.inputValue('textarea'), SLIP);
  assert.match(await page.textContent('[data-ref=verdict-text]'), /1 to correct/);
  await page.quit();
});

test('methods: check, goTo, applyFix, step, fill, skeleton', async () => {
  const page = await site.portal('<hegao-checker><textarea aria-label="正文"></textarea></hegao-checker>');
  const call = (act, ...args) => page.evaluate(([code, all]) => globalThis.calls[code](document.querySelector('hegao-checker'), ...all), [act, args]);
  await page.evaluate(() => { globalThis.calls = {
    written: async (checker, text) => { document.querySelector('textarea').value = text; return (await checker.check()).findings.length; },
    empty: async (checker) => { checker.value = ''; return checker.check(); },
    large: (checker) => { document.querySelector('textarea').value = '法治'.repeat(2_000_000); return checker.check().catch(({ code, name }) => `${name} ${code}`); },
    goTo: (checker) => checker.goTo(checker.report.findings.find(({ rule }) => rule === 'figures/ratio')),
    fix: (checker) => checker.applyFix(checker.report.findings.find(({ fixes }) => fixes.length)),
    step: (checker) => checker.step(1),
    skeleton: async (checker) => checker.fill(await checker.skeleton()),
  }; });
  assert.ok((await call('written', SAMPLE)) >= 5, 'what a script wrote is read');
  await call('goTo');
  assert.match(await page.$eval('textarea', (area) => area.value.slice(area.selectionStart, area.selectionEnd)), /89\.4/);
  assert.equal(await page.locator('.finding[aria-current]').count(), 1);
  await call('step');
  await call('fix');
  await settled(page);
  assert.notEqual(await page.inputValue('textarea'), SAMPLE);
  await page.keyboard.press('Control+Z');
  await settled(page);
  await holds(page, SAMPLE);
  await call('skeleton');
  assert.match(await page.inputValue('textarea'), /一、/);
  await page.keyboard.press('Control+Z');
  await holds(page, SAMPLE);
  assert.equal(await call('large'), 'CheckError too-large');
  assert.equal(await call('empty'), null);
  quiet(page);
  await page.quit();
});

test('a text that may not be changed is not changed by a fix', async () => {
  const page = await site.portal(`<hegao-checker><textarea aria-label="正文" readonly>${SAMPLE}</textarea></hegao-checker>`);
  await settled(page);
  await page.locator('.fix').first().click();
  assert.equal(await page.textContent('[data-ref=note]'), '正文现在不能改');
  await holds(page, SAMPLE);
  await page.quit();
});

test('a text area that comes late, goes, or is another', async () => {
  const page = await site.portal(`<hegao-checker ${ONLY}></hegao-checker>`);
  const swap = (text) => page.evaluate((words) => {
    const area = Object.assign(document.createElement('textarea'), { value: words });
    document.querySelector('hegao-checker').replaceChildren(...(words === null ? [] : [area]));
  }, text);
  await swap(SLIP);
  await settled(page);
  assert.deepEqual((await marks(page)).map(({ text }) => text), [PLACE]);
  await swap(`又${SLIP}`);
  await page.waitForFunction(() => document.querySelector('hegao-checker').report?.findings[0]?.range.start === 7);
  await swap(null);
  await swap(SLIP.replace('86', '96'));
  await page.waitForFunction(() => find('.finding .message')?.textContent.includes('96'));
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('完');
  await settled(page);
  assert.equal(await page.$$eval('.backdrop .line', (all) => all.map((line) => line.textContent).join('\n')), `${SLIP.replace('86', '96')}完`);
  quiet(page);
  await page.quit();
});

for (const more of ["; trusted-types 'none'", "; worker-src 'none'"]) test(`where the policy lets no worker in, the page does the work: ${more}`, async () => {
  const page = await site.portal(`<hegao-checker ${ONLY}><textarea aria-label="正文">${SLIP}</textarea></hegao-checker>`, { policy: POLICY + more });
  await settled(page);
  assert.deepEqual((await marks(page)).map(({ text }) => text), [PLACE]);
  assert.equal(page.workers().length, 0);
  await page.quit();
});

test('moved to another place of the page it goes on, with its text', async () => {
  const page = await site.portal(`<div id="a"><hegao-checker ${ONLY}><textarea aria-label="正文">${SLIP}</textarea></hegao-checker></div><div id="b"></div>`);
  await settled(page);
  await page.evaluate(() => document.querySelector('#b').append(document.querySelector('hegao-checker')));
  await page.focus('textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(SLIP.replace('复议', '诉讼'));
  await page.waitForFunction(() => findAll('.finding').length === 2);
  await page.quit();
});

test('one compiled module for all, and each its own text and language', async () => {
  const page = await site.portal(`<hegao-checker id="one" ${ONLY}><textarea aria-label="甲">${SLIP}</textarea></hegao-checker><hegao-checker id="two" locale="en"><textarea aria-label="乙">${SAMPLE}</textarea></hegao-checker>`);
  for (const id of ['one', 'two']) await page.waitForFunction((name) => document.getElementById(name).report, id);
  assert.equal([...page.loaded, ...page.requests].filter((url) => url.endsWith('.wasm')).length, 1);
  assert.equal(await page.locator('#one .finding').count(), 1);
  assert.ok(await page.locator('#two .finding').count() >= 5);
  assert.match(await page.locator('#one [data-ref=verdict-text]').textContent(), /处要改/);
  assert.match(await page.locator('#two [data-ref=verdict-text]').textContent(), /to correct/);
  await page.locator('#two .finding .go').last().click();
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), '乙');
  assert.equal(await page.locator('#one .finding[aria-current]').count(), 0);
  await page.keyboard.press('F8');
  assert.equal(await page.locator('#one .finding[aria-current]').count(), 0, 'keys are for the element they are pressed in');
  await page.quit();
});

for (const mode of ['open', 'closed']) test(`inside a shadow root that is ${mode}`, async () => {
  const page = await site.portal('<div id="host"></div>');
  await listen(page);
  await page.evaluate(([kind, text]) => {
    const root = document.querySelector('#host').attachShadow({ mode: kind });
    const checker = document.createElement('hegao-checker');
    checker.rules = { structure: 'off', indicators: 'off' };
    checker.append(Object.assign(document.createElement('textarea'), { value: text }));
    root.append(checker);
    globalThis.inner = { checker, root };
  }, [mode, SLIP]);
  assert.equal((await told(page, 'hegao-report')).text, SLIP, 'events cross the root');
  const look = () => page.evaluate(() => {
    const { checker, root } = globalThis.inner;
    return { marks: [...checker.shadowRoot.querySelectorAll('mark.error')].map((mark) => mark.textContent), at: root.activeElement?.localName, row: checker.shadowRoot.activeElement?.className };
  });
  assert.deepEqual((await look()).marks, [PLACE]);
  await page.evaluate(() => globalThis.inner.checker.goTo(globalThis.inner.checker.report.findings[0]));
  assert.equal((await look()).at, 'textarea');
  await page.keyboard.press('Escape');
  assert.equal((await look()).row, 'go');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(SLIP);
  await told(page, 'hegao-report', 2);
  await page.waitForFunction(() => globalThis.inner.checker.shadowRoot.querySelectorAll('mark.error').length > 1);
  assert.equal((await look()).marks.length, 2);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('a hundred times added and removed, nothing is left', { timeout: 120_000 }, async () => {
  const page = await site.portal('<form></form>');
  const devtools = await page.context().newCDPSession(page);
  const round = (times) => page.evaluate(async ([count, text]) => {
    globalThis.gone ??= [];
    for (let index = 0; index < count; index += 1) {
      const checker = document.createElement('hegao-checker');
      checker.append(Object.assign(document.createElement('textarea'), { value: text }));
      document.querySelector('form').append(checker);
      if (index % 10 === 0) await checker.check();
      else await new Promise((done) => setTimeout(done, index % 3));
      globalThis.gone.push(new WeakRef(checker));
      checker.remove();
    }
  }, [times, SAMPLE]);
  const count = async () => {
    await page.waitForTimeout(1000);
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const counters = await devtools.send('Memory.getDOMCounters');
    return { ...counters, left: await page.evaluate(() => globalThis.gone.filter((ref) => ref.deref()).length) };
  };
  await round(5);
  const first = await count();
  await round(100);
  const last = await count();
  assert.ok(last.left <= 1, `${last.left} elements are left`);
  assert.ok(last.nodes - first.nodes < 400, JSON.stringify([first, last]));
  assert.ok(last.jsEventListeners - first.jsEventListeners < 60, JSON.stringify([first, last]));
  assert.equal(page.workers().length, 0);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('nothing of it is global', async () => {
  const page = await site.portal(`<h2>甲</h2><button>乙</button><hegao-checker><textarea aria-label="正文">${SAMPLE}</textarea></hegao-checker>`);
  await settled(page);
  const found = await page.evaluate(() => {
    const bare = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const plain = bare.document.body.appendChild(bare.document.createElement('button'));
    return {
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      names: Object.keys(window).filter((name) => !(name in bare) && !['find', 'findAll', 'focused', 'started'].includes(name) && Number.isNaN(Number(name))),
      same: ['fontSize', 'color', 'padding', 'cursor'].every((name) => getComputedStyle(document.querySelector('button'))[name] === getComputedStyle(plain)[name]),
      lang: document.documentElement.lang,
      title: document.title,
    };
  });
  assert.deepEqual(found, { sheets: 0, names: [], same: true, lang: 'zh-CN', title: '门户' });
  await page.quit();
});

for (const settings of [{ width: 1280 }, { width: 320, height: 256 }, { width: 768, forcedColors: 'active' }, { width: 375, colorScheme: 'dark' }]) {
  test(`no barrier in any state of the element: ${JSON.stringify(settings)}`, async () => {
    const page = await site.portal('<h1>年度报告</h1><label for="a">正文</label><hegao-checker theme="auto"><textarea id="a"></textarea></hegao-checker>', settings);
    if (settings.colorScheme) await page.evaluate(() => Object.assign(document.body.style, { background: '#000', color: '#fff' })); // a portal that is dark itself
    const fine = async (name) => {
      await axe(page, name);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${name}: too wide`);
    };
    await fine('empty');
    await page.fill('textarea', SAMPLE);
    await settled(page);
    for (const locale of ['en', 'zh-CN']) {
      await page.$eval('hegao-checker', (checker, other) => { checker.locale = other; }, locale);
      await page.waitForFunction((other) => find('[data-ref=frame]').lang === other && !find('[data-ref=results]').hasAttribute('aria-busy'), locale);
      for (const view of ['outline', 'indicators', 'ledger', 'findings']) {
        await page.click(`#tab-${view}`);
        await fine(`${locale}, ${view}`);
      }
    }
    await page.workers()[0].evaluate(() => { TextEncoder.prototype.encodeInto = () => { for (;;); }; });
    await page.focus('textarea');
    await page.keyboard.insertText('又');
    await page.locator('progress').waitFor({ state: 'visible' });
    await fine('checking');
    await page.click('[data-ref=cancel]');
    await page.waitForSelector('[data-mood=failed]');
    await fine('stopped');
    await page.quit();
  });
}
