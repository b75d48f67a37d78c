//! Parts told again together: `撤销14件、确认违法6件、…。撤销和确认违法共20件`, `12个社区、5个村,18个村(社区)均…`,
//! `市级14个、县级112个,目前110个机构已全部挂牌`.
//!
//! Silent where words stand before the names (从全县看), or behind the number (律师和公证员共60人参加…): these may be of
//! another scope, or some of them; and on fewer places than there are.

use super::explained::Explained;
use super::{Reading, hold, value};
use crate::figures::{cues, is_separator};
use crate::finding::Outcome;
use crate::rules::Context;
use crate::span::Run;
use crate::text::is_han;

/// No part farther back is meant.
const FARTHEST: usize = 30;

/// What several outcomes are called together, each case by one of them.
const CORRECTED: &[&str] = &["纠错"];

/// `以调解和终止方式结案149件`: how so many ended, by two of the ways told before.
const BY_WAYS: &[&str] = &["方式结案", "方式审结", "方式办结", "方式直接纠错", "方式纠错"];

/// What stands between the names and a number that sums them up.
const SIGNS: &[&str] = &["共计", "合计", "共"];

/// Holds every number that names several parts before it against them.
pub fn judge(ctx: &Context<'_>, explained: &Explained, out: &mut Outcome) {
    for at in 0..ctx.figures.list.len() {
        let told = named(ctx, at).or_else(|| places(ctx, at));
        let is_all = told.is_none();
        let Some(parts) = told.or_else(|| told_of_all(ctx, explained, at)) else { continue };
        // That the parts are right, the total before them says.
        hold(ctx, &Reading { total: vec![at], parts }, !is_all, out);
    }
}

/// The parts that the words before a count name, all of one sentence.
fn named(ctx: &Context<'_>, at: usize) -> Option<Vec<usize>> {
    let (text, list) = (ctx.text, &ctx.figures.list);
    let figure = &list[at];
    if !figure.is_exact_count() {
        return None;
    }
    let start = (figure.gap.start..figure.gap.end).find(|&index| is_han(text.at(index)))?;
    let mut names = Run::new(start, figure.gap.end);
    let end = figure.quantity.run.end;
    let is_share = text.starts(end, "占");
    let mut by_ways = false;
    if let Some((_, length)) = text.ends_any(names.start, names.end, SIGNS) {
        names.end -= length;
    } else if text.at(names.start) == '以'
        && let Some((_, length)) = text.ends_any(names.start, names.end, BY_WAYS)
    {
        names = Run::new(names.start + 1, names.end - length);
        by_ways = true;
    } else if is_share && text.before(names.end) == '的' {
        names.end -= 1;
    } else {
        return None;
    }
    // 撤销、变更等直接纠错案件共28件: what the names are of, and no others where they are more.
    let so_on = text.find(names, cues::AND_SO_ON).filter(|&so_on| text.has_any(Run::new(so_on, names.end), CORRECTED));
    names.end = so_on.unwrap_or(names.end);
    // 共80件已办结: some of them, unless a mark or 占 stands behind the number.
    let is_whole = is_share || !is_han(text.at(end));
    let names = apart(ctx, names).filter(|_| is_whole)?;
    let from = at.saturating_sub(FARTHEST).max(ctx.figures.sentences[figure.sentence].line);
    let part = |name: &String| {
        (from..at).rev().find(|&index| {
            let part = &list[index];
            let is_like = part.is_exact_count() && part.quantity.unit.family == figure.quantity.unit.family;
            is_like && cues::is_called(text, part.label, name)
        })
    };
    let mut parts: Vec<usize> = names.iter().map(part).collect::<Option<_>>()?;
    parts.sort_unstable();
    let are_several = parts.windows(2).all(|two| two[0] < two[1] && ctx.figures.is_beside(two[0], two[1]));
    let may_be = so_on.is_none() || value(ctx, &parts)? >= figure.quantity.value;
    // 涉企案件130件,以调解和终止方式结案110件; 以终止和调解方式审结85件,自行撤回5件: some of them, or not all.
    let own = ctx.figures.sentences[figure.sentence].first..ctx.figures.sentences[figure.sentence].last;
    let is_like = |index: usize| list[index].quantity.unit.family == figure.quantity.unit.family;
    let is_alone =
        || list[parts[0]].sentence < figure.sentence && own.clone().all(|index| index == at || !is_like(index));
    (are_several && may_be && (!by_ways || is_alone())).then_some(parts)
}

/// `机构84个,其中市级11个、县级73个,目前91个机构已全部挂牌`: the parts of the sum right before a count that says that it is all of
/// them. More than all are too many, unless 含 says what else is in; fewer are some of them (80件均已办结), unless the words
/// before say 目前 or 上述, and those behind nothing of a rest.
fn told_of_all(ctx: &Context<'_>, explained: &Explained, at: usize) -> Option<Vec<usize>> {
    const NOW: &[&str] = &["目前", "上述", "以上", "该", "这", "全年对"];
    const BARE: &[&str] = &["", "对", "已对", "全部"];
    const REST: &[&str] = &["剩余", "其余", "另", "率", "正在", "尚", "未", "含"];
    const LONGEST_NOUN: usize = 10;
    let (text, list) = (ctx.text, &ctx.figures.list);
    let figure = &list[at];
    let end = figure.quantity.run.end;
    let lead = text.string(figure.label);
    let says_now = NOW.contains(&&*lead);
    let is_led = (says_now || BARE.contains(&&*lead)) && text.chars(figure.gap).any(is_separator);
    if !is_led || !figure.is_exact_count() {
        return None;
    }
    let words = Run::new(end, text.end_of(end, |ch| is_han(ch) || matches!(ch, '(' | ')')).min(end + LONGEST_NOUN));
    let says_all = ["全部", "全覆盖"].iter().filter_map(|word| text.find(words, word)).min();
    let says_each = text.find(words, "均").filter(|&each| !matches!(text.before(each), '平' | '人'));
    let noun = Run::new(end, says_all.or(says_each)?);
    let reading = explained.ending_before(at)?;
    let total = &list[*reading.total.last()?];
    let names = list[reading.parts[0].min(*reading.total.last()?)].gap.to(list[at - 1].tail);
    let is_named = text.shares_two(noun, names);
    let is_like = figure.quantity.unit.family == total.quantity.unit.family && figure.bracket == total.bracket;
    let is_part = reading.parts.iter().any(|&part| list[part].quantity.value == figure.quantity.value);
    let sentence = ctx.figures.sentences[figure.sentence].run;
    let tells_rest = text.has_any(Run::new(end, sentence.end.max(end)), REST);
    let is_more = figure.quantity.value > total.quantity.value;
    let is_same = figure.quantity.value == total.quantity.value;
    let is_fewer = || says_all.is_some() && says_now && is_named;
    let may_be = is_same || !tells_rest && (is_more && (is_named || noun.is_empty()) || !is_more && is_fewer());
    (is_like && !is_part && may_be).then(|| reading.parts.clone())
}

/// The two counts right before one of both kinds of places, which cannot be more: `8个镇、3个街道,12个镇(街道)均…`.
fn places(ctx: &Context<'_>, at: usize) -> Option<Vec<usize>> {
    const PAIRS: &[(&str, [&str; 2])] = &[
        ("村(社区)", ["村", "社区"]),
        ("镇(街道)", ["镇", "街道"]),
        ("乡(镇)", ["乡", "镇"]),
        ("乡镇(街道)", ["乡镇", "街道"]),
        ("嘎查(社区)", ["嘎查", "社区"]),
        ("苏木(镇)", ["苏木", "镇"]),
    ];
    const LONGEST: usize = 4;
    let (text, list) = (ctx.text, &ctx.figures.list);
    let figure = &list[at];
    let start = figure.quantity.run.end;
    let (words, kinds) = PAIRS.iter().find(|(words, _)| text.starts(start, words))?;
    let says_all = text.starts_any(start + words.chars().count(), &["均", "全部", "都", "全覆盖", "实现"]).is_some();
    let (first, second) = (at.checked_sub(2)?, at - 1);
    // 64个嘎查、12个社区全部…
    let says_all_behind = |at: usize| text.starts_any(at, &["全部", "均", "都", "已"]).is_some();
    let is_of = |index: usize, kind: &str| {
        let part = &list[index];
        let noun = part.quantity.run.end;
        let end = text.end_of(noun, is_han).min(noun + LONGEST);
        part.is_exact_count()
            && part.sentence == figure.sentence
            && (text.ends(noun, end, kind) || says_all_behind(noun + kind.chars().count()) && text.starts(noun, kind))
    };
    let are_both = |[one, other]: [&str; 2]| is_of(first, one) && is_of(second, other);
    // 对8个镇、3个街道开展抽查,12个镇(街道)均…: of some.
    let is_chosen = text.has_any(figure.gap, &["督察", "抽查", "走访", "评选", "检查", "评查"]);
    let is_pair = !is_chosen && matches!(text.at(list[second].gap.end.saturating_sub(1)), '、' | '和');
    let parts = vec![first, second];
    let is_all = says_all && (are_both(*kinds) || are_both([kinds[1], kinds[0]])) && is_pair;
    let may_be = is_all && figure.is_exact_count() && value(ctx, &parts)? <= figure.quantity.value;
    may_be.then_some(parts)
}

/// Two to four short names, the last behind 和 or its like.
fn apart(ctx: &Context<'_>, names: Run) -> Option<Vec<String>> {
    const LONGEST: usize = 30;
    if names.len() > LONGEST {
        return None;
    }
    let words = ctx.text.string(names);
    let names: Vec<String> = words.split(['、', '和', '及', '与']).map(str::to_owned).collect();
    let are_names = names.iter().all(|name| (2..=8).contains(&name.chars().count()));
    (are_names && (2..=4).contains(&names.len())).then_some(names)
}
