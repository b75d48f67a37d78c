//! Words by which a rate is of something else than the counts beside it, or by which what is missing is accounted for.

use super::stem::stems;
use super::{REACH, is_gathered, is_rate};
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::span::Run;

/// `纠错率14.6%(按审结数计算)`: whether a bracket behind a rate says how it is reckoned.
pub fn tells_its_base(ctx: &Context<'_>, rate: &Figure) -> bool {
    const LONGEST: usize = 20;
    let open = ctx.text.skip_spaces(rate.quantity.run.end);
    let close = (open..open + LONGEST).find(|&at| ctx.text.at(at) == ')');
    let inside = close.map(|close| Run::new(open, close)).filter(|_| ctx.text.at(open) == '(');
    let leads = |inside: Run| matches!(ctx.text.at(inside.start + 1), '按' | '以');
    let ends =
        |inside: Run| ctx.text.ends_any(inside.start, inside.end, &["计算", "计", "口径", "为基数", "为分母", "统计"]);
    // 开庭率96.5%(剔除撤诉3件)
    let leaves_out = |inside: Run| ctx.text.has_any(inside, &["剔除", "扣除"]);
    // 出庭应诉率100%(应出庭33件)
    let is_due = |inside: Run| ctx.text.starts(inside.start + 1, "应出庭");
    // 按当年立案计算的现案破案率62.37%
    let is_led = ctx
        .text
        .find(rate.gap, "计算的")
        .is_some_and(|end| ctx.text.has_any(Run::new(rate.gap.start, end), &["按", "以"]));
    // 复检合格率, 剔除弃权后满意率
    let is_of_others =
        ctx.text.has_any(rate.gap, &["复检", "剔除", "扣除", "评价性", "审减率", "核减率", "现场办结", "占用"]);
    is_led
        || is_of_others
        || inside.is_some_and(|inside| leads(inside) && ends(inside).is_some() || is_due(inside) || leaves_out(inside))
}

/// `结案22件,其中上年立案本年结案3件,当年结案率79.2%`: without those of the year before.
pub fn is_of_this_year(ctx: &Context<'_>, at: usize) -> bool {
    let label = ctx.figures.list[at].label;
    let is_own = ctx.text.starts_any(label.start, &["当年", "本年", "当期"]).is_some();
    let before = at.checked_sub(1).map(|before| &ctx.figures.list[before]);
    let is_earlier = |figure: &Figure| {
        let says = |words: &[&str]| ctx.text.has_any(figure.label, words);
        figure.role != Role::Change
            && says(&["上年", "往年", "去年", "历年"])
            && says(&["立案", "结转", "受理", "积案"])
    };
    is_own && before.is_some_and(|it| it.sentence == ctx.figures.list[at].sentence && is_earlier(it))
}

/// `办结(含上年结转)580件`, `连同上年存案审结191件`: whether more than what came in is counted.
pub fn includes_carried(ctx: &Context<'_>, part: usize) -> bool {
    let Figure { label, quantity, .. } = ctx.figures.list[part];
    cues::includes_carried(ctx.text, quantity.run.end)
        || ctx.text.has_any(label, cues::CARRIED)
        || ctx.text.starts(label.start, cues::WITH)
}

/// `应出庭126件,实际出庭120件,出庭率100%(6件改为线上)`: whether a bracket behind the rate or the base tells of the rest.
pub fn tells_rest(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    let value = |index: usize| ctx.figures.list[index].quantity.value;
    let inside = [at, whole].into_iter().filter_map(|index| ctx.figures.in_bracket_behind(ctx.text, index));
    let is_rest = |rest: usize| value(whole).minus(value(part)) == Some(value(rest));
    ctx.figures.list[at].quantity.value == Decimal::HUNDRED && inside.into_iter().any(is_rest)
}

/// Whether a rate is of bodies or places, and a pair counts people or occasions: 公职律师17名,各乡镇法律顾问覆盖率100%.
pub fn is_of_bodies(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    const BODIES: &[&str] =
        &["乡镇", "镇街", "街道", "部门", "单位", "机关", "处室", "企业", "学校", "村", "社区", "县", "区", "镇"];
    let (label, family) = (ctx.figures.list[at].label, ctx.figures.list[part].quantity.unit.family);
    // 6个县中,甲县、乙县、丙县3个县出庭率达到100%; 14个镇中3个镇办件量低于全县的2%: what each of them has.
    let last = &ctx.figures.list[part.max(whole).min(at)];
    let between = Run::new(last.quantity.run.end, label.end.max(last.quantity.run.end));
    let is_close = last.quantity.run.end < ctx.figures.list[at].quantity.run.start
        && !ctx.text.chars(between).any(is_separator)
        && BODIES.iter().any(|body| ctx.text.starts(last.quantity.run.end, body));
    let is_limit = || ctx.text.has_any(between, &["低于", "高于", "不足", "不到", "未达"]);
    if is_close && (ctx.text.before(label.end) != '的' && ctx.text.find(label, "占").is_none() || is_limit()) {
        return true;
    }
    ctx.text.has_any(label, &["覆盖"])
        && ctx.text.has_any(label, BODIES)
        && matches!(family, Family::Person | Family::Occasion)
}

/// `化解9.51万件。人民调解组织调解纠纷7.92万件,调解成功率98.6%`: whether a rate of success stands behind what was tried, which is no
/// part of what the sentence before tells.
pub fn is_of_success(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    const SUCCESS: &[&str] = &["成功", "化解", "达成", "办结", "调成"];
    let list = &ctx.figures.list;
    let is_apart = list[whole].sentence < list[part].sentence;
    is_apart && ctx.text.has_any(list[at].label, &["成功率"]) && !ctx.text.has_any(list[part].label, SUCCESS)
}

/// `40名律师中有12名取得证书,占全市的15%`, `全省审结率81%`: whether a rate is of all of an area of which neither count is.
pub fn is_of_an_area(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    let label = ctx.figures.list[at].label;
    // 占全市的15%, 比全市平均审结率88%高
    let compares = ctx.text.starts_any(label.start, &["比", "较", "高于", "低于"]).map_or(0, |(_, length)| length);
    let start = cues::shares(ctx.text, label).map_or(label.start + compares, |share| share + 1);
    let area = [cues::AREAS, cues::TOWNSHIPS, &["全国", "全局", "全院"]]
        .iter()
        .find_map(|words| ctx.text.starts_any(start, words));
    area.is_some_and(|(area, _)| {
        [part, whole].iter().all(|&index| ctx.text.find(ctx.figures.list[index].gap, area).is_none())
    })
}

/// `在岗148人,其中持执法证131人,执法岗持证率100%`, `其中需合法性审查的63个,全部先审后议,审查率100%`: all of what it names, or of what
/// is all told of, not of what they are some.
pub fn is_of_those_named(ctx: &Context<'_>, at: usize, (part, _): (usize, usize)) -> bool {
    let list = &ctx.figures.list;
    let (rate, count) = (&list[at], &list[part]);
    let names_another = || {
        let stem = stems(ctx, rate.label).first().copied();
        let lead = stem.map(|stem| Run::new(rate.label.start, stem.start)).filter(|lead| lead.len() > 1);
        lead.is_some_and(|lead| ctx.text.find(count.label, &ctx.text.string(lead)).is_none())
    };
    let end = count.quantity.run.end;
    let says_all = || ctx.text.has_any(Run::new(end, rate.label.start.max(end)), &["全部", "均"]);
    // 诉讼24件,通知出庭的22件,均由负责人出庭,出庭率100%
    let is_some = cues::says_among(ctx.text, count.gap) || ctx.text.before(count.label.end) == '的';
    let is_among = part < at && is_some;
    rate.quantity.value == Decimal::HUNDRED && is_among && (names_another() || says_all())
}

/// Whether the words before 占 (以调解结案的占46.7%, 简案快办占普通程序的51.2%), if a share has them, are in the name of a count.
pub fn is_subject(ctx: &Context<'_>, rate: &Figure, count: &Figure) -> bool {
    const NOBODY: &[&str] = &["其中", "分别", "以上", "上述", "合计", "合并", "总计", "总共", "共计", "大约", "最多"];
    let Some(share) = ctx.text.find(rate.label, "占") else { return true };
    let end = share - usize::from(rate.label.start < share && ctx.text.before(share) == '的');
    let quote = usize::from(ctx.text.at(rate.label.start) == '“');
    let subject = Run::new(rate.label.start + quote, end);
    let is_of_whom = ctx.text.before(rate.label.end) == '的' || end < share || subject.len() > 3;
    if subject.len() < 2 || ctx.text.starts_any(subject.start, NOBODY).is_some() {
        return true;
    }
    // 律师1438名,其中党员579名,女律师占37.6%
    if !is_of_whom {
        return ctx.text.shares_two(subject, Run::new(count.gap.start, count.quantity.run.end));
    }
    // 抽查1.47万户,联合抽查占比31.7%: of what is called otherwise.
    if ctx.text.before(rate.label.end) != '的' && subject.len() > 3 {
        let kind = ctx.text.string(Run::new(subject.start, subject.start + 2));
        return ctx.text.find(count.label, &kind).is_some();
    }
    ctx.text.shares_two(subject, count.label)
}

/// `信访事项1372件,办结1343件;受理工单23814件,办结率99.3%`: whether a semicolon parts a rate from a pair, and something
/// else of their kind is counted behind it; or parts what is more, and of another unit, from its base.
pub fn is_parted_from(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    let list = &ctx.figures.list;
    let stops = |&index: &usize| cues::stops(ctx.text, list[index].gap);
    let behind = part.max(whole) + 1;
    // 队员18名,40岁以下7人;普通程序占三分之一, but 简易程序6597件、普通程序245件;简易程序占96.4%
    let is_shared = || ctx.text.find(list[at].label, "占").is_some() && is_subject(ctx, &list[at], &list[part]);
    if behind <= at && stops(&at) && !is_shared() {
        return true;
    }
    let parted = (behind..at).rev().take(REACH).find(stops);
    let is_like = |it: &Figure| it.role == Role::Count && it.quantity.unit.family == list[part].quantity.unit.family;
    // 公示决定602件;法制审核641起,审核率100%
    let [more, of] = [part, whole].map(|index| &list[index].quantity);
    let are_units = ctx.text.string(more.unit_run) != ctx.text.string(of.unit_run);
    // 退货1.27万件;企业412家,和解9468件,和解率87.6%: something else begins what stands behind the semicolon.
    let begins = (whole + 1..part).rev().take(REACH).find(stops);
    if begins.is_some() && !is_gathered(ctx, whole) {
        return true;
    }
    let is_more = whole < part && stops(&part) && more.value > of.value && are_units;
    is_more || parted.is_some_and(|from| list[from..at].iter().any(is_like))
}

/// `受理1033件。纠错236件,纠错率24.2%,调解170件,调解率17.4%`: whether another count and its rate are of one base with these,
/// which is not printed.
pub fn has_own_base(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize)) -> bool {
    let list = &ctx.figures.list;
    let base = |part: usize, rate: usize| {
        let of = |rate: Decimal| list[part].quantity.value.times(Decimal::HUNDRED)?.over(rate, 2);
        let rate = list[rate].quantity.interval;
        Some((of(rate.high)?, of(rate.low)?))
    };
    let is_apart = part + 1 == at && !ctx.figures.is_beside(whole, at);
    let Some((least, most)) = base(part, at).filter(|_| is_apart) else { return false };
    let is_like = |other: &usize| {
        let rate = &list[*other];
        let count = &list[*other - 1];
        *other != at
            && is_rate(rate)
            && rate.sentence == list[at].sentence
            && count.role == Role::Count
            && *other - 1 != whole
            && count.quantity.unit.family == list[part].quantity.unit.family
            && base(*other - 1, *other).is_some_and(|(low, high)| low <= most && least <= high)
    };
    let mut near = (at.saturating_sub(REACH).max(1)..(at + REACH).min(list.len())).filter(is_like);
    near.next().is_some()
}
