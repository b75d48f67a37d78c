//! How much the wording claims that a list of parts is the whole of its total.
//!
//! 其中 alone claims nothing: one may name a few parts. What speaks for completeness is a remainder
//! (其他, 其余), the members of a closed class (维持, 撤销, 驳回 …), a thing and its opposite
//! (规范性文件, 非规范性文件), or a total given right after its parts; what speaks against it, 等 and 主要,
//! classes that overlap, stages that follow on each other (`evidence`).

mod against;
mod aspects;
mod ending;
mod evidence;
mod first;
mod names;
mod wording;

use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site, is_petition};
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::number::Script;
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;
use crate::standard::file::ClassFile;
pub use against::is_graded;
use against::{held_in, overlaps, overlaps_by_word};
pub use ending::{leaves_class, may_end};
use evidence::EVIDENCE;
use names::{are_opposites, are_settled_and_pending, are_tasks, class, is_classed, is_long_class};
pub use wording::divides;

/// What speaks for a list being whole, less what speaks against it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Claim {
    /// The weight of the evidence.
    pub points: i16,
    /// The most that any of it says in words.
    pub says: Says,
    /// Whether something rules out that the parts are all of their total.
    pub is_denied: bool,
    /// Whether one thing may be counted in two of the parts, though all are told: 警告45件,罚款86件,其他8件.
    pub may_exceed: bool,
}

/// What the names of parts say.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Says {
    /// Nothing of the kind.
    #[default]
    Nothing,
    /// That they belong together.
    Kin,
    /// That they are all that there are of them, most likely.
    Most,
    /// That nothing is left out.
    All,
}

/// So much says that a sum must hold.
pub const CERTAIN: i16 = 6;
/// So much says that it should.
pub const LIKELY: i16 = 4;
/// So much says that it may.
pub const POSSIBLE: i16 = 2;

/// A list of parts beside a total, as the evidence sees it.
struct List<'l> {
    ctx: &'l Context<'l>,
    site: &'l Site,
    total: &'l Figure,
    /// The total, and what was carried in, if it is counted with it.
    totals: &'l [usize],
    parts: Vec<&'l Figure>,
    first: &'l Figure,
    last: &'l Figure,
    class: Option<&'l ClassFile>,
    divides: bool,
    /// Whether the last part is a remainder.
    has_rest: bool,
    /// Whether the two parts are a thing and its opposite.
    are_opposites: bool,
}

/// A remainder is named shortly: 其他, 农村、企业等其他人员.
const LONGEST_REST: usize = 16;

/// What a site claims for the parts of one reading.
#[must_use]
pub fn of(ctx: &Context<'_>, site: &Site, total: &[usize], parts: &[usize]) -> Claim {
    let figures: Vec<&Figure> = parts.iter().map(|&index| &ctx.figures.list[index]).collect();
    let (Some(&first), Some(&last)) = (figures.first(), figures.last()) else { return Claim::default() };
    let held: Vec<&Figure> = parts.iter().filter_map(|&part| held_in(ctx, part)).collect();
    if figures.len() < 2 {
        return Claim::default();
    }
    let class = class(ctx, Some(&ctx.figures.list[total[0]]), &figures);
    let named = List {
        ctx,
        site,
        total: &ctx.figures.list[total[0]],
        totals: total,
        first,
        last,
        class,
        divides: divides(ctx, parts[0]),
        has_rest: is_rest(ctx, &figures),
        are_opposites: are_opposites(ctx, &figures),
        parts: figures,
    };
    if !held.is_empty() {
        // 行政拘留138人(含并处罚款的46人)
        let is_second = |inner: &&Figure| ctx.text.has_any(inner.gap, &["并处", "并罚"]);
        return Claim { is_denied: held.iter().any(is_second) || overlaps(&named), ..Claim::default() };
    }
    let may_exceed =
        class.is_some_and(|class| class.overlaps) || overlaps(&named) && tells_all(&named) || overlaps_by_word(&named);
    let mut claim = Claim { may_exceed, ..Claim::default() };
    for evidence in EVIDENCE {
        if (evidence.holds)(&named) {
            claim.points += evidence.points;
            claim.says = claim.says.max(evidence.says);
            claim.is_denied |= evidence.denies;
        }
    }
    claim
}

/// Whether parts are members of one closed class.
#[must_use]
pub fn are_of_class(ctx: &Context<'_>, total: usize, parts: &[usize]) -> bool {
    let figures: Vec<&Figure> = parts.iter().map(|&index| &ctx.figures.list[index]).collect();
    class(ctx, Some(&ctx.figures.list[total]), &figures).is_some()
}

impl List<'_> {
    fn carries_in(&self) -> bool {
        self.totals.len() > 1
    }

    /// Whether the parts make less than the total.
    fn falls_short(&self) -> bool {
        let made = Decimal::sum(self.parts.iter().map(|part| part.quantity.value));
        made.is_some_and(|made| made < self.total.quantity.value)
    }

    fn says(&self, run: Run, words: &[&str]) -> bool {
        self.ctx.text.has_any(run, words)
    }

    fn says_any(&self, words: &[&str]) -> bool {
        self.parts.iter().any(|part| self.says(part.gap, words))
    }

    /// Whether the total is what there is, not what came or was done: 现有, 在册, 持有.
    fn says_stock(&self) -> bool {
        const STOCK: &[&str] = &["现有", "共有", "在册", "持有", "拥有", "实有", "有效"];
        let end = self.total.tail.end.min(self.first.quantity.run.start);
        self.says(Run::new(self.total.label.start, end.max(self.total.label.start)), STOCK)
    }

    /// `清结案件中,2019年立案412件、…`: all of them are told of.
    fn is_of_these(&self) -> bool {
        let whole = self.total.quantity.value;
        // 2146项事项中,“马上办”812项、“网上办”1967项、…: one may be several at once.
        let made = Decimal::sum(self.parts.iter().map(|part| part.quantity.value));
        let is_near = made.is_some_and(|made| made <= whole || slip::is_near(whole, made));
        self.says_first(cues::THESE) && is_near && self.parts.iter().all(|part| part.quantity.value != whole)
    }

    fn says_first(&self, words: &[&str]) -> bool {
        self.says(self.first.gap, words)
    }
}

/// Whether the last part is a remainder: 其他…, …等其他人员, or 另外 by itself.
fn is_rest(ctx: &Context<'_>, parts: &[&Figure]) -> bool {
    let text = ctx.text;
    let [first, .., last] = parts else { return false };
    // 5项行政确认、1项其他行政权力
    let label = names::name(text, last);
    let begins = cues::is_rest(text, label);
    let sums_up = label.len() <= LONGEST_REST && text.has_any(label, cues::AND_REST);
    let is_another = label.len() == 2 && text.starts(label.start, "另外");
    // 典当行136家、交易场所等72家: the last takes in what is not named.
    let takes_in = parts.len() > 2 && first.bracket.is_some() && text.before(label.end) == '等';
    // 诉讼案件3件,维持1件,另2件尚未判决
    let is_pending =
        || ["另", "另有"].contains(&&*text.string(label)) && text.has_any(last.tail, &["尚未", "正在", "仍在"]);
    begins || sums_up || is_another || takes_in || is_pending()
}

/// Who tells the rest tells all: `警告32宗、罚款1325宗、其他15宗`; or who tells most of a class.
fn tells_all(list: &List<'_>) -> bool {
    list.parts.len() > 2 && list.has_rest || is_long_class(list)
}

/// `72件中,已审结63件,…`: all that is told is told of the total.
fn is_of_total(list: &List<'_>) -> bool {
    let tail = list.total.tail;
    list.site.join == Join::Among && list.ctx.text.ends_any(tail.start, tail.end, &["中", "里"]).is_some()
}

fn is_kin(list: &List<'_>) -> bool {
    is_classed(list) || list.are_opposites || are_tasks(list) && are_settled_and_pending(list)
}

/// Whether the total is rounded to 万 or 亿, as where not all is told.
fn is_scaled(list: &List<'_>) -> bool {
    let total = &list.total.quantity;
    total.unit.family != Family::Money && total.interval.low != total.interval.high
}

/// Whether nothing in the list keeps it from being added up: every number has its unit, the same one, and is
/// written in digits, or every one in Chinese: a small one among digits counts kinds.
#[must_use]
pub fn is_plain(ctx: &Context<'_>, total: &[usize], parts: &[usize]) -> bool {
    const SMALLEST: Decimal = Decimal::whole(10);
    let list = &ctx.figures.list;
    let (Some(&from), Some(&to)) = (parts.iter().min(), parts.iter().max()) else { return false };
    let bracket = list[from].bracket;
    let bare = |figure: &Figure| figure.bracket == bracket && figure.quantity.unit.family == Family::Bare;
    let whole = &list[total[0]].quantity;
    // 公园4个、广场21个、长廊36处,共61个: where they are summed up, they are things all the same.
    let sums_up = &["共", "合计", "总计", "各类", "各种", "以上", "上述"];
    let (gap, label) = (list[total[0]].gap, list[total[0]].label);
    // 6个镇街、8个部门共14家单位: nothing but the last item stands before the sign.
    let is_direct = || {
        let says = ctx.text.starts_any(label.start, sums_up).is_some() || ctx.text.has_any(label, cues::NUMBER_OF_ALL);
        says || !ctx.text.chars(gap).any(is_separator)
    };
    let is_behind = total[0] > to && is_direct();
    let is_kin = |figure: &Figure| {
        let [part, whole] = [&figure.quantity, whole].map(|it| it.unit.family);
        let are_things = || part.is_of_things() && whole.is_of_things();
        part == whole || is_behind && (whole.adds_to(part) || are_things()) || is_petition(ctx.text, figure)
    };
    let is_chinese = |quantity: &Quantity| quantity.script == Script::Chinese;
    let plain = |&index: &usize| {
        let quantity = &list[index].quantity;
        is_kin(&list[index]) && quantity.approx == Approx::Exact && is_chinese(quantity) == is_chinese(whole)
    };
    let is_small = is_chinese(whole) && whole.value < SMALLEST;
    // 继续有效151件、列入修改计划12件、拟废止5件: what is left out would have to be added.
    let is_left_out = |index: usize| {
        let figure = &list[index];
        let is_like = figure.bracket == bracket && figure.quantity.unit.family == whole.unit.family;
        figure.role == Role::Bound && is_like && !parts.contains(&index) && !total.contains(&index)
    };
    !is_small
        && !(from..to).any(is_left_out)
        && total.iter().chain(parts).all(plain)
        && !list[from..=to].iter().any(bare)
}
