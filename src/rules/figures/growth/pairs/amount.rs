//! A value and the amount by which it changed, beside the rate of that change.

use super::{Claim, Pair, Rate, of_one_kind};
use crate::figures::{Figure, Role, cues};
use crate::lex::unit::Family;
use crate::rules::figures::growth::direction;
use crate::span::Run;

impl Rate<'_> {
    /// `108件,同比增加12件,增长12.5%` and `增长12.5%,比上年96件增加12件`: value, amount and rate in a row.
    pub(super) fn by_amount(&self) -> Option<Pair> {
        let rate = self.figure();
        let in_row = |value: &Figure, change: &Figure| {
            // 采购1143万元、核减591万元,较年初增长11.3%: what goes the other way is another change.
            change.role == Role::Change
                && change.bracket == rate.bracket
                && self.goes_along(change)
                && of_one_kind(value, change)
        };
        let pair = self.back(1).zip(self.back(2)).filter(|((_, change), (_, value))| {
            in_row(value, change) && value.bracket == rate.bracket && matches!(value.role, Role::Count | Role::Elsewhen)
        });
        let behind = || {
            self.ahead(1).zip(self.ahead(2)).filter(|((_, value), (_, change))| {
                let is_then = value.role == Role::Elsewhen && value.bracket == rate.bracket;
                is_then && in_row(value, change) && self.ctx.text.has_any(rate.label, cues::COMPARED)
            })
        };
        // 84.6万人,较上年底增长31.6%,净增20.3万人
        let is_net = |value: &Figure, change: &Figure| {
            let says_net = self.ctx.text.starts_any(change.label.start, &["净增", "净减"]).is_some();
            says_net && !self.ctx.text.has_any(value.label, &["新"])
        };
        // 262件,同比下降2.60%,同比减少7件: unless it has a rate of its own.
        let is_same = |change: &Figure| {
            let is_rate =
                |(_, next): (usize, &Figure)| next.role == Role::Change && next.quantity.unit.family == Family::Percent;
            self.is_against_the_same(change)
                && direction(self.ctx, change) == direction(self.ctx, rate)
                && !self.ahead(2).is_some_and(is_rate)
        };
        let after = || {
            self.ahead(1).zip(self.back(1)).filter(|((_, change), (_, value))| {
                let is_told = is_net(value, change) || is_same(change);
                is_told && value.role == Role::Count && in_row(value, change) && value.bracket == rate.bracket
            })
        };
        let (change, value) = match pair.or_else(after) {
            Some(((change, _), (value, _))) => (change, value),
            None => behind().map(|((value, _), (change, _))| (change, value))?,
        };
        self.of_amount(value, change, Claim::Sure)
    }

    /// Whether an amount behind the rate is told against what the rate is: 同比下降2.6%,同比减少7件; not 环比减少218件.
    fn is_against_the_same(&self, change: &Figure) -> bool {
        const VERBS: &[char] = &['增', '减', '下', '升', '降', '多', '少', '提', '回'];
        const OF_THE_YEAR_BEFORE: &[&str] = &["较上年", "比上年", "较去年", "比去年", "较上年同期", "比上年同期"];
        // 上半年320件,同比下降12%,较上年减少120件: than all of that year; nor is an amount what counts others (增加20件的月份).
        let sentence = self.ctx.figures.sentences[self.figure().sentence].run;
        let before = Run::new(sentence.start, change.quantity.run.start);
        let is_of_part = self.ctx.text.has_any(before, &["月", "季度", "半年"]);
        if is_of_part || self.ctx.text.at(change.quantity.run.end) == '的' {
            return false;
        }
        let lead = |label: Run| {
            let words = self.ctx.text.string(label);
            let words = words.find(VERBS).map(|end| words[..end].trim_end_matches('上').to_owned());
            words.map(|words| if OF_THE_YEAR_BEFORE.contains(&&*words) { "同比".to_owned() } else { words })
        };
        let of_change = lead(change.label);
        of_change.as_ref().is_some_and(String::is_empty)
            || of_change.is_some() && of_change == lead(self.figure().label)
    }
}
