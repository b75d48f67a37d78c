//! Whether the wording claims that a list of parts is the whole of its total.
//!
//! 其中 alone claims nothing: one may name a few parts. What claims completeness is a remainder
//! (其他, 其余), 分别, the members of a closed class (维持, 撤销, 驳回 …), a thing and its opposite
//! (规范性文件, 非规范性文件), or a total given right after its parts.

use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, cues};
use crate::lex::number::Script;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::span::Run;
use crate::standard::file::ClassFile;

/// How much the wording claims.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Claim {
    /// Some parts are named, or stages that follow on each other.
    Partial,
    /// Members of a closed class, not all of them: they may fall short of the total but not exceed it.
    Members,
    /// Several parts are named one after the other, up to the end of their sentence.
    Listed,
    /// The parts look alike, and like all there are.
    Alike,
    /// A closed class, which may still be given in part.
    Class,
    /// A closed class with all its members, or a thing and its opposite.
    Closed,
    /// The wording says that nothing is left out.
    Whole,
}

/// As many members of a class as this are taken for all of them that occurred.
const LONG_CLASS: usize = 4;

/// A remainder is named shortly: 其他, 农村、企业等其他人员.
const LONGEST_REST: usize = 12;

/// What a site claims for the parts of one reading.
#[must_use]
pub fn of(ctx: &Context<'_>, site: &Site, parts: &[usize]) -> Claim {
    let figures: Vec<&Figure> = parts.iter().map(|&index| &ctx.figures.list[index]).collect();
    let says = |run: Run, cues: &[&str]| ctx.text.has_any(run, cues);
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else { return Claim::Partial };
    if figures.len() < 2
        || figures.iter().any(|figure| says(figure.gap, &["各"]))
        || parts.iter().any(|&part| holds_more(ctx, part))
    {
        return Claim::Partial;
    }
    let is_loose = site.join == Join::Following;
    if is_loose && (!is_largest(ctx, site, &figures) || is_sibling(ctx, site, &figures)) {
        return Claim::Partial;
    }
    let is_gathered = !is_loose || is_gathered(ctx, site, &figures);
    let has_rest = closes(ctx, last);
    if site.join == Join::Before && figures.iter().any(|figure| says(figure.gap, NEW)) {
        return Claim::Partial;
    }
    if (has_rest && is_gathered) || site.join == Join::Before {
        return Claim::Whole;
    }
    if says(first.gap, cues::OPEN) || figures.iter().any(|figure| says(figure.label, &["等", "另有", "还有", "中的"]))
    {
        return Claim::Partial;
    }
    let class = class(ctx, &figures);
    if class.is_some_and(|class| figures.len() == class.members.len()) || are_opposites(ctx, &figures) {
        return Claim::Closed;
    }
    if class.is_some_and(|class| figures.len() >= class.enough.unwrap_or(class.members.len().min(LONG_CLASS)))
        || (figures.len() > 2 && are_states(ctx, &figures))
    {
        return Claim::Class;
    }
    if figures.iter().any(|figure| says(name(figure), cues::OVERLAPPING)) {
        return Claim::Partial;
    }
    let joined = matches!(site.join, Join::Bracket | Join::Among | Join::Colon) && !says(first.gap, &["涉及", "含"]);
    if !joined {
        return if (class.is_some() || are_states(ctx, &figures)) && is_gathered {
            Claim::Members
        } else {
            Claim::Partial
        };
    }
    if site.join != Join::Among || are_alike(ctx, &figures) { Claim::Alike } else { Claim::Listed }
}

/// What is new this time does not make up what there is in all: 新增5个、改造6个,累计50个.
const NEW: &[&str] = &["新增", "新建", "新聘", "改造", "本月", "当月", "当年", "今年", "本年"];

/// Whether the last part is a remainder: 其他…, …等其他人员, or 另外 by itself.
fn closes(ctx: &Context<'_>, last: &Figure) -> bool {
    let label = last.label;
    let begins = ctx.text.starts_any(label.start, cues::REST).is_some();
    let sums_up = label.len() <= LONGEST_REST && ctx.text.has_any(label, &["等其他", "等其它"]);
    let is_another = label.len() == 2 && ctx.text.starts(label.start, "另外");
    begins || sums_up || is_another
}

/// `401人(含内退95人)`: the part holds something that its total may not.
fn holds_more(ctx: &Context<'_>, part: usize) -> bool {
    let figure = &ctx.figures.list[part];
    let inner =
        ctx.figures.list.get(part + 1).filter(|inner| inner.sentence == figure.sentence && inner.depth > figure.depth);
    inner.is_some_and(|inner| ctx.text.at(inner.gap.start) == '含')
}

/// Whether the first figure of a list may be the total of the others: none is larger, none a total itself.
fn is_largest(ctx: &Context<'_>, site: &Site, parts: &[&Figure]) -> bool {
    let total = &ctx.figures.list[site.totals[0][0]];
    let is_total = |part: &&Figure| ctx.text.has_any(part.label, cues::IN_ALL);
    !parts.iter().any(is_total) && parts.iter().all(|part| part.quantity.value <= total.quantity.value)
}

/// Whether the first figure of a list is named as the others are: one more item, not their total.
fn is_sibling(ctx: &Context<'_>, site: &Site, parts: &[&Figure]) -> bool {
    let total = &ctx.figures.list[site.totals[0][0]];
    class(ctx, &[&[total], parts].concat()).is_some()
}

/// Whether the clause of the first figure says that something was gathered: it is a total, not the first item.
fn is_gathered(ctx: &Context<'_>, site: &Site, parts: &[&Figure]) -> bool {
    let total = &ctx.figures.list[site.totals[0][0]];
    let end = parts.first().map_or(total.tail.end, |first| total.tail.end.min(first.quantity.run.start));
    let words = Run::new(total.label.start, end);
    ctx.text.has_any(words, cues::IN_ALL) || ctx.text.has_any(words, cues::GATHERED)
}

/// Whether nothing in the list keeps it from being added up: every number has its unit, the same one,
/// and is written in digits.
#[must_use]
pub fn is_plain(ctx: &Context<'_>, total: &[usize], parts: &[usize]) -> bool {
    let list = &ctx.figures.list;
    let (Some(&from), Some(&to)) = (parts.iter().min(), parts.iter().max()) else { return false };
    let bracket = list[from].bracket;
    let bare = |figure: &Figure| figure.bracket == bracket && figure.quantity.unit.family == Family::Bare;
    let family = list[total[0]].quantity.unit.family;
    let plain = |&index: &usize| {
        let quantity = &list[index].quantity;
        quantity.unit.family == family && quantity.approx == Approx::Exact && quantity.script != Script::Chinese
    };
    total.iter().chain(parts).all(plain) && !list[from..=to].iter().any(bare)
}

/// The words that name a part: those before its number, or, where there are none, those behind it.
fn name(figure: &Figure) -> Run {
    if figure.label.is_empty() { figure.tail } else { figure.label }
}

/// The closed class of which every part is a different member.
fn class<'c>(ctx: &Context<'c>, figures: &[&Figure]) -> Option<&'c ClassFile> {
    let holds = |class: &&ClassFile| {
        let mut seen = 0u64;
        figures.iter().all(|figure| {
            let run = name(figure);
            let longest = |words: &Vec<String>| {
                words.iter().filter(|word| ctx.text.find(run, word).is_some()).map(|word| word.chars().count()).max()
            };
            let best = class.members.iter().map(longest).enumerate().max_by_key(|&(_, length)| length);
            let Some((member, Some(_))) = best else { return false };
            let bit = 1 << (member % 64);
            let is_new = seen & bit == 0;
            seen |= bit;
            is_new
        })
    };
    ctx.standard.classes.iter().find(holds)
}

/// Whether every part is a state of the same things: 已办结, 未办结, 待接收.
fn are_states(ctx: &Context<'_>, figures: &[&Figure]) -> bool {
    const STATES: &[&str] =
        &["已", "未", "不", "待", "正在", "尚", "拟", "阶段性", "在办", "剩余", "部分", "基本", "满意"];
    figures.iter().all(|figure| ctx.text.starts_any(name(figure).start, STATES).is_some())
}

/// Two parts, one named as the other with 非, 未 or 不 before it.
fn are_opposites(ctx: &Context<'_>, figures: &[&Figure]) -> bool {
    let [a, b] = figures else { return false };
    let strip = |run: Run| -> (bool, String) {
        let words = ctx.text.string(run);
        let bare = words.trim_start_matches(['非', '未', '不', '已', '无', '有']);
        (bare.len() < words.len(), bare.to_owned())
    };
    let ((a_marked, a), (b_marked, b)) = (strip(name(a)), strip(name(b)));
    !a.is_empty() && a == b && (a_marked || b_marked)
}

/// Whether the names of all parts end alike, in two characters or more.
fn are_alike(ctx: &Context<'_>, figures: &[&Figure]) -> bool {
    let ending = |figure: &&Figure| -> Vec<char> { ctx.text.chars(name(figure)).rev().take(2).collect() };
    let first = figures.first().map(ending).unwrap_or_default();
    first.len() == 2 && figures.iter().all(|figure| ending(figure) == first && name(figure).len() > 2)
}
