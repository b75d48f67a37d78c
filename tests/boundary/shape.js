// The contract of a report, checked field by field. Fields may be added; none may be missing or of another kind.
import assert from 'node:assert/strict';

const LEVELS = ['province', 'city', 'county', 'township', 'department'];
export const SEVERITIES = ['error', 'warning', 'info'];
const RULE = /^(structure|indicators|figures|dates|terms|wording|form)\/[a-z0-9-]+$/;

/** Asserts that `report` has the shape of the contract and that every range is a place of `text`. */
export function assertReport(report, text) {
  const string = (value, at) => assert.equal(typeof value, 'string', at);
  const filled = (value, at) => { string(value, at); assert.ok(value.length > 0, `${at} is empty`); };
  const integer = (value, at) => assert.ok(Number.isSafeInteger(value) && value >= 0, `${at}: ${value}`);
  const boolean = (value, at) => assert.equal(typeof value, 'boolean', at);
  const matching = (pattern) => (value, at) => assert.match(String(value), pattern, at);
  const oneOf = (...values) => (value, at) => assert.ok(values.includes(value), `${at}: ${value}`);
  const orNull = (what) => (value, at) => { if (value !== null) what(value, at); };
  const list = (what) => (value, at) => {
    assert.ok(Array.isArray(value), at);
    value.forEach((item, index) => what(item, `${at}[${index}]`));
  };
  const object = (fields) => (value, at) => {
    assert.ok(value && typeof value === 'object' && !Array.isArray(value), at);
    for (const [name, what] of Object.entries(fields)) {
      assert.ok(Object.hasOwn(value, name), `${at}.${name} is missing`);
      what(value[name], `${at}.${name}`);
    }
  };
  const halves = (at) => /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  const range = (value, at) => {
    object({ start: integer, end: integer })(value, at);
    assert.ok(value.start <= value.end && value.end <= text.length, `${at}: ${value.start}..${value.end} of ${text.length}`);
    assert.ok(!halves(value.start) && !halves(value.end), `${at} cuts a character in two`);
  };
  const decimal = matching(/^-?\d+(\.\d+)?$/);
  const section = (value, at) => object({
    id: filled, title: filled, required: boolean, status: oneOf('present', 'unheaded', 'thin', 'missing'),
    heading: orNull(range), range: orNull(range), children: list(section),
  })(value, at);

  object({
    version: oneOf(1),
    standard: object({ id: filled, title: filled, version: filled }),
    document: object({
      title: orNull(filled), year: orNull(integer), level: orNull(oneOf(...LEVELS)), organ: orNull(filled),
      signed: orNull(matching(/^\d{4}-\d\d-\d\d$/)), characters: integer,
    }),
    headings: list(object({ level: integer, number: string, title: string, range, body: range })),
    sections: list(section),
    indicators: list(object({
      id: filled, title: filled, topic: filled, required: boolean, status: oneOf('given', 'none', 'mentioned', 'missing'),
      values: list(object({ value: decimal, unit: string, approximate: boolean, range })),
    })),
    relations: list(object({
      kind: oneOf('sum', 'ratio', 'growth', 'difference', 'list_count', 'average', 'repeat', 'bound', 'identity'),
      verdict: oneOf('agrees', 'disagrees', 'unsure'), range,
      operands: list(object({ role: filled, value: decimal, unit: string, range })), equation: filled,
    })),
    findings: list(object({
      rule: matching(RULE), severity: oneOf(...SEVERITIES), certainty: oneOf('certain', 'likely', 'possible'), message: filled, range,
      related: list(object({ range, message: filled })),
      fixes: list(object({ title: filled, edits: list(object({ range, text: string })) })),
      clause: orNull(filled), fingerprint: filled,
    })),
    summary: object({
      errors: integer, warnings: integer, infos: integer,
      sections: object({ required: integer, present: integer }),
      indicators: object({ required: integer, given: integer }),
      relations: object({ agrees: integer, disagrees: integer, unsure: integer }),
    }),
  })(report, 'report');

  const { findings, relations, indicators, summary } = report;
  const count = (all, key, value) => all.filter((item) => item[key] === value).length;
  assert.deepEqual([summary.errors, summary.warnings, summary.infos], SEVERITIES.map((one) => count(findings, 'severity', one)));
  for (const verdict of ['agrees', 'disagrees', 'unsure']) {
    assert.equal(summary.relations[verdict], count(relations, 'verdict', verdict), verdict);
  }
  assert.ok(summary.sections.present <= summary.sections.required);
  assert.ok(summary.indicators.given <= summary.indicators.required);
  for (const { id, status, values } of indicators) {
    if (status === 'given') assert.ok(values.length > 0, `${id} is given, but has no value`);
    if (status === 'missing') assert.equal(values.length, 0, `${id} is missing, but has values`);
  }
  for (const { rule, severity, certainty } of findings) {
    assert.ok(!(severity === 'error' && certainty === 'possible'), `${rule} is an error that is only possible`);
  }
}
