//! What the words around a figure make of it.

use super::{cues, elsewhen};
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::Text;

/// What the wording makes of a figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// So many of something, here and now.
    Count,
    /// A share or rate, in percent.
    Rate,
    /// An increase or decrease, as an amount or in percent.
    Change,
    /// A value of another period.
    Elsewhen,
    /// A threshold, target or forecast.
    Bound,
    /// A mean.
    Mean,
    /// A span of time, a factor, a bare number: no part of any sum.
    Other,
}

/// The role of a quantity with words before it and behind it.
pub fn of(text: &Text, quantity: &Quantity, label: Run, tail: Run) -> Role {
    if matches!(quantity.approx, Approx::AtLeast | Approx::AtMost) || cues::is_planned(text, label) {
        return Role::Bound;
    }
    match quantity.unit.family {
        Family::Points => Role::Change,
        Family::Percent | Family::Fold => {
            let changes = cues::is_change(text, label)
                || text.has_any(label, cues::COMPARED)
                || text.has_any(tail, cues::CHANGE_BEHIND);
            if elsewhen::ends_with_then(text, label) || elsewhen::opens_comparison(text, label) {
                Role::Elsewhen
            } else if changes {
                Role::Change
            } else if quantity.unit.family == Family::Fold {
                Role::Other
            } else if text.has_any(label, elsewhen::ELSEWHEN) {
                Role::Elsewhen
            } else {
                Role::Rate
            }
        }
        family if family.is_amount() => {
            if cues::is_change(text, label) {
                Role::Change
            } else if cues::is_mean(text, label) {
                Role::Mean
            } else if elsewhen::is_elsewhen(text, label) && !is_under_way(text, label, tail) {
                Role::Elsewhen
            } else {
                Role::Count
            }
        }
        Family::Time if cues::is_change(text, label) => Role::Change,
        // 平均每个社区96小时; 活跃志愿者人均52小时 and 平均用时38天 are of no total.
        Family::Time if is_hours(text, quantity) && is_of_each(text, label) => Role::Mean,
        _ => Role::Other,
    }
}

/// Whether a time is told in hours, of work done or lessons given.
fn is_hours(text: &Text, quantity: &Quantity) -> bool {
    text.at(quantity.unit_run.end.saturating_sub(1)) == '时'
}

/// Whether words say of whom so much is a mean, and no more: not 平均每人每次.
fn is_of_each(text: &Text, label: Run) -> bool {
    let begins = text.starts_any(label.start, &["平均每", "每", "人均"]).is_some();
    begins && text.chars(label).filter(|&ch| ch == '每').count() < 2
}

/// `上年度审计查出的86个问题已整改81个`: whether what another year brought is told of now.
fn is_under_way(text: &Text, label: Run, tail: Run) -> bool {
    let is_of_then =
        text.before(label.end) == '的' && !text.has_any(label, cues::CARRIED) && label.len() > LONGEST_THEN;
    // 上年度反映的186个问题,已整改179个
    let goes_on = text.at(tail.end) == ',' && text.starts(tail.end + 1, "已");
    is_of_then && (goes_on || text.has_any(tail, &["已", "全部"]))
}

/// 上年同期的 is the time alone.
const LONGEST_THEN: usize = 6;
