// What is in the package, before any text is read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, Checker, rules, skeleton, standards } from './hegao.js';
import { SEVERITIES } from './shape.js';

test('exports what the contract names, with types', () => {
  for (const one of [check, Checker, rules, skeleton, standards]) assert.equal(typeof one, 'function');
  const types = readFileSync(new URL('../../pkg/hegao.d.ts', import.meta.url), 'utf8');
  for (const name of ['Range', 'Options', 'Level', 'Severity', 'Report', 'Section', 'Indicator', 'Relation', 'Finding',
    'StandardInfo', 'RuleInfo', 'HegaoError', 'Checker']) {
    assert.match(types, new RegExp(`(interface|type|class) ${name}\\b`), name);
  }
  assert.match(types, /check\(text: string, options\?: Options(?: \| null)?\): Report/);
});

test('standards() lists the built-in ones', () => {
  const all = standards();
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  assert.ok(all.some(({ id }) => id === 'fazhi-2021'));
  for (const { id, title, version, years, levels } of all) {
    assert.ok(title && version, id);
    assert.equal(years.length, 2, id);
    for (const year of years) assert.ok(year === null || Number.isInteger(year), id);
    assert.ok(levels.length > 0 && levels.every((level) => ['province', 'city', 'county', 'township', 'department'].includes(level)), id);
  }
});

test('rules() explains every rule once', () => {
  const all = rules();
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const rule of all) {
    assert.match(rule.id, /^(structure|indicators|figures|dates|terms|wording|form)\/[a-z0-9-]+$/);
    assert.ok(SEVERITIES.includes(rule.severity), rule.id);
    assert.ok(['on', 'off'].includes(rule.default), rule.id);
    for (const field of ['title', 'why', 'fires', 'passes']) assert.ok(rule[field]?.length > 0, `${rule.id}: ${field}`);
    assert.ok(rule.clause === null || rule.clause.length > 0, rule.id);
  }
});

test('skeleton() is plain text in which no required section is missing', () => {
  for (const { id } of standards()) {
    const text = skeleton({ standard: id });
    assert.equal(typeof text, 'string');
    const missing = check(text, { standard: id }).sections.filter(({ required, status }) => required && !['present', 'thin'].includes(status));
    assert.deepEqual(missing.map(({ title }) => title), [], id);
  }
  assert.ok(skeleton().length > 0);
});
