//! A value then right beside a rate, and the value now, somewhere before both, near what the two make.

use super::{Claim, Pair, Rate, of_family, of_one_kind};
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues, numbered, years};
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;
use crate::text::is_han;

/// No more figures stand between a rate and the value then in a bracket behind others.
const MOST_AHEAD: usize = 4;

/// The last words of a label that may name what changes, and a label of which the shortest say enough.
const SHORTEST: usize = 2;
const LONGEST_NAME: usize = 4;

impl Pair {
    /// Whether the value now comes near what the value then and a rate make.
    fn makes_nearly(&self, rate: Decimal, falls: bool) -> bool {
        let whole = if falls { Decimal::HUNDRED.minus(rate) } else { Decimal::HUNDRED.plus(rate) };
        let made = whole.and_then(|whole| whole.times(self.values[0]));
        let now = self.values[1].times(Decimal::HUNDRED);
        now.zip(made).is_some_and(|(now, made)| slip::is_near(now, made))
    }
}

/// Whether what two figures count is called alike, in some glyphs at least: 新受理行政复议案件, 共办理复议案件.
fn shares_a_name(ctx: &Context<'_>, one: &Figure, other: &Figure) -> bool {
    const FEWEST: usize = 3;
    let pieces = one.label.start..(one.label.end + 1).saturating_sub(FEWEST).max(one.label.start);
    let is_shared = |piece: Run| {
        let is_word = ctx.text.chars(piece).all(is_han);
        is_word && ctx.text.has_any(other.label, &[&ctx.text.string(piece)])
    };
    pieces.into_iter().any(|at| is_shared(Run::new(at, at + FEWEST)))
}

impl Rate<'_> {
    /// `新登记企业4318户,同比增长22.4%;上年新登记企业3528户`: the value then in a clause of its own behind the rate, named by the very
    /// words of the value now.
    pub fn then_behind(&self) -> Option<Pair> {
        let ((now, now_figure), (then, then_figure)) = (self.back(1)?, self.ahead(1)?);
        let text = self.ctx.text;
        let (_, lead) = text.starts_any(then_figure.label.start, cues::THEN)?;
        let name = text.string(Run::new(then_figure.label.start + lead, then_figure.label.end));
        let Run { start, end } = now_figure.label;
        let is_same = name.chars().count() > 1 && text.ends(start, end, &name);
        // 一季度受理120件; 10月收案39件,环比增长11%
        let sentence = self.ctx.figures.sentences[self.figure().sentence].run;
        let before = Run::new(sentence.start, now_figure.quantity.run.start);
        let is_of_part =
            text.has_any(before, &["月", "季度", "截至", "半年"]) || text.has_any(then_figure.label, &["月", "季度"]);
        let is_plain =
            text.starts_any(self.figure().label.start, &["同比", "增长", "下降", "上升", "增加", "减少"]).is_some();
        // 去年政府规范性文件10件、部门规范性文件5件
        let is_list = self.ahead(2).is_some_and(|(_, next)| cues::pauses(text, next.gap));
        let told = now_figure.role == Role::Count && then_figure.role == Role::Elsewhen;
        let is_beside = [now_figure, then_figure].iter().all(|it| it.bracket == self.figure().bracket);
        let is_pair = told && is_beside && is_same && is_plain && !is_of_part && !is_list;
        let pair = Pair { claim: Claim::Tied, ..self.of_values(then, now) };
        let rate = self.figure().quantity.value;
        (is_pair && of_one_kind(then_figure, now_figure) && pair.makes_nearly(rate, self.falls)).then_some(pair)
    }

    /// Whether a label is the name of the year before the one that the sentence or the report is of: 2019年为; of a year at
    /// all where neither is known.
    fn may_be_last_year(&self, label: Run) -> bool {
        let written = self.ctx.text.string(label);
        let name = written.trim_end_matches(['为', '是', '有']).trim_end_matches("同期").trim_end_matches(['底', '末']);
        let year = name.strip_suffix('年').and_then(|year| year.parse().ok());
        year.is_some_and(|year: u16| self.year().is_none_or(|now| now == year + 1))
    }

    /// The year that the sentence of the rate begins with, or that of the report.
    fn year(&self) -> Option<u16> {
        let first = &self.list[self.ctx.figures.sentences[self.figure().sentence].first];
        years::of(self.ctx.text, first.label).first().copied().or(self.ctx.document.year)
    }

    /// `罚款241.5万元。与2022年相比,罚款金额增加58.3万元,增长31.8%`: amount and rate make a value now, and a count before
    /// them that bears a name of the change comes near it.
    pub fn of_change(&self, from: usize, pairs: &mut Vec<Pair>) {
        let Some((amount, change)) = self.back(1).filter(|(_, change)| change.role == Role::Change) else { return };
        let label = change.label;
        let names = |label: Run, length: usize| {
            let noun = self.ctx.text.string(Run::new(label.end.saturating_sub(length).max(label.start), label.end));
            // 其中事故处罚11件 is not what 对企业的处罚 are.
            let is_whole = length > SHORTEST || label.len() <= LONGEST_NAME;
            label.len() >= length && is_whole && self.ctx.text.has_any(change.label, &[&noun])
        };
        let goes_on =
            change.bracket == self.figure().bracket && cues::goes_on_changing(self.ctx.text, self.figure().label);
        if !goes_on || cues::goes_on_changing(self.ctx.text, label) {
            return;
        }
        let called = |length: usize| {
            let is_now = |index: &usize| {
                let now = &self.list[*index];
                now.role == Role::Count && of_family(now, change) && names(now.label, length)
            };
            (from..amount).filter(is_now).collect::<Vec<usize>>()
        };
        // 行政复议案件, 行政诉讼案件: by the longer name, if one bears it.
        let values = [6, 4, SHORTEST].into_iter().map(called).find(|values| !values.is_empty()).unwrap_or_default();
        let pair = |&value: &usize| self.of_amount(value, amount, Claim::Tied);
        let is_near = |pair: &Pair| pair.makes_nearly(self.figure().quantity.value, self.falls);
        pairs.extend(values.iter().filter_map(pair).filter(is_near).take(1));
    }

    /// `1387起,损失1625万元,起数上升7.4%(上年同期1291起)`: the value then beside the rate, and the first or last value now of
    /// its unit, near what the two make.
    pub fn tied(&self, pairs: &mut Vec<Pair>) {
        let rate = self.figure();
        let is_then = |then: &usize| {
            let told = &self.list[*then];
            let carried = self.ctx.text.has_any(told.label, cues::CARRIED);
            told.role == Role::Elsewhen && told.sentence == rate.sentence && !carried
        };
        let goes_on = cues::goes_on_changing(self.ctx.text, rate.label);
        // 151件,2023年为66件,同比增长128.78%
        let is_named = |then: &usize| {
            let told = &self.list[*then];
            let is_compared = self.ctx.text.has_any(rate.label, cues::COMPARED) && told.sentence == rate.sentence;
            is_compared && told.role == Role::Count && self.may_be_last_year(told.label)
        };
        let is_before =
            |then: &usize| goes_on && (is_then(then) || is_named(then)) && self.list[*then].bracket == rate.bracket;
        let before = self.at.checked_sub(1).filter(is_before);
        let in_bracket = || self.ctx.figures.in_bracket_behind(self.ctx.text, self.at);
        let is_bare = |then: &usize| {
            let told = &self.list[*then];
            told.label.is_empty() && told.role == Role::Count && self.ctx.text.at(told.quantity.run.end) == ')'
        };
        // 较2023年上升18.7%,2023年为251件
        let of_year = || {
            let (then, told) = self.ahead(1)?;
            let [year] = years::of(self.ctx.text, rate.label)[..] else { return None };
            let is_it = told.role == Role::Count && told.bracket == rate.bracket && told.label.len() <= 6;
            (is_it && years::of(self.ctx.text, told.label) == [year]).then_some(then)
        };
        // 63起,同比下降16%,上年同期为75起
        let of_then = || {
            let (then, told) = self.ahead(1)?;
            let is_then = || is_then(&then) && self.ctx.text.starts_any(told.label.start, cues::THEN).is_some();
            // 同比增长21.2%,2019年为7370人次
            let is_of_year = || {
                let named = years::of(self.ctx.text, rate.label);
                let is_compared = named.is_empty() && self.ctx.text.has_any(rate.label, cues::COMPARED);
                is_compared && told.role == Role::Count && self.may_be_last_year(told.label)
            };
            let is_short = told.label.len() <= 6 && told.bracket == rate.bracket;
            (is_short && (is_then() || is_of_year())).then_some(then)
        };
        // 2024年新收151件,同比增长128.78%。2023年共办理66件
        let of_next_sentence = || {
            let (then, told) = (self.at + 1, self.list.get(self.at + 1)?);
            let is_next = told.sentence == rate.sentence + 1
                && self.ctx.figures.sentences[told.sentence].line == self.ctx.figures.sentences[rate.sentence].line;
            let is_named_so = || self.back(1).is_some_and(|(_, now)| shares_a_name(self.ctx, now, told));
            let is_compared = self.ctx.text.has_any(rate.label, cues::COMPARED)
                && goes_on
                && years::of(self.ctx.text, rate.label).is_empty()
                && is_named_so();
            let [year] = years::of(self.ctx.text, told.label)[..] else { return None };
            let is_count = matches!(told.role, Role::Count | Role::Elsewhen);
            (is_next && is_compared && is_count && self.year() == Some(year + 1)).then_some(then)
        };
        // 同比上升55.6%,罚款267.4万元(上年同期27件)
        let of_first = || {
            let (amount, figure) = self.ahead(1)?;
            let then = self.ctx.figures.in_bracket_behind(self.ctx.text, amount)?;
            (figure.role == Role::Count && !of_family(figure, &self.list[then]) && is_then(&then)).then_some(then)
        };
        // 6起事故,死亡6人,事故起数下降25%,死亡人数下降45.5%(上年8起,死亡11人)
        let word = |told: &Figure| self.ctx.text.string(told.label);
        let of_unit = || {
            let sentence = &self.ctx.figures.sentences[rate.sentence];
            let ahead = (self.at + 1..sentence.last).take(MOST_AHEAD);
            let is_named = |then: &usize| {
                let told = &self.list[*then];
                let opens = (self.at..=*then).find(|&first| self.list[first].bracket == told.bracket);
                let is_dated = opens.is_some_and(|it| !years::of(self.ctx.text, self.list[it].label).is_empty());
                told.depth == rate.depth + 1
                    && (is_then(then) || is_dated)
                    && numbered::names(self.ctx.text, rate.label, told)
                    && (told.label.len() != SHORTEST || self.ctx.text.find(rate.label, &word(told)).is_some())
            };
            ahead.into_iter().find(is_named)
        };
        let behind = || {
            let is_of_rate = |then: &usize| !numbered::names_other(self.ctx.text, rate.label, &self.list[*then]);
            in_bracket()
                .filter(|then| (is_then(then) || is_bare(then)) && is_of_rate(then))
                .or_else(of_year)
                .or_else(of_then)
                .or_else(of_first)
                .or_else(of_unit)
                .or_else(of_next_sentence)
        };
        let Some(then) = before.or_else(behind) else { return };
        let told = &self.list[then];
        let is_now = |index: &usize| {
            let now = &self.list[*index];
            now.role == Role::Count && of_family(now, told) && now.bracket == rate.bracket
        };
        let sentence = &self.ctx.figures.sentences[rate.sentence];
        let end = then.min(self.at);
        let own = sentence.first..end;
        // 较2022年的93件增长7.5%: what the sentence before it is about.
        let is_own = own.clone().any(|index| is_now(&index));
        let from = if is_own { own } else { self.ctx.figures.reach(rate.sentence)..end };
        let counts: Vec<usize> = from.filter(is_now).collect();
        let (Some(&first), Some(&nearest)) = (counts.first(), counts.last()) else { return };
        for now in if is_own { [nearest, first] } else { [first, nearest] } {
            let pair = self.of_values(then, now);
            let is_told = !is_bare(&then) || self.falls == (pair.values[0] > pair.values[1]);
            let is_tied = is_told && pair.makes_nearly(rate.quantity.value, self.falls);
            pairs.push(Pair { claim: if is_tied { Claim::Tied } else { Claim::None }, ..pair });
        }
    }
}
