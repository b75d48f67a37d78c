// The user's own .docx back with comments, and the list of findings as .docx; opened by LibreOffice where there is one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { messages } from '../../www/messages.js';
import { align } from '../../www/files/align.js';
import { commented } from '../../www/files/comment.js';
import { docx } from '../../www/files/docx.js';
import { listed, withComments } from '../../www/files/reply.js';
import { tree } from '../../www/files/xml.js';
import { entries, unpack } from '../../www/files/zip.js';
import { abstract, level, num, numbered, p, packed, r } from './package.js';

const bytes = (name) => new Uint8Array(readFileSync(new URL(`../files/${name}`, import.meta.url)));
const say = messages('zh-CN');
const settings = { say, rules: new Map([['figures/sum', { why: '加得起来才对' }]]), date: new Date(2025, 1, 18) };
const AUTHOR = { name: '核稿', initials: '核' };
const part = async (content, name) => new TextDecoder().decode(await unpack(entries(content).get(name), { left: 1e8 }));
const place = (text, words) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};

/** What each comment is on, and what it says: read from the XML that was written, by itself. */
async function read(content) {
  const source = await part(content, 'word/document.xml');
  const on = {};
  for (const [, id] of source.matchAll(/<w:commentReference w:id="(\d+)"\/>/g)) {
    const from = source.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
    const to = source.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    assert.equal(from >= 0, to > from, `comment ${id} begins and ends`); // one of LibreOffice's may have a place only
    on[id] = [...source.slice(from, to).matchAll(/<w:t[ >][^<]*|<w:tab\/>|<\/w:p>/g)].map(([one]) => (one.startsWith('<w:t ') || one.startsWith('<w:t>') ? one.replace(/^<w:t[^>]*>/, '') : one === '</w:p>' ? '\n' : '\t')).join('');
  }
  const words = (node) => (node.name === 'p' ? 1 : 0) + node.children.reduce((sum, child) => sum + words(child), 0);
  const comments = await part(content, 'word/comments.xml');
  assert.ok(words(tree(comments)) > 0);
  return { on, said: [...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/gs)].map(([, id, inner]) => [id, inner.replace(/<\/w:p>(?=.)/gs, '\n').replace(/<[^>]+>/g, '')]) };
}

test('a comment begins and ends where it should: inside runs, across runs, changes, cells and paragraphs', async () => {
  const found = await docx(bytes('libreoffice.docx'));
  const wanted = ['规范性文件5件', '合法性审核率', '86件', '6件', '96\t81', '2025年2月18日', '政府2024年'];
  const across = '简易程序50件。\n2. 普通程序36件';
  const comments = [...wanted, across].map((words) => ({ range: place(found.text, words), paragraphs: [`关于${words}`] }));
  const content = await commented(found, comments, AUTHOR);
  const { on } = await read(content);
  const first = Math.min(...Object.keys(on).map(Number).filter((id) => id > 0));
  wanted.forEach((words, index) => assert.equal(on[first + index].replace(/[\n\t]+/g, '\t').trim(), words));
  assert.equal(on[first + wanted.length], '简易程序50件。\n普通程序36件', 'the automatic number is no text of the file');
  assert.equal((await docx(content)).text, found.text, 'the text is the same');
});

test('nothing else changes: at the borders of runs only marks are put in, and other parts are the same bytes', async () => {
  const marks = /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g;
  for (const [name, ...runs] of [['libreoffice.docx', '合法性审核', '96', '本年\t上年'], ['python-docx.docx', '96件', '，其中维持']]) {
    const before = bytes(name);
    const found = await docx(before);
    const content = await commented(found, runs.map((words) => ({ range: place(found.text, words), paragraphs: ['甲'] })), AUTHOR);
    const after = entries(content);
    const changed = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    for (const [entry, { body }] of entries(before)) if (!changed.includes(entry)) assert.deepEqual(after.get(entry).body, body, entry);
    const now = await part(content, 'word/document.xml');
    assert.ok(now.match(marks).length >= 3 * runs.length);
    assert.equal(now.replace(marks, ''), found.xml.replace(marks, ''));
  }
});

test('comments that were there stay, and the new ones have ids of their own', async () => {
  const found = await docx(bytes('libreoffice.docx'));
  const once = await commented(found, [{ range: place(found.text, '86件'), paragraphs: ['第一回'] }], AUTHOR);
  const twice = await commented(await docx(once), [{ range: place(found.text, '86件'), paragraphs: ['第二回 <&>'] }], AUTHOR);
  const { said, on } = await read(twice);
  assert.equal(new Set(said.map(([id]) => id)).size, said.length);
  assert.deepEqual(said.map(([, words]) => words.trim()), ['请补充数字', '第一回', '第二回 &lt;&amp;&gt;']);
  assert.equal(Object.keys(on).length, 3);
});

test('the relation to the comments has an id that no other has, not even a link', async () => {
  const relations = '<Relationship Id="rId1" Type="a/hyperlink" Target="https://example.com/" TargetMode="External"/><Relationship Id=\'rId2\' Type="a/image" Target="a.png"/>';
  const found = await docx(await packed(p(r('正文')), { relations }));
  const content = await commented(found, [{ range: { start: 0, end: 2 }, paragraphs: ['甲'] }], AUTHOR);
  const ids = [...(await part(content, 'word/_rels/document.xml.rels')).matchAll(/ Id=["'](\w+)["']/g)].map(([, id]) => id);
  assert.deepEqual(ids, ['rId1', 'rId2', 'rId3']);
});

test('places without text of their own: automatic numbers, empty places, empty paragraphs, text boxes, formulas', async () => {
  const box = `<w:r><w:t>前</w:t><w:pict><v:textbox><w:txbxContent>${p(r('框里的话'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
  const body = numbered('标题', 1) + p('') + '<w:p/>' + p('<m:oMath xmlns:m="urn:m"><m:r><m:t>x=1</m:t></m:r></m:oMath>') + p(box) + p(r('末段'));
  const found = await docx(await packed(body, { numbering: abstract(0, level(0, 'chineseCounting', '%1、')) + num(1, 0) }));
  assert.equal(found.text, '一、标题\n\n\nx=1\n前\n框里的话\n末段');
  const empty = (start) => ({ start, end: start });
  const ranges = [{ start: 0, end: 2 }, empty(0), empty(4), empty(5), empty(6), place(found.text, '=1'), place(found.text, '里的'), empty(found.text.length), place(found.text, '题\n\n\nx')];
  const content = await commented(found, ranges.map((range, index) => ({ range, paragraphs: [String(index)] })), AUTHOR);
  const { on } = await read(content);
  assert.deepEqual(Object.values(on), ['标题', '', '', '', '', '', '前\n框里的话'.replace('\n框里的话', '框里的话\n'), '', '题\n\n']);
  assert.equal((await docx(content)).text, found.text);
});

test('law: whatever is commented, the text stays the same and the XML well-formed', async () => {
  for (const name of ['libreoffice.docx', 'python-docx.docx']) {
    const found = await docx(bytes(name));
    const range = fc.tuple(fc.nat(found.text.length), fc.nat(found.text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    await fc.assert(fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 8 }), async (ranges) => {
      const content = await commented(found, ranges.map((one) => ({ range: one, paragraphs: ['甲', '乙'] })), AUTHOR);
      assert.equal((await docx(content)).text, found.text);
      const { on } = await read(content);
      assert.ok(Object.keys(on).length >= ranges.length);
    }), { numRuns: 60 });
  }
});

const finding = (text, words, more = {}) => ({ rule: 'figures/sum', severity: 'error', certainty: 'certain', message: `“${words}”不对`, range: place(text, words), related: [], previous: [], fixes: [], clause: '某法第一条', fingerprint: words, ...more });
const report = (findings, headings = []) => ({
  findings, headings, document: { title: '松溪县2024年法治政府建设年度报告' }, standard: { title: '某标准' },
  summary: { errors: findings.length, warnings: 0, infos: 0, sections: { required: 0 }, indicators: { required: 0 }, relations: { agrees: 0, disagrees: 0, unsure: 0 } },
});

test('findings become comments; what was edited is said, what has no place is at the beginning', async () => {
  const found = await docx(bytes('python-docx.docx'));
  const text = `新加的一段有问题\n另一段\n${found.text.replace('维持31件', '维持30件')}`;
  const findings = [
    finding(text, '不予受理\t15'), finding(text, '81', { related: [{ range: place(text, '96件'), message: '总数' }] }),
    finding(text, '30件', { severity: 'warning', clause: null, fixes: [{ title: '改数', edits: [{ range: place(text, '30件'), text: '31件' }] }] }),
    finding(text, '新加的', { severity: 'info', certainty: 'possible' }),
  ];
  const { said, on } = await read(await withComments(found, report(findings), text, settings));
  const by = Object.fromEntries(said.map(([id, words]) => [words, on[id]]));
  const [beginning] = Object.keys(by);
  assert.match(beginning, /仍是打开时的样子[^]*\n开头，原文“【新加的】一段有问题”\n【待核】“新加的”不对\n说明：加得起来才对\n依据：某法第一条$/);
  assert.equal(by[beginning], '');
  assert.equal(by['【要改】“81”不对\n另见“96件”：总数\n依据：某法第一条'], '81');
  assert.match(by['【建议】“30件”不对\n可以：把“30件”改为“31件”'], /^全年办理行政复议案件96件，其中维持31件/, 'the whole of the edited line');
  assert.match(said.find(([, words]) => words.startsWith('核稿页面里已改为'))[1], /维持30件/);
  assert.equal(said.length, 5);
});

test('an unchanged text gets no comment at the beginning', async () => {
  const found = await docx(bytes('python-docx.docx'));
  const { said } = await read(await withComments(found, report([finding(found.text, '96件')]), found.text, settings));
  assert.deepEqual(said.map(([, words]) => words), ['【要改】“96件”不对\n说明：加得起来才对\n依据：某法第一条']);
});

test('lines of an edited text are found again', () => {
  const before = '甲一\n乙二\n丙三\n同\n同\n末';
  const now = (after, words) => {
    const at = place(after, words);
    const range = align(before, after).place(at);
    return range && before.slice(range.start, range.end);
  };
  assert.equal(now(before, '二\n丙'), '二\n丙');
  assert.equal(now('新\n甲一\n乙二\n丙三\n同\n同\n末', '丙'), '丙');
  assert.equal(now('甲一\n乙改\n丙三\n同\n同\n末', '改'), '乙二');
  assert.equal(now('甲一\n乙改\n新\n丙三\n同\n同\n末', '新'), null);
  assert.equal(now('丙三\n甲一\n乙二', '三'), '三', 'a line that was moved');
  assert.deepEqual(align(before, before).edited, []);
  assert.deepEqual(align('甲\n乙', '甲\n丙').edited, [{ range: { start: 2, end: 3 }, text: '丙' }]);
});

test('law: in a line that stands once in both texts a place holds the same words', () => {
  const lines = fc.array(fc.constantFrom('甲一二', '乙', '', '丙三四', '丁'), { minLength: 1, maxLength: 8 });
  const once = (all, line) => all.filter((other) => other === line).length === 1;
  fc.assert(fc.property(lines, lines, (a, b) => {
    const [before, after] = [a.join('\n'), b.join('\n')];
    const { place: old } = align(before, after);
    for (const line of b.filter((one) => one !== '' && once(a, one) && once(b, one))) {
      const range = place(after, line);
      const { start, end } = old({ start: range.start, end: range.end - 1 });
      assert.equal(before.slice(start, end), line.slice(0, -1));
    }
  }));
});

test('the list of findings is a .docx with a row for each', async () => {
  const text = '一、主要举措\n共86件，其中甲50件。';
  const found = [finding(text, '86件'), finding(text, '甲', { severity: 'info', certainty: 'possible', clause: null })];
  const heading = { level: 1, number: '一、', title: '主要举措', range: { start: 0, end: 6 }, body: { start: 7, end: text.length } };
  const lines = (await docx(await listed(report(found, [heading]), text, settings))).text.split('\n');
  assert.equal(lines[0], '核稿结果：松溪县2024年法治政府建设年度报告');
  assert.deepEqual(lines.filter((line) => line.includes('\t')), [
    '轻重\t位置\t问题\t依据',
    '要改\t一、主要举措，原文“共【86件】，其中甲50件”\t“86件”不对 说明：加得起来才对\t某法第一条',
    '提示\t一、主要举措，原文“共86件，其中【甲】50件”\t（待核）“甲”不对\t',
  ]);
  assert.equal(lines[lines.length - 1], say('export.limits'));
  assert.ok(!(await docx(await listed(report([]), text, settings))).text.includes('\t'), 'no table without findings');
});

const office = ['soffice', 'libreoffice'].find((name) => !spawnSync(name, ['--version']).error);
test('LibreOffice opens both: the comments are in the PDF, the body is the same', { skip: office ? false : 'LibreOffice is not here', timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-'));
  const convert = (name, to) => {
    spawnSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)]);
    return readFileSync(join(folder, name.replace(/docx$/, to.split(':')[0])));
  };
  try {
    const before = bytes('libreoffice.docx');
    const found = await docx(before);
    const findings = ['规范性文件5件', '96\t81', '文本框里', '2025年'].map((words) => finding(found.text, words));
    writeFileSync(join(folder, 'before.docx'), before);
    writeFileSync(join(folder, 'after.docx'), await withComments(found, report(findings), found.text, settings));
    writeFileSync(join(folder, 'list.docx'), await listed(report(findings), found.text, settings));
    const text = 'txt:Text (encoded):UTF8';
    assert.ok(convert('before.docx', text).equals(convert('after.docx', text)), 'the body is the same');
    assert.match(String(convert('before.docx', text)), /松溪县人民政府2024年法治政府建设年度报告/);
    const pdf = convert('after.docx', 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}').toString('latin1');
    const notes = [...pdf.matchAll(/\/Contents\s*<([\da-f]+)>/gi)].map(([, hex]) => Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    for (const { message } of findings) assert.ok(notes.some((note) => note.replace(/\s/g, '').includes(message.replace(/\s/g, ''))), message);
    const list = String(convert('list.docx', text)).replace(/\s/g, '');
    for (const { message } of findings) assert.ok(list.includes(message.replace(/\s/g, '')), message);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
