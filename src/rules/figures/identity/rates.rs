//! Rates that the standard defines: 纠错率 is of what was 撤销, 变更, 确认违法 or 责令履行, and of all that was 审结.
//! Silent where counts somewhere give the rate, and where the counts so named come nowhere near it.

use super::{Judge, Window};
use crate::figures::Role;
use crate::finding::{Severity, Verdict};
use crate::rules::figures::ratio::{self, Fit};
use crate::standard::equations::RateFile;

impl Judge<'_> {
    /// Holds a rate against the counts of a passage that its definition names; whether it tells of any.
    pub fn rate(&mut self, window: &Window, rate: &RateFile, at: usize) -> bool {
        let ctx = self.ctx;
        let written = &ctx.figures.list[at];
        let sums = |options: &[Vec<String>]| -> Vec<Vec<usize>> {
            options.iter().map(|terms| window.printed(terms)).filter(|printed| !printed.is_empty()).collect()
        };
        let (parts, bases) = (sums(&rate.of), sums(&rate.base));
        let fits: Vec<Fit> = parts
            .iter()
            .flat_map(|parts| {
                bases.iter().map(move |bases| Fit { parts: parts.clone(), bases: bases.clone(), less: None })
            })
            .filter(|fit| fit.parts != fit.bases && fit.is_of_one_unit(ctx))
            .collect();
        // 测评满意25票、基本满意3票。建议119件、提案105件,满意率99%: of what its own sentence counts.
        let own = &ctx.figures.sentences[written.sentence];
        let counts_others = ctx.figures.list[own.first..at].iter().any(|it| it.role == Role::Count);
        let is_apart = |fit: &Fit| fit.parts.iter().all(|&part| part < own.first);
        let Some(first) = fits.first().filter(|fit| !(counts_others && is_apart(fit))) else { return false };
        let place = ctx.text.span(written.quantity.run);
        if self.known.at(place).next().is_some() {
            return true;
        }
        if let Some(fit) = fits.iter().find(|fit| fit.holds(ctx, written)) {
            self.found.relations.push(ratio::relation(ctx, fit, written, Verdict::Agrees));
        } else if first.is_near(ctx, written) {
            self.found.relations.push(ratio::relation(ctx, first, written, Verdict::Disagrees));
            let finding = ratio::finding(ctx, first, written, Severity::Warning);
            self.found.findings.extend(finding.map(|finding| finding.clause(&window.family.clause)));
        }
        true
    }
}
