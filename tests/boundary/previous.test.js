// Last year's report beside this year's: places in either text, read once, and never mixed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkApart } from './apart.js';
import { check, Checker, rules } from './hegao.js';
import { sample } from './sample.js';
import { assertReport } from './shape.js';

const before = sample.replace(/20(2\d)年/g, (_, year) => `20${year - 1}年`);

test('says what last year\'s report was read as', () => {
  const report = check(sample, { previous: before });
  assertReport(report, sample, before);
  assert.deepEqual(report.previous, { title: '青禾县人民政府2023年法治政府建设年度报告', year: 2023, organ: '青禾县人民政府' });
  assert.equal(check(sample).previous, null);
});

test('a blank one is as good as none', () => {
  for (const previous of ['', ' \n\t\u3000\n']) assert.deepEqual(check(sample, { previous }), check(sample));
});

const unfit = {
  'this very text': sample,
  'of another year': before.replaceAll('2023', '2021'),
  'of another county': before.replaceAll('青禾', '松岭'),
  'no report': 'The quick brown fox. '.repeat(40),
};
for (const [what, previous] of Object.entries(unfit)) {
  test(`one that is ${what} is said, and nothing is compared`, () => {
    const report = check(sample, { previous });
    assertReport(report, sample, previous);
    const said = report.findings.filter((finding) => finding.previous.length > 0);
    assert.deepEqual(said.map(({ rule }) => rule), ['dates/previous-year']);
    assert.ok(report.relations.every((relation) => relation.previous.length === 0));
  });
}

test('places of last year\'s report are UTF-16 of that text, whatever stands before them', () => {
  const previous = `\ufeff附件😀\u{20000}\n${before.replaceAll('2023', '2021')}`;
  const [{ range, text }] = check(sample, { previous }).findings.find(({ rule }) => rule === 'dates/previous-year').previous;
  assert.equal(previous.slice(range.start, range.end), '青禾县人民政府2021年法治政府建设年度报告');
  assert.ok(text.includes('青禾县人民政府2021年法治政府建设年度报告'));
});

const grown = sample.replace('全年', '全年办理行政复议案件150件，同比增长35%。全年');
const base = before.replace('全年', '全年办理行政复议案件120件。全年');

test('what last year\'s report contradicts has its places in both, side by side', () => {
  const report = check(grown, { previous: base });
  assertReport(report, grown, base);
  const finding = report.findings.find(({ rule }) => rule === 'figures/last-year');
  assert.equal(grown.slice(finding.range.start, finding.range.end), '35%');
  const [there] = finding.previous;
  assert.equal(base.slice(there.range.start, there.range.end), '120件');
  assert.ok(there.text.includes('办理行政复议案件120件') && there.text.length < 140, there.text);
  const relation = report.relations.find(({ previous }) => previous.some(({ value }) => value === '120'));
  assert.deepEqual([relation.kind, relation.verdict, relation.equation], ['growth', 'disagrees', '(150-120)÷120 ≠ 35%']);
  assert.deepEqual(relation.operands.map(({ role, value }) => [role, value]), [['now', '150'], ['rate', '35']]);
  assert.deepEqual(relation.previous.map(({ role, value, unit }) => [role, value, unit]), [['before', '120', '件']]);
  assert.equal(base.slice(relation.previous[0].range.start, relation.previous[0].range.end), '120件');
});

test('what last year\'s report confirms is in the ledger, and nothing is said', () => {
  const right = grown.replace('35%', '25%');
  const report = check(right, { previous: base });
  assert.ok(report.relations.some(({ verdict, previous }) => verdict === 'agrees' && previous.length === 1));
  assert.ok(report.findings.every(({ rule }) => rule !== 'figures/last-year'));
});

test('messages about last year\'s report in both languages, of places that are the same', () => {
  const english = check(grown, { previous: base, locale: 'en' }).findings;
  const chinese = check(grown, { previous: base }).findings;
  const places = (findings) => findings.map(({ rule, range, previous }) => [rule, range, previous.map((place) => [place.range, place.text])]);
  assert.deepEqual(places(english), places(chinese));
  for (const { message } of english.flatMap(({ previous }) => previous)) assert.match(message, /^[A-Za-z' ]+$/);
});

test('a rule that compares can be off, and shows last year\'s report beside its examples', () => {
  const compared = rules().filter(({ previous }) => previous !== null);
  assert.ok(compared.length >= 6);
  for (const { id, fires, previous } of compared) {
    const text = fires.replace(/[⟦⟧]/g, '');
    const found = (options) => check(text, { previous, standard: 'fazhi-2021', ...options }).findings.filter(({ rule }) => rule === id);
    assert.ok(found({}).length > 0 && found({}).every((finding) => finding.previous.length > 0), id);
    assert.deepEqual(found({ rules: { [id]: 'off' } }), [], id);
  }
});

test('10 MB of last year\'s report, and what is no report', async () => {
  const many = before.repeat(Math.ceil(10_000_000 / Buffer.byteLength(before))).slice(0, 3_300_000);
  for (const previous of [many, '7'.repeat(1_000_000), '\uD800'.repeat(100_000), '（'.repeat(100_000), '办理行政复议案件7件，'.repeat(50_000)]) {
    assertReport(await checkApart(sample, 60, { previous }), sample, previous);
  }
});

test('a Checker says the same of every text as a single check', () => {
  const checker = new Checker({ previous: before });
  for (const text of [sample, '一、总体情况', '', sample]) assert.deepEqual(checker.check(text), check(text, { previous: before }));
  checker.free();
});
