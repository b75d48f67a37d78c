//! Means of a period: how many days, weeks or months the time of a report has, and how many years a sentence names.

use crate::decimal::Decimal;
use crate::figures::Figure;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::slip;

/// What a mean of a period is called, and how often the period comes in a year, half a year, a quarter, a month, a week:
/// days or working days. How many years there are only the sentence says.
const PERIODS: &[(&[&str], &[i64])] = &[
    (&["日均", "每天", "每日"], &[365, 366, 250, 251, 249, 248, 247, 181, 182, 90, 91, 92, 31, 30, 28, 7]),
    (&["月均", "每月", "月人均"], &[12, 6, 3]),
    (&["周均", "每周"], &[52]),
    (&["年均", "每年", "年人均"], &[]),
];

/// More years are told as a time, not counted: 二十年来.
const MOST_YEARS: Decimal = Decimal::whole(10);

/// No number of years farther away is that of a mean.
const FARTHEST: usize = 20;

/// How often the period of a mean may come in the time of its total, where its words name one.
#[must_use]
pub fn times(ctx: &Context<'_>, at: usize) -> Option<Vec<Decimal>> {
    let label = ctx.figures.list[at].label;
    let (words, times) = PERIODS.iter().find(|(words, _)| ctx.text.has_any(label, words))?;
    if let Some(days) = working_days(ctx, at).filter(|_| words.contains(&"日均")) {
        return Some(vec![days]);
    }
    let counted = || years(ctx, at).into_iter().collect();
    Some(if times.is_empty() { counted() } else { times.iter().map(|&times| Decimal::whole(times)).collect() })
}

/// How often the period comes in what a total says to be its time, where it comes near so many times the mean:
/// `全年受理10000件,日均30件`, `五年来累计2140卷,年均420卷`.
#[must_use]
pub fn claimed(ctx: &Context<'_>, total: usize, at: usize) -> Option<Decimal> {
    const OF_A_YEAR: [(&str, i64); 2] = [("日均", 365), ("月均", 12)];
    let [figure, mean] = [total, at].map(|index| &ctx.figures.list[index]);
    let starts = |word: &str| ctx.text.starts(mean.label.start, word);
    let of_year = || {
        let (_, times) = OF_A_YEAR.into_iter().find(|(word, _)| starts(word))?;
        ctx.text.has_any(figure.label, &["全年"]).then(|| Decimal::whole(times))
    };
    let days = || working_days(ctx, at).filter(|_| starts("日均"));
    let times = if starts("年均") { years(ctx, at) } else { days().or_else(of_year) }?;
    let made = mean.quantity.value.times(times)?;
    let is_meant = figure.sentence == mean.sentence && figure.quantity.unit.family == mean.quantity.unit.family;
    (is_meant && slip::is_near(figure.quantity.value, made)).then_some(times)
}

/// `按全年250个工作日计算`, `252个工作日共受理5040件`: how many are told right before a mean, or right before its total.
fn working_days(ctx: &Context<'_>, at: usize) -> Option<Decimal> {
    const FEWEST: Decimal = Decimal::whole(100);
    let list = &ctx.figures.list;
    let is_total = || list[at - 1].quantity.unit.family == list[at].quantity.unit.family;
    let told = |distance: usize| {
        let days = &list[at.checked_sub(distance).filter(|&days| ctx.figures.is_beside(days, at))?];
        let is_led = ctx.text.has_any(days.gap, &["按", "以"]) || distance > 1 && is_total();
        let is_told = ctx.text.has_any(days.quantity.unit_run, &["工作日"]) && is_led;
        (is_told && days.quantity.value >= FEWEST).then_some(days.quantity.value)
    };
    (1..=2).find_map(told)
}

/// The only number of years that the sentence of a mean tells before it: `近三年共1536件,年均512件`.
fn years(ctx: &Context<'_>, at: usize) -> Option<Decimal> {
    let first = ctx.figures.sentences[ctx.figures.list[at].sentence].first;
    let is_time = |figure: &&Figure| {
        let quantity = &figure.quantity;
        let is_small = quantity.value > Decimal::whole(1) && quantity.value <= MOST_YEARS;
        quantity.unit.family == Family::Time && ctx.text.string(quantity.unit_run) == "年" && is_small
    };
    let mut told = ctx.figures.list[first.max(at.saturating_sub(FARTHEST))..at].iter().filter(is_time);
    told.next().filter(|_| told.next().is_none()).map(|figure| figure.quantity.value)
}
