// What the command says beyond the words of the page: Chinese first, English second.
export const WORDS = {
  'cli.usage': [
    `核稿：核对法治政府建设年度报告。文件只在本机读，不联网。

用法：node cli/hegao.js [选项] 文件或文件夹…      - 表示从标准输入读

  --json             每个文件一行 JSON：{"file", "text", "report"} 或 {"file", "error"}
  --csv              只出一张表，每个文件一行，Excel 和 WPS 能直接打开
  -o, --output 文件  结果写进这个文件
  --standard 标准    内置标准的 id，或者自己的标准（.json 文件）
  --year 年度        报告年度，如 2024；不给就从文中判断
  --level 层级       province、city、county、township、department
  --rules 规则=轻重  如 figures/repeat=info,form=off；轻重是 error、warning、info、off
  --previous 文件    上一年的报告，用来前后对照
  --locale 语言      zh-CN（默认）或 en
  -h, --help         看这份说明

退出码：0 没有要改的；1 有要改的；2 用法不对，或者有文件没有核成。
`,
    `Hegao checks annual reports on building a law-based government. Files are read on this computer only.

usage: node cli/hegao.js [options] FILE-OR-FOLDER…      - reads standard input

  --json              a line of JSON for each file: {"file", "text", "report"} or {"file", "error"}
  --csv               one table with a row for each file, which Excel and WPS open
  -o, --output FILE   write the results to this file
  --standard NAME     id of a built-in standard, or a standard of one's own (a .json file)
  --year YEAR         the year reported on, such as 2024; read from the text where absent
  --level LEVEL       province, city, county, township or department
  --rules RULE=LEVEL  such as figures/repeat=info,form=off; error, warning, info or off
  --previous FILE     last year's report, to compare with
  --locale LOCALE     zh-CN (default) or en
  -h, --help          this page

exit codes: 0 nothing must be corrected; 1 something must; 2 bad usage, or a file was not checked.
`,
  ],
  'cli.unknown': ['选项有误：{message}', 'options: {message}'],
  'cli.nothing': ['没有说要核哪个文件。', 'no file was named.'],
  'cli.empty': ['这里没有能读的文件（{types}）。', 'there is no file here that can be read ({types}).'],
  'cli.formats': ['--json 和 --csv 只能用一个。', 'choose --json or --csv.'],
  'cli.year': ['--year 要写成四位年份，如 2024；现在是“{year}”。', '--year takes four digits, such as 2024, not “{year}”.'],
  'cli.rules': ['--rules 要写成 规则=轻重，如 form=off；现在是“{one}”。', '--rules takes RULE=LEVEL, such as form=off, not “{one}”.'],
  'cli.standard': ['标准 {file} 不是能读的 JSON：{message}', 'the standard {file} is no JSON that can be read: {message}'],
  'cli.previous': ['--previous {file}：{message}', '--previous {file}: {message}'],
  'cli.output': ['写不进 {output}（{code}）。', 'cannot write to {output} ({code}).'],
  'cli.unbuilt': ['核对程序还没有编译，请先运行 npm run build。', 'the core has not been built; run npm run build first.'],
  'cli.missing': ['没有这个文件。', 'there is no such file.'],
  'cli.unreadable': ['读不到这个文件（{code}）。', 'the file cannot be read ({code}).'],
  'file.window': ['这是网页文件，要在浏览器里才读得了。请用网页版打开它，或者另存为 .txt、.docx 再核。', 'it is a web page, which only a browser can read. Open it on the page, or save it as .txt or .docx.'],
  'cli.fault': ['没有核对：{message}', 'not checked: {message}'],
  'cli.file': ['════ {file}', '════ {file}'],
  'cli.counts': [
    '共 {n} 个文件：{wrong} 个有要改的，{clean} 个没有要改的，{failed} 个没有核成。',
    '{n} files: {wrong} with something to correct, {clean} with nothing to correct, {failed} not checked.',
  ],

  'table.file': ['文件', 'File'],
  'table.title': ['标题', 'Title'],
  'table.organ': ['单位', 'Organ'],
  'table.year': ['年度', 'Year'],
  'table.level': ['层级', 'Level'],
  'table.signed': ['成文日期', 'Signed'],
  'table.standard': ['标准', 'Standard'],
  'table.errors': ['要改', 'To correct'],
  'table.warnings': ['建议', 'Advice'],
  'table.infos': ['提示', 'Notes'],
  'table.required': ['必写部分', 'Required parts'],
  'table.present': ['已写部分', 'Parts written'],
  'table.usual': ['常报指标', 'Usual indicators'],
  'table.given': ['已写指标', 'Indicators given'],
  'table.agrees': ['数据对得上', 'Figures agree'],
  'table.disagrees': ['数据对不上', 'Figures disagree'],
  'table.unsure': ['数据拿不准', 'Figures undecided'],
  'table.problem': ['没有核成的原因', 'Why it was not checked'],
};
