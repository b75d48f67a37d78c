// Last year's report beside this year's: places in either text, read once, and never mixed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, Checker } from './hegao.js';
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

test('a Checker says the same of every text as a single check', () => {
  const checker = new Checker({ previous: before });
  for (const text of [sample, '一、总体情况', '', sample]) assert.deepEqual(checker.check(text), check(text, { previous: before }));
  checker.free();
});
