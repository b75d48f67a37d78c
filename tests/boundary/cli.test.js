// The command: texts in, an answer and an exit code out; many files at once; nothing is passed over in silence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from './hegao.js';
import { sample } from './sample.js';
import { complaints } from './shape.js';

const COMMAND = fileURLToPath(new URL('../../cli/hegao.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hegao-cli-'));
after(() => rmSync(folder, { recursive: true }));

/** A text in which nothing must be corrected. */
const right = sample.replace('323件', '333件').replace('92.5%', '95.8%');

function put(name, content) {
  writeFileSync(join(folder, name), content);
  return name;
}

function hegao(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const wide = (text, swap) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

test('the samples of this file are what they are said to be', () => {
  assert.equal(check(right).summary.errors, 0);
  assert.ok(check(sample).summary.errors > 0);
});

test('says what is wrong and where, and tells by the exit code', () => {
  const wrong = hegao([put('wrong.txt', sample)]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, /【要改】2 条/);
  assert.match(wrong.stdout, /512\+323 ≠ 845/);
  assert.match(wrong.stdout, /位置：一、（四）/);
  assert.equal(wrong.stderr, '');
  const clean = hegao([put('right.txt', right)]);
  assert.equal(clean.status, 0, clean.stdout);
  assert.doesNotMatch(clean.stdout, /要改】/);
});

/** GBK bytes, by the decoder read backwards: Node has no encoder. */
function gbk(text) {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) codes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  }
  return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? letter.charCodeAt(0) : codes.get(letter))));
}

test('every encoding that an office uses reads the same', () => {
  const files = [
    put('utf8.txt', right), put('mark.txt', `\ufeff${right}`), put('utf16le.txt', wide(right)), put('utf16be.txt', wide(right, true)), put('gbk.txt', gbk(right)),
  ];
  const lines = hegao(['--json', ...files]).stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ file }) => file), files);
  for (const { file, report } of lines) assert.deepEqual(report, check(right), file);
});

test('a .docx is read as on the page; what cannot be read is told apart', () => {
  const made = (name) => readFileSync(new URL(`../files/${name}`, import.meta.url));
  const files = [put('word.docx', made('libreoffice.docx')), put('page.html', '<!doctype html><p>法治'), put('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), put('scan.pdf', '%PDF-1.7'), put('nothing.txt', '')];
  const { status, stdout } = hegao(['--json', ...files]);
  assert.equal(status, 2);
  const [word, ...others] = stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.match(word.text, /（一）健全制度体系。/);
  assert.deepEqual(word.report, check(word.text));
  assert.deepEqual(others.map(({ error }) => error.code), ['window', 'doc', 'pdf', 'blank']);
});

test('line ends of Windows are read as line ends', () => {
  const { text, report } = JSON.parse(hegao(['--json', put('windows.txt', right.replaceAll('\n', '\r\n'))]).stdout);
  assert.equal(text, right);
  assert.deepEqual(report, check(right));
});

test('standard input', () => {
  const { status, stdout } = hegao(['--json', '-'], sample);
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout), { file: '-', text: sample, report: check(sample) });
});

test('a line of JSON for each file, each report by the schema', () => {
  const { status, stdout } = hegao(['--json', put('one.txt', right), put('two.txt', sample), put('short.txt', '法治')]);
  assert.equal(status, 1);
  const lines = stdout.split('\n');
  assert.equal(lines.pop(), '');
  for (const line of lines) assert.deepEqual(complaints(JSON.parse(line).report), []);
  assert.deepEqual(lines.map((line) => JSON.parse(line).file), ['one.txt', 'two.txt', 'short.txt']);
});

test('a file that cannot be read does not keep the others from being checked, and is not taken for clean', () => {
  const { status, stdout, stderr } = hegao([put('odd.txt', Buffer.from([0x81, 0xff, 0x81, 0xff])), 'nowhere.txt', put('right.txt', right)]);
  assert.equal(status, 2);
  assert.match(stdout, /════ right\.txt/);
  assert.match(stdout, /共 3 个文件：0 个有要改的，1 个没有要改的，2 个没有核成。/);
  assert.match(stderr, /^odd\.txt: .*编码.*\nnowhere\.txt: 没有这个文件。\n$/);
  const lines = hegao(['--json', 'nowhere.txt', 'right.txt']).stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines[0].error.code, 'ENOENT');
  assert.ok(lines[1].report);
});

test('a folder of hundreds of reports, and one table of them', { timeout: 120_000 }, () => {
  const many = join(folder, '报告');
  mkdirSync(join(many, '乡镇'), { recursive: true });
  for (let n = 0; n < 300; n += 1) writeFileSync(join(many, n % 2 ? '乡镇' : '', `${String(n).padStart(3, '0')}.txt`), n % 3 ? right : sample);
  writeFileSync(join(many, '~$锁.txt'), '');
  writeFileSync(join(many, '图.png'), '');
  writeFileSync(join(many, '坏.txt'), Buffer.from([0x81, 0xff, 0x81, 0xff]));
  const { status, stdout } = hegao(['--csv', '-o', 'table.csv', '报告']);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  const table = readFileSync(join(folder, 'table.csv'), 'utf8');
  assert.ok(table.startsWith('\ufeff文件,标题,单位,年度,'));
  const [head, ...rows] = table.slice(1).trimEnd().split('\r\n').map((row) => row.split(','));
  assert.equal(rows.length, 301);
  assert.ok(rows.every((row) => row.length === head.length));
  const column = (name) => rows.map((row) => row[head.indexOf(name)]);
  assert.equal(column('要改').filter((n) => n === '2').length, 100);
  assert.equal(column('要改').filter((n) => n === '0').length, 200);
  assert.match(column('没有核成的原因').join(''), /^认不出文字编码/);
  assert.deepEqual(column('文件'), [...column('文件')].sort());
  assert.deepEqual([...new Set(column('层级'))].sort(), ['', '县级']);
});

test('options go to the core: year, level, severities, standard, language', () => {
  const of = (...args) => JSON.parse(hegao(['--json', ...args, 'wrong.txt']).stdout).report;
  assert.equal(of('--year', '2019').document.year, 2019);
  assert.equal(of('--level', 'township').document.level, 'township');
  assert.equal(of('--standard', 'fazhi-2021').standard.id, 'fazhi-2021');
  assert.equal(of('--rules', 'figures=off,wording=off', '--rules', 'indicators=off').summary.errors, 0);
  assert.deepEqual(of('--locale', 'en'), check(sample, { locale: 'en' }));
  assert.match(hegao(['--locale', 'en', 'wrong.txt']).stdout, /\[Correct\] 2\n/);
});

test("a standard of one's own, from a file; what is wrong with it is told whole", () => {
  const own = { id: 'yunling', version: '1', title: { zh: '云岭省编制规范', en: 'Yunling' }, extends: 'fazhi-2021' };
  put('own.json', JSON.stringify(own));
  assert.equal(JSON.parse(hegao(['--json', '--standard', 'own.json', 'wrong.txt']).stdout).report.standard.title, own.title.zh);
  put('odd.json', JSON.stringify({ ...own, sections: [{ id: 'a', titel: 1 }], colour: 'red' }));
  const { status, stderr } = hegao(['--standard', 'odd.json', 'wrong.txt']);
  assert.equal(status, 2);
  assert.match(stderr, /sections\[0\]\.titel: .*\ncolour: /);
});

test('--previous: last year\'s report is read once and held against every file', () => {
  const year = (text, year) => text.replaceAll('2024年', `${year}年`);
  const grown = right.replace('全年', '全年办理行政复议案件150件，同比增长35%。全年');
  put('last.txt', year(right, 2023).replace('全年', '全年办理行政复议案件120件。全年'));
  put('grown.txt', grown);
  const { status, stdout, stderr } = hegao(['--previous', 'last.txt', 'grown.txt', 'right.txt']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /上年报告写 120件，今年 150件，变动应为 25%/);
  const [{ report }] = hegao(['--json', '--previous', 'last.txt', 'grown.txt']).stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(complaints(report), []);
  assert.equal(report.previous.year, 2023);
  put('older.txt', year(right, 2021));
  assert.match(hegao(['--previous', 'older.txt', 'grown.txt']).stdout, /请换用 2023 年度的报告/);
});

const BAD = {
  'no file': [], 'an unknown option': ['--json5', 'wrong.txt'], 'two formats': ['--json', '--csv', 'wrong.txt'], 'a year in words': ['--year', '去年', 'wrong.txt'],
  'an unknown level': ['--level', 'village', 'wrong.txt'], 'an unknown standard': ['--standard', 'iso', 'wrong.txt'], 'a rule without severity': ['--rules', 'form', 'wrong.txt'],
  'an unknown rule': ['--rules', 'figures/sums=off', 'wrong.txt'], 'an unknown language': ['--locale', 'xx', 'wrong.txt'], 'a standard that is no file': ['--standard', 'mine.json', 'wrong.txt'],
  'a previous report that is no file': ['--previous', 'gone.txt', 'wrong.txt'], 'an empty folder': [folder.replace(/$/, '/none')], 'an output that cannot be written': ['-o', 'no/where.txt', 'wrong.txt'],
};
for (const [name, args] of Object.entries(BAD)) {
  test(`bad usage: ${name}`, () => {
    mkdirSync(join(folder, 'none'), { recursive: true });
    const { status, stdout, stderr } = hegao(args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /\S/);
    assert.doesNotMatch(stderr, /\n {4}at |cli\.[a-z]+|\{\w+\}/, 'words, not a stack');
  });
}

test('help, in both languages', () => {
  const { status, stdout } = hegao(['--help']);
  assert.equal(status, 0);
  assert.match(stdout, /退出码/);
  assert.match(hegao(['-h', '--locale', 'en']).stdout, /exit codes/);
});

test('a reader that has seen enough ends it quietly', () => {
  const run = spawnSync(`node "${COMMAND}" --json 报告 | head -n 1`, { cwd: folder, shell: true, encoding: 'utf8' });
  assert.equal(run.status, 0);
  assert.match(run.stdout, /^\{"file"/);
  assert.doesNotMatch(run.stderr, /Error/);
});
