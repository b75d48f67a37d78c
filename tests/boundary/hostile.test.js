// Bad input: a report comes back, whatever it is, and in time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkApart } from './apart.js';
import { check } from './hegao.js';
import { sample } from './sample.js';
import { assertReport } from './shape.js';

const story = '他推开门，院子里的枣树落了一地叶子。“你又来了。”老人说，没有抬头。远处传来两三声狗叫，天色暗了下去，谁也不再提那年春天的事。';
const inputs = {
  'nothing': '',
  'one character': '县',
  'one digit': '7',
  'half a character': '\uD83C',
  '100,000 newlines': '\n'.repeat(100_000),
  '200,000 digits': '7'.repeat(200_000),
  '200,000 digits with marks': '1,234.5%'.repeat(25_000),
  '200,000 Chinese digits': '一二三四五'.repeat(40_000),
  '100,000 units of ten thousand': `1${'万亿'.repeat(50_000)}件`,
  '20,000 open brackets': '（'.repeat(20_000),
  '20,000 closed brackets': '）'.repeat(20_000),
  '20,000 pairs of brackets in each other': `${'（共3件'.repeat(20_000)}${'）'.repeat(20_000)}`,
  '20,000 open titles and quotes': '《“'.repeat(10_000),
  'NULs': '\0'.repeat(50_000),
  'NULs in a report': sample.replaceAll('，', '\0'),
  'lone surrogates': '\uD800\uDC00\uDBFF\uDFFF\uDC00\uD800'.repeat(10_000),
  'lone surrogates in a report': sample.replaceAll('。', '\uDC00'),
  'zero-width characters in every number': sample.replace(/\d/g, '$&\u200B'),
  'marks that turn the direction': `\u202E${sample}\u202C`,
  'pasted HTML': `<!doctype html><html><body onload="alert(1)"><script>var a=[1,2,3]</script><p>${sample.replaceAll('\n', '</p>\n<p class="a" style="x:1">')}</p></body></html>`,
  'a table of tabs': '简易程序\t512\t323\t845\n'.repeat(5_000),
  'a long story': `${story}\n`.repeat(3_000),
  'English prose': 'The quick brown fox has 3 of 5 dogs, 60% in all. '.repeat(4_000),
  'one line without any stop': sample.replace(/[\s，。、；：]/g, '').repeat(50),
  '20,000 headings': Array.from({ length: 20_000 }, (_, at) => `（${'一二三四五六七八九'[at % 9]}）加强`).join('\n'),
  '20,000 parts': `共9件，其中${'甲类1件、'.repeat(20_000)}`,
  '5,000 times "of which"': '共9件，其中5件，其中'.repeat(5_000),
  '20,000 announced points': '三是抓落实。一是抓学习；'.repeat(10_000),
  'forty reports in one': sample.repeat(40),
  'a report without line ends': sample.replaceAll('\n', ''),
  'a report with a line end after every character': [...sample].join('\n'),
  'a report with full-width digits': sample.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'a report read backwards': [...sample].reverse().join(''),
};

for (const [what, text] of Object.entries(inputs)) {
  test(what, async () => assertReport(await checkApart(text), text));
}

test('a text that is no report is not held to be full of errors', () => {
  const report = check(`${story}\n`.repeat(20));
  assert.ok(report.findings.length < 100, `${report.findings.length} findings`);
  assert.equal(report.relations.length, 0);
});
