// Files that are something else, bytes in some encoding, archives that lie. No browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { messages } from '../../www/messages.js';
import { docx } from '../../www/files/docx.js';
import { decode } from '../../www/files/encoding.js';
import { open } from '../../www/files/open.js';
import { escaped, scan, sourceLength, unescaped, xmlText } from '../../www/files/xml.js';
import { archive, entries, entry, unpack } from '../../www/files/zip.js';
import { document, p, packed, r } from './package.js';

const bytes = (name) => new Uint8Array(readFileSync(new URL(`../files/${name}`, import.meta.url)));
const file = (content, name = '报告.docx') => new File([content], name);
const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text, big) => Uint8Array.from([...text].flatMap((letter) => { const code = letter.charCodeAt(0); return big ? [code >> 8, code & 255] : [code & 255, code >> 8]; }));
const refused = (promise, code) => assert.rejects(promise, (error) => {
  assert.equal(error.code, code, error.stack);
  for (const locale of ['zh-CN', 'en']) assert.doesNotMatch(messages(locale)(`file.${code}`, error.values), /^file\.|\{/, 'a sentence, with its values');
  return true;
});
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const stream = (name) => new Uint8Array([...latin(OLE.padEnd(1024, '\0')), ...wide(name), 0, 0]);

test('text in UTF-8, UTF-16 and GB18030, with and without a mark', () => {
  const text = '松溪县2024年\n办理86件。';
  const utf8 = new TextEncoder().encode(text);
  assert.equal(decode(utf8), text);
  assert.equal(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])), text);
  for (const big of [false, true]) {
    assert.equal(decode(wide(text, big)), text);
    assert.equal(decode(wide(`\ufeff${text}`, big)), text);
  }
  assert.equal(decode(bytes('gb18030.txt')), '松溪县人民政府2024年法治政府建设年度报告\r\n全年办理行政处罚案件86件，喆、镕、㛃等字都在。\r\n');
  assert.match(decode(bytes('gb2312.html')), /全年办理案件86件/);
  assert.equal(decode(new Uint8Array()), '');
});

test('a text file is opened as it is, with the line ends of the page', async () => {
  assert.equal((await open(file(bytes('gb18030.txt'), '报告.txt'))).text, '松溪县人民政府2024年法治政府建设年度报告\n全年办理行政处罚案件86件，喆、镕、㛃等字都在。\n');
});

test('each kind of file that is none for Hegao has its own sentence', async () => {
  await refused(open(file(latin('%PDF-1.7 ...'), '报告.pdf')), 'pdf');
  await refused(open(file(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))), 'image');
  await refused(open(file(latin('\xff\xd8\xff\xe0\0\x10JFIF'), '扫描.jpg')), 'image');
  await refused(open(file(latin('{\\rtf1\\ansi'), '报告.doc')), 'kind');
  await refused(open(file(latin('MIME-Version: 1.0\r\n'), '报告.mht')), 'kind');
  await refused(open(file('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', '报告.xml')), 'kind');
  await refused(open(file(stream('WordDocument'))), 'doc');
  await refused(open(file(stream('WordDocument'), '报告.wps')), 'wps');
  await refused(open(file(stream('Workbook'), '报告.xls')), 'kind');
  await refused(open(file(stream('EncryptedPackage'))), 'encrypted');
  await refused(open(file('')), 'blank');
  await refused(open(file(' \n\t\n', '空.txt')), 'blank');
  await refused(open(file(bytes('big5.txt'), '報告.txt')), 'encoding');
  await refused(open(file(latin('\x01\x02\x03\xff\xfe\x80\x81'.repeat(50)), '数据.bin')), 'encoding');
  await refused(open(file(archive([await entry('OFD.xml', '<ofd/>')]), '公文.ofd')), 'kind');
});

test('a file of 200 MB is not even read', async () => {
  const big = { size: 200 * 1024 * 1024, name: '报告.docx', arrayBuffer: () => assert.fail('it was read') };
  await refused(open(big), 'large');
});

test('a file that goes away while it is read is a damaged one', async () => {
  await refused(open({ size: 5, name: '报告.docx', arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }), 'damaged');
});

test('a .docx without text, without its document, or with another program\'s in it', async () => {
  await refused(open(file(await packed(p('')))), 'blank');
  await refused(open(file(await packed('', { parts: { 'word/document.xml': null } }))), 'damaged');
  await refused(open(file(await packed('', { parts: { '_rels/.rels': null } }))), 'kind');
  const rels = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  await refused(open(file(await packed('', { parts: { '_rels/.rels': rels, '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' } }))), 'kind');
});

test('damaged archives: cut off anywhere, a changed byte anywhere: text or a sentence, nothing else', async () => {
  const whole = bytes('python-docx.docx');
  for (let cut = 4; cut < whole.length; cut += 97) await refused(open(file(whole.slice(0, cut))), 'damaged');
  const { text } = await docx(whole);
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
    const other = whole.slice();
    other[at] ^= by;
    try {
      // A flip in what is not read, or in a date, does no harm; one in the text is seen by the checksum.
      assert.equal((await open(file(other))).text, text);
    } catch (error) {
      assert.equal(error.name, 'FileFault', error.stack);
    }
  }), { numRuns: 200 });
});

test('a zip bomb is left as soon as it is too much, however small it says it is', async () => {
  const bomb = await packed('', { parts: { 'word/document.xml': document(p(r('零'.repeat(60 * 1024 * 1024)))) } });
  assert.ok(bomb.length < 500_000);
  await refused(open(file(bomb)), 'bomb');
  const small = bomb.slice();
  const at = new TextDecoder('latin1').decode(small).lastIndexOf('word/document.xml') - 46;
  new DataView(small.buffer).setUint32(at + 24, 1000, true);
  await refused(open(file(small)), 'bomb');
});

test('document types and entities are refused, references outside are not followed', async () => {
  const lol = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  await refused(open(file(await packed('', { parts: { 'word/document.xml': document(p(r('&c;'))).replace(/<\?.*?\?>/, lol) } }))), 'doctype');
  await refused(open(file(await packed(p(r('&unknown;'))))), 'damaged');
  const relations = '<Relationship Id="x" Type="a/numbering" Target="http://127.0.0.1:9/x.xml" TargetMode="External"/><Relationship Id="y" Type="a/styles" Target="../../../../etc/passwd"/>';
  assert.equal((await open(file(await packed(p(r('正文')), { relations })))).text, '正文');
});

test('XML that is not well-formed is refused', () => {
  const walk = (xml) => scan(xml, { open: () => {}, close: () => {} });
  walk('<?xml version="1.0"?><!-- 注 --><a b="1" c=\'<\'.length'.replace("'<'.length", "'2'>x<d/></a>\n"));
  for (const xml of ['', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a b=1/>', '<a b="<"/>', '<a', '<a><!-- ', '甲<a/>', '<a/>甲', '<a><![CDATA[</a>']) assert.throws(() => walk(xml), { code: 'damaged' }, xml);
  assert.throws(() => walk('<!DOCTYPE a><a/>'), { code: 'doctype' });
});

test('law: what is escaped and unescaped is the same, and lengths in the source are found', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('甲', '&', '<', '>', '"', '😀', ' '), maxLength: 20 }), fc.nat(20), (text, cut) => {
    const source = escaped(text);
    assert.equal(unescaped(source), text);
    const count = [...text].slice(0, cut).join('').length;
    assert.equal(unescaped(source.slice(0, sourceLength(source, count))), text.slice(0, count));
  }));
  assert.equal(escaped('a\0\ud800b'), 'ab');
  assert.equal(sourceLength('&#x1F600;甲', 2), 9);
  assert.equal(xmlText(wide('\ufeff<甲/>')), '<甲/>');
  assert.throws(() => xmlText(latin('\xff<a/>')), { code: 'damaged' });
});

test('an archive is what was put in, and names and bodies that did not change are copied as they were', async () => {
  const before = entries(bytes('libreoffice.docx'));
  const after = entries(archive(before.values()));
  assert.deepEqual([...after.keys()], [...before.keys()]);
  for (const [name, { body }] of before) assert.deepEqual(after.get(name).body, body, name);
  const own = entries(archive([await entry('甲.xml', '乙')]));
  assert.equal(new TextDecoder().decode(await unpack(own.get('甲.xml'), { left: 100 })), '乙');
});

test('100,000 paragraphs are read', { timeout: 120_000 }, async () => {
  const one = p(r('第一千二百段', '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>') + r('办理86件。', '<w:b/>'), '<w:pStyle w:val="a"/><w:spacing w:line="560"/>');
  const content = await packed(one.repeat(100_000));
  const from = performance.now();
  const { text, docx: found } = await open(file(content));
  console.log(`      100,000 paragraphs: ${(found.xml.length / 1e6).toFixed(0)} million characters of XML in ${Math.round(performance.now() - from)} ms`);
  assert.equal(text.split('\n').length, 100_000);
});
