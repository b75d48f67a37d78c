//! An announced number of items that the list beside it does not have.
//!
//! `四项措施(甲、乙、丙、丁)`, `甲、乙、丙三家单位`, `“四大工程”,即甲、乙 …`, `措施有三点:一是 …`: see
//! `forms`. Silent where the list stays open: fewer items before 等 than announced, or 等 inside the
//! bracket; where items hold 和 or 及 and may count as one or two; and on more items than announced
//! before the number, which may belong to something else.

mod forms;
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
    for list in forms::lists(ctx.text, ctx.outline) {
        let verdict = verdict(&list);
        if list.claim != Claim::None || verdict == Verdict::Agrees || list.open {
            report(ctx, &list, verdict, out);
        }
    }
}

/// A list that lacks more than a few items, or has more than a few too many, is another list.
fn verdict(list: &List) -> Verdict {
    const NEAR: u32 = 2;
    let List { count, ways, open, claim, .. } = *list;
    let within = |gap: u32, near: u32| gap <= near || claim == Claim::Points || is_doubled(count, ways.fewest());
    let lacks = match claim {
        Claim::Both | Claim::Points => within(count.saturating_sub(ways.most()), NEAR),
        Claim::Lack => within(count.saturating_sub(ways.most()), 1),
        Claim::Excess | Claim::None => false,
    };
    let may_exceed = match claim {
        Claim::Both | Claim::Points | Claim::Excess => true,
        Claim::Lack => open,
        Claim::None => false,
    };
    let exceeds = may_exceed && within(ways.fewest().saturating_sub(count), NEAR);
    if ways.holds(count) {
        Verdict::Agrees
    } else if (count > ways.most() && lacks && !open) || (count < ways.fewest() && exceeds) {
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
