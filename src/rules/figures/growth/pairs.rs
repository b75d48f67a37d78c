//! The two values that a rate of change may compare, and how sure the wording is.
//!
//! Sure are values, amount and rate in one of the rows that officials write: `1042起,上升12.6%(上年925起)`,
//! `12102宗,比上月12120宗下降0.15%`, `108件,同比增加12件,增长12.5%`, `下降18%,较上年746起减少134起`,
//! `由86件升至110件,增长27.9%`, `压缩72.4%,由22.5天压至6.2天`, `增长126.8%,达到1576件(上年695件)`, and several at once. Any other two in reach may explain a rate, not refute it.

mod amount;
mod respectively;
mod tied;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues, years};
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// Two values of one thing, and how they are known.
#[derive(Clone, Copy)]
pub struct Pair {
    /// The earlier value.
    pub before: Interval,
    /// The later one.
    pub now: Interval,
    /// Both as they are written, or reckoned from what is.
    pub values: [Decimal; 2],
    /// The figures that tell them.
    pub told: Told,
    /// How sure the wording is.
    pub claim: Claim,
}

/// Which two figures tell a pair of values: both of them, or one and the amount of the change.
#[derive(Clone, Copy)]
pub enum Told {
    /// 由100件到120件
    Values { then: usize, now: usize },
    /// 较上年100件增加20件
    Then { then: usize, amount: usize },
    /// 120件,增加20件
    Now { now: usize, amount: usize },
}

impl Told {
    /// Both figures, a value first.
    #[must_use]
    pub const fn figures(self) -> [usize; 2] {
        match self {
            Self::Values { then, now } => [then, now],
            Self::Then { then: value, amount } | Self::Now { now: value, amount } => [value, amount],
        }
    }
}

/// How sure it is that a rate compares two values.
#[derive(Clone, Copy, PartialEq)]
pub enum Claim {
    /// The wording names both values, and no other can be meant.
    Only,
    /// The wording leaves no other reading.
    Sure,
    /// The value then stands beside the rate, and the value now is the first or last of its unit in the sentence.
    Tied,
    /// Amount and rate of the change stand together, the value somewhat farther away.
    Near,
    /// Nothing is said.
    None,
}

/// How many figures before a rate are looked at.
const REACH: usize = 6;
/// No figure farther away is looked at.
const FARTHEST: usize = 20;
/// A longer name of a rate may be that of something else.
const LONGEST_NAME: usize = 6;

/// Where a rate stands, and which way it goes.
struct Rate<'r> {
    list: &'r [Figure],
    ctx: &'r Context<'r>,
    at: usize,
    falls: bool,
}

/// The pairs of values that a rate may compare: those the wording is sure of, then the others, nearest first.
pub fn all(ctx: &Context<'_>, at: usize, from: usize, falls: bool) -> Vec<Pair> {
    let rate = Rate { list: &ctx.figures.list, ctx, at, falls };
    let mut pairs: Vec<Pair> = rate.sure().into_iter().collect();
    rate.others(from, &mut pairs);
    rate.tied(&mut pairs);
    rate.of_change(from, &mut pairs);
    pairs.retain(|pair| pair.claim == Claim::None || rate.may_be_of(pair));
    pairs
}

impl Rate<'_> {
    fn figure(&self) -> &Figure {
        &self.list[self.at]
    }

    /// Another figure of the rate's sentence.
    fn other(&self, index: Option<usize>) -> Option<(usize, &Figure)> {
        let index = index?;
        self.list.get(index).filter(|other| other.sentence == self.figure().sentence).map(|other| (index, other))
    }

    fn back(&self, steps: usize) -> Option<(usize, &Figure)> {
        self.other(self.at.checked_sub(steps))
    }

    fn ahead(&self, steps: usize) -> Option<(usize, &Figure)> {
        self.other(Some(self.at + steps))
    }

    fn says(&self, figure: &Figure, words: &[&str]) -> bool {
        self.ctx.text.has_any(figure.gap, words)
    }

    /// The pair of the row in which the rate stands.
    fn sure(&self) -> Option<Pair> {
        self.compared()
            .or_else(|| self.base_in_bracket())
            .or_else(|| self.by_amount())
            .or_else(|| self.each_then_to_now())
            .or_else(|| self.then_to_now())
            .or_else(|| self.base_behind())
            .or_else(|| self.values_behind())
            .or_else(|| self.respectively())
            .or_else(|| self.respectively_by_unit())
            .or_else(|| self.of_years())
            .or_else(|| self.then_behind())
    }

    /// `由120家增加到165家,增加45家,行政检查频次下降41%`: not where a rate that has its own subject goes the other way.
    fn may_be_of(&self, pair: &Pair) -> bool {
        let [before, now] = pair.values;
        let goes_along = match pair.told {
            Told::Values { .. } if self.falls => now <= before,
            Told::Values { .. } => before <= now,
            Told::Then { amount, .. } | Told::Now { amount, .. } => self.goes_along(&self.list[amount]),
        };
        goes_along || cues::goes_on_changing(self.ctx.text, self.figure().label)
    }

    /// Whether a change may go the way that the rate goes.
    fn goes_along(&self, change: &Figure) -> bool {
        let (rises, falls) = super::direction(self.ctx, change);
        if self.falls { falls } else { rises }
    }

    fn of_values(&self, then: usize, now: usize) -> Pair {
        let [before, after] = [then, now].map(|index| &self.list[index].quantity);
        let values = [before.value, after.value];
        Pair {
            before: before.interval,
            now: after.interval,
            values,
            told: Told::Values { then, now },
            claim: Claim::Sure,
        }
    }

    /// A value and the amount by which it changed.
    fn of_amount(&self, value: usize, change: usize, claim: Claim) -> Option<Pair> {
        let [known, amount] = [value, change].map(|index| &self.list[index].quantity);
        // 原有32家,已压减30家
        let is_first = self.falls && self.ctx.text.has_any(self.list[value].label, &["原有"]);
        let is_then = self.list[value].role == Role::Elsewhen || is_first;
        let (unknown, other) = if is_then == self.falls {
            (known.interval.minus(amount.interval)?, known.value.minus(amount.value)?)
        } else {
            (known.interval.plus(amount.interval)?, known.value.plus(amount.value)?)
        };
        Some(if is_then {
            let told = Told::Then { then: value, amount: change };
            Pair { before: known.interval, now: unknown, values: [known.value, other], told, claim }
        } else {
            let told = Told::Now { now: value, amount: change };
            Pair { before: unknown, now: known.interval, values: [other, known.value], told, claim }
        })
    }

    /// `查处938起,2018年为814起,同比增长15.2%`: whether nothing but a year stands before a value, no other figure of the sentence is of
    /// a year, and the one before it is not of several.
    fn is_of_year_before(&self, now: &Figure, then: &Figure) -> bool {
        const SEVERAL: &[&str] = &["累计", "年来", "期间", "以来", "至今", "近", "逐年", "总"];
        const MOST_TIMES: Decimal = Decimal::whole(2);
        let (text, figures) = (self.ctx.text, &self.ctx.figures);
        let sentence = &figures.sentences[then.sentence];
        let is_of_year = |it: &&Figure| !years::of(text, it.label).is_empty();
        let before = Run::new(sentence.run.start, now.quantity.run.start);
        then.role == Role::Count
            && text.before(then.label.start) == ','
            && years::is_bare(text, then.label)
            && figures.of(sentence).iter().filter(is_of_year).count() == 1
            && !text.has_any(before, SEVERAL)
            && !slip::is_far(now.quantity.value, then.quantity.value, MOST_TIMES)
    }

    /// `12102宗,比上月12120宗下降0.15%`, `151件(上年66件,增长128.8%)`: value now, value then, rate in a row.
    fn compared(&self) -> Option<Pair> {
        // 20965件,占55.35%,同比上年(19948件)增长5.1%
        let steps = if self.back(2)?.1.role == Role::Rate { 3 } else { 2 };
        let (rate, (then, then_figure), (now, now_figure)) = (self.figure(), self.back(1)?, self.back(steps)?);
        let aside = then_figure.depth == rate.depth + 1 && now_figure.bracket == rate.bracket;
        let beside = rate.bracket == then_figure.bracket
            && (now_figure.bracket == rate.bracket || now_figure.depth + 1 == rate.depth)
            || aside;
        // 在册人数较上年末的285人: what is compared is named, and need not be the figure before.
        let label = then_figure.label;
        let is_named = (label.start + 1..label.end).any(|at| matches!(self.ctx.text.at(at), '较' | '比' | '与'))
            && self.ctx.text.starts_any(label.start, &["较", "比", "与", "同比", "环比"]).is_none();
        let apart = is_named
            || self.ctx.text.has_any(rate.label, &["分别"])
            || self.ctx.text.has_any(then_figure.label, cues::CARRIED);
        let goes_on = cues::goes_on_changing(self.ctx.text, rate.label);
        let is_then = then_figure.role == Role::Elsewhen || self.is_of_year_before(now_figure, then_figure);
        let told = now_figure.role == Role::Count && is_then && goes_on;
        (beside && !apart && told && of_one_kind(now_figure, then_figure)).then(|| self.of_values(then, now))
    }

    /// `1042起,同比上升12.6%(去年同期925起)`: the value then in a bracket behind the rate, the value now or the
    /// amount of the change before it.
    fn base_in_bracket(&self) -> Option<Pair> {
        let rate = self.figure();
        let then = self.ctx.figures.in_bracket_behind(self.ctx.text, self.at)?;
        let base = &self.list[then];
        let mut row = (self.ctx.figures.sentences[rate.sentence].first..self.at)
            .rev()
            .take(FARTHEST)
            .filter(|&index| self.list[index].bracket == rate.bracket);
        // 收案1673件,其中新办1529件、注销144件,同比增长10.9%(2021年收案1489件): of what is called so.
        let is_called =
            |index: usize, name: &str| self.list[index].role != Role::Count || self.says(&self.list[index], &[name]);
        let before = match years::name(self.ctx.text, base.label) {
            Some(name) => row.find(|&index| is_called(index, &name))?,
            None => row.next()?,
        };
        let figure = &self.list[before];
        // 减少31件,降幅12.7%(本年213件)
        let is_now = base.role == Role::Count && self.ctx.text.has_any(base.label, &["本年", "今年", "本期"]);
        // 其他县区52件,总量同比增长15.1%(上年358件): not of the last item.
        let is_last_item = cues::is_rest(self.ctx.text, figure.label);
        let is_of_all = self.ctx.text.has_any(rate.label, &["总", "合计"]);
        if !of_one_kind(figure, base) || is_last_item || is_of_all {
            return None;
        }
        match (figure.role, base.role) {
            (Role::Count, Role::Elsewhen) => Some(self.of_values(then, before)),
            (Role::Change, Role::Elsewhen) => self.of_amount(then, before, Claim::Sure),
            (Role::Change, _) if is_now => self.of_amount(then, before, Claim::Sure),
            _ => None,
        }
    }

    /// `由86件升至110件,增长27.9%`, and values of two years named one after the other. The amount of the change may
    /// stand between: `由137项减为84项,取消53项,精简率38.7%`.
    fn then_to_now(&self) -> Option<Pair> {
        let is_amount = |at: usize| {
            let value = |at: usize| self.list[at].quantity.value;
            let is_made = || value(at - 2).distance(value(at - 1)) == Some(value(at));
            let is_kind = |other: usize| of_one_kind(&self.list[other], &self.list[at]);
            // 压减59项,由412项减至353项: the value now is no amount, whatever the others make.
            let is_told = || self.says(&self.list[at - 2], cues::FROM);
            at >= 2 && is_kind(at - 1) && is_kind(at - 2) && is_told() && is_made()
        };
        let amount = usize::from(self.at.checked_sub(1).is_some_and(is_amount));
        let ((now, now_figure), (then, then_figure)) = (self.back(1 + amount)?, self.back(2 + amount)?);
        let leads = cues::goes_from_to(self.ctx.text, then_figure.gap, now_figure.gap);
        let by_year = years::follow(self.ctx.text, then_figure.label, now_figure.label);
        // 2022年新登记6894户,2021年6147户,增长12.2%
        let is_back = !leads && years::follow(self.ctx.text, now_figure.label, then_figure.label);
        let beside = self.figure().bracket == now_figure.bracket && now_figure.bracket == then_figure.bracket;
        let claim = if leads { Claim::Only } else { Claim::Sure };
        let goes_on = cues::goes_on_changing(self.ctx.text, self.figure().label);
        // 由34项压减至27项,法定时限平均压缩68%: of something else.
        let is_own = self.figure().label.len() <= LONGEST_NAME || goes_on;
        // 较2020年60件增加到120件,同比增长50%: against the year before.
        let is_other = ![cues::FROM, &["上年", "去年"]].iter().any(|words| self.says(then_figure, words))
            && self.ctx.text.has_any(self.figure().label, &["同比", "环比"]);
        let is_told = leads && is_own && !is_other || by_year || is_back && goes_on;
        let is_pair = beside && is_told && of_one_kind(then_figure, now_figure) && !self.is_one_of_several();
        let (then, now) = if is_back { (now, then) } else { (then, now) };
        is_pair.then(|| Pair { claim, ..self.of_values(then, now) })
    }

    /// `压缩72.4%,由平均22.5天压缩至6.2天`.
    fn base_behind(&self) -> Option<Pair> {
        let (then, now) = self.ctx.figures.from_to_behind(self.ctx.text, self.at)?;
        let is_last = self.ahead(3).is_none_or(|(_, next)| next.role != Role::Change);
        (is_last && of_one_kind(&self.list[then], &self.list[now])).then(|| self.of_values(then, now))
    }

    /// `同比增长126.8%,达到1576件(上年695件)`: value now behind the rate, value then in a bracket behind that.
    fn values_behind(&self) -> Option<Pair> {
        let ((now, now_figure), (then, then_figure)) = (self.ahead(1)?, self.ahead(2)?);
        let reaches = self.ctx.text.starts_any(now_figure.label.start, &["达", "至", "为"]).is_some();
        let beside = self.figure().bracket == now_figure.bracket && then_figure.depth == now_figure.depth + 1;
        let told = now_figure.role == Role::Count && then_figure.role == Role::Elsewhen;
        (reaches && beside && told && of_one_kind(then_figure, now_figure)).then(|| self.of_values(then, now))
    }

    /// Any two in reach.
    fn others(&self, from: usize, pairs: &mut Vec<Pair>) {
        let list = self.list;
        let is_value = |index: &usize| {
            list[*index].quantity.unit.family.is_amount() || list[*index].quantity.unit.family == Family::Time
        };
        let near: Vec<usize> = (from..self.at).rev().take(FARTHEST).filter(is_value).take(REACH).collect();
        let behind: Vec<usize> = (self.at + 1..list.len())
            .take_while(|&index| list[index].sentence <= self.figure().sentence + 1)
            .take(FARTHEST)
            .filter(is_value)
            .take(2)
            .collect();
        for (nearness, &first) in near.iter().enumerate() {
            for &second in near[nearness + 1..].iter().chain(&behind) {
                // The amount of change may stand before the rate or behind it.
                let (first, second) = if list[second].role == Role::Change { (second, first) } else { (first, second) };
                let (a, b) = (&list[first], &list[second]);
                if !a.quantity.unit.family.adds_to(b.quantity.unit.family) {
                    continue;
                }
                match (a.role, b.role) {
                    (Role::Change, Role::Count | Role::Elsewhen) => {
                        let claim = if self.is_beside(first, second) { Claim::Near } else { Claim::None };
                        pairs.extend(self.of_amount(second, first, claim));
                    }
                    (Role::Count | Role::Elsewhen | Role::Other, Role::Count | Role::Elsewhen | Role::Other) => {
                        let near = if self.is_told(second, first) { Claim::Near } else { Claim::None };
                        pairs.push(Pair { claim: Claim::None, ..self.of_values(second, first) });
                        pairs.push(Pair { claim: near, ..self.of_values(first, second) });
                    }
                    _ => {}
                }
            }
        }
    }

    /// The amount right before the rate, and the nearest value of its kind before both.
    fn is_beside(&self, change: usize, value: usize) -> bool {
        let (a, b) = (&self.list[change], &self.list[value]);
        let is_between = |index: usize| self.list[index].role == b.role && of_family(&self.list[index], a);
        let is_nearest = value < change && !(value + 1..change).any(is_between);
        // 个人处罚15件,…。对企业的处罚增长4件: of what the change names, if it names anything.
        // 信访263件,…,办结258件,信访总量较上年减少37件
        let end = b.label.end;
        let noun = self.ctx.text.string(Run::new(end.saturating_sub(4).max(b.label.start), end));
        let is_of_all = self.ctx.text.has_any(a.label, &["总量", "总数", "总件"]);
        let is_of_it = a.sentence == b.sentence && !is_of_all
            || cues::goes_on_changing(self.ctx.text, a.label)
            || !noun.is_empty() && self.ctx.text.has_any(a.label, &[&noun]);
        of_family(a, b) && change + 1 == self.at && is_nearest && a.bracket == self.figure().bracket && is_of_it
    }

    /// `较上年末的285人增长9.5%`: the value then right before the rate, the value now somewhere before in the sentence.
    fn is_told(&self, now: usize, then: usize) -> bool {
        let (now, told) = (&self.list[now], &self.list[then]);
        let goes_on = cues::goes_on_changing(self.ctx.text, self.figure().label);
        let is_tied =
            goes_on && then + 1 == self.at && told.bracket == self.figure().bracket && told.role == Role::Elsewhen;
        let carried = self.ctx.text.has_any(told.label, cues::CARRIED);
        is_tied && !carried && now.role == Role::Count && now.bracket == told.bracket && of_one_kind(now, told)
    }
}

fn of_family(a: &Figure, b: &Figure) -> bool {
    a.quantity.unit.family == b.quantity.unit.family
}

/// Of one unit and sentence; what rates change by is told in points.
fn of_one_kind(a: &Figure, b: &Figure) -> bool {
    let family = a.quantity.unit.family;
    of_family(a, b) && a.sentence == b.sentence && (family.is_amount() || family == Family::Time)
}
