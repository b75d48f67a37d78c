//! Totals and parts in different points of one sentence: `一是学法6次,二是轮训2期,三是旁听1次,四是互评4场`.

use super::Site;
use crate::figures::Figures;
use crate::span::Run;
use crate::text::Text;

/// Every point but the first.
const NEXT: &[&str] = &["二是", "三是", "四是", "五是", "六是", "七是", "八是"];

/// Whether another point begins between a total and its parts, which are then of something else.
pub fn are_in_two(text: &Text, figures: &Figures, site: &Site) -> bool {
    let [total, first] = [site.totals[0][0], site.parts[0]].map(|index| figures.list[index].quantity.run);
    let between = Run::new(total.end, first.start.max(total.end));
    text.has_any(between, NEXT)
}
