// @ts-check
/**
 * Every word that the page says, zh-CN first and en second. Words about a report come from the core.
 */

/** @type {Record<string, [string, string]>} */
const TABLE = {
  title: ["核稿 · 法治政府建设年度报告核对", "Hegao · checking annual rule-of-law reports"],
  brand: ["核稿", "Hegao"],
  tagline: ["法治政府建设年度报告核对", "a proof-reader for annual rule-of-law reports"],
  "skip.text": ["跳到报告正文", "Skip to the report text"],
  skip: ["跳到核对结果", "Skip to the results"],
  language: ["English", "中文"],
  local: ["文本不离开本机", "The text never leaves this computer"],
  meter: ["加载后 {n} 次请求", "{n} requests since loading"],

  text: ["报告正文", "Report text"],
  results: ["核对结果", "Results"],
  placeholder: ["把年度报告的全文粘贴到这里", "Paste the whole report here"],
  sample: ["放入样例", "Load a sample"],
  skeleton: ["放入提纲", "Load an outline"],
  clear: ["清空", "Clear"],
  characters: ["{n} 字", "{n} characters"],
  back: ["回到列表", "Back to the list"],
  undo: ["撤销", "Undo"],
  fixed: ["改好了：{title}。不合适可以撤销。", "Done: {title}. You can undo it."],
  "fixed.not": ["正文现在不能改", "The text cannot be changed now"],
  cleared: ["已清空", "The text was cleared"],
  moved: ["正文刚改过，没有放入提纲", "The text has just changed, so the outline was not put in"],
  filled: ["已换成新的内容", "The text was replaced"],
  "long": ["正文很长或行数很多，文中不再画线；问题仍列在核对结果里。", "The text is very long or has very many lines, so it is not underlined; the results still list everything."],

  empty: ["请粘贴待核对的报告", "Ready for a draft"],
  "empty.what": [
    "把年度报告的全文粘贴到“报告正文”里，停下来就会核对：该写的部分写了没有，数据前后对不对得上。",
    "Paste the whole report into the text area and it is checked as soon as you pause: whether every required part is there, and whether the figures add up.",
  ],
  "empty.how": [
    "发现的地方会在正文里画线，点一下就能看到理由和依据。",
    "What is found is underlined in the text, with the reason and the clause one click away.",
  ],
  try: ["看一份样例", "See a sample"],
  legend: ["正文里就这样画线", "is how the text is underlined"],
  loading: ["正在准备核对程序…", "Getting the checker ready…"],
  checking: ["正在核对…", "Checking…"],
  cancel: ["停下", "Stop"],

  "verdict.errors": ["有 {n} 处要改", "{n} to correct"],
  "verdict.more": ["有 {n} 处要改，另有 {list}", "{n} to correct; also {list}"],
  "verdict.look": ["没有必须改的，有 {m} 处请看一看：{list}", "Nothing that must be corrected; {m} worth a look: {list}"],
  "verdict.warnings": ["{n} 条建议", "{n} marked Advice"],
  "verdict.infos": ["{n} 条提示", "{n} marked Note"],
  and: ["、", ", "],
  clauses: ["；", "; "],
  sentence: ["{words}。", "{words}."],
  "verdict.clean": ["核过了，没有发现问题", "Checked, and nothing found"],
  "verdict.sections": ["必写的 {n} 个部分，写了 {m} 个", "{m} of {n} required parts are there"],
  "verdict.sections.all": ["必写的 {n} 个部分都写了", "all {n} required parts are there"],
  "verdict.indicators": ["常报的 {n} 项指标，写了 {m} 项", "{m} of {n} usual indicators are given"],
  "verdict.relations": ["重算 {n} 处数据，都对得上", "{n} calculations redone, all agree"],
  "verdict.relations.bad": ["重算 {n} 处数据，{m} 处对不上", "{n} calculations redone, {m} disagree"],
  "verdict.relations.none": ["没有可以重算的数据", "no figures that could be recalculated"],
  "verdict.unsure": ["{n} 处拿不准", "{n} could not be decided"],
  "verdict.read": ["按“{standard}”核对", "Checked against “{standard}”"],
  "verdict.about": ["认作 {what} 的报告", "read as a report of {what}"],
  year: ["{n} 年度", "{n}"],

  failed: ["本次核对未完成", "This check did not finish"],
  "failed.kept": ["正文原样保留，没有改动；先前的结果已经撤下，请不要当作没有问题。", "Your text is kept as it was. Earlier results have been taken down; this does not mean that the text is fine."],
  "failed.internal": ["核对程序中途出了错，已经换上新的，可以再核一次。", "The checker failed half-way. A fresh one is in place; please check again."],
  "failed.timeout": ["核对超过了 10 秒，已经停下。可以再核一次；正文特别长时，请分段核。", "The check took more than 10 seconds and was stopped. Check again, or check a very long text in parts."],
  "failed.cancelled": ["核对没有做完就停下了。要看结果，请再核一次。", "The check was stopped before it was done. Check again to see the results."],
  "failed.too-large": ["正文超过 10 MB（约350万字），没有核对。请去掉附件、表格等，只留报告正文。", "The text is over 10 MB (about 3.5 million characters) and was not checked. Please leave out annexes and tables and keep the report itself."],
  "failed.load": ["核对程序未能加载。可以再核一次；仍不行，请先把正文复制保存，再刷新页面，或者告诉网站管理员。", "The checker could not be loaded. Check again; if that does not help, copy and save your text first, then reload the page, or tell the site's administrator."],
  "failed.other": ["核对没有进行：{message}", "The check was not made: {message}"],
  again: ["再核一次", "Check again"],

  settings: ["核对设置", "Settings"],
  standard: ["按哪个标准核", "Standard"],
  auto: ["自动判断", "Automatic"],
  level: ["报告单位的层级", "Level of the reporting body"],
  "level.province": ["省级", "province"],
  "level.city": ["市级", "city"],
  "level.county": ["县级", "county"],
  "level.township": ["乡镇（街道）", "township"],
  "level.department": ["部门", "department"],

  views: ["核对结果的四个方面", "Four views of the results"],
  findings: ["问题", "Findings"],
  outline: ["结构", "Outline"],
  indicators: ["指标", "Indicators"],
  ledger: ["数据", "Figures"],
  all: ["全部", "All"],
  more: ["再列出 {n} 条", "Show {n} more"],
  print: ["打印", "Print"],

  error: ["要改", "Correct"],
  warning: ["建议", "Advice"],
  info: ["提示", "Note"],
  possible: ["待核", "to verify"],
  previous: ["上一处", "Previous"],
  next: ["下一处", "Next"],
  filter: ["按轻重筛选", "Filter by severity"],
  why: ["为什么", "Why"],
  clause: ["依据：{clause}", "Basis: {clause}"],
  related: ["相关", "Related"],
  stale: ["这里刚改过，等核对完再试", "This was just edited; wait for the next check"],
  "findings.none": [
    "没有发现问题。机器只核得了结构、数字和写法；事实、口径和提法，还请您把关。",
    "Nothing found. A machine can only check structure, figures and form; facts, definitions and wording are still yours to judge.",
  ],
  "findings.filtered": ["这一类没有。", "None of this kind."],

  required: ["必写", "required"],
  optional: ["可不写", "optional"],
  "section.present": ["已写", "present"],
  "section.unheaded": ["写到了，没有单列", "written, without a heading"],
  "section.thin": ["内容太少", "too thin"],
  "section.missing": ["未写", "missing"],
  "outline.intro": ["应有的各个部分，点一下到稿子里写它的地方。", "The parts a report should have; click one to go to where the draft has it."],

  indicator: ["指标", "Indicator"],
  status: ["情况", "Status"],
  values: ["稿中的数", "Figures in the draft"],
  "indicator.given": ["已写", "given"],
  "indicator.none": ["写明没有", "reported as none"],
  "indicator.mentioned": ["提到，没有数", "mentioned, no figure"],
  "indicator.missing": ["未见", "not found"],
  "indicators.filter": ["按情况筛选", "Filter by status"],
  "indicators.usual": ["常报的", "Usual"],
  "indicators.found": ["稿中有的", "In the draft"],
  "indicators.open": ["常报而未写", "Usual, not given"],
  "indicators.none": ["这个标准没有列指标。", "This standard lists no indicators."],
  extra: ["选报", "optional"],
  about: ["约", "about "],

  "relation.agrees": ["对得上", "agrees"],
  "relation.disagrees": ["对不上", "disagrees"],
  "relation.unsure": ["拿不准", "cannot tell"],
  "ledger.filter": ["按结果筛选", "Filter by result"],
  "ledger.none": ["稿子里没有可以互相印证的数据。", "The draft has no figures that can be checked against each other."],
  "kind.sum": ["合计", "sum"],
  "kind.ratio": ["比率", "ratio"],
  "kind.growth": ["增减", "growth"],
  "kind.difference": ["差额", "difference"],
  "kind.list_count": ["计数", "count"],
  "kind.average": ["平均", "average"],
  "kind.repeat": ["前后", "repeat"],
  "kind.bound": ["大小", "bound"],
  "kind.identity": ["勾稽", "identity"],
  "role.total": ["合计", "total"],
  "role.part": ["其中", "part"],
  "role.numerator": ["分子", "numerator"],
  "role.denominator": ["分母", "denominator"],
  "role.rate": ["比率", "rate"],
  "role.count": ["个数", "count"],
  "role.value": ["写作", "stated"],
  "role.now": ["本年", "now"],
  "role.before": ["上年", "before"],
  "role.change": ["增减", "change"],
  "role.average": ["平均", "average"],

  "topic.norms": ["行政规范性文件", "Normative documents"],
  "topic.decisions": ["重大行政决策", "Major decisions"],
  "topic.enforcement": ["行政执法", "Enforcement"],
  "topic.review": ["行政复议", "Administrative review"],
  "topic.litigation": ["行政应诉", "Litigation"],
  "topic.openness": ["政务公开", "Openness"],
  "topic.services": ["政务服务", "Services"],
  "topic.inspection": ["双随机与信用", "Inspection and credit"],
  "topic.law-popularisation": ["普法宣传", "Legal education"],
  "topic.legal-aid": ["法律援助与公共法律服务", "Legal aid"],
  "topic.mediation": ["矛盾纠纷化解", "Mediation"],
  "topic.counsel": ["法律顾问", "Counsel"],
  "topic.learning": ["学法述法", "Learning"],
  "topic.audit": ["审计", "Audit"],
  "topic.proposals": ["建议提案", "Proposals"],

  keys: ["快捷键", "Keyboard"],
  "keys.next": ["下一处、上一处问题，正文里或列表里都行", "next or previous finding, from the text or the list"],
  "keys.back": ["从正文回到列表里原来那一条", "from the text back to the same row of the list"],
  "keys.list": ["在列表里移动", "move in a list"],
  "keys.enter": ["到正文里那个地方", "go to the place in the text"],
  "keys.tabs": ["换一个方面看（光标在标签上时）", "change the view (on the tabs)"],
  "keys.undo": ["撤销刚才的修改", "undo a change"],
};

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** @param {string} locale "zh-CN" or "en" @returns {Say} */
export function messages(locale) {
  const column = locale.startsWith("zh") ? 0 : 1;
  return (key, values = {}) =>
    (TABLE[key]?.[column] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Is there a message of this name? @param {string} key */
export const known = (key) => key in TABLE;

/**
 * Puts the words under a root that never change into a language.
 * @param {ParentNode} root @param {Say} say
 */
export function translate(root, say) {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-say]"))) node.textContent = say(node.dataset.say ?? "");
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-say-label]"))) node.setAttribute("aria-label", say(node.dataset.sayLabel ?? ""));
  for (const node of /** @type {NodeListOf<HTMLTextAreaElement>} */ (root.querySelectorAll("[data-say-placeholder]"))) node.placeholder = say(node.dataset.sayPlaceholder ?? "");
}
