// Real reports, when they lie beside the project; nothing of them is in it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from './hegao.js';
import { meets, placeOf, reproaches } from './sample.js';
import { assertReport } from './shape.js';

const shared = new URL('../../../shared/', import.meta.url);
const folder = new URL('reports/', shared);
const labelsFile = new URL('labels/labels.jsonl', shared);
const skip = existsSync(folder) && existsSync(labelsFile) ? false : 'no ../shared/reports and ../shared/labels beside the project';

const docs = skip ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));
const labels = skip ? [] : readFileSync(labelsFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

test('real reports', { skip }, async (t) => {
  for (const doc of docs) {
    await t.test(doc, () => {
      const text = readFileSync(new URL(`${doc}.txt`, folder), 'utf8');
      const report = check(text);
      assertReport(report, text);
      const mine = labels.filter((label) => label.doc === doc).map((label) => ({ ...label, at: placeOf(label.quote, text) }));
      const doubtful = mine.filter(({ holds }) => holds !== true);
      const flagged = mine.filter(({ holds, at }) => holds === true && reproaches(report).some(({ range }) =>
        meets(range, at) && !doubtful.some((other) => meets(other.at, range))));
      assert.deepEqual(flagged.map(({ kind, quote }) => `${kind}: ${quote}`), [], 'right, but flagged');
    });
  }
});
