//! Growth, an amount of change, or a value of last year that last year's report contradicts.
//!
//! `办理行政复议案件120件,同比增长20%`: last year's report says how many there were. The figure is looked for under its own
//! words: what was counted and what was done with it, in the same units. Any value found there that fits, rounded or
//! cut off, settles it. What does not fit is a warning only where both reports give one value under these words, for
//! the whole year, in the same scope and of the same organ, and where the words around them are alike; otherwise it is a hint.
//! Silent on short names, on parts (其中), on months and quarters, and where one of the reports was signed before its year was over.

use super::growth::{direction, gives};
use super::slip;
use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::lex::unit::Family;
use crate::messages;
use crate::previous::Previous;
use crate::previous::index::Index;
use crate::previous::known::{self, Known};
use crate::previous::likeness;
use crate::rules::{Context, Rule};
use crate::span::Run;
use std::cell::OnceCell;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/last-year",
    title: &messages::LAST_YEAR_TITLE,
    why: &messages::LAST_YEAR_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "全年办理行政复议案件120件,同比增长⟦25%⟧。",
    passes: "全年办理行政复议案件120件,同比增长20%。",
    previous: Some("全年办理法治政府建设中的行政处罚案件300件。\n全年办理行政复议案件100件。"),
    check,
};

/// The change of another year or month, or on another basis.
const OTHERWISE: &[&str] = &[
    "可比",
    "实际",
    "不变价",
    "同口径",
    "年均",
    "扣除",
    "平均",
    "环比",
    "上月",
    "季度",
    "半年",
    "前年",
    "截至10",
    "截至11",
    "预计",
];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(previous) = ctx.last_year() else { return };
    let judge = Judge { ctx, previous, figures: OnceCell::new() };
    for sentence in &ctx.figures.sentences {
        for at in sentence.first..sentence.last {
            match ctx.figures.list[at].role {
                Role::Count | Role::Rate => judge.changes(at, sentence.last, out),
                Role::Elsewhen => judge.stated(at, out),
                _ => {}
            }
        }
    }
}

/// What this year's text says of last year's value.
#[derive(Clone, Copy)]
enum Claim<'f> {
    /// It was so many.
    Value(&'f Figure),
    /// This year's is so many more or fewer.
    Amount(&'f Figure, &'f Figure),
    /// This year's is more or less by a rate.
    Rate(&'f Figure, &'f Figure),
}

struct Judge<'c> {
    ctx: &'c Context<'c>,
    previous: &'c Previous,
    /// This year's figures by their names.
    figures: OnceCell<Index<Known>>,
}

impl Judge<'_> {
    /// What follows a value and compares it with last year's: the first of them that is wrong is enough.
    fn changes(&self, at: usize, end: usize, out: &mut Outcome) {
        const MOST: usize = 3;
        let list = &self.ctx.figures.list;
        let now = &list[at];
        let mut is_marked = false;
        let mut known = None;
        for next in at + 1..end.min(at + 1 + MOST) {
            let (before, figure) = (&list[next - 1], &list[next]);
            let gap = Run::new(before.quantity.run.end.max(before.quantity.numeral.end), figure.quantity.run.start);
            if !matches!(figure.role, Role::Elsewhen | Role::Change) || !self.only_compares(gap) {
                return;
            }
            is_marked |= self.is_marked(gap);
            if !is_marked {
                return;
            }
            let family = figure.quantity.unit.family;
            let is_same = family.adds_to(now.quantity.unit.family);
            let claim = match (figure.role, now.role) {
                (Role::Elsewhen, _) if is_same => Claim::Value(figure),
                (Role::Change, Role::Count) if family == Family::Percent => Claim::Rate(now, figure),
                (Role::Change, Role::Count) if is_same => Claim::Amount(now, figure),
                (Role::Change, Role::Rate) if family == Family::Points => Claim::Amount(now, figure),
                _ => return,
            };
            let known = known.get_or_insert_with(|| self.known(now));
            let Some(known) = known else { return };
            // What does not fit says so once; what fits leaves the rest to the rules that compare within the text.
            if self.judge(known, claim, out) == Some(false) {
                return;
            }
        }
    }

    /// A value of last year under a name of its own.
    fn stated(&self, at: usize, out: &mut Outcome) {
        let ctx = self.ctx;
        let figure = &ctx.figures.list[at];
        if ctx.text.has_any(figure.label, cues::CARRIED) || !self.is_marked(figure.label) {
            return;
        }
        if let Some(mut known) = self.known(figure) {
            known.role = if known.family == Family::Percent { Role::Rate } else { Role::Count };
            known.is_whole_year = true;
            self.judge(&known, Claim::Value(figure), out);
        }
    }

    fn known(&self, figure: &Figure) -> Option<Known> {
        let ctx = self.ctx;
        let is_otherwise = ctx.text.has_any(ctx.figures.around(figure), OTHERWISE);
        Known::of(ctx.text, ctx.outline, ctx.figures, figure, ctx.document.year).filter(|_| !is_otherwise)
    }

    /// Whether last year is named.
    fn is_marked(&self, run: Run) -> bool {
        let text = self.ctx.text;
        text.has_any(run, &["同比", "上年", "去年", "上一年"])
            || self.ctx.document.year.is_some_and(|year| text.find(run, &format!("{}年", year - 1)).is_some())
    }

    /// Whether a run says nothing but that something changed since last year.
    fn only_compares(&self, run: Run) -> bool {
        const LONGEST: usize = 20;
        const WORDS: &[&str] = &[
            "上年度",
            "上一年度",
            "上一年",
            "上年",
            "去年",
            "同比",
            "同期",
            "相比",
            "比",
            "较",
            "与",
            "增长率",
            "增长",
            "增加",
            "增多",
            "上升",
            "提高",
            "提升",
            "上涨",
            "扩大",
            "减少",
            "下降",
            "降低",
            "回落",
            "增幅",
            "降幅",
            "净增",
            "增",
            "减",
            "降",
            "升",
            "多",
            "少",
            "了",
            "约",
            "达",
            "为",
            "是",
            "的",
            "数",
        ];
        let text = self.ctx.text;
        let last = self.ctx.document.year.map(|year| format!("{}年", year - 1));
        let mut at = run.start;
        while at < run.end && run.len() <= LONGEST {
            at += match text.starts_any(at, WORDS) {
                Some((_, length)) => length,
                None if matches!(text.at(at), ',' | '(' | ')' | '、' | ' ') => 1,
                None => match last.as_ref().filter(|last| text.starts(at, last)) {
                    Some(last) => last.chars().count(),
                    None => return false,
                },
            };
        }
        at == run.end
    }

    /// Holds a claim against last year's report: whether it fits, where that can be told.
    fn judge(&self, known: &Known, claim: Claim, out: &mut Outcome) -> Option<bool> {
        let (ctx, previous) = (self.ctx, self.previous);
        let is_comparable = |other: &&Known| other.family.adds_to(known.family) && other.role == known.role;
        let found: Vec<&Known> = previous.figures.of(known.name).take(MOST).filter(is_comparable).collect();
        if let Some(fitting) = found.iter().find(|other| claim.fits(ctx, other.interval)) {
            out.relations.push(claim.relation(ctx, previous, fitting, Verdict::Agrees));
            return Some(true);
        }
        let is_plain = |one: &Known| one.is_whole_year && !one.is_part && one.is_exact;
        let strict = || found.iter().filter(|other| known.is_like(other) && is_plain(other));
        let last = *strict().next().filter(|_| is_plain(known))?;
        if previous.is_part_year || ctx.document.is_part_year() {
            return None;
        }
        let is_one =
            found.iter().all(|other| other.value == last.value && known.is_like(other)) && !self.has_several(known);
        let is_near = claim.is_near(ctx, last.value);
        let [here, there] = [known.words(ctx.text.original()), last.words(previous.original())];
        let is_sure = is_one && is_near && last.length >= SURE && likeness(&here, &there);
        if !(is_sure || is_one || is_near) {
            return None;
        }
        let (severity, certainty, verdict) = if is_sure {
            (Severity::Warning, Certainty::Likely, Verdict::Disagrees)
        } else {
            (Severity::Info, Certainty::Possible, Verdict::Unsure)
        };
        let relation = claim.relation(ctx, previous, last, verdict);
        out.findings.push(claim.finding(ctx, previous, last, severity, certainty)?);
        out.relations.push(relation);
        Some(false)
    }

    /// Whether this year's text gives several values under a name.
    fn has_several(&self, known: &Known) -> bool {
        let mut all = self.figures.get_or_init(|| known::all(self.ctx.reading)).of(known.name).take(MOST);
        let first = all.next();
        all.any(|other| first.is_some_and(|first| first.value != other.value))
    }
}

/// As many values of last year are looked at: more than a report can mean.
const MOST: usize = 12;
/// A name of as many glyphs says what was counted.
const SURE: usize = 6;

impl<'f> Claim<'f> {
    /// The figure that would be wrong.
    const fn figure(self) -> &'f Figure {
        match self {
            Self::Value(figure) | Self::Amount(_, figure) | Self::Rate(_, figure) => figure,
        }
    }

    /// The figure as it is written; a change with its verb.
    fn said(self, ctx: &Context<'_>) -> String {
        const LONGEST: usize = 12;
        let Figure { label, quantity, .. } = self.figure();
        let is_change = matches!(self, Self::Amount(..) | Self::Rate(..)) && label.len() <= LONGEST;
        ctx.text.string(if is_change { label.to(quantity.run) } else { quantity.run })
    }

    const fn now(self) -> Option<&'f Figure> {
        match self {
            Self::Value(_) => None,
            Self::Amount(now, _) | Self::Rate(now, _) => Some(now),
        }
    }

    fn fits(self, ctx: &Context<'_>, before: Interval) -> bool {
        let said = self.figure().quantity.interval;
        match self {
            Self::Value(_) => said.meets(before),
            Self::Amount(now, change) => {
                let (up, down) = direction(ctx, change);
                let now = now.quantity.interval;
                // Points and rounded amounts carry the rounding of both values.
                let meets =
                    |made: Option<Interval>| made.is_none_or(|made| Interval { open: false, ..made }.meets(said));
                (up && meets(now.minus(before))) || (down && meets(before.minus(now)))
            }
            Self::Rate(now, rate) => gives(before, now.quantity.interval, said, direction(ctx, rate)),
        }
    }

    /// Whether last year's value and the one that the claim implies are of one size, as one wrong figure leaves them.
    fn is_near(self, ctx: &Context<'_>, before: Decimal) -> bool {
        let said = self.figure().quantity.value;
        let (up, _) = direction(ctx, self.figure());
        let implied = match self {
            Self::Value(_) => Some(said),
            Self::Amount(now, _) => {
                if up {
                    now.quantity.value.minus(said)
                } else {
                    now.quantity.value.plus(said)
                }
            }
            Self::Rate(now, _) => {
                let whole = if up { Decimal::HUNDRED.plus(said) } else { Decimal::HUNDRED.minus(said) };
                let raised = now.quantity.value.times(Decimal::HUNDRED);
                raised
                    .zip(whole.filter(|whole| *whole > Decimal::ZERO))
                    .and_then(|(raised, whole)| raised.over(whole, 2))
            }
        };
        let double = |value: Decimal| value.times(Decimal::whole(2));
        implied.is_some_and(|implied| {
            double(implied).is_some_and(|double| double >= before)
                && double(before).is_some_and(|double| double >= implied)
        })
    }

    fn relation(self, ctx: &Context<'_>, previous: &Previous, last: &Known, verdict: Verdict) -> Relation {
        let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
        let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
        let said = self.figure();
        let before = last.value.to_string();
        let now = self.now().map(written).unwrap_or_default();
        let has_grown = self.now().is_none_or(|now| last.value < now.quantity.value);
        let gap = if has_grown { format!("{now}-{before}") } else { format!("{before}-{now}") };
        let (kind, role, equation) = match self {
            Self::Value(_) => (Kind::Repeat, "before", format!("{} {sign} {before}", written(said))),
            Self::Amount(..) => (Kind::Difference, "change", format!("{gap} {sign} {}", written(said))),
            Self::Rate(..) => {
                (Kind::Growth, "rate", format!("({gap})÷{before} {sign} {}", ctx.text.string(said.quantity.run)))
            }
        };
        let mut operands: Vec<Operand> = self.now().map(|now| ctx.operand("now", now)).into_iter().collect();
        operands.push(ctx.operand(role, said));
        let mut relation = Relation::new(kind, verdict, operands, equation);
        relation.previous.push(previous.operand("before", last));
        relation
    }

    fn finding(
        self,
        ctx: &Context<'_>,
        previous: &Previous,
        last: &Known,
        severity: Severity,
        certainty: Certainty,
    ) -> Option<Finding> {
        let said = self.figure();
        let written = |figure: &Figure| ctx.text.string(figure.quantity.run);
        let falls = self.now().is_some_and(|now| now.quantity.value < last.value);
        let signed = |made: Decimal| format!("{}{}", if falls { "-" } else { "" }, made.trimmed());
        let before = last.span.of(previous.original());
        let now = self.now();
        let gap = now.map_or(Some(Decimal::ZERO), |now| now.quantity.value.distance(last.value))?;
        let (template, made) = match self {
            Self::Value(_) => (&messages::LAST_VALUE, String::new()),
            Self::Amount(..) => (&messages::LAST_AMOUNT, signed(gap)),
            Self::Rate(..) => {
                let scale = said.quantity.value.scale().max(1);
                let made = gap.times(Decimal::HUNDRED)?.rounded_quotient(last.value, scale)?;
                (&messages::LAST_RATE, signed(made))
            }
        };
        let message = template.with(&[before, &self.said(ctx), &now.map(written).unwrap_or_default(), &made]);
        let mut finding = Finding::new(severity, certainty, ctx.text.span(said.quantity.run), message)
            .earlier(previous.place(last.span, messages::LAST_PLACE.plain()));
        if let Some(now) = now {
            finding = finding.related(ctx.text.span(now.quantity.run), messages::NOW.plain());
        }
        let mends = matches!(self, Self::Rate(..)) && severity == Severity::Warning;
        Some(if mends { slip::mend_rate(ctx, finding, said, made) } else { finding })
    }
}
