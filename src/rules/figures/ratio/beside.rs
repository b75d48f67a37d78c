//! Counts that only stand beside a rate. No word ties them to it, so they are doubted only where they come near
//! it, nothing in reach gives it, and the rate is not of a base of its own.

use super::named::OWN_BASE;
use super::stem::{is_told, stems};
use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::lex::unit::Family;
use crate::order;
use crate::rules::Context;
use crate::span::Run;

/// A numerator and a base.
type Pair = (usize, usize);

/// Rates of what was asked, due or fit for it: the counts beside them may be of something else.
const ASKED: &[&str] = &["满意", "出庭", "通过", "不诉", "起诉", "持证", "参训"];

/// Rates of what was done in time.
pub const IN_TIME: &[&str] = &["按期", "按时", "到期", "及时", "准时", "审限", "期限", "期内", "法定", "提前"];

/// Words that account for what is missing to all: `办结率100%,其余14件未到期`.
const ACCOUNTED: &[&str] = &[
    "到期",
    "期限",
    "正在",
    "其余",
    "另有",
    "尚",
    "依法",
    "因",
    "改为",
    "列入",
    "不属于",
    "撤",
    "终止",
    "不计",
    "不宜",
    "长期",
];

/// Nearly all is of those that were due.
const NEARLY_ALL: [i64; 2] = [199, 2];

/// The pairs among the counts in reach that stand beside a rate, the likeliest first.
pub fn pairs(ctx: &Context<'_>, at: usize, counts: &[usize]) -> Vec<Pair> {
    let rate = &ctx.figures.list[at];
    let says = |words: &[&str]| ctx.text.has_any(rate.gap, words);
    if says(IN_TIME) {
        return below_due(ctx, at).into_iter().collect();
    }
    if is_share_of_several(ctx, at) {
        return Vec::new();
    }
    let [most, halves] = NEARLY_ALL.map(Decimal::whole);
    let is_full = rate.quantity.value.times(halves).is_none_or(|twice| twice >= most);
    let only_tied = is_full || says(OWN_BASE) || says(ASKED);
    if is_full && is_accounted(ctx, rate) {
        return Vec::new();
    }
    let near: Vec<usize> = counts.iter().copied().filter(|&index| ctx.figures.list[index].is_exact_count()).collect();
    let pair = |&part: &usize| near.iter().map(move |&whole| (part, whole));
    let may = |&pair: &Pair| if only_tied { is_tied(ctx, at, pair) } else { may_be(ctx, at, pair) };
    let mut pairs: Vec<Pair> = near.iter().flat_map(pair).filter(may).collect();
    let distance = |&(part, whole): &Pair| (part.abs_diff(at), whole.abs_diff(at));
    order::sort(&mut pairs, |a, b| distance(a).cmp(&distance(b)));
    pairs
}

/// `受理1052件,按期办结1052件,按期办结率96%`: of those that were due, which are no more than all, so the rate is no less.
fn below_due(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let pair = (at.checked_sub(1)?, at.checked_sub(2)?);
    let [rate, part, whole] = [at, pair.0, pair.1].map(|index| &ctx.figures.list[index]);
    let [done, all, percent] = [part, whole, rate].map(|figure| figure.quantity.interval);
    let least = done.times(Interval::exactly(Decimal::HUNDRED)).zip(percent.times(all));
    let is_below =
        part.quantity.value <= whole.quantity.value && least.is_some_and(|(least, said)| said.lies_below(least));
    let is_timely = ctx.text.has_any(part.label, IN_TIME) && part.is_exact_count() && whole.is_exact_count();
    (is_below && is_timely && is_tied(ctx, at, pair)).then_some(pair)
}

/// Whether a rate is one of several shares: their base is the one total of all, beside them or not.
fn is_share_of_several(ctx: &Context<'_>, at: usize) -> bool {
    let is_share = |figure: &Figure| {
        figure.role == Role::Rate && (ctx.text.has_any(figure.label, &["占"]) || figure.label.is_empty())
    };
    let rate = &ctx.figures.list[at];
    let of_sentence = ctx.figures.of(&ctx.figures.sentences[rate.sentence]);
    is_share(rate) && of_sentence.iter().filter(|figure| is_share(figure)).nth(1).is_some()
}

/// Whether the words behind a rate say what became of the rest.
pub fn is_accounted(ctx: &Context<'_>, rate: &Figure) -> bool {
    const NEAR: usize = 24;
    let end = rate.quantity.run.end;
    let sentence = ctx.figures.sentences[rate.sentence].run;
    ctx.text.has_any(Run::new(end, sentence.end.min(end + NEAR).max(end)), ACCOUNTED)
}

/// Whether the count right before the rate has its name, and the count before that is of its kind:
/// `申请2376件,办结2376件,办结率100%`.
pub fn is_tied(ctx: &Context<'_>, at: usize, (part, whole): Pair) -> bool {
    const CAME_IN: &[&str] = &["受理", "新收", "起诉", "收到"];
    let list = &ctx.figures.list;
    let (rate, count, base) = (&list[at], &list[part], &list[whole]);
    let first = ctx.figures.sentences[rate.sentence].first;
    let is_row = part + 1 == at && whole >= first && whole + 3 > part && whole < part;
    let of_another = ctx.text.has_any(rate.gap, ASKED)
        && [cues::SETTLED, CAME_IN].iter().any(|words| ctx.text.has_any(base.label, words));
    is_row && !of_another && count.quantity.unit.family == base.quantity.unit.family && is_named(ctx, rate, count)
}

/// Whether a part stands right beside the rate, or the base does and the part before it, or the name of the rate
/// speaks of the part.
fn may_be(ctx: &Context<'_>, at: usize, (part, whole): Pair) -> bool {
    let list = &ctx.figures.list;
    let (rate, count, base) = (&list[at], &list[part], &list[whole]);
    let first = ctx.figures.sentences[rate.sentence].first;
    let has_rate = || list[part..at].iter().any(|between| between.role == Role::Rate);
    let is_told = || part < at && is_named(ctx, rate, count) && !has_rate();
    // 流转督办37件。…化解41件,化解率95.3%: farther back only of what came in.
    let is_meant = || whole >= first || super::is_gathered(ctx, whole) && base.quantity.unit.family != Family::Money;
    let is_part = part != whole
        && part >= first
        && count.bracket == rate.bracket
        && count.quantity.unit.family == base.quantity.unit.family
        && (count.quantity.value <= base.quantity.value || whole < part && is_meant() && is_told());
    let is_own = whole >= first;
    // 占99.2%;文书由87种增至96种: of something else.
    let goes_on = || !cues::stops(ctx.text, count.gap) && !cues::says_among(ctx.text, count.gap);
    // 办件占公共场所许可的92.4%,不符合条件的17家: of what is named before it.
    let says_all = ctx.text.find(rate.label, "占").is_some() && ctx.text.before(rate.label.end) == '的';
    let is_beside = part + 1 == at || part == at + 1 && is_own && whole < at && goes_on() && !says_all;
    // 57个,其中…,占全区142个村的40.1%
    let is_of_named = whole + 1 == at && part < whole && ctx.text.starts(base.label.start, "占");
    // 16个乡镇和1个开发区,发现差错41个,占核查指标的2.1%: of what is not printed.
    let words = rate.label;
    let names_base = ctx.text.starts(words.start, "占")
        && ctx.text.before(words.end) == '的'
        && !ctx.text.shares_two(Run::new(words.start + 1, words.end - 1), count.label);
    let is_before_base = is_own && (part + 2 == at && whole + 1 == at && !names_base || is_of_named);
    let is_next = (is_beside || is_before_base)
        && (is_of_named || is_tellable(ctx, rate, count) || ctx.text.has_any(rate.label, &["占"]));
    is_part
        && !are_items(ctx, part, whole)
        && !is_of_another_base(ctx, rate, base)
        && (is_next || is_own && whole < part && is_told())
}

/// `审结27件。出庭21件,占开庭案件数的84%`: whether the words behind 占 name a base that a count is not called after.
pub fn is_of_another_base(ctx: &Context<'_>, rate: &Figure, base: &Figure) -> bool {
    const OF_ANY: &[&str] = &["总数", "总量", "总额", "案件", "全部", "比例", "的", "收入", "支出", "资金", "人员"];
    const STAGES: &[&str] = &["开庭", "判决", "生效", "应诉", "立案", "移送"];
    let Some(share) = cues::shares(ctx.text, rate.label) else { return false };
    let words = Run::new(share + 1, rate.label.end);
    if ctx.text.before(words.end) != '的' || words.len() < 4 {
        return false;
    }
    let named = Run::new(base.gap.start, base.tail.end);
    let two = |at: usize| ctx.text.string(Run::new(at, at + 2));
    // 占一审开庭案件的65.6%, of what was heard, not of 一审审结914件.
    let stage = ctx.text.find(words, "案件").filter(|&case| case >= words.start + 2).map(|case| two(case - 2));
    let is_of_stage = |stage: &String| STAGES.contains(&stage.as_str()) && ctx.text.find(named, stage).is_none();
    if stage.as_ref().is_some_and(is_of_stage) {
        return true;
    }
    let is_telling = |two: &String| !OF_ANY.iter().any(|any| two.contains(any));
    let mut tells = (words.start..words.end - 2).map(two).filter(is_telling).peekable();
    tells.peek().is_some() && !tells.any(|two| ctx.text.find(named, &two).is_some())
}

/// Whether the name of the rate speaks of a count: 结案率 of 审结.
fn is_tellable(ctx: &Context<'_>, rate: &Figure, count: &Figure) -> bool {
    stems(ctx, rate.label).into_iter().any(|stem| is_told(ctx, count, stem))
}

/// `其中家庭纠纷412件、邻里纠纷396件,调解成功率98.7%`: two items of a list are no part and base.
fn are_items(ctx: &Context<'_>, part: usize, whole: usize) -> bool {
    let between = &ctx.figures.list[part.min(whole) + 1..=part.max(whole)];
    between.iter().all(|item| cues::pauses(ctx.text, item.gap))
}

/// Whether what the rate is called after stands before the count: 违法占比 and 违法图斑76个, 持证率 and 持执法证78名.
pub fn is_named(ctx: &Context<'_>, rate: &Figure, count: &Figure) -> bool {
    let has = |ch: char| ctx.text.chars(count.label).any(|other| other == ch);
    let says = |&stem: &Run| ctx.text.chars(stem).all(has);
    rate.bracket == count.bracket && stems(ctx, rate.label).iter().filter(|stem| stem.len() == 2).any(says)
}
