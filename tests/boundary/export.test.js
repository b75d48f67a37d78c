// What is handed round: the JSON, read by a validator; the tables, read by LibreOffice; the list for a chat.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { csv } from '../../www/export/csv.js';
import { fileName, KINDS } from '../../www/export/index.js';
import { headingPath, headingsOver, quote } from '../../www/export/places.js';
import { messages } from '../../www/messages.js';
import { SAMPLE } from '../../www/sample.js';
import { check, rules } from './hegao.js';
import { sample } from './sample.js';
import { complaints } from './shape.js';

const report = check(sample);
const settings = (locale = 'zh-CN') => ({ say: messages(locale), rules: new Map(rules(locale).map((rule) => [rule.id, rule])), date: new Date(2025, 2, 1) });
const made = (kind, text = sample, locale = 'zh-CN') => KINDS[kind].make(check(text, { locale }), text, settings(locale));

/** A second reader of RFC 4180, as plain as it can be. */
function fields(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  assert.deepEqual(rows.pop(), [''], 'the last row is closed');
  return rows;
}

test('the JSON is the report, and keeps to the schema', () => {
  const read = JSON.parse(made('report'));
  assert.deepEqual(read, report);
  assert.deepEqual(complaints(read), []);
});

test('the schema lets no field be left out or be of another kind', () => {
  const whole = check(SAMPLE);
  const seen = new Set();
  const spoil = (value, path) => {
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value)) {
      const name = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
      if (!seen.has(name)) {
        seen.add(name);
        const kept = value[key];
        value[key] = typeof kept === 'object' ? true : {};
        assert.notDeepEqual(complaints(whole), [], `${name} of another kind`);
        if (!Array.isArray(value)) {
          delete value[key];
          assert.notDeepEqual(complaints(whole), [], `${name} left out`);
        }
        value[key] = kept;
      }
      spoil(value[key], name);
    }
  };
  spoil(whole, 'report');
  assert.deepEqual(complaints(whole), []);
  assert.ok(seen.has('report.findings[].fixes[].edits[].range.start') && seen.has('report.sections[].children[].id'), [...seen].join(' '));
});

test('the table of indicators has each indicator and each figure once', () => {
  const [head, ...rows] = fields(made('indicators').replace(/^\ufeff/, ''));
  assert.deepEqual(head.slice(0, 5), ['类别', '指标', '常报', '情况', '数值']);
  assert.ok(rows.every((row) => row.length === head.length));
  assert.equal(rows.length, report.indicators.reduce((n, { values }) => n + Math.max(1, values.length), 0));
  assert.ok(rows.some((row) => row[4] === '845' && row[5] === '件' && row[7] === '一、（四）健全行政执法工作体系' && row[8] === '845件'));
});

test('the table of the ledger has each relation with its equation and its figures as written', () => {
  const [head, ...rows] = fields(made('ledger').replace(/^\ufeff/, ''));
  assert.equal(rows.length, report.relations.length);
  const row = rows.find((one) => one[head.indexOf('算式')] === '512+323 ≠ 845');
  assert.equal(row[head.indexOf('结果')], '对不上');
  assert.equal(row[head.indexOf('原文')], '845件；512件；323件');
});

test('law: what goes into a table comes out of it; what could run is text, and figures stay figures', () => {
  const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '1', '.', '%', '"', ',', ';', '\r', '\n', '\t', ' ', '件', '😀') });
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
    const text = csv(['a', 'b'], rows);
    assert.ok(text.startsWith('\ufeffa,b\r\n'));
    const read = fields(text.slice(1)).slice(1);
    assert.equal(read.length, rows.length);
    read.flat().forEach((words, index) => {
      const given = rows.flat()[index];
      if (/^[+-]?\d+(\.\d+)?%?$/.test(given)) assert.equal(words, given);
      else assert.doesNotMatch(words, /^[\s]*[=+\-@＝＋－＠]/);
      assert.equal(words.replace(/^'/, ''), given);
    });
  }));
});

/** What LibreOffice makes of a table in UTF-8; null where it is not there or has no spreadsheets. */
function opened(table) {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-'));
  try {
    writeFileSync(join(folder, 'table.csv'), table);
    const settings = [`-env:UserInstallation=file://${join(folder, 'home')}`, '--headless', '--infilter=CSV:44,34,76', '--convert-to', 'fods', '--outdir', folder];
    spawnSync('soffice', [...settings, join(folder, 'table.csv')]);
    return existsSync(join(folder, 'table.fods')) ? readFileSync(join(folder, 'table.fods'), 'utf8') : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('LibreOffice opens a table: Chinese is right, nothing runs, figures are numbers', { timeout: 120_000 }, (context) => {
  const bare = opened('=1+1,845\r\n');
  if (bare === null) return context.skip('LibreOffice Calc is not installed');
  assert.match(bare, /table:formula/, 'it would run what is not made text');
  const nasty = ['=1+1', '+86', '@SUM(1,1)', '-2+3', '\t=1+1', '\r=1+1', '=HYPERLINK("file:///etc/passwd","点此")', '-12.5', '约“2万”,余', '512+323 ≠ 845'];
  const sheet = opened(csv(['原文', '数值'], nasty.map((words) => [words, '845'])));
  assert.doesNotMatch(sheet, /table:formula/);
  for (const words of ['<text:p>原文<', '512+323 ≠ 845', '约“2万”,余']) assert.ok(sheet.includes(words), words);
  for (const value of ['-12.5', '86']) assert.ok(sheet.includes(`office:value="${value}"`), value);
  assert.equal(sheet.match(/office:value="845"/g).length, nasty.length);
});

test('the list for a chat: the gravest first, each with place, words, deed and basis', () => {
  const text = sample.replace('全年调解', '全年开展培训××场，共发放资料近2万余份，调解');
  const list = made('findings', text);
  assert.match(list, /^核稿结果：青禾县人民政府2024年法治政府建设年度报告\n签发前有 3 处要改，另有 /);
  assert.match(list, /核对日期：2025-03-01\n/);
  assert.ok(list.indexOf('【要改】3 条') < list.indexOf('【建议】'));
  assert.match(list, /1\. 分项之和与总数不符：512\+323 ≠ 845，.*\n {3}位置：一、（四）健全行政执法工作体系，原文“全县共办理行政处罚案件【845件，其中简易程序512件，普通程序323件】”\n/);
  assert.match(list, /“…?全年开展培训【××】场/);
  assert.match(list, /\n {3}依据：GB\/T 15835—2011\n/);
  const { findings } = check(text);
  for (const { message } of findings) assert.ok(list.includes(message), message);
  assert.match(made('findings', SAMPLE), /\n {3}可以：把“747”改为“774”\n/);
});

test('what was set aside counts no more, and is listed with its reason', () => {
  const [{ fingerprint, message }] = check(SAMPLE).findings;
  const list = KINDS.findings.make(check(SAMPLE), SAMPLE, { ...settings(), ignored: new Map([[fingerprint, '数据无误']]) });
  assert.match(list, /有 3 处要改/);
  assert.ok(list.includes(`【已忽略】1 条\n- ${message}（忽略的原因：数据无误）\n`), list);
});

test('something that is missing is said to be before the heading where it was expected', () => {
  const text = sample.replace(/三、党政[^]*?(?=四、)/, '').replace('四、', '三、').replace('党的领导和', '');
  assert.match(made('findings', text), /缺少法定内容.*\n {3}位置：“三、下一年度推进法治政府建设的主要安排”之前\n/);
});

test('in English too, and nothing is left without words', () => {
  for (const locale of ['zh-CN', 'en']) {
    for (const kind of Object.keys(KINDS)) {
      const text = made(kind, sample, locale);
      if (kind !== 'report') assert.doesNotMatch(text, /(export|column|role|kind|relation|topic)\.[a-z]|\{\w+\}/, kind);
      assert.doesNotMatch(fileName(report, KINDS[kind], messages(locale)), /export\.|undefined/);
    }
  }
});

test('names of files: of any title, short, and with nothing that a system refuses', () => {
  const named = (title) => fileName({ ...report, document: { ...report.document, title } }, KINDS.ledger, messages('zh-CN'));
  assert.equal(named('青禾县\n2024年/报告'), '核稿-青禾县2024年报告-数据.csv');
  assert.equal(named(null), '核稿-未见标题的报告-数据.csv');
  assert.equal(named('\u202e..\\..\u0000:*?"<>|'), '核稿-....-数据.csv');
  assert.ok(Buffer.byteLength(named('😀'.repeat(500))) < 255);
});

test('law: a place lies under the headings whose bodies hold it, and no others', () => {
  const { headings } = report;
  const over = headingsOver(headings);
  for (let at = 0; at <= sample.length; at += 1) {
    assert.deepEqual(over(at), headings.filter(({ range, body }) => range.start <= at && at < body.end), `${at}`);
  }
  assert.equal(headingPath(sample, over(sample.indexOf('845件'))), '一、（四）健全行政执法工作体系');
  assert.equal(headingPath(sample, over(0)), '');
});

test('law: a quote is of the text, around the place, short, and cuts no character', () => {
  const unit = fc.constantFrom('甲', '，', '。', '\n', ' ', '😀', '1');
  fc.assert(fc.property(fc.string({ unit, maxLength: 150 }), fc.nat(150), fc.nat(150), (text, a, b) => {
    const halved = (at) => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
    const [start, end] = [a, b].map((at) => Math.min(at, text.length)).sort((x, y) => x - y).map((at) => (halved(at) ? at - 1 : at));
    const words = quote(text, { start, end });
    if (start === end) return assert.equal(words, null);
    const line = `${words.before}${words.at}${words.after}`;
    assert.ok(line.length < 110, line);
    assert.doesNotMatch(line, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/, 'half a character');
    const plain = (part) => part.replace(/[\s…]/g, '');
    assert.ok(plain(text).includes(plain(line)), line);
  }));
});
