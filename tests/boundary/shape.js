// The contract of a report: the schema that is shipped, and what no schema can say. Fields may be added.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

export const SEVERITIES = ['error', 'warning', 'info'];
export const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const valid = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

/** What the schema has against a value. */
export const complaints = (value) => (valid(value) ? [] : valid.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));

/** Asserts that `report` has the shape of the contract, that every range is a place of `text`, and those of last year of `previous`. */
export function assertReport(report, text, previous = '') {
  assert.deepEqual(complaints(report), []);
  places(report, text, 'report', previous);
  if (!previous) assert.equal(report.previous, null);
  const { findings, relations, indicators, summary } = report;
  const count = (all, key, value) => all.filter((item) => item[key] === value).length;
  assert.deepEqual([summary.errors, summary.warnings, summary.infos], SEVERITIES.map((one) => count(findings, 'severity', one)));
  for (const verdict of ['agrees', 'disagrees', 'unsure']) {
    assert.equal(summary.relations[verdict], count(relations, 'verdict', verdict), verdict);
  }
  assert.ok(summary.sections.present <= summary.sections.required);
  assert.ok(summary.indicators.given <= summary.indicators.required);
  assert.ok(summary.indicators.required <= indicators.length);
}

/** Every range in a value, wherever it is, lies in the text and cuts no character in two. */
function places(value, text, at, previous) {
  if (value === null || typeof value !== 'object') return;
  if ('start' in value) {
    const halves = (offset) => /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
    assert.ok(value.start <= value.end && value.end <= text.length, `${at}: ${value.start}..${value.end} of ${text.length}`);
    assert.ok(!halves(value.start) && !halves(value.end), `${at} cuts a character in two`);
  }
  for (const [name, part] of Object.entries(value)) places(part, name === 'previous' ? previous : text, `${at}.${name}`, previous);
}
