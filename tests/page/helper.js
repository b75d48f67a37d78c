// A browser, a server, and a page that is ready: what every test of the page starts from.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const PLACES = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];

/** Starts both. `HEGAO_URL` tests a page that is served elsewhere. Call `close` at the end. */
export async function start() {
  const server = process.env.HEGAO_URL
    ? { url: process.env.HEGAO_URL, close: () => {} }
    : await (await import('../../scripts/serve.mjs')).serve({ port: 0 });
  const browser = await chromium.launch({ executablePath: PLACES.find((path) => path && existsSync(path)), args: FLAGS });
  return {
    browser,
    url: server.url,
    /** A page of its own that has loaded; tells of every request and every complaint. */
    open: (options = {}) => open(browser, server.url, options),
    /** A page that is not ours, with this in its body and the element's script in its head, under the strict policy alone. */
    portal: (body, options = {}) => portal(browser, server.url, body, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function fresh(browser, { width = 1280, height = 800, before = async () => {}, ...settings }) {
  const context = await browser.newContext({ viewport: { width, height }, permissions: ['clipboard-read', 'clipboard-write'], ...settings });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('dialog', (dialog) => { complaints.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  await page.addInitScript(() => {
    /** The first, or every, element of that kind: in the page, or inside the checkers. */
    const roots = () => [document, ...[...document.querySelectorAll('hegao-checker')].map((one) => one.shadowRoot).filter(Boolean)];
    globalThis.findAll = (query) => roots().flatMap((root) => [...root.querySelectorAll(query)]);
    globalThis.find = (query) => findAll(query)[0] ?? null;
    addEventListener('hegao-ready', () => { globalThis.started = (globalThis.started ?? 0) + 1; });
    /** What has the focus, however deep. */
    globalThis.focused = () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    };
  });
  await before(page);
  return Object.assign(page, { requests, complaints, quit: () => context.close() });
}

async function open(browser, url, { wait = true, address = `${url}www/`, ...settings }) {
  const page = await fresh(browser, settings);
  await page.goto(address);
  if (wait) await ready(page);
  page.requests.length = 0;
  return page;
}

/** What the README promises to work under. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";

async function portal(browser, url, body, { head = '<script type="module" src="/www/hegao-checker.js"></script>', policy = POLICY, ...settings }) {
  const page = await fresh(browser, settings);
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>门户</title><link rel="icon" href="/www/icon.svg">${head}<main>${body}</main>`;
  await page.route('**/portal.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body: html }));
  await page.goto(`${url}portal.html`);
  if (settings.javaScriptEnabled === false || head === '') return page;
  await page.waitForFunction(() => customElements.get('hegao-checker') && (globalThis.started ?? 0) >= document.querySelectorAll('hegao-checker').length);
  page.loaded = [...page.requests];
  page.requests.length = 0;
  return page;
}

/** The core is loaded and has answered. */
export const ready = (page) => page.waitForFunction(() => document.querySelector('[data-ref=meter]').textContent !== '');

/** Waits until the result for the present text is there: not busy, and not a check to come. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const results = find('[data-ref=results]');
    const mood = find('[data-ref=verdict]').dataset.mood;
    return !results.hasAttribute('aria-busy') && mood !== 'calm';
  });
}

/** Pastes a text over the present one, as a person would. */
export async function paste(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.focus('textarea');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await settled(page);
}

/** Changes the language, and waits until the findings are in it. */
export async function speaks(page, locale) {
  await page.click('[data-ref=language]');
  await page.waitForFunction((wanted) => {
    const words = find('.finding .message')?.textContent.replace(/[“"][^”"]*[”"]/g, '') ?? '';
    return document.documentElement.lang === wanted && words !== '' && /\p{Script=Han}/u.test(words) === (wanted !== 'en');
  }, locale);
  await settled(page);
}

/** Replaces the first occurrence of some words by typing over them. */
export async function retype(page, words, other) {
  await page.evaluate((wanted) => {
    const area = document.querySelector('textarea');
    const at = area.value.indexOf(wanted);
    if (at < 0) throw new Error(`not in the text: ${wanted}`);
    area.focus();
    area.setSelectionRange(at, at + wanted.length);
  }, words);
  await page.keyboard.insertText(other);
}

/** What is selected in the text. */
export const selected = (page) => page.evaluate(() => {
  const area = document.querySelector('textarea');
  return area.value.slice(area.selectionStart, area.selectionEnd);
});

export const value = (page) => page.inputValue('textarea');

/** Fails with the place where the text differs, not with two whole reports. */
export async function holds(page, text) {
  const now = await value(page);
  const at = [...text].findIndex((letter, index) => letter !== [...now][index]);
  assert.ok(now === text, `the text differs: ${JSON.stringify(now.slice(Math.max(0, at - 5), at + 15))}, wanted ${JSON.stringify(text.slice(Math.max(0, at - 5), at + 15))}`);
}
export const mood = (page) => page.getAttribute('[data-ref=verdict]', 'data-mood');

/** All marks of the mirror: the words and the classes. */
export const marks = (page) => page.$$eval('.backdrop mark[class]:not([class=""])', (all) => all.map((mark) => ({ text: mark.textContent, kind: mark.className })));

/** The row or tab that has the focus, in a few words. */
export const focused = (page) => page.evaluate(() => {
  const at = globalThis.focused();
  return at?.closest('[data-row]')?.dataset.row ?? at?.dataset.view ?? at?.dataset.ref ?? at?.id ?? at?.tagName;
});

/** No request since the page was ready, and no complaint from the browser. */
export function quiet(page) {
  assert.deepEqual(page.requests, [], 'no request after loading');
  assert.deepEqual(page.complaints, [], 'no complaint in the console');
}

/** Runs axe-core on the page as it stands; fails with what it found. */
export async function axe(page, name) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).slice(0, 3).join(' | ')}`)));
  assert.deepEqual(found, [], name);
}

/** A paste as a program would make it, over what is selected; true if the browser is left to do it. */
export const pasteAs = (page, kinds, field = 'textarea') => page.evaluate(([all, selector]) => {
  const data = new DataTransfer();
  for (const [kind, words] of Object.entries(all)) data.setData(kind, words);
  const area = document.querySelector(selector);
  area.focus();
  return area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, [kinds, field]);

/** Files held over a field, or dropped on it. */
export const drag = (page, type, files, field = 'textarea') => page.evaluate(([name, all, selector]) => {
  const data = new DataTransfer();
  for (const [label, words] of all) data.items.add(new File([words], label));
  document.querySelector(selector).dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
}, [type, files, field]);
