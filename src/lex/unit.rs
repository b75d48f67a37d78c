//! Measure words and units: which belong together, and how much one is worth.
//!
//! Families follow the usage of these reports: 件, 起 and 宗 count the same cases, 人 and 名 the
//! same people, while 人次 (attendances) never add to 人.

use crate::decimal::Decimal;
use crate::text::Text;

/// Units that may be added to each other.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Family {
    /// No unit was written.
    Bare,
    /// 件, 起, 宗.
    Case,
    /// 人, 名, 位.
    Person,
    /// 人次.
    Attendance,
    /// 家, 户.
    Household,
    /// 个, which stands in for many others.
    Piece,
    /// 次, 场, 期.
    Occasion,
    /// 份, 册, 本.
    Copy,
    /// 元, in yuan.
    Money,
    /// 平方米 and its kin, in square metres.
    Area,
    /// 吨 and its kin, in kilograms.
    Weight,
    /// 公里 and its kin, in metres.
    Length,
    /// Spans of time and ages.
    Time,
    /// %, 成: in hundredths.
    Percent,
    /// Percentage points.
    Points,
    /// 倍.
    Fold,
    /// What is counted by turns, each a family of its own: 家次, 批次.
    Turn(u8),
    /// What is measured, each a family of its own: 亩, 千瓦时.
    Measure(u8),
    /// Any other measure word, by its place in the table: each is a family of its own.
    Other(u8),
}

/// A unit as written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Unit {
    /// What it adds to.
    pub family: Family,
    /// The power of ten that it carries over the family's base, 3 for 公里.
    pub exponent: i8,
    /// Glyphs that it is written with.
    pub length: usize,
}

impl Unit {
    /// For a number without a unit.
    pub const BARE: Self = Self { family: Family::Bare, exponent: 0, length: 0 };

    /// A value of the family's base as it is written with the unit: 2.5 with 吨, of 2500 kilograms.
    #[must_use]
    pub fn written(self, value: Decimal) -> Decimal {
        let scaled = value.times(Decimal::power_of_ten(-self.exponent)).map(Decimal::trimmed);
        scaled.filter(|_| self.exponent != 0).unwrap_or(value)
    }
}

impl Family {
    /// Whether figures of the two may be added or divided: the same thing counted.
    #[must_use]
    pub fn adds_to(self, other: Self) -> bool {
        use Family::{Household, Other, Piece};
        match (self, other) {
            (Piece, Household | Other(_)) | (Household | Other(_), Piece) => true,
            _ => self == other,
        }
    }

    /// Whether it counts things that are added up whatever they are called: 2件、3部、4处,共9件.
    #[must_use]
    pub fn is_of_things(self) -> bool {
        use Family::{Case, Copy, Household, Other, Piece};
        matches!(self, Case | Copy | Household | Piece | Other(_))
    }

    /// Whether it counts or measures things, rather than comparing them or telling time.
    #[must_use]
    pub fn is_amount(self) -> bool {
        use Family::{Bare, Fold, Percent, Points, Time};
        !matches!(self, Bare | Time | Percent | Points | Fold)
    }
}

/// The unit at an index. Bracketed and slashed variants (人(次), 人/次) are read whole.
#[must_use]
pub fn at(text: &Text, index: usize) -> Option<Unit> {
    let (_, family, exponent, length) = lookup(text, index)?;
    let mut unit = Unit { family, exponent, length };
    let after = index + length;
    let closing = match text.at(after) {
        '(' => Some(')'),
        '/' => None,
        _ => return Some(unit),
    };
    let Some((word, variant, _, more)) = lookup(text, after + 1) else {
        return Some(unit);
    };
    if closing.is_some_and(|closing| text.at(after + 1 + more) != closing) {
        return Some(unit);
    }
    if word == "次" && family == Family::Person {
        unit.family = Family::Attendance;
    } else if closing.is_none() && variant != family && word != "次" {
        return Some(unit);
    }
    unit.length += 1 + more + usize::from(closing.is_some());
    Some(unit)
}

type Row = (&'static str, Family, i8);

fn lookup(text: &Text, index: usize) -> Option<(&'static str, Family, i8, usize)> {
    let first = text.at(index);
    let begins = |row: &Row| row.0.chars().next();
    let from = TABLE.partition_point(|row| begins(row) < Some(first));
    let rows = TABLE[from..].iter().take_while(|row| begins(row) == Some(first));
    let found = rows.filter(|(word, _, _)| text.starts(index, word)).max_by_key(|(word, _, _)| word.len());
    if let Some(&(word, family, exponent)) = found {
        return Some((word, family, exponent, word.chars().count()));
    }
    if !crate::text::is_han(first) {
        return None;
    }
    let start = OTHERS.find(first)?;
    let word = &OTHERS[start..start + first.len_utf8()];
    let place = u8::try_from(start / 3).unwrap_or(u8::MAX);
    Some((word, Family::Other(place), 0, 1))
}

/// Measure words of one character that add to nothing but themselves.
const OTHERS: &str = "条项台辆支处座所张枚封幅块栋套间批轮班类种级篇道笔单票例对组片头只株棵艘架门节页卷点字款档面根把桶瓶盒袋箱股床榻尊层遍桌席双部枪";

/// In the order of their words, so that those with one beginning stand together.
const TABLE: &[Row] = &[
    ("%", Family::Percent, 0),
    ("‰", Family::Percent, -1),
    ("㎡", Family::Area, 0),
    ("个", Family::Piece, 0),
    ("个位次", Family::Measure(6), 0),
    ("个学时", Family::Time, 0),
    ("个小时", Family::Time, 0),
    ("个工作日", Family::Time, 0),
    ("个月", Family::Time, 0),
    ("个次", Family::Turn(8), 0),
    ("个点", Family::Points, 0),
    ("个百分点", Family::Points, 0),
    ("个课时", Family::Time, 0),
    ("亩", Family::Measure(1), 0),
    ("人", Family::Person, 0),
    ("人·次", Family::Attendance, 0),
    ("人次", Family::Attendance, 0),
    ("件", Family::Case, 0),
    ("件次", Family::Case, 0),
    ("份", Family::Copy, 0),
    ("位", Family::Person, 0),
    ("倍", Family::Fold, 0),
    ("元", Family::Money, 0),
    ("克", Family::Weight, -3),
    ("公斤", Family::Weight, 0),
    ("公里", Family::Length, 3),
    ("公顷", Family::Area, 4),
    ("册", Family::Copy, 0),
    ("分钟", Family::Time, 0),
    ("千克", Family::Weight, 0),
    ("千瓦", Family::Measure(4), 0),
    ("千瓦时", Family::Measure(3), 0),
    ("千米", Family::Length, 3),
    ("台次", Family::Turn(3), 0),
    ("名", Family::Person, 0),
    ("吨", Family::Weight, 3),
    ("吨标准煤", Family::Measure(5), 0),
    ("周", Family::Time, 0),
    ("周岁", Family::Time, 0),
    ("场", Family::Occasion, 0),
    ("场次", Family::Occasion, 0),
    ("天", Family::Time, 0),
    ("季度", Family::Time, 0),
    ("学时", Family::Time, 0),
    ("宗", Family::Case, 0),
    ("宗次", Family::Case, 0),
    ("家", Family::Household, 0),
    ("家次", Family::Turn(0), 0),
    ("小时", Family::Time, 0),
    ("岁", Family::Time, 0),
    ("工作日", Family::Time, 0),
    ("平方公里", Family::Area, 6),
    ("平方千米", Family::Area, 6),
    ("平方米", Family::Area, 0),
    ("年", Family::Time, 0),
    ("微克", Family::Measure(7), 0),
    ("微克/立方米", Family::Measure(9), 0),
    ("户", Family::Household, 0),
    ("户次", Family::Turn(0), 0),
    ("批次", Family::Turn(1), 0),
    ("批次/千人", Family::Measure(10), 0),
    ("日", Family::Time, 0),
    ("月", Family::Time, 0),
    ("期", Family::Occasion, 0),
    ("本", Family::Copy, 0),
    ("条次", Family::Turn(6), 0),
    ("次", Family::Occasion, 0),
    ("毫克", Family::Measure(8), 0),
    ("班次", Family::Turn(2), 0),
    ("百分点", Family::Points, 0),
    ("秒", Family::Time, 0),
    ("立方米", Family::Measure(2), 0),
    ("米", Family::Length, 0),
    ("美元", Family::Measure(0), 0),
    ("课时", Family::Time, 0),
    ("起", Family::Case, 0),
    ("起次", Family::Case, 0),
    ("车次", Family::Turn(4), 0),
    ("辆次", Family::Turn(5), 0),
    ("项次", Family::Turn(7), 0),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str) -> Option<(Family, usize)> {
        at(&Text::new(word), 0).map(|unit| (unit.family, unit.length))
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted_by_key(|(word, _, _)| *word));
    }

    #[test]
    fn the_longest_unit_wins() {
        assert_eq!(read("件次"), Some((Family::Case, 2)));
        assert_eq!(read("人次"), Some((Family::Attendance, 2)));
        assert_eq!(read("个百分点"), Some((Family::Points, 4)));
        assert_eq!(read("项制度"), Some((Family::Other(1), 1)));
        assert_eq!(read("和"), None);
    }

    #[test]
    fn bracketed_and_slashed_variants_are_one_unit() {
        assert_eq!(read("人(次)"), Some((Family::Attendance, 4)));
        assert_eq!(read("人/次"), Some((Family::Attendance, 3)));
        assert_eq!(read("场(次)"), Some((Family::Occasion, 4)));
        assert_eq!(read("户(个)"), Some((Family::Household, 4)));
        assert_eq!(read("个(其中"), Some((Family::Piece, 1)));
    }

    #[test]
    fn pieces_add_to_what_they_stand_for_but_attendances_not_to_people() {
        assert!(Family::Piece.adds_to(Family::Household));
        assert!(!Family::Person.adds_to(Family::Attendance));
        assert!(!Family::Case.adds_to(Family::Occasion));
    }
}
