// A .docx read: by writers that are not ours (tests/files/make.py), and by hand-made XML. No browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { docx } from '../../www/files/docx.js';
import { numeral } from '../../www/files/numerals.js';
import { abstract, level, num, numbered, p, packed, r } from './package.js';

const file = (name) => new Uint8Array(readFileSync(new URL(`../files/${name}`, import.meta.url)));
const textOf = async (body, parts) => (await docx(await packed(body, parts))).text;

test('a file of LibreOffice: numbers, a table with merged cells, changes, comments, hidden text, notes, a text box', async () => {
  const { text } = await docx(file('libreoffice.docx'));
  assert.deepEqual(text.split('\n'), [
    '松溪县人民政府2024年法治政府建设年度报告',
    '',
    '一、主要举措和成效',
    '（一）健全制度体系。全年制定规范性文件5件，合法性审核率100%。',
    '（二）严格行政执法。办理处罚案件\t86件',
    '无一撤销。',
    '1. 简易程序50件。',
    '2. 普通程序36件。',
    '二、存在的不足和原因',
    '（一）力量不足。',
    '类别\t件数\t',
    '\t本年\t上年',
    '行政 复议\t96\t81',
    '松溪县人民政府',
    '文本框里的一句话',
    '2025年2月18日',
  ]);
});

test('a file of python-docx: runs, a break, references, hidden text, a table', async () => {
  const { text } = await docx(file('python-docx.docx'));
  assert.deepEqual(text.split('\n'), [
    '松溪县司法局2024年法治政府建设年度报告',
    '全年办理行政复议案件96件，其中维持31件\t撤销12件',
    '，“A & B <C>”一并处理。',
    '项目\t数量\t',
    '受理\t81\t件',
    '不予受理\t15\t件',
    '松溪县司法局',
  ]);
});

const LIST = abstract(0, level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.'), level(3, 'decimalEnclosedCircle', '%4'));

test('numbers count on, begin anew under the next heading, and are shared by lists of one definition', async () => {
  const body = [['甲', 1, 0], ['乙', 1, 1], ['丙', 1, 1], ['丁', 1, 2], ['戊', 1, 3], ['己', 2, 0], ['庚', 2, 1], ['辛', 1, 2]].map(([words, list, at]) => numbered(words, list, at)).join('');
  const text = await textOf(body, { numbering: LIST + num(1, 0) + num(2, 0) });
  assert.deepEqual(text.split('\n'), ['一、甲', '（一）乙', '（二）丙', '1. 丁', '① 戊', '二、己', '（一）庚', '1. 辛']);
});

test('a list that overrides its start or its levels begins anew, once', async () => {
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>';
  const other = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '第%1条')}</w:lvlOverride>`;
  const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 2) + numbered('丁', 3);
  const text = await textOf(body, { numbering: LIST + num(1, 0) + num(2, 0, override) + num(3, 0, other) });
  assert.deepEqual(text.split('\n'), ['一、甲', '三、乙', '四、丙', '第V条 丁']);
});

test('a number through a style: based on another, by the level that names it, by a numbering style; 0 takes it away', async () => {
  const styles = `
    <w:style w:type="paragraph" w:default="1" w:styleId="a"/>
    <w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>
    <w:style w:type="paragraph" w:styleId="ring"><w:basedOn w:val="ring"/></w:style>
    <w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
  const numbering = abstract(0, level(0, 'japaneseCounting', '%1、', '<w:pStyle w:val="1"/>'), level(1, 'japaneseCounting', '（%2）', '<w:pStyle w:val="2"/>'))
    + abstract(1, '<w:styleLink w:val="list"/>', level(0, 'lowerLetter', '%1)')) + abstract(2, '<w:numStyleLink w:val="list"/>')
    + num(1, 0) + num(2, 1) + num(3, 2);
  const styled = (words, style, more = '') => p(r(words), `<w:pStyle w:val="${style}"/>${more}`);
  const body = styled('甲', '1') + styled('乙', '2') + styled('丙', '2', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('丁', '2') + styled('戊', 'ring') + numbered('己', 3) + p(r('庚'));
  assert.deepEqual((await textOf(body, { styles, numbering })).split('\n'), ['一、甲', '（一）乙', '丙', '（二）丁', '戊', 'a) 己', '庚']);
});

test('bullets and lists that are not defined give no number; legal levels are in digits', async () => {
  const numbering = abstract(0, level(0, 'bullet', '\uf06c')) + abstract(1, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0) + num(2, 1);
  assert.deepEqual((await textOf(numbered('甲', 1) + numbered('乙', 9) + numbered('丙', 2) + numbered('丁', 2, 1), { numbering })).split('\n'), ['甲', '乙', '一、丙', '1.1 丁']);
});

test('the formats of numbers', () => {
  const shown = (format, ...numbers) => numbers.map((n) => numeral(n, format)).join(' ');
  assert.equal(shown('chineseCountingThousand', 1, 10, 11, 20, 21, 100, 101, 110, 1010, 2005), '一 十 十一 二十 二十一 一百 一百零一 一百一十 一千零一十 二千零五');
  assert.equal(shown('japaneseCounting', 1, 10, 21, 100, 111), '一 十 二十一 百 百十一');
  assert.equal(shown('ideographDigital', 1, 10, 21), '一 一〇 二一');
  assert.equal(shown('chineseLegalSimplified', 1, 10, 12), '壹 壹拾 壹拾贰');
  assert.equal(shown('ideographTraditional', 1, 10, 11), '甲 癸 11');
  assert.equal(shown('decimalEnclosedCircle', 1, 20, 21, 36, 50, 51), '① ⑳ ㉑ ㊱ ㊿ 51');
  assert.equal(shown('decimalEnclosedParen', 1, 20, 21), '⑴ ⒇ 21');
  assert.equal(shown('lowerLetter', 1, 26, 27), 'a z aa');
  assert.equal(shown('upperRoman', 4, 9, 14, 40, 1994), 'IV IX XIV XL MCMXCIV');
  assert.equal(shown('decimalZero', 5, 12), '05 12');
  assert.equal(shown('no such format', 7), '7');
  assert.equal(shown('constructor', 7), '7');
  assert.equal(shown('chineseCounting', 0), '0');
});

test('changes count as accepted: text, paragraph marks, rows; moved text stands once', async () => {
  const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const body = p(`<w:ins w:id="2">${r('新增5件')}</w:ins><w:del w:id="3"><w:r><w:delText>原有4件</w:delText></w:r></w:del>`)
    + p(`<w:del w:id="4"><w:r><w:delText>整段删去</w:delText></w:r></w:del>`, gone)
    + p(r('前半'), gone) + p(r('后半'))
    + p(`<w:moveFrom w:id="5">${r('移动')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="6"/></w:rPr>') + p(`<w:moveTo w:id="7">${r('移动')}</w:moveTo>`)
    + `<w:tbl><w:tr><w:trPr><w:del w:id="8"/></w:trPr><w:tc>${p(r('删'))}</w:tc><w:tc>${p(r('去'))}</w:tc></w:tr><w:tr><w:tc>${p(r('甲'))}</w:tc><w:tc>${p(r('1'))}</w:tc></w:tr></w:tbl>`
    + p(r('格式改过', '<w:b/><w:rPrChange w:id="9"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'));
  assert.deepEqual((await textOf(body)).split('\n'), ['新增5件', '前半后半', '移动', '甲\t1', '格式改过']);
});

test('a deleted numbered paragraph is not counted', async () => {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = numbered('甲', 1) + p(`<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>`, `${list}<w:rPr><w:del w:id="2"/></w:rPr>`) + numbered('乙', 1);
  assert.equal(await textOf(body, { numbering: LIST + num(1, 0) }), '一、甲\n二、乙');
});

test('hidden text is left out: directly, by a style, a whole paragraph; a heading that runs in is not', async () => {
  const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>';
  const body = p(r('看得见') + r('看不见', '<w:vanish/>') + r('也看得见', '<w:vanish w:val="0"/>') + r('藏', '<w:rStyle w:val="h"/>') + r('不藏', '<w:rStyle w:val="h"/><w:vanish w:val="false"/>'))
    + p(r('整段', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>')
    + p(r('样式藏'), '<w:pStyle w:val="hp"/><w:rPr><w:vanish/></w:rPr>')
    + p(r('（一）标题。'), '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(r('正文。'));
  assert.equal(await textOf(body, { styles }), '看得见也看得见不藏\n（一）标题。正文。');
});

test('fields: the result, not the code; text boxes once; ruby without its reading; symbols, hyphens, breaks', async () => {
  const fld = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const box = (words) => `<w:txbxContent>${p(r(words))}${p(r('第二段'))}</w:txbxContent>`;
  const body = p(fld('begin') + '<w:r><w:instrText> IF </w:instrText></w:r>' + fld('begin') + fld('separate') + r('条件') + fld('end') + fld('separate') + r('结果') + fld('end') + r('后'))
    + p(fld('begin') + r('没有结尾的代码')) + p(r('下一段'))
    + p(`${r('主文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('框')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('继续')}`)
    + p('<w:r><w:ruby><w:rt><w:r><w:t>zhèn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>圳</w:t></w:r></w:rubyBase></w:ruby></w:r>')
    + p('<w:r><w:t>12345</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2713"/><w:br/><w:t>  去空格 </w:t><w:tab/><w:t xml:space="preserve"> 留 </w:t><w:footnoteReference w:id="1"/></w:r>')
    + p('<w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>' + r('控件里') + '</w:sdtContent></w:sdt><w:hyperlink>' + r('链接') + '</w:hyperlink><w:smartTag>' + r('标记') + '</w:smartTag><w:fldSimple w:instr="PAGE">' + r('3') + '</w:fldSimple>');
  assert.deepEqual((await textOf(body)).split('\n'), ['结果后', '', '下一段', '主文继续', '框', '第二段', '圳', '12345-1□✓', '去空格\t 留 ', '控件里链接标记3']);
});

test('a table of contents is no text of the report', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="11"/></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="TOC Heading"/></w:style><w:style w:type="paragraph" w:styleId="n"><w:name w:val="toc note"/></w:style>';
  const body = ['t', '11', 'x', 'n'].map((style) => p(r(`样式${style}`), `<w:pStyle w:val="${style}"/>`)).join('') + p(r('正文'));
  assert.equal(await textOf(body, { styles }), '样式n\n正文');
});

test('tables: merged cells keep their columns, cells of several paragraphs one line; layout tables stay paragraphs', async () => {
  const cell = (content, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells) => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
  const one = (words) => cell(p(r(words)));
  const data = table(
    row(cell(p(r('事项')), '<w:vMerge w:val="restart"/>'), cell(p(r('数量')), '<w:gridSpan w:val="2"/>')),
    row(cell('<w:p/>', '<w:vMerge/>'), one('本年'), one('上年')),
    row(cell(p(r('行政')) + p(r('处罚'))), one('8\n6'), cell(p('<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>'))),
  );
  assert.deepEqual((await textOf(p(r('表')) + data + p(r('后')))).split('\n'), ['表', '事项\t数量\t', '\t本年\t上年', '行政 处罚\t8 6\t1 2', '后']);
  assert.deepEqual((await textOf(table(row(cell(p(r('框住的第一段')) + p(r('第二段'))))))).split('\n'), ['框住的第一段', '第二段']);
  assert.deepEqual((await textOf(table(row(one('左'), cell(data + p(r('右'))))))).split('\n'), ['左', '事项\t数量\t', '\t本年\t上年', '行政 处罚\t8 6\t1 2', '右']);
});

test('other prefixes, no prefix, CDATA, references', async () => {
  const plain = `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>无前缀</t></r></p></body></document>`;
  assert.equal((await docx(await packed('', { parts: { 'word/document.xml': plain } }))).text, '无前缀');
  const strict = `<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>`;
  assert.equal((await docx(await packed('', { parts: { 'word/document.xml': strict } }))).text, '严格');
  assert.equal(await textOf(p('<w:r><w:t><![CDATA[<甲>]]>&#20057;&#x4E19;&amp;<!-- 注 -->丁</w:t></w:r>')), '<甲>乙丙&丁');
});

test('every place holds the words that the XML has there', async () => {
  for (const name of ['libreoffice.docx', 'python-docx.docx']) {
    const { text, xml, places } = await docx(file(name));
    const texts = places.filter(({ source }) => source.words);
    assert.ok(texts.length > 10);
    for (const { start, end, source } of texts) {
      const raw = xml.slice(source.words.start, source.words.end);
      assert.equal(text.slice(start, end), raw.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>'));
      assert.match(xml.slice(source.start, source.end), /^<w:t[ >][^]*<\/w:t>$/);
      assert.match(xml.slice(source.run.start, source.run.end), /^<w:r[ >][^]*<\/w:r>$/);
    }
  }
});
