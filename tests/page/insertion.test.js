// Where the heading of a missing section goes and how it is numbered: the core reads, the page writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { insertion } from '../../www/insertion.js';
import { merge } from '../../www/edits.js';
import { SAMPLE } from '../../www/sample.js';
import { check } from '../boundary/hegao.js';

/** The text with the heading in it; the caret stands where the heading ends. */
function inserted(text, id, report = check(text)) {
  const made = insertion(text, report, id);
  const { range, text: words } = merge(text, made.edits);
  const after = text.slice(0, range.start) + words + text.slice(range.end);
  assert.ok(after.slice(0, made.at).endsWith(made.heading));
  return after;
}

/** The lines of one text that are not in the other. */
const added = (before, after) => after.split('\n').filter((line) => line !== '' && !before.split('\n').includes(line));
const without = (from, to) => SAMPLE.slice(0, SAMPLE.indexOf(from)) + SAMPLE.slice(SAMPLE.indexOf(to));

test('the last part goes before the organ and the date, numbered on', () => {
  const text = without('四、2025', '云溪县人民政府\n2025');
  const after = inserted(text, 'next-year');
  assert.deepEqual(added(text, after), ['四、下一年度推进法治政府建设的主要安排']);
  assert.match(after, /主要安排\n\n云溪县人民政府\n2025年2月18日\n$/);
  assert.equal(check(after).sections.find(({ id }) => id === 'next-year').status, 'thin', 'a heading, and nothing under it yet');
});

test('a part in the middle stands behind its forerunner, and the numbers behind it move up', () => {
  const text = without('二、推进', '三、党政').replace('三、党政', '二、党政').replace('四、2025', '三、2025');
  const after = inserted(text, 'shortcomings');
  assert.deepEqual(added(text, after).map((line) => line.slice(0, 4)), ['二、上一', '三、党政', '四、20']);
  assert.match(after, /\n\n二、上一年度推进法治政府建设存在的不足和原因\n\n三、党政/);
});

test('a number that is free is taken, and the others stay', () => {
  const text = without('二、推进', '三、党政');
  assert.deepEqual(added(text, inserted(text, 'shortcomings')), ['二、上一年度推进法治政府建设存在的不足和原因']);
});

test('the first part goes before what follows it', () => {
  const text = `云溪县2024年法治政府建设年度报告\n${SAMPLE.slice(SAMPLE.indexOf('二、推进')).replace('二、', '一、').replace('三、', '二、').replace('四、', '三、')}`;
  const after = inserted(text, 'measures');
  assert.match(after, /报告\n一、上一年度推进法治政府建设的主要举措和成效\n二、推进/);
  assert.match(after, /\n三、党政[^]*\n四、2025/);
});

test('a part of a part is numbered among its own', () => {
  const text = without('（五）', '（六）');
  assert.match(added(text, inserted(text, 'emergencies'))[0], /^（五）健全突发事件应对体系/);
});

test('the form of the draft is kept: its brackets, its Arabic numbers, its indent, its lines', () => {
  const draft = (numbers) => `云溪县2024年法治政府建设年度报告\n${[
    '主要举措和成效\n全年制定行政规范性文件6件，清理行政规范性文件112件，依法行政能力有了新的提高。',
    '存在的不足和原因\n基层法制审核力量薄弱，原因是培训不够经常，考核结果运用不够，监督检查有待加强。',
    '党政主要负责人履行第一责任人职责情况\n县委主要负责人主持研究法治建设重大事项4次，重要工作亲自部署、重大问题亲自过问。',
  ].map((part, index) => `${numbers[index]}${part}\n`).join('')}`;
  const line = (text) => added(text, inserted(text, 'next-year')).join('|');
  for (const [numbers, wanted] of [
    [['一、', '二、', '三、'], '四、'],
    [['　　一、', '　　二、', '　　三、'], '　　四、'],
    [['第一部分', '第二部分', '第三部分'], '第四部分'],
    [['（一）', '（二）', '（三）'], '（四）'],
    [['(一)', '(二)', '(三)'], '(四)'],
    [['八、', '九、', '十、'], '十一、'],
    [['十八、', '十九、', '二十、'], '二十一、'],
    [['1.', '2.', '3.'], '4.'],
  ]) assert.equal(line(draft(numbers)), `${wanted}下一年度推进法治政府建设的主要安排`);
});

test('without a line end at the end, one is made', () => {
  const text = '一、主要举措和成效\n全年制定行政规范性文件6件，清理行政规范性文件112件，依法行政能力有了新的提高。';
  assert.equal(inserted(text, 'shortcomings'), `${text}\n二、上一年度推进法治政府建设存在的不足和原因\n`);
});

test('a draft without headings gets its first one', () => {
  assert.deepEqual(added('云溪县的事。', inserted('云溪县的事。', 'measures')), ['一、上一年度推进法治政府建设的主要举措和成效']);
});

test('what is no section has no place', () => {
  assert.equal(insertion(SAMPLE, check(SAMPLE), 'nothing'), null);
});

test('law: whatever is missing, in whatever cut of the sample, one new line stands there and nothing is lost', () => {
  const lines = SAMPLE.split('\n');
  const all = (sections) => sections.flatMap((section) => [section, ...all(section.children)]);
  fc.assert(fc.property(fc.subarray([...lines.keys()]), (kept) => {
    const text = kept.map((index) => lines[index]).join('\n');
    const report = check(text);
    for (const { id, title, status } of all(report.sections).filter((section) => section.status === 'missing')) {
      const after = inserted(text, id, report);
      assert.equal(status, 'missing');
      assert.ok(after.split('\n').some((line) => line.trim().endsWith(title)), id);
      const bare = (words) => words.replace(title, '').replace(/[一二三四五六七八九十\d\s、.（）()]/g, '');
      assert.equal(bare(after), bare(text), id);
    }
  }), { numRuns: 60 });
});
