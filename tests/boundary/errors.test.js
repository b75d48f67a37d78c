// What cannot be read is refused with an error that names it; it never looks like a clean report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkApart } from './apart.js';
import { check, Checker, skeleton } from './hegao.js';
import { assertReport } from './shape.js';

function assertThrows(action, code, path) {
  assert.throws(action, (error) => {
    assert.ok(error instanceof Error, 'instanceof Error');
    assert.equal(error.name, 'HegaoError');
    assert.equal(error.code, code, error.message);
    assert.ok(error.message.length > 0);
    if (path !== undefined) assert.ok(error.path?.includes(path), `path ${error.path} does not name ${path}`);
    return true;
  });
}

test('what is no text', () => {
  const checker = new Checker();
  for (const value of [undefined, null, 0, 1n, true, {}, [], ['text'], Symbol('text'), () => 'text', new Uint8Array(3)]) {
    assertThrows(() => check(value), 'not-text');
    assertThrows(() => checker.check(value), 'not-text');
  }
  assertThrows(() => check(), 'not-text');
  assertReport(checker.check('一、总体情况'), '一、总体情况');
  checker.free();
});

test('more than 10 MB of UTF-8', async () => {
  assertThrows(() => check('a'.repeat(11_000_000)), 'too-large');
  assertThrows(() => check('县'.repeat(3_600_000)), 'too-large');
  const most = '县'.repeat(3_300_000);
  assertReport(await checkApart(most, 60), most);
});

const invalid = {
  'an unknown option': [{ yeer: 2020 }, 'yeer'],
  'options that are a string': ['fazhi-2021'],
  'options that are a number': [5],
  'options that are a list': [[]],
  'an unknown standard': [{ standard: 'fazhi-1999' }, 'standard'],
  'a standard that is a number': [{ standard: 5 }, 'standard'],
  'an unknown locale': [{ locale: 'tlh' }, 'locale'],
  'a locale that is a number': [{ locale: 5 }, 'locale'],
  'an unknown level': [{ level: 'village' }, 'level'],
  'a level that is a list': [{ level: ['county'] }, 'level'],
  'a year that is a string': [{ year: '2020' }, 'year'],
  'a year that is no whole number': [{ year: 2020.5 }, 'year'],
  'a year that is NaN': [{ year: NaN }, 'year'],
  'a year that is infinite': [{ year: Infinity }, 'year'],
  'a year below zero': [{ year: -1 }, 'year'],
  'a previous report that is a number': [{ previous: 5 }, 'previous'],
  'a previous report that is null': [{ previous: null }, 'previous'],
  'a previous report that is bytes': [{ previous: new Uint8Array(3) }, 'previous'],
  'rules that are a string': [{ rules: 'off' }, 'rules'],
  'rules that are a list': [{ rules: ['figures'] }, 'rules'],
  'an unknown rule': [{ rules: { 'figures/no-such-rule': 'off' } }, 'figures/no-such-rule'],
  'an unknown group': [{ rules: { sums: 'off' } }, 'sums'],
  'an unknown severity': [{ rules: { figures: 'fatal' } }, 'figures'],
  'a severity that is a flag': [{ rules: { figures: false } }, 'figures'],
};
for (const [what, [options, path]] of Object.entries(invalid)) {
  test(what, () => {
    for (const action of [() => check('text', options), () => new Checker(options), () => skeleton(options)]) {
      assertThrows(action, 'invalid-options', path);
    }
  });
}

test('a previous report of more than 10 MB is refused by its name', () => {
  for (const previous of ['a'.repeat(11_000_000), '县'.repeat(3_600_000)]) {
    for (const action of [() => check('text', { previous }), () => new Checker({ previous }), () => skeleton({ previous })]) {
      assertThrows(action, 'too-large', 'previous');
    }
  }
});

test('after an error the next call is as good as before', () => {
  const before = check('共3件，其中一般2件，其他1件。');
  assert.throws(() => check(5));
  assert.throws(() => check('x', { year: 'x' }));
  assert.deepEqual(check('共3件，其中一般2件，其他1件。'), before);
});
