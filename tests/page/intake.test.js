// Files and formatted text into the page: opened, dropped, pasted; and what is refused leaves the text alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { SAMPLE } from '../../www/sample.js';
import { axe, drag, paste, pasteAs, quiet, settled, speaks, start, value } from './helper.js';
import { document, p, packed, r } from './package.js';

const path = (name) => fileURLToPath(new URL(`../files/${name}`, import.meta.url));
const note = (page) => page.evaluate(() => find('[data-ref=note]').textContent);
const told = (page, words) => page.waitForFunction((wanted) => find('[data-ref=note]').textContent.includes(wanted), words);
const words = (page, html) => page.evaluate((markup) => import('/www/files/pasted.js').then(({ pasted }) => pasted(markup)), html);
const choose = (page, files) => page.setInputFiles('[data-ref=file]', files);
const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

let site;
before(async () => { site = await start(); });
after(() => site.close());

test('what Word puts on the clipboard: numbers, a table, tabs; not what is deleted, hidden, or a comment', async () => {
  const page = await site.open();
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=ZH-CN>
<!--StartFragment-->
<p class=MsoListParagraph style='text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-fareast-font-family:等线'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>主要举措
和成效<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>（一）</span><![endif]>健全制度体系。<del cite="mailto:a">原有4件</del><ins>新增5件</ins><span style='display:none;mso-hide:all'>内部</span><a style='mso-comment-reference:a_1'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a href="#_msocom_1" style='mso-comment-reference:a_1'>[张1]</a></span></span>。</p>
<p style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>带符号的一段<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>后</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoToc1><a href="#_Toc1">主要举措和成效<span style='mso-tab-count:1 dotted'>. </span>1</a></p>
<table class=MsoTableGrid border=1><tr><td rowspan=2><p class=MsoNormal>类别</p></td><td colspan=2><p class=MsoNormal>件数</p></td></tr>
<tr><td><p class=MsoNormal>本年</p></td><td><p class=MsoNormal>上年</p></td></tr>
<tr><td><p class=MsoNormal>行政</p><p class=MsoNormal>复议</p></td><td><p class=MsoNormal>96</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<div style='mso-element:comment-list'><p>请补充</p></div>
<!--EndFragment--></body></html>`;
  assert.deepEqual((await words(page, html)).split('\n'), ['一、主要举措和成效', '（一）健全制度体系。新增5件 。', '带符号的一段\t后', '类别\t件数\t', '\t本年\t上年', '行政 复议\t96\t']);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('web pages: lists with their numbers, blocks, layout tables, preformatted text, blanks of the source', async () => {
  const page = await site.open();
  const lines = async (html) => (await words(page, html)).split('\n');
  assert.deepEqual(await lines('<ol><li>甲</li><li><p>乙</p><ol type="a" start="3"><li>丙<li>丁</ol></li><li value="9">戊</li></ol>'), ['1. 甲', '2. 乙', 'c. 丙', 'd. 丁', '9. 戊']);
  assert.deepEqual(await lines('<ol style="list-style-type: simp-chinese-informal"><li>甲</li><li>乙</ol><ol reversed><li>丙<li>丁</ol><ol style="list-style-type:none"><li>戊</ol><ul><li>己</ul>'), ['一、甲', '二、乙', '2. 丙', '1. 丁', '戊', '己']);
  assert.deepEqual(await lines('<ol><li></li><li>第二</li></ol><p>后</p>'), ['2. 第二', '后']);
  assert.deepEqual(await lines('<div>一、概况<br>全县 <b>20个</b>\n乡镇，\n  ABC\n  DEF</div><span style="display:block">块</span>尾<hr>末'), ['一、概况', '全县 20个乡镇， ABC DEF', '块', '尾', '末']);
  assert.deepEqual(await lines('<table><tr><td><h1>标题</h1><p>第一段</p><table><tr><td>甲</td><td>1</td></tr></table></td><td>旁栏</td></tr></table>'), ['标题', '第一段', '甲\t1', '旁栏']);
  assert.deepEqual(await lines('<table><caption>表一</caption><tr><th>项\n目<th>数</table><pre>甲  乙\n\t丙</pre><div style="white-space: pre-wrap">丁\n戊</div>'), ['表一', '项目\t数', '甲  乙', '\t丙', '丁', '戊']);
  assert.deepEqual(await lines('<title>网页</title><body><script>1</script><style>b{}</style><noscript>无</noscript><select><option>选</select><button>按</button><template><p>模</template><p hidden>藏</p><p style="visibility: hidden">藏</p><ruby>圳<rt>zhèn</rt></ruby>'), ['圳']);
  assert.deepEqual(await lines(''), ['']);
  await page.quit();
});

test('markup from outside runs nothing, loads nothing, and may be as deep or as wide as it likes', { timeout: 60_000 }, async () => {
  const page = await site.open();
  await words(page, '<p>先装好');
  page.requests.length = 0;
  const html = '<img src="/x.png" onerror="globalThis.ran=1"><script>globalThis.ran=1</script><iframe srcdoc="<script>parent.ran=1</script>"></iframe><svg onload="globalThis.ran=1"><style>@import "/x.css"</style></svg><link rel=stylesheet href="/x.css"><base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=/x"><p>正文';
  assert.equal(await words(page, html), '正文');
  assert.match(await words(page, `${'<div>'.repeat(20_000)}深`), /深/);
  const wide = await words(page, `<table>${'<tr><td colspan="1000" rowspan="65534">甲<td>乙'.repeat(300)}</table>`);
  assert.ok(wide.length < 10_000_000);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(page.requests, []);
  await page.quit();
});

test('formatted text is pasted where the caret is, as one step of undo; plain text is the browser\'s own', async () => {
  const page = await site.open();
  await paste(page, '开头。\n\n结尾。');
  await page.evaluate(() => document.querySelector('textarea').setSelectionRange(4, 4));
  assert.equal(await pasteAs(page, { 'text/html': '<table><tr><td>甲</td><td>12</td></tr><tr><td>乙</td><td>34</td></tr></table>', 'text/plain': '甲 12 乙 34' }), false);
  await page.waitForFunction(() => document.querySelector('textarea').value === '开头。\n甲\t12\n乙\t34\n结尾。');
  assert.equal(await page.evaluate(() => document.querySelector('textarea').selectionStart), '开头。\n甲\t12\n乙\t34'.length);
  await page.keyboard.press('Control+Z');
  assert.equal(await value(page), '开头。\n\n结尾。');
  assert.equal(await pasteAs(page, { 'text/plain': '甲\t12' }), true);
  assert.equal(await pasteAs(page, { 'text/html': '<p>只有<b>段落</b></p>', 'text/plain': '只有段落' }), true);
  assert.equal(await value(page), '开头。\n\n结尾。');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('without what reads it, formatted text goes in as the plain text beside it', async () => {
  const page = await site.open({ before: (one) => one.route('**/files/*.js', (route) => route.abort()) });
  assert.equal(await pasteAs(page, { 'text/html': '<table><tr><td>甲<td>12</table>', 'text/plain': '甲 12' }), false);
  await page.waitForFunction(() => document.querySelector('textarea').value === '甲 12');
  await choose(page, path('libreoffice.docx'));
  await told(page, '没有加载成功');
  await page.quit();
});

test('where a policy lets no markup in, formatted text goes in as plain text, too', async () => {
  const page = await site.open({
    before: (one) => one.addInitScript(() => {
      const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function create(name, ...rules) {
        if (name === 'hegao-html') throw new TypeError('not allowed');
        return createPolicy.call(this, name, ...rules);
      };
    }),
  });
  await pasteAs(page, { 'text/html': '<table><tr><td>甲<td>12</table>', 'text/plain': '甲 12' });
  await page.waitForFunction(() => document.querySelector('textarea').value === '甲 12');
  await page.quit();
});

test('a .docx is opened and checked, and undo brings the former text back', async () => {
  const page = await site.open();
  await paste(page, '先前的正文。');
  await choose(page, path('libreoffice.docx'));
  await told(page, '已打开《libreoffice.docx》');
  const text = await value(page);
  assert.match(text, /^松溪县人民政府2024年法治政府建设年度报告\n\n一、主要举措和成效\n（一）健全制度体系。全年制定规范性文件5件，/);
  await settled(page);
  await page.click('[data-ref=undo]');
  assert.equal(await value(page), '先前的正文。');
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('.txt in GB18030 and .html with a declared encoding, by button and by drop', async () => {
  const page = await site.open();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('[data-ref=open]')]);
  await chooser.setFiles(path('gb18030.txt'));
  await told(page, '已打开《gb18030.txt》');
  assert.equal(await value(page), '松溪县人民政府2024年法治政府建设年度报告\n全年办理行政处罚案件86件，喆、镕、㛃等字都在。\n');
  await choose(page, path('gb2312.html'));
  await told(page, '已打开《gb2312.html》');
  assert.equal(await value(page), '松溪县2024年法治政府建设年度报告\n全年办理案件86件。');
  await drag(page, 'dragenter', [['拖来.txt', '拖来的正文']]);
  assert.ok(await page.isVisible('[data-ref=veil]'));
  await drag(page, 'drop', [['拖来.txt', '拖来的正文']]);
  await told(page, '已打开《拖来.txt》');
  assert.equal(await value(page), '拖来的正文');
  assert.ok(!(await page.isVisible('[data-ref=veil]')));
  await page.quit();
});

test('what is refused is said in a sentence, in both languages, and the text stays', { timeout: 60_000 }, async () => {
  const page = await site.open();
  await paste(page, SAMPLE);
  const refused = [
    [file('报告.docx', readFileSync(path('libreoffice.docx')).subarray(0, 5000)), '已损坏'],
    [file('报告.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')])), '旧格式的 Word'],
    [file('报告.wps', Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'WPS 的旧格式'],
    [file('报告.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from('EncryptedPackage', 'utf16le')])), '密码'],
    [file('报告.pdf', '%PDF-1.7'), '这是 PDF'],
    [file('扫描.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')), '这是图片'],
    [file('报告.txt', readFileSync(path('big5.txt'))), '认不出文字编码'],
    [file('空.txt', ''), '没有文字'],
    [[file('一.txt', '一'), file('二.txt', '二')], '一次只能打开一个'],
    [file('炸弹.docx', await packed(p(r('零'.repeat(60 * 1024 * 1024))))), '大得不正常'],
    [file('声明.docx', await packed('', { parts: { 'word/document.xml': `<!DOCTYPE a>${document(p(r('正文'))).replace(/<\?.*?\?>/, '')}` } })), 'DOCTYPE'],
  ];
  for (const [files, sentence] of refused) {
    await page.evaluate(() => { find('[data-ref=note]').textContent = ''; });
    if (Array.isArray(files)) await drag(page, 'drop', files.map(({ name }) => [name, name]));
    else await choose(page, files);
    await told(page, sentence);
    assert.match(await note(page), /^没有打开《.+》：.+。正文没有动。$/, sentence);
    assert.equal(await value(page), SAMPLE, sentence);
  }
  await speaks(page, 'en');
  await choose(page, file('报告.pdf', '%PDF-1.7'));
  await told(page, 'it is a PDF');
  assert.equal(await value(page), SAMPLE);
  assert.deepEqual(page.complaints, []);
  await page.quit();
});

test('reading files sends nothing: the meter counts program files apart, and after that nothing more', async () => {
  const page = await site.open();
  await choose(page, path('libreoffice.docx'));
  await told(page, '已打开');
  await page.waitForFunction(() => /^加载后 0 次请求，另取本站程序文件 \d+ 个$/.test(document.querySelector('[data-ref=meter]').textContent));
  assert.deepEqual(page.requests.filter((url) => !new URL(url).pathname.startsWith('/www/files/')), []);
  page.requests.length = 0;
  await choose(page, path('python-docx.docx'));
  await told(page, 'python-docx.docx');
  quiet(page);
  await page.quit();
});

test('with a file held over it the page is as accessible as without', async () => {
  const page = await site.open();
  await drag(page, 'dragover', [['一.txt', '一']]);
  await axe(page, 'a file is held over the page');
  await page.evaluate(() => document.dispatchEvent(new DragEvent('dragleave', { relatedTarget: null })));
  assert.ok(!(await page.isVisible('[data-ref=veil]')));
  await page.quit();
});
