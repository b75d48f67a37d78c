//! A quantity: a numeral with its words of approximation and its unit.

use super::number::{self, Number, Script};
use super::unit::{self, Family, Unit};
use crate::decimal::{Decimal, Interval};
use crate::span::Run;
use crate::text::Text;

/// A numeral with a unit, and what the writing allows it to be.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// Everything that belongs to it, words of approximation included.
    pub run: Run,
    /// The numeral alone.
    pub numeral: Run,
    /// The unit alone, empty for a bare number.
    pub unit_run: Run,
    /// The unit.
    pub unit: Unit,
    /// The value in the family's base unit.
    pub value: Decimal,
    /// What the value may be in truth.
    pub interval: Interval,
    /// How exact it claims to be.
    pub approx: Approx,
    /// How the numeral is written.
    pub script: Script,
}

/// How exact a figure claims to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Approx {
    /// As written.
    Exact,
    /// 约, 左右, 近.
    About,
    /// 余, 多, 超过.
    Over,
    /// 不少于, 以上: a bound, not a count.
    AtLeast,
    /// 不超过, 以内, 不到.
    AtMost,
}

const BEFORE: &[(&str, Approx)] = &[
    ("不少于", Approx::AtLeast),
    ("不低于", Approx::AtLeast),
    ("不得少于", Approx::AtLeast),
    ("不得低于", Approx::AtLeast),
    ("至少", Approx::AtLeast),
    ("最少", Approx::AtLeast),
    ("不超过", Approx::AtMost),
    ("不得超过", Approx::AtMost),
    ("不高于", Approx::AtMost),
    ("不多于", Approx::AtMost),
    ("不到", Approx::AtMost),
    ("不足", Approx::AtMost),
    ("低于", Approx::AtMost),
    ("最多", Approx::AtMost),
    ("至多", Approx::AtMost),
    ("高于", Approx::AtLeast),
    ("超过", Approx::Over),
    ("超", Approx::Over),
    ("突破", Approx::Over),
    ("逾", Approx::Over),
    ("将近", Approx::About),
    ("接近", Approx::About),
    ("大约", Approx::About),
    ("近", Approx::About),
    ("约", Approx::About),
];

const AFTER: &[(&str, Approx)] = &[
    ("及以上", Approx::AtLeast),
    ("(含)以上", Approx::AtLeast),
    ("以上", Approx::AtLeast),
    ("及以下", Approx::AtMost),
    ("以下", Approx::AtMost),
    ("以内", Approx::AtMost),
    ("之内", Approx::AtMost),
    ("左右", Approx::About),
    ("上下", Approx::About),
];

/// The quantity at an index, bare numbers included. `from` is where a word of approximation may begin.
#[must_use]
pub fn read(text: &Text, from: usize, index: usize) -> Option<Quantity> {
    if text.starts(index, "百分之") {
        return percent_in_words(text, index);
    }
    let number = number::read(text, index)?;
    let mut end = text.skip_spaces(number.end);
    let mut approx = if number.and_more { Approx::Over } else { Approx::Exact };
    if matches!(text.at(end), '余' | '多' | '几') && unit::at(text, end + 1).is_some() {
        approx = Approx::Over;
        end += 1;
    }
    let (mut unit, mut unit_start) = match unit::at(text, end) {
        Some(unit) => (unit, end),
        None => unit_behind_bracket(text, end).unwrap_or((Unit::BARE, number.end)),
    };
    let mut value = number.value;
    if text.at(end) == '成' && !crate::text::is_han(text.at(end + 1)) {
        unit = Unit { family: Family::Percent, exponent: 1, length: 1 };
        unit_start = end;
    }
    let mut run = Run::new(index, number.end);
    if unit.length > 0 && unit_start == end {
        run.end = end + unit.length;
    } else if unit.length == 0 {
        unit_start = run.end;
    }
    if unit.exponent != 0 {
        value = value.times(Decimal::power_of_ten(unit.exponent))?;
    }
    if let Some(&(word, kind)) = AFTER.iter().find(|(word, _)| text.starts(run.end, word)) {
        approx = kind;
        run.end += word.chars().count();
    }
    if let Some(&(word, kind)) = BEFORE.iter().find(|(word, _)| text.ends(from, index, word))
        && is_word(text, index, word)
    {
        if approx == Approx::Exact || kind == Approx::AtLeast || kind == Approx::AtMost {
            approx = kind;
        }
        run.start -= word.chars().count();
    }
    let step = number.step.times(Decimal::power_of_ten(unit.exponent))?;
    Some(Quantity {
        run,
        numeral: Run::new(index, number.end),
        unit_run: Run::new(unit_start, unit_start + unit.length),
        unit,
        value,
        interval: interval(&number, value, step, unit, approx),
        approx,
        script: number.script,
    })
}

/// Whether a word of approximation before an index is one, and no end of another word: 节约, 签约, 最近, 赶超.
#[must_use]
pub fn is_word(text: &Text, index: usize, word: &str) -> bool {
    let before = text.before(index - word.chars().count());
    let others = match word {
        "约" => "节签预制合条邀履解违特立契",
        "近" => "最附邻靠就亲临远",
        "超" => "赶反高入",
        _ => "",
    };
    !others.contains(before)
}

/// `百分之九十五`, `百分之九十五点五`.
fn percent_in_words(text: &Text, index: usize) -> Option<Quantity> {
    const WORD: usize = 3;
    let start = index + WORD;
    let number = number::read(text, start).filter(|number| number.script == Script::Chinese)?;
    let fraction =
        if text.at(number.end) == '点' { number::spelled_digits(text, number.end + 1) } else { String::new() };
    let end = number.end + if fraction.is_empty() { 0 } else { 1 + fraction.len() };
    let value = Decimal::from_digits(&number.value.to_string(), &fraction)?;
    let unit = Unit { family: Family::Percent, exponent: 0, length: 0 };
    let run = Run::new(index, end);
    let step = Decimal::power_of_ten(-i8::try_from(fraction.len()).ok()?);
    Some(Quantity {
        run,
        numeral: run,
        unit_run: Run::new(end, end),
        unit,
        value,
        interval: Interval::written(value, step),
        approx: Approx::Exact,
        script: Script::Chinese,
    })
}

/// `30(其中结转5件)件`: the unit stands behind a remark.
fn unit_behind_bracket(text: &Text, index: usize) -> Option<(Unit, usize)> {
    const LONGEST_REMARK: usize = 40;
    if text.at(index) != '(' {
        return None;
    }
    let closing = (index..index + LONGEST_REMARK).find(|&index| text.at(index) == ')')?;
    let unit = unit::at(text, closing + 1)?;
    unit.family.is_amount().then_some((unit, closing + 1))
}

/// What a value may be, given how it is written.
fn interval(number: &Number, value: Decimal, step: Decimal, unit: Unit, approx: Approx) -> Interval {
    let one = Decimal::whole(1);
    match approx {
        Approx::Exact => {
            let is_count = value.is_whole() && step <= one && unit.family != Family::Percent;
            if is_count { Interval::exactly(value) } else { Interval::written(value, step) }
        }
        Approx::About => {
            let tenth = value.times(Decimal::power_of_ten(-1)).unwrap_or_default();
            Interval { low: value.minus(tenth).unwrap_or(value), high: value.plus(tenth).unwrap_or(value), open: false }
        }
        Approx::Over => {
            let room = last_place(number.value, step).max_with(step);
            Interval { low: value, high: value.plus(room).unwrap_or(value), open: true }
        }
        Approx::AtLeast => Interval { low: value, high: BEYOND.max_with(value), open: false },
        Approx::AtMost => Interval { low: Decimal::ZERO, high: value, open: false },
    }
}

/// Larger than any figure.
const BEYOND: Decimal = Decimal::whole(i64::MAX);

/// What the last digit that is not zero is worth: 1000 in 13000余, 100 in 500多.
fn last_place(value: Decimal, step: Decimal) -> Decimal {
    let mut place = step;
    let ten = Decimal::whole(10);
    for _ in 0..18 {
        let Some(next) = place.times(ten) else { break };
        if value.is_zero() || value.over(next, 0).and_then(|q| q.times(next)) != Some(value) {
            break;
        }
        place = next;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `value unit-family low..high "run"`.
    fn show(written: &str) -> String {
        let text = Text::new(written);
        let index = (0..text.len()).find(|&index| number::read(&text, index).is_some()).expect("a number");
        let q = read(&text, 0, index).expect("a quantity");
        let high = if q.interval.high == BEYOND { "∞".to_string() } else { q.interval.high.to_string() };
        format!("{} {:?} {}..{} {}", q.value, q.unit.family, q.interval.low, high, text.string(q.run))
    }

    #[test]
    fn a_count_is_exact_and_a_rounded_figure_an_interval() {
        assert_eq!(show("办理2014件案件"), "2014 Case 2014..2014 2014件");
        assert_eq!(show("24.3万件"), "243000 Case 242500.0..244000 24.3万件");
        assert_eq!(show("97%"), "97 Percent 96.5..98 97%");
        assert_eq!(show("百分之九十五"), "95 Percent 94.5..96 百分之九十五");
        assert_eq!(show("百分之九十五点五"), "95.5 Percent 95.45..95.6 百分之九十五点五");
        assert_eq!(show("持证率达97.7%,"), "97.7 Percent 97.65..97.8 97.7%");
    }

    #[test]
    fn approximations_on_either_side() {
        assert_eq!(show("发放13000余份"), "13000 Copy 13000..14000 13000余份");
        assert_eq!(show("3.2万多家"), "32000 Household 32000..33000 3.2万多家");
        assert_eq!(show("近200条"), "200 Other(0) 180.0..220.0 近200条");
        assert_eq!(show("不少于30日"), "30 Time 30..∞ 不少于30日");
        assert_eq!(show("1000件以上"), "1000 Case 1000..∞ 1000件以上");
        assert_eq!(show("80多万条"), "800000 Other(0) 800000..900000 80多万条");
    }

    #[test]
    fn a_unit_may_stand_behind_a_remark() {
        assert_eq!(show("案件30(结转5件)件"), "30 Case 30..30 30");
    }
}
