// The modules without a page: flat segments, edits followed, one undo for many changes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { flatten } from '../../www/segments.js';
import { difference, follow, followAll, merge } from '../../www/edits.js';
import { messages } from '../../www/messages.js';
import { verdict } from '../../www/verdict.js';
import { characters, excerpt } from '../../www/words.js';

const shape = (segments) => segments.map(({ start, end, tone, ids }) => `${start}-${end} ${tone} ${ids}`);
const mark = (start, end, tone, id) => ({ start, end, tone, id });

test('overlapping marks are cut into pieces, and the graver one wins', () => {
  assert.deepEqual(shape(flatten([mark(1, 5, 'info', 0), mark(3, 8, 'error', 1)], 10)), ['1-3 info 0', '3-5 error 0,1', '5-8 error 1']);
});

test('an empty mark stays and splits the one around it', () => {
  assert.deepEqual(shape(flatten([mark(0, 4, 'info', 0), mark(2, 2, 'error', 1)], 4)), ['0-2 info 0', '2-2 error 1', '2-4 info 0']);
});

test('equal, nested and touching marks', () => {
  assert.deepEqual(shape(flatten([mark(0, 2, 'info', 0), mark(0, 2, 'warning', 1), mark(2, 3, 'info', 2)], 3)), ['0-2 warning 0,1', '2-3 info 2']);
});

test('marks beyond the text are clamped; none makes none', () => {
  assert.deepEqual(shape(flatten([mark(2, 99, 'error', 0)], 4)), ['2-4 error 0']);
  assert.deepEqual(flatten([], 4), []);
});

const ranges = fc.array(fc.record({ start: fc.nat(40), length: fc.nat(10), tone: fc.constantFrom('error', 'warning', 'info', 'related') }), { maxLength: 12 });

test('law: pieces are in order, do not overlap, and cover exactly what the marks cover', () => {
  fc.assert(fc.property(ranges, (list) => {
    const all = list.map(({ start, length, tone }, id) => mark(start, start + length, tone, id));
    const segments = flatten(all, 50);
    segments.forEach((segment, index) => index === 0 || assert.ok(segments[index - 1].end <= segment.start));
    for (let at = 0; at < 50; at += 1) {
      const wanted = all.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id).sort((a, b) => a - b);
      const got = segments.filter(({ start, end }) => start <= at && at < end).flatMap(({ ids }) => ids).sort((a, b) => a - b);
      assert.deepEqual(got, wanted);
    }
  }));
});

test('law: the difference of two texts turns the one into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('件', '1', '\n', '😀'), maxLength: 20 });
  fc.assert(fc.property(text, text, (before, after) => {
    const { start, end, length } = difference(before, after);
    assert.equal(before.slice(0, start) + after.slice(start, start + length) + before.slice(end), after);
  }));
});

test('law: a place that is followed still holds the same words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 20 });
  fc.assert(fc.property(text, text, fc.nat(20), fc.nat(20), (before, after, a, b) => {
    const range = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
    const place = follow(range, difference(before, after));
    if (place) assert.equal(after.slice(place.start, place.end), before.slice(range.start, range.end));
  }));
});

test('a place that was edited is lost, and stays lost', () => {
  assert.equal(follow({ start: 2, end: 5 }, { start: 3, end: 4, length: 1 }), null);
  assert.equal(followAll({ start: 2, end: 5 }, [{ start: 0, end: 3, length: 0 }, { start: 0, end: 0, length: 9 }]), null);
  assert.deepEqual(follow({ start: 2, end: 5 }, { start: 0, end: 1, length: 3 }), { start: 4, end: 7 });
  assert.deepEqual(follow({ start: 2, end: 5 }, { start: 5, end: 5, length: 3 }), { start: 2, end: 5 });
});

test('several changes become one', () => {
  const edits = [{ range: { start: 6, end: 7 }, text: 'X' }, { range: { start: 1, end: 3 }, text: '' }];
  assert.deepEqual(merge('0123456789', edits), { range: { start: 1, end: 7 }, text: '345X' });
});

test('messages take values and never take them for patterns', () => {
  assert.equal(messages('zh-CN')('meter', { n: 0 }), '加载后 0 次请求');
  assert.equal(messages('en')('fixed', { title: '$& {n}' }), 'Done: $& {n}. You can undo it.');
});

test('every message that the page asks for is there, and none is idle', () => {
  const folder = new URL('../../www/', import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|html)$/.test(name));
  const read = (name) => readFileSync(new URL(name, folder), 'utf8');
  const [words, rest] = read('messages.js').split('/** @typedef');
  const source = files.filter((name) => name !== 'messages.js').map(read).join('\n') + rest;
  const table = [...words.matchAll(/^ {2}"?([\w.-]+)"?: \[$|^ {2}"?([\w.-]+)"?: \[/gm)].map((match) => match[1] ?? match[2]);
  const asked = [...source.matchAll(/\bsay\("([\w.-]+)"|data-say(?:-\w+)?="([\w.-]+)"/g)].map((match) => match[1] ?? match[2]);
  assert.deepEqual(asked.filter((key) => !table.includes(key)), []);
  const built = /^(kind|role|topic|group|order|ignore|section|indicator|indicators|relation|level|failed|file)\./;
  assert.deepEqual(table.filter((key) => !built.test(key) && !source.includes(`"${key}"`)), []);
  for (const key of table) for (const locale of ['zh-CN', 'en']) assert.ok(messages(locale)(key).length > 0, key);
});

test('the headline never says that there is no mistake while something is said, and counts each kind apart', () => {
  const line = (errors, warnings, infos, locale = 'zh-CN') => {
    const relations = { agrees: 1, disagrees: warnings, unsure: 0 };
    const findings = Object.entries({ error: errors, warning: warnings, info: infos }).flatMap(([severity, n]) => Array.from({ length: n }, (_, index) => ({ severity, range: { start: index, end: index }, fingerprint: `${severity}${index}` })));
    const report = { standard: { title: 's' }, document: {}, findings, summary: { relations, sections: { required: 0 }, indicators: { required: 0 } } };
    return verdict({ phase: 'done', report, error: null, text: '', busy: false }, messages(locale)).line;
  };
  assert.equal(line(0, 2, 1), '没有必须改的，签发前请看一看：2 条建议、1 条提示');
  assert.equal(line(0, 0, 1), '没有必须改的，签发前请看一看：1 条提示');
  assert.equal(line(2, 1, 0), '签发前有 2 处要改，另有 1 条建议');
  assert.equal(line(2, 0, 0), '签发前有 2 处要改');
  assert.equal(line(0, 0, 0), '没有发现问题，可以送签');
  assert.equal(line(1, 1, 1, 'en'), '1 to correct before signing; also 1 marked Advice, 1 marked Note');
});

test('an excerpt never cuts a pair of code units, and characters are counted as an office does', () => {
  assert.equal(excerpt(`${'一'.repeat(39)}😀二`, { start: 0, end: 42 }), `${'一'.repeat(39)}…`);
  assert.equal(excerpt(`${'一'.repeat(38)}😀二`, { start: 0, end: 41 }), `${'一'.repeat(38)}😀…`);
  assert.equal(excerpt('甲 \n 乙', { start: 0, end: 5 }), '甲 乙');
  assert.equal(characters('一 二\r\n\u3000三😀\n'), 4);
});
