// What the report says about a text that has everything.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, Checker, rules, standards } from './hegao.js';
import { meets, placeOf, reproaches, right, sample, wrong } from './sample.js';
import { assertReport } from './shape.js';

const report = check(sample);

test('has the shape of the contract', () => {
  assertReport(report, sample);
  for (const { id } of standards()) assertReport(check(sample, { standard: id }), sample);
});

test('reads what the document is', () => {
  const { title, year, level, organ, signed } = report.document;
  assert.deepEqual({ title, year, level, organ, signed }, {
    title: '青禾县人民政府2024年法治政府建设年度报告', year: 2024, level: 'county', organ: '青禾县人民政府', signed: '2025-02-20',
  });
  assert.equal(report.standard.id, 'fazhi-2021');
});

test('keeps the outline as it is written', () => {
  const top = report.headings.filter(({ level }) => level === 1);
  assert.deepEqual(top.map(({ number }) => number), ['一、', '二、', '三、', '四、']);
  assert.deepEqual(top.map(({ title }) => title), [
    '2024年推进法治政府建设的主要举措和成效', '存在的不足和原因',
    '党政主要负责人履行推进法治建设第一责任人职责情况', '下一年度推进法治政府建设的主要安排',
  ]);
  for (const { title, range, body } of top) {
    assert.ok(sample.slice(range.start, range.end).includes(title));
    assert.ok(body.start >= range.start && body.end > range.end);
  }
  assert.equal(report.headings.filter(({ level }) => level === 2).length, 7);
});

test('finds the required sections, and misses one that is cut out', () => {
  const states = (sections) => sections.filter(({ required }) => required).map(({ status }) => status);
  assert.ok(states(report.sections).every((status) => status === 'present'), states(report.sections).join());
  assert.equal(report.summary.sections.present, report.summary.sections.required);

  const cut = sample.replace(/三、党政[^]*?(?=四、)/, '').replace('四、', '三、').replace('党的领导和', '');
  const { sections, findings } = check(cut);
  assert.deepEqual(states(sections).filter((status) => status !== 'present'), ['missing']);
  assert.ok(findings.some(({ rule, severity }) => rule.startsWith('structure/') && severity === 'error'));
});

test('finds indicators with their values', () => {
  const given = report.indicators.filter(({ status }) => status === 'given');
  const values = given.flatMap((indicator) => indicator.values);
  for (const value of ['845', '12', '81', '40', '210']) assert.ok(values.some((one) => one.value === value), `no indicator has ${value}`);
  for (const { value, range, approximate } of values) {
    if (!approximate) assert.ok(sample.slice(range.start, range.end).includes(value), value);
  }
  assert.ok(report.indicators.some(({ status }) => status === 'missing'));
});

for (const [kind, quote] of right) {
  test(`agrees: ${quote}`, () => {
    const at = placeOf(quote);
    const seen = report.relations.filter((one) => one.verdict === 'agrees' && meets(one.range, at));
    assert.ok(seen.some((one) => one.kind === kind || one.kind === 'identity'), `not seen as ${kind}`);
    assert.deepEqual(reproaches(report).filter(({ range }) => meets(range, at)).map(({ message }) => message), []);
  });
}

for (const [kind, quote] of wrong) {
  test(`disagrees: ${quote}`, () => {
    const at = placeOf(quote);
    const seen = report.relations.filter((one) => one.verdict === 'disagrees' && meets(one.range, at));
    assert.ok(seen.some((one) => one.kind === kind || one.kind === 'identity'), `not seen as ${kind}`);
    for (const { value, range } of seen[0].operands) {
      assert.ok(sample.slice(range.start, range.end).includes(value), `${value} is not at its place`);
    }
    const findings = reproaches(report).filter(({ range }) => meets(range, at));
    assert.ok(findings.some(({ severity, certainty }) => severity === 'error' && certainty !== 'possible'));
  });
}

test('names only rules that rules() explains', () => {
  const known = new Set(rules().map(({ id }) => id));
  for (const { rule } of report.findings) assert.ok(known.has(rule), rule);
});

test('says the same twice, in one call or through a Checker', () => {
  assert.deepEqual(check(sample), report);
  const checker = new Checker();
  try {
    checker.check('别的文本，共3件，其中1件。');
    assert.deepEqual(checker.check(sample), report);
    assert.deepEqual(checker.check(sample), report);
  } finally {
    checker.free();
  }
  assert.throws(() => checker.check(sample));
});
