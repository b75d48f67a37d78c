// Standards of one's own: the schema, the reader and the guide agree, and no object breaks the instance.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'smol-toml';
import { check, Checker, skeleton, standards, validateStandard } from './hegao.js';
import { sample } from './sample.js';
import { assertReport } from './shape.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const schema = JSON.parse(read('docs/standard.schema.json'));
const valid = new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false, allErrors: true }).compile(schema);
const files = (folder) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.toml')).map((name) => parse(read(folder + name)));
const example = JSON.parse(read('docs/standards.md').match(/```json\n([^]*?)```/)[1]);
const own = (changes) => ({ id: 'own', version: '1', extends: 'fazhi-2021', ...changes });

test('the schema holds for the built-in standards, their indicators and the example of the guide', () => {
  const indicators = files('standards/indicators/');
  for (const standard of [...files('standards/'), own({ catalogue: indicators }), example]) {
    assert.ok(valid(standard), JSON.stringify(valid.errors));
  }
  assert.deepEqual(files('standards/').map(({ id }) => id).sort(), standards().map(({ id }) => id).sort());
});

const cyclic = own({ sections: [] });
cyclic.sections.push(cyclic);
const misshapen = {
  'a list': [],
  'a standard without an id': { version: '1', extends: 'fazhi-2021' },
  'a misspelt field': own({ section: [] }),
  'a title that is a string': own({ title: 'title' }),
  'a level that does not exist': own({ levels: ['village'] }),
  'sections that are an object': own({ sections: {} }),
  'a section that is null': own({ sections: [null] }),
  'a section without an id': own({ sections: [{ aliases: ['安排'] }] }),
  'an alias of one character': own({ sections: [{ id: 'other', aliases: ['他'] }] }),
  'an alias without end': own({ sections: [{ id: 'other', aliases: ['他'.repeat(41)] }] }),
  'a weight that is a fraction': own({ sections: [{ id: 'other', heading: [['其他', 1.5]] }] }),
  'a word without a weight': own({ sections: [{ id: 'other', heading: ['其他'] }] }),
  'parts of a part': own({ sections: [{ id: 'measures', children: [{ id: 'norms', children: [] }] }] }),
  'an indicator without units': own({ catalogue: [{ id: 'x', title: { zh: '船舶' }, topic: 'x', aliases: ['船舶'], tiers: { township: 'A' } }] }),
  'a tier that does not exist': own({ catalogue: [{ id: 'x', title: { zh: '船舶' }, topic: 'x', aliases: ['船舶'], units: ['艘'], tiers: { township: 'D' } }] }),
  'a day that no year has': own({ catalogue: [{ id: 'x', title: { zh: '船舶' }, topic: 'x', aliases: ['船舶'], units: ['艘'], tiers: { township: 'A' }, threshold: { latest: '13-40' } }] }),
  'an unknown severity': own({ mandatory: [{ indicator: 'permits', severity: 'fatal' }] }),
  'a function': own({ names: [() => {}] }),
  'a standard that holds itself': cyclic,
};
for (const [what, standard] of Object.entries(misshapen)) {
  test(`refused by schema and reader: ${what}`, () => {
    if (standard !== cyclic) assert.ok(!valid(standard));
    const [problem] = validateStandard(standard, 'en');
    assert.ok(problem.message.length > 0);
    for (const action of [() => check('text', { standard }), () => new Checker({ standard }), () => skeleton({ standard })]) {
      assert.throws(action, ({ name, code, path }) => name === 'HegaoError' && code === 'invalid-standard' && path === problem.path);
    }
  });
}

test('a standard of one’s own is checked against, and gives an outline', () => {
  assert.deepEqual(validateStandard(example), []);
  const report = check(sample, { standard: example });
  assertReport(report, sample);
  assert.equal(report.standard.id, 'yunling-2025');
  assert.ok(report.indicators.some(({ id, status }) => id === 'dispute-centre' && status === 'missing'));
  const outline = skeleton({ standard: example, level: 'county' });
  for (const words of ['下一年度重点任务清单', '行政争议调处中心受理____件。']) assert.ok(outline.includes(words), outline);
  assertReport(check(sample, { standard: own({}), locale: 'en' }), sample);
});

test('problems are told in the language that is asked for', () => {
  const standard = own({ extends: 'fazhi-1999' });
  assert.deepEqual(validateStandard(standard, 'en').map(({ path }) => path), ['extends']);
  assert.match(validateStandard(standard)[0].message, /没有/);
  assert.throws(() => check('text', { standard, locale: 'en' }), /there is no built-in standard/);
  assert.throws(() => validateStandard(standard, 'tlh'), ({ code }) => code === 'invalid-options');
});
