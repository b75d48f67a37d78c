//! Figures of the generator: a whole number of units or of their tenths and hundredths, the ways of
//! writing it, and the slips by which it comes out wrong.

use crate::chance::Chance;

/// `value × 10^-scale`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Number {
    pub value: i64,
    pub scale: u32,
}

/// How the figures of a paragraph are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Style {
    Plain,
    /// 1,234
    Grouped,
    /// １２３４
    Wide,
    /// With a blank on either side.
    Spaced,
    /// 一千二百三十四, where it is a whole number
    Han,
}

impl Number {
    pub const fn whole(value: i64) -> Self {
        Self { value, scale: 0 }
    }

    /// The value when one is `10^-scale`.
    pub fn at(self, scale: u32) -> i128 {
        i128::from(self.value) * 10i128.pow(scale - self.scale)
    }

    pub fn digits(self) -> String {
        let digits = format!("{:0>width$}", self.value, width = self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }

    pub fn written(self, style: Style) -> String {
        match style {
            Style::Han if self.scale == 0 => han(self.value),
            Style::Plain | Style::Han => self.digits(),
            Style::Wide => self.digits().chars().map(wide).collect(),
            Style::Spaced => format!(" {} ", self.digits()),
            Style::Grouped => grouped(&self.digits()),
        }
    }

    /// The number as a slip of the pen leaves it, another one, with the name of the slip.
    pub fn slipped(self, chance: &mut Chance) -> Option<(Self, &'static str)> {
        let mut digits: Vec<u8> = self.value.to_string().into_bytes();
        let name = *chance.of(&["a digit changed", "one off", "neighbours swapped", "a digit lost or doubled"]);
        let at = chance.index(digits.len());
        match name {
            "a digit changed" => digits[at] = b'0' + u8::try_from(chance.between(0, 9)).ok()?,
            "one off" => {
                let value = self.value + if chance.happens(50) { 1 } else { -1 };
                digits = value.max(0).to_string().into_bytes();
            }
            "neighbours swapped" if at > 0 => digits.swap(at - 1, at),
            "neighbours swapped" => return None,
            _ if chance.happens(50) && digits.len() > 1 => drop(digits.remove(at)),
            _ => digits.insert(at, digits[at]),
        }
        let value: i64 = String::from_utf8(digits).ok()?.parse().ok()?;
        let is_other = value != self.value && value > 0;
        is_other.then_some((Self { value, scale: self.scale }, name))
    }
}

fn wide(ch: char) -> char {
    match ch {
        '.' => '．',
        _ => char::from_u32(ch as u32 + 0xfee0).unwrap_or(ch),
    }
}

fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |at| digits.split_at(at));
    let mut written = String::new();
    for (index, ch) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            written.push(',');
        }
        written.push(ch);
    }
    written + fraction
}

/// A whole number below 100,000,000 in Chinese numerals.
pub fn han(value: i64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const POWERS: [(i64, &str); 4] = [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十")];
    let digit = |value: i64| DIGITS[usize::try_from(value).expect("a digit")];
    if (10..20).contains(&value) {
        return format!("十{}", if value == 10 { "" } else { digit(value - 10) });
    }
    for (power, name) in POWERS {
        let (above, below) = (value / power, value % power);
        if above > 0 {
            let head = if above < 10 { digit(above).to_owned() } else { han(above) };
            let gap = if below > 0 && below < power / 10 { "零" } else { "" };
            let tail = match below {
                0 => String::new(),
                10..20 => format!("一{}", han(below)),
                _ => han(below),
            };
            return format!("{head}{name}{gap}{tail}");
        }
    }
    digit(value).to_owned()
}
