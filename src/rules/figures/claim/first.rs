//! Why the first figure of some in a row may be no total of those that follow, where no word says that it is.

use super::names::{are_named_after, class, is_whole_class};
use super::wording::{is_found, is_gathered, is_list_of_numbers};
use super::{List, is_kin};
use crate::figures::groups::Join;
use crate::figures::{Figure, cues};

/// Whether any of it holds.
pub fn is_no_total(list: &List<'_>) -> bool {
    const REASONS: &[fn(&List<'_>) -> bool] =
        &[is_parted_off, leaves_a_stray_rest, is_less, is_a_source, is_of_their_class, is_of_their_kind, is_older];
    list.site.join == Join::Following && REASONS.iter().any(|holds| holds(list))
}

/// `未结53件;行政案件新收60件、旧存4件`.
fn is_parted_off(list: &List<'_>) -> bool {
    let is_parted_so = || list.parts[1..].iter().any(|part| cues::stops(list.ctx.text, part.gap));
    let is_told = is_whole_class(list) && is_gathered(list) && !list.carries_in() || list.is_of_these() || list.divides;
    list.says_first(&[";"]) && !is_parted_so() && !is_told
}

/// `劳动报酬1072件、社会保险693件、其他171件`: the rest is of all of them.
fn leaves_a_stray_rest(list: &List<'_>) -> bool {
    list.has_rest && !(is_gathered(list) || are_named_after(list) || is_found(list))
}

/// A part is more than it, or is a total itself.
fn is_less(list: &List<'_>) -> bool {
    let is_total = |part: &&Figure| list.says(part.label, cues::IN_ALL);
    let is_largest = !list.parts.iter().any(is_total)
        && list.parts.iter().all(|part| part.quantity.value <= list.total.quantity.value);
    !(is_largest || list.has_rest || list.divides || is_kin(list) || is_list_of_numbers(list))
}

/// `由52个减少到21个`.
fn is_a_source(list: &List<'_>) -> bool {
    list.says(list.total.label, &["由", "从"])
}

/// `受理68件,不予受理5件,自愿撤回3件`: one more member of the class of its parts.
fn is_of_their_class(list: &List<'_>) -> bool {
    let all: Vec<&Figure> = [list.total].into_iter().chain(list.parts.iter().copied()).collect();
    list.class.is_some() && class(list.ctx, None, &all).is_some()
}

/// `食品类487件,药械类116件,广告类93件`.
fn is_of_their_kind(list: &List<'_>) -> bool {
    let is_kind = |figure: &Figure| list.ctx.text.before(figure.label.end) == '类';
    is_kind(list.total) && list.parts.iter().all(|part| is_kind(part))
}

/// `压减培训机构3家,现有学科类4家、非学科类118家`.
fn is_older(list: &List<'_>) -> bool {
    list.ctx.text.starts_any(list.first.label.start, &["现有", "现存", "目前有"]).is_some()
}
