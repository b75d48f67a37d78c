//! The slip of the pen: which single figure, with one digit changed or two neighbours swapped, makes
//! a broken equation whole.

use crate::decimal::{Decimal, Interval};
use crate::figures::Figure;
use crate::finding::Finding;
use crate::lex::quantity::Quantity;
use crate::lex::unit::Family;
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
    (0..a.len()).filter(|&at| a[at] != b[at]).count() == 1 || is_swap(written, wanted)
}

/// Whether two neighbours of one number are swapped in the other.
#[must_use]
pub fn is_swap(written: &str, wanted: &str) -> bool {
    let (a, b) = (written.as_bytes(), wanted.as_bytes());
    let mut differing = (0..a.len()).filter(|&at| b.get(at) != Some(&a[at]));
    let Some((first, second)) = differing.next().zip(differing.next()).filter(|_| a.len() == b.len()) else {
        return false;
    };
    differing.next().is_none() && second == first + 1 && a[first] == b[second] && a[second] == b[first]
}

/// What a quantity may stand for if its numeral is a slip.
pub fn meant(quantity: &Quantity) -> Vec<Interval> {
    let value = quantity.value;
    let scale = i8::try_from(value.scale()).unwrap_or(0);
    let unit = Decimal::power_of_ten(-scale);
    let digits = value.times(Decimal::power_of_ten(scale)).and_then(Decimal::to_integer).unwrap_or(0);
    let moved = |digits: i64| {
        let by = Decimal::whole(digits).times(unit)?.minus(value)?;
        let Interval { low, high, open } = quantity.interval;
        Some(Interval { low: low.plus(by)?, high: high.plus(by)?, open })
    };
    slipped(digits).into_iter().filter_map(moved).collect()
}

/// The numbers that one digit changed, lost or doubled, or two neighbours swapped, turn into this one.
fn slipped(written: i64) -> Vec<i64> {
    const LARGEST: i64 = 1_000_000_000_000;
    let mut numbers = Vec::new();
    if written > LARGEST {
        return numbers;
    }
    let mut place = 1;
    while place <= written {
        let (above, digit, below) = (written / place / 10, written / place % 10, written % place);
        for other in 0..10 {
            numbers.push((above * 10 + other) * place + below);
            numbers.push((written / place * 10 + other) * place + below);
        }
        if above % 10 == digit {
            numbers.push(above * place + below);
        }
        numbers.push(((above / 10 * 10 + digit) * 10 + above % 10) * place + below);
        place *= 10;
    }
    numbers.extend((1..10).map(|lost| lost * place + written));
    numbers
}

/// Of the figures (value as written, value that would make the equation whole), those that a slip explains, with
/// what they should be.
pub fn slips(candidates: impl Iterator<Item = (usize, Decimal, Decimal)>) -> impl Iterator<Item = (usize, Decimal)> {
    candidates.filter_map(|(index, written, wanted)| {
        let meant = wanted.to_integer().filter(|&value| value > 0)?.to_string();
        let written = written.to_integer()?.to_string();
        is_slip(&written, &meant).then_some((index, wanted))
    })
}

/// The only one of some slips.
#[must_use]
pub fn only(mut slips: impl Iterator<Item = (usize, Decimal)>) -> Option<(usize, Decimal)> {
    slips.next().filter(|_| slips.next().is_none())
}

/// Within a quarter of each other, or one apart: as far as one wrong figure usually takes a sum.
#[must_use]
pub fn is_near(whole: Decimal, made: Decimal) -> bool {
    let smaller = if whole < made { whole } else { made };
    let gap = whole.distance(made);
    gap.is_some_and(|gap| gap <= Decimal::whole(1) || gap.times(Decimal::whole(4)).is_some_and(|gap| gap <= smaller))
}

/// Whether one number is more than so many times the other.
#[must_use]
pub fn is_far(a: Decimal, b: Decimal, times: Decimal) -> bool {
    let exceeds = |more: Decimal, less: Decimal| less.times(times).is_some_and(|most| most < more);
    exceeds(a, b) || exceeds(b, a)
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

/// Whether two counts are so small that one digit makes either of the other: both below ten, or, of people, who are
/// counted in two kinds, one of them and far from the other.
#[must_use]
pub fn is_of_few(a: &Quantity, b: &Quantity) -> bool {
    let (less, more) = if a.value < b.value { (a.value, b.value) } else { (b.value, a.value) };
    let ten = Decimal::whole(10);
    more < ten || a.unit.family == Family::Person && less < ten && is_far(less, more, Decimal::whole(3))
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
    fn what_a_slip_may_stand_for() {
        for meant in [865, 65, 656, 2665, 6654, 6605] {
            assert!(slipped(665).contains(&meant), "{meant}");
        }
        assert!(!slipped(665).contains(&123) && !slipped(651).contains(&61));
    }

    #[test]
    fn two_possible_slips_are_none() {
        let d = Decimal::whole;
        assert_eq!(only(slips([(0, d(10), d(13)), (1, d(783), d(999))].into_iter())), Some((0, d(13))));
        assert_eq!(only(slips([(0, d(10), d(13)), (1, d(20), d(23))].into_iter())), None);
    }
}
