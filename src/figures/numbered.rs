//! Words that speak of the number of things by their unit: 起数, 死亡人数.

use super::Figure;
use crate::span::Run;
use crate::text::Text;

/// Whether words speak of the number of what a figure counts: 起数 of 22起, 死亡人数 of 11人.
#[must_use]
pub fn names(text: &Text, words: Run, figure: &Figure) -> bool {
    let unit = text.at(figure.quantity.unit_run.start);
    units(text, words).any(|named| named == unit)
}

/// Whether words speak of the number of what another unit counts: 受伤人数 beside 448起.
#[must_use]
pub fn names_other(text: &Text, words: Run, figure: &Figure) -> bool {
    const UNITS: [char; 6] = ['人', '起', '件', '户', '宗', '次'];
    let unit = text.at(figure.quantity.unit_run.start);
    UNITS.contains(&unit) && units(text, words).any(|named| UNITS.contains(&named) && named != unit)
}

/// The units of which words speak of the number: 起 and 人 of 起数和死亡人数.
fn units<'t>(text: &'t Text, words: Run) -> impl Iterator<Item = char> + 't {
    (words.start + 1..words.end).filter(|&at| text.at(at) == '数').map(|at| text.before(at))
}
