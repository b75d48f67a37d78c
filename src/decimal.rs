//! Exact decimal numbers, and the interval of values that one way of writing a number allows.
//!
//! No floating point: a figure is an integer times a power of ten, so trailing zeros survive and
//! nothing is lost. Operations that would overflow give `None`, which rules read as "cannot tell".

use std::cmp::Ordering;
use std::fmt;

/// `mantissa × 10^-scale`.
///
/// Equality and order are those of the value: 2.50 equals 2.5.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// Digits that a figure may have; longer ones are identifiers, not quantities.
const MOST_DIGITS: usize = 18;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);
    /// One hundred, for percentages.
    pub const HUNDRED: Self = Self::whole(100);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value as i128, scale: 0 }
    }

    /// A number of tenths.
    #[must_use]
    pub const fn tenths(value: i64) -> Self {
        Self { mantissa: value as i128, scale: 1 }
    }

    /// From ASCII digits before and after the point.
    #[must_use]
    pub fn from_digits(integer: &str, fraction: &str) -> Option<Self> {
        if integer.len() + fraction.len() > MOST_DIGITS {
            return None;
        }
        let mut mantissa = 0i128;
        for digit in integer.bytes().chain(fraction.bytes()) {
            mantissa = mantissa * 10 + i128::from(digit.checked_sub(b'0')?);
        }
        Some(Self { mantissa, scale: u8::try_from(fraction.len()).ok()? })
    }

    /// `10^exponent`, or `10^-n` for a negative exponent.
    #[must_use]
    pub fn power_of_ten(exponent: i8) -> Self {
        if exponent < 0 {
            Self { mantissa: 1, scale: exponent.unsigned_abs() }
        } else {
            Self { mantissa: 10i128.pow(u32::from(exponent.unsigned_abs())), scale: 0 }
        }
    }

    /// Digits after the point.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether it is a whole number, however written.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.trimmed().scale == 0
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The whole number that it is, where it is one and fits.
    #[must_use]
    pub fn to_integer(self) -> Option<i64> {
        let trimmed = self.trimmed();
        if trimmed.scale > 0 {
            return None;
        }
        i64::try_from(trimmed.mantissa).ok()
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self { mantissa: a.checked_add(b)?, scale })
    }

    /// The sum of several.
    #[must_use]
    pub fn sum(values: impl IntoIterator<Item = Self>) -> Option<Self> {
        values.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { mantissa: -other.mantissa, scale: other.scale })
    }

    /// How far the two are apart.
    #[must_use]
    pub fn distance(self, other: Self) -> Option<Self> {
        if self < other { other.minus(self) } else { self.minus(other) }
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (self.trimmed(), other.trimmed());
        Some(Self { mantissa: a.mantissa.checked_mul(b.mantissa)?, scale: a.scale.checked_add(b.scale)? })
    }

    /// The quotient, cut after `scale` digits.
    #[must_use]
    pub fn over(self, other: Self, scale: u8) -> Option<Self> {
        let (a, b, _) = self.aligned(other)?;
        if b == 0 {
            return None;
        }
        let raised = a.checked_mul(10i128.checked_pow(u32::from(scale))?)?;
        Some(Self { mantissa: raised / b, scale })
    }

    /// The quotient, rounded to `scale` digits, for showing.
    #[must_use]
    pub fn rounded_quotient(self, other: Self, scale: u8) -> Option<Self> {
        let cut = self.over(other, scale + 1)?;
        let half = if cut.mantissa < 0 { -5 } else { 5 };
        Some(Self { mantissa: (cut.mantissa + half) / 10, scale })
    }

    /// The larger of the two.
    #[must_use]
    pub fn max_with(self, other: Self) -> Self {
        if self < other { other } else { self }
    }

    /// The same value without zeros at the end of its fraction.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u8)> {
        let scale = self.scale.max(other.scale);
        let raise = |d: Self| {
            let factor = 10i128.checked_pow(u32::from(scale - d.scale))?;
            d.mantissa.checked_mul(factor)
        };
        Some((raise(self)?, raise(other)?, scale))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let (a, b, _) = self.aligned(*other)?;
        Some(a.cmp(&b))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (integer, fraction) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{integer}.{fraction}")
    }
}

/// What a written number can stand for: `low ..= high`, without `high` itself where it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lowest value.
    pub low: Decimal,
    /// Highest value.
    pub high: Decimal,
    /// Whether `high` itself is out.
    pub open: bool,
}

impl Interval {
    /// Just this value.
    #[must_use]
    pub const fn exactly(value: Decimal) -> Self {
        Self { low: value, high: value, open: false }
    }

    /// The values that are written as `value` when the last digit is worth `step`, by rounding
    /// or by cutting off: both are practice.
    #[must_use]
    pub fn written(value: Decimal, step: Decimal) -> Self {
        let half = step.times(Decimal { mantissa: 5, scale: 1 });
        let low = half.and_then(|half| value.minus(half)).unwrap_or(value);
        let high = value.plus(step).unwrap_or(value);
        Self { low, high, open: true }
    }

    /// Whether some value lies in both; yes when they are too large to compare.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        !self.lies_below(other) && !other.lies_below(self)
    }

    /// Whether every value of it is smaller than every value of `other`.
    #[must_use]
    pub fn lies_below(self, other: Self) -> bool {
        self.high < other.low || (self.open && self.high == other.low)
    }

    /// All differences of one value from each.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.minus(other.high)?,
            high: self.high.minus(other.low)?,
            open: self.open || other.open,
        })
    }

    /// Whether a value lies in it, its ends included.
    #[must_use]
    pub fn holds(self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether a whole number lies in it, its ends widened by what division cut off.
    #[must_use]
    pub fn holds_whole(self) -> Option<bool> {
        let high = self.high.plus(Decimal::power_of_ten(-4))?;
        let below = high.over(Decimal::whole(1), 0)?;
        Some(below >= self.low)
    }

    /// From low times low to high times high, without its high end where `self` is without its own.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.times(other.low)?, high: self.high.times(other.high)?, open: self.open })
    }

    /// All sums of one value from each.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)?, open: self.open || other.open })
    }
}
