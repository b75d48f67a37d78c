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
    /// The value in the family's base unit; of a range the lower end.
    pub value: Decimal,
    /// What the value may be in truth.
    pub interval: Interval,
    /// How exact it claims to be.
    pub approx: Approx,
    /// How the numeral is written.
    pub script: Script,
}

impl Quantity {
    /// Whether so much may be meant, more than a tenth apart, that it agrees with nearly anything: 首次突破2000件.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        let Interval { low, high, .. } = self.interval;
        let tenfold = high.minus(low).and_then(|gap| gap.times(Decimal::whole(10)));
        self.approx != Approx::Exact && tenfold.is_none_or(|tenfold| tenfold > low)
    }
}

/// How exact a figure claims to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Approx {
    /// As written.
    Exact,
    /// 约, 左右, 近, 三分之一; 3—5, 三四百.
    About,
    /// 余, 多, 超过; 数十, 上百.
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
    ("不下", Approx::Over),
    ("不止", Approx::Over),
    ("多于", Approx::Over),
    ("少于", Approx::AtMost),
    ("突破", Approx::Over),
    ("逾", Approx::Over),
    ("将近", Approx::About),
    ("接近", Approx::About),
    ("大约", Approx::About),
    ("近", Approx::About),
    ("约", Approx::About),
    ("数", Approx::Over),
    ("几", Approx::Over),
    ("上", Approx::Over),
    ("过", Approx::Over),
];

const AFTER: &[(&str, Approx)] = &[
    ("及以上", Approx::AtLeast),
    ("(含)以上", Approx::AtLeast),
    ("(含)以下", Approx::AtMost),
    ("以上", Approx::AtLeast),
    ("及以下", Approx::AtMost),
    ("以下", Approx::AtMost),
    ("以内", Approx::AtMost),
    ("之内", Approx::AtMost),
    ("左右", Approx::About),
    ("有余", Approx::Over),
    ("上下", Approx::About),
];

/// The quantity at an index, bare numbers included. `from` is where a word of approximation may begin.
#[must_use]
pub fn read(text: &Text, from: usize, index: usize) -> Option<Quantity> {
    let (mut number, share) = amount(text, index)?;
    let mut approx = share.unwrap_or(Approx::Exact);
    let mut unit = if share.is_some() { Unit { family: Family::Percent, ..Unit::BARE } } else { Unit::BARE };
    let mut unit_start = number.end;
    if let Some(upper) = upper_end(text, index, &number, share.is_some()) {
        number = Number { high: upper.high, end: upper.end, ..number };
    }
    let mut run = Run::new(index, number.end);
    if number.and_more {
        approx = Approx::Over;
    }
    if share.is_none() {
        let mut end = text.skip_spaces(number.end);
        if matches!(text.at(end), '余' | '多' | '几' | '来') && unit::at(text, end + 1).is_some() {
            approx = Approx::Over;
            end += 1;
        }
        if let Some((value, length)) = tenths(text, &number, end) {
            let step = if length > 1 { Decimal::tenths(1) } else { number.step };
            number = Number { value, high: number.high.max_with(value), step, ..number };
            unit = Unit { family: Family::Percent, exponent: 1, length };
            (unit_start, run.end) = (end, end + length);
        } else if let Some(found) = unit::at(text, end) {
            unit = found;
            (unit_start, run.end) = (end, end + unit.length);
            if unit.family == Family::Fold && text.at(run.end) == '半' {
                number.value = number.value.plus(HALF)?;
                number.high = number.value;
                number.step = HALF;
                run.end += 1;
            }
        } else if let Some(found) = unit_behind_bracket(text, end) {
            (unit, unit_start) = found;
        }
    }
    if let Some(&(word, kind)) = AFTER.iter().find(|(word, _)| text.starts(run.end, word)) {
        approx = kind;
        run.end += word.chars().count();
    }
    let is_power = matches!(text.at(index), '百' | '千' | '万' | '亿') && number.end == index + 1 && share.is_none();
    let mut room = Decimal::ZERO;
    if let Some(&(word, kind)) = BEFORE.iter().find(|(word, _)| text.ends(from, index, word))
        && is_word(text, index, word)
    {
        if matches!(approx, Approx::Exact | Approx::About) || matches!(kind, Approx::AtLeast | Approx::AtMost) {
            approx = kind;
        }
        if matches!(word, "数" | "几" | "上") {
            room = number.value.times(Decimal::whole(9))?;
        }
        run.start -= word.chars().count();
    } else if is_power && approx != Approx::Over {
        // 百姓, 千家万户, 万元以上: a power alone counts nothing.
        return None;
    }
    let scale = Decimal::power_of_ten(unit.exponent);
    let [value, high, step] = [number.value.times(scale)?, number.high.times(scale)?, number.step.times(scale)?];
    let mut interval = interval(value, step, unit, approx);
    if value < high && !matches!(approx, Approx::AtLeast | Approx::AtMost) {
        approx = Approx::About;
        interval = Interval { low: value, high, open: false };
    } else if !room.is_zero() {
        interval.high = value.plus(room.times(scale)?)?;
    }
    Some(Quantity {
        run,
        numeral: Run::new(index, number.end),
        unit_run: Run::new(unit_start, unit_start + unit.length),
        unit,
        value,
        interval,
        approx,
        script: number.script,
    })
}

const HALF: Decimal = Decimal::tenths(5);

/// The numeral at an index, or a share in words (百分之九十五, 千分之三, 三分之一, 半数) in hundredths, with how exact it is.
fn amount(text: &Text, index: usize) -> Option<(Number, Option<Approx>)> {
    if text.starts(index, "半数") || text.starts(index, "一半") {
        let fifty = Decimal::whole(50);
        let step = fifty;
        let number =
            Number { value: fifty, high: fifty, step, and_more: false, script: Script::Chinese, end: index + 2 };
        return Some((number, Some(Approx::About)));
    }
    let below = number::read(text, index)?;
    if below.script != Script::Chinese || !text.starts(below.end, "分之") {
        return Some((below, None));
    }
    let above = number::read(text, text.skip_spaces(below.end + 2))?;
    let share = |value: Decimal| value.times(Decimal::HUNDRED)?.over(below.value, above.value.scale() + 4);
    let [value, high, step] =
        [share(above.value)?.trimmed(), share(above.high)?.trimmed(), share(above.step)?.trimmed()];
    let is_decimal = below.end == index + 1 && matches!(text.at(index), '百' | '千' | '万');
    let approx = if is_decimal { Approx::Exact } else { Approx::About };
    Some((Number { value, high, step, script: Script::Chinese, ..above }, Some(approx)))
}

/// The upper end of a range: 3—5个, 30%—40%, 百分之三十至四十. 由3件到5件 tells of a change and is none.
fn upper_end(text: &Text, index: usize, lower: &Number, is_share: bool) -> Option<Number> {
    let mut at = lower.end;
    let has_sign = text.at(at) == '%';
    at += usize::from(has_sign);
    match text.at(at) {
        '—' | '-' | '–' | '~' => {}
        '至' | '到' if !matches!(text.before(index), '由' | '从' | '自' | '比') => {}
        _ => return None,
    }
    at += if text.starts(at, "——") { 2 } else { 1 };
    let upper =
        if is_share && text.starts(at, "百分之") { number::read(text, at + 3)? } else { number::read(text, at)? };
    let is_sign = text.at(upper.end) == '%';
    let is_counted = is_share || unit::at(text, text.skip_spaces(upper.end)).is_some();
    (lower.value < upper.value && is_counted && (is_sign || !has_sign)).then_some(upper)
}

/// 三成, 三成五, with what 成 multiplies, and how long it is; not 三成为, 成立, 成员.
fn tenths(text: &Text, number: &Number, at: usize) -> Option<(Decimal, usize)> {
    const WORDS: &str = "为立功员果本效交长人年分品就绩熟套堆批型语都活不片";
    if text.at(at) != '成' || Decimal::whole(10) < number.value || WORDS.contains(text.at(at + 1)) {
        return None;
    }
    let more = number::read(text, at + 1).filter(|more| more.end == at + 2 && more.script == Script::Chinese);
    let hundredths = more.and_then(|more| more.value.times(Decimal::tenths(1)));
    Some((number.value.plus(hundredths.unwrap_or_default())?, 1 + usize::from(hundredths.is_some())))
}

/// Whether a word of approximation before an index is one, and no end of another word: 节约, 签约, 最近, 赶超.
#[must_use]
pub fn is_word(text: &Text, index: usize, word: &str) -> bool {
    let before = text.before(index - word.chars().count());
    let is_power = matches!(text.at(index), '百' | '千' | '万' | '亿');
    let others = match word {
        "约" => "节签预制合条邀履解违特立契",
        // 主要证据不足58件
        "不足" => "据力验由心料",
        "近" => "最附邻靠就亲临远",
        "超" => "赶反高入",
        "数" | "几" if !is_power && text.at(index) != '十' => return false,
        "数" | "几" => "总件人次户例指参十",
        "上" if !is_power => return false,
        "上" => "以网晚会线路早",
        "过" if !is_power && text.at(index) != '半' => return false,
        "过" => "经通不度办",
        _ => "",
    };
    !others.contains(before)
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
fn interval(value: Decimal, step: Decimal, unit: Unit, approx: Approx) -> Interval {
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
            let room = last_place(value, step).max_with(step);
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
