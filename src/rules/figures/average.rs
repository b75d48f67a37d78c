//! A mean that its total and its count contradict.
//!
//! 平均每场200余人, 户均2.7万元, 日均230个. Doubted only where the words name what it is the mean of (每场 beside
//! 58场次) and total and count stand right before it or come near, or where they name nothing (平均受理6件) and the
//! only total and the only other count of the sentence come near. So many to each of the groups that all were formed into
//! (48名,组成12个组,每组4名) are no more than all (`each`). Of 日均 and 月均 only where the total is that of a
//! year, of 年均 where the sentence counts the years (`period`). Silent where the words name what none counts (人均 beside 50家企业), on a
//! mean that changes (由每村3名增加到5名), on one in a bracket of what stands outside, and where total and count are
//! worlds apart.

mod each;
mod name;
mod period;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::{slip, sum};
use crate::rules::{Context, Rule};
use name::{is_named, names_unit};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/average",
    title: &messages::AVERAGE_TITLE,
    why: &messages::AVERAGE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "举办讲座50场,听众6000人次,平均每场⟦150人次⟧。",
    passes: "举办讲座50场,听众6000人次,平均每场120人次。",
    previous: None,
    check,
};

const REACH: usize = 8;
/// What is so many times more or less is no mean of it, whatever slip there is.
const MOST_TIMES: Decimal = Decimal::whole(50);
/// No figure farther away is looked at.
const FARTHEST: usize = 30;
/// A longer label says what is reckoned: 人均调处疑难纠纷.
const LONGEST_BARE: usize = 6;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let mean = &ctx.figures.list[at];
            if mean.role == Role::Mean {
                judge(ctx, at, from, sentence.first, out);
            }
        }
    }
}

fn judge(ctx: &Context<'_>, at: usize, from: usize, sentence: usize, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let mean = &list[at];
    // 服务1632小时,平均每个社区96小时
    let written = |figure: &Figure| ctx.text.string(figure.quantity.unit_run);
    let is_time = |figure: &Figure| {
        let is_same = figure.quantity.unit.family == Family::Time && written(figure) == written(mean);
        // 48小时内办结
        is_same
            && figure.role == Role::Other
            && !matches!(ctx.text.at(figure.quantity.run.end), '内' | '以' | '之' | '期')
    };
    let is_value = |index: &usize| matches!(list[*index].role, Role::Count | Role::Elsewhen) || is_time(&list[*index]);
    let mut near: Vec<usize> = (from..at).rev().take(FARTHEST).filter(is_value).take(REACH).collect();
    // 人均办证681件(42名), 日均调用9.6万次,全年累计调用3504万次
    near.extend((at + 1..list.len().min(at + 3)).filter(|&index| ctx.figures.is_beside(index, at)).filter(is_value));
    // 9个村均有顾问。8个村共有54名,平均每村6名: what stands right before it is meant, not what was told before.
    let is_tied = is_tied(ctx, at, sentence);
    if is_tied {
        near.retain(|&index| (sentence..at).contains(&index));
    }
    // 参与部门168个次,平均每次3.6个
    // 培训1174人次,人均2次
    let unit = |figure: &Figure| ctx.text.at(figure.quantity.unit_run.start);
    let is_of_times = |figure: &Figure| unit(mean) == '次' && ctx.text.before(figure.quantity.unit_run.end) == '次';
    let is_of_mean = |figure: &Figure| {
        let is_like = figure.quantity.unit.family.adds_to(mean.quantity.unit.family) || unit(figure) == unit(mean);
        is_like || is_of_times(figure)
    };
    let totals = || near.iter().copied().filter(|&index| is_of_mean(&list[index]));
    let counts = || near.iter().copied().filter(|&index| list[index].quantity.unit.family.is_amount());
    // 村干部63名、乡贤14名,105名分布在21个村,村均5名: not one of them by another, where the words name what they are divided by.
    // 18个县,督察部门72个,平均每县4个: of what is named and of what is not.
    let are_told = |total: usize, count: usize| is_named(ctx, &list[count], mean) && !is_named(ctx, &list[total], mean);
    let is_other = |total: usize, count: usize| {
        let are_alike = is_tied && written(&list[total]) == written(&list[count]);
        count != total && (!are_alike || are_told(total, count))
    };
    let pairs = || {
        totals()
            .flat_map(|total| counts().filter(move |&count| is_other(total, count)).map(move |count| (total, count)))
    };
    if let Some((total, count)) = each::formed(ctx, at) {
        disagree(ctx, total, By::Count(count), mean, out);
        return;
    }
    if let Some((total, count)) =
        pairs().find(|&(total, count)| gives(list[total].quantity.interval, list[count].quantity.interval, mean))
    {
        out.relations.push(relation(ctx, total, By::Count(count), mean, Verdict::Agrees));
        return;
    }
    if let Some(times) = period::times(ctx, at) {
        let is_mean = |total: usize, by: Decimal| gives(list[total].quantity.interval, Interval::exactly(by), mean);
        let held = |total: usize| times.iter().copied().find(|&by| is_mean(total, by));
        if let Some((total, by)) = totals().find_map(|total| held(total).map(|by| (total, by))) {
            out.relations.push(relation(ctx, total, By::Times(by), mean, Verdict::Agrees));
        } else if let Some((total, by)) = totals().find_map(|total| Some((total, period::claimed(ctx, total, at)?))) {
            disagree(ctx, total, By::Times(by), mean, out);
        }
        return;
    }
    if is_of_other(ctx, mean) {
        return;
    }
    let may_be = |pair: &(usize, usize)| may_be_of(ctx, at, sentence, *pair);
    let claimed = claimed(ctx, at, sentence, &near).filter(may_be).or_else(|| each::between(ctx, at));
    let Some((total, count)) = claimed else { return };
    // 没收20万元,罚款280万元,案均罚没1.2万元; 12个村、3个社区共60名,村均4名: of all of it together.
    let is_like = |index: usize, other: usize| {
        index >= sentence && list[index].quantity.unit.family == list[other].quantity.unit.family
    };
    let is_added = |index: &usize| (sentence..at).contains(index) || *index == total;
    let own: Vec<usize> = totals().filter(|index| is_added(index) && *index != count).collect();
    let counts: Vec<usize> = near.iter().copied().filter(|&index| is_like(index, count)).collect();
    // 94个网格配备专职94名、兼职282名,平均每个网格4名
    let bys = [sum::sum(ctx, &counts), Some(list[count].quantity.interval)];
    let made = sum::sum(ctx, &own);
    let together = bys.into_iter().flatten().any(|by| made.is_some_and(|made| gives(made, by, mean)));
    if count != total && !together {
        disagree(ctx, total, By::Count(count), mean, out);
    }
}

/// Whether a mean may be of a total and a count.
fn may_be_of(ctx: &Context<'_>, at: usize, sentence: usize, pair: (usize, usize)) -> bool {
    let list = &ctx.figures.list;
    let mean = &list[at];
    // 由每村3名增加到5名 is no mean of what there is; nor is 合计26件(7位副市长每人3件) of what stands outside.
    let is_changed = ctx.text.has_any(mean.label, &["由每", "从每"])
        || ctx.text.ends_any(mean.label.start, mean.label.end, &["由", "从"]).is_some();
    let is_inside = |(total, count): (usize, usize)| {
        mean.bracket.is_some() && list[count].bracket == mean.bracket && list[total].bracket != mean.bracket
    };
    // 培训6期,参训84人次,人均6次: of what is not printed.
    let is_far = |(total, count): (usize, usize)| {
        let made = list[total].quantity.value.over(list[count].quantity.value, 2);
        slip::is_far(made.unwrap_or(Decimal::ZERO), mean.quantity.value, MOST_TIMES)
    };
    // 编制92名,实有84人;25个司法所,所均2.4人: what a semicolon parts is of something else.
    let is_parted = |(total, count): (usize, usize)| {
        total >= sentence && count < at && (total + 1..=count).any(|index| cues::stops(ctx.text, list[index].gap))
    };
    // 案审会22次,讨论50起,平均每起讨论1.2次: what makes less than one each was not meant.
    let is_less = |(total, count): (usize, usize)| {
        let [total, count] = [total, count].map(|index| list[index].quantity.value);
        total < count && mean.quantity.value >= Decimal::whole(1)
    };
    // 新增146户,补贴476.8万元;…。竣工213户,…,户均补助3.1万元: of those of its own sentence.
    let is_own = |index: usize| list[index].role == Role::Count && is_named(ctx, &list[index], mean);
    // 劳动争议37件。选聘能手5名,人均调处疑难纠纷8.6件: nor of what is called otherwise there.
    let is_called =
        |total: usize| mean.label.len() < LONGEST_BARE || ctx.text.shares_two(mean.label, list[total].label);
    let is_elsewhere = |(total, count): (usize, usize)| {
        count < sentence && (sentence..at).any(is_own) || total < sentence && !is_called(total)
    };
    // 简易程序52宗,普通程序232宗。罚没218.68万元,平均每宗0.77万元: of both.
    let is_listed = |(_, count): (usize, usize)| {
        let before = count.checked_sub(1).filter(|&before| count < sentence && ctx.figures.is_beside(before, count));
        before.is_some_and(|before| list[before].quantity.unit.family == list[count].quantity.unit.family)
    };

    !is_listed(pair)
        && !is_elsewhere(pair)
        && !is_less(pair)
        && !is_parted(pair)
        && !is_changed
        && !is_inside(pair)
        && !is_far(pair)
}

/// Whether so many each are given (按每人1元标准列支, 每村配备2名) or reckoned without some (起均罚款4万元(不含警告6起)).
fn is_of_other(ctx: &Context<'_>, mean: &Figure) -> bool {
    let end = mean.quantity.run.end;
    let leaves_out = ["(不含", "(不包括", "(剔除", "(扣除", "(除"];
    ctx.text.starts(end, "标准")
        || ctx.text.starts_any(ctx.text.skip_spaces(end), &leaves_out).is_some()
        || ctx.text.has_any(mean.label, &["安排", "配备", "邀请", "选派", "需", "设", "聘"])
}

/// Whether a total in the unit of a mean and the count that its words name stand right before it.
fn is_tied(ctx: &Context<'_>, at: usize, sentence: usize) -> bool {
    let list = &ctx.figures.list;
    let mean = &list[at];
    let unit = |figure: &Figure| ctx.text.string(figure.quantity.unit_run);
    let is_own =
        |index: usize| index >= sentence && list[index].role == Role::Count && list[index].bracket == mean.bracket;
    let Some(first) = at.checked_sub(2).filter(|&first| is_own(first) && is_own(first + 1)) else { return false };
    let may_be = |total: usize, count: usize| unit(&list[total]) == unit(mean) && is_named(ctx, &list[count], mean);
    may_be(first, first + 1) || may_be(first + 1, first)
}

/// What a total is divided by.
#[derive(Clone, Copy)]
enum By {
    /// The count of this index.
    Count(usize),
    /// So many days, months or years.
    Times(Decimal),
}

impl By {
    fn count(self) -> Option<usize> {
        match self {
            Self::Count(index) => Some(index),
            Self::Times(_) => None,
        }
    }

    fn value(self, ctx: &Context<'_>) -> Decimal {
        match self {
            Self::Count(index) => ctx.figures.list[index].quantity.value,
            Self::Times(times) => times,
        }
    }

    /// A total over it, as they are written.
    fn quotient(self, ctx: &Context<'_>, total: usize) -> String {
        let written = |index: usize| ctx.text.string(ctx.figures.list[index].quantity.numeral);
        let by = match self {
            Self::Count(index) => written(index),
            Self::Times(times) => times.to_string(),
        };
        format!("{}÷{by}", written(total))
    }
}

fn disagree(ctx: &Context<'_>, total: usize, by: By, mean: &Figure, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let is_exact = |figure: &Figure| figure.quantity.approx == Approx::Exact;
    let is_about = mean.quantity.approx == Approx::About;
    let may_be_judged =
        (is_exact(mean) || is_about) && is_exact(&list[total]) && by.count().is_none_or(|count| is_exact(&list[count]));
    let right = ctx.quotient_like(list[total].quantity.value, by.value(ctx), mean);
    let Some(right) = right.filter(|_| may_be_judged) else { return };
    out.relations.push(relation(ctx, total, by, mean, Verdict::Disagrees));
    let message = messages::AVERAGE_WRONG.with(&[
        &by.quotient(ctx, total),
        &ctx.in_words(right, mean),
        &ctx.text.string(mean.quantity.run),
    ]);
    let mut finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(mean.quantity.run), message)
        .related(ctx.text.span(list[total].quantity.run), messages::TOTAL.plain());
    if let Some(count) = by.count() {
        finding = finding.related(ctx.text.span(list[count].quantity.run), messages::DENOMINATOR.plain());
    }
    out.findings.push(finding);
}

/// The total and the count that the words of a mean name: the only ones of its sentence, or those that nearly give it.
fn claimed(ctx: &Context<'_>, at: usize, sentence: usize, all: &[usize]) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let mean = &list[at];
    let family = mean.quantity.unit.family;
    let is_count = |&&index: &&usize| {
        list[index].quantity.unit.family.is_amount()
            && list[index].quantity.unit.exponent == 0
            && is_named(ctx, &list[index], mean)
    };
    let mut counts: Vec<usize> = all.iter().filter(is_count).copied().collect();
    // 94个网格配备专职网格员94名,平均每个网格4名: of what is counted otherwise, where that is named.
    let is_other = |&index: &usize| list[index].quantity.unit.family != family;
    if counts.iter().any(is_other) {
        counts.retain(is_other);
    }
    let totals: Vec<usize> = all.iter().copied().filter(|&total| list[total].quantity.unit.family == family).collect();
    let within = |total: usize, count: usize, times: i64| {
        let made = list[total].quantity.value.over(list[count].quantity.value, 2);
        let gap = made.and_then(|made| made.distance(mean.quantity.value));
        gap.and_then(|gap| gap.times(Decimal::whole(times))).is_some_and(|gap| gap <= mean.quantity.value)
    };
    let pairs = || totals.iter().flat_map(|&total| counts.iter().map(move |&count| (total, count)));
    let mut own = pairs().filter(|&(total, count)| {
        total != count && total >= sentence && count >= sentence && total.min(count) + 2 == at
    });
    if let (Some(only), None) = (own.next(), own.next()) {
        return Some(only);
    }
    // The nearest total, and a count so named.
    let nearest = || totals.iter().copied().find(|&total| total >= sentence && total < at);
    let is_near = |total: usize, count: usize| {
        let made = list[total].quantity.value.over(list[count].quantity.value, 2);
        total != count && made.is_some_and(|made| slip::is_near(mean.quantity.value, made))
    };
    let named = || {
        nearest()
            .and_then(|total| counts.iter().map(|&count| (total, count)).find(|&(total, count)| is_near(total, count)))
    };
    // The only total and the only other count of the sentence, unless the words name another unit than the count has.
    let alone = || {
        let of = |is_total: bool| {
            let mut own = all.iter().copied().filter(|&index| {
                index >= sentence
                    && list[index].sentence == mean.sentence
                    && (list[index].quantity.unit.family == family) == is_total
            });
            own.next().filter(|_| own.next().is_none())
        };
        let may_be_of = |count: usize| !names_unit(ctx, mean) || is_named(ctx, &list[count], mean);
        of(true).zip(of(false)).filter(|&(total, count)| within(total, count, 6) && may_be_of(count))
    };
    pairs().find(|&(total, count)| total != count && within(total, count, 6)).or_else(named).or_else(alone)
}

/// Whether total over count lies within what the mean allows.
fn gives(total: Interval, count: Interval, mean: &Figure) -> bool {
    let mean = mean.quantity.interval;
    let wanted = mean.times(count);
    // A mean is rounded to its last digit even where it is a whole number; nobody cuts 7.9 off to 7.
    let is_small = mean.low < Decimal::whole(10);
    let half = Decimal::power_of_ten(-1).times(Decimal::whole(5)).and_then(|half| half.times(count.high));
    let room = |wanted: Interval, half: Decimal| {
        let more = if is_small { half } else { half.plus(half)? };
        Some(Interval { low: wanted.low.minus(half)?, high: wanted.high.plus(more)?, open: true })
    };
    let wanted = match (wanted, half) {
        (Some(wanted), Some(half)) if mean.low == mean.high => room(wanted, half),
        (wanted, _) => wanted,
    };
    wanted.is_some_and(|wanted| wanted.meets(total))
}

fn relation(ctx: &Context<'_>, total: usize, by: By, mean: &Figure, verdict: Verdict) -> Relation {
    let list = &ctx.figures.list;
    let mut operands = vec![ctx.operand("total", &list[total])];
    operands.extend(by.count().map(|count| ctx.operand("count", &list[count])));
    operands.push(ctx.operand("average", mean));
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let equation = format!("{} {sign} {}", by.quotient(ctx, total), ctx.text.string(mean.quantity.numeral));
    Relation::new(Kind::Average, verdict, operands, equation)
}
