//! Rates that the standard defines: 纠错率 is of what was 撤销, 变更, 确认违法 or 责令履行, and of all that was 审结.
//! Silent where counts somewhere give the rate, and where the counts so named come nowhere near it.

use super::{Judge, Window};
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
        let Some(first) = fits.first() else { return false };
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
