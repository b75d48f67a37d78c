//! An announced number of items that the list beside it does not have.
//!
//! `四项措施(甲、乙、丙、丁)`, `“四大工程”,即甲、乙 …`: see `forms`; `甲、乙、丙三家单位`: see `before`;
//! `措施有三点:一是 …`: see `points`; `“三个重点”,抓实重点人群、重点领域 …`: see `told`. Silent where the list stays open:
//! fewer items before 等 than announced (unless firms are named and only one is lacking), or 等 inside the bracket;
//! where items hold 和 or 及 and may count as one or two; on more items than announced before the number, which may
//! belong to something else, unless they are titles or names in quotes; where kinds of what is counted are listed
//! (问题8个(程序、文书)); and on a count far off, unless it is plain what is an item.

mod announced;
mod before;
mod composed;
mod forms;
mod kinds;
mod levels;
mod points;
mod told;
mod ways;

use crate::decimal::Decimal;
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::messages;
use crate::rules::{Context, Rule};
use forms::{Claim, List};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/list-count",
    title: &messages::LIST_TITLE,
    why: &messages::LIST_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "落实⟦四项措施(完善机制、加强培训、严格考核)⟧。",
    passes: "落实三项措施(完善机制、加强培训、严格考核)。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let lists = forms::lists(ctx.text).into_iter().chain(points::lists(ctx.text, ctx.outline));
    for list in lists.chain(kinds::lists(ctx)) {
        let verdict = verdict(&list);
        if list.claim != Claim::NONE || verdict == Verdict::Agrees || list.open && list.count > 1 {
            report(ctx, &list, verdict, out);
        }
    }
}

fn verdict(list: &List) -> Verdict {
    let List { count, ways, open, claim, .. } = *list;
    let lack = count.saturating_sub(ways.most());
    let excess = ways.fewest().saturating_sub(count);
    let is_doubled = claim.lack > 0 && is_doubled(count, ways.fewest());
    if ways.holds(count) {
        Verdict::Agrees
    } else if (lack > 0 && !open && (lack <= claim.lack || is_doubled)) || (excess > 0 && excess <= claim.excess) {
        Verdict::Disagrees
    } else {
        Verdict::Unsure
    }
}

/// 33 for 3: a digit struck twice.
const fn is_doubled(count: u32, listed: u32) -> bool {
    listed < 10 && count == listed * 11
}

fn report(ctx: &Context<'_>, list: &List, verdict: Verdict, out: &mut Outcome) {
    let span = ctx.text.span(list.run);
    let announced = ctx.text.string(list.announced);
    let announced = announced.trim_end_matches(['“', '”', ':', ',', ' ']).trim_start_matches('“');
    let (sign, listed) = match verdict {
        Verdict::Agrees => ("=", list.count),
        // 五项机制(公示、公开和监督): three at most.
        Verdict::Disagrees if list.count > list.ways.most() => ("≠", list.ways.most()),
        Verdict::Disagrees => ("≠", list.ways.fewest()),
        Verdict::Unsure => ("≥", list.ways.fewest()),
    };
    let operand = Operand {
        role: "count",
        value: Decimal::whole(list.count.into()),
        unit: String::new(),
        span: ctx.text.span(list.announced),
    };
    let equation = format!("{announced} {sign} {listed}");
    out.relations.push(Relation { span, ..Relation::new(Kind::ListCount, verdict, vec![operand], equation) });
    if verdict == Verdict::Disagrees {
        let message = messages::LIST_WRONG.with(&[&list.count.to_string(), &listed.to_string()]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
    }
}
