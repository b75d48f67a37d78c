// What options change, and what they leave alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, Checker, rules, standards } from './hegao.js';
import { sample } from './sample.js';
import { assertReport, SEVERITIES } from './shape.js';

const base = check(sample);
const outside = (report, chosen) => report.findings.filter(({ rule }) => !chosen(rule));

const group = (rule) => rule.startsWith('figures/');
const figure = base.findings.find(({ rule }) => group(rule)).rule;

for (const [name, chosen] of [['figures', group], [figure, (rule) => rule === figure]]) {
  test(`rules: "${name}" can be off or of any severity`, () => {
    const off = check(sample, { rules: { [name]: 'off' } });
    assert.deepEqual(off.findings, outside(base, chosen));
    for (const severity of SEVERITIES) {
      const report = check(sample, { rules: { [name]: severity } });
      assertReport(report, sample);
      assert.deepEqual(outside(report, chosen), outside(base, chosen));
      assert.deepEqual(report.relations, base.relations);
      const set = report.findings.filter(({ rule }) => chosen(rule));
      assert.ok(set.length > 0);
      for (const finding of set.filter(({ certainty }) => certainty !== 'possible')) assert.equal(finding.severity, severity, finding.rule);
    }
  });
}

test('rules: one rule is stronger than its group', () => {
  const { findings } = check(sample, { rules: { figures: 'off', [figure]: 'warning' } });
  const rest = findings.filter(({ rule }) => group(rule));
  assert.ok(rest.length > 0 && rest.every(({ rule }) => rule === figure));
});

test('rules: one that is off is turned on by its own name, not by its group', () => {
  const text = '全年制定文件6件，清理文件12件,废止2件。';
  const of = (chosen) => check(text, { rules: chosen }).findings.filter(({ rule }) => rule === 'form/width').map(({ severity }) => severity);
  assert.deepEqual(rules().filter((rule) => rule.default === 'off').map(({ id }) => id), ['form/width']);
  assert.deepEqual(of({}), []);
  assert.deepEqual(of({ form: 'warning' }), []);
  assert.deepEqual(of({ 'form/width': 'warning' }), ['warning']);
  assert.deepEqual(of({ form: 'off', 'form/width': 'info' }), ['info']);
});

test('locale: messages in Chinese and in English, about the same places', () => {
  const english = check(sample, { locale: 'en' });
  assert.deepEqual(check(sample, { locale: 'zh-CN' }), base);
  const place = ({ rule, severity, certainty, range, fingerprint }) => ({ rule, severity, certainty, range, fingerprint });
  assert.deepEqual(english.findings.map(place), base.findings.map(place));
  for (const { rule, message } of base.findings) assert.match(message, /\p{Script=Han}/u, rule);
  for (const { rule, message } of english.findings) assert.match(message, /[A-Za-z]{2,} /, rule);
});

test('year, level and standard overrule what the text says', () => {
  assert.equal(check(sample, { year: 2023 }).document.year, 2023);
  for (const level of ['province', 'city', 'county', 'township', 'department']) {
    assert.equal(check(sample, { level }).document.level, level);
  }
  for (const { id } of standards()) assert.equal(check(sample, { standard: id }).standard.id, id);
  assert.deepEqual(check(sample, { standard: 'auto' }), base);
});

test('undefined is as good as not given', () => {
  const nothing = { standard: undefined, year: undefined, level: undefined, locale: undefined, rules: undefined, previous: undefined };
  for (const options of [undefined, {}, nothing]) assert.deepEqual(check(sample, options), base);
});

test('a Checker keeps its options', () => {
  const options = { locale: 'en', rules: { form: 'off' }, year: 2023 };
  const checker = new Checker(options);
  assert.deepEqual(checker.check(sample), check(sample, options));
  checker.free();
});
