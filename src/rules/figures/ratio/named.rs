//! Which two counts the words of a rate name as its numerator and its base.

use super::beside::{IN_TIME, is_accounted};
use super::counts::tells_kinds;
use super::likely;
use super::stem::{GENERIC, is_all_of, is_told, is_told_by, stems};
use super::{gives, is_near, is_slip};
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::share::row;
use crate::span::Run;

/// Rates whose base is another than the counts beside them.
pub const OWN_BASE: &[&str] = &[
    "按期",
    "按时",
    "法定",
    "审限",
    "到期",
    "及时",
    "准时",
    "平均",
    "综合",
    "增长",
    "压缩",
    "提前",
    "网上",
    "全程",
    "好评",
    "同比",
    "以上",
    "案结事了率",
    "无公害",
];

/// The numerator and base that the words of a rate name, where they leave no choice.
#[must_use]
pub fn claimed(ctx: &Context<'_>, at: usize, sentence: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let words = rate.label;
    if is_fraction_behind(ctx, at) {
        return Some((at + 1, at + 2));
    }
    if let Some(pair) = in_row_of_base(ctx, at) {
        return Some(pair);
    }
    let nearest = nearest_counts(ctx, at, sentence);
    // 1362项事项中,1308项实现网上可办,网上可办率96.04%
    let is_online = |(near, far): (usize, usize)| {
        ctx.text.has_any(words, &["网上", "全程"]) && leaves_no_choice(ctx, at, (near, far))
    };
    let has_base = || nearest.is_some_and(|pair| is_due_in_time(ctx, rate, pair) || is_online(pair));
    if rate.quantity.value > Decimal::HUNDRED || ctx.text.has_any(rate.gap, OWN_BASE) && !has_base() {
        return None;
    }
    let Some((near, far)) = nearest else { return behind(ctx, at) };
    if list[near].quantity.unit.family != list[far].quantity.unit.family
        || list[near].role != Role::Count
        || list[far].role != Role::Count
    {
        return None;
    }
    // 14个乡镇、3个街道全部建成,建成率100%: of both; 维持61件、…、撤销5件,纠错率5.6%: of all of a list.
    let are_items = || cues::pauses(ctx.text, list[near].gap) && likely::are_items(ctx, near, far);
    if matches!(ctx.text.before(list[near].quantity.run.start), '、' | '和') || are_items() {
        return None;
    }
    let (part, whole) = (list[near].quantity.value, list[far].quantity.value);
    // 320个村中240个建成…,覆盖率75%
    let says = || is_of_them(ctx, &list[far], &list[near]) || is_covered(ctx, rate, [&list[far], &list[near]]);
    let of_them = far + 1 == near && near + 1 == at && says();
    if of_them && (part <= whole && is_near(ctx, (near, far), rate) || is_slip(ctx, (near, far), rate)) {
        return Some((near, far));
    }
    if is_base_named(ctx, rate, &list[near]) {
        let pair = (far, near);
        let may = || whole <= part || is_near(ctx, pair, rate) || is_slip(ctx, pair, rate);
        return (near + 1 == at && may()).then_some(pair);
    }
    if is_share_of_all(ctx, rate, &list[near]) {
        return (part <= whole && near + 1 == at).then_some((near, far));
    }
    // 出庭率 is of the cases heard, not of those settled.
    let is_settled = ctx.text.has_any(list[far].gap, cues::SETTLED);
    if is_settled && ctx.text.has_any(words, &["出庭"]) {
        return None;
    }
    let stems = stems(ctx, words);
    let stem = *stems.first()?;
    let is_negative = ctx.text.before(stem.start) == '不' || ctx.text.at(stem.start.saturating_sub(2)) == '不';
    let names = |index: usize| {
        let figure = &list[index];
        let is_apart = figure.tail.end < stem.start || index + 1 < at;
        let (other, is_before) = if index == near { (&list[far], false) } else { (&list[near], true) };
        // 255个违法图斑整改到位241个: what stands between two counts tells of the second.
        let is_shared = is_before && figure.tail.end > other.label.start && far + 1 == near;
        // 结婚登记2187对,离婚登记964对,登记合格率100%: what both are called tells neither.
        // 任务286家,完成270家,任务完成率94.4%: the last word before 率 tells before the others do.
        let is_free = |stem: Run| !is_told(ctx, other, stem) && !is_told(ctx, other, stems[0]);
        let own = |stem: Run| {
            if is_shared { is_told_by(ctx, figure, Run::default(), stem) } else { is_told(ctx, figure, stem) }
        };
        let tells = |&stem: &Run| own(stem) && (stem == stems[0] || is_free(stem));
        is_apart && stems.iter().any(tells)
    };
    // 应出庭案件1075件,实际出庭1069件: who should is the base.
    let is_due = |index: usize| should(ctx, &list[index]);
    let is_done = |index: usize| {
        let label = list[index].label;
        ctx.text.has_any(label, &["实际", "实到", "实考"]) || ctx.text.starts(label.start, "已")
    };
    let is_timely = in_time(ctx, list[near].label) == in_time(ctx, words);
    if is_due(far)
        && !is_due(near)
        && is_timely
        && near + 1 == at
        && (names(near) || is_done(near) && ctx.figures.in_bracket_behind(ctx.text, at).is_none())
        && (part <= whole || is_next(part, whole))
    {
        return Some((near, far));
    }
    if is_of_next(ctx, at, near) {
        return None;
    }
    // 出庭率100% is of the cases heard, 审结率100% of those due: all of another base.
    let is_all = rate.quantity.value == Decimal::HUNDRED && ctx.text.has_any(words, DUE);
    // No more were heard than there are.
    let is_more = part > whole && [words, list[near].label].iter().all(|&run| ctx.text.has_any(run, &["出庭"]));
    if is_all && !is_more {
        return None;
    }
    // 参与学生38214人,应参与38962人
    if is_due(near) && !is_due(far) {
        return (whole <= part && (names(far) || is_done(far))).then_some((far, near));
    }
    // 部门负责人出庭42件、乡镇负责人出庭32件, 公示处罚71件、许可35件: items of one list.
    let are_items = names(far) && cues::pauses(ctx.text, list[near].gap);
    // 不起诉 beside 起诉: the base is the two together.
    if is_negative && names(far) || are_items {
        None
    } else if names(near)
        && (part <= whole || (!names(far) || is_all_of(ctx, &list[near], stem)) && is_next(part, whole))
    {
        Some((near, far))
    } else if names(far) && !names(near) && whole <= part {
        Some((far, near))
    } else {
        None
    }
}

/// `应审核54件,已审核48件,审核率…`, `办理的491件中,答复424件,答复率…`: whether base, part and rate stand in a row, and words say of
/// which the part is.
#[must_use]
pub fn leaves_no_choice(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    let [of, is] = [whole, part].map(|index| &ctx.figures.list[index]);
    let are_due = || should(ctx, of) && !should(ctx, is);
    part == whole + 1 && part + 1 == at && (is_of_them(ctx, of, is) || are_due())
}

/// Whether words say of something that it was done in time.
fn in_time(ctx: &Context<'_>, words: Run) -> bool {
    ctx.text.has_any(words, IN_TIME)
}

/// `应办结128件,按期办结126件,按期办结率98.4%`: whether a rate is called as what was done in time, of what was due; 100 % is of those
/// whose time has come.
fn is_due_in_time(ctx: &Context<'_>, rate: &Figure, pair: (usize, usize)) -> bool {
    const MOST_POINTS: Decimal = Decimal::whole(4);
    let [near, far] = [pair.0, pair.1].map(|index| &ctx.figures.list[index]);
    let name = Run::new(rate.label.start, rate.label.end.saturating_sub(1));
    let is_called = ctx.text.at(name.end) == '率' && cues::is_called(ctx.text, near.label, &ctx.text.string(name));
    let are_due = should(ctx, far) && !should(ctx, near) && in_time(ctx, near.label);
    // 应公示290件(含不宜公开10件)
    let says_more = ctx.text.at(far.quantity.run.end) == '(';
    let made = near.quantity.value.times(Decimal::HUNDRED).and_then(|part| part.over(far.quantity.value, 2));
    let gap = made.and_then(|made| made.distance(rate.quantity.value));
    let is_close = gap.is_some_and(|gap| gap <= MOST_POINTS) || is_slip(ctx, pair, rate);
    let is_full = rate.quantity.value >= Decimal::HUNDRED;
    are_due && is_called && is_close && !is_full && !says_more && !is_accounted(ctx, rate)
}

/// Whether a count is of what was due: 应出庭, but not 应诉.
fn should(ctx: &Context<'_>, figure: &Figure) -> bool {
    const WORDS: &[&str] = &["应诉", "应急", "应对", "应用", "响应", "供应", "回应", "相应", "适应", "对应"];
    let is_word = |at: usize| [at, at.saturating_sub(1)].iter().any(|&at| ctx.text.starts_any(at, WORDS).is_some());
    (figure.label.start..figure.label.end).any(|at| ctx.text.at(at) == '应' && !is_word(at))
}

/// `调解成功358件,调解率100%,调解成功率98.4%`: whether the next rate is the one of what a count is called.
pub fn is_of_next(ctx: &Context<'_>, at: usize, near: usize) -> bool {
    let list = &ctx.figures.list;
    let next = list.get(at + 1).filter(|next| next.role == Role::Rate && next.sentence == list[at].sentence);
    next.is_some_and(|next| {
        let name = Run::new(next.label.start, next.label.end.saturating_sub(1));
        let is_longer = name.len() >= list[at].label.len() && ctx.text.at(name.end) == '率';
        is_longer && ctx.text.has_any(list[near].label, &[&ctx.text.string(name)])
    })
}

/// Whether nothing before the stem of a rate says that it is of some only: 当期结案率, but not 初访化解率.
pub fn is_unlimited(ctx: &Context<'_>, words: Run) -> bool {
    const OF_ALL: &[&str] = &["", "当期", "全年", "年内", "总", "总体", "本年度", "当年", "平均"];
    let lead = |stem: &Run| ctx.text.string(Run::new(words.start, stem.start));
    stems(ctx, words).first().is_some_and(|stem| OF_ALL.contains(&lead(stem).as_str()))
}

/// `结案9127件,审判案件结案率92.32%`: whether a rate names a kind of cases that neither count is of.
pub fn is_of_another_kind(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    const KINDS: &[&str] = &[
        "审判", "执行", "民事", "刑事", "行政", "商事", "仲裁", "复议", "诉讼", "交办", "信访", "处罚", "许可", "新收",
    ];
    let list = &ctx.figures.list;
    let label = list[at].label;
    let Some(case) = ctx.text.find(label, "案件").filter(|&case| case >= label.start + 2) else { return false };
    let kind = Run::new(case - 2, case);
    let noun = ctx.text.string(kind);
    let is_named = |index: usize| ctx.text.has_any(Run::new(list[index].gap.start, list[index].tail.end), &[&noun]);
    part < at && ctx.text.has_any(kind, KINDS) && !is_named(part) && !is_named(whole)
}

/// More words between a whole and its part speak of something else.
const LONGEST_GAP: usize = 20;

/// Rates of 100 % whose base is what was due, not what came in.
const DUE: &[&str] = &["出庭", "审结", "办结", "结案", "办复", "答复", "回复", "反馈", "执结", "整改", "处置"];

/// The two counts before a rate on its own level of brackets, in its sentence, other rates between them left out.
fn nearest_counts(ctx: &Context<'_>, at: usize, sentence: usize) -> Option<(usize, usize)> {
    const NEAREST: usize = 6;
    let list = &ctx.figures.list;
    let rate = &list[at];
    // 在全市6个县区中排名靠前
    let is_rank = |figure: &Figure| ctx.text.has_any(figure.tail, &["排名", "名列", "位列", "位居"]);
    let is_beside = |index: &usize| list[*index].bracket == rate.bracket && !is_rank(&list[*index]);
    let beside = (sentence..at).rev().take(NEAREST).filter(is_beside);
    let mut counts = beside
        .take_while(|&index| list[index].role != Role::Rate)
        .filter(|&index| list[index].quantity.unit.family.is_amount() && list[index].role != Role::Change)
        .filter(|&index| !tells_kinds(ctx, &list[index]));
    let (near, far) = (counts.next()?, counts.next()?);
    // 案件34件,其中水资源类13件、采砂类4件,结案33件: of all of them.
    // …;法制审核20件,审核通过率95%: behind a semicolon where it comes near.
    let may_be = |total: &usize| match ctx.text.at(list[near].gap.start) {
        ',' => true,
        ';' => is_near(ctx, (near, *total), rate),
        _ => false,
    };
    let is_more = list[near].quantity.value > list[far].quantity.value;
    let begins = |&index: &usize| cues::says_among(ctx.text, list[index].gap);
    let listed = || (sentence + 1..=far).rev().take(LONGEST_LIST).find(begins).map(|first| first - 1);
    let total = if is_more { listed().filter(may_be) } else { None };
    Some((near, total.unwrap_or(far)))
}

/// No longer list stands between a count and its total.
const LONGEST_LIST: usize = 12;

/// `持证率97.5%(203/208)`: both counts in a bracket right behind the rate.
fn is_fraction_behind(ctx: &Context<'_>, at: usize) -> bool {
    let first = ctx.figures.in_bracket_behind(ctx.text, at).map(|first| &ctx.figures.list[first]);
    let second = ctx.figures.list.get(at + 2);
    first.zip(second).is_some_and(|(first, second)| {
        let gap = |figure: &Figure| ctx.text.string(ctx.text.trim(figure.gap));
        gap(first).is_empty() && first.bracket == second.bracket && gap(second) == "/"
    })
}

/// `简易程序19件、普通程序35件,分别占总数54件的35.2%、64.8%`
fn in_row_of_base(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 12;
    let list = &ctx.figures.list;
    let sentence = ctx.figures.sentences[list[at].sentence].first;
    let is_rate = |&index: &usize| list[index].role == Role::Rate;
    let head = (sentence..=at).rev().take(LONGEST).take_while(is_rate).last()?;
    let base = head.checked_sub(1).filter(|&base| base >= sentence)?;
    let first = base.checked_sub(row(ctx, head)).filter(|&first| first >= sentence)?;
    let is_led = ctx.text.starts_any(list[base].label.start, &["分别占", "各占", "依次占"]).is_some();
    let is_row = is_led && head + base - first > at && (first..=base).all(|index| list[index].role == Role::Count);
    is_row.then(|| (first + at - head, base))
}

/// `成功率97%,共调解320件,成功310件`: the counts stand behind the rate.
pub fn behind(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let (rate, first, second) = (&list[at], list.get(at + 1)?, list.get(at + 2)?);
    let own = first.sentence == rate.sentence && second.sentence == rate.sentence && first.bracket == second.bracket;
    // The counts of another rate: 邻县持证率98%,我县执法人员115人,持证110人,持证率96%
    let is_anothers = list.get(at + 3).is_some_and(|next| next.sentence == rate.sentence && next.role == Role::Rate);
    // 整改率99.7%,其中重大隐患43项,已整改41项: of some. 受理5316件次,一次性化解率95.7%,重复信访284件、化解279件: of what
    // stands before it.
    let before = ctx.figures.sentences[rate.sentence].first..at;
    let is_like = |it: &Figure| it.role == Role::Count && it.quantity.unit.family == first.quantity.unit.family;
    let is_told = before.rev().take(LONGEST_LIST).any(|it| is_like(&list[it]));
    // 一次性化解率92.4%,交办积案61件,化解60件: of what came first.
    let is_of_first = |run: Run| ctx.text.has_any(run, &["初次", "初访", "初信", "一次性"]);
    let is_of_others = is_of_first(rate.label) && !is_of_first(first.label) && !is_of_first(second.label);
    let is_told = is_told || is_of_others;
    let is_apart = is_told || cues::stops(ctx.text, first.gap) || cues::says_among(ctx.text, first.gap);
    if !own || is_anothers || is_apart || first.quantity.unit.family != second.quantity.unit.family {
        return None;
    }
    let stems = stems(ctx, rate.label);
    let counts = |figure: &Figure| figure.role == Role::Count && figure.quantity.unit.family.is_amount();
    let named = |ch: char| !GENERIC.contains(&ch) && ctx.text.chars(second.gap).any(|other| other == ch);
    let is_named = stems.iter().any(|&stem| ctx.text.chars(stem).any(named)) && ctx.text.before(rate.label.end) != '的';
    let pair = (at + 2, at + 1);
    // 成功率96.5%,调解1860件,其中疑难纠纷成功115件: too far off to be one of the other.
    let is_reversed = second.quantity.value > first.quantity.value;
    let may_be = || {
        let is_slip = is_slip(ctx, pair, rate);
        if is_reversed { is_slip && !gives(ctx, &[at + 1], at + 2, rate) } else { is_slip || is_near(ctx, pair, rate) }
    };
    (counts(first) && counts(second) && is_named && may_be()).then_some(pair)
}

/// Whether the words behind a count say that the next is some of it: `1509项中1492项`.
fn is_of_them(ctx: &Context<'_>, whole: &Figure, part: &Figure) -> bool {
    let words = Run::new(whole.quantity.run.end, part.quantity.run.start);
    let end = (words.start..words.end).find(|&at| ctx.text.at(at) == ',').unwrap_or(words.end);
    // 审理的38件中负责人出庭35件
    // 1239件案件中1216件调解成功
    let is_behind = cues::of_these(ctx.text, Run::new(words.start, end.min(words.start + LONGEST_NOUN))).is_some();
    whole.bracket == part.bracket && (is_behind || (words.start..end).rev().take(1).any(|at| ctx.text.at(at) == '中'))
}

/// `项目78个,落实实名制管理的75个,覆盖率96.2%`: whether a coverage is of what was done for some of all; not for those that need it
/// (需要建设的75个).
fn is_covered(ctx: &Context<'_>, rate: &Figure, [whole, part]: [&Figure; 2]) -> bool {
    const DONE: &[&str] = &["落实", "建立", "建成", "实现", "配备", "安装", "纳入", "设立", "实行", "推行", "完成"];
    ctx.text.starts(rate.label.start, "覆盖率")
        && ctx.text.starts_any(part.label.start, DONE).is_some()
        && ctx.text.before(part.label.end) == '的'
        && ctx.text.at(part.gap.start) == ','
        && whole.bracket == part.bracket
        && ctx.text.string(part.quantity.unit_run) == ctx.text.string(whole.quantity.unit_run)
}

/// So far behind a count 中 says that the next is some of it.
const LONGEST_NOUN: usize = 8;

/// `13名,占执法人员214名的6.1%`: the base stands between 占 and the rate.
pub fn is_base_named(ctx: &Context<'_>, rate: &Figure, base: &Figure) -> bool {
    ctx.text.starts(base.label.start, "占") && ctx.text.before(rate.label.end) == '的'
}

/// 占总数的, or 占 behind 其中: the whole is what was counted before.
fn is_share_of_all(ctx: &Context<'_>, rate: &Figure, part: &Figure) -> bool {
    let words = ctx.text.string(rate.label);
    let of_all = ["占总数的", "占总数", "占总量的", "占全部的", "占全部", "占总额的"].contains(&words.as_str());
    let of_these = ["占", "占比", "占比为", "占比达", "约占"].contains(&words.as_str());
    // 320个村中240个建成…,占75%
    let among =
        cues::says_among(ctx.text, part.gap) || (part.gap.len() <= LONGEST_GAP && ctx.text.has_any(part.gap, &["中"]));
    of_all || (of_these && among)
}

/// Above its base by a quarter at most: the numerator may be the slip.
fn is_next(part: Decimal, whole: Decimal) -> bool {
    let four = Decimal::whole(4);
    part.minus(whole).and_then(|gap| gap.times(four)).is_some_and(|gap| gap <= whole)
}

/// Whether a count speaks again of what another counted before: `审结159件。审结159件中…`, `80条…。80条中…`.
#[must_use]
pub fn restates(ctx: &Context<'_>, count: usize, before: usize) -> bool {
    let [count, before] = [count, before].map(|index| &ctx.figures.list[index]);
    let mut label = count.label;
    while let Some((_, length)) = ctx.text.ends_any(label.start, label.end, &["的", "总数", "总量", "共"]) {
        label.end -= length;
    }
    let words: Vec<char> = ctx.text.chars(label).collect();
    let last: String = words[words.len().saturating_sub(2)..].iter().collect();
    let is_bare = words.is_empty() && before.quantity.run.start < count.quantity.run.start;
    // 预算金额3.18亿元,成交金额2.97亿元
    let is_any = ["金额", "资金", "数量", "总数", "人数"].contains(&last.as_str());
    let named = words.len() >= 2 && !is_any && ctx.text.has_any(before.label, &[&last]);
    count.quantity.unit.family == before.quantity.unit.family && (is_bare || named)
}
