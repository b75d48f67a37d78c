// Ranges are UTF-16 places of the text as given: what stands before a place moves it by exactly its length.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from './hegao.js';
import { right, sample, wrong } from './sample.js';
import { assertReport } from './shape.js';

// Things of one, two and three UTF-8 bytes and of four; halves of pairs; what takes no width; line ends.
const JUNK = ['~', 'é', '→', '\u{1F33E}', '\u{20BB7}', '\uD83C', '\uDF3E', '\uFEFF', '\u200B', '\u3000', '\u00A0', '\u0301', '\0', '\t', '\r\n', '\n', '\r'];
const junk = fc.array(fc.constantFrom(...JUNK), { maxLength: 40 }).map((parts) => `${parts.join('')}\n`);

const shift = (range, by) => range && { start: range.start + by, end: range.end + by };
const moved = (value, by) => JSON.parse(JSON.stringify(value), (key, part) =>
  (part && typeof part === 'object' && 'start' in part && 'end' in part ? shift(part, by) : part));

/** What a report says about the figures and the outline of the text. */
const places = ({ headings, relations, indicators, findings }) => ({
  headings: headings.map(({ level, number, title, range }) => ({ level, number, title, range })),
  relations,
  values: indicators.map(({ id, status, values }) => ({ id, status, values })),
  findings: findings.filter(({ rule }) => rule.startsWith('figures/')),
});

const before = check(sample);

test('a prefix moves every place by its length', () => {
  fc.assert(fc.property(junk, (prefix) => {
    const text = prefix + sample;
    const report = check(text);
    assertReport(report, text);
    assert.deepEqual(places(report), moved(places(before), prefix.length));
  }), { numRuns: 150 });
});

test('a line put in between moves what follows and nothing else', () => {
  const ends = [...sample.matchAll(/\n/g)].map(({ index }) => index + 1);
  fc.assert(fc.property(junk, fc.constantFrom(...ends), (line, at) => {
    const text = sample.slice(0, at) + line + sample.slice(at);
    const report = check(text);
    assertReport(report, text);
    const ranges = (relations) => relations.flatMap(({ range, operands }) => [range, ...operands.map((one) => one.range)]);
    const expected = ranges(before.relations).map((range) => (range.start < at ? range : shift(range, line.length)));
    const whole = before.relations.every(({ range }) => range.start >= at || range.end <= at);
    if (whole) assert.deepEqual(ranges(report.relations), expected);
  }), { numRuns: 150 });
});

test('line ends of two characters give the same places', () => {
  const words = (text) => check(text).relations.map(({ verdict, range }) => [verdict, text.slice(range.start, range.end).replaceAll('\r\n', '\n')]);
  const expected = words(sample);
  assert.ok(expected.length >= right.length + wrong.length);
  assert.deepEqual(words(sample.replaceAll('\n', '\r\n')), expected);
});

test('fingerprints outlive edits elsewhere', () => {
  const prints = (report) => report.findings.filter(({ rule }) => rule.startsWith('figures/')).map(({ fingerprint }) => fingerprint);
  assert.ok(prints(before).length > 0);
  assert.deepEqual(prints(check(sample.replace('取得新的进展', '迈出新的步伐、取得新的进展'))), prints(before));
});

test('any text gives places of that text', () => {
  const pieces = sample.split(/(?<=[，。、：\n])/);
  const texts = fc.array(fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.constantFrom(...JUNK) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom('%', '万', '亿', '0', '９９', '.', '，', '（', '）', '其中', '共', '增长', '2024年', '一是', '99999999999999999999') },
  ), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(fc.property(texts, (text) => {
    const report = check(text);
    assertReport(report, text);
    assert.deepEqual(check(text), report);
  }), { numRuns: 400 });
});
