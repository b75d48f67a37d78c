//! A part that exceeds its whole, a rate above 100 %.
//!
//! Silent on growth and fulfilment, on classes that overlap (only a single part is held against its
//! total, never their sum), on other units, and where an earlier total may be meant.

use crate::decimal::Decimal;
use crate::figures::groups::Join;
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::number::Script;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::sum;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/bound",
    title: &messages::BOUND_TITLE,
    why: &messages::BOUND_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "调解成功率达到⟦102%⟧。",
    passes: "案件数量同比增长102%。",
    previous: None,
    check,
};

/// Rates that may exceed 100 %.
const MAY_EXCEED: &[&str] = &[
    "完成",
    "超额",
    "结案率",
    "执结",
    "审结率",
    "增",
    "涨",
    "升",
    "同比",
    "任务",
    "目标",
    "偿",
    "杠杆",
    "覆盖率达",
    "拨备",
    "负荷",
    "入学率",
    "竣工",
    "办结",
    "清结",
    "结收",
    "产销",
    "执行率",
    "利用",
    "计划",
    "预算",
    "结转",
    "上年",
    "去年",
    "开工",
];
/// Beyond it a rate is none of these unless its own name says so.
const FARTHEST: i64 = 300;

/// 其中 and a comma right behind it.
const LEAD: usize = 3;

/// Rates that cannot.
const SHARES: &[&str] = &["率", "占", "比例", "比重", "满意度", "知晓度", "信任度"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    rates(ctx, out);
    parts(ctx, out);
}

fn rates(ctx: &Context<'_>, out: &mut Outcome) {
    let list = &ctx.figures.list;
    for (at, figure) in list.iter().enumerate() {
        let above = figure.role == Role::Rate
            && figure.quantity.unit.family == Family::Percent
            && figure.quantity.value > Decimal::HUNDRED;
        if !above {
            continue;
        }
        // No fulfilment goes so far that other words of the sentence could explain it.
        let far = figure.quantity.value > Decimal::whole(FARTHEST);
        let explained = if far {
            ctx.text.has_any(figure.label, &["增", "涨", "升", "完成", "产销", "偿", "拨备"])
        } else {
            ctx.text.has_any(ctx.figures.around(figure), MAY_EXCEED)
        };
        // 占受理总数120件的150%
        let is_of_base = || {
            let base = at.checked_sub(1).filter(|&base| ctx.figures.is_beside(base, at));
            base.is_some_and(|base| ctx.text.starts(list[base].label.start, "占"))
                && ctx.text.before(figure.label.end) == '的'
        };
        if explained || !(ctx.text.has_any(figure.label, SHARES) || is_of_base()) {
            continue;
        }
        let span = ctx.text.span(figure.quantity.run);
        let written = ctx.text.string(figure.quantity.run);
        let equation = format!("{written} > 100%");
        let operands = vec![ctx.operand("rate", figure)];
        out.relations.push(Relation { span, ..Relation::new(Kind::Bound, Verdict::Disagrees, operands, equation) });
        out.findings.push(Finding::new(
            Severity::Error,
            Certainty::Certain,
            span,
            messages::BOUND_RATE.with(&[&written]),
        ));
    }
}

/// Whether two counts are of one kind, exact, and written in one way: 三类问题 tells how many kinds. In Chinese numerals
/// 个 counts anything: `设六个片区,其中网格三十二个`.
fn are_alike(ctx: &Context<'_>, whole: &Figure, part: &Figure) -> bool {
    let [whole, part] = [whole, part].map(|figure| figure.quantity);
    let are_exact = [whole, part].iter().all(|it| it.approx == Approx::Exact);
    let is_of_any = whole.script == Script::Chinese && ctx.text.string(whole.unit_run) == "个";
    are_exact && whole.unit.family == part.unit.family && whole.script == part.script && !is_of_any
}

fn parts<'a>(ctx: &Context<'a>, out: &mut Outcome) {
    for site in ctx.sites {
        if site.join != Join::Among {
            continue;
        }
        let Some(&first) = site.parts.first() else { continue };
        let gap = ctx.figures.list[first].gap;
        // 书吧3个,其中甲社区获评“示范社区”,省级社区达6个: nothing of them.
        let among = ctx.text.find(gap, "其中").map(|at| Run::new((at + LEAD).min(gap.end), gap.end));
        let is_apart = among.is_some_and(|words| ctx.text.chars(words).any(|ch| ch == ','));
        if !cues::says_among(ctx.text, gap) || is_apart {
            continue;
        }
        // 其中违规0.8亿元、管理不规范11.8亿元: what 、 adds is part of it too; but 其中持证23人,各乡镇设站18个、协管员36名.
        let is_added =
            |index: usize| cues::pauses(ctx.text, ctx.figures.list[index].gap) && site.parts.contains(&(index - 1));
        let goes_on = |&&index: &&usize| index == first || is_added(index);
        let &[nearest] = &site.totals[0][..] else { continue };
        let nearest = &ctx.figures.list[nearest];
        // 其中认罪认罚法律帮助1.42万宗另计
        let is_extra = |part: &Figure| ctx.text.starts_any(part.tail.start, &["另计", "另行", "不计入"]).is_some();
        let may_be = |part: &&'a Figure| part.role == Role::Count && are_alike(ctx, nearest, part) && !is_extra(part);
        let parts = site.parts.iter().take_while(goes_on).map(|&index| &ctx.figures.list[index]).filter(may_be);
        let larger = |a: &'a Figure, b: &'a Figure| if b.quantity.value > a.quantity.value { b } else { a };
        let Some(part) = parts.reduce(larger) else { continue };
        let fits =
            |total: &Vec<usize>| sum::sum(ctx, total).is_none_or(|whole| !whole.lies_below(part.quantity.interval));
        // 网上办理1327件;办结率100%,其中提前办结1489件: of another clause.
        let between = &ctx.figures.list[site.totals[0][0] + 1..first.max(site.totals[0][0] + 1)];
        let is_parted = between.iter().any(|figure| cues::stops(ctx.text, figure.gap));
        // 立案276件,移送5件,其中食品案件43件、药械案件19件: of what was filed, as the writer sees it.
        let own = ctx.figures.of(&ctx.figures.sentences[nearest.sentence]);
        let holds = |it: &Figure| {
            let is_before = it.quantity.run.start < nearest.quantity.run.start && it.role == Role::Count;
            is_before && are_alike(ctx, it, part) && it.quantity.value >= part.quantity.value
        };
        if ctx.text.starts(nearest.label.start, "移送") && own.iter().any(holds) {
            continue;
        }
        if nearest.sentence != part.sentence || is_parted || site.totals.iter().any(fits) {
            continue;
        }
        let span = ctx.text.span(nearest.quantity.run.to(part.quantity.run));
        let (part_written, whole_written) = (ctx.text.string(part.quantity.run), ctx.text.string(nearest.quantity.run));
        let operands = vec![ctx.operand("total", nearest), ctx.operand("part", part)];
        let equation = format!("{part_written} > {whole_written}");
        out.relations.push(Relation { span, ..Relation::new(Kind::Bound, Verdict::Disagrees, operands, equation) });
        let finding = Finding::new(
            Severity::Error,
            Certainty::Likely,
            span,
            messages::BOUND_PART.with(&[&part_written, &whole_written]),
        );
        out.findings.push(finding.related(ctx.text.span(nearest.quantity.run), messages::TOTAL.plain()));
    }
}
