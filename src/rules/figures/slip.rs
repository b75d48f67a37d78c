//! The slip of the pen: which single figure, with one digit changed or two neighbours swapped, makes
//! a broken equation whole.

use crate::decimal::Decimal;
use crate::figures::Figure;
use crate::finding::Finding;
use crate::messages;
use crate::rules::Context;

/// Whether one written number turns into the other by one digit, changed, lost or doubled, or by swapping two neighbours.
#[must_use]
pub fn is_slip(written: &str, wanted: &str) -> bool {
    let (a, b) = (written.as_bytes(), wanted.as_bytes());
    if a.len() != b.len() {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let drops = |at: usize| long[..at] == short[..at] && long[at + 1..] == short[at..];
        let is_signed = long[0] == b'-';
        return !is_signed && short.len() > 1 && short.len() + 1 == long.len() && (0..long.len()).any(drops);
    }
    let differing: Vec<usize> = (0..a.len()).filter(|&at| a[at] != b[at]).collect();
    match differing[..] {
        [_] => true,
        [first, second] => second == first + 1 && a[first] == b[second] && a[second] == b[first],
        _ => false,
    }
}

/// Of the figures (value as written, value that would make the equation whole), those that a slip explains.
pub fn slips(candidates: impl Iterator<Item = (usize, Decimal, Decimal)>) -> impl Iterator<Item = (usize, String)> {
    candidates.filter_map(|(index, written, wanted)| {
        let wanted = wanted.to_integer().filter(|&value| value > 0)?.to_string();
        let written = written.to_integer()?.to_string();
        is_slip(&written, &wanted).then_some((index, wanted))
    })
}

/// The only one of the figures that a slip explains.
#[must_use]
pub fn only_slip(candidates: impl Iterator<Item = (usize, Decimal, Decimal)>) -> Option<(usize, String)> {
    let mut slips = slips(candidates);
    slips.next().filter(|_| slips.next().is_none())
}

/// Within a quarter of each other, or one apart: as far as one wrong figure usually takes a sum.
#[must_use]
pub fn is_near(whole: Decimal, made: Decimal) -> bool {
    let smaller = if whole < made { whole } else { made };
    let gap = whole.distance(made);
    gap.is_some_and(|gap| gap <= Decimal::whole(1) || gap.times(Decimal::whole(4)).is_some_and(|gap| gap <= smaller))
}

/// Whether a percentage comes as close to what its counts make as one wrong figure usually leaves it.
#[must_use]
pub fn is_near_percent(made: Decimal, written: Decimal) -> bool {
    let gap = made.distance(written);
    gap.is_some_and(|gap| {
        (gap <= Decimal::whole(4) && written >= Decimal::whole(10))
            || gap.times(Decimal::whole(6)).is_some_and(|gap| gap <= written)
    })
}

/// The finding with a change of the rate, where a slip explains it; otherwise a count may as well be wrong.
#[must_use]
pub fn mend_rate(ctx: &Context<'_>, finding: Finding, rate: &Figure, right: String) -> Finding {
    if !is_slip(&ctx.text.string(rate.quantity.numeral), &right) {
        return finding;
    }
    finding.fix(messages::CHANGE_TO.with(&[&format!("{right}%")]), ctx.text.span(rate.quantity.numeral), right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_or_two_neighbours() {
        assert!(is_slip("783", "738"));
        assert!(is_slip("1335", "1385"));
        assert!(!is_slip("1335", "1353 "));
        assert!(!is_slip("123", "321"));
        assert!(!is_slip("12", "12"));
        assert!(is_slip("1335", "135") && is_slip("135", "1350"));
        assert!(!is_slip("1", "12") && !is_slip("135", "13500"));
    }

    #[test]
    fn two_possible_slips_are_none() {
        let d = Decimal::whole;
        assert_eq!(only_slip([(0, d(10), d(13)), (1, d(783), d(999))].into_iter()), Some((0, "13".to_owned())));
        assert_eq!(only_slip([(0, d(10), d(13)), (1, d(20), d(23))].into_iter()), None);
    }
}
