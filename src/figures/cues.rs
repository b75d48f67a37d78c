//! The words by which officials say how figures belong together.

mod change;

use crate::span::Run;
use crate::text::{Text, is_han};

pub use change::{CHANGE_BEHIND, COMPARED, FROM, goes_from_to, goes_on_changing, is_change};

/// Some of what came before follows.
pub const OF_THEM: &str = "其中";

/// Another list begins inside one.
pub const INNER: &[&str] = &[OF_THEM, "包括"];

/// What follows is part of what came before.
pub const AMONG: &[&str] =
    &[OF_THEM, "包括", "分别为", "分别是", "分别有", "依次为", "包含", "具体为", "具体是", "涉及", "含"];

/// Whether the words before a figure say 其中: it is part of what came before, and those behind it may be too.
#[must_use]
pub fn says_among(text: &Text, gap: Run) -> bool {
    let behind = text.find(gap, OF_THEM).map(|at| Run::new(at, gap.end));
    behind.is_some_and(|behind| !stops(text, behind))
}

/// Whether a semicolon stands before a figure, so that it may be of something else than the one before it.
#[must_use]
pub fn stops(text: &Text, gap: Run) -> bool {
    text.find(gap, ";").is_some()
}

/// Whether an enumeration comma (顿号) stands right before a figure: it is one more item.
#[must_use]
pub fn pauses(text: &Text, gap: Run) -> bool {
    text.at(gap.start) == '、'
}

/// A figure so called is nothing but the sum of others.
pub const SUM: &[&str] = &["合计", "共计", "总计"];

/// A figure so introduced sums up others.
pub const IN_ALL: &[&str] = &["共计", "合计", "总计", "共", "累计", "总"];

/// A clause that begins so may sum up what stands before it.
pub const SUMS_UP: &[&str] = &["共", "累计", "合计", "总计", "全年", "全县", "全市", "全区"];

/// All of an area.
pub const AREAS: &[&str] = &["全省", "全市", "全州", "全盟", "全县", "全区", "全旗"];
/// All of a township.
pub const TOWNSHIPS: &[&str] = &["全镇", "全乡", "全街道"];

/// So called, a figure is how many there are in all.
pub const NUMBER_OF_ALL: &[&str] = &["总数", "总量", "总额"];

/// What is left of the whole: with it a list is complete.
pub const REST: &[&str] = &["其他", "其它", "其余", "余下", "剩余", "作其他"];

/// The same at the end of a name: 农机及其他.
pub const AND_REST: &[&str] = &["等其他", "等其它", "及其他", "和其他", "与其他", "及其它", "和其它"];

/// Whether a figure so labelled is called by a name, and not by what is not so: 受理, but not 不予受理.
#[must_use]
pub fn is_called(text: &Text, label: Run, name: &str) -> bool {
    let start = label.end.saturating_sub(name.chars().count());
    let is_denied = start > label.start && matches!(text.before(start), '不' | '未' | '非' | '予');
    text.ends(label.start, label.end, name) && !is_denied
}

/// Whether a figure so labelled is the rest of a list.
#[must_use]
pub fn is_rest(text: &Text, label: Run) -> bool {
    text.starts_any(label.start, REST).is_some()
}

/// What has been decided or done with.
pub const SETTLED: &[&str] = &["审结", "办结", "结案", "审执结"];

/// So called, it has not.
pub const UNSETTLED: &[&str] = &["未审结", "未结", "未办结"];

/// What has not yet.
pub const PENDING: &[&str] = &["未", "正在", "在办", "在审", "尚", "待"];

/// `结案8372件(含上年结转)`: whether a bracket behind a number says that what was carried in is counted with it.
#[must_use]
pub fn includes_carried(text: &Text, end: usize) -> bool {
    text.starts_any(text.skip_spaces(end), &["(含上年", "(含往年", "(含结转", "(含旧存"]).is_some()
}

/// The period to which what is pending is carried.
pub const NEXT_PERIOD: &[&str] = &["下年", "下一年", "下期", "次年"];

/// More than is named.
pub const AND_SO_ON: &str = "等";

/// A list so opened or closed is not complete.
pub const OPEN: &[&str] = &[
    AND_SO_ON,
    "主要",
    "如",
    "特别是",
    "尤其",
    "不含",
    "不包括",
    "另有",
    "还有",
    "居前",
    "排名前",
    "排在前",
    "前三",
    "前五",
    "前十",
];

/// How people come with their concerns: letters by the piece, visits by the batch, and all of them are added up.
pub const CHANNELS: &[&str] = &["来信", "来访", "走访", "接访", "来电", "网上", "网信", "信访"];

/// A forecast.
const FORECAST: &[&str] = &["预计", "力争", "预期", "应达到", "确保"];

/// A plan, target or rule, where it stands right before the figure.
const PLANNED: &[&str] = &["计划", "目标", "目标值", "标准", "任务", "计划数", "任务数", "拟"];

/// Plans, tasks and standards that are counted themselves: 三大任务, 抽查任务58个, 年度执法计划1项.
const COUNTED_PLANS: &[&str] = &[
    "大任务",
    "查任务",
    "检任务",
    "查计划",
    "检计划",
    "法计划",
    "作计划",
    "动计划",
    "施计划",
    "训计划",
    "规划计划",
    "低标准",
];

/// Whether a figure so labelled says what should be, not what is.
#[must_use]
pub fn is_planned(text: &Text, label: Run) -> bool {
    let mut end = text.trim(label).end;
    while let Some((_, length)) = text.ends_any(label.start, end, &["为", "是", "达到", "达"]) {
        end -= length;
    }
    // 列入修改计划12件, 承担年度任务56项 count things too.
    let is_named = text.ends_any(label.start, end, COUNTED_PLANS).is_some()
        || text.has_any(label, &["列入", "随机"])
        || text.starts_any(label.start, &["承担", "落实", "认领", "分解"]).is_some()
            && text.ends(label.start, end, "任务");
    (!is_named && text.ends_any(label.start, end, PLANNED).is_some()) || text.has_any(label, FORECAST)
}

/// A mean, not an amount.
pub const MEANS: &[&str] =
    &["平均", "日均", "月均", "年均", "周均", "户均", "人均", "件均", "次均", "案均", "场均", "每"];

/// Whether an amount so labelled is a mean. 村均4名 is, 每个村均有1名 says that all have one.
#[must_use]
pub fn is_mean(text: &Text, label: Run) -> bool {
    const EACH: &[&str] =
        &["村均", "所均", "笔均", "镇均", "校均", "亩均", "期均", "起均", "宗均", "家均", "项目平均", "人次均", "站均"];
    // 立案件均须2人办理
    const ALL: &[&str] = &["均须", "均需", "均已", "均应"];
    const MEASURED: &[&str] = &["平均浓度", "平均分", "平均得分", "平均成绩"];
    text.has_any(label, MEANS) && !text.has_any(label, MEASURED) && !text.has_any(label, ALL)
        || text.starts_any(label.start, EACH).is_some()
}

/// The name of another time, where a value of it follows directly.
pub const THEN: &[&str] = &["上年", "上年度", "去年", "同期", "上一年", "上一年度", "上期"];

/// What was taken over from another period: a part of this one's amount, no value to compare with.
pub const CARRIED: &[&str] = &["结转", "转结", "旧存"];

/// What is counted together with what was carried in.
pub const WITH: &str = "连同";

/// What begins so is added to what stands before it.
pub const ADDS: &[&str] = &["加上", "加去年"];

/// Whether a figure so labelled was taken over from the period before.
#[must_use]
pub fn is_carried_in(text: &Text, label: Run) -> bool {
    text.has_any(label, CARRIED) && !text.has_any(label, NEXT_PERIOD) && !holds_carried(text, label)
}

/// `连同上年结转案件审结191件`, `含上年结转共审结191件`: whether a figure so labelled is of this period, and what was carried in is
/// some of it.
#[must_use]
pub fn holds_carried(text: &Text, label: Run) -> bool {
    const DONE: &[&str] = &["共", "审结", "办结", "结案", "处理"];
    let is_all = |word: &&str| {
        let end = text.find(label, word).map(|at| at + word.chars().count());
        end.is_some_and(|end| text.starts_any(end, DONE).is_some())
    };
    let is_with = text.starts(label.start, WITH)
        && text.ends_any(label.start, label.end, &["转", "转的", "存", "存的"]).is_none();
    is_with || text.starts(label.start, "含") && CARRIED.iter().any(is_all)
}

/// Whether a figure so labelled was told before: 上述71件, 该71件.
#[must_use]
pub fn is_told_before(text: &Text, label: Run) -> bool {
    text.ends_any(label.start, label.end, &["上述", "前述", "上述的", "该", "这"]).is_some()
}

/// Words by which an organ tells how many it had in all: what stands in such a clause is a total.
pub const GATHERED: &[&str] = &[
    "受理",
    "办理",
    "收到",
    "接收",
    "审结",
    "办结",
    "承办",
    "接到",
    "接受",
    "查处",
    "立案",
    "推送",
    "发生",
    "排查",
    "登记",
    "作出",
    "新收",
    "完成",
    "收件",
    "收案",
    "结案",
    "共有",
    "现有",
    "组织",
    "开展",
    "审查",
    "审核",
    "评查",
    "抽查",
    "检查",
    "清理",
    "培训",
    "参加",
    "处理",
    "答复",
    "录入",
    "归集",
    "调解",
    "调处",
    "化解",
    "交办",
    "转办",
    "处分",
    "查办",
    "发现",
    "申报",
    "接待",
    "反映",
    "应诉",
    "涉诉",
    "被诉",
    "备案",
    "印发",
    "制定",
    "出台",
    "案件",
    "主持召开",
];

/// Whether words that begin at a place say how something is divided: 按案件类型分, 从申请事项看, 按申请方式,.
#[must_use]
pub fn leads_division(text: &Text, from: usize, end: usize) -> bool {
    const LONGEST: usize = 14;
    let is_way = |ch: char| matches!(ch, '式' | '型' | '别' | '类' | '道' | '域' | '质' | '级');
    let ends = |at: usize| {
        let is_end = matches!(text.at(at), '分' | '看') || text.at(from) == '按' && is_way(text.at(at));
        is_end && matches!(text.at(at + 1), ',' | ':')
    };
    // 平均得分92.7分,较上年提高2.1分, leads to nothing.
    let is_mark = || !is_han(text.before(from)) && !text.before(from).is_ascii_digit();
    let begins = matches!(text.at(from), '按' | '从') || text.at(from) == '分' && is_mark();
    begins && (from + 1..end.min(from + LONGEST)).any(ends)
}

/// Where 中 stands that says `of these`: 审结案件中, 36个单位中; not in 其中 and 集中, nor in 中心.
#[must_use]
pub fn of_these(text: &Text, words: Run) -> Option<usize> {
    let is_of = |at: &usize| {
        text.at(*at) == '中'
            && !matches!(text.before(*at), '其' | '集' | '程')
            && !matches!(text.at(at + 1), '心' | '央' | '介' | '小' | '型' | '国' | '学')
    };
    (words.start..words.end).find(is_of)
}

/// Where 占 stands that leads a share: not in 占用, 占地 and 占道.
#[must_use]
pub fn shares(text: &Text, words: Run) -> Option<usize> {
    let leads = |&at: &usize| text.at(at) == '占' && !matches!(text.at(at + 1), '用' | '地' | '道' | '有');
    (words.start..words.end).rev().find(leads)
}

/// What is counted before 中: 清结案件中, 立案提案中.
pub const THESE: &[&str] = &[
    "案件中",
    "问题中",
    "事项中",
    "人员中",
    "项目中",
    "纠纷中",
    "对象中",
    "信访件中",
    "提案中",
    "建议中",
    "申请中",
    "举报中",
    "信件中",
    "工单中",
    "诉求中",
    "案件里",
];

/// How far things have come, where some of them are told of: 审结案件中, 有效来信中.
const STAGES: &[&str] = &[
    "审结", "结案", "办结", "立案", "答复", "开工", "有效", "持证", "在岗", "在册", "合格", "败诉", "受理", "接到",
    "采纳",
];

/// Whether words that end in 中 name a stage that a total is not of: 审结案件中 behind 受理318件.
#[must_use]
pub fn is_of_another_stage(text: &Text, lead: Run, total: Run) -> bool {
    let these = of_these(text, lead).map(|end| Run::new(lead.start, end));
    let Some(these) = these else { return false };
    // 办结案件中 says 结案, too.
    let mut stages = STAGES.iter().filter(|stage| text.has_any(these, &[stage])).peekable();
    stages.peek().is_some() && !stages.any(|stage| text.has_any(total, &[stage]))
}
