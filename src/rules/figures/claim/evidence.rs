//! What speaks for a list being whole, and what against it: one row for each thing.

use super::against::{
    HONOURS, LEAVING, NEW, STOCKS, are_first, are_steps, denies_rest, has_some, is_added, is_cumulated, is_extreme,
    is_item, is_of_another_stage, is_of_first, is_of_older, is_of_settled, is_open, is_parted_pair, is_publicity,
    is_settled_item, is_summed_up, overlaps, overlaps_by_word, parts_its_shares, says_mainly, selects, shares_made,
    skips_an_item, sums_up_settled, tells_counterflow, tells_each, tells_rest, tells_rest_in_words, tells_some_done,
};
use super::names::{
    are_alike, are_places, are_settled_and_pending, are_states, are_tasks, is_classed, is_long_class, is_whole_class,
};
use super::wording::{
    are_enumerated, are_parted, is_composed, is_gathered, is_list_of_numbers, is_listed_behind, is_summary,
    is_told_off, looks_at, says_in_all, says_namely, tells_how_many,
};
use super::{List, Says, first, is_kin, is_of_total, is_scaled, tells_all};
use crate::decimal::Decimal;
use crate::figures::groups::Join;
use crate::figures::{Figure, Role, cues};
use crate::span::Run;

type Test = fn(&List<'_>) -> bool;

/// One thing that speaks for or against.
pub struct Evidence {
    pub points: i16,
    pub says: Says,
    pub denies: bool,
    pub holds: Test,
}

const fn all(points: i16, holds: Test) -> Evidence {
    Evidence { points, says: Says::All, denies: false, holds }
}

const fn kin(points: i16, holds: Test) -> Evidence {
    Evidence { points, says: Says::Kin, denies: false, holds }
}

const fn most(points: i16, holds: Test) -> Evidence {
    Evidence { points, says: Says::Most, denies: false, holds }
}

const fn hint(points: i16, holds: Test) -> Evidence {
    Evidence { points, says: Says::Nothing, denies: false, holds }
}

const fn denial(points: i16, holds: Test) -> Evidence {
    Evidence { points, says: Says::Nothing, denies: true, holds }
}

/// Everything that is weighed. What rules a sum out outweighs all the rest.
pub const EVIDENCE: &[Evidence] = &[
    all(6, |list| list.site.join == Join::Before),
    all(5, |list| list.has_rest),
    all(5, |list| denies_rest(list) || says_namely(list)),
    all(5, |list| {
        list.carries_in()
            && (list.says(list.last.label, cues::NEXT_PERIOD) || list.says(list.last.label, cues::PENDING))
    }),
    all(6, |list| list.are_opposites),
    all(4, |list| is_whole_class(list) && !list.are_opposites),
    all(4, |list| {
        // More than came in may be settled of what came before; less leaves something untold.
        let may_be = list.site.join != Join::Following || are_tasks(list) || list.falls_short();
        may_be && !is_whole_class(list) && are_settled_and_pending(list)
    }),
    all(4, |list| list.divides && !looks_at(list)),
    // 350件案件中,公安120件、住建130件、…: the chief ones, or all.
    most(4, |list| list.parts.len() > 2 && list.is_of_these() && !list.divides),
    all(5, |list| is_added(list) || tells_how_many(list)),
    kin(0, looks_at),
    all(4, |list| is_summary(list) || is_list_of_numbers(list) || is_composed(list) || is_told_off(list)),
    kin(2, |list| list.parts.len() > 2 && are_places(list)),
    most(2, |list| is_long_class(list) || list.parts.len() > 2 && are_states(list)),
    kin(0, is_classed),
    hint(3, |list| matches!(list.site.join, Join::Bracket | Join::Colon)),
    hint(2, |list| list.site.join == Join::Among),
    hint(1, is_of_total),
    hint(1, |list| list.site.join == Join::Following && says_in_all(list)),
    hint(1, |list| list.site.join == Join::NextSentence),
    hint(1, |list| are_alike(list.ctx.text, &list.parts)),
    hint(1, are_enumerated),
    hint(1, |list| list.parts.len() > 2),
    hint(-3, |list| list.says_first(&["涉及", "含"]) && !are_places(list)),
    hint(-1, |list| list.says_first(&["分别"])),
    denial(-9, |list| overlaps(list) && !tells_all(list)),
    denial(-9, |list| list.site.join != Join::Before && list.says_any(HONOURS)),
    denial(-9, |list| tells_some_done(list) || is_settled_item(list)),
    denial(-30, |list| is_of_settled(list) || is_of_another_stage(list) || is_of_older(list) || is_publicity(list)),
    denial(-5, tells_rest),
    denial(-25, |list| list.site.join != Join::Before && (tells_rest_in_words(list) || are_first(list))),
    denial(-9, |list| list.says(list.total.label, &["集中在", "集中于"]) || says_mainly(list)),
    denial(-9, |list| {
        let is_carried = |part: &&Figure| cues::is_carried_in(list.ctx.text, part.label);
        let is_new = || list.says_any(&["新", "本年", "今年", "当年"]);
        // 收到83件,上年结转4件,共87件
        let is_added = |part: &&Figure| list.says(part.gap, &["加上"]);
        let is_summed_up = || {
            let is_told = matches!(list.site.join, Join::Before) || list.parts.last().is_some_and(is_added);
            is_told && list.parts.last().is_some_and(is_carried)
        };
        list.parts.iter().any(is_carried) && !is_new() && !list.carries_in() && !is_summed_up()
    }),
    hint(-5, |list| skips_an_item(list) && list.has_rest),
    denial(-5, is_open),
    hint(-4, |list| list.parts.len() == 2 && !are_parted(list)),
    hint(-1, is_scaled),
    denial(-9, |list| skips_an_item(list) && !list.has_rest),
    denial(-9, is_item),
    denial(-9, first::is_no_total),
    hint(2, is_listed_behind),
    hint(-5, |list| {
        list.site.join == Join::Following && !is_gathered(list) && !is_kin(list) && !is_listed_behind(list)
    }),
    hint(-1, |list| list.site.join == Join::Following && !is_kin(list)),
    denial(-9, is_parted_pair),
    denial(-9, are_steps),
    denial(-9, |list| !list.has_rest && list.class.is_none() && selects(list)),
    // 书记、镇长及7名班子成员
    denial(-9, |list| {
        let (text, at) = (list.ctx.text, list.total.quantity.run.start);
        matches!(text.before(at), '及' | '和' | '与') && !text.ends(0, at, "涉及")
    }),
    denial(-9, is_extreme),
    // 前3项合计671件
    denial(-30, |list| is_summed_up(list) && is_of_first(list)),
    denial(-9, |list| list.says_any(STOCKS) || list.says(list.total.label, STOCKS)),
    denial(-9, |list| is_summed_up(list) && list.says(list.total.gap, &["现行", "有效", "现有", "在册", "存量"])),
    denial(-9, |list| overlaps_by_word(list) || sums_up_settled(list)),
    denial(-9, |list| list.says_any(NEW) && (is_cumulated(list) || list.says_stock())),
    // 私营企业1843户、个体工商户4219户、合作社198户: the other enterprises are left out.
    denial(-9, |list| list.says_any(&["私营企业"]) && list.falls_short() && !list.has_rest),
    // 81人持有执法证,其中新办13人、换证22人
    denial(-9, |list| list.says_any(&["新办"]) && list.says_stock()),
    denial(-9, |list| {
        let is_apart = matches!(list.site.join, Join::Loose | Join::NextSentence);
        let is_new = |run: Run| list.says(run, &["新增", "新建", "新设"]);
        is_apart && is_new(list.first.gap) && !is_new(list.total.label)
    }),
    denial(-9, |list| list.says_any(LEAVING) && (list.says_stock() || list.says_any(NEW))),
    denial(-9, |list| shares_made(list).is_some_and(|made| made < SHARES_OF_ALL)),
    // 1872名,其中律师1530名,公职律师总数达到412名
    denial(-9, |list| list.parts[1..].iter().any(|part| list.says(part.label, &["总数", "总量", "累计"]))),
    denial(-9, parts_its_shares),
    // 受理6831件,办结6794件(含上年度结转),结转下年164件
    denial(-9, |list| {
        let text = list.ctx.text;
        let holds = |part: &&Figure| {
            cues::includes_carried(text, part.quantity.run.end) || cues::holds_carried(text, part.label)
        };
        list.parts.iter().any(holds)
    }),
    // 减少17人,其中退休11人、调出8人,新招录2人: what came is taken off.
    denial(-9, |list| list.total.role == Role::Change && tells_counterflow(list)),
    // 总支出33.94亿元。其中职工收入22.56亿元、支出18.73亿元,…
    denial(-9, |list| list.says_any(&["收入"]) && list.says_any(&["支出"])),
    // 28个部门中,有9个…,有5个…
    denial(-9, |list| list.site.join == Join::Among && has_some(list)),
    denial(-9, |list| tells_each(list) && !list.says_first(&["分别"]) && !list.has_rest),
    // 渔船管理、共享农庄的各1件,其他3件
    denial(-9, |list| list.parts.iter().any(|part| list.ctx.text.before(part.label.end) == '各')),
];

/// The shares of all make 100 %, but for what is rounded.
const SHARES_OF_ALL: Decimal = Decimal::whole(97);
